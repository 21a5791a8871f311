//! A dialog that asks something: in the middle of a wide window, a sheet on phones. One copy for all of them.

use super::button::close_button;
use crate::platform::dialog;
use crate::state::effect;
use leptos::prelude::*;

/// The dialog. What is in it is made when it opens and gone when it is closed.
pub(crate) fn sheet(open: RwSignal<bool>, heading: &'static str, content: Box<dyn Fn() -> AnyView + Send>) -> AnyView {
    let element = NodeRef::<leptos::html::Dialog>::new();
    effect(move || {
        let Some(element) = element.get() else { return };
        if open.get() {
            dialog::open(&element);
        } else {
            dialog::close(&element);
        }
    });
    let body = move || {
        open.get().then(|| {
            view! {
                <div class="dialog-body">
                    <div class="dialog-head">
                        <h2>{heading}</h2>
                        {close_button(move || open.set(false))}
                    </div>
                    {content()}
                </div>
            }
            .into_any()
        })
    };
    view! {
        <dialog
            class="dialog ask-dialog"
            aria-label=heading
            node_ref=element
            on:close=move |_| open.set(false)
            on:click=|event| dialog::close_by_veil(&event)
        >
            {move || body()}
        </dialog>
    }
    .into_any()
}

/// Something that went wrong, said where it did.
pub(crate) fn problem(problem: RwSignal<Option<String>>) -> AnyView {
    let line = move || {
        problem.get().map(|problem| {
            view! { <p class="field-error" role="alert">{super::icon::icon("caution")} <span>{problem}</span></p> }
                .into_any()
        })
    };
    view! { {move || line()} }.into_any()
}
