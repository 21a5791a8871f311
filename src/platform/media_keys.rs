//! The keys for music on keyboards, headphones and lock screens, where the browser hands them on.
//!
//! What is told to the system names the site and never the article: a lock screen is read by others.

use super::dom;
use js_sys::{Array, Function, Object, Reflect};
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MediaKey {
    /// Play.
    Play,
    /// Pause.
    Pause,
    /// The one before.
    Back,
    /// The next one.
    On,
}

const KEYS: [(&str, MediaKey); 6] = [
    ("play", MediaKey::Play),
    ("pause", MediaKey::Pause),
    ("stop", MediaKey::Pause),
    ("previoustrack", MediaKey::Back),
    ("nexttrack", MediaKey::On),
    ("seekforward", MediaKey::On),
];

/// The keys are ours until this is dropped.
pub struct MediaKeys {
    session: JsValue,
    _handlers: Vec<Closure<dyn FnMut()>>,
}

impl MediaKeys {
    /// Takes the keys; `None` where the browser does not hand them on.
    pub fn take(title: &str, press: impl Fn(MediaKey) + 'static) -> Option<MediaKeys> {
        let press: Rc<dyn Fn(MediaKey)> = Rc::new(press);
        let session = session()?;
        let details = Object::new();
        let _ = Reflect::set(&details, &"title".into(), &title.into());
        let class = Reflect::get(&JsValue::from(dom::window()?), &"MediaMetadata".into()).ok();
        let metadata = class.and_then(|class| class.dyn_into::<Function>().ok());
        if let Some(metadata) = metadata.and_then(|class| Reflect::construct(&class, &Array::of1(&details)).ok()) {
            let _ = Reflect::set(&session, &"metadata".into(), &metadata);
        }
        let handler = |(name, key): (&str, MediaKey)| {
            let press = press.clone();
            let handler = Closure::<dyn FnMut()>::new(move || press(key));
            set(&session, name, handler.as_ref());
            handler
        };
        let handlers = KEYS.into_iter().map(handler).collect();
        Some(MediaKeys { session, _handlers: handlers })
    }

    /// Tells the system whether something is being said.
    pub fn tell(&self, playing: bool) {
        let state = if playing { "playing" } else { "paused" };
        let _ = Reflect::set(&self.session, &"playbackState".into(), &state.into());
    }
}

impl Drop for MediaKeys {
    fn drop(&mut self) {
        KEYS.into_iter().for_each(|(name, _)| set(&self.session, name, &JsValue::NULL));
        let _ = Reflect::set(&self.session, &"metadata".into(), &JsValue::NULL);
        let _ = Reflect::set(&self.session, &"playbackState".into(), &"none".into());
    }
}

fn session() -> Option<JsValue> {
    let navigator = JsValue::from(dom::window()?.navigator());
    Reflect::get(&navigator, &"mediaSession".into()).ok().filter(JsValue::is_object)
}

/// Browsers throw for a name that they do not know.
fn set(session: &JsValue, name: &str, handler: &JsValue) {
    let method = Reflect::get(session, &"setActionHandler".into()).and_then(|method| method.dyn_into::<Function>());
    if let Ok(method) = method {
        let _ = method.call2(session, &name.into(), handler);
    }
}

/// The key on a keyboard that hands media keys to pages as they are.
pub fn of_keyboard(key: &str) -> Option<MediaKey> {
    match key {
        "MediaPlay" => Some(MediaKey::Play),
        "MediaPause" | "MediaStop" => Some(MediaKey::Pause),
        "MediaTrackPrevious" => Some(MediaKey::Back),
        "MediaTrackNext" => Some(MediaKey::On),
        _ => None,
    }
}
