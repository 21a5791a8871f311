//! The dialog of one highlight: its words, colour, note and ends, and the way to those that overlap it.

use super::button::{button, close_button};
use super::colour_names::colour_names;
use super::deleting::delete;
use super::icon::icon;
use super::note_field::{NoteField, NoteTarget};
use super::sentence::sentence;
use super::sheet::open_while;
use super::swatch::swatch;
use super::written::Written;
use crate::annotation::{Annotation, Colour, Kind, Step};
use crate::library;
use crate::platform::{dialog, dom, focus, selection, timer};
use crate::state::{Keeping, Status, use_colours, use_keeping, use_status};
use crate::words::{self, HOLES};
use leptos::prelude::*;

/// The highlight that the dialog shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Opened {
    /// Its id.
    pub(crate) id: String,
    /// Made just now, for a note: without the note it was not wanted.
    pub(crate) for_note: bool,
    /// Opened to write: the note has the focus.
    pub(crate) at_note: bool,
    /// All that lie over one another where it was opened, the innermost first.
    pub(crate) stack: Vec<String>,
}

/// What the article can do with a highlight.
#[derive(Clone, Copy)]
pub(crate) struct Hands {
    /// Id and words of the highlights that share words with one.
    pub(crate) overlapping: Callback<String, Vec<(String, String)>>,
    /// Copies a link to its words.
    pub(crate) copy_link: Callback<String>,
    /// Opens the other ways to pass it on.
    pub(crate) share: Callback<String>,
    /// Moves one of its ends by a word.
    pub(crate) step: Callback<(String, Step)>,
    /// Lets its ends be dragged, in the text.
    pub(crate) drag: Callback<String>,
}

/// The dialog.
pub(crate) fn highlight_dialog(opened: RwSignal<Option<Opened>>, hands: Hands) -> AnyView {
    let keeping = use_keeping();
    let status = use_status();
    let element = NodeRef::<leptos::html::Dialog>::new();
    let id = move || opened.with(|opened| opened.as_ref().map(|opened| opened.id.clone()));
    let annotation = move |id: &str| keeping.read(|notebook| notebook.get(id).cloned());
    let there = Memo::new(move |_| id().filter(|id| annotation(id).is_some()));
    // The note as it was, for a reader who cancels.
    let before = StoredValue::new(None::<Annotation>);
    let written = Written::default();
    let cancelled = StoredValue::new(false);
    // The highlight that was made for its note.
    let made = StoredValue::new(None::<String>);

    open_while(element, Box::new(move || there.with(Option::is_some)));
    let closed = move |_| {
        // The note saves itself when it loses the focus; only then is it known whether there is one. What the browser
        // gave the focus back to keeps it.
        if selection::in_field() {
            focus::leave();
        }
        let cancelled = cancelled.try_update_value(std::mem::take).unwrap_or_default();
        let _ = made.try_set_value(None);
        let Some(last) = opened.get_untracked() else { return };
        opened.set(None);
        return_to(last.id.clone());
        let empty = last.for_note && withdraw_empty(keeping, &last.id);
        if cancelled && !empty {
            written.take_back(keeping, status, before.get_value());
        }
    };
    // Every way out is the dialog's own closing.
    let close = Callback::new(move |()| {
        if let Some(element) = element.get_untracked() {
            dialog::close(&element);
        }
    });
    let cancel = Callback::new(move |()| {
        cancelled.set_value(true);
        close.run(());
    });
    let content = move || {
        there.get().map(|id| {
            let last = opened.get_untracked();
            let new = last.as_ref().is_some_and(|last| last.for_note);
            let writes = last.as_ref().is_some_and(|last| last.at_note);
            let made_before = made.try_update_value(|made| std::mem::replace(made, new.then(|| id.clone()))).flatten();
            if let Some(left) = made_before.filter(|left| *left != id) {
                // Its field saves itself as it goes.
                timer::next_frame(move || {
                    withdraw_empty(keeping, &left);
                });
            }
            before.set_value(keeping.read_untracked(|n| n.get(&id).filter(|_| !new).cloned()));
            let stack = last.map(|last| last.stack).unwrap_or_default();
            content(id, opened, stack, Ways { close, cancel, new, writes, written }, hands)
        })
    };
    view! {
        <dialog
            class="dialog hl-dialog"
            aria-label=words::marks::highlight()
            node_ref=element
            on:close=closed
            on:click=|event| dialog::close_by_veil(&event)
            on:keydown=move |event: web_sys::KeyboardEvent| {
                if event.key() == "Escape" && !event.is_composing() {
                    cancelled.set_value(true);
                }
            }
        >
            <div class="dialog-body">{move || content()}</div>
        </dialog>
    }
    .into_any()
}

/// A note that was never written leaves no highlight behind. Says whether that was so.
fn withdraw_empty(keeping: Keeping, id: &str) -> bool {
    let empty = !keeping.read_untracked(|notebook| notebook.get(id).is_some_and(Annotation::has_body));
    if empty {
        let _ = keeping.withdraw(id);
    }
    empty
}

/// The highlight that was open gets the focus, where the browser has nothing to give it back to: its mark may have been
/// made again.
fn return_to(id: String) {
    timer::next_frame(move || {
        if focus::is_nowhere() {
            // Ids are hexadecimal digits; one from elsewhere that could end the selector finds nothing.
            let id = id.replace(['"', '\\'], "");
            let control = dom::query(&format!(":is(mark[role=button], .mark-dot)[data-annotation=\"{id}\"]"));
            control.inspect(focus::focus);
        }
    });
}

/// The ways out.
#[derive(Clone, Copy)]
struct Ways {
    close: Callback<()>,
    cancel: Callback<()>,
    /// Whether the highlight was made for the note.
    new: bool,
    /// Whether the note has the focus at first.
    writes: bool,
    /// What was written into the note since the dialog opened.
    written: Written,
}

fn content(id: String, opened: RwSignal<Option<Opened>>, stack: Vec<String>, ways: Ways, hands: Hands) -> AnyView {
    let keeping = use_keeping();
    let status = use_status();
    let key = StoredValue::new(id.clone());
    let annotation = Memo::new(move |_| keeping.read(|notebook| key.with_value(|id| notebook.get(id).cloned())));
    let colour = move || annotation.with(|a| a.as_ref().and_then(Annotation::colour));
    let quote = move || annotation.with(|a| a.as_ref().and_then(Annotation::quote).map(|q| q.exact.clone()));
    let meta = annotation.with_untracked(|a| a.as_ref().and_then(|a| library::meta(&a.article)));
    let language = meta.and_then(|meta| words::lang_of(&meta.language));
    let its_own = language.clone();
    let delete = move || {
        ways.close.run(());
        delete(keeping, status, key.get_value());
    };
    let share = move || {
        ways.close.run(());
        hands.share.run(key.get_value());
    };
    let tags = move || {
        let tags = annotation.with(|a| a.as_ref().map(|a| a.tags.clone()).unwrap_or_default());
        let tag = |tag: String| view! { <span class="tag">{tag}</span> }.into_any();
        (!tags.is_empty())
            .then(|| view! { <p class="dialog-tags">{tags.into_iter().map(tag).collect_view()}</p> }.into_any())
    };
    let overlapping = move || {
        // Again when an end of it moves.
        annotation.track();
        also(hands.overlapping.run(key.get_value()), opened, language.as_deref())
    };
    view! {
        <div class="dialog-head">
            <h2>{words::marks::highlight()}</h2>
            {close_button(move || ways.close.run(()))}
        </div>
        {steps(&id, stack, opened, status)}
        <blockquote class="dialog-quote" lang=its_own>
            <mark data-colour=move || colour().map(Colour::name)>{move || quote().unwrap_or_default()}</mark>
        </blockquote>
        {choices(annotation)}
        <label class="field-label" for="highlight-note">
            {words::marks::note()}
        </label>
        <div class="prompt dialog-note">
            <NoteField id="highlight-note" target=NoteTarget::Of(id) autofocus=ways.writes done=Some(ways.close) written=ways.written />
        </div>
        {move || tags()}
        {move || overlapping()}
        {ends(key, ways, hands)}
        <details class="dialog-fold">
            <summary>{words::marks::name_colours()}</summary>
            {colour_names("dialog-colour")}
        </details>
        <div class="dialog-acts">
            {button("btn-quiet", Some("link"), words::marks::copy_link(), move || hands.copy_link.run(key.get_value()))}
            {button("btn-quiet", Some("up"), words::marks::share(), share)}
            {button("btn-quiet danger", Some("trash"), words::marks::delete(), delete)}
            {button("btn-quiet", None, words::marks::cancel(), move || ways.cancel.run(()))}
            {button("btn", None, words::marks::done(), move || ways.close.run(()))}
        </div>
    }
    .into_any()
}

/// Through those that lie over one another: "1 of 3".
fn steps(id: &str, stack: Vec<String>, opened: RwSignal<Option<Opened>>, status: Status) -> Option<AnyView> {
    let count = stack.len();
    let at = stack.iter().position(|other| other == id).filter(|_| count > 1)?;
    let way = |name: &'static str, sign: &'static str, to: usize| {
        let stack = stack.clone();
        let go = move |_| {
            if let Some(id) = stack.get(to).cloned() {
                opened.set(Some(Opened { id, for_note: false, at_note: false, stack: stack.clone() }));
                status.murmur(words::marks::step_of(to + 1, count));
            }
        };
        view! {
            <button type="button" class="tool" aria-label=name on:click=go>
                {icon(sign)}
            </button>
        }
        .into_any()
    };
    Some(
        view! {
            <div class="dialog-steps" role="group" aria-label=words::marks::highlights_here()>
                {way(words::marks::previous_here(), "back", (at + count - 1) % count)}
                <span>{words::marks::step_of(at + 1, count)}</span>
                {way(words::marks::next_here(), "next", (at + 1) % count)}
            </div>
        }
        .into_any(),
    )
}

/// Those that share words with this one, by their words.
fn also(others: Vec<(String, String)>, opened: RwSignal<Option<Opened>>, language: Option<&str>) -> Option<AnyView> {
    let other = |(id, quote): (String, String)| {
        let go = move |_| {
            opened.set(Some(Opened { id: id.clone(), for_note: false, at_note: false, stack: vec![id.clone()] }));
        };
        view! {
            <button type="button" class="text-btn" lang=language.map(str::to_owned) on:click=go>
                {words::marks::quoted(&quote)}
            </button>
        }
        .into_any()
    };
    (!others.is_empty()).then(|| {
        let others = others.into_iter().map(other).collect_view().into_any();
        view! { <p class="overlap">{sentence(&words::marks::also_here(HOLES[0]), [others])}</p> }.into_any()
    })
}

/// The colours, by the reader's names.
fn choices(annotation: Memo<Option<Annotation>>) -> AnyView {
    let (keeping, status, colours) = (use_keeping(), use_status(), use_colours());
    let recolour = move |new: Colour| {
        if let Some(mut annotation) = annotation.get_untracked() {
            if let Kind::Highlight { colour, .. } = &mut annotation.kind {
                *colour = new;
            }
            if let Err(error) = keeping.put(annotation) {
                status.say(error.to_string());
            }
        }
    };
    let choice = move |each: Colour| {
        let chosen = move || annotation.with(|a| a.as_ref().and_then(Annotation::colour)) == Some(each);
        view! {
            <label class="sw-row">
                <input type="radio" name="highlight-colour" prop:checked=chosen on:change=move |_| recolour(each) />
                {swatch(each, "sw")}
                <span>{move || colours.name(each)} <span class="vh">{format!(" ({})", each.label())}</span></span>
            </label>
        }
        .into_any()
    };
    view! {
        <fieldset class="swatches">
            <legend class="vh">{words::marks::colour()}</legend>
            {Colour::ALL.map(choice).into_iter().collect_view()}
        </fieldset>
    }
    .into_any()
}

/// Where the highlight begins and ends, word by word, or by hand in the text.
fn ends(key: StoredValue<String>, ways: Ways, hands: Hands) -> AnyView {
    let move_end =
        move |step: Step| button("text-btn", None, step.label(), move || hands.step.run((key.get_value(), step)));
    let drag = move || {
        let id = key.get_value();
        ways.close.run(());
        hands.drag.run(id);
    };
    view! {
        <details class="dialog-fold">
            <summary>{words::marks::change_ends()}</summary>
            <p class="dialog-ends">
                {Step::ALL.map(move_end).into_iter().collect_view()}
                {(!ways.new).then(|| button("text-btn", None, words::marks::drag_ends(), drag))}
            </p>
        </details>
    }
    .into_any()
}
