//! The pages, one file each. They hold no logic that a pure module could hold.

mod about;
mod educators;
mod glossary;
mod library;
mod not_found;
mod notebook;
mod pack;
mod reader;
mod search;
mod settings;
mod your_data;

pub(crate) use about::About;
pub(crate) use educators::Educators;
pub(crate) use glossary::Glossary;
pub(crate) use library::Library;
pub(crate) use not_found::NotFound;
pub(crate) use notebook::Notebook;
pub(crate) use pack::ReadingPack;
pub(crate) use reader::Reader;
pub(crate) use search::Search;
pub(crate) use settings::Settings;
