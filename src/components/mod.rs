//! The pieces that pages share, one a file. They hold no logic that a pure module could hold.

pub(crate) mod arrival;
pub(crate) mod article;
pub(crate) mod button;
pub(crate) mod deleting;
pub(crate) mod frame;
pub(crate) mod highlight_dialog;
pub(crate) mod icon;
pub(crate) mod look_controls;
pub(crate) mod note_field;
pub(crate) mod pack_dock;
pub(crate) mod selection_toolbar;
pub(crate) mod settings_dialog;
pub(crate) mod sharing;
pub(crate) mod sign;
pub(crate) mod status_line;
pub(crate) mod swatch;
