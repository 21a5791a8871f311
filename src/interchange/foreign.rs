//! What other programs said inside bodies and targets, which our records have no place for: kept among a record's
//! unknown fields while it is here, and written back where it stood.

use super::json_ld::text;
use serde_json::{Map, Value};

/// Further bodies; more of the body that became the note; more of the target; further selectors and targets.
const NAMES: [&str; 5] = ["closely:bodies", "closely:note", "closely:target", "closely:selectors", "closely:targets"];

/// What was kept of an annotation of another program.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Kept {
    /// Bodies that are neither note nor tag nor question.
    pub(super) bodies: Vec<Value>,
    /// Fields of the body that became the note.
    pub(super) note: Map<String, Value>,
    /// Fields of the target.
    pub(super) target: Map<String, Value>,
    /// Selectors of other types.
    pub(super) selectors: Vec<Value>,
    /// Targets after the first.
    pub(super) targets: Vec<Value>,
}

impl Kept {
    /// Takes it from among a record's unknown fields.
    pub(super) fn take(other: &mut Map<String, Value>) -> Kept {
        let [bodies, note, target, selectors, targets] = NAMES.map(|name| other.remove(name));
        let list = |value: Option<Value>| match value {
            Some(Value::Array(list)) => list,
            one => one.into_iter().collect(),
        };
        let map = |value: Option<Value>| match value {
            Some(Value::Object(map)) => map,
            _ => Map::new(),
        };
        Kept {
            bodies: list(bodies),
            note: map(note),
            target: map(target),
            selectors: list(selectors),
            targets: list(targets),
        }
    }

    /// Puts it among a record's unknown fields.
    pub(super) fn put(self, other: &mut Map<String, Value>) {
        let lists = [self.bodies, self.selectors, self.targets].map(Value::Array);
        let [bodies, selectors, targets] = lists;
        let [note, target] = [self.note, self.target].map(Value::Object);
        for (name, value) in NAMES.into_iter().zip([bodies, note, target, selectors, targets]) {
            let empty = value.as_array().is_some_and(Vec::is_empty) || value.as_object().is_some_and(Map::is_empty);
            if !empty {
                other.insert(name.to_owned(), value);
            }
        }
    }

    /// Our bodies with theirs.
    pub(super) fn with_bodies(&self, mut bodies: Vec<Value>) -> Vec<Value> {
        let note = bodies.iter_mut().filter_map(Value::as_object_mut).find(|body| {
            let purpose = body.get("purpose").and_then(Value::as_str);
            purpose.is_some_and(|purpose| purpose == "commenting" || purpose == "replying")
        });
        if let Some(note) = note {
            for (name, value) in &self.note {
                note.insert(name.clone(), value.clone());
            }
        }
        bodies.extend(self.bodies.iter().cloned());
        bodies
    }

    /// Our target with theirs.
    pub(super) fn with_target(&self, source: String, mut selectors: Vec<Value>) -> Value {
        selectors.extend(self.selectors.iter().cloned());
        let mut first = self.target.clone();
        first.insert("source".to_owned(), text(&source));
        if !selectors.is_empty() {
            first.insert("selector".to_owned(), Value::Array(selectors));
        }
        first.insert("type".to_owned(), text("SpecificResource"));
        if self.targets.is_empty() {
            return Value::Object(first);
        }
        let rest = self.targets.iter().cloned();
        Value::Array([Value::Object(first)].into_iter().chain(rest).collect())
    }
}

/// An object without the fields of these names.
pub(super) fn without(map: &Map<String, Value>, names: &[&str]) -> Map<String, Value> {
    let mut rest = Map::new();
    for (name, value) in map {
        if !names.contains(&name.as_str()) {
            rest.insert(name.clone(), value.clone());
        }
    }
    rest
}

/// What other programs call one thing or a list of them.
pub(super) fn as_list(value: Option<&Value>) -> Vec<&Value> {
    match value {
        None | Some(Value::Null) => Vec::new(),
        Some(Value::Array(list)) => list.iter().collect(),
        Some(one) => vec![one],
    }
}
