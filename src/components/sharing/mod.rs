//! Sharing and citing: an article, a section of it, or a passage.

mod cite_dialog;
mod code;
mod share_dialog;

pub(crate) use cite_dialog::{cite_dialog, cited};
pub(crate) use code::drawn;
pub(crate) use share_dialog::share_dialog;

use crate::annotation::{ArticleText, TextRange};
use crate::article::{Meta, Section};
use crate::citation::{Locator, Source};
use crate::link::{Route, TextDirective};
use crate::pack::{Passage, Place, Stop};
use crate::platform::{clipboard, clock, history};
use crate::state::{Site, Status, use_site, use_status};
use crate::words;
use leptos::prelude::*;

/// What is shared or cited: the article, unless a section or a passage is named.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Subject {
    /// Id of the section.
    pub(crate) section: Option<String>,
    /// The passage.
    pub(crate) range: Option<TextRange>,
}

/// What can be done with an article's places.
#[derive(Clone, Copy)]
pub(crate) struct Sharing {
    meta: &'static Meta,
    text: StoredValue<ArticleText>,
    site: Site,
    status: Status,
    /// What the dialog "Share" is open for.
    pub(crate) shared: RwSignal<Option<Subject>>,
    /// What the dialog "Cite" is open for.
    pub(crate) cited: RwSignal<Option<Subject>>,
}

impl Sharing {
    pub(crate) fn new(meta: &'static Meta, text: StoredValue<ArticleText>) -> Sharing {
        let (shared, cited) = (RwSignal::new(None), RwSignal::new(None));
        Sharing { meta, text, site: use_site(), status: use_status(), shared, cited }
    }

    /// Opens the dialog "Share" for a section.
    pub(crate) fn share_section(self, id: &str) {
        self.shared.set(Some(Subject { section: Some(id.to_owned()), range: None }));
    }

    /// Opens the dialog "Share" for a passage.
    pub(crate) fn share_passage(self, range: TextRange) {
        self.shared.set(Some(self.passage(range)));
    }

    /// Opens the dialog "Cite" for a passage.
    pub(crate) fn cite_passage(self, range: TextRange) {
        self.cited.set(Some(self.passage(range)));
    }

    fn passage(self, range: TextRange) -> Subject {
        Subject { section: self.meta.section_at(range.start()).map(|section| section.id.clone()), range: Some(range) }
    }

    fn section(self, subject: &Subject) -> Option<&'static Section> {
        self.meta.section(subject.section.as_deref()?)
    }

    /// The words of a passage.
    pub(crate) fn quote(self, subject: &Subject) -> Option<String> {
        let range = subject.range?;
        Some(self.text.with_value(|text| text.quote(range).to_owned()))
    }

    /// What the subject is called.
    pub(crate) fn title(self, subject: &Subject) -> String {
        let section = self.section(subject).map(|section| format!("{}: {}", self.meta.title, section.title));
        section.unwrap_or_else(|| self.meta.title.clone())
    }

    /// The address of the subject. A passage's names it twice: in the query for the app, and in the fragment for any
    /// browser. Where no directive names the passage and nothing else it is the section's.
    pub(crate) fn address(self, subject: &Subject) -> String {
        let route = match self.section(subject) {
            Some(section) => Route::section(&self.meta.slug, &section.id),
            None => Route::article(&self.meta.slug),
        };
        let plain = format!("{}{}", history::origin(), self.site.href(&route));
        let directive =
            subject.range.and_then(|range| self.text.with_value(|text| TextDirective::describe(text, range)));
        let Some(directive) = directive.map(|directive| directive.to_string()) else { return plain };
        match plain.split_once('#') {
            Some((article, section)) => format!("{article}?text={directive}#{section}:~:text={directive}"),
            None => format!("{plain}?text={directive}#:~:text={directive}"),
        }
    }

    /// The words with what they are from and where they stand.
    fn quotation(self, subject: &Subject) -> String {
        let quote = self.quote(subject).map(|quote| format!("“{quote}”\n")).unwrap_or_default();
        format!("{quote}{}\n{}", self.title(subject), self.address(subject))
    }

    /// The source for a citation: its address is the section's, which will go on working.
    fn source(self, subject: &Subject) -> Source {
        let section = self.section(subject);
        let address = self.address(&Subject { range: None, ..subject.clone() });
        Source {
            section: section.map(|s| Locator { number: s.number.clone(), title: s.title.clone() }),
            quote: self.quote(subject),
            ..Source::of_article(self.meta, address, clock::today())
        }
    }

    /// The subject as a stop of a reading pack.
    fn stop(self, subject: &Subject) -> Stop {
        let section = self.section(subject).map(|section| section.id.clone());
        let place = match (subject.range, section) {
            (None, None) => Place::Article,
            (None, Some(section)) => Place::Section(section),
            (Some(range), section) => {
                let section = section.unwrap_or_default();
                Place::Passage(self.text.with_value(|text| Passage::describe(text, range, &section)))
            }
        };
        let (article, revision) = (self.meta.slug.clone(), self.meta.revision.clone());
        Stop { article, revision, place, question: String::new() }
    }

    /// Copies the address of a passage.
    pub(crate) fn copy_address_of(self, range: TextRange) {
        copy(self.status, self.address(&self.passage(range)), words::sharing::link_copied());
    }
}

/// Copies a text and says so.
pub(crate) fn copy(status: Status, text: String, said: &'static str) {
    clipboard::copy(text, move |copied| say_copied(status, copied, said));
}

/// Copies a text with its markup and says so.
fn copy_marked(status: Status, text: String, html: String, said: &'static str) {
    clipboard::copy_marked(text, html, move |copied| say_copied(status, copied, said));
}

fn say_copied(status: Status, copied: Result<(), clipboard::NotCopied>, said: &'static str) {
    match copied {
        Ok(()) => status.say(said),
        Err(_) => status.say(words::sharing::not_copied()),
    }
}

/// A modal dialog that is open while `subject` is something; its content is made when it is wanted.
fn modal(
    class: &'static str,
    heading: &'static str,
    subject: RwSignal<Option<Subject>>,
    content: Box<dyn Fn(Subject) -> AnyView + Send>,
) -> AnyView {
    use super::button::close_button;
    use super::sheet::open_while;
    use crate::platform::dialog;
    let element = NodeRef::<leptos::html::Dialog>::new();
    open_while(element, Box::new(move || subject.with(Option::is_some)));
    let body = move || {
        subject.get().map(|shown| {
            view! {
                <div class="dialog-body">
                    <div class="dialog-head">
                        <h2>{heading}</h2>
                        {close_button(move || subject.set(None))}
                    </div>
                    {content(shown)}
                </div>
            }
            .into_any()
        })
    };
    view! {
        <dialog
            class=class
            aria-label=heading
            node_ref=element
            on:close=move |_| subject.set(None)
            on:click=|event| dialog::close_by_veil(&event)
        >
            {body}
        </dialog>
    }
    .into_any()
}
