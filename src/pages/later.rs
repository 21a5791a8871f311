//! What the first page does without: other pages, and what opens over the page of an article.
//!
//! The program is cut into parts (src/bin/prerender/program.rs cuts them). What only [`all`] reaches is the rest, which is
//! fetched when the first page stands, or before that where it is the first page's own. Nothing else may name what is in
//! it, or it grows into the first part. Each article is a part too (`library::fetch`). An article must be whole, and its
//! marks must show, without the rest.

use super::reader::{self, Bench};
use crate::annotation::anchoring::Prepared;
use crate::annotation::{Annotation, ArticleText, Placement, placements_on};
use crate::article::{Article, Meta};
use crate::components::deleting;
use crate::components::passphrase::unlock_button;
use crate::components::written::Written;
use crate::library;
use crate::link::Route;
use crate::platform::history;
use crate::state::{Keeping, Status, use_rest};
use crate::words;
use leptos::prelude::*;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

/// Places annotations, which were made in this or another revision, in a text; see `annotation::placements_on`.
type Place = fn(&[Annotation], &str, &ArticleText, &mut Prepared, &[Placement], usize) -> Vec<Placement>;

/// How to make what is in the rest of the program.
#[derive(Clone, Copy)]
pub(crate) struct Later {
    /// The page of a route that is neither the library's nor an article's.
    pub(crate) page: fn(Option<Route>) -> AnyView,
    /// A section of an article alone, for frames of other sites.
    pub(crate) embedded: fn(&'static Meta) -> AnyView,
    /// What can be done with an article beyond reading it, by the place in its page.
    pub(crate) tools: fn(reader::Place, Bench) -> AnyView,
    /// Where highlights are, those that moved among them.
    pub(crate) place: Place,
    /// The passages that the open address describes.
    pub(crate) passages: fn(&Meta, &ArticleText) -> Option<reader::Passages>,
    /// Any article.
    pub(crate) article: fn(&str) -> Option<Article>,
    /// What opens over every page.
    pub(crate) over_all: fn() -> AnyView,
    /// A button that asks for the passphrase.
    pub(crate) unlock_button: fn() -> AnyView,
    /// Deletes an annotation, with a way back.
    pub(crate) delete: fn(Keeping, Status, String),
    /// Deletes a note whose words were all taken out, with a way back.
    pub(crate) clear: fn(Keeping, Status, Annotation, bool),
    /// Takes back what a field wrote.
    pub(crate) take_back: fn(Written, Keeping, Status, Option<Annotation>),
}

#[allow(unsafe_code, reason = "the macro declares what one part of the program calls in the other")]
#[wasm_split(rest, fallible)]
fn all() -> Result<Later, SplitLoaderError> {
    Ok(Later {
        page: super::other,
        embedded: reader::embedded,
        tools: reader::tools,
        place: |mine, revision, text, prepared, before, searches| {
            placements_on(mine, revision, text, prepared, before, searches)
        },
        passages: reader::passages,
        article: library::article,
        over_all: super::over_all,
        unlock_button,
        delete: deleting::delete,
        clear: deleting::clear,
        take_back: Written::take_back,
    })
}

#[cfg(not(feature = "ssr"))]
thread_local! {
    static HERE: std::cell::Cell<Option<Later>> = const { std::cell::Cell::new(None) };
}

/// A view of the rest of the program, as soon as that is here.
pub(crate) fn later(view: impl FnOnce(Later) -> AnyView + 'static) -> AnyView {
    boxed(Box::new(view))
}

/// One copy for every view.
fn boxed(view: Box<dyn FnOnce(Later) -> AnyView>) -> AnyView {
    let (rest, view) = (use_rest(), StoredValue::new_local(Some(view)));
    let made = move || Some(view.try_update_value(Option::take)??(here()?));
    (move || rest.is_here().then(made).flatten()).into_any()
}

/// Does what the rest of the program knows how to do, as soon as that is here. Where it does not arrive, nothing is changed,
/// and the reader is told.
pub(crate) fn then(status: Status, task: impl FnOnce(Later) + 'static) {
    then_boxed(status, Box::new(task));
}

/// One copy for every task.
fn then_boxed(status: Status, task: Box<dyn FnOnce(Later)>) {
    match here() {
        Some(later) => task(later),
        #[cfg(feature = "ssr")]
        None => status.say(words::frame::part_did_not_arrive()),
        #[cfg(not(feature = "ssr"))]
        None => leptos::task::spawn_local(async move {
            match fetch_rest().await.ok().and_then(|()| here()) {
                Some(later) => task(later),
                None => status.say(words::frame::part_did_not_arrive()),
            }
        }),
    }
}

/// An article, if its part of the program or the rest is here.
pub(crate) fn article(slug: &str) -> Option<Article> {
    library::fetched(slug).or_else(|| (here()?.article)(slug))
}

/// Whether the parts that the page of a route needs are here.
pub(crate) fn is_ready(route: Option<&Route>) -> bool {
    here().is_some() || !needs_rest(route) && needed_article(route).is_none_or(library::is_fetched)
}

/// Whether the page of a route is in the rest of the program.
fn needs_rest(route: Option<&Route>) -> bool {
    match route {
        Some(Route::Library) => false,
        Some(Route::Read { .. }) => {
            reader::is_embedded() || reader::asks_for_passage(&history::query(), &history::directives())
        }
        _ => true,
    }
}

fn needed_article(route: Option<&Route>) -> Option<&str> {
    match route {
        Some(Route::Read { slug, .. }) => Some(slug),
        _ => None,
    }
}

/// Fetches the parts that the page of a route needs.
#[cfg(not(feature = "ssr"))]
pub(crate) async fn fetch_for(route: Option<Route>) -> Result<(), SplitLoaderError> {
    match needed_article(route.as_ref()).filter(|_| !needs_rest(route.as_ref())) {
        Some(slug) => library::fetch(slug).await,
        None => fetch_rest().await,
    }
}

/// Fetches the rest of the program.
#[cfg(not(feature = "ssr"))]
pub(crate) async fn fetch_rest() -> Result<(), SplitLoaderError> {
    HERE.set(Some(all().await?));
    Ok(())
}

/// The name of the part that the page of a route needs.
#[cfg(feature = "ssr")]
pub(crate) fn part_of(route: Option<&Route>) -> Option<&'static str> {
    match needed_article(route) {
        Some(slug) => library::part(slug),
        None => needs_rest(route).then_some("rest"),
    }
}

/// The rest of the program, if it is here.
#[cfg(not(feature = "ssr"))]
pub(crate) fn here() -> Option<Later> {
    HERE.get()
}

/// On the host the program is whole, and nobody waits.
#[cfg(feature = "ssr")]
pub(crate) fn here() -> Option<Later> {
    use std::future::Future;
    use std::task::{Context, Poll, Waker};
    match std::pin::pin!(all()).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(all) => all.ok(),
        Poll::Pending => None,
    }
}
