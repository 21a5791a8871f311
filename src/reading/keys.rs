//! The keyboard: which keys do what in an article, and how the help names them.
//!
//! The keys have a modifier, so that they are in nobody's way: not of those who type, speak or use a screen reader. The
//! one that has none, `?`, can be switched off. Chosen against the browsers' and screen readers' own keys: Alt with
//! arrows up and down is free in all of them (JAWS moves by sentence with it, too), Alt with digits, left and right is
//! not; Alt with a letter opens a menu in some, where H, N and L do only in Firefox, which lets a page have them.

use super::Step;
use crate::words;

/// A key as it was pressed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Press {
    /// What it writes, or its name.
    pub key: String,
    /// Where it is: `KeyH`. With Alt, some keyboards write another sign.
    pub code: String,
    /// Alt, or Option.
    pub alt: bool,
    /// Shift.
    pub shift: bool,
    /// Control, Command or Windows: never ours. AltGr counts as Control with Alt.
    pub other: bool,
}

/// What a key does in an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// Moves the sentence cursor, or places it.
    Move {
        /// Where to.
        step: Step,
        /// Whether what is chosen stays so.
        extend: bool,
    },
    /// Highlights what is chosen; again: in the next colour.
    Highlight,
    /// Opens a note on it.
    Note,
    /// Copies a link to it.
    CopyLink,
    /// Leads to the toolbar.
    Toolbar,
    /// Leads to the toolbar, where one is shown.
    Tab,
    /// Back.
    Leave,
}

/// What a press means in an article; `None` for all that is not ours.
pub fn command(press: &Press) -> Option<Command> {
    let step = |step: Step| Some(Command::Move { step, extend: press.shift });
    match (press.key.as_str(), press.alt) {
        _ if press.other => None,
        ("ArrowDown", true) => step(Step::Sentence),
        ("ArrowUp", true) => step(Step::SentenceBack),
        ("PageDown", true) => step(Step::Block),
        ("PageUp", true) => step(Step::BlockBack),
        _ if press.shift => None,
        ("Enter", true) => Some(Command::Toolbar),
        ("Escape", false) => Some(Command::Leave),
        ("Tab", false) => Some(Command::Tab),
        (_, true) => match letter(press)? {
            'h' => Some(Command::Highlight),
            'n' => Some(Command::Note),
            'l' => Some(Command::CopyLink),
            _ => None,
        },
        _ => None,
    }
}

/// Whether a press asks for the help.
pub fn asks_for_help(press: &Press) -> bool {
    press.key == "?" && !press.alt && !press.other
}

/// Whether a press takes back what was done last.
pub fn takes_back(press: &Press) -> bool {
    press.alt && !press.other && !press.shift && letter(press) == Some('z')
}

/// The letter on the key: where Alt makes it write something else, that of its place.
fn letter(press: &Press) -> Option<char> {
    let single = |text: &str| {
        let mut letters = text.chars();
        letters.next().filter(|c| c.is_ascii_alphabetic() && letters.next().is_none()).map(|c| c.to_ascii_lowercase())
    };
    single(&press.key).or_else(|| single(press.code.strip_prefix("Key")?))
}

/// What the help says, in the reader's language.
pub type Said = fn() -> &'static str;

/// A line of the help: the keys, several ways divided by a slash, and what they do.
pub type Shortcut = (Said, Said);

/// The help, by where the keys work.
pub const HELP: [(Said, &[Shortcut]); 8] = [
    (
        words::keys::by_sentence,
        &[
            (words::keys::alt_down_up, words::keys::to_sentence),
            (words::keys::alt_pages, words::keys::to_paragraph),
            (words::keys::alt_shift, words::keys::choose_more),
            (words::keys::escape, words::keys::back_where_you_were),
        ],
    ),
    (
        words::keys::with_words,
        &[
            (words::keys::alt_h, words::keys::highlight),
            (words::keys::alt_n, words::keys::add_note),
            (words::keys::alt_l, words::keys::copy_link),
            (words::keys::alt_enter_tab, words::keys::to_toolbar),
        ],
    ),
    (
        words::keys::in_toolbar,
        &[
            (words::keys::left_right, words::keys::from_button_to_button),
            (words::keys::enter, words::keys::press_it),
            (words::keys::escape, words::keys::back_to_text),
        ],
    ),
    (
        words::keys::on_highlight,
        &[
            (words::keys::enter, words::keys::open_it),
            (words::keys::ctrl_enter, words::keys::finish_note),
            (words::keys::escape, words::keys::note_as_it_was),
        ],
    ),
    (
        words::keys::at_ends,
        &[
            (words::keys::left_up, words::keys::back_by_word),
            (words::keys::right_down, words::keys::on_by_word),
            (words::keys::enter, words::keys::leave_it),
            (words::keys::escape, words::keys::highlight_as_it_was),
        ],
    ),
    (
        words::keys::in_find,
        &[
            (words::keys::enter, words::keys::next_place),
            (words::keys::shift_enter, words::keys::place_before),
            (words::keys::escape, words::keys::close_find),
        ],
    ),
    (words::keys::while_listening, &[(words::keys::media_keys, words::keys::play_and_pause)]),
    (
        words::keys::everywhere,
        &[
            (words::keys::alt_s, words::keys::find),
            (words::keys::find_keys, words::keys::find_too),
            (words::keys::alt_p, words::keys::read_aloud),
            (words::keys::alt_z, words::keys::take_back),
            (words::keys::shift_thrice, words::keys::leave_site),
        ],
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn press(keys: &str) -> Press {
        let mut press = Press::default();
        for part in keys.split('+') {
            match part {
                "Alt" => press.alt = true,
                "Shift" => press.shift = true,
                "Ctrl" | "Meta" => press.other = true,
                key => press.key = key.to_owned(),
            }
        }
        press
    }

    fn means(keys: &str) -> Option<Command> {
        command(&press(keys))
    }

    /// The help's names of keys as the browser has them.
    fn names(keys: &str) -> String {
        keys.replace("Page ", "Page").replace('↓', "ArrowDown").replace('↑', "ArrowUp")
    }

    /// How the help says a command: a new one can't be forgotten here.
    fn line(command: Command) -> &'static str {
        match command {
            Command::Move { extend: true, .. } => "Alt+Shift with these",
            Command::Move { step: Step::Sentence, .. } => "Alt+↓",
            Command::Move { step: Step::SentenceBack, .. } => "Alt+↑",
            Command::Move { step: Step::Block, .. } => "Alt+Page Down",
            Command::Move { step: Step::BlockBack, .. } => "Alt+Page Up",
            Command::Highlight => "Alt+H",
            Command::Note => "Alt+N",
            Command::CopyLink => "Alt+L",
            Command::Toolbar => "Alt+Enter",
            Command::Tab => "Tab",
            Command::Leave => "Escape",
        }
    }

    #[test]
    fn every_command_has_a_line_in_the_help_that_gives_it() {
        let lines = HELP.iter().take(2).flat_map(|(_, lines)| *lines);
        let ways: Vec<&str> = lines.flat_map(|(keys, _)| keys().split(" / ")).collect();
        let keys = ["ArrowDown", "ArrowUp", "PageDown", "PageUp", "Enter", "Escape", "Tab", "Home", " ", "?"];
        let keys = keys.into_iter().map(str::to_owned).chain(('a'..='z').map(String::from));
        let mut met = 0;
        for key in keys {
            for modifiers in ["", "Alt+", "Shift+", "Alt+Shift+", "Ctrl+"] {
                let Some(command) = means(&format!("{modifiers}{key}")) else { continue };
                met += 1;
                let line = line(command);
                assert!(ways.contains(&line), "{command:?}");
                assert!(line.contains("with") || means(&names(line)) == Some(command), "{line}");
            }
        }
        assert_eq!(met, 14);
    }

    #[test]
    fn the_keys_of_the_help_do_something() {
        let (_, moving) = HELP[0];
        let (_, acting) = HELP[1];
        for (keys, _) in moving.iter().chain(acting).filter(|(keys, _)| !keys().contains("with")) {
            for way in names(keys()).split(" / ") {
                assert!(means(way).is_some(), "{way}");
            }
        }
    }

    #[test]
    fn alt_z_takes_back_and_what_a_field_has_for_that_does_not() {
        assert!(takes_back(&press("Alt+z")));
        for keys in ["z", "Ctrl+z", "Ctrl+Alt+z", "Alt+Shift+z", "Alt+y"] {
            assert!(!takes_back(&press(keys)), "{keys}");
        }
    }

    #[test]
    fn shift_extends() {
        assert_eq!(means("Alt+ArrowDown"), Some(Command::Move { step: Step::Sentence, extend: false }));
        assert_eq!(means("Alt+Shift+PageUp"), Some(Command::Move { step: Step::BlockBack, extend: true }));
    }

    #[test]
    fn other_peoples_keys_are_theirs() {
        for keys in [
            "ArrowDown",
            "Shift+ArrowDown",
            "PageDown",
            "h",
            "n",
            "l",
            "H",
            "Enter",
            "Ctrl+Alt+h",
            "Meta+Alt+ArrowDown",
            "Ctrl+Enter",
            "Alt+ArrowLeft",
            "Alt+1",
            "Alt+d",
            "Alt+F4",
            "Shift+Escape",
            "Shift+Tab",
            "Alt+Tab",
            "Alt",
            "Alt+Shift+h",
            "Ctrl+a",
        ] {
            assert_eq!(means(keys), None, "{keys}");
        }
    }

    #[test]
    fn a_letter_is_found_where_alt_writes_another_sign() {
        let mac = Press { key: "˙".into(), code: "KeyH".into(), alt: true, ..Press::default() };
        assert_eq!(command(&mac), Some(Command::Highlight));
        // On another layout the key that writes it counts.
        let dvorak = Press { key: "h".into(), code: "KeyJ".into(), alt: true, ..Press::default() };
        assert_eq!(command(&dvorak), Some(Command::Highlight));
        let russian = Press { key: "р".into(), code: "KeyH".into(), alt: true, ..Press::default() };
        assert_eq!(command(&russian), Some(Command::Highlight));
    }

    #[test]
    fn help_is_the_one_key_without_a_modifier() {
        assert!(asks_for_help(&press("Shift+?")) && asks_for_help(&press("?")));
        assert!(!asks_for_help(&press("Ctrl+?")) && !asks_for_help(&press("/")));
    }
}
