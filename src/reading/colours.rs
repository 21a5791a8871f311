//! What the colours of highlights mean to this reader: a name for each, theirs or ours.

use crate::annotation::Colour;
use crate::json::{Map, Value};
use crate::words;

/// The longest name that is kept, in characters: it has to fit under a swatch.
pub const LONGEST: usize = 40;

/// The reader's names. A colour that they did not name has ours.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ColourNames {
    /// In the order of [`Colour::ALL`]; empty where it is ours.
    own: [String; 5],
}

impl ColourNames {
    /// From its record; what makes no sense there names nothing.
    pub fn from_json(value: &Value) -> ColourNames {
        let mut names = ColourNames::default();
        for colour in Colour::ALL {
            if let Some(name) = value.get(colour.name()).and_then(Value::as_str) {
                names.rename(colour, name);
            }
        }
        names
    }

    /// Its record: the names that are the reader's.
    pub fn to_json(&self) -> Value {
        let mut object = Map::new();
        for (colour, name) in Colour::ALL.into_iter().zip(&self.own).filter(|(_, name)| !name.is_empty()) {
            object.insert(colour.name().to_owned(), name.clone().into());
        }
        Value::Object(object)
    }

    /// What a colour is called.
    pub fn name(&self, colour: Colour) -> &str {
        match self.own.get(colour as usize) {
            Some(name) if !name.is_empty() => name,
            _ => suggested(colour),
        }
    }

    /// The reader's own name for a colour; empty where there is none.
    pub fn own(&self, colour: Colour) -> &str {
        self.own.get(colour as usize).map(String::as_str).unwrap_or_default()
    }

    /// Calls a colour something else; nothing but white space gives ours back.
    pub fn rename(&mut self, colour: Colour, name: &str) {
        if let Some(own) = self.own.get_mut(colour as usize) {
            let words: Vec<&str> = name.split_whitespace().collect();
            *own = words.join(" ").chars().take(LONGEST).collect();
        }
    }
}

/// Our name, until the reader has a better one.
pub fn suggested(colour: Colour) -> &'static str {
    match colour {
        Colour::Yellow => words::settings::yellow(),
        Colour::Green => words::settings::green(),
        Colour::Blue => words::settings::blue(),
        Colour::Pink => words::settings::pink(),
        Colour::Purple => words::settings::purple(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::json;

    #[test]
    fn names_are_the_readers_or_ours() {
        let mut names = ColourNames::default();
        names.rename(Colour::Blue, "  ask in\n class ");
        assert_eq!(names.name(Colour::Blue), "ask in class");
        assert_eq!(names.name(Colour::Pink), "About me");
        assert_eq!(ColourNames::from_json(&names.to_json()), names);
        names.rename(Colour::Blue, " \t");
        assert_eq!((names.name(Colour::Blue), names.own(Colour::Blue)), ("Look up", ""));
        assert_eq!(names, ColourNames::default());
    }

    #[test]
    fn a_record_from_anywhere_does_no_harm() {
        for value in [json!(null), json!([1]), json!({"blue": 7, "octarine": "magic", "pink": "  "})] {
            assert_eq!(ColourNames::from_json(&value), ColourNames::default());
        }
        let long = ColourNames::from_json(&json!({"green": "é".repeat(100)}));
        assert_eq!(long.name(Colour::Green).chars().count(), LONGEST);
    }
}
