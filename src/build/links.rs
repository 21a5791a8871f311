//! Where a link leads. Only what is known to be safe and to exist is let through.
//!
//! It must never pass an address that it does not recognise: a scheme outside the list is a fault however it is
//! written.

use super::blocks::Builder;
use super::fault::FaultKind;
use super::ids::nearest;
use crate::article::LinkTarget;
use std::collections::BTreeMap;

/// By slug: the ids of the article, each with the id where it arrives.
pub(super) type Targets = BTreeMap<String, BTreeMap<String, String>>;

/// What a link turns out to be.
pub(super) enum Target {
    /// The index of a glossary entry.
    Term(u32),
    /// A place.
    Link(LinkTarget),
}

impl Builder<'_, '_, '_> {
    /// Follows an address. An error of none is a fault reported elsewhere.
    pub(super) fn target(&self, address: &str) -> Result<Target, Option<FaultKind>> {
        let external = || Ok(Target::Link(LinkTarget::External(address.to_owned())));
        // Browsers drop some of these before they read the scheme.
        let hidden = address.chars().any(|c| c.is_control() || c.is_whitespace() || c == '\\');
        if hidden || address.starts_with("//") {
            return Err(Some(FaultKind::LinkScheme { target: visible(address) }));
        }
        if let Some(fragment) = address.strip_prefix('#').filter(|id| !id.is_empty()) {
            return self.here(fragment);
        }
        if let Some((scheme, rest)) = address.split_once(':')
            && !scheme.contains(['/', '#', '?'])
        {
            let full = match scheme.to_ascii_lowercase().as_str() {
                "http" | "https" => rest.strip_prefix("//").is_some_and(|host| host.starts_with(is_host)),
                "mailto" => rest.split_once('@').is_some_and(|(name, host)| !name.is_empty() && !host.is_empty()),
                _ => return Err(Some(FaultKind::LinkScheme { target: visible(address) })),
            };
            return if full { external() } else { Err(Some(FaultKind::BrokenLink { target: visible(address) })) };
        }
        let (path, fragment) = address.split_once('#').map_or((address, None), |(path, id)| (path, Some(id)));
        let path = path.strip_prefix("./").unwrap_or(path);
        let slug = match path.strip_prefix("/read/") {
            Some(slug) => Some(slug.strip_suffix('/').unwrap_or(slug)),
            None => path.strip_suffix(".md"),
        };
        match slug.filter(|slug| !slug.is_empty() && !slug.contains(['/', '?', ':', '%', '&'])) {
            Some(slug) => self.article(slug, fragment),
            None => Err(Some(FaultKind::BrokenLink { target: visible(address) })),
        }
    }

    fn here(&self, fragment: &str) -> Result<Target, Option<FaultKind>> {
        let id = percent_decoded(fragment);
        if let Some(entry) = self.front.glossary.iter().position(|(_, entry)| entry.id == id) {
            return Ok(Target::Term(super::source::saturate(entry)));
        }
        if let Some(arrives) = self.targets.get(&id) {
            return Ok(Target::Link(LinkTarget::Section(arrives.clone())));
        }
        if !self.front.readable {
            // It may be a glossary entry that could not be read.
            return Err(None);
        }
        let terms = self.front.glossary.iter().map(|(_, entry)| entry.id.as_str());
        let near = nearest(&id, self.targets.keys().map(String::as_str).chain(terms)).map(|near| format!("#{near}"));
        Err(Some(FaultKind::NoSuchSection { id, article: None, near }))
    }

    fn article(&self, slug: &str, fragment: Option<&str>) -> Result<Target, Option<FaultKind>> {
        let Some(ids) = self.library.get(slug) else {
            let near = nearest(slug, self.library.keys().map(String::as_str));
            return Err(Some(FaultKind::NoSuchArticle { slug: slug.to_owned(), near }));
        };
        let section = match fragment {
            None => None,
            Some(fragment) if slug == self.slug => return self.here(fragment),
            Some(fragment) => {
                let id = percent_decoded(fragment);
                let Some(arrives) = ids.get(&id) else {
                    let near = nearest(&id, ids.keys().map(String::as_str)).map(|near| format!("#{near}"));
                    return Err(Some(FaultKind::NoSuchSection { id, article: Some(slug.to_owned()), near }));
                };
                Some(arrives.clone())
            }
        };
        Ok(Target::Link(LinkTarget::Article { slug: slug.to_owned(), section }))
    }
}

fn is_host(c: char) -> bool {
    c.is_alphanumeric() || c == '['
}

/// An address as a message can show it.
fn visible(address: &str) -> String {
    address.chars().take(80).flat_map(|c| if c.is_control() { c.escape_default().collect() } else { vec![c] }).collect()
}

/// `caf%C3%A9` is `café`; what can't be decoded stays as it is.
fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('%') {
        bytes.extend_from_slice(before.as_bytes());
        match after.get(..2).and_then(|digits| u8::from_str_radix(digits, 16).ok().filter(|_| !digits.starts_with('+')))
        {
            Some(byte) => {
                bytes.push(byte);
                rest = after.get(2..).unwrap_or_default();
            }
            None => {
                bytes.push(b'%');
                rest = after;
            }
        }
    }
    bytes.extend_from_slice(rest.as_bytes());
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}
