//! The pages, one file each. They hold no logic that a pure module could hold.

mod about;
mod library;
mod not_found;
mod notebook;
mod pack;
mod reader;
mod search;
mod settings;

pub(crate) use about::About;
pub(crate) use library::Library;
pub(crate) use not_found::NotFound;
pub(crate) use notebook::Notebook;
pub(crate) use pack::ReadingPack;
pub(crate) use reader::Reader;
pub(crate) use search::Search;
pub(crate) use settings::Settings;
