//! Looking for the place of a mark that lost it: the reader selects the words, and the mark goes there.
//!
//! The last words selected count, so that a press on the dock may drop the selection. Nothing changes until "Attach here",
//! or until the words are highlighted by the keyboard: `Marks::attach_picked`.

use super::marks::Marks;
use crate::annotation::{Annotation, TextRange};
use crate::components::button::button;
use crate::link::Route;
use crate::platform::dom::{self, Listener};
use crate::platform::selection;
use crate::state::{effect, use_deciding, use_keeping, use_site, use_status, while_shown};
use crate::words;
use leptos::prelude::*;

/// The dock, while a mark of this article looks for its place.
pub(super) fn picking(marks: Marks) -> AnyView {
    let keeping = use_keeping();
    let picking = use_deciding().picking();
    let slug = marks.meta().slug.as_str();
    let wanted = Memo::new(move |_| {
        let id = picking.get()?;
        keeping.read(|notebook| notebook.get(&id).filter(|annotation| annotation.article == slug).cloned())
    });
    view! { {move || wanted.get().map(|annotation| dock(marks, annotation))} }.into_any()
}

fn dock(marks: Marks, annotation: Annotation) -> AnyView {
    let (status, picking) = (use_status(), use_deciding().picking());
    let site = use_site();
    let chosen = RwSignal::new(None::<TextRange>);
    let look = move |_| {
        if selection::in_field() {
            return;
        }
        let article = dom::by_id("article");
        let range = article.and_then(|root| marks.text().with_value(|text| selection::range_in(&root, text, false)));
        if range.is_some() {
            chosen.set(range);
        }
    };
    while_shown(vec![Listener::on_document("selectionchange", look)]);
    let quote = annotation.quote().map(|quote| super::marks::shortened(&quote.exact)).unwrap_or_default();
    let picked =
        move || chosen.get().map(|range| marks.text().with_value(|text| super::marks::shortened(text.quote(range))));
    let said = Memo::new(move |_| match picked() {
        Some(picked) => words::reader::goes_to(&picked),
        None => words::reader::select_words().to_owned(),
    });
    effect(move || status.murmur(said.get()));
    let attach_here = move || {
        let Some(range) = chosen.get_untracked() else {
            status.say(words::reader::select_words_first());
            return;
        };
        selection::clear();
        marks.attach_picked(range);
    };
    let cancel = move || {
        picking.set(None);
        site.navigate(&Route::Notebook);
    };
    view! {
        <section
            class="dock picking"
            aria-label=words::reader::pick_a_place()
            on:pointerdown=|event| event.prevent_default()
        >
            <p>
                <span class="dock-quote" lang=words::lang_of(&marks.meta().language)>
                    {words::reader::quoted(&quote)}
                </span>
                <span>{move || said.get()}</span>
            </p>
            <div class="dock-acts">
                {button("btn-quiet", None, words::reader::cancel(), cancel)}
                {button("btn", None, words::reader::attach_here(), attach_here)}
            </div>
        </section>
    }
    .into_any()
}
