//! What can be done with an article beyond reading it. Made [`later`](crate::pages::later): the article stands without.
//!
//! The page tells what was asked for and holds the places; nothing of the tools themselves may be named there.

use super::finding::Finding;
use super::keyboard::Keyboard;
use super::listening::Listening;
use super::marks::Marks;
use super::player_dock::player_dock;
use super::tracking::Tracking;
use super::{margin, overview, picking, resizing};
use crate::annotation::{ArticleText, TextRange};
use crate::article::Meta;
use crate::components::highlight_dialog::highlight_dialog;
use crate::components::pack_dock::{layer, pack_dock};
use crate::components::selection_toolbar::{Action, SelectionToolbar};
use crate::components::settings_dialog::SettingsDialog;
use crate::components::sharing::{Sharing, cite_dialog, share_dialog};
use crate::components::slip::slip;
use crate::state::effect;
use leptos::prelude::*;

/// What a button in the reader's bar asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Asked {
    Find,
    Listen,
    Settings,
}

/// The places in the page where tools stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// Below the reader's bar.
    Bar,
    /// At the end of the text's column.
    Text,
    /// Beside the text.
    Margin,
    /// Over the page.
    Over,
}

/// What the tools work on.
#[derive(Clone, Copy)]
pub(crate) struct Bench {
    pub(super) meta: &'static Meta,
    pub(super) text: StoredValue<ArticleText>,
    pub(super) leaves: StoredValue<Vec<TextRange>>,
    pub(super) marks: Marks,
    pub(super) sharing: Sharing,
    pub(super) tracking: Tracking,
    pub(super) asked: RwSignal<Option<Asked>>,
    pub(super) listening: RwSignal<bool>,
    made: StoredValue<Option<Tools>>,
}

impl Bench {
    pub(super) fn new(
        meta: &'static Meta,
        text: StoredValue<ArticleText>,
        leaves: Vec<TextRange>,
        marks: Marks,
        tracking: Tracking,
        sharing: Sharing,
    ) -> Bench {
        Bench {
            meta,
            text,
            leaves: StoredValue::new(leaves),
            marks,
            sharing,
            tracking,
            asked: RwSignal::new(None),
            listening: RwSignal::new(false),
            made: StoredValue::new(None),
        }
    }
}

#[derive(Clone, Copy)]
struct Tools {
    finding: Finding,
    listening: Listening,
    keyboard: Keyboard,
    settings: RwSignal<bool>,
}

impl Tools {
    /// The tools of a page: one set for all its places.
    fn of(bench: Bench) -> Tools {
        if let Some(made) = bench.made.get_value() {
            return made;
        }
        let Bench { meta, text, marks, tracking, asked, .. } = bench;
        let keyboard = Keyboard::new(marks, bench.leaves.get_value());
        let finding = Finding::new(meta, text, marks, tracking);
        let listening = Listening::new(meta, text, marks, tracking, bench.listening);
        let tools = Tools { finding, listening, keyboard, settings: RwSignal::new(false) };
        let stops = layer(meta, text);
        effect(move || marks.lay_stops(stops.get()));
        effect(move || {
            let Some(what) = asked.get() else { return };
            asked.set(None);
            match what {
                Asked::Find => finding.begin(),
                Asked::Listen => listening.toggle_here(),
                Asked::Settings => tools.settings.set(true),
            }
        });
        bench.made.set_value(Some(tools));
        tools
    }
}

/// The tools that stand in a place.
pub(in crate::pages) fn tools(place: Place, bench: Bench) -> AnyView {
    let Bench { meta, text, marks, sharing, .. } = bench;
    let Tools { finding, listening, keyboard, settings } = Tools::of(bench);
    match place {
        Place::Bar => finding.bar(),
        Place::Text => view! {
            {pack_dock(meta, marks.stops())}
            <SelectionToolbar
                text
                choosing=keyboard.choosing()
                act=move |action, range| match action {
                    Action::Listen => listening.begin(range.start()),
                    _ => marks.act(action, range),
                }
            />
        }
        .into_any(),
        Place::Margin => margin::margin(marks),
        Place::Over => view! {
            {overview::overview(marks)}
            {player_dock(listening, meta)}
            {slip(meta)}
            {highlight_dialog(marks.opened(), marks.hands())}
            {share_dialog(sharing)}
            {cite_dialog(sharing)}
            <SettingsDialog open=settings />
            {picking::picking(marks)}
            {resizing::resizing(marks)}
        }
        .into_any(),
    }
}
