//! Reading JSON: strict, and no deeper than a page of it could sensibly be.

use super::{Map, Number, Value};
use std::fmt;

/// Arrays and objects inside one another; one more is refused, so that no text exhausts the stack.
const DEEPEST: u32 = 127;

/// Why a text is not JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotJson {
    /// The byte at which it stops being JSON.
    pub at: usize,
}

impl fmt::Display for NotJson {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "It is not JSON from byte {} on: it was cut off or edited. Use another copy of it.", self.at)
    }
}

impl std::error::Error for NotJson {}

/// The value that a text is.
///
/// # Errors
/// Says where the text stops being JSON.
pub fn from_str(text: &str) -> Result<Value, NotJson> {
    let mut reader = Reader { text, at: 0, depth: 0 };
    let value = reader.value().filter(|_| {
        reader.space();
        reader.at == text.len()
    });
    value.ok_or(NotJson { at: reader.at })
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    depth: u32,
}

/// `None` is for what is not JSON: `at` then says where.
impl Reader<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn next(&mut self) -> Option<u8> {
        let byte = self.peek()?;
        self.at += 1;
        Some(byte)
    }

    /// Goes past this byte, if it is the next one.
    fn eat(&mut self, byte: u8) -> Option<()> {
        (self.peek()? == byte).then(|| self.at += 1)
    }

    fn space(&mut self) {
        while let Some(b' ' | b'\t' | b'\n' | b'\r') = self.peek() {
            self.at += 1;
        }
    }

    fn value(&mut self) -> Option<Value> {
        self.space();
        match self.peek()? {
            b'n' => self.word("null", Value::Null),
            b't' => self.word("true", Value::Bool(true)),
            b'f' => self.word("false", Value::Bool(false)),
            b'"' => self.string().map(Value::String),
            b'[' => self.array().map(Value::Array),
            b'{' => self.object().map(|pairs| Value::Object(Map::of(pairs))),
            _ => self.number(),
        }
    }

    fn word(&mut self, word: &str, value: Value) -> Option<Value> {
        word.bytes().try_for_each(|byte| self.eat(byte)).map(|()| value)
    }

    fn array(&mut self) -> Option<Vec<Value>> {
        let mut values = Vec::new();
        self.list(b']', &mut |reader| {
            values.push(reader.value()?);
            Some(())
        })?;
        Some(values)
    }

    fn object(&mut self) -> Option<Vec<(String, Value)>> {
        let mut pairs = Vec::new();
        self.list(b'}', &mut |reader| {
            let name = reader.string()?;
            reader.space();
            reader.eat(b':')?;
            pairs.push((name, reader.value()?));
            Some(())
        })?;
        Some(pairs)
    }

    /// Items between the bracket that is next and this one.
    fn list(&mut self, close: u8, item: &mut dyn FnMut(&mut Self) -> Option<()>) -> Option<()> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return None;
        }
        self.at += 1;
        self.space();
        if self.eat(close).is_none() {
            loop {
                self.space();
                item(self)?;
                self.space();
                if self.eat(b',').is_none() {
                    self.eat(close)?;
                    break;
                }
            }
        }
        self.depth -= 1;
        Some(())
    }

    fn string(&mut self) -> Option<String> {
        self.eat(b'"')?;
        let mut string = String::new();
        loop {
            let start = self.at;
            // Only bytes of ASCII end a run, so that both its ends are boundaries of characters.
            while self.peek().is_some_and(|byte| byte >= b' ' && byte != b'"' && byte != b'\\') {
                self.at += 1;
            }
            string.push_str(self.text.get(start..self.at)?);
            match self.peek()? {
                b'"' => {
                    self.at += 1;
                    return Some(string);
                }
                b'\\' => {
                    self.at += 1;
                    string.push(self.escape()?);
                }
                _ => return None,
            }
        }
    }

    fn escape(&mut self) -> Option<char> {
        Some(match self.next()? {
            b'"' => '"',
            b'\\' => '\\',
            b'/' => '/',
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => return self.code_point(),
            _ => return None,
        })
    }

    /// A code point, or two halves of one. Half a code point is no character: it is refused rather than replaced.
    fn code_point(&mut self) -> Option<char> {
        let first = self.hexadecimal()?;
        if !(0xd800..0xdc00).contains(&first) {
            return char::from_u32(first);
        }
        self.eat(b'\\')?;
        self.eat(b'u')?;
        let second = self.hexadecimal()?.checked_sub(0xdc00).filter(|second| *second < 0x400)?;
        char::from_u32(0x1_0000 + ((first - 0xd800) << 10) + second)
    }

    fn hexadecimal(&mut self) -> Option<u32> {
        let mut number = 0;
        for _ in 0..4 {
            number = number * 16 + char::from(self.next()?).to_digit(16)?;
        }
        Some(number)
    }

    fn number(&mut self) -> Option<Value> {
        let start = self.at;
        let _ = self.eat(b'-');
        // No digit follows a leading zero.
        if self.eat(b'0').is_none() {
            self.digits()?;
        }
        if self.eat(b'.').is_some() {
            self.digits()?;
        }
        if let Some(b'e' | b'E') = self.peek() {
            self.at += 1;
            if let Some(b'+' | b'-') = self.peek() {
                self.at += 1;
            }
            self.digits()?;
        }
        self.text.get(start..self.at).map(|written| Value::Number(Number(written.to_owned())))
    }

    /// One digit or more.
    fn digits(&mut self) -> Option<()> {
        let start = self.at;
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        (self.at > start).then_some(())
    }
}
