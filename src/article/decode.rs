//! Articles from the bytes that the build wrote: postcard's wire format, read by hand.
//!
//! The build writes with postcard and serde. Reading with them weighs 2 KB more in the first part of the program,
//! compressed, so what every visit waits for is read here; [`Decode`] says the same fields in the same order. It must
//! never panic or reserve room for more than there are bytes, whatever the bytes are.

use super::{
    Article, Block, CalloutKind, Date, Figure, Footnote, GlossaryEntry, Inline, Leaf, LinkTarget, Meta, Picture,
    Prompt, Section, Shape, ShapeTag, Table,
};

/// The value in these bytes; `None` where they are no such value, or more than one.
pub fn decode<T: Decode>(bytes: &[u8]) -> Option<T> {
    let mut bytes = Bytes(bytes);
    let value = T::decode(&mut bytes)?;
    bytes.0.is_empty().then_some(value)
}

/// What is still to be read.
#[derive(Debug)]
pub struct Bytes<'a>(&'a [u8]);

/// What can be read from postcard's wire format.
pub trait Decode: Sized {
    /// The value that the bytes begin with, and takes it from them.
    fn decode(bytes: &mut Bytes<'_>) -> Option<Self>;
}

impl Bytes<'_> {
    /// A number as postcard writes it: seven bits a byte, the lowest first.
    fn number(&mut self) -> Option<u32> {
        let mut number = 0_u32;
        for shift in [0, 7, 14, 21, 28] {
            let byte = u8::decode(self)?;
            let bits = u32::from(byte & 0x7f);
            let shifted = bits << shift;
            if shifted >> shift != bits {
                return None;
            }
            number |= shifted;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    fn length(&mut self) -> Option<usize> {
        usize::try_from(self.number()?).ok()
    }
}

impl Decode for u8 {
    fn decode(bytes: &mut Bytes<'_>) -> Option<u8> {
        let (first, rest) = bytes.0.split_first()?;
        bytes.0 = rest;
        Some(*first)
    }
}

impl Decode for u16 {
    fn decode(bytes: &mut Bytes<'_>) -> Option<u16> {
        u16::try_from(bytes.number()?).ok()
    }
}

impl Decode for u32 {
    fn decode(bytes: &mut Bytes<'_>) -> Option<u32> {
        bytes.number()
    }
}

impl Decode for String {
    fn decode(bytes: &mut Bytes<'_>) -> Option<String> {
        let length = bytes.length()?;
        let (text, rest) = bytes.0.split_at_checked(length)?;
        bytes.0 = rest;
        std::str::from_utf8(text).ok().map(str::to_owned)
    }
}

impl<T: Decode> Decode for Option<T> {
    fn decode(bytes: &mut Bytes<'_>) -> Option<Option<T>> {
        match u8::decode(bytes)? {
            0 => Some(None),
            1 => T::decode(bytes).map(Some),
            _ => None,
        }
    }
}

impl<T: Decode> Decode for Vec<T> {
    fn decode(bytes: &mut Bytes<'_>) -> Option<Vec<T>> {
        let length = bytes.length()?;
        let mut all = Vec::with_capacity(length.min(bytes.0.len()));
        for _ in 0..length {
            all.push(T::decode(bytes)?);
        }
        Some(all)
    }
}

impl Decode for (String, String) {
    fn decode(bytes: &mut Bytes<'_>) -> Option<(String, String)> {
        Some((String::decode(bytes)?, String::decode(bytes)?))
    }
}

/// Structures: their fields in the order in which the structure has them.
macro_rules! fields {
    ($($name:ident { $($field:ident),* })*) => {$(
        impl Decode for $name {
            fn decode(bytes: &mut Bytes<'_>) -> Option<$name> {
                Some($name { $($field: Decode::decode(bytes)?),* })
            }
        }
    )*};
}

/// Enumerations: their variants in the order in which the enumeration has them, each with what it holds.
macro_rules! variants {
    ($($name:ident { $($number:literal $variant:ident $(($held:ident))? $({ $($field:ident),* })?),* })*) => {$(
        impl Decode for $name {
            fn decode(bytes: &mut Bytes<'_>) -> Option<$name> {
                Some(match bytes.number()? {
                    $($number => $name::$variant $(({
                        let $held = Decode::decode(bytes)?;
                        $held
                    }))? $({ $($field: Decode::decode(bytes)?),* })?,)*
                    _ => return None,
                })
            }
        }
    )*};
}

fields! {
    Meta { slug, title, subtitle, byline, summary, topics, published, updated, order, language, minutes, words, revision, sections }
    Date { year, month, day }
    Section { id, title, level, number, aliases, start, end }
    Article { meta, blocks, footnotes, glossary, discussion }
    Leaf { start, end, inlines }
    Table { caption, head, rows }
    Figure { id, number, alt, picture, caption, description }
    Shape { tag, attributes, children, text }
    Prompt { id, question, section }
    Footnote { key, blocks, mentions }
    GlossaryEntry { id, term, definition }
}

variants! {
    Block {
        0 Heading { section, leaf }, 1 Paragraph(leaf), 2 List { ordered, items }, 3 Quote(blocks), 4 Table(table),
        5 Callout { kind, blocks }, 6 Figure(figure), 7 Prompts { lead, prompts }, 8 Code(leaf), 9 Rule
    }
    CalloutKind { 0 Evidence, 1 Try, 2 Note, 3 Safety }
    Picture { 0 Drawing { view_box, shapes }, 1 Image { file, width, height } }
    ShapeTag {
        0 G, 1 Path, 2 Circle, 3 Ellipse, 4 Rect, 5 Line, 6 Polyline, 7 Polygon, 8 Text, 9 Tspan, 10 Defs, 11 Pattern,
        12 Marker
    }
    Inline {
        0 Text(text), 1 Emphasis(inner), 2 Strong(inner), 3 Strikethrough(inner), 4 Code(text),
        5 Link { target, inlines }, 6 FootnoteReference { footnote, mention }, 7 Term { entry, inlines }, 8 Break
    }
    LinkTarget { 0 Section(id), 1 Article { slug, section }, 2 External(address) }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An article that holds everything an article can hold.
    fn everything() -> Article {
        let text = |words: &str| Inline::Text(words.to_owned());
        let leaf = |words: &str| Leaf { start: 3, end: 300, inlines: vec![text(words)] };
        let shape = |tag, children| Shape {
            tag,
            attributes: vec![("d".to_owned(), "M0 0".to_owned())],
            children,
            text: "ß".to_owned(),
        };
        let tags = [
            ShapeTag::G,
            ShapeTag::Path,
            ShapeTag::Circle,
            ShapeTag::Ellipse,
            ShapeTag::Rect,
            ShapeTag::Line,
            ShapeTag::Polyline,
            ShapeTag::Polygon,
            ShapeTag::Text,
            ShapeTag::Tspan,
            ShapeTag::Defs,
            ShapeTag::Pattern,
            ShapeTag::Marker,
        ];
        let drawing = Picture::Drawing {
            view_box: "0 0 9 9".to_owned(),
            shapes: vec![shape(ShapeTag::G, tags.into_iter().map(|tag| shape(tag, Vec::new())).collect())],
        };
        let image = Picture::Image { file: "a.png".to_owned(), width: u32::MAX, height: 128 };
        let figure = |picture, caption| {
            let (id, alt) = ("fig-a".to_owned(), "A curve.".to_owned());
            Block::Figure(Figure { id, number: 1, alt, picture, caption, description: vec![vec![text("Long.")]] })
        };
        let callout = |kind| Block::Callout { kind, blocks: vec![Block::Paragraph(leaf("Try."))] };
        let target = LinkTarget::Article { slug: "b".to_owned(), section: None };
        let inlines = vec![
            Inline::Emphasis(vec![Inline::Strong(vec![Inline::Strikethrough(vec![text("all")])])]),
            Inline::Code("x = 1".to_owned()),
            Inline::Link { target, inlines: vec![text("there")] },
            Inline::Link { target: LinkTarget::Section("why".to_owned()), inlines: Vec::new() },
            Inline::Link { target: LinkTarget::External("https://example.org".to_owned()), inlines: Vec::new() },
            Inline::FootnoteReference { footnote: 0, mention: 2 },
            Inline::Term { entry: 127, inlines: vec![text("term")] },
            Inline::Break,
        ];
        let prompt = Prompt { id: "q".to_owned(), question: "Why?".to_owned(), section: 16_384 };
        let section = Section {
            id: "why".to_owned(),
            title: "Why".to_owned(),
            level: 2,
            number: "1".to_owned(),
            aliases: vec!["old".to_owned()],
            start: 0,
            end: 2_097_152,
        };
        let date = Date { year: 2026, month: 11, day: 30 };
        let meta = Meta {
            slug: "a".to_owned(),
            title: "Überall".to_owned(),
            subtitle: String::new(),
            byline: "Someone".to_owned(),
            summary: "What it says.".to_owned(),
            topics: vec!["one".to_owned(), "two".to_owned()],
            published: date,
            updated: date,
            order: 1,
            language: "en".to_owned(),
            minutes: 12,
            words: 3_000,
            revision: "0123456789abcdef".to_owned(),
            sections: vec![section],
        };
        let blocks = vec![
            Block::Heading { section: 0, leaf: leaf("Why") },
            Block::Paragraph(Leaf { start: 4, end: 9, inlines }),
            Block::List { ordered: Some(3), items: vec![vec![Block::Paragraph(leaf("one"))], Vec::new()] },
            Block::List { ordered: None, items: Vec::new() },
            Block::Quote(vec![Block::Rule]),
            Block::Table(Table { caption: Some(leaf("c")), head: vec![leaf("h")], rows: vec![vec![leaf("r")]] }),
            callout(CalloutKind::Evidence),
            callout(CalloutKind::Try),
            callout(CalloutKind::Note),
            callout(CalloutKind::Safety),
            figure(drawing, Some(leaf("caption"))),
            figure(image, None),
            Block::Prompts { lead: Some(vec![text("Think.")]), prompts: vec![prompt] },
            Block::Prompts { lead: None, prompts: Vec::new() },
            Block::Code(leaf("let x;")),
            Block::Rule,
        ];
        let footnote = Footnote { key: "n".to_owned(), blocks: vec![vec![text("Note.")]], mentions: 2 };
        let entry = GlossaryEntry { id: "t".to_owned(), term: "term".to_owned(), definition: "A word.".to_owned() };
        let discussion = vec!["What now?".to_owned()];
        Article { meta, blocks, footnotes: vec![footnote], glossary: vec![entry], discussion }
    }

    #[test]
    fn what_was_written_is_read() {
        let article = everything();
        let bytes = postcard::to_allocvec(&article).unwrap_or_default();
        assert_eq!(decode(&bytes), Some(article));
    }

    #[test]
    fn what_is_cut_short_or_too_long_is_refused() {
        let mut bytes = postcard::to_allocvec(&everything()).unwrap_or_default();
        for end in 0..bytes.len() {
            assert_eq!(decode::<Article>(bytes.get(..end).unwrap_or_default()), None, "{end} bytes");
        }
        bytes.push(0);
        assert_eq!(decode::<Article>(&bytes), None);
    }

    #[test]
    fn a_damaged_byte_never_ends_the_program() {
        let whole = postcard::to_allocvec(&everything()).unwrap_or_default();
        for at in 0..whole.len() {
            for change in [0x01, 0x7f, 0x80, 0xff] {
                let mut bytes = whole.clone();
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= change;
                }
                let _ = decode::<Article>(&bytes);
            }
        }
    }

    #[test]
    fn numbers_end_where_they_have_to() {
        assert_eq!(decode::<u32>(&[0xff, 0xff, 0xff, 0xff, 0x0f]), Some(u32::MAX));
        assert_eq!(decode::<u32>(&[0xff, 0xff, 0xff, 0xff, 0x1f]), None);
        assert_eq!(decode::<u32>(&[0x80, 0x80, 0x80, 0x80, 0x80, 0x00]), None);
        assert_eq!(decode::<u16>(&[0x80, 0x80, 0x04]), None);
        // A length of four thousand million is not believed.
        assert_eq!(decode::<Vec<String>>(&[0xff, 0xff, 0xff, 0xff, 0x0f]), None);
    }
}
