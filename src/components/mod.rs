//! The pieces that pages share, one a file. They hold no logic that a pure module could hold.

pub(crate) mod arrival;
pub(crate) mod article;
pub(crate) mod attention_line;
pub(crate) mod button;
pub(crate) mod colour_names;
pub(crate) mod deleting;
pub(crate) mod device;
pub(crate) mod exchange;
pub(crate) mod frame;
pub(crate) mod highlight_dialog;
pub(crate) mod highlight_this;
pub(crate) mod icon;
pub(crate) mod keyed;
pub(crate) mod look_controls;
pub(crate) mod note_field;
pub(crate) mod pack_dock;
pub(crate) mod review;
pub(crate) mod selection_toolbar;
pub(crate) mod settings_dialog;
pub(crate) mod sharing;
pub(crate) mod sheet;
pub(crate) mod shortcuts_dialog;
pub(crate) mod sign;
pub(crate) mod slip;
pub(crate) mod status_line;
pub(crate) mod swatch;
