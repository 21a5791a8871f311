//! A link as a code for cameras, large enough for the last row of a classroom.

use crate::components::button::button;
use crate::platform::{files, worker};
use crate::state::Status;
use crate::words;
use crate::worker::{Code, Request, Response};
use leptos::prelude::*;

/// A code, once it is there.
pub(crate) type Drawn = RwSignal<Option<Code>>;

/// Draws the code of an address.
pub(crate) fn draw(address: String, into: Drawn, status: Status) {
    wasm_bindgen_futures::spawn_local(async move {
        match worker::ask(&Request::Qr(address)).await {
            Ok(Response::Qr(code)) => {
                let _ = into.try_set(Some(code));
            }
            Ok(Response::Refused(why)) => status.say(why),
            Ok(_) => status.say(worker::WorkerError::NotLoaded.to_string()),
            Err(error) => status.say(error.to_string()),
        }
    });
}

/// The button that draws it, and then the code with the ways to save it.
pub(crate) fn drawn(address: Box<dyn Fn() -> String>, code: Drawn, status: Status) -> AnyView {
    let address = StoredValue::new_local(address);
    let shown = move || match code.get() {
        None => button("btn-quiet", Some("code"), words::sharing::qr_code(), move || {
            draw(address.with_value(|address| address()), code, status);
        }),
        Some(drawn) => picture(drawn),
    };
    view! { {move || shown()} }.into_any()
}

fn picture(code: Code) -> AnyView {
    let Code { side, path, svg, png } = code;
    view! {
        <figure class="qr">
            <svg
                role="img"
                aria-label=words::sharing::qr_code_of_link()
                viewBox=format!("0 0 {side} {side}")
                shape-rendering="crispEdges"
            >
                <path d=path />
            </svg>
            <figcaption>
                {button("btn-quiet", Some("down"), words::sharing::save_svg(), move || {
                    files::download("closely-qr.svg", "image/svg+xml", svg.as_bytes());
                })}
                {button("btn-quiet", Some("down"), words::sharing::save_png(), move || {
                    files::download("closely-qr.png", "image/png", &png.0);
                })}
            </figcaption>
        </figure>
    }
    .into_any()
}
