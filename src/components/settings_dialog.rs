//! The reader's dialog for how pages look. The page behind it is the preview.

use super::icon::icon;
use super::look_controls::LookControls;
use crate::link::Route;
use crate::platform::dialog;
use crate::state::{use_look, use_site};
use leptos::prelude::*;

/// The dialog.
#[component]
pub(crate) fn SettingsDialog(open: RwSignal<bool>) -> impl IntoView {
    let element = NodeRef::<leptos::html::Dialog>::new();
    let look = use_look();
    let site = use_site();
    Effect::new(move |_| {
        let Some(element) = element.get() else { return };
        if open.get() {
            dialog::open(&element);
        } else {
            dialog::close(&element);
        }
    });
    // Made when it is wanted: most visits never open it.
    let content = move || {
        open.get().then(|| {
            view! {
                <div class="dialog-body">
                    <div class="dialog-head">
                        <h2 id="look-heading">"Reading settings"</h2>
                        <button type="button" class="tool" aria-label="Close" on:click=move |_| open.set(false)>
                            {icon("close")}
                        </button>
                    </div>
                    <LookControls prefix="dialog" />
                    <div class="dialog-acts">
                        <button
                            type="button"
                            class="btn-quiet"
                            on:click=move |_| look.change(|settings| *settings = settings.reset())
                        >
                            {icon("undo")}
                            "Back to the defaults"
                        </button>
                        <button type="button" class="btn" on:click=move |_| open.set(false)>
                            "Done"
                        </button>
                    </div>
                    <p class="dialog-more">
                        <a href=site.href(&Route::Settings)>"All settings and your data"</a>
                    </p>
                </div>
            }
        })
    };
    view! {
        <dialog
            class="dialog set-dialog"
            aria-labelledby="look-heading"
            node_ref=element
            on:close=move |_| open.set(false)
            on:click=|event| dialog::close_by_veil(&event)
        >
            {content}
        </dialog>
    }
}
