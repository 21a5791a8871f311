//! What the first page does without: other pages, and what opens over the page of an article.
//!
//! The program is cut in two. What only [`all`] reaches is the second part (src/bin/prerender/program.rs cuts it off); it
//! is fetched when the first page stands, or before that where it is the first page's own. Nothing else may name what is
//! in it, or it grows into the first part. An article must be whole, and its marks must show, without it.

use super::reader::{self, Bench, Place};
use crate::article::Meta;
use crate::link::Route;
use crate::state::use_rest;
use leptos::prelude::*;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

/// How to make what is in the second part.
#[derive(Clone, Copy)]
pub(crate) struct Later {
    /// The page of a route that is neither the library's nor an article's.
    pub(crate) page: fn(Option<Route>) -> AnyView,
    /// A section of an article alone, for frames of other sites.
    pub(crate) embedded: fn(&'static Meta) -> AnyView,
    /// What can be done with an article beyond reading it, by the place in its page.
    pub(crate) tools: fn(Place, Bench) -> AnyView,
    /// What opens over every page.
    pub(crate) over_all: fn() -> AnyView,
}

#[allow(unsafe_code, reason = "the macro declares what one part of the program calls in the other")]
#[wasm_split(rest, fallible)]
fn all() -> Result<Later, SplitLoaderError> {
    Ok(Later { page: super::other, embedded: reader::embedded, tools: reader::tools, over_all: super::over_all })
}

#[cfg(not(feature = "ssr"))]
thread_local! {
    static HERE: std::cell::Cell<Option<Later>> = const { std::cell::Cell::new(None) };
}

/// A view of the second part, as soon as that is here.
pub(crate) fn later(view: impl FnOnce(Later) -> AnyView + 'static) -> AnyView {
    boxed(Box::new(view))
}

/// One copy for every view.
fn boxed(view: Box<dyn FnOnce(Later) -> AnyView>) -> AnyView {
    let (rest, view) = (use_rest(), StoredValue::new_local(Some(view)));
    let made = move || Some(view.try_update_value(Option::take)??(here()?));
    (move || rest.is_here().then(made).flatten()).into_any()
}

/// Fetches the second part.
#[cfg(not(feature = "ssr"))]
pub(crate) async fn fetch() -> Result<(), SplitLoaderError> {
    HERE.set(Some(all().await?));
    Ok(())
}

/// The second part, if it is here.
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

/// Whether the page of a route needs it.
pub(crate) fn has(route: Option<&Route>) -> bool {
    !matches!(route, Some(Route::Library | Route::Read { .. })) || reader::is_embedded()
}
