//! Which voice reads. A voice on the device is preferred to one that sends every sentence to its maker.

/// A voice of the browser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voice {
    /// What the browser knows it by.
    pub id: String,
    /// Its name.
    pub name: String,
    /// BCP 47 tag of its language.
    pub language: String,
    /// Whether it speaks on the device. Others are sent what they say.
    pub local: bool,
}

/// The voices for a language, those on the device first; all where none has it.
pub fn offered(voices: Vec<Voice>, language: &str) -> Vec<Voice> {
    let suited: Vec<Voice> = voices.iter().filter(|voice| nearness(voice, language) > 0).cloned().collect();
    let all = if suited.is_empty() { voices } else { suited };
    let order = crate::order::sorted(
        all.iter()
            .enumerate()
            .map(|(index, voice)| (!voice.local, std::cmp::Reverse(nearness(voice, language)), index)),
    );
    order.into_iter().filter_map(|(.., index)| all.get(index).cloned()).collect()
}

/// The voice that the reader chose, if it is there; else the first on the device that has the language. A voice that
/// sends what it says elsewhere is never taken unasked.
pub fn choose<'a>(offered: &'a [Voice], wanted: &str, language: &str) -> Option<&'a Voice> {
    let chosen = offered.iter().find(|voice| voice.id == wanted);
    chosen.or_else(|| offered.iter().find(|voice| voice.local && nearness(voice, language) > 0))
}

/// 2 for the same language and region, 1 for the same language.
fn nearness(voice: &Voice, language: &str) -> u32 {
    // Some browsers write `en_GB`.
    let parts = |tag: &str| tag.to_ascii_lowercase().replace('_', "-");
    let (own, wanted) = (parts(&voice.language), parts(language));
    let primary = |tag: &str| tag.split('-').next().unwrap_or_default().to_owned();
    if own == wanted {
        2
    } else if primary(&own) == primary(&wanted) {
        1
    } else {
        0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn voice(id: &str, language: &str, local: bool) -> Voice {
        Voice { id: id.into(), name: id.into(), language: language.into(), local }
    }

    fn voices() -> Vec<Voice> {
        vec![
            voice("cloud", "en-GB", false),
            voice("us", "en_US", true),
            voice("de", "de-DE", true),
            voice("gb", "en-GB", true),
        ]
    }

    #[test]
    fn voices_of_the_language_on_the_device_come_first() {
        let ids: Vec<String> = offered(voices(), "en-GB").into_iter().map(|voice| voice.id).collect();
        assert_eq!(ids, ["gb", "us", "cloud"]);
        assert_eq!(offered(voices(), "fi").len(), 4);
    }

    #[test]
    fn no_sentence_leaves_the_device_unasked() {
        let cloud = vec![voice("cloud", "en-GB", false), voice("de", "de-DE", true)];
        assert_eq!(choose(&cloud, "", "en"), None);
        assert_eq!(choose(&cloud, "cloud", "en").map(|voice| voice.id.as_str()), Some("cloud"));
        assert_eq!(choose(&offered(voices(), "en"), "gone", "en").map(|voice| voice.id.as_str()), Some("us"));
    }
}
