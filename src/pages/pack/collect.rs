//! What a class handed in, read question by question. Nothing of it is kept: it is the students'.

use crate::components::button::button;
use crate::components::sentence::sentence;
use crate::link::Route;
use crate::pack::{HAND_IN_LIMIT, HandIn, PackFault, Question, by_question, read_file};
use crate::platform::{files, paper};
use crate::state::{use_site, use_status};
use crate::words::{self, HOLES};
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
                    Err(fault) => bad.push(words::pack::file_refused(&name, why(fault))),
                }
            }
            let _ = refused.try_set(bad);
            let _ = hand_ins.try_update(|all| {
                for hand_in in good {
                    if !all.contains(&hand_in) {
                        all.push(hand_in);
                    }
                }
                status.murmur(words::pack::hand_ins_opened(all.len()));
            });
        });
    };
    let questions = move || hand_ins.with(|all| by_question(all)).into_iter().map(question).collect_view();
    let problems = move || refused.get().into_iter().map(super::band).collect_view();
    let all_packs = view! { <a href=site.href(&Route::Pack)>{words::pack::all_packs()}</a> }.into_any();
    view! {
        <h1 tabindex="-1">{words::pack::hand_ins()}</h1>
        <p class="lede">{words::pack::hand_ins_lede()}</p>
        <p class="only-screen">
            {sentence(&words::pack::hand_ins_not_kept(HOLES[0]), [all_packs])}
        </p>
        <label class="field-label only-screen" for="hand-ins">
            {words::pack::hand_in_files()}
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
            <span>{move || words::pack::hand_ins_opened(hand_ins.with(Vec::len))}</span>
            {button("btn-quiet", None, words::pack::print(), paper::print)}
        </div>
        {questions}
    }
    .into_any()
}

/// Why a file is no hand-in: its sender can send another.
fn why(fault: PackFault) -> &'static str {
    match fault {
        PackFault::NotOne => words::pack::not_hand_in(),
        PackFault::Newer => words::pack::newer(),
        _ => words::pack::hand_in_damaged(),
    }
}

fn question(question: Question) -> AnyView {
    let passage = (!question.passage.is_empty())
        .then(|| view! { <blockquote class="stop-quote">{question.passage.clone()}</blockquote> }.into_any());
    let answers = question.answers.into_iter().map(|(name, text)| {
        let answer = if text.trim().is_empty() {
            view! { <dd class="none">{words::pack::no_answer()}</dd> }.into_any()
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
