//! The dialog "Share": every way to pass a place on.

use super::{Sharing, Subject, copy, drawn, modal};
use crate::components::button::button;
use crate::platform::{paper, share};
use crate::state::use_packs;
use crate::words;
use leptos::prelude::*;

/// The dialog.
pub(crate) fn share_dialog(sharing: Sharing) -> AnyView {
    modal(
        "dialog set-dialog share-dialog",
        words::sharing::share(),
        sharing.shared,
        Box::new(move |subject| content(sharing, subject)),
    )
}

fn content(sharing: Sharing, subject: Subject) -> AnyView {
    let packs = use_packs();
    let status = sharing.status;
    let title = sharing.title(&subject);
    let lang = words::lang_of(&sharing.meta.language);
    let what = match sharing.quote(&subject) {
        Some(quote) => view! { <blockquote class="dialog-quote" lang=lang.clone()>{quote}</blockquote> }.into_any(),
        None => ().into_any(),
    };
    let copy_words = if subject.range.is_some() { words::sharing::copy_quote() } else { words::sharing::copy_title() };
    let print_words =
        if subject.section.is_some() { words::sharing::print_section() } else { words::sharing::print_article() };
    let subject = StoredValue::new(subject);
    let address = move || subject.with_value(|subject| sharing.address(subject));
    let close = move || sharing.shared.set(None);
    let sheet = share::is_there().then(|| {
        button("btn-quiet", Some("up"), words::sharing::share_with_app(), move || {
            let (title, text) = subject.with_value(|s| (sharing.title(s), sharing.quote(s).unwrap_or_default()));
            share::share(&title, &text, &address());
        })
    });
    view! {
        <p class="share-what" lang=lang>{title}</p>
        {what}
        <div class="share-ways">
            {button("btn-quiet", Some("link"), words::sharing::copy_link(), move || {
                copy(status, address(), words::sharing::link_copied());
            })}
            {button("btn-quiet", Some("copy"), copy_words, move || {
                let quotation = subject.with_value(|subject| sharing.quotation(subject));
                copy(status, quotation, words::sharing::copied_with_link());
            })}
            {sheet}
            {button("btn-quiet", Some("cite"), words::sharing::cite(), move || {
                close();
                sharing.cited.set(Some(subject.get_value()));
            })}
            {button("btn-quiet", Some("contents"), words::sharing::add_to_pack(), move || {
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
