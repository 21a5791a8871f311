//! The second program's entry in the browser: answers what the page asks. All thinking is in `closely::worker`.

use closely::words;
use js_sys::{Array, Function, Reflect, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

fn main() {
    let handler: Closure<dyn FnMut(JsValue)> = Closure::wrap(Box::new(|event| {
        // A question is its number, its bytes and the language of the page; an answer is its number and its bytes. What else arrives is none of ours.
        let Ok(question) = Reflect::get(&event, &"data".into()) else { return };
        let Some(question) = question.dyn_ref::<Array>() else { return };
        let Ok(bytes) = question.get(1).dyn_into::<Uint8Array>() else { return };
        let language = question.get(2).as_string().and_then(|tag| words::language(&tag));
        if let Some((language, catalogue)) = language.and_then(|one| Some((one, words::catalogue(one.tag)?))) {
            words::speak(language, catalogue, closely::intl::RULES);
        }
        post(&question.get(0), &closely::worker::answer_bytes(&bytes.to_vec()));
    }));
    let _ = Reflect::set(&js_sys::global(), &"onmessage".into(), handler.as_ref());
    handler.forget();
}

fn post(number: &JsValue, answer: &[u8]) {
    let message = Array::of2(number, &Uint8Array::from(answer));
    if let Ok(post) = Reflect::get(&js_sys::global(), &"postMessage".into())
        && let Ok(post) = post.dyn_into::<Function>()
    {
        // Bytes and a number can always be posted.
        let _ = post.call1(&JsValue::UNDEFINED, &message);
    }
}
