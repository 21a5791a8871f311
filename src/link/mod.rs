//! Addresses: the routes of the site, links to sections, and links to passages.
//!
//! Pure: strings in, strings out. It must never trust an address: whatever stands in one, something readable opens.

mod directive;
mod percent;
mod route;

pub use directive::TextDirective;
pub use percent::{decode, encode};
pub use route::{Base, Route, query_value};
