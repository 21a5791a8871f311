//! The player: which sentence is being said, and what follows.
//!
//! A state machine without a clock or a voice. Every call says what is to be done now; each thing said has a ticket, so
//! that the late end of something called off ends nothing else.

use crate::annotation::{ArticleText, TextRange};
use crate::article::sentences;

/// Code points that are said at once. Some voices fall silent after a quarter of a minute.
const BREATH: u32 = 200;
/// How often silence is seen before it counts: a voice may take a while to begin.
const PATIENCE: u32 = 4;

/// What is to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Say these words, in place of what is being said. Tell the ticket when they are said.
    Say {
        /// The words.
        range: TextRange,
        /// Their ticket.
        ticket: u32,
    },
    /// Fall silent.
    Hush,
    /// Go on as it is.
    Nothing,
}

/// When to stop by itself, at the end of a sentence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sleep {
    /// At the article's end.
    #[default]
    Never,
    /// At the end of the section.
    Section,
    /// At this time: milliseconds since 1970, UTC.
    At(i64),
}

/// A sentence in the pieces that are said at once.
#[derive(Clone, Debug)]
struct Line {
    sentence: TextRange,
    breaths: Vec<TextRange>,
}

/// The player of an article.
#[derive(Clone, Debug, Default)]
pub struct Player {
    lines: Vec<Line>,
    /// First code points of the sections.
    sections: Vec<u32>,
    line: usize,
    breath: usize,
    playing: bool,
    ticket: u32,
    /// Whether the voice was heard since something was said.
    heard: bool,
    silence: u32,
    sleep: Sleep,
}

impl Player {
    /// A player at the beginning of a text, silent. What has no letter is not said.
    pub fn new(text: &ArticleText, sections: Vec<u32>) -> Player {
        let line = |range: std::ops::Range<u32>| {
            let sentence = TextRange::new(range.start, range.end)?;
            let says = text.quote(sentence).chars().any(char::is_alphanumeric);
            says.then(|| Line { sentence, breaths: breaths(text, sentence) })
        };
        Player { lines: sentences(text.as_str()).into_iter().filter_map(line).collect(), sections, ..Player::default() }
    }

    /// Whether something is being said.
    pub fn is_playing(&self) -> bool {
        self.playing
    }

    /// The sentence that is being said, or would be next.
    pub fn sentence(&self) -> Option<TextRange> {
        self.lines.get(self.line).map(|line| line.sentence)
    }

    /// When it stops by itself.
    pub fn sleep(&self) -> Sleep {
        self.sleep
    }

    /// Sets when it stops by itself.
    pub fn set_sleep(&mut self, sleep: Sleep) {
        self.sleep = sleep;
    }

    /// Plays from the sentence that holds a position, or the next one.
    pub fn play_from(&mut self, position: u32) -> Act {
        let line = self.lines.partition_point(|line| line.sentence.end() <= position);
        self.line = line.min(self.lines.len().saturating_sub(1));
        self.breath = 0;
        self.say()
    }

    /// Plays on, or falls silent.
    pub fn toggle(&mut self) -> Act {
        if self.playing { self.pause() } else { self.say() }
    }

    /// Falls silent; playing on begins with what was being said.
    pub fn pause(&mut self) -> Act {
        self.playing = false;
        self.ticket += 1;
        Act::Hush
    }

    /// To the next sentence, or the one before; it is said if something was.
    pub fn step(&mut self, forward: bool) -> Act {
        let last = self.lines.len().saturating_sub(1);
        self.line = if forward { (self.line + 1).min(last) } else { self.line.saturating_sub(1) };
        self.breath = 0;
        if self.playing { self.say() } else { Act::Nothing }
    }

    /// Says the current words again: with another voice, or at another speed.
    pub fn again(&mut self) -> Act {
        if self.playing { self.say() } else { Act::Nothing }
    }

    /// The voice has begun.
    pub fn began(&mut self, ticket: u32) {
        if ticket == self.ticket {
            self.heard = true;
            self.silence = 0;
        }
    }

    /// What has this ticket was said.
    pub fn ended(&mut self, ticket: u32, now: i64) -> Act {
        if !self.playing || ticket != self.ticket {
            return Act::Nothing;
        }
        let breaths = self.lines.get(self.line).map_or(0, |line| line.breaths.len());
        if self.breath + 1 < breaths {
            self.breath += 1;
            return self.say();
        }
        let before = self.sentence();
        self.breath = 0;
        self.line += 1;
        let Some(next) = self.sentence() else {
            // Played again, it begins at the beginning.
            self.line = 0;
            return self.pause();
        };
        let crossed = |start: &u32| before.is_some_and(|before| *start > before.start()) && *start <= next.start();
        let asleep = match self.sleep {
            Sleep::Never => false,
            Sleep::Section => self.sections.iter().any(crossed),
            Sleep::At(time) => now >= time,
        };
        if asleep {
            self.sleep = Sleep::Never;
            return self.pause();
        }
        self.say()
    }

    /// Asked every second or so: whether the voice is at work. A voice that fell silent without a word has ended; one
    /// that never began is asked once more, and then given up: [`Act::Hush`].
    pub fn watch(&mut self, speaking: bool, now: i64) -> Act {
        if !self.playing || speaking {
            self.silence = 0;
            return Act::Nothing;
        }
        self.silence += 1;
        match (self.heard, self.silence) {
            (true, 2..) => self.ended(self.ticket, now),
            (false, PATIENCE) => {
                let silence = self.silence;
                let act = self.say();
                self.silence = silence;
                act
            }
            (false, silence) if silence > 2 * PATIENCE => self.pause(),
            _ => Act::Nothing,
        }
    }

    fn say(&mut self) -> Act {
        let line = self.lines.get(self.line);
        let Some(range) = line.and_then(|line| line.breaths.get(self.breath)).copied() else { return self.pause() };
        self.playing = true;
        self.heard = false;
        self.silence = 0;
        self.ticket += 1;
        Act::Say { range, ticket: self.ticket }
    }
}

/// A sentence in pieces of one breath, cut where one would pause: after a comma or a dash, else between words.
fn breaths(text: &ArticleText, sentence: TextRange) -> Vec<TextRange> {
    let mut breaths = Vec::new();
    let mut start = sentence.start();
    while sentence.end() - start > BREATH {
        let words = text.slice(start..start + BREATH);
        let cut = |byte: usize| words.get(..byte).map_or(0, |head| head.chars().count() as u32);
        let pause = words.match_indices([',', ';', ':', '–', '—']).filter(|(at, mark)| {
            words.get(at + mark.len()..).is_some_and(|rest| rest.starts_with(char::is_whitespace))
        });
        let pause = pause.map(|(at, mark)| cut(at + mark.len())).next_back().filter(|length| *length > BREATH / 4);
        let length = pause.or_else(|| words.rfind(char::is_whitespace).map(cut)).filter(|length| *length > 0);
        let end = start + length.unwrap_or(BREATH);
        breaths.extend(TextRange::new(start, end).and_then(|range| text.trim(range)));
        start = end;
    }
    breaths.extend(TextRange::new(start, sentence.end()).and_then(|range| text.trim(range)));
    breaths
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "One begins.\nTwo goes on. Three too.\nFour ends.";

    fn player() -> (Player, ArticleText) {
        let text = ArticleText::new(TEXT.to_owned());
        (Player::new(&text, vec![0, 12, 36]), text)
    }

    /// The words of an act with their ticket.
    fn said(act: Act, text: &ArticleText) -> (String, u32) {
        match act {
            Act::Say { range, ticket } => (text.quote(range).to_owned(), ticket),
            other => (format!("{other:?}"), 0),
        }
    }

    #[test]
    fn it_plays_from_anywhere_to_the_end_through_every_section() {
        let (mut player, text) = player();
        let (mut words, mut ticket) = said(player.play_from(14), &text);
        let mut heard = Vec::new();
        while ticket > 0 {
            heard.push(words);
            (words, ticket) = said(player.ended(ticket, 0), &text);
        }
        assert_eq!(heard, ["Two goes on.", "Three too.", "Four ends."]);
        assert!(!player.is_playing());
        assert_eq!(said(player.toggle(), &text).0, "One begins.");
    }

    #[test]
    fn a_position_between_sentences_is_the_next_one() {
        let (mut player, text) = player();
        assert_eq!(said(player.play_from(24), &text).0, "Three too.");
        assert_eq!(said(player.play_from(9999), &text).0, "Four ends.");
    }

    #[test]
    fn pausing_keeps_the_place() {
        let (mut player, text) = player();
        let (_, ticket) = said(player.play_from(12), &text);
        assert_eq!(player.toggle(), Act::Hush);
        assert_eq!(player.ended(ticket, 0), Act::Nothing, "what was called off ends nothing");
        assert_eq!(player.step(true), Act::Nothing);
        assert_eq!(said(player.toggle(), &text).0, "Three too.");
    }

    #[test]
    fn steps_stay_inside() {
        let (mut player, text) = player();
        player.play_from(0);
        assert_eq!(said(player.step(false), &text).0, "One begins.");
        for _ in 0..9 {
            player.step(true);
        }
        assert_eq!(player.sentence().map(|range| text.quote(range)), Some("Four ends."));
    }

    #[test]
    fn it_falls_asleep_at_the_end_of_a_sentence() {
        let (mut player, text) = player();
        player.set_sleep(Sleep::At(1000));
        let (_, ticket) = said(player.play_from(12), &text);
        let (_, ticket) = said(player.ended(ticket, 999), &text);
        assert_eq!(player.ended(ticket, 1000), Act::Hush);
        assert_eq!(player.sleep(), Sleep::Never);
        assert_eq!(said(player.toggle(), &text).0, "Four ends.");
    }

    #[test]
    fn it_falls_asleep_at_the_end_of_a_section() {
        let (mut player, text) = player();
        player.set_sleep(Sleep::Section);
        let (_, ticket) = said(player.play_from(12), &text);
        let (words, ticket) = said(player.ended(ticket, 0), &text);
        assert_eq!(words, "Three too.");
        assert_eq!(player.ended(ticket, 0), Act::Hush);
    }

    #[test]
    fn a_voice_that_stops_without_a_word_has_ended() {
        let (mut player, text) = player();
        let (_, ticket) = said(player.play_from(12), &text);
        player.began(ticket);
        assert_eq!(player.watch(true, 0), Act::Nothing);
        assert_eq!(player.watch(false, 0), Act::Nothing, "between two sentences all is silent");
        assert_eq!(said(player.watch(false, 0), &text).0, "Three too.");
    }

    #[test]
    fn a_voice_that_never_begins_is_asked_again_and_given_up() {
        let (mut player, text) = player();
        player.play_from(12);
        let acts: Vec<Act> = (0..20).map(|_| player.watch(false, 0)).filter(|act| *act != Act::Nothing).collect();
        assert_eq!(acts.len(), 2);
        assert_eq!(said(acts[0], &text).0, "Two goes on.");
        assert_eq!(acts[1], Act::Hush);
    }

    #[test]
    fn long_sentences_are_said_in_breaths_and_none_is_lost() {
        let long = format!("{}, {}", "word ".repeat(30).trim(), "x".repeat(450));
        let text = ArticleText::new(format!("{long} end."));
        let mut player = Player::new(&text, Vec::new());
        let (mut words, mut ticket) = said(player.play_from(0), &text);
        let mut heard = Vec::new();
        while ticket > 0 {
            heard.push(words);
            assert_eq!(player.sentence().map(|range| range.start()), Some(0));
            (words, ticket) = said(player.ended(ticket, 0), &text);
        }
        assert!(heard.len() > 2 && heard.iter().all(|breath| breath.chars().count() <= BREATH as usize));
        assert_eq!(heard.concat().replace(' ', ""), text.as_str().replace(' ', ""));
        assert!(heard[0].ends_with(','));
    }

    #[test]
    fn nothing_to_say_is_silence() {
        let mut player = Player::new(&ArticleText::new("—\n…".to_owned()), Vec::new());
        assert_eq!(player.play_from(0), Act::Hush);
        assert_eq!(player.step(true), Act::Nothing);
        assert_eq!(player.toggle(), Act::Hush);
    }
}
