//! An article on the page: its tree as views.
//!
//! The same views make the static page and the app. Only the leaves whose decorations change are made again.

mod back_matter;
mod blocks;
mod contents;
mod drawing;
mod inlines;
mod section;

pub(crate) use back_matter::BackMatter;
pub(crate) use blocks::blocks;
pub(crate) use contents::Contents;
pub(crate) use inlines::GlossaryIds;
pub(crate) use section::article_note;

use crate::annotation::Painted;
use crate::article::Meta;
use crate::components::sharing::Sharing;
use crate::library;
use crate::link::Route;
use crate::state::Site;
use leptos::prelude::*;

/// What every part of an article on the page needs to know.
#[derive(Clone, Copy)]
pub(crate) struct Reading {
    /// The article.
    pub(crate) meta: &'static Meta,
    /// The site.
    pub(crate) site: Site,
    /// What is painted over the text.
    pub(crate) painted: Memo<Painted>,
    /// The ids of the bookmarked sections.
    pub(crate) bookmarked: Memo<Vec<String>>,
    /// Sharing and citing its places.
    pub(crate) sharing: Sharing,
    /// The id of the section that is being read.
    pub(crate) current: RwSignal<String>,
}

impl Reading {
    /// The address of a section of this article.
    pub(crate) fn section_href(self, id: &str) -> String {
        self.site.href(&Route::section(&self.meta.slug, id))
    }

    /// The address of a place in another article; of the library where there is none.
    pub(crate) fn article_href(self, slug: &str, section: Option<&str>) -> String {
        match library::meta(slug) {
            Some(meta) => self.site.href(&Route::Read { slug: meta.slug.clone(), section: section.map(str::to_owned) }),
            None => self.site.href(&Route::Library),
        }
    }
}
