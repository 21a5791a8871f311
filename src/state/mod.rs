//! What pages share, as signals: where the site lives, what is kept, how it looks, what is said.
//!
//! Thin: thinking happens in the pure modules, browser calls in `platform/`. A page asks for a state by `use_…`.

use crate::link::{Base, Route};
use crate::platform::dom::Listener;
use leptos::prelude::*;

mod colours;
mod desk;
#[cfg(not(feature = "ssr"))]
mod discreet;
mod erasing;
mod keeping;
#[cfg_attr(feature = "ssr", allow(dead_code, reason = "on the host there is nothing to lock"))]
mod locking;
mod look;
mod packs;
mod places;
mod rest;
mod site;
mod status;
mod unkept;

pub(crate) use colours::{Colours, use_colours};
pub(crate) use desk::{Deciding, use_deciding};
#[cfg(not(feature = "ssr"))]
pub(crate) use erasing::erase;
pub(crate) use keeping::{Keeping, use_keeping};
pub(crate) use locking::{Access, Act, use_locksmith};
pub(crate) use look::{Look, use_look};
pub(crate) use packs::{Packs, named, use_packs};
pub(crate) use places::{Places, use_places};
pub(crate) use rest::{Rest, use_rest};
pub(crate) use site::{Arrival, Site, use_site};
pub(crate) use status::{Status, use_status};
#[cfg(not(feature = "ssr"))]
pub(crate) use unkept::join_exports;

/// Everything that pages share. One context for all: each type of context is a copy of the code that finds it.
#[derive(Clone, Copy)]
struct State {
    site: Site,
    status: Status,
    keeping: Keeping,
    look: Look,
    places: Places,
    help: RwSignal<bool>,
    unlocking: RwSignal<bool>,
    unlocked: RwSignal<bool>,
    rest: Rest,
    colours: Colours,
    deciding: Deciding,
    packs: Packs,
}

impl State {
    fn open(site: Site) -> State {
        let keeping = Keeping::open(untrack(|| matches!(site.route(), Some(Route::Read { .. }))));
        let (look, places) = (Look::open(keeping), Places::open(keeping));
        let (colours, deciding) = (Colours::open(keeping), Deciding::open(keeping));
        let (status, packs) = (Status::new(), Packs::new(keeping));
        let [help, unlocking, unlocked] = [(); 3].map(|()| RwSignal::new(false));
        keeping.opened();
        // Another page shows everything that is kept.
        let mut pages = 0;
        effect(move || {
            let _ = site.route();
            pages += 1;
            if pages > 1 {
                keeping.finish();
            }
        });
        #[cfg(not(feature = "ssr"))]
        erasing::follow(keeping, site);
        State {
            site,
            status,
            keeping,
            look,
            places,
            help,
            unlocking,
            unlocked,
            rest: Rest::default(),
            colours,
            deciding,
            packs,
        }
    }
}

/// Provides every state to the app.
pub(crate) fn provide(site: Site) {
    provide_context(State::open(site));
}

/// What [`provide`] provided before any page was made.
fn state() -> State {
    use_context().unwrap_or_else(|| State::open(Site::new(Base::default(), "/")))
}

/// Whether the help on the keyboard is open.
pub(crate) fn use_help() -> RwSignal<bool> {
    state().help
}

/// Whether the reader is asked for the passphrase.
pub(crate) fn use_unlocking() -> RwSignal<bool> {
    state().unlocking
}

/// Runs now, and again when a signal that it read changes. One copy for every effect.
pub(crate) fn effect(run: impl FnMut() + 'static) {
    let mut run: Box<dyn FnMut()> = Box::new(run);
    Effect::new(move |_| run());
}

/// Listens as long as the component that says so is there. One copy for every set of listeners.
pub(crate) fn while_shown(listeners: Vec<Option<Listener>>) {
    StoredValue::new_local(listeners);
}
