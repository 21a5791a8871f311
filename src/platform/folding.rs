//! Folding an article: what lies far below the window is laid out when the page has time for it.
//!
//! The style sheet folds (`content-visibility`) while the root element says so: an article that is opened at its top, from
//! its first paint until it can be used. By then it is unfolded, some blocks a frame. Folded blocks have guessed sizes, so
//! whoever scrolls unfolds first ([`unfold`]). It must never move what is read: only a browser that keeps the window's place
//! when something above changes its size folds at all.

use super::{dom, page, timer};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// The class of the root element; the start of the page (index.html) sets it, too.
const FOLDED: &str = "folded";
/// What unfolds one block.
const PROPERTY: &str = "content-visibility";
/// Blocks that are laid out in a frame.
const A_FRAME: usize = 10;

/// Folds the article that is about to be on the page.
pub fn fold() {
    set(true);
}

/// Lays out all of the article, now.
pub fn unfold() {
    set(false);
}

/// Lays out the article block by block, and says when that is done.
pub fn unfold_in_turn(done: fn()) {
    let article = dom::by_id("article").filter(|_| is_folded());
    let blocks = article.map(|article| dom::query_all(&article, ":scope > *")).unwrap_or_default();
    go_on(blocks, 0, done);
}

fn go_on(blocks: Vec<Element>, laid_out: usize, done: fn()) {
    timer::next_frame(move || {
        if is_folded() && laid_out < blocks.len() {
            for block in blocks.iter().skip(laid_out).take(A_FRAME) {
                style(block, "visible");
            }
            return go_on(blocks, laid_out.saturating_add(A_FRAME), done);
        }
        unfold();
        for block in blocks.iter().take(laid_out) {
            style(block, "");
        }
        done();
    });
}

fn style(block: &Element, value: &str) {
    page::set_property(block.clone().dyn_into::<HtmlElement>().ok(), PROPERTY, value);
}

fn is_folded() -> bool {
    page::root().is_some_and(|root| root.class_list().contains(FOLDED))
}

fn set(folded: bool) {
    if let Some(root) = page::root() {
        let _ = root.class_list().toggle_with_force(FOLDED, folded);
    }
}
