//! The keyboard: which keys do what in an article, and how the help names them.
//!
//! The keys have a modifier, so that they are in nobody's way: not of those who type, speak or use a screen reader. The
//! one that has none, `?`, can be switched off. Chosen against the browsers' and screen readers' own keys: Alt with
//! arrows up and down is free in all of them (JAWS moves by sentence with it, too), Alt with digits, left and right is
//! not; Alt with a letter opens a menu in some, where H, N and L do only in Firefox, which lets a page have them.

use super::Step;

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

/// The letter on the key: where Alt makes it write something else, that of its place.
fn letter(press: &Press) -> Option<char> {
    let single = |text: &str| {
        let mut letters = text.chars();
        letters.next().filter(|c| c.is_ascii_alphabetic() && letters.next().is_none()).map(|c| c.to_ascii_lowercase())
    };
    single(&press.key).or_else(|| single(press.code.strip_prefix("Key")?))
}

/// A line of the help: the keys, several ways divided by a slash, and what they do.
pub type Shortcut = (&'static str, &'static str);

/// The help, by where the keys work.
pub const HELP: [(&str, &[Shortcut]); 8] = [
    (
        "In an article, sentence by sentence",
        &[
            ("Alt+↓ / Alt+↑", "To the next sentence, the one before"),
            ("Alt+Page Down / Alt+Page Up", "To the next paragraph, the one before"),
            ("Alt+Shift with these", "Choose more, or less"),
            ("Escape", "Back to where you were"),
        ],
    ),
    (
        "With a sentence, or with selected words",
        &[
            ("Alt+H", "Highlight; again for the next colour"),
            ("Alt+N", "Add a note"),
            ("Alt+L", "Copy a link"),
            ("Alt+Enter / Tab", "To the toolbar with everything else"),
        ],
    ),
    (
        "In the toolbar",
        &[("← / →", "From one button to the next"), ("Enter", "Press it"), ("Escape", "Back to the text")],
    ),
    (
        "On a highlight and in its note",
        &[("Enter", "Open it"), ("Ctrl+Enter", "Finish the note"), ("Escape", "Put the note back as it was")],
    ),
    (
        "At the ends of a highlight",
        &[
            ("← / ↑", "Back by a word"),
            ("→ / ↓", "On by a word"),
            ("Enter", "Leave it as it is now"),
            ("Escape", "Put the highlight back as it was"),
        ],
    ),
    (
        "In “Find in article”",
        &[
            ("Enter", "To the next place"),
            ("Shift+Enter", "To the one before"),
            ("Escape", "Close it, with the place selected"),
        ],
    ),
    ("While reading aloud", &[("Media keys", "Play, pause, back a sentence, on a sentence")]),
    (
        "Everywhere",
        &[
            ("Alt+S", "Find in the article"),
            ("Ctrl+F / Cmd+F", "The same, if you gave it that key under “Reading and data”"),
            ("Alt+P", "Read aloud from here, pause, go on"),
            ("Shift, three times", "Leave for another site at once"),
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
        let ways: Vec<&str> = lines.flat_map(|(keys, _)| keys.split(" / ")).collect();
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
        for (keys, _) in moving.iter().chain(acting).filter(|(keys, _)| !keys.contains("with")) {
            for way in names(keys).split(" / ") {
                assert!(means(way).is_some(), "{way}");
            }
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
