//! The browser's own voices.
//!
//! One utterance at a time, kept until it ends: browsers forget those that nobody holds, and with them their end. All
//! that can be absent or throw is asked for first. It sends nothing anywhere, but a voice may: see [`Voice::local`].

use super::dom;
use crate::listen::Voice;
use js_sys::Reflect;
use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice};

/// What became of an utterance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// The voice has begun.
    Began,
    /// All is said.
    Ended,
    /// The voice could not, or was not allowed to.
    Failed,
}

/// What is being said; dropped, its end is no longer told.
pub struct Utterance {
    utterance: SpeechSynthesisUtterance,
    _told: Closure<dyn FnMut(Event)>,
}

impl Drop for Utterance {
    fn drop(&mut self) {
        tell(&self.utterance, &JsValue::NULL);
    }
}

fn tell(utterance: &SpeechSynthesisUtterance, handler: &JsValue) {
    for name in ["onstart", "onend", "onerror"] {
        let _ = Reflect::set(utterance, &name.into(), handler);
    }
}

fn synthesis() -> Option<SpeechSynthesis> {
    let window = dom::window()?;
    let present = Reflect::get(&window, &"speechSynthesis".into()).is_ok_and(|found| found.is_object());
    let makes = Reflect::get(&window, &"SpeechSynthesisUtterance".into()).is_ok_and(|found| found.is_function());
    (present && makes).then(|| window.speech_synthesis().ok()).flatten()
}

fn native() -> Vec<SpeechSynthesisVoice> {
    synthesis().map(|synthesis| synthesis.get_voices().iter().map(JsCast::unchecked_into).collect()).unwrap_or_default()
}

/// The voices there are. Some browsers know them only a while after the page has opened.
pub fn voices() -> Vec<Voice> {
    let voice = |voice: SpeechSynthesisVoice| Voice {
        id: voice.voice_uri(),
        name: voice.name(),
        language: voice.lang(),
        local: voice.local_service(),
    };
    native().into_iter().map(voice).collect()
}

/// Says a text in place of what is being said. `None` where the browser can't, or has not got this voice: its own choice
/// may be one that sends every sentence to its maker.
pub fn say(text: &str, voice: &str, speed: u32, mut said: impl FnMut(Said) + 'static) -> Option<Utterance> {
    let synthesis = synthesis()?;
    let native = native().into_iter().find(|native| native.voice_uri() == voice)?;
    let utterance = SpeechSynthesisUtterance::new_with_text(text).ok()?;
    utterance.set_voice(Some(&native));
    utterance.set_lang(&native.lang());
    utterance.set_rate(speed as f32 / 100.0);
    let told = Closure::<dyn FnMut(Event)>::new(move |event: Event| match event.type_().as_str() {
        "start" => said(Said::Began),
        "end" => said(Said::Ended),
        _ => said(Said::Failed),
    });
    tell(&utterance, told.as_ref());
    hush();
    // Once paused, by whomever, some browsers stay so.
    synthesis.resume();
    synthesis.speak(&utterance);
    Some(Utterance { utterance, _told: told })
}

/// Falls silent.
pub fn hush() {
    if let Some(synthesis) = synthesis()
        && (synthesis.speaking() || synthesis.pending())
    {
        synthesis.cancel();
    }
}

/// Whether a voice is at work, or about to be.
pub fn is_speaking() -> bool {
    synthesis().is_some_and(|synthesis| synthesis.speaking() || synthesis.pending())
}
