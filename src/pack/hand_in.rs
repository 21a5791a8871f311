//! What a student hands in: the answers to a pack's questions, as a file; and many of them, question by question.

use super::json::{check_format, text};
use super::{Pack, PackFault, Stop, clean, clean_lines};
use crate::article::Folded;
use crate::json::{Map, Value};
use crate::words;

/// What says that a file is a hand-in.
const FORMAT: &str = "closely-hand-in";
/// Largest file of a hand-in that is opened, in bytes. Answers are as long as students write them: a browser keeps five
/// million letters for a site, of at most three bytes each.
pub const HAND_IN_LIMIT: usize = 16_000_000;
/// Longest name.
const NAME: usize = 80;

/// One answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// Key of the stop.
    pub key: String,
    /// The question as it was.
    pub question: String,
    /// The words of the passage, shortened; empty for none.
    pub passage: String,
    /// What the student wrote; empty for nothing.
    pub text: String,
}

/// What one student hands in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HandIn {
    /// Id of the pack.
    pub pack: String,
    /// Its title.
    pub title: String,
    /// The name that the student gave.
    pub name: String,
    /// One for every stop with a question, in order.
    pub answers: Vec<Answer>,
}

impl HandIn {
    /// The answers to a pack; `answered` gives what was answered to a stop, which has this key.
    pub fn new(pack: &Pack, name: &str, answered: impl Fn(&Stop, &str) -> String) -> HandIn {
        let stops = pack.stops.iter().zip(pack.keys()).filter(|(stop, _)| !stop.question.is_empty());
        let answers = stops.map(|(stop, key)| Answer {
            text: answered(stop, &key),
            key,
            question: stop.question.clone(),
            passage: stop.words().unwrap_or_default(),
        });
        HandIn { pack: pack.id.clone(), title: pack.title.clone(), name: clean(name, NAME), answers: answers.collect() }
    }

    /// As an object, for a file.
    pub fn to_json(&self) -> Value {
        let object = |fields: &[(&str, &String)]| {
            let mut object = Map::new();
            for (name, text) in fields {
                object.insert((*name).to_owned(), (*text).clone().into());
            }
            object
        };
        let answer = |answer: &Answer| {
            Value::Object(object(&[
                ("key", &answer.key),
                ("question", &answer.question),
                ("passage", &answer.passage),
                ("answer", &answer.text),
            ]))
        };
        let format = FORMAT.to_owned();
        let mut whole =
            object(&[("format", &format), ("pack", &self.pack), ("title", &self.title), ("name", &self.name)]);
        whole.insert("version".to_owned(), 1.into());
        whole.insert("answers".to_owned(), Value::Array(self.answers.iter().map(answer).collect()));
        Value::Object(whole)
    }

    /// The hand-in in an object. What it holds is made fit to be shown; what a student wrote is not changed.
    ///
    /// # Errors
    /// Says what is wrong with it.
    pub fn from_json(value: &Value) -> Result<HandIn, PackFault> {
        let object = value.as_object().ok_or(PackFault::NotOne)?;
        check_format(object, FORMAT)?;
        let answers = object.get("answers").and_then(Value::as_array).ok_or(PackFault::Field("answers"))?;
        if answers.len() > super::MOST_STOPS {
            return Err(PackFault::TooLarge);
        }
        let answer = |value: &Value| {
            let object = value.as_object().ok_or(PackFault::Field("answers"))?;
            let text_of = |name| text(object, name);
            Ok(Answer {
                key: clean(&text_of("key")?, 20),
                question: clean_lines(&text_of("question")?, 600),
                passage: clean(&text_of("passage").unwrap_or_default(), 400),
                text: text_of("answer")?,
            })
        };
        let id = text(object, "pack")?;
        if !super::is_id(&id) {
            return Err(PackFault::Field("pack"));
        }
        Ok(HandIn {
            pack: id,
            title: clean(&text(object, "title")?, 120),
            name: clean(&text(object, "name").unwrap_or_default(), NAME),
            answers: answers.iter().map(answer).collect::<Result<_, _>>()?,
        })
    }

    /// As a text, for the share sheet and for paper.
    pub fn to_text(&self) -> String {
        let mut written = format!("{}\n{}\n", self.title, self.name);
        for (index, answer) in self.answers.iter().enumerate() {
            let passage = if answer.passage.is_empty() { String::new() } else { format!("“{}”\n", answer.passage) };
            let text = if answer.text.trim().is_empty() { words::pack::answer_missing() } else { &answer.text };
            written.push_str(&format!("\n{}. {}\n{passage}{text}\n", index + 1, answer.question));
        }
        written
    }
}

/// A question with everybody's answers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Question {
    /// Title of the pack.
    pub pack: String,
    /// The question.
    pub question: String,
    /// The words that it is about.
    pub passage: String,
    /// Who answered, and what; in the order in which the hand-ins were opened.
    pub answers: Vec<(String, String)>,
    id: (String, String, String),
}

/// The answers of many hand-ins, question by question. One that was opened twice counts once; students of the same
/// name, or of names that can't be told apart, are numbered.
pub fn by_question(hand_ins: &[HandIn]) -> Vec<Question> {
    let mut seen: Vec<&HandIn> = Vec::new();
    let mut names: Vec<String> = Vec::new();
    let mut questions: Vec<Question> = Vec::new();
    for hand_in in hand_ins {
        if seen.contains(&hand_in) {
            continue;
        }
        seen.push(hand_in);
        let plain = if hand_in.name.is_empty() { words::pack::no_name().to_owned() } else { hand_in.name.clone() };
        let folded: String = Folded::new(&plain).chars().iter().collect();
        let same = names.iter().filter(|known| **known == folded).count();
        names.push(folded);
        let name = if same == 0 { plain } else { format!("{plain} ({})", same + 1) };
        for answer in &hand_in.answers {
            // Keys are short: two questions may share one.
            let id = (hand_in.pack.clone(), answer.key.clone(), answer.question.clone());
            let at = questions.iter().position(|question| question.id == id).unwrap_or_else(|| {
                questions.push(Question {
                    pack: hand_in.title.clone(),
                    question: answer.question.clone(),
                    passage: answer.passage.clone(),
                    answers: Vec::new(),
                    id,
                });
                questions.len() - 1
            });
            if let Some(question) = questions.get_mut(at) {
                question.answers.push((name.clone(), answer.text.clone()));
            }
        }
    }
    questions
}
