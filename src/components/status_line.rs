//! The status region: in the page from the start, empty; lines are put inside it. It follows a dialog that is opened over
//! the page (`platform/dialog.rs`).

use super::button::button;
use crate::platform::companion;
use crate::state::{use_status, while_shown};
use crate::words;
use leptos::prelude::*;

/// The region.
#[component]
pub(crate) fn StatusLine() -> impl IntoView {
    let status = use_status();
    let said = companion::on_say(move |text| status.say(text), move |text| status.murmur(text));
    while_shown(said.into());
    let line = move || {
        status.notice().map(|notice| {
            let undo = notice.undo.map(|_| {
                let press = move || {
                    status.take_back();
                };
                button("", Some("undo"), words::frame::undo(), press)
            });
            view! {
                <p
                    class="toast"
                    on:pointerenter=move |_| status.hold()
                    on:pointerleave=move |_| status.hide_later()
                    on:focusin=move |_| status.hold()
                    on:focusout=move |_| status.hide_later()
                >
                    <span>{notice.text}</span>
                    {undo}
                </p>
            }
            .into_any()
        })
    };
    let murmured = move || status.murmured().map(|text| view! { <p class="vh">{text}</p> }.into_any());
    // Of two lines only the new one is said.
    view! {
        <div class="status" role="status" aria-atomic="false">
            {move || line()}
            {move || murmured()}
        </div>
    }
}
