//! Watching the size of elements: words reflow when fonts, width or content change.

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

/// Watches until dropped.
pub struct Watch {
    observer: JsValue,
    _handler: Closure<dyn FnMut()>,
}

/// Runs `changed` when one of these elements changes its size, and once at first. `None` where the browser can't tell.
pub fn sizes(elements: &[Element], changed: impl FnMut() + 'static) -> Option<Watch> {
    let class: Function =
        Reflect::get(&super::dom::window()?.into(), &"ResizeObserver".into()).ok()?.dyn_into().ok()?;
    let handler: Closure<dyn FnMut()> = Closure::wrap(Box::new(changed));
    let observer = Reflect::construct(&class, &Array::of1(handler.as_ref())).ok()?;
    for element in elements {
        call(&observer, "observe", element);
    }
    Some(Watch { observer, _handler: handler })
}

fn call(observer: &JsValue, method: &str, argument: &JsValue) {
    let method = Reflect::get(observer, &method.into()).and_then(|method| method.dyn_into::<Function>());
    // Fails for no element of the page.
    let _ = method.and_then(|method| method.call1(observer, argument));
}

impl Drop for Watch {
    fn drop(&mut self) {
        call(&self.observer, "disconnect", &JsValue::UNDEFINED);
    }
}
