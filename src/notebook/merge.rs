//! Two versions of one annotation.
//!
//! A change of colour here and of words there are both kept, in one annotation. Different words are never merged: then
//! both versions are kept. Times decide nothing.

use crate::annotation::{Annotation, Kind};

/// Whether two versions say the same, whenever they were written.
pub fn same(a: &Annotation, b: &Annotation) -> bool {
    a.body == b.body && a.colour() == b.colour() && a.tags == b.tags && a.other == b.other && same_place(a, b)
}

/// Merges two versions that were made from `base`; without it, only versions that say the same are one. `None` where
/// both have to stay.
pub fn merge(base: Option<&Annotation>, mine: &Annotation, theirs: &Annotation) -> Option<Annotation> {
    if same(mine, theirs) {
        return Some(theirs.clone());
    }
    let base = base?;
    let mut merged = if same_place(mine, base) || same_place(mine, theirs) {
        theirs.clone()
    } else if same_place(theirs, base) {
        moved_to(theirs.clone(), mine)
    } else {
        return None;
    };
    merged.body.clone_from(pick(&base.body, &mine.body, &theirs.body)?);
    if let (Kind::Highlight { colour, .. }, Some(mine)) = (&mut merged.kind, mine.colour())
        && Some(mine) != base.colour()
    {
        *colour = mine;
    }
    merged.tags = tags(base, mine, theirs);
    if mine.other != base.other {
        let mine = mine.other.iter().filter(|(name, value)| base.other.get(name.as_str()) != Some(value));
        for (name, value) in mine {
            merged.other.insert(name.clone(), value.clone());
        }
    }
    merged.modified = mine.modified.max(theirs.modified);
    Some(merged)
}

/// What was changed; `None` where both were, differently.
fn pick<'a>(base: &String, mine: &'a String, theirs: &'a String) -> Option<&'a String> {
    match (mine == base, theirs == base) {
        (true, _) => Some(theirs),
        (_, true) => Some(mine),
        _ => (mine == theirs).then_some(mine),
    }
}

/// Their labels, without those taken off here, with those put on here.
fn tags(base: &Annotation, mine: &Annotation, theirs: &Annotation) -> Vec<String> {
    let kept = theirs.tags.iter().filter(|tag| mine.tags.contains(tag) || !base.tags.contains(tag));
    let added = mine.tags.iter().filter(|tag| !base.tags.contains(tag) && !theirs.tags.contains(tag));
    kept.chain(added).cloned().collect()
}

/// Whether both are the same kind of thing at the same place.
fn same_place(a: &Annotation, b: &Annotation) -> bool {
    let kind = match (&a.kind, &b.kind) {
        (Kind::Highlight { position, quote, .. }, Kind::Highlight { position: other, quote: words, .. }) => {
            position == other && quote == words
        }
        (a, b) => a == b,
    };
    kind && a.article == b.article && a.revision == b.revision && a.section == b.section
}

/// The annotation at another's place, in its own colour.
pub fn moved_to(mut annotation: Annotation, place: &Annotation) -> Annotation {
    let own = annotation.colour();
    annotation.kind = place.kind.clone();
    if let (Kind::Highlight { colour, .. }, Some(own)) = (&mut annotation.kind, own) {
        *colour = own;
    }
    annotation.article = place.article.clone();
    annotation.revision = place.revision.clone();
    annotation.section = place.section.clone();
    annotation
}
