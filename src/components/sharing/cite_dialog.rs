//! The dialog "Cite": the source in every style, to copy or to save.

use super::{Sharing, Subject, copy, copy_marked, modal};
use crate::citation::{Format, Part};
use crate::components::button::button;
use crate::platform::{files, worker};
use crate::state::effect;
use crate::words;
use crate::worker::{Request, Response};
use leptos::prelude::*;

/// What is shown of the citations.
#[derive(Clone)]
enum Shown {
    Coming,
    There(Vec<Vec<Part>>),
    Failed(String),
}

/// The dialog.
pub(crate) fn cite_dialog(sharing: Sharing) -> AnyView {
    // The style that was chosen last, as long as the article is open.
    let format = RwSignal::new(0_usize);
    modal(
        "dialog set-dialog cite-dialog",
        words::sharing::cite(),
        sharing.cited,
        Box::new(move |subject| content(sharing, subject, format)),
    )
}

fn content(sharing: Sharing, subject: Subject, chosen: RwSignal<usize>) -> AnyView {
    let status = sharing.status;
    let shown = RwSignal::new(Shown::Coming);
    let source = sharing.source(&subject);
    let text = sharing.text.with_value(|text| text.as_str().to_owned());
    wasm_bindgen_futures::spawn_local(async move {
        let answer = match worker::ask(&Request::Cite(source, text)).await {
            Ok(Response::Citations(all)) => Shown::There(all),
            Ok(_) => Shown::Failed(worker::WorkerError::NotLoaded.to_string()),
            Err(error) => Shown::Failed(error.to_string()),
        };
        let _ = shown.try_set(answer);
    });
    let format = move || Format::ALL.get(chosen.get()).copied().unwrap_or(Format::Apa);
    let parts = move || match shown.get() {
        Shown::There(all) => all.get(chosen.get()).cloned().unwrap_or_default(),
        Shown::Coming | Shown::Failed(_) => Vec::new(),
    };
    let whole = move || parts().iter().map(Part::text).collect::<Vec<_>>().join("\n\n");
    // Heard as soon as it is there, and in another style; data are named, not spelled.
    effect(move || match shown.get() {
        Shown::Coming => {}
        Shown::Failed(why) => status.murmur(why),
        Shown::There(_) if format().is_data() => status.murmur(format().name()),
        Shown::There(_) => status.murmur(whole()),
    });
    let body = move || match shown.get() {
        Shown::Coming => view! { <p class="cite-wait">{words::sharing::one_moment()}</p> }.into_any(),
        Shown::Failed(why) => view! { <p class="cite-wait">{why}</p> }.into_any(),
        Shown::There(_) => {
            let data = format().is_data();
            parts().into_iter().map(|part| self::part(part, data)).collect_view().into_any()
        }
    };
    let options = Format::ALL.into_iter().enumerate().map(|(index, format)| {
        view! {
            <option value=index.to_string() selected=move || chosen.get_untracked() == index>
                {format.name()}
            </option>
        }
        .into_any()
    });
    view! {
        <p class="share-what" lang=words::lang_of(&sharing.meta.language)>{sharing.title(&subject)}</p>
        <label class="field-label" for="cite-style">
            {words::sharing::style()}
        </label>
        <select
            class="field"
            id="cite-style"
            on:change:target=move |event| chosen.set(event.target().value().parse().unwrap_or_default())
        >
            {options.collect_view()}
        </select>
        <div class="cited">{move || body()}</div>
        <div class="dialog-acts">
            {button("btn-quiet", Some("down"), words::sharing::save_as_file(), move || {
                let (ending, kind) = Format::ALL.get(chosen.get_untracked()).copied().unwrap_or(Format::Apa).file();
                files::download(&format!("{}.{ending}", sharing.meta.slug), kind, untrack(whole).as_bytes());
            })}
            {button("btn", None, words::sharing::copy(), move || {
                let data = Format::ALL.get(chosen.get_untracked()).is_some_and(|format| format.is_data());
                if data {
                    copy(status, untrack(whole), words::sharing::citation_copied());
                } else {
                    let html: Vec<String> = untrack(parts).iter().map(Part::html).collect();
                    copy_marked(status, untrack(whole), html.join("<br><br>"), words::sharing::citation_copied());
                }
            })}
        </div>
    }
    .into_any()
}

fn part(part: Part, data: bool) -> AnyView {
    let label = (!part.label.is_empty()).then(|| view! { <h3>{part.heading().to_owned()}</h3> }.into_any());
    if data {
        return view! { <pre tabindex="0">{part.text()}</pre> }.into_any();
    }
    view! {
        {label}
        {cited(part)}
    }
    .into_any()
}

/// What a part of a citation says, with its italics. The styles are English.
pub(crate) fn cited(part: Part) -> AnyView {
    let runs = part
        .runs
        .into_iter()
        .map(|run| if run.italic { view! { <i>{run.text}</i> }.into_any() } else { run.text.into_any() });
    view! { <p lang=words::lang_of(words::ENGLISH.tag)>{runs.collect_view()}</p> }.into_any()
}
