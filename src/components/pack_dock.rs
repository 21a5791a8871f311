//! A reading pack beside the text: the question of a stop, the field for its answer, and the way to the next stop.

use super::note_field::{NoteField, NoteTarget};
use crate::annotation::anchoring::Anchorer;
use crate::annotation::{ArticleText, Decoration, Kind, Paint};
use crate::article::Meta;
use crate::library;
use crate::link::{Route, query_value};
use crate::pack::{Pack, Place, Stop};
use crate::platform::dom::{self, Listener};
use crate::platform::{focus, scroll, selection, timer};
use crate::state::{Site, effect, use_packs, use_site, use_status};
use crate::words;
use leptos::prelude::*;

/// The passages of all opened packs in an article, as decorations.
pub(crate) fn layer(meta: &'static Meta, text: StoredValue<ArticleText>) -> Memo<Vec<Decoration>> {
    let packs = use_packs();
    Memo::new(move |_| {
        packs.opened(|shelf| {
            let stops = shelf
                .iter()
                .flat_map(|(id, pack)| pack.stops.iter().enumerate().map(move |(index, stop)| (id, index, stop)));
            let here = stops.filter(|(.., stop)| stop.article == meta.slug);
            text.with_value(|text| {
                let anchorer = Anchorer::new(text);
                let found = here.filter_map(|(id, index, stop)| {
                    let Place::Passage(passage) = &stop.place else { return None };
                    let range = passage.find_with(text, &anchorer, stop.revision == meta.revision)?;
                    let paint = Paint::Stop { id: stop_id(id, index), number: index as u32 + 1 };
                    Some(Decoration { range, paint })
                });
                found.collect()
            })
        })
    })
}

/// What a stop's mark is known by on the page.
fn stop_id(pack: &str, index: usize) -> String {
    format!("{pack}-{index}")
}

/// The address of a stop of an opened pack: its place, with the pack beside it.
pub(crate) fn stop_href(site: Site, pack: &str, index: usize, route: &Route) -> String {
    let plain = site.href(route);
    let query = format!("?pack={pack}&stop={}", index + 1);
    match plain.split_once('#') {
        Some((path, fragment)) => format!("{path}{query}#{fragment}"),
        None => format!("{plain}{query}"),
    }
}

/// Where a stop is; `None` where the library does not have its article.
pub(crate) fn route_of(stop: &Stop) -> Option<Route> {
    let meta = library::meta(&stop.article)?;
    Some(match stop.section().and_then(|id| meta.section(id)) {
        Some(section) => Route::section(&meta.slug, &section.id),
        None => Route::article(&meta.slug),
    })
}

/// The note that answers a stop's question.
pub(crate) fn answer_target(pack: &Pack, stop: &Stop, key: &str) -> NoteTarget {
    let revision = library::meta(&stop.article).map_or_else(|| stop.revision.clone(), |meta| meta.revision.clone());
    NoteTarget::New {
        article: stop.article.clone(),
        revision,
        section: stop.section().unwrap_or_default().to_owned(),
        kind: Kind::Answer { prompt: pack.prompt(key), question: stop.question.clone() },
    }
}

/// The dock, while the address names a stop of an opened pack that is in this article.
pub(crate) fn pack_dock(meta: &'static Meta, layer: RwSignal<Vec<Decoration>>) -> AnyView {
    let (packs, site, status) = (use_packs(), use_site(), use_status());
    let current = Memo::new(move |_| {
        let query = site.query();
        (|| {
            let id = query_value(&query, "pack")?;
            let index = query_value(&query, "stop")?.parse::<usize>().ok()?.checked_sub(1)?;
            let pack = packs.opened_pack(&id)?;
            let stop = pack.stops.get(index).filter(|stop| stop.article == meta.slug)?;
            let lost = matches!(stop.place, Place::Passage(_))
                && !layer.with(|all| all.iter().any(|d| is_stop(&d.paint, &stop_id(&id, index))));
            Some((id, index, pack, lost))
        })()
    });
    let arrived =
        Memo::new(move |_| current.with(|current| current.as_ref().map(|(id, index, ..)| (id.clone(), *index))));
    effect(move || {
        let Some((id, index)) = arrived.get() else { return };
        let section = current.with_untracked(|current| {
            let (_, _, pack, _) = current.as_ref()?;
            pack.stops.get(index)?.section().and_then(|id| meta.section(id)).map(|section| section.id.clone())
        });
        // Painted in the next turn, and past the page's own arrival.
        timer::next_frame(move || {
            timer::next_frame(move || {
                if let Some(mark) = dom::query(&format!("[data-stop=\"{}\"]", stop_id(&id, index))) {
                    scroll::to_middle(&mark);
                    focus::focus(&mark);
                } else if let Some(heading) = section.and_then(|id| dom::by_id(&id)) {
                    scroll::to_element(&heading);
                    focus::focus(&heading);
                }
                status.murmur(words::pack::stop(index + 1));
            });
        });
    });
    // A press on a passage of a pack opens its stop; a highlight, a link and a selection come first.
    crate::state::while_shown(vec![Listener::on_document("click", move |event| {
        let selecting = !selection::is_empty();
        if selecting || dom::closest(&event, "a[href], mark[data-annotation]").is_some() {
            return;
        }
        let pressed = dom::closest_attribute(&event, "data-stop");
        let Some((id, index)) = pressed.as_deref().and_then(|stop| stop.rsplit_once('-')) else { return };
        let here = untrack(|| arrived.get()).is_some_and(|(pack, at)| Some(stop_id(&pack, at)) == pressed);
        if here && dom::closest(&event, ".stop-n").is_some() {
            // It is open: on to what it asks.
            if let Some(field) = dom::query(".pack-dock :is(textarea, a)") {
                focus::focus(&field);
            }
            return;
        }
        let stop =
            index.parse().ok().zip(untrack(|| packs.opened_pack(id))).and_then(|(index, pack): (usize, Pack)| {
                Some(stop_href(site, id, index, &route_of(pack.stops.get(index)?)?))
            });
        if let Some(href) = stop {
            site.follow(href);
        }
    })]);
    let content = move || current.get().map(|(id, index, pack, lost)| dock(site, &id, index, &pack, lost));
    view! { {content} }.into_any()
}

fn is_stop(paint: &Paint, wanted: &str) -> bool {
    matches!(paint, Paint::Stop { id, .. } if id == wanted)
}

fn dock(site: Site, id: &str, index: usize, pack: &Pack, lost: bool) -> Option<AnyView> {
    let stop = pack.stops.get(index)?;
    let key = pack.keys().get(index)?.clone();
    let count = pack.stops.len();
    // The library may not have the article of a neighbouring stop: the way leads over it.
    let there = |index: usize| Some((index, route_of(pack.stops.get(index)?)?));
    let before = (0..index).rev().find_map(there);
    let next = (index + 1..count).find_map(there);
    let last = next.is_none();
    let link = |stop: Option<(usize, Route)>, name: &'static str| {
        let (index, route) = stop?;
        Some(view! { <a class="btn-quiet" href=stop_href(site, id, index, &route)>{name}</a> }.into_any())
    };
    let question = if stop.question.is_empty() {
        view! { <p>{words::pack::read_closely()}</p> }.into_any()
    } else {
        view! {
            <div class="prompt">
                <label for="stop-answer">{stop.question.clone()}</label>
                <NoteField id="stop-answer" target=answer_target(pack, stop, &key) />
            </div>
        }
        .into_any()
    };
    let lost = lost.then(|| {
        view! {
            <p class="stop-lost">
                {super::icon::icon("caution")}
                <span>{words::pack::stop_lost()}</span>
            </p>
        }
        .into_any()
    });
    Some(
        view! {
            <aside class="pack-dock" aria-label=words::pack::pack()>
                <h2>{words::pack::dock_heading(&pack.title, index + 1, count)}</h2>
                {lost}
                {question}
                <div class="pack-steps">
                    {link(before, words::pack::previous_stop())}
                    {link(next, words::pack::next_stop())}
                    <a class="btn-quiet" href=format!("{}?pack={id}", site.href(&Route::Pack))>
                        {if last { words::pack::all_stops_and_hand_in() } else { words::pack::all_stops() }}
                    </a>
                </div>
            </aside>
        }
        .into_any(),
    )
}
