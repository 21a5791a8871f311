//! A dialog that asks something: in the middle of a wide window, a sheet on phones. One copy for all of them.

use super::button::close_button;
use crate::platform::dialog;
use crate::state::effect;
use leptos::html::Dialog;
use leptos::prelude::*;

/// Opens a dialog while it is wanted. One copy for all of them.
pub(crate) fn open_while(element: NodeRef<Dialog>, wanted: Box<dyn Fn() -> bool>) {
    effect(move || {
        let Some(element) = element.get() else { return };
        if wanted() {
            dialog::open(&element);
        } else {
            dialog::close(&element);
        }
    });
    on_cleanup(move || {
        // The page may go while the dialog is open.
        if !cfg!(feature = "ssr")
            && let Some(Some(element)) = element.try_get_untracked()
        {
            dialog::left(&element);
        }
    });
}

/// The dialog. What is in it is made when it opens and gone when it is closed.
pub(crate) fn sheet(open: RwSignal<bool>, heading: &'static str, content: Box<dyn Fn() -> AnyView + Send>) -> AnyView {
    let element = NodeRef::<Dialog>::new();
    open_while(element, Box::new(move || open.get()));
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
