//! The blocks of an article.

use super::inlines::{leaf_words, plain};
use super::section::section_heading;
use super::{Reading, drawing};
use crate::article::{Block, CalloutKind, Figure, Leaf, Picture, Prompt, Table, leaf_text};
use crate::components::highlight_this::highlight_this;
use crate::components::icon::icon;
use crate::components::note_field::{NoteField, NoteTarget};
use crate::words;
use leptos::prelude::*;

/// Blocks in order.
pub(crate) fn blocks(blocks: Vec<Block>, reading: Reading) -> Vec<AnyView> {
    blocks.into_iter().map(|block| self::block(block, reading)).collect()
}

fn block(block: Block, reading: Reading) -> AnyView {
    match block {
        Block::Heading { section, leaf } => section_heading(section, leaf, reading),
        Block::Paragraph(leaf) => {
            let start = leaf.start;
            let highlight = highlight_this(start, words::marks::highlight_this_paragraph(), reading.meta);
            view! { <p data-start=start>{leaf_words(leaf, reading)} {highlight}</p> }.into_any()
        }
        Block::List { ordered: None, items } => view! { <ul role="list">{list_items(items, reading)}</ul> }.into_any(),
        Block::List { ordered: Some(first), items } => {
            let start = (first != 1).then_some(first);
            view! { <ol role="list" start=start>{list_items(items, reading)}</ol> }.into_any()
        }
        Block::Quote(inner) => view! { <blockquote class="script">{blocks(inner, reading)}</blockquote> }.into_any(),
        Block::Table(table) => self::table(table, reading),
        Block::Callout { kind, blocks } => callout(kind, blocks, reading),
        Block::Figure(figure) => self::figure(figure, reading),
        Block::Prompts { lead, prompts } => {
            let (language, label) = (&reading.meta.language, words::article::to_reflect_on());
            let lead = lead.map(|lead| {
                view! { <p class="prompt-lead" lang=words::lang_of(language)>{plain(&lead, reading)}</p> }.into_any()
            });
            let fields = prompts.into_iter().map(|prompt| self::prompt(prompt, reading)).collect_view();
            view! {
                <div class="prompt" role="group" aria-label=label lang=words::lang_within(language)>
                    <p class="prompt-label"><svg class="i" aria-hidden="true" focusable="false"><use href="#icon-reflect" /></svg> {label}</p>
                    {lead}
                    {fields}
                </div>
            }
            .into_any()
        }
        Block::Code(leaf) => {
            let start = leaf.start;
            view! { <pre tabindex="0"><code data-start=start>{leaf_words(leaf, reading)}</code></pre> }.into_any()
        }
        Block::Rule => view! { <hr /> }.into_any(),
    }
}

/// An item that is one paragraph is that paragraph: no space around it.
fn list_items(items: Vec<Vec<Block>>, reading: Reading) -> Vec<AnyView> {
    let item = |mut inner: Vec<Block>| match (inner.len(), inner.pop()) {
        (1, Some(Block::Paragraph(leaf))) => {
            let start = leaf.start;
            let highlight = highlight_this(start, words::marks::highlight_this_point(), reading.meta);
            view! { <li data-start=start>{leaf_words(leaf, reading)} {highlight}</li> }.into_any()
        }
        (_, last) => {
            inner.extend(last);
            view! { <li>{blocks(inner, reading)}</li> }.into_any()
        }
    };
    items.into_iter().map(item).collect()
}

fn table(table: Table, reading: Reading) -> AnyView {
    let labels: Vec<String> = table.head.iter().map(leaf_text).collect();
    let id = table.caption.as_ref().map(|caption| format!("table-{}", caption.start));
    let caption = table.caption.zip(id.clone()).map(|(leaf, id)| {
        let start = leaf.start;
        view! { <caption id=id data-start=start>{leaf_words(leaf, reading)}</caption> }.into_any()
    });
    let head = table.head.into_iter().map(|leaf| {
        let start = leaf.start;
        view! { <th role="columnheader" scope="col" data-start=start>{leaf_words(leaf, reading)}</th> }.into_any()
    });
    let rows = table.rows.into_iter().map(|row| {
        let cells = row.into_iter().zip(labels.clone()).enumerate();
        let cells = cells.map(|(column, (leaf, label))| cell(column, leaf, label, reading)).collect_view();
        view! { <tr role="row">{cells}</tr> }.into_any()
    });
    view! {
        <div class="table-wrap" role=id.is_some().then_some("region") aria-labelledby=id tabindex="0">
            <table role="table">
                {caption} <thead role="rowgroup">
                    <tr role="row">{head.collect_view()}</tr>
                </thead> <tbody role="rowgroup">{rows.collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// The first cell names the row.
fn cell(column: usize, leaf: Leaf, label: String, reading: Reading) -> AnyView {
    let start = leaf.start;
    let words = leaf_words(leaf, reading);
    if column == 0 {
        view! { <th role="rowheader" scope="row" data-start=start>{words}</th> }.into_any()
    } else {
        view! {
            <td role="cell" data-label=label>
                <span data-start=start>{words}</span>
            </td>
        }
        .into_any()
    }
}

fn callout(kind: CalloutKind, inner: Vec<Block>, reading: Reading) -> AnyView {
    let (class, sign, label) = match kind {
        CalloutKind::Evidence => ("callout callout-evidence", "evidence", words::article::evidence()),
        CalloutKind::Try => ("callout callout-try", "try", words::article::try_this()),
        CalloutKind::Note => ("callout callout-info", "info", words::article::good_to_know()),
        CalloutKind::Safety => ("callout callout-safety", "safety", words::article::safety()),
    };
    view! {
        <div class=class role="note" aria-label=label>
            <p class="callout-label" lang=words::lang_within(&reading.meta.language)>{icon(sign)} {label}</p>
            {blocks(inner, reading)}
        </div>
    }
    .into_any()
}

fn figure(figure: Figure, reading: Reading) -> AnyView {
    let Figure { id, number, alt, picture, caption, description } = figure;
    let picture = match picture {
        Picture::Drawing { view_box, shapes } => drawing::drawing(&id, &alt, &description, (view_box, shapes)),
        Picture::Image { file, width, height } => {
            let src = reading.site.file(&format!("figures/{file}"));
            view! { <img src=src alt=alt width=width height=height loading="lazy" decoding="async" /> }.into_any()
        }
    };
    let caption = caption.map(|leaf| {
        let start = leaf.start;
        let highlight = highlight_this(start, words::marks::highlight_this_caption(), reading.meta);
        view! { <span data-start=start>{leaf_words(leaf, reading)} {highlight}</span> }.into_any()
    });
    let language = words::lang_within(&reading.meta.language);
    let description = (!description.is_empty()).then(|| {
        let paragraphs =
            description.iter().map(|inlines| view! { <p>{plain(inlines, reading)}</p> }.into_any()).collect_view();
        view! {
            <details>
                <summary lang=language>{words::article::describe_picture()}</summary>
                {paragraphs}
            </details>
        }
        .into_any()
    });
    view! {
        <figure class="figure" id=id>
            {picture}
            <figcaption>
                <b lang=language>{format!("{} ", words::article::figure(number as usize))}</b>
                {caption}
                {description}
            </figcaption>
        </figure>
    }
    .into_any()
}

fn prompt(prompt: Prompt, reading: Reading) -> AnyView {
    let Prompt { id, question, section } = prompt;
    let section = reading.meta.sections.get(section as usize).map(|section| section.id.clone()).unwrap_or_default();
    let target = NoteTarget::New {
        article: reading.meta.slug.clone(),
        revision: reading.meta.revision.clone(),
        section,
        kind: crate::annotation::Kind::Answer { prompt: id.clone(), question: question.clone() },
    };
    view! {
        <label for=id.clone() lang=words::lang_of(&reading.meta.language)>{question}</label>
        <NoteField id=id target=target />
    }
    .into_any()
}
