//! Writing notes into a file: which, as what, and where to.

use super::{backup, save_backup};
use crate::annotation::{Colour, to_json};
use crate::components::button::button;
use crate::components::sheet::problem;
use crate::interchange::{Backup, ExportRequest, File, Format};
use crate::link::Route;
use crate::platform::{clock, files, history, paper, worker};
use crate::state::{Colours, Keeping, Site, Status, use_colours, use_keeping, use_site, use_status};
use crate::words;
use crate::worker::{Request, Response};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

/// What the dialog says of a format.
fn name_and_hint(format: Format) -> (&'static str, &'static str) {
    match format {
        Format::Json => (words::exchange::json(), words::exchange::json_hint()),
        Format::Markdown => (words::exchange::markdown(), words::exchange::markdown_hint()),
        Format::Csv => (words::exchange::csv(), words::exchange::csv_hint()),
    }
}

/// A choice that the dialog offers.
pub(super) fn choice(
    group: &'static str,
    name: String,
    hint: &'static str,
    checked: bool,
    choose: Box<dyn Fn()>,
) -> AnyView {
    view! {
        <label class="option">
            <input type="radio" name=group prop:checked=checked on:change=move |_| choose() />
            <span>{name} {(!hint.is_empty()).then(|| view! { <small>{hint}</small> }.into_any())}</span>
        </label>
    }
    .into_any()
}

#[derive(Clone, Copy)]
struct Exporting {
    open: RwSignal<bool>,
    /// Only these, where not all are wanted.
    only: RwSignal<Option<Vec<String>>>,
    format: RwSignal<Format>,
    problem: RwSignal<Option<String>>,
    keeping: Keeping,
    colours: Colours,
    site: Site,
    status: Status,
}

/// What is in the dialog.
pub(super) fn content(open: RwSignal<bool>, shown: Callback<(), Vec<String>>) -> AnyView {
    let (keeping, site, status) = (use_keeping(), use_site(), use_status());
    let problem = RwSignal::new(None);
    let exporting = Exporting {
        open,
        only: RwSignal::new(None),
        format: RwSignal::new(Format::Json),
        problem,
        keeping,
        colours: use_colours(),
        site,
        status,
    };
    let total = keeping.read_untracked(|notebook| notebook.len());
    let ids = shown.run(());
    let part = (ids.len() < total).then(|| {
        let (all, some) = (words::exchange::everything(total), words::exchange::filtered(ids.len()));
        let only = exporting.only;
        view! {
            <fieldset class="options">
                <legend class="field-label">{words::exchange::which_notes()}</legend>
                {choice("export-which", all, "", true, Box::new(move || only.set(None)))}
                {choice("export-which", some, "", false, Box::new(move || only.set(Some(ids.clone()))))}
            </fieldset>
        }
        .into_any()
    });
    let formats = Format::ALL.map(|format| {
        let (name, hint) = name_and_hint(format);
        let choose = move || exporting.format.set(format);
        choice("export-format", name.to_owned(), hint, format == Format::Json, Box::new(choose))
    });
    let share = files::can_share("closely-notes.csv", "text/csv")
        .then(|| button("btn-quiet", Some("link"), words::exchange::share(), move || exporting.start(true)));
    let print = move || {
        open.set(false);
        paper::print();
    };
    view! {
        {part}
        <fieldset class="options">
            <legend class="field-label">{words::exchange::format_legend()}</legend>
            {formats.into_iter().collect_view()}
        </fieldset>
        {self::problem(problem)}
        <div class="dialog-acts">
            {button("btn-quiet", None, words::exchange::print(), print)} {share}
            {button("btn", Some("down"), words::exchange::download(), move || exporting.start(false))}
        </div>
    }
    .into_any()
}

impl Exporting {
    fn start(self, share: bool) {
        self.problem.set(None);
        let (format, only) = (self.format.get_untracked(), self.only.get_untracked());
        let records = self.keeping.read_untracked(|notebook| match &only {
            None => notebook.annotations().map(|note| to_json(note).to_string()).collect(),
            Some(ids) => ids.iter().filter_map(|id| notebook.get(id)).map(|note| to_json(note).to_string()).collect(),
        });
        let site = history::origin() + self.site.href(&Route::Library).trim_end_matches('/');
        let names = self.colours;
        let colours = Colour::ALL.into_iter().map(|colour| (colour.name().to_owned(), names.name(colour))).collect();
        let request = ExportRequest { format, records, colours, site, day: clock::today().iso(), now: clock::now() };
        spawn_local(async move {
            match worker::ask(&Request::Export(request)).await {
                Ok(Response::File(file)) => self.hand_out(file, format, only.is_none(), share).await,
                Ok(_) => self.fail(worker::WorkerError::Stopped.to_string()),
                Err(error) => self.fail(error.to_string()),
            }
        });
    }

    async fn hand_out(self, file: File, format: Format, all: bool, share: bool) {
        let media = format.media();
        let shared = share && files::share(&file.name, media, &file.text).await;
        if !shared && !files::download(&file.name, media, file.text.as_bytes()) {
            return self.fail(words::exchange::not_taken().to_owned());
        }
        if all && format == Format::Json {
            save_backup(self.keeping, Backup { exported: Some(clock::now()), ..backup(self.keeping) });
        }
        self.open.try_set(false);
        self.status.say(words::exchange::exported(file.count as usize, &file.name));
    }

    fn fail(self, why: String) {
        self.problem.try_set(Some(why));
    }
}
