//! What a class handed in, read question by question. Nothing of it is kept: it is the students'.

use crate::components::button::button;
use crate::link::Route;
use crate::pack::{HAND_IN_LIMIT, HandIn, PackFault, Question, by_question, read_file};
use crate::platform::{files, paper};
use crate::state::{use_site, use_status};
use leptos::prelude::*;

pub(super) fn collect() -> AnyView {
    let site = use_site();
    let status = use_status();
    let hand_ins = RwSignal::new(Vec::<HandIn>::new());
    let refused = RwSignal::new(Vec::<String>::new());
    let open = move |field: web_sys::HtmlInputElement| {
        wasm_bindgen_futures::spawn_local(async move {
            let (mut good, mut bad) = (Vec::new(), Vec::new());
            for (name, bytes) in files::chosen(field, HAND_IN_LIMIT).await {
                let read = bytes.ok_or(PackFault::TooLarge).and_then(|bytes| read_file(&bytes, HAND_IN_LIMIT));
                match read.and_then(|value| HandIn::from_json(&value)) {
                    Ok(hand_in) => good.push(hand_in),
                    Err(PackFault::NotOne) => bad.push(format!("{name}: This is no hand-in that Closely wrote.")),
                    Err(PackFault::Newer) => bad.push(format!("{name}: {}", PackFault::Newer)),
                    Err(_) => bad.push(format!("{name}: It is damaged or too large. Ask for it again.")),
                }
            }
            let _ = refused.try_set(bad);
            let _ = hand_ins.try_update(|all| {
                for hand_in in good {
                    if !all.contains(&hand_in) {
                        all.push(hand_in);
                    }
                }
                status.murmur(opened(all.len()));
            });
        });
    };
    let questions = move || hand_ins.with(|all| by_question(all)).into_iter().map(question).collect_view();
    let problems = move || refused.get().into_iter().map(super::band).collect_view();
    view! {
        <h1 tabindex="-1">"What was handed in"</h1>
        <p class="lede">"Open the files of a whole class at once, and read them question by question."</p>
        <p class="only-screen">
            "They are shown and not kept: close this page and they are gone from here. "
            <a href=site.href(&Route::Pack)>"All reading packs"</a>
        </p>
        <label class="field-label only-screen" for="hand-ins">
            "Hand-in files"
        </label>
        <input
            class="field only-screen"
            id="hand-ins"
            type="file"
            multiple
            accept=".json,.txt,application/json,text/plain"
            on:change:target=move |event| open(event.target())
        />
        {problems}
        <div class="acts">
            <span>{move || opened(hand_ins.with(Vec::len))}</span>
            {button("btn-quiet", None, "Print", paper::print)}
        </div>
        {questions}
    }
    .into_any()
}

fn opened(count: usize) -> String {
    match count {
        0 => "No hand-ins opened yet.".to_owned(),
        1 => "1 hand-in opened.".to_owned(),
        count => format!("{count} hand-ins opened."),
    }
}

fn question(question: Question) -> AnyView {
    let passage = (!question.passage.is_empty())
        .then(|| view! { <blockquote class="stop-quote">{question.passage.clone()}</blockquote> }.into_any());
    let answers = question.answers.into_iter().map(|(name, text)| {
        let answer = if text.trim().is_empty() {
            view! { <dd class="none">"No answer"</dd> }.into_any()
        } else {
            view! { <dd dir="auto">{text}</dd> }.into_any()
        };
        view! {
            <dt dir="auto">{name}</dt>
            {answer}
        }
        .into_any()
    });
    view! {
        <section>
            <h2>{question.question}</h2>
            <p class="pack-due">{question.pack}</p>
            {passage}
            <dl class="answers">{answers.collect_view()}</dl>
        </section>
    }
    .into_any()
}
