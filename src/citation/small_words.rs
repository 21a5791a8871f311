//! The words that a headline leaves small, by manual: APA §6.17, MLA §2.90, Chicago §8.160.
//!
//! A word that is as often an adverb or a conjunction (`off`, `out`, `up`, `so`, `yet`, `than`, `before`) is on no list:
//! nothing here can tell which it is, and a capital is the lesser fault.

/// Whose rules a headline follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Manual {
    Apa,
    Mla,
    Chicago,
}

/// Articles, coordinating conjunctions and the shortest prepositions.
const SHARED: [&str; 18] =
    ["a", "an", "and", "as", "at", "but", "by", "for", "in", "nor", "of", "on", "or", "per", "the", "to", "via", "vs"];
/// Prepositions of four letters: small in MLA and Chicago; APA has a capital on every word of that length.
const OF_FOUR_LETTERS: [&str; 10] = ["amid", "atop", "from", "into", "near", "onto", "over", "unto", "upon", "with"];
/// Longer prepositions: small in MLA only.
const LONGER: [&str; 25] = [
    "about",
    "across",
    "against",
    "among",
    "amongst",
    "around",
    "behind",
    "beneath",
    "beside",
    "besides",
    "between",
    "beyond",
    "despite",
    "during",
    "round",
    "throughout",
    "through",
    "toward",
    "towards",
    "under",
    "underneath",
    "unlike",
    "versus",
    "within",
    "without",
];
/// First parts of compounds that can't stand alone.
const PREFIXES: [&str; 32] = [
    "ante", "anti", "bi", "bio", "co", "cyber", "de", "e", "hyper", "infra", "inter", "intra", "macro", "meta",
    "micro", "mid", "multi", "neo", "non", "para", "post", "pre", "proto", "pseudo", "re", "semi", "sub", "supra",
    "trans", "tri", "ultra", "un",
];

/// Whether a headline leaves a word small that is neither its first nor its last.
pub(super) fn is_small(word: &str, manual: Manual) -> bool {
    let word = word.to_lowercase();
    let word = word.as_str();
    let own = match manual {
        Manual::Apa => word == "if",
        Manual::Mla => OF_FOUR_LETTERS.contains(&word) || LONGER.contains(&word),
        Manual::Chicago => OF_FOUR_LETTERS.contains(&word),
    };
    own || SHARED.contains(&word)
}

/// Whether a part of a compound is a mere prefix.
pub(super) fn is_prefix(part: &str) -> bool {
    PREFIXES.contains(&part.to_lowercase().as_str())
}
