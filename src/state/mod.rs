//! What pages share, as signals: where the site lives, what is kept, how it looks, what is said.
//!
//! Thin: thinking happens in the pure modules, browser calls in `platform/`. A page asks for a state by `use_…`.

mod keeping;
mod look;
mod places;
mod site;
mod status;

pub(crate) use keeping::{Keeping, use_keeping};
pub(crate) use look::{Look, use_look};
pub(crate) use places::{Places, use_places};
pub(crate) use site::{Arrival, Site, use_site};
pub(crate) use status::{Status, use_status};

use leptos::prelude::{provide_context, use_context};

/// Provides every state to the app.
pub(crate) fn provide(site: Site) {
    provide_context(site);
    provide_context(Status::new());
    let keeping = Keeping::open();
    provide_context(keeping);
    provide_context(Look::open(keeping));
    provide_context(Places::open(keeping));
}

/// A state that [`provide`] provided before any page was made.
fn provided<T: Clone + 'static>(default: impl FnOnce() -> T) -> T {
    use_context().unwrap_or_else(default)
}
