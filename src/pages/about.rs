//! What this library is, who may use it, and what it does with what readers write.

use crate::components::frame::{Current, Frame};
use crate::components::sentence::sentence;
use crate::link::Route;
use crate::state::use_site;
use crate::words::{self, HOLES};
use leptos::prelude::*;

/// The page.
#[component]
pub(crate) fn About() -> impl IntoView {
    let site = use_site();
    let notebook = view! { <a href=site.href(&Route::Notebook)>{words::about::notebook()}</a> }.into_any();
    let pack = view! { <a href=site.href(&Route::Pack)>{words::about::reading_pack()}</a> }.into_any();
    let licence = view! {
        <a href="https://creativecommons.org/licenses/by/4.0/" rel="external noreferrer license">
            {words::about::creative_commons()}
        </a>
    }
    .into_any();
    view! {
        <Frame title=words::about::title() current=Current::None>
            <main id="main" class="plain prose">
                <h1 tabindex="-1">{words::about::title()}</h1>
                <p class="lede">{words::about::lede()}</p>
                <h2>{words::about::data_heading()}</h2>
                <p>{words::about::data()}</p>
                <h2>{words::about::pencil_heading()}</h2>
                <p>{sentence(&words::about::pencil(HOLES[0]), [notebook])}</p>
                <h2>{words::about::teaching_heading()}</h2>
                <p>{sentence(&words::about::teaching(HOLES[0]), [pack])}</p>
                <h2>{words::about::not_heading()}</h2>
                <p>{words::about::not()}</p>
                <h2>{words::about::licence_heading()}</h2>
                <p>{sentence(&words::about::licence(HOLES[0]), [licence])}</p>
            </main>
        </Frame>
    }
}
