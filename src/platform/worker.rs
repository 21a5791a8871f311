//! Asking the second program, which is started when it is needed first.
//!
//! Its address stands on the root element and holds a hash of its bytes: a page never talks to a worker of another
//! build. A worker that failed is stopped; the next question starts a new one.

use super::dom::Listener;
use super::page;
use super::timer::Timer;
use crate::words;
use crate::worker::{Request, Response};
use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use std::cell::RefCell;
use std::fmt;
use std::time::Duration;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::Worker;

/// How long an answer may take, loading included.
const PATIENCE: Duration = Duration::from_secs(60);

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WorkerError {
    /// The program could not be loaded: no connection, or a newer version has taken its place.
    NotLoaded,
    /// It broke off.
    Stopped,
    /// It took too long.
    Late,
}

impl fmt::Display for WorkerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            WorkerError::NotLoaded => words::platform::not_loaded(),
            WorkerError::Stopped => words::platform::too_much(),
            WorkerError::Late => words::platform::too_long(),
        })
    }
}

/// The worker that runs, and who waits for it.
struct Running {
    worker: Worker,
    /// It has said that it runs.
    started: bool,
    asked: u32,
    waiting: Vec<(u32, Function)>,
    listeners: Vec<Listener>,
}

thread_local! {
    static RUNNING: RefCell<Option<Running>> = const { RefCell::new(None) };
}

/// Asks, and waits for the answer.
///
/// # Errors
/// Says why there is none; nothing was changed then.
pub async fn ask(request: &Request) -> Result<Response, WorkerError> {
    let bytes = postcard::to_allocvec(request).map_err(|_| WorkerError::Stopped)?;
    let answer = JsFuture::from(send(&bytes)?);
    let _late = Timer::after(PATIENCE, || stop(Some(WorkerError::Late)));
    match answer.await.map(JsCast::dyn_into::<Uint8Array>) {
        Ok(Ok(bytes)) => postcard::from_bytes(&bytes.to_vec()).map_err(|_| WorkerError::Stopped),
        Ok(Err(code)) if code.as_f64() == Some(1.0) => Err(WorkerError::NotLoaded),
        Ok(Err(code)) if code.as_f64() == Some(2.0) => Err(WorkerError::Late),
        _ => Err(WorkerError::Stopped),
    }
}

/// Posts a question; the promise is fulfilled with the answer's bytes, or with the number of an error.
fn send(bytes: &[u8]) -> Result<Promise, WorkerError> {
    RUNNING.with_borrow_mut(|running| {
        if running.is_none() {
            *running = Some(start().ok_or(WorkerError::NotLoaded)?);
        }
        let running = running.as_mut().ok_or(WorkerError::NotLoaded)?;
        running.asked = running.asked.wrapping_add(1);
        let number = running.asked;
        let promise = Promise::new(&mut |resolve, _| running.waiting.push((number, resolve)));
        let question = Array::of3(&number.into(), &Uint8Array::from(bytes), &words::tag().into());
        // Refused only where there is no memory for a copy.
        running.worker.post_message(&question).map_err(|_| WorkerError::Stopped)?;
        Ok(promise)
    })
}

fn start() -> Option<Running> {
    let address = page::root()?.get_attribute("data-worker")?;
    let worker = Worker::new(&address).ok()?;
    let failed = |event: web_sys::Event| {
        event.prevent_default();
        stop(None);
    };
    let listeners = vec![
        Listener::new(&worker, "message", |event| {
            let data = event.dyn_ref::<web_sys::MessageEvent>().map(web_sys::MessageEvent::data);
            receive(&data.unwrap_or_default());
        }),
        Listener::new(&worker, "error", failed),
        Listener::new(&worker, "messageerror", failed),
    ];
    Some(Running { worker, started: false, asked: 0, waiting: Vec::new(), listeners })
}

fn receive(message: &JsValue) {
    let resolve = RUNNING.with_borrow_mut(|running| {
        let running = running.as_mut()?;
        running.started = true;
        let number = Reflect::get_u32(message, 0).ok()?.as_f64()?;
        let index = running.waiting.iter().position(|(asked, _)| f64::from(*asked) == number)?;
        Some(running.waiting.swap_remove(index).1)
    });
    if let Some(resolve) = resolve {
        let answer = Reflect::get_u32(message, 1).unwrap_or_default();
        let _ = resolve.call1(&JsValue::UNDEFINED, &answer);
    }
}

/// Stops the worker and tells all who wait for it.
fn stop(why: Option<WorkerError>) {
    let Some(running) = RUNNING.take() else { return };
    running.worker.terminate();
    let broken = if running.started { WorkerError::Stopped } else { WorkerError::NotLoaded };
    let code = match why.unwrap_or(broken) {
        WorkerError::NotLoaded => 1,
        WorkerError::Late => 2,
        WorkerError::Stopped => 3,
    };
    for (_, resolve) in &running.waiting {
        let _ = resolve.call1(&JsValue::UNDEFINED, &code.into());
    }
    // One of its listeners may be what runs just now.
    let listeners = running.listeners;
    spawn_local(async move { drop(listeners) });
}
