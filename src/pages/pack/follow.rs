//! Following a pack: what it asks for, stop by stop, and handing in what was answered.

use super::Offer;
use super::places::locate;
use crate::components::button::button;
use crate::components::icon::icon;
use crate::components::note_field::{NoteField, NoteTarget};
use crate::components::pack_dock::{answer_target, stop_href};
use crate::components::sentence::sentence;
use crate::components::sharing::copy;
use crate::link::Route;
use crate::notebook::Notebook;
use crate::pack::{HAND_IN_LIMIT, HandIn, Pack, clean, lookalike};
use crate::platform::{files, paper, share};
use crate::state::{Keeping, Status, use_keeping, use_packs, use_site, use_status};
use crate::words::{self, HOLES};
use leptos::prelude::*;
use std::sync::Arc;

/// The type of what is handed to the share sheet.
const TEXT: &str = "text/plain";

/// A pack that came from outside, before it is kept.
pub(super) fn offered(pack: Pack, offer: Offer) -> AnyView {
    let (packs, site, status) = (use_packs(), use_site(), use_status());
    let kept = StoredValue::new(pack.clone());
    let start = move || match packs.receive(kept.get_value()) {
        Ok(id) => {
            offer.set(None);
            site.follow(format!("{}?pack={id}", site.href(&Route::Pack)));
        }
        Err(error) => status.say(error.to_string()),
    };
    view! {
        {head(&pack)}
        <div class="acts">{button("btn", None, words::pack::start(), start)}</div>
        <p>{words::pack::start_note()}</p>
        {stops(&pack, None)}
    }
    .into_any()
}

/// A pack of the reader's own, as a student will see it.
pub(super) fn preview(id: &str) -> AnyView {
    let site = use_site();
    match use_packs().own_pack(id) {
        Some(pack) => view! {
            <p class="acts">
                <a class="btn-quiet" href=format!("{}?edit={}", site.href(&Route::Pack), pack.id)>
                    {icon("back")}
                    {words::pack::back_to_editing()}
                </a>
            </p>
            {head(&pack)}
            {stops(&pack, None)}
        }
        .into_any(),
        None => gone(),
    }
}

/// A pack that was opened.
pub(super) fn follow(id: String) -> AnyView {
    let packs = use_packs();
    let content = move || match packs.opened_pack(&id) {
        Some(pack) => opened(&id, pack),
        None => gone(),
    };
    view! { {content} }.into_any()
}

pub(super) fn gone() -> AnyView {
    let site = use_site();
    view! {
        <h1 tabindex="-1">{words::pack::gone()}</h1>
        <p class="lede">{words::pack::gone_lede()}</p>
        <p class="acts">
            <a class="btn" href=site.href(&Route::Pack)>
                {words::pack::all_packs()}
            </a>
        </p>
    }
    .into_any()
}

/// Title, teacher, introduction, due note; and a word of caution about names that want to look like others.
fn head(pack: &Pack) -> AnyView {
    let by = (!pack.by.is_empty()).then(|| view! { <p>{words::pack::from_teacher(&pack.by)}</p> }.into_any());
    let due =
        (!pack.due.is_empty()).then(|| view! { <p class="pack-due">{words::pack::due(&pack.due)}</p> }.into_any());
    let intro = (!pack.introduction.is_empty())
        .then(|| view! { <p class="pack-intro">{pack.introduction.clone()}</p> }.into_any());
    let strange =
        lookalike(&format!("{} {}", pack.title, pack.by)).map(|word| super::band(words::pack::lookalike(word)));
    let title = if pack.title.trim().is_empty() { words::pack::pack().to_owned() } else { pack.title.clone() };
    view! {
        <h1 tabindex="-1">{title}</h1>
        {by}
        {due}
        {intro}
        {strange}
    }
    .into_any()
}

fn opened(id: &str, pack: Pack) -> AnyView {
    let (packs, site, status) = (use_packs(), use_site(), use_status());
    let keeping = use_keeping();
    let key = StoredValue::new(id.to_owned());
    let questions = asked(&pack);
    let count = questions.len();
    let progress = move || {
        let done =
            keeping.read(|notebook| questions.iter().filter(|target| answer(notebook, target).is_some()).count());
        words::pack::answered(done, count)
    };
    let remove = move || {
        let Some(pack) = packs.remove(&key.get_value()) else { return };
        site.navigate(&Route::Pack);
        let back = Arc::new(move || {
            let _ = packs.receive(pack.clone());
        });
        status.offer_undo(words::pack::pack_removed(), back);
    };
    let name = RwSignal::new(String::new());
    let handing_in = handing_in(&pack, name);
    let by = handing_in.is_some().then(|| {
        let given = view! { <span>{move || name.get()}</span> }.into_any();
        view! { <p class="on-paper paper-name">{sentence(&words::pack::name_on_paper(HOLES[0]), [given])}</p> }
            .into_any()
    });
    let mut routes = locate(&pack.stops).into_iter().map(|located| located.route).enumerate();
    let start = routes.find_map(|(index, route)| Some((index, route?))).map(|(index, route)| {
        view! {
            <a class="btn" href=stop_href(site, id, index, &route)>
                {words::pack::read_stop_by_stop()}
            </a>
        }
        .into_any()
    });
    view! {
        {head(&pack)}
        {by}
        <p role="note" aria-label=words::pack::progress()>{progress}</p>
        <div class="acts">{start}</div>
        {stops(&pack, Some(id))}
        {handing_in}
        <div class="acts">{button("btn-quiet danger", Some("trash"), words::pack::remove_pack(), remove)}</div>
    }
    .into_any()
}

/// The answers that a pack asks for.
fn asked(pack: &Pack) -> Vec<NoteTarget> {
    let stops = pack.stops.iter().zip(pack.keys()).filter(|(stop, _)| !stop.question.is_empty());
    stops.map(|(stop, key)| answer_target(pack, stop, &key)).collect()
}

/// What the reader answered: what the field shows.
fn answer(notebook: &Notebook, target: &NoteTarget) -> Option<String> {
    target.find(notebook).filter(|annotation| annotation.has_body()).map(|annotation| annotation.body.clone())
}

/// The stops in order; with fields for answers, and links that take the pack along, where the pack is kept as `id`.
fn stops(pack: &Pack, id: Option<&str>) -> AnyView {
    let site = use_site();
    let places = locate(&pack.stops).into_iter().zip(&pack.stops).zip(pack.keys()).enumerate();
    let items = places.map(|(index, ((place, stop), key))| {
        let link = match (&place.route, id) {
            (Some(route), Some(id)) => {
                view! { <a href=stop_href(site, id, index, route)>{place.title.clone()}</a> }.into_any()
            }
            (Some(route), None) => view! { <a href=site.href(route)>{place.title.clone()}</a> }.into_any(),
            (None, _) => place.title.clone().into_any(),
        };
        let [quote, lost] = place.views(stop);
        let question = match id.filter(|_| !stop.question.is_empty()) {
            Some(_) => {
                let field = format!("answer-{index}");
                view! {
                    <div class="prompt">
                        <label for=field.clone()>{stop.question.clone()}</label>
                        <NoteField id=field target=answer_target(pack, stop, &key) />
                    </div>
                }
                .into_any()
            }
            None => view! { <p class="pack-intro"><i>{stop.question.clone()}</i></p> }.into_any(),
        };
        view! {
            <li>
                <p class="stop-place" lang=place.lang>{link}</p>
                {quote}
                {lost}
                {question}
            </li>
        }
        .into_any()
    });
    view! {
        <section>
            <h2>{words::pack::stops()}</h2>
            <ol class="stops" role="list">
                {items.collect_view()}
            </ol>
        </section>
    }
    .into_any()
}

/// A file, paper, an app: what leaves the device leaves it by the reader's hand.
fn handing_in(pack: &Pack, name: RwSignal<String>) -> Option<AnyView> {
    if asked(pack).is_empty() {
        return None;
    }
    let status = use_status();
    let handing = Handing { pack: StoredValue::new(pack.clone()), name, keeping: use_keeping(), status };
    // Of a kind that browsers hand to their sheet: they keep JSON from it.
    let sheet = share::is_there().then(|| {
        let (pack, files_too) = (clean(&pack.title, 40), files::can_share("closely-answers.txt", TEXT));
        let share = move || match files_too {
            true => handing.share_file(),
            false => share::share(&pack, &handing.hand_in().to_text(), ""),
        };
        button("btn-quiet", Some("up"), words::sharing::share_with_app(), share)
    });
    Some(
        view! {
            <section class="only-screen" aria-labelledby="hand-in">
                <h2 id="hand-in">{words::pack::hand_in()}</h2>
                <p>{words::pack::hand_in_note()}</p>
                <label class="field-label" for="hand-in-name">
                    {words::pack::name_for_teacher()}
                </label>
                <input
                    class="field"
                    id="hand-in-name"
                    type="text"
                    autocomplete="name"
                    maxlength="80"
                    on:input:target=move |event| name.set(event.target().value())
                />
                <div class="acts">
                    {button("btn-quiet", Some("down"), words::pack::save_hand_in(), move || handing.save())}
                    {button("btn-quiet", None, words::pack::print(), paper::print)}
                    {button("btn-quiet", Some("copy"), words::pack::copy_as_text(), move || {
                        copy(status, handing.hand_in().to_text(), words::pack::answers_copied());
                    })}
                    {sheet}
                </div>
            </section>
        }
        .into_any(),
    )
}

/// What a hand-in is made of.
#[derive(Clone, Copy)]
struct Handing {
    pack: StoredValue<Pack>,
    name: RwSignal<String>,
    keeping: Keeping,
    status: Status,
}

impl Handing {
    /// The answers as they are now.
    fn hand_in(self) -> HandIn {
        // A note that is being written is finished first.
        crate::platform::focus::leave();
        self.pack.with_value(|pack| {
            self.keeping.read_untracked(|notebook| {
                HandIn::new(pack, &self.name.get_untracked(), |stop, key| {
                    answer(notebook, &answer_target(pack, stop, key)).unwrap_or_default()
                })
            })
        })
    }

    /// The file and the name for it, without its ending; says so where the teacher's device would refuse it.
    fn file(self) -> Option<(String, String)> {
        let hand_in = self.hand_in();
        let text = hand_in.to_json().to_string();
        if text.len() > HAND_IN_LIMIT {
            self.status.say(words::pack::answers_too_long());
            return None;
        }
        let by: String = hand_in.name.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
        let name = if by.is_empty() { "closely-answers".to_owned() } else { format!("closely-answers-{by}") };
        Some((name, text))
    }

    fn save(self) {
        if let Some((name, text)) = self.file() {
            files::download(&format!("{name}.json"), "application/json", text.as_bytes());
            self.status.say(words::pack::file_saved());
        }
    }

    fn share_file(self) {
        let Some((name, text)) = self.file() else { return };
        wasm_bindgen_futures::spawn_local(async move {
            if !files::share(&format!("{name}.txt"), TEXT, &text).await {
                files::download(&format!("{name}.json"), "application/json", text.as_bytes());
                self.status.say(words::pack::share_failed());
            }
        });
    }
}
