//! The browser, one file a capability. Every call that can throw is caught here.
//!
//! No other module names web-sys. On the host, where pages are prerendered, nothing here is called.

pub mod clipboard;
pub mod clock;
pub mod companion;
pub mod crypto;
pub mod custom_highlight;
pub mod dialog;
pub mod dom;
pub mod dragging;
pub mod durability;
pub mod field;
pub mod files;
pub mod focus;
pub mod folding;
pub mod history;
pub mod ident;
pub mod keyboard;
pub mod media_keys;
pub mod page;
pub mod paper;
pub mod pointing;
pub mod scroll;
pub mod segmenter;
pub mod selection;
pub mod share;
pub mod speech;
pub mod tabs;
pub mod text_place;
pub mod timer;
pub mod transition;
pub mod waiting;
pub mod watch;
pub mod worker;
