//! Changing many at once, and taking it back in one step.
//!
//! What can't be kept is not changed: the page shows what the store has. What was changed elsewhere meanwhile keeps
//! that change, going forth and back.

use super::merge::{merge, same};
use super::{Fresh, Notebook};
use crate::annotation::{Annotation, Colour, Kind};
use crate::storage::{Records, StoreError};

/// What is done to each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Highlights get this colour; others have none.
    Colour(Colour),
    /// They get this label.
    AddTag(String),
    /// They lose this label.
    RemoveTag(String),
    /// They are deleted.
    Delete,
}

/// What became of a change.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// How many were changed.
    pub changed: usize,
    /// How many stayed because they were changed or deleted elsewhere meanwhile.
    pub left: usize,
    /// Why it went no further, if it did not.
    pub failure: Option<StoreError>,
    /// The way back.
    pub undo: Undo,
}

/// The way back from a change.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Undo {
    steps: Vec<Step>,
}

/// One annotation before and after; deleted where there is no after, made where there is no before.
#[derive(Clone, Debug, PartialEq)]
struct Step {
    before: Option<Annotation>,
    after: Option<Annotation>,
}

impl Undo {
    /// Whether there is nothing to take back.
    pub fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }

    /// How many annotations it changes.
    pub fn len(&self) -> usize {
        self.steps.len()
    }

    /// Adds the way back from a change made elsewhere, such as an import: annotations before and after it.
    pub fn note(&mut self, before: Option<Annotation>, after: Option<Annotation>) {
        self.steps.push(Step { before, after });
    }
}

impl Notebook {
    /// Changes many; stops where the store fails.
    pub fn change(&mut self, records: &Records, ids: &[String], change: &Change, now: i64, fresh: Fresh<'_>) -> Report {
        let mut report = Report::default();
        for id in ids {
            let Some(before) = self.get(id).cloned() else { continue };
            let done = match change {
                Change::Delete => self.delete(records, id, fresh).map(|deleted| deleted.is_some().then_some(None)),
                _ => match changed(&before, change) {
                    Some(after) => self.swap(records, &before, after, now, fresh).map(|after| Some(Some(after))),
                    None => continue,
                },
            };
            match done {
                Ok(Some(after)) => {
                    report.changed += 1;
                    report.undo.note(Some(before), after);
                }
                Ok(None) => report.left += 1,
                Err(error) => {
                    report.failure = Some(error);
                    break;
                }
            }
        }
        report
    }

    /// Takes a change back; the report's way back leads forth again.
    pub fn undo(&mut self, records: &Records, undo: &Undo, now: i64, fresh: Fresh<'_>) -> Report {
        let mut report = Report::default();
        for Step { before, after } in undo.steps.iter().rev() {
            let done = match (before, after) {
                (Some(before), None) => {
                    self.restore(records, before.clone(), fresh).map(|back| back.then(|| Some(before.clone())))
                }
                (None, Some(after)) => self.delete(records, &after.id, fresh).map(|gone| gone.map(|_| None)),
                (Some(before), Some(after)) => self.back(records, before, after, now, fresh),
                (None, None) => continue,
            };
            match done {
                Ok(Some(now)) => {
                    report.changed += 1;
                    report.undo.note(after.clone(), now);
                }
                Ok(None) => report.left += 1,
                Err(error) => {
                    report.failure = Some(error);
                    // What was deleted is in the collection all the same, and says that it is not kept.
                    if after.is_some() {
                        break;
                    }
                }
            }
        }
        report
    }

    /// Takes back what was only just written, as if it had never been: times and all, and without a tombstone. `before`
    /// is `None` where it was made then. What was changed elsewhere since stays.
    pub fn revert(
        &mut self,
        records: &Records,
        before: Option<&Annotation>,
        written: &Annotation,
        fresh: Fresh<'_>,
    ) -> Report {
        let mut report = Report::default();
        match self.reverted(records, before, written, fresh) {
            Ok(Some(now)) => {
                report.changed = 1;
                report.undo.note(Some(written.clone()), now);
            }
            Ok(None) => report.left = 1,
            Err(error) => report.failure = Some(error),
        }
        report
    }

    fn reverted(
        &mut self,
        records: &Records,
        before: Option<&Annotation>,
        written: &Annotation,
        fresh: Fresh<'_>,
    ) -> Result<Option<Option<Annotation>>, StoreError> {
        let Some(present) = self.get(&written.id).cloned() else { return Ok(None) };
        let untouched = same(&present, written);
        let Some(before) = before else {
            let gone = if untouched { self.withdraw(records, &written.id, fresh)? } else { None };
            return Ok(gone.map(|_| None));
        };
        let back = if untouched { Some(before.clone()) } else { merge(Some(written), before, &present) };
        let Some(back) = back else { return Ok(None) };
        self.put(records, back, fresh)?;
        Ok(Some(self.get(&written.id).cloned()))
    }

    /// Takes one change back; `None` where words were changed since, or it is gone.
    fn back(
        &mut self,
        records: &Records,
        before: &Annotation,
        after: &Annotation,
        now: i64,
        fresh: Fresh<'_>,
    ) -> Result<Option<Option<Annotation>>, StoreError> {
        let Some(present) = self.get(&after.id).cloned() else { return Ok(None) };
        match merge(Some(after), before, &present) {
            Some(merged) => self.swap(records, &present, merged, now, fresh).map(|back| Some(Some(back))),
            None => Ok(None),
        }
    }

    /// Puts `after` in the place of `before`, or leaves `before` where that can't be kept.
    fn swap(
        &mut self,
        records: &Records,
        before: &Annotation,
        mut after: Annotation,
        now: i64,
        fresh: Fresh<'_>,
    ) -> Result<Annotation, StoreError> {
        let was = self.entries.get(&before.id).cloned();
        self.stamp(&mut after, now);
        let put = self.put(records, after.clone(), fresh);
        match put {
            Ok(_) => Ok(self.get(&before.id).cloned().unwrap_or(after)),
            Err(error) => {
                if let Some(mut was) = was {
                    if let Some(tried) = self.entries.remove(&before.id) {
                        tried.tried.into_iter().for_each(|bytes| was.remember(bytes));
                    }
                    self.entries.insert(before.id.clone(), was);
                }
                Err(error)
            }
        }
    }
}

/// The annotation changed; `None` where there is nothing to change.
fn changed(before: &Annotation, change: &Change) -> Option<Annotation> {
    let mut after = before.clone();
    match change {
        Change::Colour(new) => match &mut after.kind {
            Kind::Highlight { colour, .. } => *colour = *new,
            _ => return None,
        },
        Change::AddTag(tag) if before.tags.contains(tag) => return None,
        Change::AddTag(tag) => after.tags.push(tag.clone()),
        Change::RemoveTag(tag) => after.tags.retain(|other| other != tag),
        Change::Delete => {}
    }
    (after != *before).then_some(after)
}
