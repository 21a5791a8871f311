//! The reader's dialog for how pages look. The page behind it is the preview.

use super::button::{button, close_button};
use super::look_controls::{LookControls, reset_button};
use super::sheet::open_while;
use super::shortcuts_dialog::shortcuts_button;
use crate::link::Route;
use crate::platform::dialog;
use crate::state::use_site;
use crate::words;
use leptos::prelude::*;

/// The dialog.
#[component]
pub(crate) fn SettingsDialog(open: RwSignal<bool>) -> impl IntoView {
    let element = NodeRef::<leptos::html::Dialog>::new();
    let site = use_site();
    open_while(element, Box::new(move || open.get()));
    // Made when it is wanted: most visits never open it.
    let content = move || {
        open.get().then(|| {
            view! {
                <div class="dialog-body">
                    <div class="dialog-head">
                        <h2>{words::settings::reading_settings()}</h2>
                        {close_button(move || open.set(false))}
                    </div>
                    // Where the dialog covers the page: a line of it.
                    <p class="dialog-sample" aria-hidden="true">
                        {words::settings::sample()}
                    </p>
                    <LookControls prefix="dialog" />
                    <div class="dialog-acts">
                        {reset_button()}
                        {button("btn", None, words::settings::done(), move || open.set(false))}
                    </div>
                    <p class="dialog-more">
                        <a href=site.href(&Route::Settings)>{words::settings::all_settings()}</a>
                        {shortcuts_button()}
                    </p>
                </div>
            }
        })
    };
    view! {
        <dialog
            class="dialog set-dialog"
            aria-label=words::settings::reading_settings()
            node_ref=element
            on:close=move |_| open.set(false)
            on:click=|event| dialog::close_by_veil(&event)
        >
            {content}
        </dialog>
    }
}
