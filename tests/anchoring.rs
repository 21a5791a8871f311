//! Anchoring: the cases of the specification one by one, then properties over random edits.

// A test may stop at the first thing that is not as it expects.
#![allow(clippy::expect_used, clippy::indexing_slicing)]

use closely::annotation::anchoring::{Anchorer, Verdict, anchor, describe};
use closely::annotation::{ArticleText, TextQuoteSelector, TextRange};
use proptest::prelude::*;

const ARTICLE: &str = "Closeness grows slowly\n\
    Trust is built in small moments, and most of them look like nothing at all from outside.\n\
    When a friend calls late at night, the first thing to offer is time. Advice can wait until tomorrow.\n\
    Some people show care by asking questions; others show care by keeping quiet company.\n\
    Say what you need\n\
    A clear request is a kindness to both of you. It is easier to answer than a hint, and it is harder to misread.\n\
    It is not a sign of weakness to ask for time alone, and it is no proof of love to give it all away.\n\
    When a friend calls early in the day, a short answer will do.";

fn text(text: &str) -> ArticleText {
    ArticleText::new(text.to_owned())
}

/// The first place of the words.
fn find(text: &ArticleText, words: &str) -> Option<TextRange> {
    let byte = text.as_str().find(words)?;
    TextRange::new(text.position_of_byte(byte), text.position_of_byte(byte + words.len()))
}

/// Marks words in one text and looks for them in another; the words of the verdict.
fn after_edit(old: &str, words: &str, new: &str) -> (Verdict, String) {
    let (old, new) = (text(old), text(new));
    let Some(range) = find(&old, words) else { return (Verdict::Orphan, "not in the old text".into()) };
    let verdict = anchor(&new, false, range, &describe(&old, range));
    let words = match verdict {
        Verdict::Exact(range) | Verdict::Moved(range) | Verdict::Review(range) => new.quote(range).to_owned(),
        Verdict::Orphan => String::new(),
    };
    (verdict, words)
}

fn quote(prefix: &str, exact: &str, suffix: &str) -> TextQuoteSelector {
    TextQuoteSelector { exact: exact.into(), prefix: prefix.into(), suffix: suffix.into() }
}

fn range(start: u32, end: u32) -> TextRange {
    TextRange::new(start, end).expect("a range")
}

#[test]
fn nothing_changed() {
    for words in ["Trust", "time", "the first thing to offer is time", "slowly\nTrust is built", ARTICLE] {
        let (verdict, found) = after_edit(ARTICLE, words, ARTICLE);
        assert!(matches!(verdict, Verdict::Exact(_)), "{words} {verdict:?}");
        assert_eq!(found, words);
    }
}

#[test]
fn the_same_revision_is_not_searched_but_its_words_are_compared() {
    let article = text(ARTICLE);
    let time = find(&article, "time").expect("there");
    assert_eq!(anchor(&article, true, time, &quote("", "time", "")), Verdict::Exact(time));
    let verdict = anchor(&article, true, time, &quote("small moments, and ", "most of them look", " like nothing"));
    assert_eq!(verdict, Verdict::Moved(find(&article, "most of them look").expect("there")));
}

#[test]
fn an_unchanged_revision_never_searches() {
    let article = text(ARTICLE);
    let anchorer = Anchorer::new(&article);
    let ranges = (0..article.len()).flat_map(|start| (1..40).step_by(3).map(move |length| (start, start + length)));
    for (start, end) in ranges {
        let Some(marked) = TextRange::new(start, end.min(article.len())).and_then(|range| article.trim(range)) else {
            continue;
        };
        let quote = describe(&article, marked);
        assert_eq!(anchorer.anchor(true, marked, &quote), Verdict::Exact(marked));
        // Nor does another revision in which nothing around the words has changed.
        assert_eq!(anchorer.anchor(false, marked, &quote), Verdict::Exact(marked));
    }
    assert!(!anchorer.has_searched());
    let edited = text(&format!("New.\n{ARTICLE}"));
    let anchorer = Anchorer::new(&edited);
    let time = find(&article, "time").expect("there");
    anchorer.anchor(false, time, &describe(&article, time));
    assert!(anchorer.has_searched());
}

#[test]
fn words_that_moved_are_found() {
    let moved = format!("A new beginning.\n{ARTICLE}");
    for words in ["time", "Trust", "Say what you need", "keeping quiet company", "a hint, and it is harder to misread"]
    {
        let (verdict, found) = after_edit(ARTICLE, words, &moved);
        assert!(matches!(verdict, Verdict::Moved(_)), "{words} {verdict:?}");
        assert_eq!(found, words);
        assert_eq!(verdict.trusted(), find(&text(&moved), words), "the first of them");
    }
}

#[test]
fn several_occurrences_are_decided_by_context() {
    let new = format!("Preface.\n{ARTICLE}");
    let old = text(ARTICLE);
    for tail in ["late", "early"] {
        let whole = find(&old, &format!("a friend calls {tail}")).expect("there");
        let range = range(whole.start(), whole.start() + 14);
        let verdict = anchor(&text(&new), false, range, &describe(&old, range));
        assert_eq!(verdict, Verdict::Moved(self::range(range.start() + 9, range.end() + 9)), "{tail}");
    }
}

#[test]
fn of_equals_none_is_chosen() {
    let paragraph = "A clear request is a kindness to both of you.";
    let old = format!("One\n{paragraph}\nTwo");
    let (verdict, found) =
        after_edit(&old, "is a kindness to both", &format!("More\nOne more\n{paragraph}\nTwo\n{paragraph}\nTwo"));
    assert!(matches!(verdict, Verdict::Review(_)), "{verdict:?}");
    assert_eq!(found, "is a kindness to both");
}

#[test]
fn a_look_alike_of_a_deleted_paragraph_is_not_trusted() {
    let kept = "When a friend calls early in the day, a short answer will do.";
    let deleted =
        "When a friend calls late at night, the first thing to offer is time. Advice can wait until tomorrow.\n";
    let new = ARTICLE.replace(deleted, "");
    assert!(new.contains(kept));
    for words in ["When a friend calls", "friend calls late", "When a friend calls late at night, the first", "friend"]
    {
        let (verdict, found) = after_edit(ARTICLE, words, &new);
        assert_eq!(verdict.trusted(), None, "{words} {found}");
    }
}

#[test]
fn a_corrected_typing_error_stays_marked() {
    for (wrong, right) in [
        ("most of tehm look like nothing", "most of them look like nothing"),
        ("keeping quite company", "keeping quiet company"),
        ("A cleer request", "A clear request"),
        ("hitn", "hint"),
    ] {
        let (verdict, found) = after_edit(&ARTICLE.replace(right, wrong), wrong, ARTICLE);
        assert!(matches!(verdict, Verdict::Moved(_)), "{wrong} {verdict:?}");
        assert_eq!(found, right);
    }
}

#[test]
fn a_corrected_misspelling_of_a_denial_stays_marked() {
    for (wrong, right) in [
        ("they sit withot a word", "they sit without a word"),
        ("it need noot be clever", "it need not be clever"),
        ("neitehr of them minds", "neither of them minds"),
        ("one hand n the door", "one hand on the door"),
    ] {
        let new = format!("Some evenings nobody talks, {right} and the lamp stays low until the street is quiet.");
        let (verdict, found) = after_edit(&new.replace(right, wrong), wrong, &new);
        assert!(matches!(verdict, Verdict::Moved(_)), "{wrong} {verdict:?}");
        assert_eq!(found, right);
    }
    // Words that are one letter from a denial, and mean the other thing.
    for (other, denial) in
        [("they ever sit apart", "they never sit apart"), ("it is on target now", "it is no target now")]
    {
        let new = format!("Some evenings nobody talks, {denial} and the lamp stays low until the street is quiet.");
        let (verdict, found) = after_edit(&new.replace(denial, other), other, &new);
        assert_eq!(verdict.trusted(), None, "{other} {found}");
    }
}

#[test]
fn the_ends_of_a_text_are_context() {
    let first = "Closeness grows slowly";
    let (verdict, found) =
        after_edit(&ARTICLE.replace(first, "Closeness grwos slowly"), "Closeness grwos slowly", ARTICLE);
    assert!(verdict.trusted().is_some() && found == first, "{verdict:?}");
    let last = "When a friend calls early in the day, a short answer will do";
    let wrong = last.replace("early", "erly");
    let (verdict, found) = after_edit(&ARTICLE.replace(last, &wrong), &wrong, ARTICLE);
    assert!(verdict.trusted().is_some() && found == last, "{verdict:?}");
    // Elsewhere, a block without context is no more than its words.
    let (verdict, _) = after_edit("Closeness grwos slowly", "Closeness grwos slowly", ARTICLE);
    assert_eq!(verdict.trusted(), None);
}

#[test]
fn the_first_block_is_known_elsewhere() {
    let (first, rest) = ARTICLE.split_once('\n').expect("blocks");
    let (verdict, found) = after_edit(ARTICLE, first, &format!("{rest}\n{first}\nOne more."));
    assert!(matches!(verdict, Verdict::Moved(_)), "{verdict:?}");
    assert_eq!(found, first);
}

#[test]
fn a_block_that_moved_away_is_not_held_by_its_old_neighbours() {
    let old = "Sit upright.\nPress both feet into the floor.\nName five things you can see.\n\
        Lay a palm on your chest and count.\nGo on when you are calm.\nAt a quiet time, plan for the next.";
    let new = "Sit upright.\nPress both feet into the floor.\nNow and then. Lay a palm on your chest and count.\n\
        Go on when you are calm.\nName five things you can see.\nAt a quiet time, plan for the next.";
    let (verdict, found) = after_edit(old, "Name five things you can see", new);
    assert!(matches!(verdict, Verdict::Moved(_)), "{verdict:?}");
    assert_eq!(found, "Name five things you can see");
}

#[test]
fn what_still_touches_a_quote_makes_it_longer() {
    let old = "Slowness is no argument with passion; it gives passion a floor.\nWhat follows is for later.";
    let new =
        "It came too.\nNobody had a word to say with passion; it gives passion a floor.\nThe rest is another text.";
    let (verdict, found) = after_edit(old, "with passion; it gives passion a", new);
    assert!(matches!(verdict, Verdict::Moved(_)), "{verdict:?}");
    assert_eq!(found, "with passion; it gives passion a");
    // In the middle of a block a phrase may have been said twice.
    let old = "I agree with you that he is at the head of his profession. It is past ten and time that we went.";
    let new = "A young man still, but he is at the head of his profession, and I would rather have him here.";
    let (verdict, _) = after_edit(old, "is at the head of his", new);
    assert_eq!(verdict.trusted(), None);
}

#[test]
fn a_word_that_changed_beside_a_short_quote_leaves_the_rest_its_say() {
    for (quote, old, new) in [
        (
            "it can",
            "A cause for trust, and you may lean on the relationship harder than it can yet bear.",
            "A cause for trust, and you may lean on the relationship more portrait it can yet bear.",
        ),
        ("from", "You seem to watch from outside your own body.", "You seem around just from outside your own body."),
    ] {
        let old = format!("One block before.\n{old}\nOne block after.");
        let new = format!("Other things come first.\n{new}\nAnd others come last.");
        let (verdict, found) = after_edit(&old, quote, &new);
        assert!(matches!(verdict, Verdict::Moved(_)), "{quote} {verdict:?}");
        assert_eq!(found, quote);
    }
    // A caption's phrase that is said again under another picture.
    let (verdict, _) = after_edit(
        "Each answer helps you choose the next step. Illustration, not data.\nListen to understand.",
        "Illustration",
        "A map with five parts and no scale. Illustration, not data.\nHere you let another person in.",
    );
    assert_eq!(verdict.trusted(), None);
}

#[test]
fn reworded_words_between_unchanged_ones_are_the_marked_ones() {
    let (old, new) = ("to offer is time", "to show is time");
    let edited = ARTICLE.replace(old, new);
    let (verdict, found) = after_edit(ARTICLE, old, &edited);
    assert!(verdict.trusted().is_some() && found == new, "{verdict:?}");
    // Not where one side is another, where little is left of them, or where they say the opposite.
    for other in [
        edited.replace("the first thing", "an old answer"),
        ARTICLE.replace(old, "I had in mind"),
        ARTICLE.replace(old, "to show is not time"),
    ] {
        let (verdict, found) = after_edit(ARTICLE, old, &other);
        assert_eq!(verdict.trusted(), None, "{found}");
    }
}

#[test]
fn a_position_alone_is_no_anchor() {
    let article = text(ARTICLE);
    let place = find(&article, "small moments").expect("there");
    let (before, after) = ("Trust is built in ", ", and most of them look like nothing");
    let verdict = anchor(&article, false, place, &quote(before, "great storms", after));
    assert_eq!(verdict.trusted(), None);
    let verdict = anchor(&article, false, place, &quote("", "nowhere to be found", ""));
    assert_eq!(verdict, Verdict::Orphan);
}

#[test]
fn without_a_position_the_beginning_of_a_text_is_no_better_than_any_other_place() {
    let article = text("Trust grows. In time, trust is plain to see; trust keeps.");
    let anchorer = Anchorer::new(&article);
    let verdict = anchorer.find(&quote("", "Trust", ""));
    assert_eq!(verdict.trusted(), None, "{verdict:?}");
    let unique = anchorer.find(&quote("", "is plain to see", ""));
    assert!(matches!(unique, Verdict::Moved(_)), "{unique:?}");
    let many = text(&"trust and ".repeat(500));
    assert_eq!(Anchorer::new(&many).find(&quote("", "trust and", "")).trusted(), None);
}

#[test]
fn the_same_words_in_place_with_other_context_are_not_exact() {
    let new = text("We have all the time in the world, and we never noticed how it went.");
    let place = find(&new, "time").expect("there");
    let verdict =
        anchor(&new, false, place, &quote("the first thing to offer is ", "time", ". Advice can wait until tomorrow."));
    assert_eq!(verdict.trusted(), None);
}

#[test]
fn short_quotes_need_context() {
    let article = text(ARTICLE);
    let away = range(0, 4);
    assert!(matches!(anchor(&article, false, away, &quote("", "hint", "")), Verdict::Review(_)));
    assert_eq!(anchor(&article, false, away, &quote("", "a", "")), Verdict::Orphan);
    assert!(matches!(anchor(&article, false, away, &quote("", "a kindness to both of you", "")), Verdict::Moved(_)));
}

#[test]
fn an_empty_quote_is_refused() {
    let article = text(ARTICLE);
    for exact in ["", " ", "\n\u{a0}", "\u{ad}", "\u{200b}"] {
        assert_eq!(anchor(&article, false, range(0, 1), &quote("Trust", exact, "is")), Verdict::Orphan, "{exact:?}");
    }
    assert_eq!(anchor(&text(""), false, range(0, 1), &quote("", "a", "")), Verdict::Orphan);
}

#[test]
fn a_negation_that_came_or_went_is_never_trusted() {
    for (old, new) in [
        ("Trust is built in small moments", "Trust is not built in small moments"),
        ("Advice can wait until tomorrow", "Advice cannot wait until tomorrow"),
        ("Advice can wait until tomorrow", "Advice can’t wait until tomorrow"),
        ("It is not a sign of weakness", "It is a sign of weakness"),
        ("it is no proof of love", "it is proof of love"),
        ("harder to misread", "harder never to misread"),
        ("A clear request is a kindness", "An unclear request is a kindness"),
        ("clear request", "unclear request"),
        ("others show care by keeping quiet", "others show care without keeping quiet"),
    ] {
        let (verdict, found) = after_edit(ARTICLE, old, &ARTICLE.replace(old, new));
        assert_eq!(verdict.trusted(), None, "{old:?} {found:?}");
        assert!(matches!(verdict, Verdict::Review(_)), "worth showing: {old:?} {verdict:?}");
    }
    for (old, new, around) in [
        (
            "la confianza crece despacio",
            "la confianza no crece despacio",
            "Dicen que {} y que cada día cuenta un poco.",
        ),
        ("Nähe braucht viel Zeit", "Nähe braucht nicht viel Zeit", "Manche sagen, {} und Geduld von beiden."),
        ("la confiance vient vite", "la confiance ne vient pas vite", "On dit que {} quand chacun écoute l’autre."),
        ("tener prisa ayuda siempre", "tener prisa ayuda nunca", "Dicen que {} y que cada día cuenta un poco."),
        ("able to trust again", "unable to trust again", "Most of us are {}, given time and patience."),
        ("3 of 10 couples talked", "8 of 10 couples talked", "In one study, {} about it before the year was over."),
        ("ein guter Anfang", "kein guter Anfang", "Das ist {} für alle, die sich kennenlernen."),
    ] {
        let (verdict, found) = after_edit(&around.replace("{}", old), old, &around.replace("{}", new));
        assert_eq!(verdict.trusted(), None, "{old:?} {found:?}");
    }
}

#[test]
fn typography_is_no_change() {
    let old =
        "She said: “It’s fine – we’ll find a café…” and the office closed. Then they re-read the naïve letter twice.";
    let new = "New.\nShe said:  \"It's fine—we'll ﬁnd a cafe\u{301}...\" and the oﬃce\u{a0}closed. Then they\nre\u{2010}read the nai\u{308}ve let\u{ad}ter twice.";
    for (words, there) in [
        ("It’s fine – we’ll find a café…", "It's fine—we'll ﬁnd a cafe\u{301}..."),
        ("café", "cafe\u{301}"),
        ("the office closed", "the oﬃce\u{a0}closed"),
        ("they re-read the naïve letter", "they\nre\u{2010}read the nai\u{308}ve let\u{ad}ter"),
    ] {
        let (verdict, found) = after_edit(old, words, new);
        assert!(matches!(verdict, Verdict::Moved(_)), "{words} {verdict:?}");
        assert_eq!(found, there);
    }
}

#[test]
fn another_case_is_a_close_match() {
    let (verdict, found) =
        after_edit(ARTICLE, "Say what you need", &ARTICLE.replace("Say what you need", "SAY WHAT YOU NEED"));
    assert!(matches!(verdict, Verdict::Moved(_)), "{verdict:?}");
    assert_eq!(found, "SAY WHAT YOU NEED");
    let (verdict, _) = after_edit("Hint", "Hint", "A word, then a hint, then more");
    assert_eq!(verdict.trusted(), None, "without context");
}

#[test]
fn a_neighbour_like_the_deleted_words_is_not_trusted() {
    let old = "They met in the morning hours. They sat in the morning sun. They ate in the morning sun. Then they left for home.";
    let deleted = "They sat in the morning sun.";
    let (verdict, found) = after_edit(old, deleted, &old.replace(&format!("{deleted} "), ""));
    assert_eq!(verdict.trusted(), None, "{found}");
}

#[test]
fn long_quotes_are_found_by_their_ends() {
    let words = |seed: usize| {
        (0..900).map(|at| format!("w{}", (at * 7_919 + seed) % 10_007 + at)).collect::<Vec<_>>().join(" ")
    };
    let (before, long, after) =
        (words(1), words(5_000).replace(|c: char| c.is_ascii_digit(), "x") + &letters(2_000), words(9));
    let old = format!("{before}\n{long}\n{after}");
    let edited = long.replacen("kz", "kzz", 1);
    let (verdict, found) = after_edit(&old, &long, &format!("New.\n{before}\n{edited}\n{after}"));
    assert!(matches!(verdict, Verdict::Moved(_)), "{verdict:?}");
    assert_eq!(found, edited);
}

/// Different words without digits.
fn letters(count: usize) -> String {
    let letter = |n: usize| char::from(b'a' + (n % 26) as u8);
    let word = |n: usize| format!(" {}{}{}k{}", letter(n), letter(n / 26), letter(n / 676), letter(n + 7));
    (0..count).map(|n| word(n * 17)).collect()
}

#[test]
fn hostile_texts_end_soon() {
    let same = text(&"a".repeat(200_000));
    let words = text(&"ab ".repeat(60_000));
    let anchorer = Anchorer::new(&same);
    for exact in ["a".repeat(100_000), "a".repeat(300), format!("{}b{}", "a".repeat(200), "a".repeat(200)), "a".into()]
    {
        for position in [range(0, 1), range(77, 99), range(u32::MAX - 1, u32::MAX)] {
            let selector = quote(&"a".repeat(64), &exact, &"a".repeat(64));
            anchorer.anchor(false, position, &selector);
            anchor(&words, false, position, &quote("ab ", &"ab ".repeat(30_000), "b"));
        }
    }
}

/// A text in which no word occurs twice, as words and the places of newlines.
fn article() -> impl Strategy<Value = Vec<String>> {
    let word = ("[a-zà-ü]{1,9}", prop::bool::weighted(0.05));
    prop::collection::vec(word, 30..160).prop_map(|words| {
        let unique = |(at, (word, ends)): (usize, (String, bool))| {
            let number: String = format!("{at:03}").bytes().map(|digit| char::from(digit - b'0' + b'k')).collect();
            format!("{word}{number}{}", if ends { ".\n" } else { " " })
        };
        words.into_iter().enumerate().map(unique).collect()
    })
}

/// Code points, from pieces that are awkward in one way or another.
fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[ab]{0,6}",
        "\\PC{0,4}",
        prop::sample::select(vec![
            "aaaaaaaaaaaaaaaa",
            "\n",
            "  ",
            "👩‍👩‍👧",
            "🇩🇪🇩",
            "e\u{301}\u{323}",
            "\u{ad}",
            "not ",
            "ﬃ",
            "한국",
            "…",
            "--"
        ])
        .prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_range_survives_in_the_unchanged_text(content in hostile(), start in 0u32..200, length in 1u32..90) {
        let article = text(&content);
        let start = start % article.len().max(1);
        let marked = TextRange::new(start, (start + length).min(article.len())).and_then(|range| article.trim(range));
        prop_assume!(marked.is_some());
        let marked = article.whole_graphemes(marked.expect("assumed"));
        let quote = describe(&article, marked);
        prop_assert!(!quote.exact.is_empty());
        prop_assert!(quote.prefix.chars().count() <= 64 && quote.suffix.chars().count() <= 64);
        prop_assert_eq!(anchor(&article, false, marked, &quote), Verdict::Exact(marked));
    }

    #[test]
    fn after_edits_outside_it_is_found(
        words in article(),
        place in 0.2f64..0.8,
        count in 1usize..20,
        edits in prop::collection::vec((0.0f64..1.0, 0usize..3), 0..30),
    ) {
        let first = (words.len() as f64 * place) as usize;
        let last = (first + count).min(words.len() - 1);
        let marked: String = words[first..last].concat();
        let exact = marked.trim();
        // So many words hold the context.
        let margin = 20;
        let mut before: Vec<String> = words[..first].to_vec();
        let mut after: Vec<String> = words[last..].to_vec();
        for (at, kind) in edits {
            for (side, free) in [(&mut before, true), (&mut after, false)] {
                let range = if free { 0..side.len().saturating_sub(margin) } else { margin.min(side.len())..side.len() };
                if range.is_empty() { continue; }
                let at = range.start + (at * range.len() as f64) as usize;
                match kind {
                    0 => { side.remove(at); }
                    1 => side.insert(at, "inserted ".into()),
                    _ => side[at] = "replaced ".into(),
                }
            }
        }
        let new = text(&format!("{}{marked}{}", before.concat(), after.concat()));
        let (old_text, old_start) = (text(&words.concat()), words[..first].concat().chars().count() as u32);
        let length = exact.chars().count() as u32;
        let position = range(old_start, old_start + length);
        let start = before.concat().chars().count() as u32;
        let verdict = anchor(&new, false, position, &describe(&old_text, position));
        prop_assert_eq!(verdict.trusted(), TextRange::new(start, start + length));
    }

    #[test]
    fn after_its_deletion_it_is_never_trusted(words in article(), place in 0.0f64..0.9, count in 1usize..30, block in any::<bool>()) {
        let first = (words.len() as f64 * place) as usize;
        let last = (first + count).min(words.len());
        let old = text(&words.concat());
        let start = words[..first].concat().chars().count() as u32;
        let exact = words[first..last].concat();
        let position = range(start, start + exact.trim().chars().count() as u32);
        let join = if block { "\n" } else { "" };
        let new = text(&[&words[..first].concat(), join, &words[last..].concat()].concat());
        let verdict = anchor(&new, false, position, &describe(&old, position));
        prop_assert_eq!(verdict.trusted(), None);
    }

    #[test]
    fn after_any_edits_outside_it_is_found_or_shown_but_never_put_elsewhere(
        words in article(),
        place in 0.0f64..1.0,
        count in 1usize..20,
        edits in prop::collection::vec((any::<bool>(), 0.0f64..1.0, 0usize..4), 0..40),
    ) {
        let first = ((words.len() - 1) as f64 * place) as usize;
        let last = (first + count).min(words.len());
        let marked: String = words[first..last].concat();
        let (mut before, mut after) = (words[..first].to_vec(), words[last..].to_vec());
        for (left, at, kind) in edits {
            let side = if left { &mut before } else { &mut after };
            let at = (at * side.len() as f64) as usize;
            match kind {
                0 if !side.is_empty() => { side.remove(at); }
                1 => side.insert(at, "inserted ".into()),
                2 if !side.is_empty() => side[at] = "replaced ".into(),
                _ => side.insert(at, "new block\n".into()),
            }
        }
        let old = text(&words.concat());
        let start = words[..first].concat().chars().count() as u32;
        let length = marked.trim().chars().count() as u32;
        let position = range(start, start + length);
        let new = text(&format!("{}{marked}{}", before.concat(), after.concat()));
        let start = before.concat().chars().count() as u32;
        let there = TextRange::new(start, start + length);
        let verdict = anchor(&new, false, position, &describe(&old, position));
        // What is trusted is right; long enough not to stand there by chance, the words are never lost.
        prop_assert!(verdict.trusted().is_none_or(|found| Some(found) == there), "{:?}", verdict);
        if length >= 64 {
            prop_assert_eq!(verdict.trusted(), there);
        }
    }

    #[test]
    fn moved_to_another_place_with_its_block_it_is_found(words in article(), place in 0.0f64..1.0, to in 0.0f64..1.0, skip in 0usize..6) {
        let whole = words.concat();
        let mut blocks: Vec<&str> = whole.split_inclusive('\n').collect();
        let block = blocks[((blocks.len() - 1) as f64 * place) as usize];
        let marked: String = block.split_inclusive(' ').skip(skip).take(9).collect();
        prop_assume!(marked.trim().chars().count() >= 24);
        let old = text(&whole);
        let position = find(&old, marked.trim()).expect("there");
        blocks.retain(|other| *other != block);
        blocks.insert((blocks.len() as f64 * to) as usize, block);
        // The last block of all has no newline.
        let new = text(&blocks.iter().map(|block| block.trim_end()).collect::<Vec<_>>().join("\n"));
        // Where all words are much like one another it may be shown for review: there, and nowhere else.
        match anchor(&new, false, position, &describe(&old, position)) {
            Verdict::Exact(found) | Verdict::Moved(found) | Verdict::Review(found) => {
                prop_assert_eq!(Some(found), find(&new, marked.trim()));
            }
            Verdict::Orphan => prop_assert!(false, "lost"),
        }
    }

    #[test]
    fn with_a_denial_put_in_it_is_never_trusted(words in article(), place in 0.0f64..0.9, count in 2usize..20, at in 0.0f64..1.0, denial in prop::sample::select(vec!["not", "never", "no", "cannot", "nobody", "nicht", "jamais"])) {
        let first = (words.len() as f64 * place) as usize;
        let last = (first + count).min(words.len());
        prop_assume!(last - first >= 2);
        let old = text(&words.concat());
        let start = words[..first].concat().chars().count() as u32;
        let exact = words[first..last].concat();
        let position = range(start, start + exact.trim().chars().count() as u32);
        let mut denied = words.clone();
        denied.insert(first + 1 + (at * (last - first - 1) as f64) as usize, format!("{denial} "));
        let verdict = anchor(&text(&denied.concat()), false, position, &describe(&old, position));
        prop_assert_eq!(verdict.trusted(), None);
    }

    #[test]
    fn nothing_panics_and_no_range_leaves_the_text(
        content in hostile(),
        (prefix, exact, suffix) in (hostile(), hostile(), hostile()),
        (start, length) in (0u32..300, 1u32..100),
        same in any::<bool>(),
    ) {
        let article = text(&content);
        let position = range(start, start + length);
        describe(&article, position);
        let selectors = [quote(&prefix, &exact, &suffix), quote(&prefix, &content, &suffix), describe(&article, position)];
        for selector in selectors {
            match anchor(&article, same, position, &selector) {
                Verdict::Exact(found) | Verdict::Moved(found) | Verdict::Review(found) => {
                    prop_assert!(found.end() <= article.len());
                    prop_assert!(!article.quote(found).is_empty());
                }
                Verdict::Orphan => {}
            }
        }
    }
}
