//! Listening to the article: the voice, the sentence that is shown, the player at the foot.
//!
//! `listen/` says what comes next; here it is said, shown and kept in view. The sentence is painted without touching the
//! page, so that a selection lives on; where the browser can't, it is laid over the words like all else.

use super::layers::Layer;
use super::marks::Marks;
use super::tracking::Tracking;
use crate::annotation::{ArticleText, Decoration, Paint, TextRange};
use crate::article::Meta;
use crate::listen::{Act, ListenSettings, Player, Sleep, Voice, choose, offered};
use crate::platform::dom::{self, Listener};
use crate::platform::media_keys::{self, MediaKey, MediaKeys};
use crate::platform::speech::{self, Said, Utterance};
use crate::platform::timer::{self, Timer};
use crate::platform::{clock, custom_highlight, focus, pointing};
use crate::state::{Keeping, Status, effect, use_keeping, use_status, while_shown};
use crate::storage::Collection;
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::JsCast;

/// The name of the paint.
const PAINT: &str = "spoken";
/// The id of the one record.
const RECORD: &str = "listening";
/// How often the voice is watched.
const WATCH: Duration = Duration::from_millis(1000);
/// How often voices are looked for, and how many times before there are none.
const LOOK: Duration = Duration::from_millis(400);
const LOOKS: u32 = 8;

/// Whether there is a voice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Voices {
    /// They are still being looked for.
    Awaited,
    /// There is one.
    Found,
    /// Only such as send every sentence to their maker, or speak another language; none is chosen yet.
    Unchosen,
    /// There is none.
    Missing,
}

/// Listening to the article that is open.
#[derive(Clone, Copy)]
pub(super) struct Listening {
    meta: &'static Meta,
    text: StoredValue<ArticleText>,
    marks: Marks,
    tracking: Tracking,
    keeping: Keeping,
    status: Status,
    player: StoredValue<Option<Player>>,
    utterance: StoredValue<Option<Utterance>, LocalStorage>,
    keys: StoredValue<Option<MediaKeys>, LocalStorage>,
    timer: StoredValue<Option<Timer>, LocalStorage>,
    /// Where it was to begin, for when a voice is found.
    from: StoredValue<u32>,
    pub(super) settings: RwSignal<ListenSettings>,
    pub(super) voices: RwSignal<Vec<Voice>>,
    pub(super) found: RwSignal<Voices>,
    pub(super) open: RwSignal<bool>,
    pub(super) playing: RwSignal<bool>,
    pub(super) sentence: RwSignal<Option<TextRange>>,
    pub(super) sleep: RwSignal<Sleep>,
}

impl Listening {
    pub(super) fn new(
        meta: &'static Meta,
        text: StoredValue<ArticleText>,
        marks: Marks,
        tracking: Tracking,
        open: RwSignal<bool>,
    ) -> Listening {
        let keeping = use_keeping();
        let kept = keeping.records(|records| records.get(Collection::Settings, RECORD).ok().flatten()).flatten();
        let settings = kept.map(|record| ListenSettings::from_json(&record.value)).unwrap_or_default();
        let listening = Listening {
            meta,
            text,
            marks,
            tracking,
            keeping,
            status: use_status(),
            player: StoredValue::new(None),
            utterance: StoredValue::new_local(None),
            keys: StoredValue::new_local(None),
            timer: StoredValue::new_local(None),
            from: StoredValue::new(0),
            settings: RwSignal::new(settings),
            voices: RwSignal::new(Vec::new()),
            found: RwSignal::new(Voices::Awaited),
            open,
            playing: RwSignal::new(false),
            sentence: RwSignal::new(None),
            sleep: RwSignal::new(Sleep::Never),
        };
        while_shown(vec![
            Listener::on_document("keydown", move |event| listening.key(&event)),
            // A browser may go on speaking for a page that is gone.
            Listener::on_window("pagehide", move |_| listening.act(Player::pause)),
        ]);
        effect(move || {
            // Words that were made anew have lost the paint.
            marks.painted().track();
            if listening.sentence.with(Option::is_some) {
                timer::next_frame(move || listening.paint());
            }
        });
        on_cleanup(move || {
            if !cfg!(feature = "ssr") && listening.open.try_get_untracked() == Some(true) {
                speech::hush();
                custom_highlight::clear(PAINT);
            }
        });
        listening
    }

    /// Opens the player and reads from a position.
    pub(super) fn begin(self, position: u32) {
        let sections = self.meta.sections.iter().map(|section| section.start).collect();
        self.player.update_value(|player| {
            player.get_or_insert_with(|| self.text.with_value(|text| Player::new(text, sections)));
        });
        self.open.set(true);
        self.from.set_value(position);
        self.look_for_voices(0);
    }

    /// The button in the bar: reads from here; where what is read is in view, it pauses and goes on.
    pub(super) fn toggle_here(self) {
        let shown = self.sentence.get_untracked().zip(dom::by_id("article"));
        match shown.filter(|(sentence, article)| self.open.get_untracked() && pointing::in_view(article, *sentence)) {
            Some(_) => self.toggle(),
            None => {
                let first = dom::by_id("article").and_then(|article| pointing::first_in_view(&article));
                self.begin(first.unwrap_or_else(|| untrack(|| self.tracking.place().position)));
            }
        }
    }

    /// Some browsers know their voices only after a while.
    fn look_for_voices(self, looked: u32) {
        if self.open.try_get_untracked() != Some(true) {
            return;
        }
        let voices = offered(speech::voices(), &self.meta.language);
        if voices.is_empty() && looked < LOOKS {
            self.found.set(Voices::Awaited);
            self.timer.set_value(Timer::after(LOOK, move || self.look_for_voices(looked + 1)));
            return;
        }
        self.voices.set(voices);
        self.find();
        if self.found.get_untracked() == Voices::Found {
            self.play();
        } else {
            self.tell_why();
        }
    }

    /// Whether one of the voices that are known is to read.
    fn find(self) {
        let missing = self.voices.with_untracked(Vec::is_empty);
        let found = match (missing, self.voice()) {
            (true, _) => Voices::Missing,
            (false, None) => Voices::Unchosen,
            (false, Some(_)) => Voices::Found,
        };
        if self.found.get_untracked() != found {
            self.found.set(found);
        }
    }

    /// Says why nothing is read; the dock shows it.
    fn tell_why(self) {
        if let Some(why) = super::player_dock::why_silent(self.found.get_untracked()) {
            self.status.murmur(why);
        }
    }

    fn play(self) {
        self.keys.update_value(|keys| {
            if keys.is_none() {
                *keys = MediaKeys::take("Closely", move |key| self.press(key));
            }
        });
        let position = self.from.get_value();
        self.act(|player| player.play_from(position));
    }

    /// Plays on, or pauses. Without a voice it stays where it is and says why.
    pub(super) fn toggle(self) {
        if self.playing.get_untracked() || self.voice().is_some() {
            self.act(Player::toggle);
        } else {
            self.tell_why();
        }
    }

    /// What the browser knows the voice by that reads.
    pub(super) fn voice(self) -> Option<String> {
        self.voices.with_untracked(|voices| {
            let wanted = self.settings.with_untracked(|settings| settings.voice.clone());
            choose(voices, &wanted, &self.meta.language).map(|voice| voice.id.clone())
        })
    }

    /// Changes speed or voice, keeps that, and says the current words so.
    pub(super) fn change(self, change: impl FnOnce(&mut ListenSettings)) {
        self.settings.update(change);
        let value = self.settings.with_untracked(ListenSettings::to_json);
        self.keeping.records(|records| records.replace(Collection::Settings, RECORD, &value));
        if self.found.get_untracked() == Voices::Unchosen && self.voice().is_some() {
            self.found.set(Voices::Found);
            self.play();
        } else {
            self.act(Player::again);
        }
    }

    /// Sets when it stops by itself.
    pub(super) fn set_sleep(self, sleep: Sleep) {
        self.player.update_value(|player| {
            if let Some(player) = player {
                player.set_sleep(sleep);
            }
        });
        self.sleep.set(sleep);
    }

    /// Closes the player.
    pub(super) fn end(self) {
        self.act(Player::pause);
        self.open.set(false);
        self.sentence.set(None);
        self.keys.set_value(None);
        self.timer.set_value(None);
        custom_highlight::clear(PAINT);
        self.lay(None);
        if let Some(button) = dom::query(".bar-listen") {
            focus::focus(&button);
        }
    }

    /// Asks the player and does what it says.
    pub(super) fn act(self, ask: impl FnOnce(&mut Player) -> Act) {
        self.ask(Box::new(ask));
    }

    /// One copy for every question.
    fn ask(self, ask: Box<dyn FnOnce(&mut Player) -> Act + '_>) {
        let Some(Some(act)) = self.player.try_update_value(|player| player.as_mut().map(ask)) else { return };
        match act {
            Act::Say { range, ticket } => self.say(range, ticket),
            Act::Hush => {
                self.utterance.set_value(None);
                speech::hush();
            }
            Act::Nothing => {}
        }
        self.show();
    }

    fn say(self, range: TextRange, ticket: u32) {
        let words = self.text.with_value(|text| text.quote(range).replace('\u{ad}', "").replace('\n', " "));
        let said = move |said| match said {
            Said::Began => self.act(|player| {
                player.began(ticket);
                Act::Nothing
            }),
            // What failed is silent: the watch asks again, and gives up.
            Said::Ended => self.act(|player| player.ended(ticket, clock::now())),
            Said::Failed => {}
        };
        let speed = self.settings.with_untracked(|settings| settings.speed);
        self.utterance.set_value(None);
        match self.voice().and_then(|voice| speech::say(&words, &voice, speed, said)) {
            Some(utterance) => {
                self.utterance.set_value(Some(utterance));
                self.watch();
            }
            None => self.fall_silent(),
        }
    }

    /// The voice is gone, or there was none: no other is taken in its place before it is known where that one speaks.
    fn fall_silent(self) {
        self.act(Player::pause);
        if self.found.get_untracked() != Voices::Awaited {
            self.voices.set(offered(speech::voices(), &self.meta.language));
            self.find();
            self.tell_why();
        }
    }

    /// A voice may fall silent without a word, or never begin.
    fn watch(self) {
        self.timer.try_set_value(Timer::after(WATCH, move || {
            let speaking = speech::is_speaking();
            self.act(|player| player.watch(speaking, clock::now()));
            if self.playing.try_get_untracked() == Some(true) {
                self.watch();
            }
        }));
    }

    /// Shows what the player is at.
    fn show(self) {
        let now = self.player.with_value(|player| {
            player.as_ref().map(|player| (player.sentence(), player.is_playing(), player.sleep()))
        });
        let Some((sentence, playing, sleep)) = now else { return };
        if self.playing.get_untracked() != playing {
            self.playing.set(playing);
            self.keys.with_value(|keys| keys.iter().for_each(|keys| keys.tell(playing)));
        }
        if self.sleep.get_untracked() != sleep {
            self.sleep.set(sleep);
        }
        let before = self.sentence.get_untracked();
        if before == sentence || !self.open.get_untracked() {
            return;
        }
        // Who has scrolled away is left alone.
        let following = before.zip(dom::by_id("article")).is_none_or(|(before, at)| pointing::in_view(&at, before));
        self.sentence.set(sentence);
        if !custom_highlight::available() {
            self.lay(sentence);
        }
        if following {
            self.keep_in_view();
        }
    }

    /// Brings the sentence into the window.
    pub(super) fn keep_in_view(self) {
        if let Some((sentence, article)) = self.sentence.get_untracked().zip(dom::by_id("article")) {
            pointing::keep_in_view(&article, sentence);
        }
    }

    fn paint(self) {
        let Some(Some(sentence)) = self.sentence.try_get_untracked() else { return };
        if let Some(article) = dom::by_id("article") {
            custom_highlight::set(PAINT, &article, &[sentence]);
        }
    }

    /// Lays the sentence over the words, for a browser that can't paint it otherwise; or nothing.
    fn lay(self, sentence: Option<TextRange>) {
        let spoken = sentence.map(|range| Decoration { range, paint: Paint::Spoken });
        self.marks.lay(Layer::Spoken, spoken.into_iter().collect());
    }

    fn press(self, key: MediaKey) {
        let playing = self.playing.get_untracked();
        match key {
            MediaKey::Play if !playing => self.toggle(),
            MediaKey::Pause if playing => self.toggle(),
            MediaKey::Back => self.act(|player| player.step(false)),
            MediaKey::On => self.act(|player| player.step(true)),
            _ => {}
        }
    }

    /// Alt+P reads from here, pauses and goes on; media keys work while the player is open.
    fn key(self, event: &web_sys::Event) {
        let Some(event) = event.dyn_ref::<web_sys::KeyboardEvent>() else { return };
        let key = event.key();
        let modified = event.ctrl_key() || event.meta_key() || event.shift_key();
        if event.alt_key() && !modified && (key.eq_ignore_ascii_case("p") || event.code() == "KeyP") {
            event.prevent_default();
            self.toggle_here();
        } else if self.open.get_untracked() {
            match (key.as_str(), media_keys::of_keyboard(&key)) {
                ("MediaPlayPause", _) => self.toggle(),
                (_, Some(key)) => self.press(key),
                _ => {}
            }
        }
    }
}
