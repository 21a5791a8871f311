//! The player at the foot: what is read, and what a thumb wants to do about it.

use super::listening::{Listening, Voices};
use crate::article::Meta;
use crate::components::icon::icon;
use crate::listen::{ListenSettings, Sleep, Voice};
use crate::platform::clock;
use crate::words;
use leptos::prelude::*;

/// Minutes after which it may stop by itself.
const MINUTES: [usize; 5] = [5, 10, 20, 30, 60];

/// Why nothing is read, and what can be done about it.
pub(super) fn why_silent(found: Voices) -> Option<&'static str> {
    match found {
        Voices::Awaited | Voices::Found => None,
        Voices::Unchosen => Some(words::listening::no_voice_chosen()),
        Voices::Missing => Some(words::listening::no_voice()),
    }
}

/// The player, while it is open.
pub(super) fn player_dock(listening: Listening, meta: &'static Meta) -> AnyView {
    let more = RwSignal::new(false);
    view! { {move || listening.open.get().then(|| dock(listening, meta, more))} }.into_any()
}

fn dock(listening: Listening, meta: &'static Meta, more: RwSignal<bool>) -> AnyView {
    let tool = move |sign: &'static str, name: &'static str, press: Box<dyn Fn()>| {
        view! {
            <button type="button" class="tool" aria-label=name title=name on:click=move |_| press()>
                {icon(sign)}
            </button>
        }
        .into_any()
    };
    let section = move || {
        let at = listening.sentence.get();
        at.and_then(|sentence| meta.section_at(sentence.start())).map_or(&meta.title, |section| &section.title).as_str()
    };
    // One button under two names: the focus stays on it.
    let name = move || if listening.playing.get() { words::listening::pause() } else { words::listening::play() };
    let sign = move || icon(if listening.playing.get() { "pause" } else { "play" });
    let body = move || match why_silent(listening.found.get()) {
        Some(why) => view! { <p class="listen-why">{why}</p> }.into_any(),
        None => view! {
            <button
                type="button"
                class="listen-at"
                aria-label=move || words::listening::show_sentence(section())
                on:click=move |_| listening.keep_in_view()
            >
                {section}
            </button>
            {tool(
                "back",
                words::listening::back_one_sentence(),
                Box::new(move || listening.act(|player| player.step(false))),
            )}
            <button
                type="button"
                class="tool tool-play"
                aria-label=name
                title=name
                on:click=move |_| listening.toggle()
            >
                {sign}
            </button>
            {tool(
                "next",
                words::listening::on_one_sentence(),
                Box::new(move || listening.act(|player| player.step(true))),
            )}
        }
        .into_any(),
    };
    let unchosen = move || listening.found.get() == Voices::Unchosen;
    view! {
        <section
            class="dock listen"
            aria-label=words::listening::listen()
            on:keydown=move |event| {
                if event.key() == "Escape" {
                    event.prevent_default();
                    event.stop_propagation();
                    listening.end();
                }
            }
        >
            {body}
            <button
                type="button"
                class="tool"
                aria-label=words::listening::choices()
                title=words::listening::choices()
                aria-expanded=move || if more.get() { "true" } else { "false" }
                on:click=move |_| more.update(|more| *more = !*more)
            >
                {icon("settings")}
            </button>
            {tool("close", words::listening::stop_listening(), Box::new(move || listening.end()))}
            {move || (more.get() || unchosen()).then(|| choices(listening))}
        </section>
    }
    .into_any()
}

fn choices(listening: Listening) -> AnyView {
    let settings = listening.settings.get_untracked();
    let speeds = ListenSettings::SPEEDS
        .iter()
        .map(|speed| option(speed.to_string(), times(*speed), *speed == settings.speed))
        .collect();
    let set_speed = move |value: String| {
        if let Ok(speed) = value.parse() {
            listening.change(|settings| settings.speed = speed);
        }
    };
    let sleeping = listening.sleep.get_untracked();
    let mut sleeps = vec![
        option(String::new(), words::listening::off().to_owned(), sleeping == Sleep::Never),
        option("section".to_owned(), words::listening::at_section_end().to_owned(), sleeping == Sleep::Section),
    ];
    if let Sleep::At(time) = sleeping {
        let left = (time - clock::now()).max(0) / 60_000 + 1;
        let left = usize::try_from(left).unwrap_or(usize::MAX);
        sleeps.push(option("as-it-is".to_owned(), words::listening::in_minutes(left), true));
    }
    let after = |minutes: usize| option(minutes.to_string(), words::listening::after_minutes(minutes), false);
    sleeps.extend(MINUTES.into_iter().map(after));
    let set_sleep = move |value: String| match (value.as_str(), value.parse::<i64>()) {
        ("section", _) => listening.set_sleep(Sleep::Section),
        (_, Ok(minutes)) => listening.set_sleep(Sleep::At(clock::now() + minutes * 60_000)),
        ("as-it-is", _) => {}
        _ => listening.set_sleep(Sleep::Never),
    };
    let voices = move || {
        let chosen = listening.voice();
        let mut options: Vec<AnyView> = listening.voices.with(|voices| {
            let one = |voice: &Voice| option(voice.id.clone(), named(voice), chosen.as_ref() == Some(&voice.id));
            voices.iter().map(one).collect()
        });
        if chosen.is_none() {
            options.insert(0, option(String::new(), words::listening::choose_a_voice().to_owned(), true));
        }
        options
    };
    view! {
        <div class="listen-more">
            {select(words::listening::speed(), speeds, Box::new(set_speed))}
            {select(
                words::listening::voice(),
                voices(),
                Box::new(move |voice| listening.change(|settings| settings.voice = voice)),
            )}
            {select(words::listening::sleep_timer(), sleeps, Box::new(set_sleep))}
        </div>
    }
    .into_any()
}

fn named(voice: &Voice) -> String {
    let name = if voice.local { words::listening::voice_here } else { words::listening::voice_online };
    name(&voice.name, &voice.language)
}

/// "1.2×" of 120 percent.
fn times(percent: u32) -> String {
    let tenths = percent as usize / 10;
    match (tenths / 10, tenths % 10) {
        (whole, 0) => words::listening::times(whole),
        (whole, tenths) => words::listening::times_and_tenths(whole, tenths),
    }
}

fn option(value: String, name: String, selected: bool) -> AnyView {
    view! {
        <option value=value selected=selected>
            {name}
        </option>
    }
    .into_any()
}

fn select(name: &'static str, options: Vec<AnyView>, choose: Box<dyn Fn(String)>) -> AnyView {
    view! {
        <label>
            <span>{name}</span>
            <select class="field" on:change:target=move |event| choose(event.target().value())>
                {options}
            </select>
        </label>
    }
    .into_any()
}
