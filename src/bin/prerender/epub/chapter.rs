//! An article as a chapter of a book.

use super::Book;
use super::package::chapter_name;
use super::xhtml::{attribute, document, element};
use crate::Site;
use crate::metadata::escape;
use closely::article::{
    Article, Block, Figure, Footnote, Inline, Leaf, LinkTarget, Picture, Prompt, Shape, ShapeTag, Table,
};
use closely::link::Route;

/// The chapter's file.
pub(super) fn xhtml(article: &Article, book: &Book, site: &Site) -> Vec<u8> {
    let writer = Writer { article, book, site };
    let meta = &article.meta;
    let mut body = format!(
        "<header><h1>{}</h1><p class=\"standfirst\">{}</p><p class=\"byline\">{} · revised {}</p></header>\n",
        escape(&meta.title),
        escape(&meta.subtitle),
        escape(&meta.byline),
        escape(&meta.updated.long())
    );
    body.push_str(&writer.blocks(&article.blocks));
    body.push_str(&writer.back_matter());
    document(&meta.language, &meta.title, &body).into_bytes()
}

struct Writer<'a> {
    article: &'a Article,
    book: &'a Book,
    site: &'a Site,
}

impl Writer<'_> {
    fn blocks(&self, blocks: &[Block]) -> String {
        blocks.iter().map(|block| self.block(block) + "\n").collect()
    }

    fn block(&self, block: &Block) -> String {
        match block {
            Block::Heading { section, leaf } => {
                let section = self.article.meta.sections.get(*section as usize);
                let level = section.map_or(2, |section| section.level);
                let id = section.map(|section| attribute("id", &section.id)).unwrap_or_default();
                element(&format!("h{level}"), &id, &self.leaf(leaf))
            }
            Block::Paragraph(leaf) => element("p", "", &self.leaf(leaf)),
            Block::List { ordered: None, items } => element("ul", "", &self.items(items)),
            Block::List { ordered: Some(first), items } => {
                element("ol", &attribute("start", &first.to_string()), &self.items(items))
            }
            Block::Quote(inner) => element("blockquote", "", &self.blocks(inner)),
            Block::Table(table) => self.table(table),
            Block::Callout { kind, blocks } => {
                let label = kind.label();
                let inner = element("p", " class=\"label\"", label) + &self.blocks(blocks);
                element("aside", &attribute("aria-label", label), &inner)
            }
            Block::Figure(figure) => self.figure(figure),
            Block::Prompts { lead, prompts } => self.prompts(lead.as_deref(), prompts),
            Block::Code(leaf) => element("pre", "", &element("code", "", &self.leaf(leaf))),
            Block::Rule => "<hr/>".to_owned(),
        }
    }

    /// An item that is one paragraph is that paragraph.
    fn items(&self, items: &[Vec<Block>]) -> String {
        let item = |item: &Vec<Block>| match item.as_slice() {
            [Block::Paragraph(leaf)] => element("li", "", &self.leaf(leaf)),
            blocks => element("li", "", &self.blocks(blocks)),
        };
        items.iter().map(item).collect()
    }

    fn table(&self, table: &Table) -> String {
        let caption = table.caption.as_ref().map(|leaf| element("caption", "", &self.leaf(leaf)));
        let head: String = table.head.iter().map(|leaf| element("th", " scope=\"col\"", &self.leaf(leaf))).collect();
        let row = |row: &Vec<Leaf>| {
            let cells = row.iter().enumerate().map(|(column, leaf)| match column {
                0 => element("th", " scope=\"row\"", &self.leaf(leaf)),
                _ => element("td", "", &self.leaf(leaf)),
            });
            element("tr", "", &cells.collect::<String>())
        };
        let rows: String = table.rows.iter().map(row).collect();
        let head = element("thead", "", &element("tr", "", &head));
        element("table", "", &format!("{}{head}{}", caption.unwrap_or_default(), element("tbody", "", &rows)))
    }

    fn figure(&self, figure: &Figure) -> String {
        let picture = match &figure.picture {
            Picture::Drawing { view_box, shapes } => {
                let title = format!("{}-title", figure.id);
                let attributes = format!(
                    " xmlns=\"http://www.w3.org/2000/svg\"{} role=\"img\"{}",
                    attribute("viewBox", view_box),
                    attribute("aria-labelledby", &title)
                );
                let title = element("title", &attribute("id", &title), &escape(&figure.alt));
                element("svg", &attributes, &(title + &shapes.iter().map(shape).collect::<String>()))
            }
            Picture::Image { file, width, height } => format!(
                "<img{}{} width=\"{width}\" height=\"{height}\"/>",
                attribute("src", &format!("figures/{file}")),
                attribute("alt", &figure.alt)
            ),
        };
        let caption = figure.caption.as_ref().map(|leaf| self.leaf(leaf)).unwrap_or_default();
        let caption = element("p", "", &format!("<b>Figure {}.</b> {caption}", figure.number));
        let description: String =
            figure.description.iter().map(|inlines| element("p", "", &self.inlines(inlines))).collect();
        let caption = element("figcaption", "", &(caption + &description));
        element("figure", &attribute("id", &figure.id), &(picture + &caption))
    }

    fn prompts(&self, lead: Option<&[Inline]>, prompts: &[Prompt]) -> String {
        let lead = lead.map(|lead| element("p", "", &self.inlines(lead))).unwrap_or_default();
        let questions: String = prompts.iter().map(|prompt| element("li", "", &escape(&prompt.question))).collect();
        let label = element("p", " class=\"label\"", "To reflect on");
        element("div", " class=\"prompts\"", &format!("{label}{lead}{}", element("ul", "", &questions)))
    }

    fn leaf(&self, leaf: &Leaf) -> String {
        self.inlines(&leaf.inlines)
    }

    fn inlines(&self, inlines: &[Inline]) -> String {
        inlines.iter().map(|inline| self.inline(inline)).collect()
    }

    fn inline(&self, inline: &Inline) -> String {
        match inline {
            Inline::Text(text) => escape(text),
            Inline::Emphasis(inner) => element("em", "", &self.inlines(inner)),
            Inline::Strong(inner) => element("strong", "", &self.inlines(inner)),
            Inline::Strikethrough(inner) => element("s", "", &self.inlines(inner)),
            Inline::Code(text) => element("code", "", &escape(text)),
            Inline::Link { target, inlines } => match self.address(target) {
                Some(href) => element("a", &attribute("href", &href), &self.inlines(inlines)),
                None => self.inlines(inlines),
            },
            Inline::FootnoteReference { footnote, mention } => {
                let number = footnote.saturating_add(1);
                format!(
                    "<sup><a id=\"ref-{number}-{mention}\" href=\"#note-{number}\" epub:type=\"noteref\" \
                     role=\"doc-noteref\">{number}</a></sup>"
                )
            }
            Inline::Term { entry, inlines } => match self.article.glossary.get(*entry as usize) {
                Some(entry) => element("a", &attribute("href", &format!("#{}", entry.id)), &self.inlines(inlines)),
                None => self.inlines(inlines),
            },
            Inline::Break => "<br/>".to_owned(),
        }
    }

    /// Inside the book where it holds the place; else on the site, where that is known.
    fn address(&self, target: &LinkTarget) -> Option<String> {
        match target {
            LinkTarget::Section(id) => Some(format!("#{id}")),
            LinkTarget::Article { slug, section } if self.book.holds(slug) => {
                let file = chapter_name(slug);
                Some(section.as_ref().map_or(file.clone(), |section| format!("{file}#{section}")))
            }
            LinkTarget::Article { slug, section } => {
                let route = Route::Read { slug: slug.clone(), section: section.clone() };
                self.site.absolute(&self.site.base.href(&route))
            }
            LinkTarget::External(url) => Some(url.clone()),
        }
    }

    fn back_matter(&self) -> String {
        let Article { discussion, footnotes, glossary, .. } = self.article;
        let mut html = String::new();
        let mut section = |id: &str, kind: &str, title: &str, inner: String| {
            html.push_str(&format!(
                "<section{kind} aria-labelledby=\"{id}\"><h2 id=\"{id}\">{title}</h2>{inner}</section>\n"
            ));
        };
        if !discussion.is_empty() {
            let questions: String = discussion.iter().map(|question| element("li", "", &escape(question))).collect();
            section("class-heading", "", "For a class", element("ol", "", &questions));
        }
        if !footnotes.is_empty() {
            let notes: String = footnotes.iter().enumerate().map(|(index, note)| self.note(index + 1, note)).collect();
            let kind = " epub:type=\"endnotes\" role=\"doc-endnotes\"";
            section("notes-heading", kind, "Notes", element("ol", "", &notes));
        }
        if !glossary.is_empty() {
            let entry = |entry: &closely::article::GlossaryEntry| {
                let term = element("dfn", "", &escape(&entry.term));
                let term = element("dt", &attribute("id", &entry.id), &term);
                term + &element("dd", "", &escape(&entry.definition))
            };
            let kind = " epub:type=\"glossary\" role=\"doc-glossary\"";
            let entries: String = glossary.iter().map(entry).collect();
            section("words-heading", kind, "Words used here", element("dl", "", &entries));
        }
        html
    }

    fn note(&self, number: usize, note: &Footnote) -> String {
        let words: Vec<String> = note.blocks.iter().map(|inlines| self.inlines(inlines)).collect();
        let back = format!(
            " <a href=\"#ref-{number}-1\" role=\"doc-backlink\" aria-label=\"Back to note {number} in the text\">↑</a>"
        );
        element("li", &format!(" id=\"note-{number}\""), &element("p", "", &(words.join(" ") + &back)))
    }
}

/// An SVG element. Colours that follow the site's theme are those of a printed page here.
fn shape(shape: &Shape) -> String {
    let name = match shape.tag {
        ShapeTag::G => "g",
        ShapeTag::Path => "path",
        ShapeTag::Circle => "circle",
        ShapeTag::Ellipse => "ellipse",
        ShapeTag::Rect => "rect",
        ShapeTag::Line => "line",
        ShapeTag::Polyline => "polyline",
        ShapeTag::Polygon => "polygon",
        ShapeTag::Text => "text",
        ShapeTag::Tspan => "tspan",
        ShapeTag::Defs => "defs",
        ShapeTag::Pattern => "pattern",
        ShapeTag::Marker => "marker",
    };
    let attributes: String = shape.attributes.iter().map(|(name, value)| attribute(name, colour(value))).collect();
    let children: String = shape.children.iter().map(self::shape).collect();
    element(name, &attributes, &(escape(&shape.text) + &children))
}

fn colour(value: &str) -> &str {
    match value {
        "var(--accent)" => "#982723",
        "var(--paper)" => "#ffffff",
        "var(--tint)" => "#f6f2ec",
        "var(--edge)" | "var(--rule)" => "#8a827c",
        "var(--ink-2)" => "#554e49",
        other => other,
    }
}
