//! The frame around every page: skip link, header with the way to the other pages, notices, footer.

use super::arrival::arrive;
use super::device::{discreet_band, installed_back, installed_share};
use super::icon::icon;
use super::passphrase::ask_to_unlock;
use super::shortcuts_dialog::shortcuts_button;
use crate::link::Route;
use crate::state::{effect, use_keeping, use_site};
use crate::storage::StoreError;
use crate::words;
use leptos::prelude::*;

/// Where "Quick exit" leads: a page that says nothing about what was read.
const EXIT: &str = "https://www.wikipedia.org/";

/// Which page of the navigation is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Current {
    Library,
    Notebook,
    Search,
    Settings,
    None,
}

/// The frame of a page outside the reader.
#[component]
pub(crate) fn Frame(
    /// The page's name in the title.
    #[prop(into)]
    title: String,
    /// Which page of the navigation it is.
    current: Current,
    children: Children,
) -> impl IntoView {
    let title = crate::head::document_title(&title);
    effect(move || arrive(&title, || false));
    view! {
        <div class="page">
            <SkipLink />
            <header class="site">
                <Brand />
                <Navigation current />
                <div class="bar bar-exit">
                    <QuickExit />
                </div>
            </header>
            <NotKept />
            {children()}
            <Footer />
        </div>
    }
}

/// The first stop of the keyboard.
#[component]
pub(crate) fn SkipLink() -> impl IntoView {
    view! { <a class="skip" href="#main">{words::frame::skip()}</a> }
}

/// The sign and the name.
#[component]
pub(crate) fn Brand() -> impl IntoView {
    let site = use_site();
    view! {
        {installed_back()}
        <a class="brand" href=site.href(&Route::Library) aria-label=words::frame::brand()>
            {icon("sign")}
            <span>"Closely"</span>
        </a>
        {installed_share()}
    }
}

/// The way to the other pages.
#[component]
pub(crate) fn Navigation(current: Current) -> impl IntoView {
    let site = use_site();
    let link = move |page: Current, route: Route, name: &'static str, sign: &'static str| {
        view! {
            <a href=site.href(&route) aria-current=(page == current).then_some("page")>
                {icon(sign)}
                <span>{name}</span>
            </a>
        }
        .into_any()
    };
    view! {
        <nav class="site-nav" aria-label=words::frame::site()>
            {link(Current::Library, Route::Library, words::frame::library(), "library")}
            {link(Current::Notebook, Route::Notebook, words::frame::notebook(), "notebook")}
            {link(Current::Search, Route::Search { query: String::new() }, words::frame::search(), "find")}
            {link(Current::Settings, Route::Settings, words::frame::settings(), "settings")}
        </nav>
    }
}

/// Away from here, at once, without a step back in the history. The page's start script does it, so that it works before
/// the app is there and after it has failed; without any script it is a link.
#[component]
pub(crate) fn QuickExit() -> impl IntoView {
    view! {
        <a class="exit" href=EXIT rel="external nofollow noreferrer">
            {icon("exit")}
            <span>
                <span class="wide">{words::frame::quick_exit()}</span>
                <span class="slim">{words::frame::exit()}</span>
            </span>
        </a>
    }
}

/// Says that nothing is being kept, where that is so.
#[component]
pub(crate) fn NotKept() -> impl IntoView {
    let (keeping, site) = (use_keeping(), use_site());
    let notice = move || {
        keeping.failure().map(|error| {
            // Where a page has an export of its own, one is enough.
            let exports = matches!(site.route(), Some(Route::Notebook | Route::Settings));
            view! {
                <div class="band" role="region" aria-label=words::frame::notice()>
                    {icon("caution")}
                    <span>
                        <b>{words::frame::not_saved()}</b>
                        " "
                        {error.to_string()}
                    </span>
                    {match error {
                        StoreError::Locked => Some(ask_to_unlock()),
                        _ => (!exports).then(export_all),
                    }}
                </div>
            }
            .into_any()
        })
    };
    view! {
        {discreet_band()}
        {move || notice()}
    }
}

/// The start script does it: what is kept, and what could not be.
fn export_all() -> AnyView {
    view! { <button type="button" class="text-btn" data-do="export">{words::frame::export_notes()}</button> }.into_any()
}

/// The foot of every page.
#[component]
pub(crate) fn Footer() -> impl IntoView {
    let site = use_site();
    view! {
        <footer class="site-foot">
            <p>
                <svg class="i" aria-hidden="true" focusable="false"><use href="#icon-check" /></svg>
                {words::frame::kept_here()}
            </p>
            <p>
                <a href=site.href(&Route::Settings)>{words::frame::reading_and_data()}</a>
                <a href=site.href(&Route::Glossary)>{words::frame::glossary()}</a>
                <a href=site.href(&Route::Pack)>{words::frame::reading_packs()}</a>
                <a href=site.href(&Route::About)>{words::frame::about()}</a>
                <a href=site.file("feed.xml") rel="external">
                    {words::frame::feed()}
                </a>
                {shortcuts_button()}
            </p>
        </footer>
    }
}
