//! JSON (RFC 8259): reading, building and printing it.
//!
//! Names are those of `serde_json`, and so are the bytes printed: what either accepts and prints, the other does too
//! (`tests/json.rs` holds them against each other). Three things matter to records: keys are sorted, numbers stay as
//! they were written, and nothing from outside makes it panic. It repairs nothing: what is not JSON is refused.
//!
//! Weight is why it is here: with it in place of `serde_json` the compressed wasm went from 269.6 to 261.1 KB.

#[cfg(test)]
macro_rules! json {
    ($($json:tt)+) => { $crate::json::from_str(&serde_json::json!($($json)+).to_string()).expect("it is JSON") };
}
#[cfg(test)]
pub(crate) use json;

mod map;
mod parse;
mod print;

pub use map::Map;
pub use parse::{NotJson, from_str};

/// A JSON value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Value {
    /// `null`.
    #[default]
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, as it was written.
    Number(Number),
    /// A text.
    String(String),
    /// Values in order.
    Array(Vec<Value>),
    /// Values by name.
    Object(Map),
}

/// A number as it was written: those of other programs survive byte for byte, whatever their size and precision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number(String);

impl Number {
    /// The number as it was written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The number, if it is whole, not negative and small enough.
    pub fn as_u64(&self) -> Option<u64> {
        self.0.parse().ok()
    }

    /// The number, if it is whole and small enough.
    pub fn as_i64(&self) -> Option<i64> {
        self.0.parse().ok()
    }
}

impl Value {
    /// The value of that name, if this is an object that has one.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.as_object()?.get(name)
    }

    /// The value of that name, to be changed.
    pub fn get_mut(&mut self, name: &str) -> Option<&mut Value> {
        self.as_object_mut()?.get_mut(name)
    }

    /// Whether it is `null`.
    pub fn is_null(&self) -> bool {
        *self == Value::Null
    }

    /// Whether it is a text.
    pub fn is_string(&self) -> bool {
        matches!(self, Value::String(_))
    }

    /// Whether it is an array.
    pub fn is_array(&self) -> bool {
        matches!(self, Value::Array(_))
    }

    /// Whether it is an object.
    pub fn is_object(&self) -> bool {
        matches!(self, Value::Object(_))
    }

    /// The truth, if it is one.
    pub fn as_bool(&self) -> Option<bool> {
        if let Value::Bool(value) = self { Some(*value) } else { None }
    }

    /// The number, if it is one that is whole, not negative and small enough.
    pub fn as_u64(&self) -> Option<u64> {
        if let Value::Number(number) = self { number.as_u64() } else { None }
    }

    /// The number, if it is one that is whole and small enough.
    pub fn as_i64(&self) -> Option<i64> {
        if let Value::Number(number) = self { number.as_i64() } else { None }
    }

    /// The text, if it is one.
    pub fn as_str(&self) -> Option<&str> {
        if let Value::String(text) = self { Some(text) } else { None }
    }

    /// The values, if it is an array.
    pub fn as_array(&self) -> Option<&Vec<Value>> {
        if let Value::Array(values) = self { Some(values) } else { None }
    }

    /// The values of an array, to be changed.
    pub fn as_array_mut(&mut self) -> Option<&mut Vec<Value>> {
        if let Value::Array(values) = self { Some(values) } else { None }
    }

    /// The values by name, if it is an object.
    pub fn as_object(&self) -> Option<&Map> {
        if let Value::Object(object) = self { Some(object) } else { None }
    }

    /// The values of an object, to be changed.
    pub fn as_object_mut(&mut self) -> Option<&mut Map> {
        if let Value::Object(object) = self { Some(object) } else { None }
    }
}

macro_rules! from_whole {
    ($($whole:ty as $wide:ty),+) => {
        $(impl From<$whole> for Value {
            fn from(number: $whole) -> Value {
                // Widened, so that the wasm prints numbers in one way or two and not in seven.
                Value::Number(Number((number as $wide).to_string()))
            }
        })+
    };
}

from_whole!(u8 as u64, u16 as u64, u32 as u64, u64 as u64, usize as u64, i32 as i64, i64 as i64);

impl From<bool> for Value {
    fn from(value: bool) -> Value {
        Value::Bool(value)
    }
}

impl From<String> for Value {
    fn from(text: String) -> Value {
        Value::String(text)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Value {
        Value::String(text.to_owned())
    }
}

impl From<Map> for Value {
    fn from(object: Map) -> Value {
        Value::Object(object)
    }
}

impl<T: Into<Value>> From<Vec<T>> for Value {
    fn from(values: Vec<T>) -> Value {
        Value::Array(values.into_iter().map(Into::into).collect())
    }
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Value {
        value.map_or(Value::Null, Into::into)
    }
}

impl std::str::FromStr for Value {
    type Err = NotJson;

    fn from_str(text: &str) -> Result<Value, NotJson> {
        parse::from_str(text)
    }
}
