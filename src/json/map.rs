//! The values of an object, by name.

use super::Value;
use crate::order::sorted;
use std::cmp::Ordering;

/// The values of an object, sorted by name.
///
/// A sorted list: objects are small, and a tree of the standard library's is five times the code.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Map(Vec<(String, Value)>);

impl Map {
    /// An object without values.
    pub const fn new() -> Map {
        Map(Vec::new())
    }

    /// The object of these, in any order: of equal names the last holds.
    pub(super) fn of(pairs: Vec<(String, Value)>) -> Map {
        if pairs.is_sorted_by(|(one, _), (next, _)| one < next) {
            return Map(pairs);
        }
        let numbered = pairs.into_iter().enumerate().map(|(index, (name, value))| Numbered { name, index, value });
        let mut object = Map(Vec::new());
        for Numbered { name, value, .. } in sorted(numbered) {
            match object.0.last_mut().filter(|(last, _)| *last == name) {
                Some((_, last)) => *last = value,
                None => object.0.push((name, value)),
            }
        }
        object
    }

    fn position(&self, name: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(known, _)| known.as_str().cmp(name))
    }

    /// The value of that name.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.position(name).ok().and_then(|at| self.0.get(at)).map(|(_, value)| value)
    }

    /// The value of that name, to be changed.
    pub fn get_mut(&mut self, name: &str) -> Option<&mut Value> {
        let at = self.position(name).ok()?;
        self.0.get_mut(at).map(|(_, value)| value)
    }

    /// Whether there is a value of that name.
    pub fn contains_key(&self, name: &str) -> bool {
        self.position(name).is_ok()
    }

    /// Puts a value under a name, and hands back the one that was there.
    pub fn insert(&mut self, name: String, value: Value) -> Option<Value> {
        match self.position(&name) {
            Ok(at) => self.0.get_mut(at).map(|(_, present)| std::mem::replace(present, value)),
            Err(at) => {
                self.0.insert(at, (name, value));
                None
            }
        }
    }

    /// Takes the value of that name out.
    pub fn remove(&mut self, name: &str) -> Option<Value> {
        self.position(name).ok().map(|at| self.0.remove(at).1)
    }

    /// Number of values.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Names and values, sorted by name.
    pub fn iter(&self) -> impl Iterator<Item = (&String, &Value)> {
        self.0.iter().map(|(name, value)| (name, value))
    }

    /// The names, sorted.
    pub fn keys(&self) -> impl Iterator<Item = &String> {
        self.0.iter().map(|(name, _)| name)
    }

    /// The values, sorted by name.
    pub fn values(&self) -> impl Iterator<Item = &Value> {
        self.0.iter().map(|(_, value)| value)
    }

    /// Keeps those for which `keep` says so.
    pub fn retain(&mut self, mut keep: impl FnMut(&String, &mut Value) -> bool) {
        self.0.retain_mut(|(name, value)| keep(name, value));
    }
}

impl IntoIterator for Map {
    type Item = (String, Value);
    type IntoIter = std::vec::IntoIter<(String, Value)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a> IntoIterator for &'a Map {
    type Item = (&'a String, &'a Value);
    type IntoIter = std::iter::Map<std::slice::Iter<'a, (String, Value)>, fn(&'a (String, Value)) -> Self::Item>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter().map(|(name, value)| (name, value))
    }
}

impl FromIterator<(String, Value)> for Map {
    fn from_iter<I: IntoIterator<Item = (String, Value)>>(pairs: I) -> Map {
        Map::of(pairs.into_iter().collect())
    }
}

/// A value with its name and the order it came in.
struct Numbered {
    name: String,
    index: usize,
    value: Value,
}

impl Ord for Numbered {
    fn cmp(&self, other: &Numbered) -> Ordering {
        self.name.cmp(&other.name).then(self.index.cmp(&other.index))
    }
}

impl PartialOrd for Numbered {
    fn partial_cmp(&self, other: &Numbered) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Numbered {
    fn eq(&self, other: &Numbered) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Numbered {}
