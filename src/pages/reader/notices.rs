//! Notices for an address that names something the article does not have.

use crate::components::article::Reading;
use crate::components::icon::icon;
use crate::words;
use leptos::prelude::*;

/// What an address named in vain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Missing {
    /// A section.
    Section(String),
    /// Passages, or the section that they were in; a sentence for the reader.
    Passage(String),
}

/// The notice, with the way on.
pub(super) fn missing(missing: RwSignal<Option<Missing>>, reading: Reading) -> Option<AnyView> {
    missing.get().map(|what| {
        let sentence = match what {
            Missing::Section(id) => words::reader::no_section(&id),
            Missing::Passage(sentence) => sentence,
        };
        view! {
            <div class="band band-calm" role="region" aria-label=words::reader::notice()>
                {icon("info")}
                <span>{sentence}</span>
                <a class="text-btn" href=first_section(reading) on:click=move |_| missing.set(None)>
                    {words::reader::go_to_beginning()}
                </a>
            </div>
        }
        .into_any()
    })
}

fn first_section(reading: Reading) -> String {
    let first = reading.meta.sections.first().map(|section| section.id.as_str()).unwrap_or_default();
    format!("#{first}")
}
