//! How pages look: the reader's choices.
//!
//! The names of the choices are stored, stand as classes on the root element and are read by the start script of
//! `index.html`: a name, once given, stays.

use crate::json::{Map, Value};
use crate::words::{self, Language};

/// A choice among named ones; the first is the default.
pub trait Choice: Copy + PartialEq + Sized + Send + Sync + 'static {
    /// All of them, in the order of the interface.
    const ALL: &'static [Self];

    /// The stored name.
    fn name(self) -> &'static str;

    /// The name in the interface.
    fn label(self) -> &'static str;

    /// The choice of that name.
    fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|choice| choice.name() == name)
    }
}

macro_rules! choice {
    ($(#[$doc:meta])* $name:ident { $($variant:ident: $stored:literal, $label:expr;)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(missing_docs)] // The labels say what they are.
        pub enum $name { $($variant),+ }

        impl Choice for $name {
            const ALL: &'static [Self] = &[$($name::$variant),+];
            fn name(self) -> &'static str { match self { $($name::$variant => $stored),+ } }
            fn label(self) -> &'static str { match self { $($name::$variant => $label),+ } }
        }
    };
}

choice! {
    /// The colours of the page.
    Theme {
        Device: "device", words::settings::theme_device();
        Light: "light", words::settings::theme_light();
        Sepia: "sepia", words::settings::theme_sepia();
        Dark: "dark", words::settings::theme_dark();
        Black: "black", words::settings::theme_black();
        Contrast: "contrast", words::settings::theme_contrast();
    }
}

choice! {
    /// The letters of the author's words.
    Typeface {
        Book: "book", words::settings::typeface_book();
        Plain: "plain", words::settings::typeface_plain();
        Literata: "literata", words::settings::typeface_literata();
        Hyperlegible: "atkinson", words::settings::typeface_hyperlegible();
    }
}

choice! {
    /// The distance between lines.
    Lead {
        Book: "book", words::settings::lead_book();
        Close: "close", words::settings::lead_close();
        Open: "open", words::settings::lead_open();
    }
}

choice! {
    /// The length of lines.
    Length {
        Book: "book", words::settings::length_book();
        Narrow: "narrow", words::settings::length_narrow();
        Wide: "wide", words::settings::length_wide();
    }
}

choice! {
    /// How paragraphs are set apart.
    Paragraphs {
        Spaced: "spaced", words::settings::paragraphs_spaced();
        Wide: "wide", words::settings::paragraphs_wide();
        Indented: "indented", words::settings::paragraphs_indented();
    }
}

choice! {
    /// Whether "Highlight this" is seen at every heading and paragraph. It is always there for assistive technology.
    HighlightThis {
        Hidden: "hidden", words::settings::highlight_this_hidden();
        Shown: "shown", words::settings::highlight_this_shown();
    }
}

choice! {
    /// The right edge of the text.
    Alignment {
        Ragged: "ragged", words::settings::alignment_ragged();
        Justified: "justified", words::settings::alignment_justified();
    }
}

choice! {
    /// Whether words are divided at the ends of lines.
    Hyphens {
        Device: "device", words::settings::hyphens_device();
        On: "on", words::settings::hyphens_on();
        Off: "off", words::settings::hyphens_off();
    }
}

choice! {
    /// Whether what comes and goes moves.
    Motion {
        Device: "device", words::settings::motion_device();
        Still: "still", words::settings::motion_still();
    }
}

/// The reader's choices.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadingSettings {
    /// Colours.
    pub theme: Theme,
    /// Letters.
    pub typeface: Typeface,
    /// Size of the text in percent, 85 to 160.
    pub size: u32,
    /// Distance between lines.
    pub lead: Lead,
    /// Length of lines.
    pub length: Length,
    /// Paragraphs.
    pub paragraphs: Paragraphs,
    /// Whether a sign without a modifier may be a shortcut.
    pub single_keys: bool,
    /// Whether "Highlight this" is seen everywhere.
    pub highlight_this: HighlightThis,
    /// The right edge.
    pub alignment: Alignment,
    /// Divided words.
    pub hyphens: Hyphens,
    /// Motion.
    pub motion: Motion,
    /// Whether the browser's own key for finding opens ours.
    pub find_key: bool,
    /// The language of the interface; `None` is the browser's.
    pub language: Option<Language>,
    /// Choices of other versions; they survive.
    other: Map,
}

impl Default for ReadingSettings {
    fn default() -> ReadingSettings {
        ReadingSettings {
            theme: Theme::Device,
            typeface: Typeface::Book,
            size: 100,
            lead: Lead::Book,
            length: Length::Book,
            paragraphs: Paragraphs::Spaced,
            single_keys: true,
            highlight_this: HighlightThis::Hidden,
            alignment: Alignment::Ragged,
            hyphens: Hyphens::Device,
            motion: Motion::Device,
            find_key: false,
            language: None,
            other: Map::new(),
        }
    }
}

impl ReadingSettings {
    /// Smallest size in percent.
    pub const SMALLEST: u32 = 85;
    /// Largest size in percent.
    pub const LARGEST: u32 = 160;
    /// What classes of ours on the root element begin with.
    pub const CLASS_PREFIXES: [&str; 9] =
        ["theme-", "type-", "lead-", "length-", "par-", "align-", "hyph-", "motion-", "this-"];

    /// The stored form.
    pub fn to_json(&self) -> Value {
        let mut object = self.other.clone();
        let mut put = |name: &str, value: Value| object.insert(name.to_owned(), value);
        put("theme", self.theme.name().into());
        put("typeface", self.typeface.name().into());
        put("size", self.size.into());
        put("lead", self.lead.name().into());
        put("length", self.length.name().into());
        put("paragraphs", self.paragraphs.name().into());
        put("singleKeys", self.single_keys.into());
        put("this", self.highlight_this.name().into());
        put("alignment", self.alignment.name().into());
        put("hyphens", self.hyphens.name().into());
        put("motion", self.motion.name().into());
        put("findKey", self.find_key.into());
        put("language", self.language.map_or("device", |language| language.tag).into());
        Value::Object(object)
    }

    /// The choices in a stored form; what is missing or unknown is the default.
    pub fn from_json(value: &Value) -> ReadingSettings {
        fn choose<C: Choice>(value: &Value, name: &str, default: C) -> C {
            value.get(name).and_then(Value::as_str).and_then(C::from_name).unwrap_or(default)
        }
        let default = ReadingSettings::default();
        let size = value.get("size").and_then(Value::as_u64).and_then(|size| u32::try_from(size).ok());
        ReadingSettings {
            theme: choose(value, "theme", default.theme),
            typeface: choose(value, "typeface", default.typeface),
            size: size.unwrap_or(default.size).clamp(Self::SMALLEST, Self::LARGEST),
            lead: choose(value, "lead", default.lead),
            length: choose(value, "length", default.length),
            paragraphs: choose(value, "paragraphs", default.paragraphs),
            single_keys: value.get("singleKeys").and_then(Value::as_bool).unwrap_or(default.single_keys),
            highlight_this: choose(value, "this", default.highlight_this),
            alignment: choose(value, "alignment", default.alignment),
            hyphens: choose(value, "hyphens", default.hyphens),
            motion: choose(value, "motion", default.motion),
            find_key: value.get("findKey").and_then(Value::as_bool).unwrap_or(default.find_key),
            language: value.get("language").and_then(Value::as_str).and_then(words::language),
            other: value.as_object().cloned().unwrap_or_default(),
        }
    }

    /// The look of the start, with how the reader works the page and what other versions chose.
    pub fn reset(&self) -> ReadingSettings {
        let (single_keys, highlight_this, language) = (self.single_keys, self.highlight_this, self.language);
        ReadingSettings {
            single_keys,
            highlight_this,
            language,
            other: self.other.clone(),
            ..ReadingSettings::default()
        }
    }

    /// The classes of the root element. What the device decides has none.
    pub fn classes(&self) -> Vec<String> {
        let chosen = [
            ("theme-", self.theme.name()),
            ("type-", self.typeface.name()),
            ("lead-", self.lead.name()),
            ("length-", self.length.name()),
            ("par-", self.paragraphs.name()),
            ("align-", self.alignment.name()),
            ("hyph-", self.hyphens.name()),
            ("motion-", self.motion.name()),
            ("this-", self.highlight_this.name()),
        ];
        let chosen = chosen.into_iter().filter(|(_, name)| *name != "device");
        chosen.map(|(prefix, name)| [prefix, name].concat()).collect()
    }

    /// The value of `--reader-size`.
    pub fn size_factor(&self) -> String {
        format!("{}.{:02}", self.size / 100, self.size % 100)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::json;

    #[test]
    fn what_is_stored_comes_back_with_what_others_chose() {
        let stored = json!({"theme": "sepia", "size": 125, "voice": "later"});
        let settings = ReadingSettings::from_json(&stored);
        assert_eq!((settings.theme, settings.size), (Theme::Sepia, 125));
        assert_eq!(settings.to_json().get("voice"), Some(&json!("later")));
        assert_eq!(ReadingSettings::from_json(&settings.to_json()).classes(), settings.classes());
    }

    #[test]
    fn nonsense_is_the_default() {
        let settings = ReadingSettings::from_json(&json!({"theme": 4, "size": 9000, "lead": "huge"}));
        assert_eq!((settings.theme, settings.size, settings.lead), (Theme::Device, 160, Lead::Book));
        assert_eq!(ReadingSettings::from_json(&json!("no")).to_json(), ReadingSettings::default().to_json());
    }

    #[test]
    fn how_the_page_is_worked_outlives_a_new_look() {
        let stored = json!({"theme": "dark", "singleKeys": false, "this": "shown", "language": "es"});
        let settings = ReadingSettings::from_json(&stored).reset();
        assert_eq!(settings.to_json().get("language"), Some(&json!("es")));
        assert_eq!((settings.theme, settings.single_keys), (Theme::Device, false));
        assert!(settings.classes().contains(&"this-shown".to_owned()));
        assert!(ReadingSettings::from_json(&json!({"singleKeys": "no"})).single_keys);
    }

    #[test]
    fn every_class_has_a_known_prefix_and_a_name_that_the_start_script_takes() {
        let every = json!({"theme": "black", "typeface": "atkinson", "lead": "open", "length": "wide",
            "paragraphs": "wide", "alignment": "justified", "hyphens": "off", "motion": "still", "this": "shown"});
        let classes = ReadingSettings::from_json(&every).classes();
        assert_eq!(classes.len(), ReadingSettings::CLASS_PREFIXES.len());
        for (class, prefix) in classes.iter().zip(ReadingSettings::CLASS_PREFIXES) {
            let name = class.strip_prefix(prefix).unwrap_or_default();
            assert!(!name.is_empty() && name.chars().all(|c| c.is_ascii_lowercase()), "{class}");
        }
    }

    #[test]
    fn the_size_is_a_factor() {
        let with = |size| ReadingSettings { size, ..ReadingSettings::default() }.size_factor();
        assert_eq!([with(85), with(100), with(105), with(160)], ["0.85", "1.00", "1.05", "1.60"]);
    }
}
