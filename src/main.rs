//! The browser's entry: mounts the app over the prerendered page.

fn main() {
    closely::app::mount();
}
