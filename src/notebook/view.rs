//! What the notebook page shows, as an address that can be bookmarked.

use super::{Filter, KindFilter};
use crate::annotation::Colour;
use crate::link::{encode, query_value};

/// How many entries are shown at first, and more at a time.
pub const PAGE: usize = 100;

/// The order of the entries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// By article, in reading order.
    #[default]
    Article,
    /// By day, the latest first.
    Date,
}

/// What the page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View {
    /// Which entries.
    pub filter: Filter,
    /// In which order.
    pub order: Order,
    /// At most how many of them.
    pub limit: usize,
}

impl Default for View {
    fn default() -> View {
        View { filter: Filter::default(), order: Order::default(), limit: PAGE }
    }
}

impl View {
    /// The view that an address asks for. What it does not say, or says in words that mean nothing, is as at first.
    pub fn from_query(query: &str) -> View {
        let value = |name: &str| query_value(query, name).filter(|value| !value.is_empty());
        let limit = value("shown").and_then(|shown| shown.parse().ok());
        View {
            filter: Filter {
                article: value("article"),
                kind: value("kind").and_then(|name| KindFilter::from_name(&name)).unwrap_or_default(),
                colour: value("colour").and_then(|name| Colour::from_name(&name)),
                tag: value("tag"),
                words: value("q").unwrap_or_default(),
            },
            order: if value("order").as_deref() == Some("date") { Order::Date } else { Order::Article },
            limit: limit.unwrap_or(PAGE).max(PAGE),
        }
    }

    /// The query of its address, with the question mark; empty for the view at first.
    pub fn to_query(&self) -> String {
        let mut query = String::new();
        let mut put = |name: &str, value: &str| {
            if !value.is_empty() {
                query.push(if query.is_empty() { '?' } else { '&' });
                query.push_str(name);
                query.push('=');
                query.push_str(&encode(value));
            }
        };
        let Filter { article, kind, colour, tag, words } = &self.filter;
        put("article", article.as_deref().unwrap_or_default());
        put("kind", if *kind == KindFilter::Everything { "" } else { kind.name() });
        put("colour", colour.map_or("", Colour::name));
        put("tag", tag.as_deref().unwrap_or_default());
        put("q", words.trim());
        put("order", if self.order == Order::Date { "date" } else { "" });
        if self.limit > PAGE {
            put("shown", &self.limit.to_string());
        }
        query
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_view_comes_back_from_its_address() {
        let views = [
            View::default(),
            View { order: Order::Date, limit: 300, ..View::default() },
            View {
                filter: Filter {
                    article: Some("kinds of & closeness".to_owned()),
                    kind: KindFilter::Reflections,
                    colour: Some(Colour::Pink),
                    tag: Some("week 2 / é".to_owned()),
                    words: "\"two words\" 100% + <b>".to_owned(),
                },
                ..View::default()
            },
        ];
        for view in views {
            assert_eq!(View::from_query(&view.to_query()), view, "{}", view.to_query());
        }
        assert_eq!(View::default().to_query(), "");
    }

    #[test]
    fn what_makes_no_sense_in_an_address_is_left_out() {
        assert_eq!(
            View::from_query("?kind=poem&colour=beige&shown=-1&order=up&tag=&q=%E0%A4%A").filter.words,
            "\u{fffd}%A"
        );
        assert_eq!(View::from_query("?kind=poem&colour=beige&shown=-1&order=up&tag="), View::default());
        assert_eq!(View::from_query("?kind=highlight").filter.kind, KindFilter::Highlights);
    }
}
