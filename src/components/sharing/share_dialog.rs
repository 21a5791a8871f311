//! The dialog "Share": every way to pass a place on.

use super::{Sharing, Subject, copy, drawn, modal};
use crate::components::button::button;
use crate::platform::{paper, share};
use crate::state::use_packs;
use leptos::prelude::*;

/// The dialog.
pub(crate) fn share_dialog(sharing: Sharing) -> AnyView {
    modal("dialog set-dialog share-dialog", "Share", sharing.shared, Box::new(move |subject| content(sharing, subject)))
}

fn content(sharing: Sharing, subject: Subject) -> AnyView {
    let packs = use_packs();
    let status = sharing.status;
    let title = sharing.title(&subject);
    let what = match sharing.quote(&subject) {
        Some(quote) => view! { <blockquote class="dialog-quote">{quote}</blockquote> }.into_any(),
        None => ().into_any(),
    };
    let with_words = if subject.range.is_some() { "Copy quote with link" } else { "Copy title with link" };
    let print_words = if subject.section.is_some() { "Print this section" } else { "Print this article" };
    let subject = StoredValue::new(subject);
    let address = move || subject.with_value(|subject| sharing.address(subject));
    let close = move || sharing.shared.set(None);
    let sheet = share::is_there().then(|| {
        button("btn-quiet", Some("up"), "Share with an app", move || {
            let (title, text) = subject.with_value(|s| (sharing.title(s), sharing.quote(s).unwrap_or_default()));
            share::share(&title, &text, &address());
        })
    });
    view! {
        <p class="share-what">{title}</p>
        {what}
        <div class="share-ways">
            {button("btn-quiet", Some("link"), "Copy link", move || copy(status, address(), "Link copied"))}
            {button("btn-quiet", Some("copy"), with_words, move || {
                copy(status, subject.with_value(|subject| sharing.quotation(subject)), "Copied, with its link");
            })}
            {sheet}
            {button("btn-quiet", Some("cite"), "Cite", move || {
                close();
                sharing.cited.set(Some(subject.get_value()));
            })}
            {button("btn-quiet", Some("contents"), "Add to pack", move || {
                let said = packs.add_stop(subject.with_value(|subject| sharing.stop(subject)));
                close();
                status.say(said);
            })}
            {button("btn-quiet", Some("print"), print_words, move || {
                close();
                match subject.with_value(|subject| subject.section.clone()) {
                    Some(section) => paper::print_section(&section),
                    None => paper::print(),
                }
            })}
            {drawn(Box::new(address), RwSignal::new(None), status)}
        </div>
    }
    .into_any()
}
