//! Encryption by the browser's own WebCrypto: the passphrase's key, the notebook's keys, sealing and opening.
//!
//! PBKDF2 with HMAC-SHA-256 makes a key of the passphrase, AES-256-GCM encrypts under a fresh random nonce of 96 bits
//! each time, HMAC-SHA-256 makes names. Keys that are in use can't be taken out again, and are gone with the page; the
//! bytes that they are made from are wiped as soon as the browser has them. What is done with all this says
//! [`sealed`](crate::sealed).

use crate::sealed::{ITERATIONS, Letter, Lock};
use crate::words;
use js_sys::{Array, Function, JsString, Object, Promise, Reflect, Uint8Array};
use std::fmt;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// The bytes of the notebook's key: a half to seal with, a half to name with.
const HALF: usize = 32;
/// How much of the hash makes a name, in bytes.
const NAME: usize = 16;
const NONCE: usize = 12;
const SALT: usize = 16;
/// What a lock is authenticated with, so that nothing else is taken for one.
const LOCK: &str = "closely:lock";

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CryptoError {
    /// The browser has no WebCrypto here: the page did not come over https.
    Absent,
    /// It does not open under this key: the wrong passphrase, or a damaged record.
    Wrong,
    /// The browser refused.
    Refused,
}

impl fmt::Display for CryptoError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            CryptoError::Absent => words::platform::no_encryption(),
            CryptoError::Wrong => words::platform::wrong_passphrase(),
            CryptoError::Refused => words::platform::not_encrypted(),
        })
    }
}

/// The notebook's keys, inside the browser.
#[derive(Clone, Debug)]
pub struct Keys {
    seal: JsValue,
    name: JsValue,
}

/// Whether the browser can encrypt here: old ones can't, and none can on a page that did not come over https.
pub fn is_there() -> bool {
    get(&js_sys::global(), "crypto").is_some_and(|crypto| get(&crypto, "subtle").is_some())
}

/// A new notebook's key under a passphrase.
///
/// # Errors
/// [`CryptoError::Absent`] or [`CryptoError::Refused`].
pub async fn lock(passphrase: &str) -> Result<(Lock, Keys), CryptoError> {
    let mut key = random(2 * HALF)?;
    let made = async { Ok((wrap(passphrase, &key).await?, Keys::of(&key).await?)) }.await;
    key.fill(0);
    made
}

/// The notebook's keys, with the passphrase.
///
/// # Errors
/// [`CryptoError::Wrong`] where the passphrase is another.
pub async fn unlock(passphrase: &str, lock: &Lock) -> Result<Keys, CryptoError> {
    let mut key = unwrap(passphrase, lock).await?;
    let keys = Keys::of(&key).await;
    key.fill(0);
    keys
}

/// The same key under another passphrase.
///
/// # Errors
/// [`CryptoError::Wrong`] where the old passphrase is another.
pub async fn relock(old: &str, new: &str, lock: &Lock) -> Result<Lock, CryptoError> {
    let mut key = unwrap(old, lock).await?;
    let changed = wrap(new, &key).await;
    key.fill(0);
    Ok(Lock { opening: lock.opening, idle: lock.idle, ..changed? })
}

async fn wrap(passphrase: &str, key: &[u8]) -> Result<Lock, CryptoError> {
    let salt = random(SALT)?;
    let by = derive(passphrase, &salt, ITERATIONS).await?;
    Ok(Lock::new(salt, ITERATIONS, encrypt(&by, key, LOCK).await?))
}

async fn unwrap(passphrase: &str, lock: &Lock) -> Result<Vec<u8>, CryptoError> {
    let by = derive(passphrase, &lock.salt, lock.iterations).await?;
    decrypt(&by, &lock.key, LOCK).await
}

impl Keys {
    async fn of(key: &[u8]) -> Result<Keys, CryptoError> {
        let (Some(seal), Some(name)) = (key.get(..HALF), key.get(HALF..2 * HALF)) else {
            return Err(CryptoError::Refused);
        };
        let seal = import(seal, &"AES-GCM".into(), &["encrypt", "decrypt"]).await?;
        let hmac = object(&[("name", "HMAC".into()), ("hash", "SHA-256".into())]);
        Ok(Keys { seal, name: import(name, &hmac, &["sign"]).await? })
    }

    /// The hash that a record is named by, and the record sealed.
    ///
    /// # Errors
    /// [`CryptoError::Absent`] or [`CryptoError::Refused`].
    pub async fn seal(&self, key: &str, bytes: &str) -> Result<(Vec<u8>, Letter), CryptoError> {
        let signed = call("sign", &["HMAC".into(), self.name.clone(), bytes_of(key.as_bytes())]).await?;
        let mut hash = Uint8Array::new(&signed).to_vec();
        hash.truncate(NAME);
        let letter = encrypt(&self.seal, Letter::words(key, bytes).as_bytes(), &Letter::name(&hash)).await?;
        Ok((hash, letter))
    }

    /// What is sealed under a name; `None` where this key does not open it.
    ///
    /// # Errors
    /// [`CryptoError::Absent`] or [`CryptoError::Refused`]: whether it could be opened is not known.
    pub async fn open(&self, name: &str, text: &str) -> Result<Option<String>, CryptoError> {
        let Some(letter) = Letter::of_text(text) else { return Ok(None) };
        match decrypt(&self.seal, &letter, name).await {
            Ok(words) => Ok(String::from_utf8(words).ok()),
            Err(CryptoError::Wrong) => Ok(None),
            Err(error) => Err(error),
        }
    }
}

/// The key that a passphrase makes. The same letters are one passphrase however a keyboard writes them.
async fn derive(passphrase: &str, salt: &[u8], iterations: u32) -> Result<JsValue, CryptoError> {
    let passphrase = JsString::from(passphrase).normalize("NFKC");
    let mut bytes = String::from(passphrase).into_bytes();
    let from = import(&bytes, &"PBKDF2".into(), &["deriveKey"]).await;
    bytes.fill(0);
    let how = object(&[
        ("name", "PBKDF2".into()),
        ("hash", "SHA-256".into()),
        ("salt", bytes_of(salt)),
        ("iterations", iterations.into()),
    ]);
    let to = object(&[("name", "AES-GCM".into()), ("length", 256.into())]);
    call("deriveKey", &[how, from?, to, false.into(), words(&["encrypt", "decrypt"])]).await
}

async fn import(bytes: &[u8], how: &JsValue, uses: &[&str]) -> Result<JsValue, CryptoError> {
    let raw = Uint8Array::from(bytes);
    let key = call("importKey", &["raw".into(), raw.clone().into(), how.clone(), false.into(), words(uses)]).await;
    raw.fill(0, 0, raw.length());
    key
}

async fn encrypt(key: &JsValue, words: &[u8], with: &str) -> Result<Letter, CryptoError> {
    let nonce = random(NONCE)?;
    let sealed = call("encrypt", &[gcm(&nonce, with), key.clone(), bytes_of(words)]).await?;
    Ok(Letter { nonce, sealed: Uint8Array::new(&sealed).to_vec() })
}

async fn decrypt(key: &JsValue, letter: &Letter, with: &str) -> Result<Vec<u8>, CryptoError> {
    let words = call("decrypt", &[gcm(&letter.nonce, with), key.clone(), bytes_of(&letter.sealed)]).await?;
    Ok(Uint8Array::new(&words).to_vec())
}

fn gcm(nonce: &[u8], with: &str) -> JsValue {
    object(&[("name", "AES-GCM".into()), ("iv", bytes_of(nonce)), ("additionalData", bytes_of(with.as_bytes()))])
}

fn random(count: usize) -> Result<Vec<u8>, CryptoError> {
    let crypto = get(&js_sys::global(), "crypto").ok_or(CryptoError::Absent)?;
    let bytes = Uint8Array::new_with_length(u32::try_from(count).unwrap_or_default());
    let function: Function =
        get(&crypto, "getRandomValues").and_then(|function| function.dyn_into().ok()).ok_or(CryptoError::Absent)?;
    function.call1(&crypto, &bytes).map_err(|_| CryptoError::Refused)?;
    Ok(bytes.to_vec())
}

/// Calls a function of SubtleCrypto, which may not be there, and waits for what it promises.
async fn call(name: &str, arguments: &[JsValue]) -> Result<JsValue, CryptoError> {
    let crypto = get(&js_sys::global(), "crypto").ok_or(CryptoError::Absent)?;
    let subtle = get(&crypto, "subtle").ok_or(CryptoError::Absent)?;
    let function: Function =
        get(&subtle, name).and_then(|function| function.dyn_into().ok()).ok_or(CryptoError::Absent)?;
    let arguments: Array = arguments.iter().collect();
    let promise = function.apply(&subtle, &arguments).map_err(|_| CryptoError::Refused)?;
    let promise: Promise = promise.dyn_into().map_err(|_| CryptoError::Refused)?;
    JsFuture::from(promise).await.map_err(|thrown| {
        let wrong = get(&thrown, "name").is_some_and(|name| name == "OperationError");
        if wrong { CryptoError::Wrong } else { CryptoError::Refused }
    })
}

fn get(object: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(object, &name.into()).ok().filter(|value| !value.is_falsy())
}

fn object(fields: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in fields {
        // Fails for no plain object.
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object.into()
}

fn bytes_of(bytes: &[u8]) -> JsValue {
    Uint8Array::from(bytes).into()
}

fn words(words: &[&str]) -> JsValue {
    words.iter().map(|word| JsValue::from(*word)).collect::<Array>().into()
}
