//! Where the site lives, and what a reader is on the way to.

use crate::annotation::TextRange;
use crate::link::{Base, Route};
use leptos::prelude::*;

/// Where a navigation should end, when the address alone does not say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Arrival {
    /// At this code point of the article's text.
    Position(u32),
    /// At the words of this annotation.
    Annotation(String),
    /// At this passage, which is shown.
    Passage(TextRange),
}

/// The site: its base path, and what the reader is on the way to.
#[derive(Clone, Copy)]
pub(crate) struct Site {
    base: StoredValue<Base>,
    arrival: StoredValue<Option<Arrival>>,
}

impl Site {
    pub(crate) fn new(base: Base) -> Site {
        Site { base: StoredValue::new(base), arrival: StoredValue::new(None) }
    }

    /// The address of a route.
    pub(crate) fn href(self, route: &Route) -> String {
        self.base.with_value(|base| base.href(route))
    }

    /// The route of a path.
    pub(crate) fn route(self, path: &str) -> Option<Route> {
        self.base.with_value(|base| Route::of_path(base, path))
    }

    /// The path that the site lives under, without a slash at its end.
    pub(crate) fn base(self) -> String {
        self.base.with_value(|base| base.as_str().to_owned())
    }

    /// The address of a file.
    pub(crate) fn file(self, path: &str) -> String {
        self.base.with_value(|base| base.file(path))
    }

    /// The reader is about to follow a link there.
    pub(crate) fn head_for(self, arrival: Arrival) {
        self.arrival.set_value(Some(arrival));
    }

    /// What the reader was on the way to; asked once.
    pub(crate) fn take_arrival(self) -> Option<Arrival> {
        self.arrival.try_update_value(Option::take).flatten()
    }
}

/// The site.
pub(crate) fn use_site() -> Site {
    super::state().site
}
