//! Markdown text to a tree of nodes that know their place in the file.
//!
//! CommonMark with tables, footnotes, strikethrough and heading attributes. It must never let a citation pass as
//! literal text because nothing defines it, and never nest without limit.

use pulldown_cmark::{BrokenLink, CowStr, Event, LinkType, Options, Parser, Tag};
use std::collections::BTreeSet;
use std::ops::Range;

/// A node: a block, an inline, or a piece of text.
pub(super) struct Node<'t> {
    pub(super) what: What<'t>,
    /// Bytes of the file.
    pub(super) at: Range<usize>,
    pub(super) children: Vec<Node<'t>>,
}

/// What a node is.
pub(super) enum What<'t> {
    Tag(Tag<'t>),
    Event(Event<'t>),
}

/// A parsed text.
pub(super) struct Parsed<'t> {
    pub(super) nodes: Vec<Node<'t>>,
    /// Where something was nested too deeply and left out.
    pub(super) too_deep: Option<usize>,
    /// `[words][label]` without a definition of the label.
    pub(super) undefined: Vec<(usize, String)>,
}

/// A text made ready for the parser.
///
/// The parser takes `[^key]` for a citation only if the text defines the key. Sources are defined elsewhere, and a
/// citation of nothing must be reported: so every key mentioned is defined ahead of the text, out of its sight.
pub(super) struct Prepared {
    text: String,
    ahead: usize,
    shift: usize,
}

/// Depth of blocks and inlines together; real articles stay below ten.
const DEEPEST: usize = 32;

impl Prepared {
    /// Makes the part of a file from `start` on ready.
    pub(super) fn new(file: &str, start: usize) -> Self {
        let body = file.get(start..).unwrap_or_default();
        let mut text = String::new();
        for key in mentioned(body) {
            text.push_str(&format!("[^{key}]: .\n\n"));
        }
        // Ends the last definition, so that an indented first line does not continue it.
        text.push_str("***\n\n");
        let ahead = text.len();
        text.push_str(body);
        Prepared { text, ahead, shift: start }
    }

    /// Parses it.
    pub(super) fn parse(&self) -> Parsed<'_> {
        let options = Options::ENABLE_TABLES
            | Options::ENABLE_FOOTNOTES
            | Options::ENABLE_STRIKETHROUGH
            | Options::ENABLE_HEADING_ATTRIBUTES;
        let place = |offset: usize| offset.checked_sub(self.ahead).map(|offset| offset + self.shift);
        let mut undefined = Vec::new();
        let mut broken = |link: BrokenLink<'_>| -> Option<(CowStr<'_>, CowStr<'_>)> {
            // A lone `[word]` is a bracketed word more often than a link.
            let meant = matches!(link.link_type, LinkType::Reference | LinkType::Collapsed);
            if let (true, Some(at)) = (meant, place(link.span.start)) {
                undefined.push((at, link.reference.to_string()));
            }
            None
        };
        let events = Parser::new_with_broken_link_callback(&self.text, options, Some(&mut broken)).into_offset_iter();
        let own = events.filter_map(|(event, range)| Some((event, place(range.start)?..place(range.end)?)));
        let (nodes, too_deep) = grow(own);
        Parsed { nodes, too_deep, undefined }
    }
}

/// The keys between `[^` and `]`.
fn mentioned(body: &str) -> BTreeSet<&str> {
    let keys = body.split("[^").skip(1).filter_map(|rest| rest.split([']', '[', '\n']).next());
    keys.filter(|key| !key.trim().is_empty()).collect()
}

fn grow<'t>(events: impl Iterator<Item = (Event<'t>, Range<usize>)>) -> (Vec<Node<'t>>, Option<usize>) {
    let mut open: Vec<Node<'t>> = Vec::new();
    let mut roots = Vec::new();
    let mut skipped = 0_usize;
    let mut too_deep = None;
    for (event, at) in events {
        let done = match event {
            Event::Start(_) if skipped > 0 || open.len() >= DEEPEST => {
                skipped += 1;
                too_deep.get_or_insert(at.start);
                None
            }
            Event::Start(tag) => {
                open.push(Node { what: What::Tag(tag), at, children: Vec::new() });
                None
            }
            Event::End(_) if skipped > 0 => {
                skipped -= 1;
                None
            }
            Event::End(_) => open.pop(),
            _ if skipped > 0 => None,
            event => Some(Node { what: What::Event(event), at, children: Vec::new() }),
        };
        if let Some(node) = done {
            open.last_mut().map_or(&mut roots, |parent| &mut parent.children).push(node);
        }
    }
    (roots, too_deep)
}

impl Node<'_> {
    /// Whether it is part of a line of text rather than a block.
    pub(super) fn is_inline(&self) -> bool {
        match &self.what {
            What::Tag(tag) => matches!(
                tag,
                Tag::Emphasis
                    | Tag::Strong
                    | Tag::Strikethrough
                    | Tag::Superscript
                    | Tag::Subscript
                    | Tag::Link { .. }
                    | Tag::Image { .. }
            ),
            What::Event(event) => !matches!(event, Event::Rule | Event::Html(_)),
        }
    }

    /// Its words, without markup.
    pub(super) fn plain(&self) -> String {
        match &self.what {
            What::Event(Event::Text(text) | Event::Code(text)) => text.to_string(),
            What::Event(Event::SoftBreak | Event::HardBreak) => " ".to_owned(),
            _ => self.children.iter().map(Node::plain).collect(),
        }
    }

    /// The picture that a paragraph consists of, if it does.
    pub(super) fn lone_image(&self) -> Option<&Self> {
        let [only] = self.children.as_slice() else { return None };
        only.is_image().then_some(only)
    }

    pub(super) fn is_image(&self) -> bool {
        matches!(self.what, What::Tag(Tag::Image { .. }))
    }

    pub(super) fn is_paragraph(&self) -> bool {
        matches!(self.what, What::Tag(Tag::Paragraph))
    }
}
