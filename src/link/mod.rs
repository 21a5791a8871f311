//! Addresses: the routes of the site, links to sections, and links to passages.
//!
//! Pure: strings in, strings out. It must never trust an address: whatever stands in one, something readable opens.

mod directive;
mod percent;
mod route;

pub use directive::{Haystack, TextDirective};
pub use percent::{decode, encode};
pub use route::{BOOK_OF_LIBRARY, Base, Route, book_of_article, query_value};
