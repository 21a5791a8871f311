//! A list whose rows stay what they are when others come and go: what is being typed in one is not disturbed.

use leptos::prelude::*;

/// One row for each key. One copy for every list.
pub(crate) fn keyed(
    keys: impl Fn() -> Vec<String> + Send + Sync + 'static,
    row: impl Fn(String) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    list(Box::new(keys), std::sync::Arc::new(row))
}

type Keys = Box<dyn Fn() -> Vec<String> + Send + Sync>;
type Row = std::sync::Arc<dyn Fn(String) -> AnyView + Send + Sync>;

fn list(keys: Keys, row: Row) -> AnyView {
    view! { <For each=move || keys() key=String::clone children=move |key| row(key) /> }.into_any()
}
