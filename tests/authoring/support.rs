//! Fixtures on disk, libraries made for one test, and small ways to look at a tree.

use closely::article::{Article, Block, Inline, plain_text};
use closely::build::{Fault, load};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

/// The directory of a fixture.
pub(crate) fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/articles").join(name)
}

/// A library in a directory of its own, gone with the test.
pub(crate) struct Scratch(PathBuf);

impl Scratch {
    pub(crate) fn new(files: &[(&str, &str)]) -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let name = format!("closely-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let scratch = Scratch(std::env::temp_dir().join(name));
        std::fs::create_dir_all(scratch.articles()).unwrap();
        for (name, text) in files {
            scratch.write(name, text);
        }
        scratch
    }

    pub(crate) fn articles(&self) -> PathBuf {
        self.0.join("articles")
    }

    /// Writes a file beside the articles.
    pub(crate) fn write(&self, name: &str, text: &str) {
        std::fs::write(self.articles().join(name), text).unwrap();
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Front matter without a fault.
pub(crate) const FRONT: &str = "+++\ntitle = \"A title\"\nsubtitle = \"A subtitle\"\nbyline = \"An author\"\n\
    summary = \"A summary.\"\ntopics = [\"One\"]\npublished = 2026-01-31\nupdated = 2026-01-31\norder = 1\n+++\n";

/// The one article that a body makes, below front matter without a fault.
pub(crate) fn article(body: &str) -> Article {
    match read(body) {
        Ok(article) => article,
        Err(faults) => panic!("{}", listed(&faults, Path::new(""))),
    }
}

/// The same, with its faults.
pub(crate) fn read(body: &str) -> Result<Article, Vec<Fault>> {
    let scratch = Scratch::new(&[("one.md", &format!("{FRONT}{body}"))]);
    load(&scratch.articles()).map(|library| library.articles.into_iter().next().unwrap())
}

/// Faults as the author sees them, from the directory given.
pub(crate) fn listed(faults: &[Fault], root: &Path) -> String {
    let root = format!("{}/", root.display());
    faults.iter().map(|fault| format!("{}\n", fault.to_string().replace(&root, ""))).collect()
}

/// Every leaf's place is where its text stands, and the sections cover the text from the first heading on.
pub(crate) fn assert_places(article: &Article) {
    let text: Vec<char> = article.text().chars().collect();
    let mut end = None;
    for leaf in article.leaves() {
        let (start, stop) = (leaf.start as usize, leaf.end as usize);
        let found: String = text[start..stop].iter().collect();
        assert_eq!(found, plain_text(&leaf.inlines));
        assert_eq!(start, end.map_or(0, |end: usize| end + 1), "leaves are one newline apart");
        end = Some(stop);
        assert_merged(&leaf.inlines);
    }
    assert_eq!(end.unwrap_or_default(), text.len());
    let mut sections = article.meta.sections.iter().peekable();
    while let Some(section) = sections.next() {
        assert_eq!(section.end as usize, sections.peek().map_or(text.len(), |next| next.start as usize));
    }
    for block in &article.blocks {
        if let Block::Heading { section, leaf } = block {
            assert_eq!(article.meta.sections[*section as usize].start, leaf.start);
        }
    }
}

/// No two runs of text touch, and none is empty.
fn assert_merged(inlines: &[Inline]) {
    for pair in inlines.windows(2) {
        assert!(!matches!(pair, [Inline::Text(_), Inline::Text(_)]), "{pair:?}");
    }
    for inline in inlines {
        match inline {
            Inline::Text(text) => assert!(!text.is_empty()),
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Strikethrough(inner) => assert_merged(inner),
            Inline::Link { inlines, .. } | Inline::Term { inlines, .. } => assert_merged(inlines),
            _ => {}
        }
    }
}
