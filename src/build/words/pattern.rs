//! What one message is made of, and the text that the program reads it from.
//!
//! A part of Fluent: text, what is named, numbers, and a choice by the kind of plural, which does not nest. Signs that no
//! text holds stand for the rest: see [`Pattern::encoded`], whose reader is `src/words.rs`.

use fluent_syntax::ast::{self, Expression, InlineExpression, PatternElement, VariantKey};

/// A message.
pub(super) struct Pattern {
    parts: Vec<Part>,
}

/// What a message names, and whether it is a number.
pub(super) struct Variable {
    pub(super) name: String,
    pub(super) is_count: bool,
}

enum Part {
    Text(String),
    Variable { name: String, is_count: bool },
    Plural { name: String, cases: Vec<(char, Vec<Part>)> },
}

/// Why a message can't be read.
type Unread = &'static str;

impl Pattern {
    pub(super) fn of_message(message: &ast::Message<&str>) -> Result<Pattern, Unread> {
        if !message.attributes.is_empty() {
            return Err("an attribute");
        }
        let value = message.value.as_ref().ok_or("no text")?;
        Ok(Pattern { parts: parts(value, true)? })
    }

    /// What the message names, each once, in the order that it names them.
    pub(super) fn variables(&self) -> Vec<String> {
        self.typed_variables().into_iter().map(|variable| variable.name).collect()
    }

    /// The same with whether each is a number: what a plural is chosen by, or `NUMBER($name)`.
    pub(super) fn typed_variables(&self) -> Vec<Variable> {
        let mut found: Vec<Variable> = Vec::new();
        self.parts.iter().for_each(|part| part.name_variables(&mut found));
        found
    }

    /// Whether both name the same, and this takes nothing for a number that is none in the other.
    pub(super) fn names_what(&self, other: &Pattern) -> bool {
        let (own, others) = (self.typed_variables(), other.typed_variables());
        let is_named = |own: &Variable| others.iter().any(|it| it.name == own.name && (it.is_count || !own.is_count));
        own.len() == others.len() && own.iter().all(is_named)
    }

    /// The text that the program reads: U+0001 and a digit stand for what is named with that number; U+0002 and a digit
    /// begin a choice by it, of cases that each are a letter of its kind, a text, and U+0004; U+0003 ends the choice.
    /// The last case is taken where no other is.
    pub(super) fn encoded(&self, variables: &[String]) -> String {
        let mut text = String::new();
        self.parts.iter().for_each(|part| part.encode(variables, &mut text));
        text
    }
}

impl Part {
    fn name_variables(&self, found: &mut Vec<Variable>) {
        let mut add = |name: &String, is_count: bool| match found.iter_mut().find(|known| known.name == *name) {
            Some(known) => known.is_count |= is_count,
            None => found.push(Variable { name: name.clone(), is_count }),
        };
        match self {
            Part::Text(_) => {}
            Part::Variable { name, is_count } => add(name, *is_count),
            Part::Plural { name, cases } => {
                add(name, true);
                cases.iter().flat_map(|(_, parts)| parts).for_each(|part| part.name_variables(found));
            }
        }
    }

    fn encode(&self, variables: &[String], text: &mut String) {
        let number = |name: &String| {
            let index = variables.iter().position(|known| known == name).unwrap_or_default();
            char::from_digit(u32::try_from(index).unwrap_or_default(), 10).unwrap_or('0')
        };
        match self {
            Part::Text(own) => text.push_str(own),
            Part::Variable { name, .. } => text.extend(['\u{1}', number(name)]),
            Part::Plural { name, cases } => {
                text.extend(['\u{2}', number(name)]);
                for (kind, parts) in cases {
                    text.push(*kind);
                    parts.iter().for_each(|part| part.encode(variables, text));
                    text.push('\u{4}');
                }
                text.push('\u{3}');
            }
        }
    }
}

fn parts(pattern: &ast::Pattern<&str>, may_choose: bool) -> Result<Vec<Part>, Unread> {
    pattern.elements.iter().map(|element| part(element, may_choose)).collect()
}

fn part(element: &PatternElement<&str>, may_choose: bool) -> Result<Part, Unread> {
    match element {
        // A line that is broken in the catalogue is one line on the page.
        PatternElement::TextElement { value } if value.chars().any(|c| c.is_control() && c != '\n') => {
            Err("a control character")
        }
        PatternElement::TextElement { value } => Ok(Part::Text(value.replace('\n', " "))),
        PatternElement::Placeable { expression: Expression::Inline(inline) } => named(inline),
        PatternElement::Placeable { expression: Expression::Select { .. } } if !may_choose => {
            Err("a choice within a choice")
        }
        PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
            let InlineExpression::VariableReference { id } = selector else { return Err("a choice by something else") };
            let mut cases = variants.iter().map(case).collect::<Result<Vec<_>, _>>()?;
            // The default is last, whatever the order it was written in.
            if let Some(at) = variants.iter().position(|variant| variant.default) {
                let default = cases.remove(at);
                cases.push(default);
            }
            Ok(Part::Plural { name: id.name.to_owned(), cases })
        }
    }
}

fn case(variant: &ast::Variant<&str>) -> Result<(char, Vec<Part>), Unread> {
    let kind = match variant.key {
        VariantKey::Identifier { name: "zero" } => 'z',
        VariantKey::Identifier { name: "one" } => 'o',
        VariantKey::Identifier { name: "two" } => 't',
        VariantKey::Identifier { name: "few" } => 'f',
        VariantKey::Identifier { name: "many" } => 'm',
        VariantKey::Identifier { name: "other" } => 'x',
        VariantKey::NumberLiteral { value: "0" } => '0',
        VariantKey::NumberLiteral { value: "1" } => '1',
        _ => return Err("a case that is no kind of plural"),
    };
    Ok((kind, parts(&variant.value, false)?))
}

fn named(inline: &InlineExpression<&str>) -> Result<Part, Unread> {
    match inline {
        InlineExpression::StringLiteral { value } if !value.contains('\\') => Ok(Part::Text((*value).to_owned())),
        InlineExpression::VariableReference { id } => Ok(Part::Variable { name: id.name.to_owned(), is_count: false }),
        InlineExpression::FunctionReference { id, arguments } if id.name == "NUMBER" => {
            match (arguments.positional.as_slice(), arguments.named.as_slice()) {
                ([InlineExpression::VariableReference { id }], []) => {
                    Ok(Part::Variable { name: id.name.to_owned(), is_count: true })
                }
                _ => Err("a number that is written in another way"),
            }
        }
        _ => Err("a reference"),
    }
}
