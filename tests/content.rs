//! The shipped articles against their briefs: nothing that a section has to hold can go unnoticed.
//!
//! Words are counted as a reader reads them: headings, paragraphs, lists, tables, spoken lines, callouts and captions; not
//! prompts, notes, the glossary, descriptions of figures or the line for further reading.

// A test may stop at the first thing that is not as it expects.
#![allow(clippy::expect_used, clippy::indexing_slicing)]

use closely::article::{Article, Block, CalloutKind, Figure, Inline, Leaf, LinkTarget, leaf_text};
use closely::library;

/// A section: its id, about how many words it has with what stands under it (0 where nothing is said), and how many
/// prompts it ends in.
type Section = (&'static str, usize, usize);

/// What an article has to hold.
struct Brief {
    slug: &'static str,
    words: std::ops::RangeInclusive<usize>,
    sections: &'static [Section],
    spoken: usize,
    callouts: &'static [(CalloutKind, usize)],
    bulleted: usize,
    numbered: usize,
    notes: usize,
    terms: usize,
    figures: &'static [&'static str],
}

#[rustfmt::skip] // A table.
const BRIEFS: [Brief; 3] = [
    Brief {
        slug: "pace-and-closeness",
        words: 1200..=1500,
        sections: &[
            ("why-pace-matters", 130, 2), ("close-and-known", 250, 2), ("mixup-spark", 0, 0), ("mixup-bodies", 0, 0),
            ("mixup-intensity", 0, 0), ("outside-pressure", 150, 1), ("armour", 190, 2), ("growing-together", 225, 2),
            ("two-honest-paths", 170, 1), ("choosing-on-purpose", 90, 1), ("faq", 120, 1), ("faq-too-fast", 0, 0),
            ("faq-how-long", 0, 0), ("faq-different-wishes", 0, 0), ("getting-support", 95, 1), ("further-reading", 0, 0),
        ],
        spoken: 3,
        callouts: &[(CalloutKind::Evidence, 2), (CalloutKind::Note, 1)],
        bulleted: 2,
        numbered: 1,
        notes: 8,
        terms: 8,
        figures: &["fig-two-curves", "fig-two-dials"],
    },
    Brief {
        slug: "kinds-of-closeness",
        words: 2800..=3300,
        sections: &[
            ("what-closeness-is", 130, 2), ("five-kinds", 490, 2), ("kind-emotional", 90, 0), ("kind-touch", 90, 0),
            ("kind-mind", 90, 0), ("kind-doing", 90, 0), ("kind-values", 90, 0), ("why-it-matters", 210, 1),
            ("seven-habits", 720, 2), ("habit-open-up", 100, 0), ("habit-listen", 100, 0), ("habit-time", 100, 0),
            ("habit-appreciate", 100, 0), ("habit-disagree", 100, 0), ("habit-self", 100, 0), ("habit-touch", 100, 0),
            ("what-gets-in-the-way", 420, 2), ("barrier-fear", 70, 0), ("barrier-words", 70, 0),
            ("barrier-amounts", 70, 0), ("barrier-wounds", 70, 0), ("barrier-rules", 70, 0), ("barrier-time", 70, 0),
            ("different-relationships", 310, 2), ("with-partners", 0, 0), ("with-friends", 0, 0), ("with-family", 0, 0),
            ("with-yourself", 0, 0), ("comfort-and-curiosity", 250, 2), ("talk-first", 0, 0), ("stay-curious", 0, 0),
            ("when-wishes-differ", 0, 0), ("faq", 430, 1), ("faq-without-romance", 70, 0), ("faq-how-long", 70, 0),
            ("faq-different-needs", 70, 0), ("faq-afraid", 70, 0), ("faq-rebuild", 70, 0), ("faq-too-close", 70, 0),
            ("keeping-it-alive", 120, 1), ("getting-support", 110, 1), ("further-reading", 0, 0),
        ],
        spoken: 6,
        callouts: &[(CalloutKind::Evidence, 3), (CalloutKind::Try, 1), (CalloutKind::Safety, 1)],
        bulleted: 12,
        numbered: 2,
        notes: 18,
        terms: 14,
        figures: &["fig-five-petals", "fig-ladder"],
    },
    Brief {
        slug: "attachment-patterns",
        words: 3000..=3400,
        sections: &[
            ("moments-after", 150, 2), ("body-chemistry", 340, 1), ("reading-the-patterns", 170, 1),
            ("pattern-secure", 370, 2), ("secure-portrait", 0, 0), ("secure-practice", 0, 0), ("pattern-anxious", 430, 2),
            ("anxious-portrait", 0, 0), ("anxious-practice", 0, 0), ("pattern-avoidant", 460, 2),
            ("avoidant-portrait", 0, 0), ("avoidant-practice", 0, 0), ("pattern-mixed", 590, 2), ("mixed-portrait", 0, 0),
            ("mixed-practice", 0, 0), ("naming-it", 160, 1), ("toward-security", 270, 2), ("faq", 170, 1),
            ("faq-change", 0, 0), ("faq-opposites", 0, 0), ("faq-label", 0, 0), ("faq-gender", 0, 0),
            ("getting-support", 120, 1), ("further-reading", 0, 0),
        ],
        spoken: 9,
        callouts: &[
            (CalloutKind::Evidence, 2), (CalloutKind::Try, 2), (CalloutKind::Note, 1), (CalloutKind::Safety, 2),
        ],
        bulleted: 6,
        numbered: 2,
        notes: 23,
        terms: 16,
        figures: &["fig-two-scales", "fig-loop"],
    },
];

/// What of it stands in one section.
#[derive(Default)]
struct Counted {
    id: String,
    level: u8,
    words: usize,
    prompts: usize,
}

/// An article, taken apart.
#[derive(Default)]
struct Parts<'a> {
    sections: Vec<Counted>,
    spoken: Vec<usize>,
    callouts: Vec<CalloutKind>,
    bulleted: usize,
    numbered: usize,
    tables: usize,
    figures: Vec<&'a Figure>,
    paragraphs: Vec<(String, &'a Leaf)>,
}

fn words(leaf: &Leaf) -> usize {
    leaf_text(leaf).split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
}

impl<'a> Parts<'a> {
    fn of(article: &'a Article) -> Parts<'a> {
        let mut parts = Parts::default();
        parts.blocks(article, &article.blocks, false);
        parts
    }

    fn blocks(&mut self, article: &'a Article, blocks: &'a [Block], in_callout: bool) {
        for block in blocks {
            self.block(article, block, in_callout);
        }
    }

    fn read(&mut self, leaf: &Leaf) {
        if let Some(section) = self.sections.last_mut().filter(|section| section.id != "further-reading") {
            section.words += words(leaf);
        }
    }

    fn block(&mut self, article: &'a Article, block: &'a Block, in_callout: bool) {
        match block {
            Block::Heading { section, leaf } => {
                let section = &article.meta.sections[*section as usize];
                self.sections.push(Counted { id: section.id.clone(), level: section.level, ..Counted::default() });
                self.read(leaf);
            }
            Block::Paragraph(leaf) => {
                self.read(leaf);
                if let Some(section) = self.sections.last().filter(|_| !in_callout) {
                    self.paragraphs.push((section.id.clone(), leaf));
                }
            }
            Block::Code(leaf) => self.read(leaf),
            Block::List { ordered, items } => {
                *if ordered.is_some() { &mut self.numbered } else { &mut self.bulleted } += 1;
                items.iter().for_each(|item| self.blocks(article, item, in_callout));
            }
            Block::Quote(inner) => {
                let before = self.sections.last().map_or(0, |section| section.words);
                self.blocks(article, inner, in_callout);
                self.spoken.push(self.sections.last().map_or(0, |section| section.words) - before);
            }
            Block::Table(table) => {
                self.tables += 1;
                assert!(table.caption.is_some(), "{}: a table has a caption", article.meta.slug);
                table
                    .caption
                    .iter()
                    .chain(&table.head)
                    .chain(table.rows.iter().flatten())
                    .for_each(|leaf| self.read(leaf));
            }
            Block::Callout { kind, blocks } => {
                self.callouts.push(*kind);
                self.blocks(article, blocks, true);
            }
            Block::Figure(figure) => {
                figure.caption.iter().for_each(|leaf| self.read(leaf));
                self.figures.push(figure);
            }
            Block::Prompts { prompts, .. } => {
                let section = self.sections.last_mut().expect("prompts stand in a section");
                // They close the whole section, whatever stands under it.
                let chapter = article.meta.sections[prompts[0].section as usize].id.clone();
                section.prompts += prompts.len();
                assert!(prompts.iter().all(|prompt| prompt.id.starts_with(&format!("{chapter}-p"))), "{chapter}");
            }
            Block::Rule => {}
        }
    }

    /// The sections of the second level, with all that stands under them.
    fn whole(&self, id: &str) -> (usize, usize) {
        let from = self.sections.iter().position(|section| section.id == id).unwrap_or_default();
        let level = self.sections[from].level;
        let under = self.sections[from + 1..].iter().take_while(|section| section.level > level);
        let all = std::iter::once(&self.sections[from]).chain(under);
        all.fold((0, 0), |(words, prompts), section| (words + section.words, prompts + section.prompts))
    }
}

fn about(words: usize, budget: usize) -> bool {
    words * 100 >= budget * 85 && words * 100 <= budget * 115
}

#[test]
fn every_article_holds_what_its_brief_asks_for() {
    for brief in &BRIEFS {
        let article = library::article(brief.slug).expect("it is in the library");
        let (parts, slug) = (Parts::of(&article), brief.slug);
        let total: usize = parts.sections.iter().map(|section| section.words).sum();
        assert!(brief.words.contains(&total), "{slug}: {total} words");
        let ids: Vec<&str> = parts.sections.iter().map(|section| section.id.as_str()).collect();
        assert_eq!(ids, brief.sections.iter().map(|(id, ..)| *id).collect::<Vec<_>>(), "{slug}");
        for &(id, budget, prompts) in brief.sections {
            let (words, asked) = parts.whole(id);
            assert!(budget == 0 || about(words, budget), "{slug}#{id}: {words} words, about {budget} are wanted");
            assert!(prompts == 0 || asked == prompts, "{slug}#{id}: {asked} prompts");
        }
        assert!(parts.spoken.len() >= brief.spoken, "{slug}: {} spoken lines", parts.spoken.len());
        assert!(parts.spoken.iter().all(|&words| words < 40), "{slug}: a spoken line is short");
        for &(kind, least) in brief.callouts {
            let there = parts.callouts.iter().filter(|&&callout| callout == kind).count();
            assert!(there >= least, "{slug}: {there} callouts “{}”", kind.label());
        }
        assert!(parts.bulleted >= brief.bulleted, "{slug}: {} bulleted lists", parts.bulleted);
        assert!(parts.numbered >= brief.numbered, "{slug}: {} numbered lists", parts.numbered);
        assert_eq!(parts.tables, 1, "{slug}: tables");
        assert!(article.footnotes.len() >= brief.notes, "{slug}: {} notes", article.footnotes.len());
        assert!(article.glossary.len() >= brief.terms, "{slug}: {} terms", article.glossary.len());
        assert_eq!(article.discussion.len(), 5, "{slug}: questions for a class");
        let figures: Vec<&str> = parts.figures.iter().map(|figure| figure.id.as_str()).collect();
        assert_eq!(figures, brief.figures, "{slug}");
    }
}

#[test]
fn figures_are_said_in_words() {
    for brief in &BRIEFS {
        let article = library::article(brief.slug).expect("it is in the library");
        for figure in Parts::of(&article).figures {
            let id = &figure.id;
            assert!(figure.alt.chars().count() <= 150, "{id}: its one sentence is short");
            let caption = figure.caption.as_ref().map(leaf_text).unwrap_or_default();
            assert!(caption.ends_with("Illustration, not data."), "{id}: {caption}");
            let described = figure.description.iter().map(|inlines| closely::article::plain_text(inlines));
            let described = described.map(|text| text.split_whitespace().count()).sum::<usize>();
            assert!((60..=120).contains(&described), "{id}: {described} words of description");
        }
    }
}

#[test]
fn help_is_named_in_full_at_the_end_of_each() {
    for brief in &BRIEFS {
        let article = library::article(brief.slug).expect("it is in the library");
        let parts = Parts::of(&article);
        let (words, _) = parts.whole("getting-support");
        assert!((90..=130).contains(&words), "{}: {words} words", brief.slug);
        let said: String =
            parts.paragraphs.iter().filter(|(id, _)| id == "getting-support").map(|(_, l)| leaf_text(l)).collect();
        for point in [
            "bleeding",
            "quarrels",
            "flashbacks",
            "people like you",
            "fault",
            "emergency number",
            "domestic-abuse or sexual-assault helpline",
            "device",
            "crisis line now",
            "afraid of",
        ] {
            assert!(said.contains(point), "{}: “{point}” is missing", brief.slug);
        }
    }
}

#[test]
fn the_way_to_help_stands_where_nobody_hides_it() {
    // A callout may be left out by a reader who wants plain text.
    let article = library::article("pace-and-closeness").expect("it is in the library");
    let parts = Parts::of(&article);
    let leads_there = |inline: &Inline| matches!(inline, Inline::Link { target: LinkTarget::Section(section), .. } if section == "getting-support");
    assert!(parts.paragraphs.iter().any(|(id, leaf)| id == "armour" && leaf.inlines.iter().any(leads_there)));
}
