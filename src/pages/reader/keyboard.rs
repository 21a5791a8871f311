//! Choosing and marking words with the keyboard: the sentence cursor on the page.
//!
//! What the keys mean and where the cursor goes is said in `reading/`; here it is shown, said and scrolled to. The cursor
//! never touches the browser's selection, and moves no focus but to the toolbar and back.

use super::layers::Layer;
use super::marks::Marks;
use crate::annotation::{Decoration, Paint, TextRange};
use crate::components::selection_toolbar::{Action, Choosing, Chosen, docked};
use crate::platform::dom::{self, Listener};
use crate::platform::{custom_highlight, focus, keyboard, scroll, selection, text_place, timer};
use crate::reading::beside;
use crate::reading::keys::{self, Command};
use crate::reading::{Cursor, Sentences, Step};
use crate::state::{Status, effect, use_status, while_shown};
use crate::words;
use leptos::prelude::*;
use web_sys::{Element, Event};

/// The name of the cursor's paint in the style sheet.
const PAINT: &str = "cursor";

/// Where the reader was before the cursor came.
struct Origin {
    top: f64,
    focused: Option<Element>,
}

#[derive(Default)]
struct State {
    sentences: Option<Sentences>,
    cursor: Option<Cursor>,
    /// The words that the keyboard holds: the cursor's, or those that were selected when a key marked them.
    held: Option<TextRange>,
    origin: Option<Origin>,
    /// What had the focus in the text when a key was pressed.
    focused: Option<Element>,
    /// Whether "Highlight this" was pressed: then one step back is all the way.
    by_button: bool,
    hinted: bool,
}

/// The keyboard in an article.
#[derive(Clone, Copy)]
pub(super) struct Keyboard {
    marks: Marks,
    choosing: Choosing,
    status: Status,
    blocks: StoredValue<Vec<TextRange>>,
    state: StoredValue<State, LocalStorage>,
}

impl Keyboard {
    pub(super) fn new(marks: Marks, blocks: Vec<TextRange>) -> Keyboard {
        let keyboard = Keyboard {
            marks,
            choosing: Choosing::new(),
            status: use_status(),
            blocks: StoredValue::new(blocks),
            state: StoredValue::new_local(State::default()),
        };
        while_shown(vec![
            Listener::on_document("keydown", move |event| keyboard.press(&event)),
            Listener::on_document("click", move |event| keyboard.take_block(&event)),
            Listener::on_document("pointerdown", move |event| {
                if dom::closest(&event, ".seltool, [data-this]").is_none() {
                    keyboard.forget();
                }
            }),
        ]);
        effect(move || {
            // Words that were painted anew have lost the cursor's paint, and a link among them its focus.
            marks.painted().track();
            marks.opened().track();
            timer::next_frame(move || {
                keyboard.repaint();
                keyboard.refocus();
            });
        });
        effect(move || {
            if keyboard.choosing.chosen.get().is_some_and(|chosen| !chosen.by_keys) {
                keyboard.forget();
            }
        });
        on_cleanup(|| {
            if !cfg!(feature = "ssr") {
                custom_highlight::clear(PAINT);
            }
        });
        keyboard
    }

    /// What is chosen.
    pub(super) fn choosing(self) -> Choosing {
        self.choosing
    }

    fn press(self, event: &Event) {
        let Some(press) = keyboard::press(event).filter(|_| dom::query("dialog[open]").is_none()) else { return };
        let in_toolbar = dom::closest(event, ".seltool").is_some();
        let Some(command) = keys::command(&press).filter(|_| !selection::in_field()) else { return };
        if !in_toolbar {
            self.state.update_value(|state| state.focused = focus::focused());
        }
        let ours = match command {
            Command::Move { step, extend } => self.step(step, extend),
            Command::Highlight => self.highlight(),
            Command::Note => self.with_range(|marks, range| marks.note(range)),
            Command::CopyLink => self.with_range(|marks, range| marks.act(Action::CopyLink, range)),
            Command::Toolbar => self.to_toolbar(),
            Command::Tab if in_toolbar => {
                // The browser goes on from where the focus was.
                self.choosing.back();
                false
            }
            Command::Tab => self.choosing.chosen.with_untracked(Option::is_some) && self.to_toolbar(),
            Command::Leave => self.leave(in_toolbar),
        };
        if ours {
            event.prevent_default();
        }
    }

    fn held(self) -> Option<TextRange> {
        let chosen = self.choosing.chosen.get_untracked().map(|chosen| chosen.range);
        chosen.or_else(|| self.state.with_value(|state| state.held))
    }

    fn with_range(self, act: impl FnOnce(Marks, TextRange)) -> bool {
        let range = self.held();
        if let Some(range) = range {
            self.choosing.back();
            act(self.marks, range);
        }
        range.is_some()
    }

    /// Highlights what is chosen, and keeps it chosen: the same key again means the next colour.
    fn highlight(self) -> bool {
        let Some(range) = self.held() else { return false };
        if self.choosing.chosen.get_untracked().is_some_and(|chosen| !chosen.by_keys) {
            selection::clear();
            self.state.update_value(|state| state.cursor = None);
            self.hold(range);
        }
        self.marks.highlight_next(range);
        true
    }

    fn to_toolbar(self) -> bool {
        if let Some(range) = self.held() {
            if self.choosing.chosen.with_untracked(Option::is_none) {
                self.choosing.chosen.set(Some(Chosen { range, by_keys: true }));
            }
            // The toolbar may be made only now.
            timer::next_frame(move || self.choosing.to_toolbar(None));
            return true;
        }
        false
    }

    /// One step back: from the toolbar to the text, from a selection to none, from the cursor to where the reader was.
    fn leave(self, in_toolbar: bool) -> bool {
        let chosen = self.choosing.chosen.get_untracked();
        if in_toolbar {
            self.choosing.back();
        }
        match chosen {
            Some(Chosen { by_keys: true, .. }) if in_toolbar => {
                if self.state.with_value(|state| state.by_button) {
                    self.forget();
                }
            }
            Some(Chosen { by_keys: false, .. }) => self.choosing.clear(),
            _ => {
                let origin = self.state.try_update_value(|state| state.origin.take()).flatten();
                let Some(origin) = origin.filter(|_| self.forget()) else { return false };
                scroll::to(origin.top);
                if let Some(focused) = origin.focused.filter(|focused| focused.is_connected()) {
                    focus::focus(&focused);
                }
                self.status.murmur(words::reader::back_where_you_were());
            }
        }
        true
    }

    /// Lets go of what the keyboard holds; says whether it held anything.
    fn forget(self) -> bool {
        let held = self.state.try_update_value(|state| {
            (state.cursor, state.origin, state.by_button) = (None, None, false);
            state.held.take()
        });
        let held = held.flatten().is_some();
        if held {
            self.repaint();
            if self.choosing.chosen.get_untracked().is_some_and(|chosen| chosen.by_keys) {
                self.choosing.chosen.set(None);
            }
        }
        held
    }

    fn sentences<T>(self, look: impl FnOnce(&Sentences) -> T) -> Option<T> {
        self.state.try_update_value(|state| {
            let cut = || self.marks.text().with_value(|text| self.blocks.with_value(|b| Sentences::new(text, b)));
            look(state.sentences.get_or_insert_with(cut))
        })
    }

    /// Places the cursor, or moves it; true where there is anything to move over.
    fn step(self, step: Step, extend: bool) -> bool {
        let before = self.state.with_value(|state| state.cursor);
        let here = if before.is_none() { self.here() } else { None };
        let after = self.sentences(|sentences| match before {
            Some(before) => Some(sentences.moved(before, step, extend)),
            None => sentences.at(here.unwrap_or(0)),
        });
        let Some(after) = after.flatten() else { return false };
        if before == Some(after) {
            let forward = matches!(step, Step::Sentence | Step::Block);
            let edge = if forward { words::reader::article_ends() } else { words::reader::article_begins() };
            self.status.murmur(edge);
        } else {
            self.state.update_value(|state| state.by_button = false);
            self.show(after);
            self.announce(after);
        }
        true
    }

    /// The position at which the reader is: at the caret or the focus, if it is in view, or else at the first sentence
    /// that begins in view.
    fn here(self) -> Option<u32> {
        if let Some(held) = self.held() {
            return Some(held.start());
        }
        let article = dom::by_id("article")?;
        let view = scroll::view();
        if let Some(position) = selection::caret_in_view(&article, view.top, view.bottom) {
            return Some(position);
        }
        let focused = focus::focused().filter(|focused| !focused.is_same_node(Some(&article)));
        if let Some(position) = focused.and_then(|focused| text_place::position_in_view(&article, &focused, view)) {
            return Some(position);
        }
        let first = text_place::first_leaf_in_view(&article, view)?;
        let sentences = self.sentences(|sentences| sentences.rest_of_block(first))?;
        let begins_in_view =
            |range: &&TextRange| text_place::lines(&article, **range).is_some_and(|lines| lines.top >= view.top);
        sentences.iter().find(begins_in_view).or(sentences.last()).map(|range| range.start())
    }

    /// Takes these words as chosen: painted, with the toolbar on them.
    fn hold(self, range: TextRange) {
        self.state.update_value(|state| {
            state.held = Some(range);
            state.origin.get_or_insert_with(|| Origin { top: scroll::top(), focused: focus::focused() });
        });
        self.choosing.chosen.set(Some(Chosen { range, by_keys: true }));
        self.repaint();
        if !custom_highlight::available() {
            let decoration = Decoration { range, paint: Paint::Cursor };
            self.marks.lay(Layer::Cursor, vec![decoration]);
        }
    }

    fn show(self, cursor: Cursor) {
        let found = self.sentences(|sentences| Some((sentences.range(cursor)?, sentences.reached(cursor)?)));
        let Some((range, reached)) = found.flatten() else { return };
        self.state.update_value(|state| {
            state.origin.get_or_insert_with(|| Origin { top: scroll::top(), focused: focus::focused() });
            state.cursor = Some(cursor);
        });
        if let Some(lines) = dom::by_id("article").and_then(|article| text_place::lines(&article, reached)) {
            // As high as the toolbar is in its two forms.
            let docked = docked(false);
            scroll::by(beside::scroll_by(lines, if docked { 132 } else { 52 }, scroll::view(), docked));
        }
        self.hold(range);
    }

    /// Says what the cursor came to.
    fn announce(self, cursor: Cursor) {
        let Some(Some(reached)) = self.sentences(|sentences| sentences.reached(cursor)) else { return };
        let mut said = self.marks.text().with_value(|text| text.quote(reached).replace('\n', " "));
        if cursor.count() > 1 {
            said = words::reader::sentences_chosen(cursor.count(), &said);
        }
        if !self.state.with_value(|state| state.hinted) {
            self.state.update_value(|state| state.hinted = true);
            said = words::reader::first_sentence(&said);
        }
        self.status.murmur(said);
    }

    fn repaint(self) {
        let Some(held) = self.state.try_with_value(|state| state.held) else { return };
        match held.zip(dom::by_id("article")) {
            Some((range, article)) => {
                custom_highlight::set(PAINT, &article, &[range]);
            }
            None => {
                custom_highlight::clear(PAINT);
                self.marks.lay(Layer::Cursor, Vec::new());
            }
        }
    }

    /// A focus that went with the words it was on goes to what can have it there now: the mark, or a link.
    fn refocus(self) {
        let lost = |state: &mut State| state.focused.take_if(|focused| !focused.is_connected()).and(state.held);
        if focus::focused().is_some() {
            return;
        }
        let held = self.state.try_update_value(lost).flatten();
        let leaf =
            held.zip(dom::by_id("article")).and_then(|(held, article)| selection::leaf_at(&article, held.start()));
        if let Some(next) = leaf.and_then(|leaf| dom::query_all(&leaf, "a[href], mark[tabindex]").into_iter().next()) {
            focus::focus(&next);
        }
    }

    /// "Highlight this": all of the block is chosen, and the focus goes to the toolbar.
    fn take_block(self, event: &Event) {
        let Some(button) = dom::closest(event, "[data-this]") else { return };
        let position = button.get_attribute("data-this").and_then(|start| start.parse().ok());
        let cursor = position.and_then(|position| self.sentences(|sentences| sentences.block_at(position)).flatten());
        if let Some(cursor) = cursor {
            self.show(cursor);
            self.state.update_value(|state| state.by_button = true);
            timer::next_frame(move || self.choosing.to_toolbar(Some(button)));
        }
    }
}
