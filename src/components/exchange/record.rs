//! What is known of copies, kept beside the settings.

use crate::interchange::Backup;
use crate::state::Keeping;
use crate::storage::Collection;

const ID: &str = "backup";

/// What is known of copies.
pub(crate) fn backup(keeping: Keeping) -> Backup {
    let record = keeping.records(|records| records.get(Collection::Settings, ID).ok().flatten()).flatten();
    record.map(|record| Backup::from_json(&record.value)).unwrap_or_default()
}

/// Keeps it. Where nothing can be kept a banner says so already.
pub(crate) fn save_backup(keeping: Keeping, backup: Backup) {
    keeping.records(|records| records.replace(Collection::Settings, ID, &backup.to_json()));
}
