//! Where the stops of a pack are in the library as it is now.

use crate::annotation::ArticleText;
use crate::components::icon::icon;
use crate::components::pack_dock::route_of;
use crate::library;
use crate::link::Route;
use crate::pack::{Place, Stop};
use crate::words;
use leptos::prelude::*;

/// A stop's place.
pub(super) struct Located {
    /// Article and section by name.
    pub(super) title: String,
    /// The language of the article, where it is not the page's.
    pub(super) lang: Option<String>,
    /// Where a link to it leads; `None` where the library does not have the article.
    pub(super) route: Option<Route>,
    /// What could not be found, in a sentence.
    pub(super) lost: Option<&'static str>,
}

impl Located {
    /// The stop's own words, and what of it could not be found.
    pub(super) fn views(&self, stop: &Stop) -> [Option<AnyView>; 2] {
        let quote = |quote: String| {
            view! { <blockquote class="stop-quote" lang=self.lang.clone()>{quote}</blockquote> }.into_any()
        };
        let lost = |why| view! { <p class="stop-lost">{icon("caution")} <span>{why}</span></p> }.into_any();
        [stop.words().map(quote), self.lost.map(lost)]
    }
}

/// The places of stops, in order. Each article is opened once.
pub(super) fn locate(stops: &[Stop]) -> Vec<Located> {
    let mut texts: Vec<(String, ArticleText)> = Vec::new();
    stops.iter().map(|stop| one(stop, &mut texts)).collect()
}

fn one(stop: &Stop, texts: &mut Vec<(String, ArticleText)>) -> Located {
    let Some(meta) = library::meta(&stop.article) else {
        return Located {
            title: words::pack::no_article().to_owned(),
            lang: None,
            route: None,
            lost: Some(words::pack::no_article_note()),
        };
    };
    let section = stop.section().and_then(|id| meta.section(id));
    let title = section.map_or_else(|| meta.title.clone(), |section| format!("{}: {}", meta.title, section.title));
    let lost = match &stop.place {
        Place::Article => None,
        Place::Section(_) if section.is_none() => Some(words::pack::section_gone()),
        Place::Section(_) => None,
        Place::Passage(passage) => {
            if !texts.iter().any(|(slug, _)| *slug == meta.slug) {
                let text = library::article(&meta.slug).map(|article| article.text()).unwrap_or_default();
                texts.push((meta.slug.clone(), ArticleText::new(text)));
            }
            let text = texts.iter().find(|(slug, _)| *slug == meta.slug).map(|(_, text)| text);
            let found = text.and_then(|text| passage.find(text, stop.revision == meta.revision));
            found.is_none().then(words::pack::passage_gone)
        }
    };
    Located { title, lang: words::lang_of(&meta.language), route: route_of(stop), lost }
}
