//! The pages, one file each. They hold no logic that a pure module could hold.

mod about;
mod educators;
mod glossary;
pub(crate) mod later;
mod library;
mod not_found;
mod notebook;
mod pack;
mod reader;
mod search;
mod settings;
mod your_data;

use self::later::later;
use crate::components::passphrase;
use crate::components::shortcuts_dialog::ShortcutsDialog;
use crate::link::Route;
use leptos::prelude::*;

/// The page of a route.
pub(crate) fn page(route: Option<Route>) -> AnyView {
    match route {
        Some(Route::Library) => view! { <library::Library /> }.into_any(),
        Some(Route::Read { slug, .. }) => view! { <reader::Reader slug /> }.into_any(),
        other => later(move |later| (later.page)(other)),
    }
}

/// The pages that are made [`later`].
fn other(route: Option<Route>) -> AnyView {
    match route {
        Some(Route::Teach { slug }) => view! { <educators::Educators slug /> }.into_any(),
        Some(Route::Notebook) => view! { <notebook::Notebook /> }.into_any(),
        Some(Route::Search { .. }) => view! { <search::Search /> }.into_any(),
        Some(Route::Glossary) => view! { <glossary::Glossary /> }.into_any(),
        Some(Route::Settings) => view! { <settings::Settings /> }.into_any(),
        Some(Route::Pack) => view! { <pack::ReadingPack /> }.into_any(),
        Some(Route::About) => view! { <about::About /> }.into_any(),
        Some(Route::Library | Route::Read { .. }) | None => view! { <not_found::NotFound /> }.into_any(),
    }
}

/// What opens over every page, made [`later`].
fn over_all() -> AnyView {
    #[cfg(not(feature = "ssr"))]
    {
        crate::platform::paper::listen();
        crate::state::join_exports();
    }
    view! {
        <ShortcutsDialog />
        {passphrase::over_all()}
    }
    .into_any()
}
