//! Buttons that are alike: one copy of each in the program.

use super::icon::icon;
use crate::words;
use leptos::prelude::*;

/// A button with its words, behind an icon where `sign` names one.
pub(crate) fn button(
    class: &'static str,
    sign: Option<&'static str>,
    words: &'static str,
    press: impl Fn() + 'static,
) -> AnyView {
    let press: Box<dyn Fn()> = Box::new(press);
    labelled(class, sign, words, press)
}

fn labelled(class: &'static str, sign: Option<&'static str>, words: &'static str, press: Box<dyn Fn()>) -> AnyView {
    let class = (!class.is_empty()).then_some(class);
    view! {
        <button type="button" class=class on:click=move |_| press()>
            {sign.map(icon)}
            {words}
        </button>
    }
    .into_any()
}

/// The cross at the head of a dialog.
pub(crate) fn close_button(press: impl Fn() + 'static) -> AnyView {
    let press: Box<dyn Fn()> = Box::new(press);
    cross(press)
}

fn cross(press: Box<dyn Fn()>) -> AnyView {
    view! {
        <button type="button" class="tool" aria-label=words::frame::close() on:click=move |_| press()>
            {icon("close")}
        </button>
    }
    .into_any()
}
