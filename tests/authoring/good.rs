//! A good library: every device of the notation, the tree it becomes, and where its text stands.

use crate::support::{FRONT, Scratch, article, assert_places, fixture};
use closely::article::{
    Article, Block, CalloutKind, Date, Figure, Inline, LinkTarget, Picture, Shape, ShapeTag, leaf_text, plain_text,
};
use closely::build::{embed, load, published_list};

fn devices() -> Article {
    load(&fixture("good/articles")).unwrap().articles.into_iter().nth(1).unwrap()
}

fn text(words: &str) -> Inline {
    Inline::Text(words.to_owned())
}

/// The first leaf that begins so.
fn inlines(article: &Article, beginning: &str) -> Vec<Inline> {
    let leaf = article.leaves().into_iter().find(|leaf| leaf_text(leaf).starts_with(beginning));
    leaf.unwrap_or_else(|| panic!("no {beginning}")).inlines.clone()
}

fn figures(article: &Article) -> Vec<&Figure> {
    article.blocks.iter().filter_map(|b| if let Block::Figure(figure) = b { Some(figure) } else { None }).collect()
}

#[test]
fn articles_come_in_their_order_from_directories_too() {
    let library = load(&fixture("good/articles")).unwrap();
    let slugs: Vec<_> = library.articles.iter().map(|article| article.meta.slug.as_str()).collect();
    assert_eq!(slugs, ["second", "devices"]);
}

#[test]
fn the_slug_breaks_a_tie_of_order() {
    let text = format!("{FRONT}## A\n\nWords.\n");
    let scratch = Scratch::new(&[("b.md", &text), ("a.md", &text), ("a-b.md", &text)]);
    let library = load(&scratch.articles()).unwrap();
    let slugs: Vec<_> = library.articles.iter().map(|article| article.meta.slug.as_str()).collect();
    assert_eq!(slugs, ["a", "a-b", "b"]);
}

#[test]
fn front_matter_is_read() {
    let meta = devices().meta;
    assert_eq!((meta.title.as_str(), meta.subtitle.as_str()), ("Every Device", "What an article may hold"));
    assert_eq!(meta.summary, "Every device of the notation, once.");
    assert_eq!(meta.topics, ["Notation", "Tests"]);
    assert_eq!(meta.published, Date { year: 2026, month: 1, day: 31 });
    assert_eq!(meta.updated, Date { year: 2026, month: 2, day: 28 });
    assert_eq!((meta.order, meta.language.as_str()), (2, "en-GB"));
    assert_eq!(article("## A\n\nWords.\n").meta.language, "en");
    assert_eq!(devices().discussion, ["What is missing?"]);
}

#[test]
fn sections_have_ids_numbers_and_former_ids() {
    let sections = devices().meta.sections;
    let listed: Vec<_> = sections.iter().map(|s| (s.id.as_str(), s.level, s.number.as_str())).collect();
    let expected = [
        ("plain", 2, "1"),
        ("links", 3, ""),
        ("ete-a-zurich-loeuvre-2", 2, "2"),
        ("bands", 2, "3"),
        ("pictures", 3, ""),
        ("scripts", 2, "4"),
    ];
    assert_eq!(listed, expected);
    assert_eq!(sections[0].title, "Plain text");
    assert_eq!(sections[0].aliases, ["prose", "text"]);
}

#[test]
fn every_leaf_knows_its_place() {
    for article in load(&fixture("good/articles")).unwrap().articles {
        assert_places(&article);
    }
    let article = devices();
    let first = &article.meta.sections[0];
    let opening = "An opening paragraph before any heading, on two lines.";
    assert_eq!(first.start as usize, opening.chars().count() + 1);
    assert!(article.text().starts_with(&format!("{opening}\nPlain text\nSome emphasis, some strong nested words,")));
}

#[test]
fn text_is_one_run_and_marks_nest() {
    let inlines = inlines(&devices(), "Some emphasis");
    let expected = [
        text("Some "),
        Inline::Emphasis(vec![text("emphasis")]),
        text(", some "),
        Inline::Strong(vec![text("strong "), Inline::Emphasis(vec![text("nested")]), text(" words")]),
        text(", "),
        Inline::Strikethrough(vec![text("struck")]),
        text(", "),
        Inline::Code("code <b>".to_owned()),
        text(" and AT&T."),
        Inline::FootnoteReference { footnote: 0, mention: 1 },
        text(" A line"),
        Inline::Break,
        text("broken on purpose. Cited twice."),
        Inline::FootnoteReference { footnote: 0, mention: 2 },
    ];
    assert_eq!(inlines, expected);
}

#[test]
fn links_are_followed() {
    let mut targets = Vec::new();
    for inline in inlines(&devices(), "To the text") {
        match inline {
            Inline::Link { target, inlines } => targets.push((plain_text(&inlines), target)),
            Inline::Term { entry, inlines } => {
                targets.push((plain_text(&inlines), LinkTarget::Section(format!("term {entry}"))));
            }
            _ => {}
        }
    }
    let here = |id: &str| LinkTarget::Section(id.to_owned());
    let second =
        |section: Option<&str>| LinkTarget::Article { slug: "second".to_owned(), section: section.map(str::to_owned) };
    let out = |address: &str| LinkTarget::External(address.to_owned());
    let expected = [
        ("the text", here("plain")),
        ("a former id", here("plain")),
        ("a picture", here("fig-curves")),
        ("a term", here("term 0")),
        ("the second article", second(None)),
        ("its section", second(Some("start"))),
        ("its address", second(Some("start"))),
        ("this article’s own", here("links")),
        ("out", out("HTTPS://example.org/a?b=c#d")),
        ("https://example.org/", out("https://example.org/")),
        ("me@example.org", out("mailto:me@example.org")),
        ("by reference", out("mailto:you@example.org")),
    ];
    assert_eq!(targets, expected.map(|(words, target)| (words.to_owned(), target)));
}

#[test]
fn quotes_lists_code_and_rules_keep_their_shape() {
    let article = devices();
    let after = article.blocks.iter().skip_while(|block| !matches!(block, Block::Quote(_)));
    let [
        Block::Quote(quote),
        Block::List { ordered: Some(1), items },
        Block::List { ordered: Some(7), .. },
        Block::Rule,
    ] = after.take(4).collect::<Vec<_>>()[..]
    else {
        panic!("{:?}", article.blocks)
    };
    assert!(matches!(quote[..], [Block::Paragraph(_), Block::Quote(_)]));
    assert_eq!(items.len(), 3);
    let [Block::Paragraph(_), Block::List { ordered: None, items: nested }] = &items[1][..] else {
        panic!("{items:?}")
    };
    let [Block::Paragraph(_), Block::Code(code)] = &nested[1][..] else { panic!("{nested:?}") };
    assert_eq!(leaf_text(code), "let x = 1;\n\nlet y = 2;");
}

#[test]
fn tables_have_captions_and_even_rows() {
    let article = devices();
    let table =
        article.blocks.iter().find_map(|b| if let Block::Table(table) = b { Some(table) } else { None }).unwrap();
    let caption = table.caption.as_ref().unwrap();
    assert_eq!(caption.inlines[0], text("Two "));
    assert_eq!(leaf_text(caption), "Two paths, the same honesty");
    assert_eq!(table.head.iter().map(leaf_text).collect::<Vec<_>>(), ["Path", "Needs"]);
    let rows: Vec<Vec<String>> = table.rows.iter().map(|row| row.iter().map(leaf_text).collect()).collect();
    assert_eq!(rows, [["One", "Words"], ["Two", ""], ["Three", "a | b"]]);
}

#[test]
fn a_caption_may_stand_inside_a_callout_and_other_words_are_no_caption() {
    let article = article("## A\n\n> [!NOTE]\n> Table: Inside\n>\n> | a |\n> | - |\n> | b |\n\nTables: none.\n");
    let Block::Callout { blocks, .. } = &article.blocks[1] else { panic!("{article:?}") };
    let [Block::Table(table)] = &blocks[..] else { panic!("{blocks:?}") };
    assert_eq!(leaf_text(table.caption.as_ref().unwrap()), "Inside");
    assert!(matches!(article.blocks[2], Block::Paragraph(_)));
}

#[test]
fn callouts_are_known_by_their_marker() {
    let article = devices();
    let callouts: Vec<_> = article
        .blocks
        .iter()
        .filter_map(|block| if let Block::Callout { kind, blocks } = block { Some((*kind, blocks)) } else { None })
        .collect();
    let kinds: Vec<_> = callouts.iter().map(|(kind, _)| *kind).collect();
    assert_eq!(kinds, [CalloutKind::Evidence, CalloutKind::Try, CalloutKind::Note, CalloutKind::Safety]);
    let [Block::Paragraph(first), Block::List { .. }] = &callouts[0].1[..] else { panic!("{callouts:?}") };
    assert_eq!(leaf_text(first), "What is known.");
}

#[test]
fn an_escaped_marker_is_a_quotation() {
    let article = article("## A\n\n> \\[!FOO] said the page.\n");
    assert!(matches!(article.blocks[1], Block::Quote(_)));
}

#[test]
fn prompts_belong_to_the_chapter_and_not_to_the_text() {
    let article = devices();
    let mut prompts = Vec::new();
    let mut leads = Vec::new();
    for block in &article.blocks {
        if let Block::Prompts { lead, prompts: listed } = block {
            leads.push(lead.as_deref().map(plain_text));
            prompts.extend(listed.iter().map(|p| (p.id.as_str(), p.question.as_str(), p.section)));
        }
    }
    let expected = [
        ("bands-p1", "What do you usually feel?", 3),
        ("bands-p2", "What would you say?", 3),
        ("pictures-p1", "Of the chapter, not of the section below it?", 3),
    ];
    assert_eq!(prompts, expected);
    assert_eq!(leads, [Some("Skip this one whenever you like.".to_owned()), None]);
    assert!(!article.text().contains("What would you say") && !article.text().contains("Skip this one"));
}

#[test]
fn a_lead_may_follow_the_marker_without_an_empty_line() {
    let article = article("## A\n\n> [!REFLECT]\n> A lead.\n> - Why? {#a-p1}\n");
    assert!(matches!(&article.blocks[1], Block::Prompts { lead: Some(_), prompts } if prompts.len() == 1));
}

#[test]
fn figures_are_drawn_or_measured() {
    let article = devices();
    let figures = figures(&article);
    let [curves, photo] = figures[..] else { panic!("{figures:?}") };
    assert_eq!((curves.id.as_str(), curves.number, curves.alt.as_str()), ("fig-curves", 1, "Two curves that meet."));
    assert_eq!(leaf_text(curves.caption.as_ref().unwrap()), "Two curves. Illustration, not data.");
    let description: Vec<_> = curves.description.iter().map(|paragraph| plain_text(paragraph)).collect();
    assert_eq!(description, ["The first curve rises.", "The second falls."]);
    assert!(!article.text().contains("The first curve rises"));
    assert_eq!((photo.id.as_str(), photo.number, photo.caption.is_none()), ("fig-photo", 2, true));
    assert_eq!(photo.picture, Picture::Image { file: "fig-photo.png".to_owned(), width: 4, height: 3 });

    let second = load(&fixture("good/articles")).unwrap().articles.into_iter().next().unwrap();
    let Some(Block::Figure(beside)) = second.blocks.last() else { panic!("{second:?}") };
    assert_eq!(beside.picture, Picture::Image { file: "fig-beside.gif".to_owned(), width: 7, height: 5 });
}

#[test]
fn a_drawing_keeps_its_shapes_attributes_and_words() {
    let article = devices();
    let Picture::Drawing { view_box, shapes } = &figures(&article)[0].picture else { panic!() };
    assert_eq!(view_box, "0 0 640 360");
    let [defs, group, words] = &shapes[..] else { panic!("{shapes:?}") };
    assert_eq!((defs.tag, defs.children[0].tag), (ShapeTag::Defs, ShapeTag::Pattern));
    let attributes: Vec<_> = group.attributes.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    assert_eq!(attributes, [("transform", "translate(10,20) rotate(-3)"), ("class", "f-line f-dash")]);
    assert_eq!(group.children.iter().map(|shape| shape.tag).collect::<Vec<_>>(), [ShapeTag::Path, ShapeTag::Rect]);
    assert_eq!(words.text, "Trust & ");
    let tail = Shape { tag: ShapeTag::Tspan, attributes: Vec::new(), children: Vec::new(), text: ", both".to_owned() };
    assert_eq!(words.children[0].text, "time");
    assert_eq!(words.children[1], tail);
}

#[test]
fn notes_are_numbered_by_first_mention() {
    let article = devices();
    let notes: Vec<_> = article.footnotes.iter().map(|note| (note.key.as_str(), note.mentions)).collect();
    assert_eq!(notes, [("nave2015", 2), ("word", 1), ("cera2021", 2)]);
    let source = &article.footnotes[2].blocks[0];
    assert_eq!(plain_text(source), "Cera, N. (2021). A review. Sex. Med., 9, 100370.");
    assert!(source.contains(&Inline::Emphasis(vec![text("Sex. Med.")])));
    let word = &article.footnotes[1].blocks;
    assert_eq!(word.len(), 2);
    // The body cites the source first; the note's own citation is the second.
    assert_eq!(word[0].last(), Some(&Inline::FootnoteReference { footnote: 2, mention: 2 }));
    assert!(!article.text().contains("A note of its own"));
}

#[test]
fn the_glossary_is_in_alphabetical_order() {
    let article = devices();
    let terms: Vec<_> = article.glossary.iter().map(|entry| entry.term.as_str()).collect();
    assert_eq!(terms, ["Élan", "Vulnerability"]);
    let term = inlines(&article, "Combining").into_iter().find_map(|inline| match inline {
        Inline::Term { entry, .. } => Some(entry),
        _ => None,
    });
    assert_eq!(term, Some(1));
}

#[test]
fn other_scripts_arrive_as_they_were_written() {
    let text = devices().text();
    for words in
        ["親密さとは、相手に自分を見せること。", "שלום עולם, and مرحبا بالعالم.", "e\u{301}, a family: 👨‍👩‍👧‍👦, a flag: 🇨🇭"]
    {
        assert!(text.contains(words), "{words}");
    }
}

#[test]
fn a_heading_without_an_id_gets_one_in_its_own_script() {
    let id = |title: &str| article(&format!("## {title}\n\nWords.\n")).meta.sections[0].id.clone();
    assert_eq!(id("Don’t *rush* it!"), "dont-rush-it");
    assert_eq!(id("Crème brûlée & Straße"), "creme-brulee-strasse");
    assert_eq!(id("Cre\u{300}me"), "creme");
    assert_eq!(id("親密 さ"), "親密-さ");
    assert_eq!(id("Ἀγάπη ΕΡΩΣ"), "ἀγάπη-ερωσ");
    assert_eq!(id("हिन्दी"), "हिन्दी");
}

#[test]
fn line_ends_and_a_byte_order_mark_change_nothing() {
    let unix = article("## A\n\nOne line\nand another.\n");
    let scratch = Scratch::new(&[]);
    scratch.write("one.md", &format!("\u{feff}{FRONT}## A\n\nOne line\nand another.\n").replace('\n', "\r\n"));
    assert_eq!(load(&scratch.articles()).unwrap().articles[0], unix);
}

#[test]
fn the_revision_is_that_of_the_text_alone() {
    let one = article("## A {#a}\n\nSome *words*.\n");
    let other = article("## A {#b}\n\nSome **words**.[^n]\n\n> [!REFLECT]\n> - Why? {#p}\n\n[^n]: A note.\n");
    assert_eq!(one.meta.revision, other.meta.revision);
    assert_ne!(one.meta.revision, article("## A\n\nSome word.\n").meta.revision);
    // Known for ever: FNV-1a of "A\nSome words.".
    assert_eq!(one.meta.revision, "c029574382f82c0f");
}

#[test]
fn words_are_counted_in_scripts_with_and_without_spaces() {
    let length = |body: &str| {
        let meta = article(&format!("## A\n\n{body}\n")).meta;
        (meta.words, meta.minutes)
    };
    assert_eq!(length("Two words – no more."), (5, 1));
    assert_eq!(length(&"word ".repeat(344)), (345, 2));
    assert_eq!(length(&"word ".repeat(343)), (344, 1));
    assert_eq!(length(&"字".repeat(921)), (462, 2));
}

#[test]
fn the_list_of_published_sections_keeps_former_ids() {
    let library = load(&fixture("good/articles")).unwrap();
    let list = published_list(&library.articles);
    let lines: Vec<_> = list.lines().filter(|line| !line.starts_with('#')).collect();
    assert!(lines.is_sorted());
    assert!(
        lines.contains(&"devices#plain") && lines.contains(&"devices#prose") && lines.contains(&"second#old-start")
    );
    let scratch = Scratch::new(&[("one.md", &format!("{FRONT}## A\n\nWords.\n"))]);
    scratch.write("published-sections.txt", &published_list(&load(&scratch.articles()).unwrap().articles));
    assert!(load(&scratch.articles()).is_ok(), "the list that is written is the list that is accepted");
}

#[test]
fn what_is_embedded_is_what_was_read() {
    let library = load(&fixture("good/articles")).unwrap();
    let scratch = Scratch::new(&[]);
    let out = scratch.articles();
    embed(&library, &out).unwrap();
    let code = std::fs::read_to_string(out.join("library.rs")).unwrap();
    for article in &library.articles {
        let name = format!("article-{}.postcard", article.meta.slug);
        assert!(code.contains(&format!("(\"{}\", ARTICLE_", article.meta.slug)) && code.contains(&name));
        let found: Article = closely::article::decode(&std::fs::read(out.join(name)).unwrap()).unwrap();
        assert_eq!(found, *article);
    }
}

#[test]
fn an_excerpt_is_one_section_that_leads_nowhere_it_is_not() {
    let body = "Before.\n\n## One {#one}\n\nA [word](#gloss-w)[^n] and [there](#two).\n\n> [!REFLECT]\n> - Why? \
                {#one-p1}\n\n### Sub {#sub}\n\nMore.\n\n## Two {#two}\n\nEnd. A [word](#gloss-w).\n\n[^n]: A note.\n";
    let front =
        FRONT.replace("order = 1\n", "order = 1\n[[glossary]]\nid = \"gloss-w\"\nterm = \"w\"\ndefinition = \"d\"\n");
    let scratch = Scratch::new(&[("one.md", &format!("{front}{body}"))]);
    let article = load(&scratch.articles()).unwrap().articles.remove(0);
    let blocks = closely::article::excerpt(article.clone(), Some("one"));
    let [Block::Heading { .. }, Block::Paragraph(leaf), Block::List { items, .. }] = blocks.as_slice() else {
        panic!("{blocks:?}");
    };
    let link = Inline::Link {
        target: LinkTarget::Article { slug: "one".to_owned(), section: Some("two".to_owned()) },
        inlines: vec![text("there")],
    };
    assert_eq!(leaf.inlines, [text("A "), text("word"), text(" and "), link, text(".")]);
    assert_eq!(items.len(), 1);
    assert_eq!(closely::article::excerpt(article.clone(), None).len(), article.blocks.len());
}
