//! The controls for how pages look, shared by the settings page and the reader's dialog. They apply at once.

use super::button::button;
use crate::notebook::Notebook;
use crate::platform::page;
use crate::reading::{Alignment, Choice, Hyphens, Lead, Length, Motion, Paragraphs, ReadingSettings, Theme, Typeface};
use crate::state::{Look, use_keeping, use_look, use_status};
use crate::words::{self, Language};
use leptos::prelude::*;

/// The controls. `prefix` keeps ids and group names apart where both forms are on a page.
#[component]
pub(crate) fn LookControls(prefix: &'static str) -> impl IntoView {
    let look = use_look();
    let size_id = format!("{prefix}-size");
    let size = move || look.read(|settings| settings.size);
    view! {
        <fieldset class="set">
            <legend>{words::settings::theme()}</legend>
            <div class="themes">
                {Theme::ALL.iter().map(|&theme| theme_chip(look, prefix, theme)).collect_view()}
            </div>
        </fieldset>
        <fieldset class="set">
            <legend>{words::settings::typeface()}</legend>
            <div class="faces">
                {Typeface::ALL.iter().map(|&typeface| face(look, prefix, typeface)).collect_view()}
            </div>
        </fieldset>
        <div class="set">
            <label class="set-name" for=size_id.clone()>
                {words::settings::size()}
            </label>
            <div class="slider">
                <span class="a-small" aria-hidden="true">
                    "a"
                </span>
                <input
                    id=size_id.clone()
                    type="range"
                    min=ReadingSettings::SMALLEST
                    max=ReadingSettings::LARGEST
                    step="5"
                    prop:value=move || size().to_string()
                    aria-valuetext=move || words::settings::percent(size() as usize)
                    on:input:target=move |event| {
                        if let Ok(size) = event.target().value().parse() {
                            look.change(|settings| settings.size = size);
                        }
                    }
                />
                <span class="a-big" aria-hidden="true">
                    "a"
                </span>
                <span class="size-now" aria-hidden="true">
                    {move || words::settings::percent(size() as usize)}
                </span>
            </div>
        </div>
        {segmented::<Lead>(look, prefix, "line-spacing", words::settings::lead(), |s| s.lead, |s, l| s.lead = l)}
        {segmented::<Length>(look, prefix, "line-length", words::settings::length(), |s| s.length, |s, l| s.length = l)}
        {segmented::<Paragraphs>(
            look,
            prefix,
            "paragraphs",
            words::settings::paragraphs(),
            |s| s.paragraphs,
            |s, p| s.paragraphs = p,
        )}
        {segmented::<Alignment>(
            look,
            prefix,
            "alignment",
            words::settings::alignment(),
            |s| s.alignment,
            |s, a| s.alignment = a,
        )}
        {segmented::<Hyphens>(look, prefix, "hyphens", words::settings::hyphens(), |s| s.hyphens, |s, h| s.hyphens = h)}
        {segmented::<Motion>(look, prefix, "motion", words::settings::motion(), |s| s.motion, |s, m| s.motion = m)}
    }
}

fn theme_chip(look: Look, prefix: &'static str, theme: Theme) -> AnyView {
    let chip =
        if theme == Theme::Device { "chip chip-auto".to_owned() } else { format!("chip theme-{}", theme.name()) };
    view! {
        <label class="theme-chip">
            {radio(look, format!("{prefix}-theme"), theme, |s| s.theme, |s, theme| s.theme = theme)}
            <span class=chip aria-hidden="true">
                <span>"Aa"</span>
            </span>
            <span class="chip-name">{theme.label()}</span>
        </label>
    }
    .into_any()
}

fn face(look: Look, prefix: &'static str, typeface: Typeface) -> AnyView {
    let hint = match typeface {
        Typeface::Book => words::settings::book_hint(),
        Typeface::Plain => words::settings::plain_hint(),
        Typeface::Literata => words::settings::literata_hint(),
        Typeface::Hyperlegible => words::settings::hyperlegible_hint(),
    };
    view! {
        <label class="face">
            {radio(look, format!("{prefix}-typeface"), typeface, |s| s.typeface, |s, typeface| s.typeface = typeface)}
            <span class=format!("face-name face-{}", typeface.name())>{typeface.label()}</span>
            <span class="face-hint">{hint}</span>
        </label>
    }
    .into_any()
}

fn segmented<C: Choice>(
    look: Look,
    prefix: &'static str,
    name: &'static str,
    legend: &'static str,
    get: fn(&ReadingSettings) -> C,
    set: fn(&mut ReadingSettings, C),
) -> AnyView {
    let option = |&choice: &C| (radio(look, format!("{prefix}-{name}"), choice, get, set), choice.label());
    segments(legend, C::ALL.iter().map(option).collect())
}

fn segments(legend: &'static str, options: Vec<(AnyView, &'static str)>) -> AnyView {
    let option = |(radio, label)| view! { <label>{radio} <span>{label}</span></label> }.into_any();
    view! {
        <fieldset class="set">
            <legend>{legend}</legend>
            <div class="seg">{options.into_iter().map(option).collect_view()}</div>
        </fieldset>
    }
    .into_any()
}

fn radio<C: Choice>(
    look: Look,
    group: String,
    choice: C,
    get: fn(&ReadingSettings) -> C,
    set: fn(&mut ReadingSettings, C),
) -> AnyView {
    let chosen = move |settings: &ReadingSettings| get(settings) == choice;
    let choose = move |settings: &mut ReadingSettings| set(settings, choice);
    option(look, group, choice.name(), Box::new(chosen), Box::new(choose))
}

/// One copy for every kind of choice.
fn option(
    look: Look,
    group: String,
    value: &'static str,
    chosen: Box<dyn Fn(&ReadingSettings) -> bool + Send>,
    choose: Box<dyn Fn(&mut ReadingSettings)>,
) -> AnyView {
    view! {
        <input
            type="radio"
            name=group
            value=value
            prop:checked=move || look.read(&chosen)
            on:change=move |_| look.change(&choose)
        />
    }
    .into_any()
}

/// The language of the interface. A page speaks one for as long as it is there: the button loads it again in another.
pub(crate) fn language_choice() -> AnyView {
    let look = use_look();
    let device = language_option(look, None, words::language::device());
    let named = words::LANGUAGES.iter().map(|&language| language_option(look, Some(language), language.name));
    let options = std::iter::once(device).chain(named).collect();
    let other = Memo::new(move |_| {
        let chosen = look.read(|settings| settings.language).unwrap_or_else(browser_language);
        (chosen.tag != words::tag()).then_some(chosen.name)
    });
    let press = change_language();
    let change = move || {
        let press = press.clone();
        other.get().map(|name| {
            view! {
                <p class="acts">
                    <button type="button" class="btn" on:click=move |_| press()>
                        {words::language::change_to(name)}
                    </button>
                </p>
            }
        })
    };
    view! {
        {segments(words::language::legend(), options)}
        {change}
    }
    .into_any()
}

fn language_option(look: Look, language: Option<Language>, label: &'static str) -> (AnyView, &'static str) {
    let tag = language.map_or("device", |language| language.tag);
    let choose = move |_| look.change(|settings| settings.language = language);
    let chosen = move || look.read(|settings| settings.language == language);
    let radio = view! { <input type="radio" name="language" value=tag prop:checked=chosen on:change=choose /> };
    (radio.into_any(), label)
}

/// Loads the page in the language that was chosen; not where that, or words of the reader's, would be lost.
fn change_language() -> impl Fn() + Clone {
    let (look, keeping, status) = (use_look(), use_keeping(), use_status());
    move || {
        if page::discreet() || !look.is_kept() {
            status.say(words::language::not_kept());
        } else if keeping.read_untracked(Notebook::unkept) > 0 || untrack(move || keeping.is_sealing()) {
            status.say(words::language::not_yet());
        } else {
            page::going();
            page::reload();
        }
    }
}

/// The language of the browser; on the host, English.
fn browser_language() -> Language {
    if cfg!(feature = "ssr") { words::ENGLISH } else { page::browser_language() }
}

/// Whether the browser's own key for finding opens ours.
pub(crate) fn find_key_check() -> AnyView {
    let look = use_look();
    view! {
        <label class="check">
            <input
                type="checkbox"
                prop:checked=move || look.read(|settings| settings.find_key)
                on:change:target=move |event| {
                    let checked = event.target().checked();
                    look.change(|settings| settings.find_key = checked);
                }
            />
            <span>
                {words::settings::find_key()}
                <small>{words::settings::find_key_why()}</small>
            </span>
        </label>
    }
    .into_any()
}

/// Back to how pages look from the start.
pub(crate) fn reset_button() -> AnyView {
    let look = use_look();
    let reset = move || look.change(|settings| *settings = settings.reset());
    button("btn-quiet", Some("undo"), words::settings::defaults(), reset)
}
