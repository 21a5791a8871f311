//! What this library is, who may use it, and what it does with what readers write.

use crate::components::frame::{Current, Frame};
use crate::link::Route;
use crate::state::use_site;
use leptos::prelude::*;

/// The page.
#[component]
pub(crate) fn About() -> impl IntoView {
    let site = use_site();
    view! {
        <Frame title="About this library" current=Current::None>
            <main id="main" class="plain prose">
                <h1 tabindex="-1">"About this library"</h1>
                <p class="lede">
                    "A quiet place for long reads, made for reading closely: with a pencil in hand, at your own pace."
                </p>
                <h2>"What stays with you"</h2>
                <p>
                    "Everything you mark or write is kept in this browser, on this device, and nowhere else. There is no \
                     account and no server that could know you, and no visit is counted. Whoever can open this browser \
                     can read your notes; clearing the browser’s data clears them too."
                </p>
                <h2>"Reading with a pencil"</h2>
                <p>
                    "Select words to highlight them in one of five colours, and press a highlight to add a note to it. \
                     Every section can be bookmarked, linked to and written about. All of it is gathered in your "
                    <a href=site.href(&Route::Notebook)>"notebook"</a> "."
                </p>
                <h2>"For people who teach"</h2>
                <p>
                    "Each section has an address of its own that will go on working: press the link beside its heading. \
                     A "
                    <a href=site.href(&Route::Pack)>"reading pack"</a>
                    " leads a class through a few passages, with a question at each. You may copy, print and translate the articles under Creative Commons Attribution 4.0 if you say \
                     where they come from."
                </p>
                <h2>"What this is not"</h2>
                <p>
                    "The articles are education for adults. They are no diagnosis, and no stand-in for a doctor, a \
                     therapist or someone you trust. Every article ends with a section on getting support."
                </p>
                <h2>"Licence"</h2>
                <p>
                    "The articles and their figures: "
                    <a href="https://creativecommons.org/licenses/by/4.0/" rel="external noreferrer license">
                        "Creative Commons Attribution 4.0"
                    </a> ". The program: MIT."
                </p>
            </main>
        </Frame>
    }
}
