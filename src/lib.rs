//! Closely: a private reader for long-form articles.
//!
//! The modules stand in order of dependency; each knows only those before it. Data flows one way:
//! Markdown → [`article`] → the reader's marks → decorations → page.

// Views nest deeper than the compiler's default allows for.
#![recursion_limit = "512"]

pub mod article;
#[cfg(feature = "authoring")]
pub mod build;
pub mod json;
pub mod library;
pub mod order;
pub mod words;

pub mod annotation;
pub mod citation;
pub mod link;
pub mod listen;
pub mod pack;
pub mod search;
pub mod storage;

pub mod sealed;

pub mod notebook;

pub mod interchange;
pub mod worker;

pub mod head;
pub mod reading;

#[cfg(any(feature = "view", feature = "worker"))]
pub mod intl;
#[cfg(feature = "view")]
pub mod platform;
#[cfg(feature = "view")]
mod state;

#[cfg(feature = "view")]
#[allow(unreachable_pub, reason = "the component macro writes public items")]
mod components;
#[cfg(feature = "view")]
#[allow(unreachable_pub, reason = "the component macro writes public items")]
mod pages;

#[cfg(feature = "view")]
pub mod app;
