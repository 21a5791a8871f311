//! A message of the interface around something that is no text, such as a link: the language says where it stands.

use crate::words::HOLES;
use leptos::prelude::*;

/// The text with each view in the place of its hole (`words::HOLES`).
pub(crate) fn sentence(text: &str, views: impl IntoIterator<Item = AnyView>) -> AnyView {
    let mut views: Vec<Option<AnyView>> = views.into_iter().map(Some).collect();
    let mut parts: Vec<AnyView> = Vec::new();
    let said = |text: &str| (!text.is_empty()).then(|| text.to_owned().into_any());
    let mut rest = text;
    let hole = |text: &str| {
        text.char_indices()
            .find_map(|(at, sign)| Some((at, sign, HOLES.iter().position(|hole| hole.starts_with(sign))?)))
    };
    while let Some((at, sign, index)) = hole(rest) {
        let (before, after) = rest.split_at(at);
        parts.extend(said(before));
        parts.extend(views.get_mut(index).and_then(Option::take));
        rest = after.get(sign.len_utf8()..).unwrap_or_default();
    }
    parts.extend(said(rest));
    parts.into_any()
}
