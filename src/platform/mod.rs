//! The browser, one file a capability. Every call that can throw is caught here.
//!
//! No other module names web-sys. On the host, where pages are prerendered, nothing here is called.

pub mod clipboard;
pub mod clock;
pub mod dialog;
pub mod dom;
pub mod files;
pub mod focus;
pub mod history;
pub mod ident;
pub mod page;
pub mod scroll;
pub mod selection;
pub mod share;
pub mod timer;
pub mod worker;
