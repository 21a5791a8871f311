//! A form with passphrases: fields, what went wrong, and the button that does it. One copy for all of them.

use crate::components::sheet::problem;
use crate::platform::{field, focus, timer};
use crate::state::{Act, use_locksmith, use_status, use_unlocking};
use crate::words;
use leptos::html::Input;
use leptos::prelude::*;

/// A field of a form.
#[derive(Clone, Copy)]
pub(super) struct Secret {
    /// Its id: one on the page.
    pub(super) id: &'static str,
    /// Its name.
    pub(super) label: &'static str,
    /// What password managers know it by.
    pub(super) autocomplete: &'static str,
}

/// A form.
pub(super) struct Form {
    pub(super) fields: Vec<Secret>,
    /// What the button says, and what it says while that is done.
    pub(super) label: (&'static str, &'static str),
    /// What is said when it is done.
    pub(super) done: &'static str,
    /// What to do with what was typed; or why that can't be done.
    pub(super) ask: fn(&[String]) -> Result<Act, String>,
    /// The dialog that it stands in, to be closed then.
    pub(super) open: RwSignal<bool>,
    /// Whether the first field takes the focus, as in a dialog. A page that opens moves nothing.
    pub(super) autofocus: bool,
    /// A way out, beside the button.
    pub(super) beside: Option<AnyView>,
}

/// The form.
pub(super) fn form(form: Form) -> AnyView {
    let (locksmith, status, unlocking) = (use_locksmith(), use_status(), use_unlocking());
    let Form { fields, label, done, ask, open, autofocus, beside } = form;
    let (failed, busy, seen) = (RwSignal::new(None::<String>), RwSignal::new(false), RwSignal::new(false));
    let nodes: Vec<NodeRef<Input>> = fields.iter().map(|_| NodeRef::new()).collect();
    let first = nodes.first().copied();
    let inputs: Vec<AnyView> = fields
        .into_iter()
        .zip(&nodes)
        .enumerate()
        .map(|(at, (secret, node))| input(secret, *node, seen, autofocus && at == 0))
        .collect();
    let show = (!inputs.is_empty()).then(|| {
        view! {
            <label class="option">
                <input type="checkbox" on:change=move |_| seen.update(|seen| *seen = !*seen) />
                <span>{words::passphrase::show_typed()}</span>
            </label>
        }
        .into_any()
    });
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        let typed: Vec<String> =
            nodes.iter().map(|node| node.get_untracked().map(|input| input.value()).unwrap_or_default()).collect();
        let act = match ask(&typed) {
            Ok(act) => act,
            Err(why) => return failed.set(Some(why)),
        };
        failed.set(None);
        busy.set(true);
        let was = locksmith.access_untracked();
        locksmith.act(act, move |outcome| {
            busy.try_set(false);
            let moved = locksmith.access_untracked() != was;
            match outcome {
                Err(trouble) if !moved => {
                    failed.try_set(Some(trouble.to_string()));
                    if let Some(input) = first.and_then(|node| node.try_get_untracked()).flatten() {
                        field::choose(&input);
                    }
                    return;
                }
                // It went as far as that what this form was for is over.
                Err(trouble) => status.say(trouble.to_string()),
                Ok(()) => status.say(done),
            }
            open.try_set(false);
            unlocking.set(false);
            timer::next_frame(|| {
                if focus::is_nowhere() {
                    focus::focus_heading();
                }
            });
        });
    };
    view! {
        <form class="secrets" on:submit=submit>
            // Password managers keep a passphrase under a name.
            <input type="text" name="username" autocomplete="username" value="Closely notebook" readonly=true hidden=true />
            {inputs}
            {show}
            {problem(failed)}
            <div class="dialog-acts">
                {beside}
                <button type="submit" class="btn" aria-disabled=move || busy.get().then_some("true")>
                    {move || if busy.get() { label.1 } else { label.0 }}
                </button>
            </div>
        </form>
    }
    .into_any()
}

fn input(secret: Secret, node: NodeRef<Input>, seen: RwSignal<bool>, autofocus: bool) -> AnyView {
    let Secret { id, label, autocomplete } = secret;
    view! {
        <p class="secret">
            <label class="field-label" for=id>
                {label}
            </label>
            <input
                class="field"
                id=id
                type=move || if seen.get() { "text" } else { "password" }
                autocomplete=autocomplete
                autocapitalize="off"
                spellcheck="false"
                required=true
                autofocus=autofocus
                node_ref=node
            />
        </p>
    }
    .into_any()
}
