//! Where the site lives, the address of the page, and what a reader is on the way to.

use crate::annotation::TextRange;
use crate::link::{Base, Route};
use leptos::prelude::*;
#[cfg(feature = "ssr")]
use leptos_router::location::RequestUrl;
use leptos_router::location::Url;
#[cfg(not(feature = "ssr"))]
use leptos_router::location::{BrowserUrl, LocationChange, LocationProvider};

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

/// The site: its base path, the address of the page, and what the reader is on the way to.
#[derive(Clone, Copy)]
pub(crate) struct Site(StoredValue<Inner>);

struct Inner {
    base: Base,
    arrival: Option<Arrival>,
    /// The address.
    url: ArcRwSignal<Url>,
    /// The address of the page that is shown: for the moment of a transition it is the one before.
    shown: ArcRwSignal<Url>,
    #[cfg(not(feature = "ssr"))]
    browser: Option<BrowserUrl>,
}

impl Site {
    /// The site under a base path; on the host, at this path under it.
    ///
    /// Of the router only what keeps address and history is used: which page an address shows, `link::Route` knows, and
    /// `<Router>` with one route took 20 KB more of the compressed wasm.
    pub(crate) fn new(base: Base, path: &str) -> Site {
        #[cfg(feature = "ssr")]
        let inner = {
            let url = RequestUrl::new(&format!("{}{path}", base.as_str())).parse().unwrap_or_default();
            Inner { base, arrival: None, shown: ArcRwSignal::new(url.clone()), url: ArcRwSignal::new(url) }
        };
        #[cfg(not(feature = "ssr"))]
        let inner = {
            let _ = path;
            let browser = BrowserUrl::new().ok();
            let url = browser.as_ref().map(|browser| {
                browser.init(Some(base.as_str().to_owned().into()));
                browser.as_url().clone()
            });
            let url = url.unwrap_or_default();
            Inner { base, arrival: None, shown: ArcRwSignal::new(url.get_untracked()), url, browser }
        };
        Site(StoredValue::new(inner))
    }

    /// The address of a route.
    pub(crate) fn href(self, route: &Route) -> String {
        self.0.with_value(|site| site.base.href(route))
    }

    /// The address of a file.
    pub(crate) fn file(self, path: &str) -> String {
        self.0.with_value(|site| site.base.file(path))
    }

    /// The route of the address, and again when the address changes.
    pub(crate) fn route(self) -> Option<Route> {
        self.0.with_value(|site| site.url.with(|url| Route::of_path(&site.base, url.path())))
    }

    /// The query of the page's address with its question mark, and again when that changes.
    pub(crate) fn query(self) -> String {
        self.0.with_value(|site| site.shown.with(|url| format!("?{}", url.search().trim_start_matches('?'))))
    }

    /// The fragment of the page's address with its mark, and again when that changes.
    pub(crate) fn fragment(self) -> String {
        self.0.with_value(|site| site.shown.with(|url| format!("#{}", url.hash().trim_start_matches('#'))))
    }

    /// The page of the address is shown.
    pub(crate) fn show(self) {
        let _ = self.0.try_with_value(|site| site.shown.set(site.url.get_untracked()));
    }

    /// The page of the address is shown, and so the address may be written; called again when another is.
    pub(crate) fn shown(self) {
        self.0.with_value(|site| site.shown.track());
        self.complete();
    }

    /// Lets the address be written.
    pub(crate) fn complete(self) {
        #[cfg(not(feature = "ssr"))]
        self.0.with_value(|site| {
            if let Some(browser) = &site.browser {
                browser.ready_to_complete();
            }
        });
    }

    /// Goes to a route, as by a link.
    pub(crate) fn navigate(self, route: &Route) {
        self.follow(self.href(route));
    }

    /// Goes to an address of the site, as by a link.
    pub(crate) fn follow(self, href: String) {
        #[cfg(not(feature = "ssr"))]
        self.0.with_value(|site| {
            let value = href;
            if let (Some(browser), Ok(url)) = (&site.browser, BrowserUrl::parse(&value)) {
                site.url.set(url);
                browser.complete_navigation(&LocationChange { value, replace: false, ..LocationChange::default() });
            }
        });
        #[cfg(feature = "ssr")]
        let _ = href;
    }

    /// The reader is about to follow a link there.
    pub(crate) fn head_for(self, arrival: Arrival) {
        self.0.update_value(|site| site.arrival = Some(arrival));
    }

    /// What the reader was on the way to; asked once.
    pub(crate) fn take_arrival(self) -> Option<Arrival> {
        self.0.try_update_value(|site| site.arrival.take()).flatten()
    }
}

/// The site.
pub(crate) fn use_site() -> Site {
    super::state().site
}
