//! How the reader listens: speed and voice.

use crate::json::{Map, Value};

/// The reader's choices.
#[derive(Clone, Debug, PartialEq)]
pub struct ListenSettings {
    /// Speed in percent.
    pub speed: u32,
    /// What the browser knows the chosen voice by; empty for the device's own.
    pub voice: String,
    /// Choices of other versions; they survive.
    other: Map,
}

impl Default for ListenSettings {
    fn default() -> ListenSettings {
        ListenSettings { speed: 100, voice: String::new(), other: Map::new() }
    }
}

impl ListenSettings {
    /// The speeds that are offered, in percent.
    pub const SPEEDS: [u32; 8] = [60, 80, 100, 120, 140, 160, 180, 200];

    /// The stored form.
    pub fn to_json(&self) -> Value {
        let mut object = self.other.clone();
        object.insert("speed".to_owned(), self.speed.into());
        object.insert("voice".to_owned(), self.voice.clone().into());
        Value::Object(object)
    }

    /// The choices in a stored form; what is missing or unknown is the default.
    pub fn from_json(value: &Value) -> ListenSettings {
        let speed = value.get("speed").and_then(Value::as_u64).and_then(|speed| u32::try_from(speed).ok());
        ListenSettings {
            speed: speed.filter(|speed| Self::SPEEDS.contains(speed)).unwrap_or(100),
            voice: value.get("voice").and_then(Value::as_str).unwrap_or_default().to_owned(),
            other: value.as_object().cloned().unwrap_or_default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::json;

    #[test]
    fn what_is_stored_comes_back_and_nonsense_is_the_default() {
        let settings = ListenSettings::from_json(&json!({"speed": 140, "voice": "a", "pitch": 2}));
        assert_eq!((settings.speed, settings.voice.as_str()), (140, "a"));
        assert_eq!(settings.to_json().get("pitch").and_then(Value::as_u64), Some(2));
        let nonsense = ListenSettings::from_json(&json!({"speed": 9, "voice": 4}));
        assert_eq!((nonsense.speed, nonsense.voice.as_str()), (100, ""));
    }
}
