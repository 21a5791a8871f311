//! What other programs said inside bodies and targets, which our records have no place for: kept among a record's
//! unknown fields while it is here, and written back where it stood.

use super::json_ld::text;
use crate::json::{Map, Value};

/// Further bodies; more of the body that became the note; more of the target; further selectors and targets.
const NAMES: [&str; 5] = ["closely:bodies", "closely:note", "closely:target", "closely:selectors", "closely:targets"];

/// Levels of arrays and objects that are kept: a record and an export add their own, and both must be readable again.
const DEEPEST: usize = 64;

/// What was kept of an annotation of another program.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Kept {
    /// Bodies that are neither note nor tag nor question.
    pub(super) bodies: Vec<Value>,
    /// Fields of the body that became the note.
    pub(super) note: Map,
    /// Fields of the target.
    pub(super) target: Map,
    /// Selectors of other types.
    pub(super) selectors: Vec<Value>,
    /// Targets after the first.
    pub(super) targets: Vec<Value>,
}

impl Kept {
    /// Takes it from among a record's unknown fields.
    pub(super) fn take(other: &mut Map) -> Kept {
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
    pub(super) fn put(self, other: &mut Map) {
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
            // What the reader wrote stands, whatever a file said under our names.
            for (name, value) in &self.note {
                if !note.contains_key(name) {
                    note.insert(name.clone(), value.clone());
                }
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

/// Leaves out, of a record's unknown fields, what nests too deeply; the note itself does not need it.
pub(super) fn leave_out_deep(other: &mut Map) {
    if other.values().all(|value| fits(value, DEEPEST)) {
        return;
    }
    let mut kept = Kept::take(other);
    for list in [&mut kept.bodies, &mut kept.selectors, &mut kept.targets] {
        list.retain(|value| fits(value, DEEPEST));
    }
    for map in [&mut kept.note, &mut kept.target, &mut *other] {
        map.retain(|_, value| fits(value, DEEPEST));
    }
    kept.put(other);
}

fn fits(value: &Value, levels: usize) -> bool {
    let inner = levels.checked_sub(1);
    match value {
        Value::Array(list) => inner.is_some_and(|levels| list.iter().all(|value| fits(value, levels))),
        Value::Object(map) => inner.is_some_and(|levels| map.values().all(|value| fits(value, levels))),
        _ => true,
    }
}

/// An object without the fields of these names.
pub(super) fn without(map: &Map, names: &[&str]) -> Map {
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
