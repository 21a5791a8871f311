//! Files: those that a reader hands in, and those that are handed out.

use super::dom;
use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, DragEvent, Event, File, FileList, HtmlAnchorElement, HtmlInputElement, Url};

/// A file that the reader chose.
#[derive(Clone)]
pub struct Chosen(File);

/// The file is gone, or the browser may not read it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unreadable;

impl Chosen {
    /// The file of a file input; the input is empty afterwards, so that the same file can be chosen again.
    pub fn of_input(event: &Event) -> Option<Chosen> {
        let input: HtmlInputElement = event.target()?.dyn_into().ok()?;
        let file = first(input.files());
        input.set_value("");
        file
    }

    /// The file that is dropped.
    pub fn of_drop(event: &Event) -> Option<Chosen> {
        first(event.dyn_ref::<DragEvent>()?.data_transfer()?.files())
    }

    /// Its size in bytes, without reading it.
    pub fn size(&self) -> f64 {
        self.0.size()
    }

    /// Reads it.
    ///
    /// # Errors
    /// [`Unreadable`] where it can't be read.
    pub async fn read(&self) -> Result<Vec<u8>, Unreadable> {
        let buffer = JsFuture::from(self.0.array_buffer()).await.map_err(|_| Unreadable)?;
        Ok(Uint8Array::new(&buffer).to_vec())
    }
}

fn first(files: Option<FileList>) -> Option<Chosen> {
    files?.item(0).map(Chosen)
}

/// Whether files are being dragged: text that is dragged is none of ours.
pub fn are_dragged(event: &Event) -> bool {
    let types = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer).map(|transfer| transfer.types());
    types.is_some_and(|types| types.includes(&"Files".into(), 0))
}

/// The files that were chosen in a field, each as its name and bytes; those larger than `limit` without their bytes.
pub async fn chosen(field: HtmlInputElement, limit: usize) -> Vec<(String, Option<Vec<u8>>)> {
    let Some(files) = field.files() else { return Vec::new() };
    let mut read = Vec::new();
    for file in (0..files.length()).filter_map(|index| files.get(index)) {
        let name = file.name();
        let bytes = if file.size() > limit as f64 { None } else { Chosen(file).read().await.ok() };
        read.push((name, bytes));
    }
    // The same file may be chosen again.
    field.set_value("");
    read
}

/// Hands out a file as a download; `false` where the browser does not take it.
pub fn download(name: &str, media: &str, bytes: &[u8]) -> bool {
    let address = file(name, media, bytes).and_then(|file| Url::create_object_url_with_blob(&file).ok());
    let Some(address) = address else { return false };
    let begun = press_link(name, &address).is_some();
    // The browser has taken the file's address by the time that the page paints again.
    super::timer::next_frame(move || drop(Url::revoke_object_url(&address)));
    begun
}

fn press_link(name: &str, address: &str) -> Option<()> {
    let document = dom::document()?;
    let link: HtmlAnchorElement = document.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(address);
    link.set_download(name);
    document.body()?.append_child(&link).ok()?;
    link.click();
    link.remove();
    Some(())
}

/// Whether the device's share sheet takes files of this kind.
pub fn can_share(name: &str, media: &str) -> bool {
    let Some(data) = share_data(name, media, &[]) else { return false };
    call("canShare", &data).is_some_and(|answer| answer.is_truthy())
}

/// Hands a file to the share sheet. `false` where that did not go; a reader who closes the sheet wanted that.
pub async fn share(name: &str, media: &str, text: &str) -> bool {
    let promise =
        share_data(name, media, text.as_bytes()).and_then(|data| call("share", &data)?.dyn_into::<Promise>().ok());
    let Some(promise) = promise else { return false };
    match JsFuture::from(promise).await {
        Ok(_) => true,
        Err(error) => Reflect::get(&error, &"name".into()).is_ok_and(|name| name == "AbortError"),
    }
}

fn share_data(name: &str, media: &str, bytes: &[u8]) -> Option<Object> {
    let data = Object::new();
    Reflect::set(&data, &"files".into(), &Array::of1(&file(name, media, bytes)?.into())).ok()?;
    Some(data)
}

/// Calls a function of the navigator that may not be there.
fn call(name: &str, data: &Object) -> Option<JsValue> {
    let navigator = JsValue::from(dom::window()?.navigator());
    let function: Function = Reflect::get(&navigator, &name.into()).ok()?.dyn_into().ok()?;
    function.call1(&navigator, data).ok()
}

fn file(name: &str, media: &str, bytes: &[u8]) -> Option<Blob> {
    let options = Object::new();
    Reflect::set(&options, &"type".into(), &media.into()).ok()?;
    let constructor: Function = Reflect::get(&js_sys::global(), &"File".into()).ok()?.dyn_into().ok()?;
    let arguments = Array::of3(&Array::of1(&Uint8Array::from(bytes)), &name.into(), &options);
    Reflect::construct(&constructor, &arguments).ok()?.dyn_into().ok()
}
