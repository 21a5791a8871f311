//! Files: saving one, and reading those that the reader chose.

use super::dom;
use js_sys::{Array, ArrayBuffer, Promise, Reflect, Uint8Array};
use wasm_bindgen::JsCast;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, HtmlInputElement, Url};

/// Saves bytes under a name, as a download.
pub fn save(name: &str, kind: &str, bytes: &[u8]) {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = Array::of1(&Uint8Array::from(bytes));
    let Ok(blob) = Blob::new_with_u8_array_sequence_and_options(&parts, &options) else { return };
    let Ok(address) = Url::create_object_url_with_blob(&blob) else { return };
    let link = dom::document().and_then(|document| document.create_element("a").ok());
    if let Some(link) = link.and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok()) {
        link.set_href(&address);
        link.set_download(name);
        link.click();
    }
    // The browser has begun to save; the bytes are let go a moment later.
    let _ = super::timer::Timer::after(std::time::Duration::from_secs(60), move || {
        let _ = Url::revoke_object_url(&address);
    })
    .map(std::mem::forget);
}

/// The files that were chosen in a field, each as its name and bytes; those larger than `limit` without their bytes.
pub async fn chosen(field: HtmlInputElement, limit: usize) -> Vec<(String, Option<Vec<u8>>)> {
    let Some(files) = field.files() else { return Vec::new() };
    let mut read = Vec::new();
    for file in (0..files.length()).filter_map(|index| files.get(index)) {
        let bytes = if file.size() > limit as f64 { None } else { bytes(&file).await };
        read.push((file.name(), bytes));
    }
    // The same file may be chosen again.
    field.set_value("");
    read
}

async fn bytes(file: &web_sys::File) -> Option<Vec<u8>> {
    let method = Reflect::get(file, &"arrayBuffer".into()).ok()?.dyn_into::<js_sys::Function>().ok()?;
    let promise = method.call0(file).ok()?.dyn_into::<Promise>().ok()?;
    let buffer = wasm_bindgen_futures::JsFuture::from(promise).await.ok()?.dyn_into::<ArrayBuffer>().ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}
