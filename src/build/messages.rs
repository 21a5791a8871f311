//! The wording of the faults: what is wrong, then what to do.
//!
//! A message must never leave the author without the next step, and never quote more of the file than the fault.

use super::FaultKind;
use std::fmt;

/// " Did you mean `x`?" or nothing.
fn near(candidate: &Option<String>) -> String {
    candidate.as_ref().map(|name| format!(" Did you mean `{name}`?")).unwrap_or_default()
}

impl fmt::Display for FaultKind {
    #[rustfmt::skip] // One fault, one line of wording: it reads as a list.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use FaultKind::*;
        match self {
            Unreadable { error } =>
                write!(f, "this can’t be read ({error}). Check that it exists and that you may read it."),
            NoArticles =>
                write!(f, "there is no article here. Put at least one `.md` file in it, or point CLOSELY_ARTICLES at a directory that has one."),
            BadSlug { slug } =>
                write!(f, "`{slug}` can’t be an address. Name the file with lower-case letters a-z, digits and hyphens; a name that starts with `_` is skipped."),
            DuplicateSlug { slug, first } =>
                write!(f, "the address `{slug}` is already taken by {first}. Rename one of the two files."),
            InvalidUtf8 =>
                write!(f, "this line is not valid UTF-8. Save the file as UTF-8."),
            ControlCharacter { code } =>
                write!(f, "the control character U+{code:04X} stands here. Remove it."),
            DirectionOverride { code } =>
                write!(f, "the invisible character U+{code:04X}, which overrides the direction of text, stands here. Remove it; right-to-left letters need no help."),
            NoFrontMatter =>
                write!(f, "there is no front matter. Begin the file with TOML between two `+++` lines."),
            YamlFrontMatter =>
                write!(f, "front matter is TOML between `+++` lines, not YAML between `---`. Write `title = \"…\"` between two `+++` lines."),
            OpenFrontMatter =>
                write!(f, "the front matter is never closed. End it with a line of `+++`."),
            MalformedToml { message } =>
                write!(f, "the front matter is not valid TOML: {message}. Correct this line."),
            DuplicateKey { key } =>
                write!(f, "the key `{key}` is here a second time. Keep one of the two."),
            UnknownKey { key, known } =>
                write!(f, "there is no key `{key}`. Use one of: {known}."),
            MissingKey { key, example } =>
                write!(f, "the key `{key}` is missing. Add `{example}`."),
            MalformedValue { key, expected } =>
                write!(f, "`{key}` is malformed. Write {expected}."),
            EmptyValue { key } =>
                write!(f, "`{key}` is empty. Give it some text."),
            UpdatedBeforePublished =>
                write!(f, "`updated` is before `published`. Set it to the day of the last revision, or to the day of publication."),
            BadId { id, suggestion: Some(better) } =>
                write!(f, "`{id}` can’t be an id. Use lower-case letters, digits and hyphens, such as `{better}`."),
            BadId { id, suggestion: None } =>
                write!(f, "`{id}` can’t be an id. Use lower-case letters, digits and hyphens."),
            ReservedId { id } =>
                write!(f, "the id `{id}` belongs to the interface. Choose another one, such as `{{#the-{id}}}`."),
            DuplicateId { id, first } =>
                write!(f, "the id `{id}` is already taken at {first}. Give one of the two another id; that of a figure is the name of its file."),
            NoDerivedId =>
                write!(f, "no id can be made from this heading. Write one after it: `{{#my-id}}`."),
            EmptyBody =>
                write!(f, "the article has no body. Write it below the front matter, with a `## Heading` for each section."),
            NoSection =>
                write!(f, "the article has no section. Begin at least one with `## Heading`."),
            TitleInBody =>
                write!(f, "the title is the only heading of the first level. Begin this section with `##`."),
            SkippedLevel { from: 1, to } =>
                write!(f, "the first heading is at level {to}. Begin it with `##`."),
            SkippedLevel { from, to } =>
                write!(f, "a heading of level {to} follows one of level {from}. Don’t skip a level: use {} `#` signs.", from + 1),
            EmptyHeading =>
                write!(f, "this heading has no words. Write them, or remove it."),
            NestedHeading =>
                write!(f, "a heading stands inside a list, a quote or a note. Move it out; headings begin sections."),
            UnknownHeadingAttribute { attribute } =>
                write!(f, "a heading can’t have `{attribute}`. Use only `{{#id}}` and `alias=old-id`; for a brace in the words write `\\{{`."),
            RawHtml { html } =>
                write!(f, "raw HTML is not allowed: `{html}`. Write it in Markdown; for the characters themselves use `\\<` or a code span."),
            TooDeep =>
                write!(f, "this is nested too deeply. Use fewer levels of lists, quotes and emphasis."),
            EmptyItem =>
                write!(f, "this list item is empty. Write it, or remove it."),
            EmptyCode =>
                write!(f, "this code block is empty. Write it, or remove it."),
            OpenCode =>
                write!(f, "this code block is never closed. End it with a line of the signs that began it."),
            CaptionWithoutTable =>
                write!(f, "a caption without a table. Put `Table: …` directly above a table, with an empty line between, or begin the paragraph otherwise."),
            EmptyCaption =>
                write!(f, "the caption has no words. Write them after `Table:`, or remove the line."),
            UnknownMarker { marker } =>
                write!(f, "there is no block `[!{marker}]`. Use EVIDENCE, TRY, NOTE, SAFETY, REFLECT or FIGURE."),
            MarkerNotAlone { marker } =>
                write!(f, "`[!{marker}]` shares its line. Let it stand alone and begin the text on the next line with `> `."),
            EmptyCallout { marker } =>
                write!(f, "`[!{marker}]` holds nothing. Write its text below the marker, on lines that begin with `> `."),
            ImageInText =>
                write!(f, "a picture stands inside other text. Put it in a figure block: `> [!FIGURE]`, the picture, the caption, the description."),
            FigureWithoutPicture =>
                write!(f, "this figure has no picture. Put `![what it shows](file.svg)` alone on the line below `[!FIGURE]`."),
            FigureWithoutCaption =>
                write!(f, "this figure has no caption. Write one as a paragraph of its own below the picture."),
            FigurePart =>
                write!(f, "a figure holds one picture and paragraphs only. Move this out of the figure."),
            NoAlternativeText { file } =>
                write!(f, "the picture `{file}` has no alternative text. Say in a sentence what it shows: `![…]({file})`."),
            PictureName { file } =>
                write!(f, "`{file}` can’t be the name of a picture. Give only the file’s name, in lower-case letters, digits and hyphens, such as `my-figure.svg`."),
            PictureKind { file } =>
                write!(f, "`{file}` is of an unknown kind. Use .svg, .png, .jpg, .webp, .gif or .avif."),
            PictureMissing { file, looked } =>
                write!(f, "the picture `{file}` does not exist. Put it in {looked}."),
            PictureUnreadable { file, error } =>
                write!(f, "the picture `{file}` can’t be read: {error}. Save it again as the kind that its name says."),
            DrawingXml { message } =>
                write!(f, "the drawing is not valid SVG: {message}. Correct it."),
            DrawingRoot =>
                write!(f, "a drawing needs `<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 640 360\">` as its root. Add what is missing."),
            DrawingElement { element } =>
                write!(f, "the element `{element}` is not allowed in a drawing. Use g, path, circle, ellipse, rect, line, polyline, polygon, text, tspan, defs, pattern or marker."),
            DrawingAttribute { element, attribute } if element == "svg" =>
                write!(f, "the attribute `{attribute}` is not allowed on `svg`. Keep only xmlns and viewBox; put the rest on a `g`."),
            DrawingAttribute { element, attribute } =>
                write!(f, "the attribute `{attribute}` of `{element}` is not allowed in a drawing. Remove it; classes such as `f-line` set the look."),
            DrawingValue { attribute, value, expected } =>
                write!(f, "`{attribute}=\"{value}\"` is not allowed in a drawing. Use {expected}."),
            DrawingReference { id } =>
                write!(f, "`url(#{id})` points at nothing. Give an element of this file that id, or correct it."),
            DrawingId { id, figure } =>
                write!(f, "the id `{id}` could clash with others on the page. Begin it with the figure’s name: `{figure}-…`."),
            DrawingText { element } =>
                write!(f, "words stand inside `{element}`. Put them in a `text` element."),
            PromptsForm =>
                write!(f, "`[!REFLECT]` holds one list of questions, with a paragraph before it at most. Move the rest out."),
            PromptWithoutId =>
                write!(f, "this question has no id, and answers are kept under it. End the line with one: `{{#my-question-p1}}`."),
            EmptyPrompt =>
                write!(f, "this question has no words. Write them before its id."),
            PromptNotPlain =>
                write!(f, "a question is one paragraph of plain text. Move links, notes and lists out of it."),
            PromptOutsideSection =>
                write!(f, "questions stand before the first heading. Move them below a `## Heading`."),
            LinkScheme { target } =>
                write!(f, "the link `{target}` is not allowed. Link to http, https or mailto, to `#section`, or to `article.md#section`."),
            BrokenLink { target } if target.is_empty() =>
                write!(f, "this link has no address. Link to `#section`, `article.md#section` or a full https address."),
            BrokenLink { target } =>
                write!(f, "the link `{target}` leads nowhere. Link to `#section`, `article.md#section` or a full https address."),
            NoSuchSection { id, article: None, near: other } =>
                write!(f, "there is no `#{id}` in this article.{} Correct the link, or give a heading `{{#{id}}}`.", near(other)),
            NoSuchSection { id, article: Some(slug), near: other } =>
                write!(f, "there is no `#{id}` in {slug}.md.{} Correct the link.", near(other)),
            NoSuchArticle { slug, near: other } =>
                write!(f, "there is no article `{slug}`.{} Correct the link.", near(other)),
            EmptyLink { target } =>
                write!(f, "the link to `{target}` has no words. Write them between the brackets."),
            LinkTitle =>
                write!(f, "the title of this link would not be shown. Remove the words in quotation marks after the address."),
            UndefinedReference { label } =>
                write!(f, "the link reference `[{label}]` is not defined. Write the address, or `\\[` for a bracket."),
            UndefinedNote { key, near: other } =>
                write!(f, "there is no source or note `{key}`.{} Add it to [sources], or define it with `[^{key}]: …`.", near(other)),
            UnusedNote { key } =>
                write!(f, "the note `{key}` is never cited. Cite it with `[^{key}]`, or remove it."),
            UnusedSource { key } =>
                write!(f, "the source `{key}` is never cited. Cite it with `[^{key}]`, or remove it."),
            DuplicateNote { key, first } =>
                write!(f, "the note `{key}` is already defined on line {first}. Keep one of the two."),
            SourceAndNote { key, source } =>
                write!(f, "`{key}` is a source too, on line {source}. Rename the note."),
            BadSourceKey { key } =>
                write!(f, "`{key}` can’t be cited. Use letters, digits, hyphens and underscores."),
            SourceForm { key } =>
                write!(f, "the source `{key}` is more than a line of text. Use plain text with emphasis and links; put `\\` before a sign that starts a list or a heading."),
            NoteForm { key } =>
                write!(f, "the note `{key}` holds more than paragraphs, or nothing. Write it as plain paragraphs."),
            UnusedTerm { id, term } =>
                write!(f, "the glossary entry “{term}” is never marked. Mark its first use with `[…](#{id})`, or remove the entry."),
            PublishedForm { line } =>
                write!(f, "`{line}` is not `slug#id`. Correct it, or start it with `#` if it is a comment."),
            PublishedArticle { slug, id } =>
                write!(f, "`{slug}#{id}` was published, and the article `{slug}` is gone: links to it would break. Bring the file back."),
            PublishedSection { slug, id } =>
                write!(f, "`{slug}#{id}` was published, and is gone: links to it would break. Add `alias={id}` to the heading that took its place in {slug}.md: `## Heading {{#new-id alias={id}}}`."),
            WordsSyntax { message } =>
                write!(f, "this is not Fluent: {message}. Write `key = What is said`; what goes on in the next line is indented."),
            WordsForm { key, what } =>
                write!(f, "`{key}` has {what}, which the program does not read. Use text, `{{ $name }}`, `{{ \"text\" }}`, `{{ NUMBER($name) }}`, and `{{ $count -> … }}` over the kinds of plural."),
            WordsTwice { key } =>
                write!(f, "`{key}` is here a second time. Keep one of the two, or give one another key."),
            WordsMissing { key, language } =>
                write!(f, "`{key}` is not said in this language ({language}). Add it here."),
            WordsUnknown { key } =>
                write!(f, "`{key}` is not said in English, so nobody asks for it. Remove it, or add it there."),
            WordsVariables { key, expected } =>
                write!(f, "`{key}` names something else than in English, or takes for a number what is none there. Name each of: {expected}."),
            Embed { error } =>
                write!(f, "the articles can’t be written ({error}). Check the space and the permissions of the target directory."),
        }
    }
}
