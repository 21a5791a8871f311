//! The library: a directory of Markdown files to articles, in reading order.
//!
//! It must never return a library with a fault in it, and never stop at the first one.

use super::blocks::Builder;
use super::fault::{Fault, FaultKind, sorted};
use super::front_matter::{Front, read as read_front_matter};
use super::links::Targets;
use super::markdown::{Node, Parsed, Prepared};
use super::notes::Mentioned;
use super::offsets;
use super::outline::{Outline, outline};
use super::published::{self, Arriving, PUBLISHED_FILE};
use super::source::Source;
use crate::article::{Article, Meta};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Articles without a fault, by their place in the library, then by slug.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Library {
    /// The articles.
    pub articles: Vec<Article>,
}

/// Where the pictures of the articles in a directory are: `figures` beside it if that exists, else the directory.
pub fn figures_dir(dir: &Path) -> PathBuf {
    let beside = match (dir.file_name(), dir.parent()) {
        (Some(_), Some(parent)) => parent.join("figures"),
        _ => dir.join("../figures"),
    };
    if beside.is_dir() { beside } else { dir.to_path_buf() }
}

/// Reads the articles in a directory and the directories in it.
///
/// # Errors
/// All faults of all files, by file and line.
pub fn load(dir: &Path) -> Result<Library, Vec<Fault>> {
    let mut faults = Vec::new();
    let mut paths = Vec::new();
    list(dir, &mut paths, &mut faults);
    paths.sort();
    let files: Vec<File> = files(&paths, &mut faults);
    if paths.is_empty() && faults.is_empty() {
        faults.push(Fault::new(dir, 0, FaultKind::NoArticles));
    }
    let parsed: Vec<Parsed<'_>> = files.iter().map(|file| file.prepared.parse()).collect();
    let mut outlines = Vec::new();
    for (file, parsed) in files.iter().zip(&parsed) {
        syntax(file, parsed, &mut faults);
        outlines.push(outline(&file.source, &file.front, &parsed.nodes, &mut faults));
    }
    let targets: Targets =
        files.iter().zip(&outlines).map(|(file, outline)| (file.slug.clone(), outline.targets.clone())).collect();
    let arriving = files.iter().zip(&outlines).map(|(file, outline)| (file.slug.clone(), arriving(outline))).collect();
    let figures = figures_dir(dir);
    let mut articles = Vec::new();
    for ((file, parsed), outline) in files.iter().zip(&parsed).zip(outlines) {
        articles.extend(article(file, &parsed.nodes, outline, &targets, &figures, &mut faults));
    }
    check_published(&dir.join(PUBLISHED_FILE), &arriving, &mut faults);
    if faults.is_empty() {
        articles.sort_by(|left, right| (left.meta.order, &left.meta.slug).cmp(&(right.meta.order, &right.meta.slug)));
        Ok(Library { articles })
    } else {
        Err(sorted(faults))
    }
}

/// A file, read and ready to be parsed.
struct File {
    slug: String,
    source: Source,
    front: Front,
    prepared: Prepared,
}

/// The Markdown files of a directory and those in it. Names that begin with `_` or `.` are skipped.
fn list(dir: &Path, paths: &mut Vec<PathBuf>, faults: &mut Vec<Fault>) {
    let entries = match std::fs::read_dir(dir) {
        Ok(entries) => entries,
        Err(error) => {
            faults.push(Fault::new(dir, 0, FaultKind::Unreadable { error: error.to_string() }));
            return;
        }
    };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let path = entry.path();
        if name.starts_with(['_', '.']) {
            continue;
        }
        // A link to a directory is not followed: it could lead back here.
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            list(&path, paths, faults);
        } else if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("md")) {
            paths.push(path);
        }
    }
}

fn files(paths: &[PathBuf], faults: &mut Vec<Fault>) -> Vec<File> {
    let mut taken: BTreeMap<String, &Path> = BTreeMap::new();
    let mut files = Vec::new();
    for path in paths {
        let slug = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        if slug.is_empty() || !slug.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-')) {
            faults.push(Fault::new(path, 0, FaultKind::BadSlug { slug: slug.clone() }));
        } else if let Some(first) = taken.get(&slug) {
            let first = first.display().to_string();
            faults.push(Fault::new(path, 0, FaultKind::DuplicateSlug { slug: slug.clone(), first }));
        } else {
            taken.insert(slug.clone(), path);
        }
        let Some(source) = Source::read(path, faults) else { continue };
        let front = read_front_matter(&source, faults);
        let prepared = Prepared::new(&source.text, front.body.unwrap_or(source.text.len()));
        files.push(File { slug, source, front, prepared });
    }
    files
}

/// Faults that the parser itself sees.
fn syntax(file: &File, parsed: &Parsed<'_>, faults: &mut Vec<Fault>) {
    let mut push = |at: usize, kind| faults.push(Fault::new(&file.source.path, file.source.line(at), kind));
    if let Some(at) = parsed.too_deep {
        push(at, FaultKind::TooDeep);
    }
    for (at, label) in &parsed.undefined {
        push(*at, FaultKind::UndefinedReference { label: label.clone() });
    }
}

fn arriving(outline: &Outline<'_, '_>) -> BTreeSet<String> {
    let sections = outline.sections.iter();
    sections.flat_map(|section| section.aliases.iter().chain([&section.id])).cloned().collect()
}

fn check_published(path: &Path, arriving: &Arriving, faults: &mut Vec<Fault>) {
    if path.exists()
        && let Some(source) = Source::read(path, faults)
    {
        published::check(&source, arriving, faults);
    }
}

/// Builds an article. It may have faults: then it is not used.
fn article<'n, 't>(
    file: &'n File,
    nodes: &'n [Node<'t>],
    outline: Outline<'n, 't>,
    library: &Targets,
    figures: &Path,
    faults: &mut Vec<Fault>,
) -> Option<Article> {
    let Outline { mut sections, targets, notes, ids } = outline;
    let front = &file.front;
    let mut builder = Builder {
        source: &file.source,
        front,
        slug: &file.slug,
        figures,
        library,
        targets: &targets,
        sections: &sections,
        notes,
        ids,
        faults: Vec::new(),
        marked: BTreeSet::new(),
        mentioned: Mentioned::default(),
        line: None,
        begun: 0,
        chapter: None,
        pictures: 0,
    };
    let mut blocks = builder.blocks(&[], nodes, true);
    let footnotes = builder.footnotes();
    for ((line, entry), index) in front.glossary.iter().zip(0..) {
        if !builder.marked.contains(&index) && !entry.id.is_empty() {
            let kind = FaultKind::UnusedTerm { id: entry.id.clone(), term: entry.term.clone() };
            builder.faults.push(Fault::new(&file.source.path, *line, kind));
        }
    }
    faults.append(&mut builder.faults);
    let text = offsets::assign(&mut blocks, &mut sections);
    let (words, minutes) = offsets::length(&text);
    let meta = Meta {
        slug: file.slug.clone(),
        title: front.title.clone(),
        subtitle: front.subtitle.clone(),
        byline: front.byline.clone(),
        summary: front.summary.clone(),
        topics: front.topics.clone(),
        published: front.published?,
        updated: front.updated?,
        order: front.order,
        language: front.language.clone(),
        minutes,
        words,
        revision: offsets::revision(&text),
        sections,
    };
    let glossary = front.glossary.iter().map(|(_, entry)| entry.clone()).collect();
    Some(Article { meta, blocks, footnotes, glossary, discussion: front.discussion.clone() })
}
