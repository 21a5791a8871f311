//! The lock: the notebook's key, encrypted by the passphrase's. It stands in the store twice.
//!
//! The second copy is written when the first was read back. A crash between the two leaves an old lock beside a new one;
//! both hold the same key, so that either passphrase opens, and whichever opened is then written over the other.
//!
//! A lock says which key is behind it, by a hash that tells nothing of the key. A tab that slept while the passphrase was
//! removed and another one set finds by that that its own key is dead.

use super::digits::{to_bytes, to_text};
use super::letter::Letter;
use crate::json::{Map, Value};
use crate::storage::{Envelope, Store, StoreError, seal, unseal};

/// How often the passphrase is hashed (PBKDF2 with HMAC-SHA-256).
pub const ITERATIONS: u32 = 600_000;
/// What a lock may ask for at most: a damaged one must not keep the browser busy for hours.
const MOST: u32 = 10_000_000;
/// The shortest salt that is taken, in bytes.
const SALT: usize = 16;
/// The key of the first copy. The keyed hash of this word, which no record can have for its key, is the key's id.
pub const LOCK: &str = "closely:lock:first";
const KEYS: [&str; 2] = [LOCK, "closely:lock:second"];
/// After so many minutes without a touch the notebook is locked.
const IDLE: u64 = 15;

/// The lock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lock {
    /// What is hashed with the passphrase; random.
    pub salt: Vec<u8>,
    /// How often.
    pub iterations: u32,
    /// The notebook's key, encrypted.
    pub key: Letter,
    /// Which key that is; `None` in a lock of before locks said so.
    pub id: Option<Vec<u8>>,
    /// The notebook is on its way back to plain records.
    pub opening: bool,
    /// After so many minutes without a touch it is locked; 0 for never.
    pub idle: u64,
}

/// What the store has of a lock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LockFound {
    /// There is no passphrase.
    None,
    /// The locks that can be read, the newest first: a passphrase that opens none of them is wrong.
    Locks(Vec<Lock>),
    /// There was one, and no copy can be read.
    Damaged,
    /// A newer version wrote it: it is neither opened nor written over.
    Newer,
}

impl LockFound {
    /// Whether what is sealed with the key of this id might never be opened by it.
    pub fn is_foreign(&self, id: &[u8]) -> bool {
        match self {
            LockFound::Newer => true,
            LockFound::Locks(locks) => locks.iter().filter_map(|lock| lock.id.as_ref()).any(|other| other != id),
            LockFound::None | LockFound::Damaged => false,
        }
    }
}

/// Whether the store has a lock, whatever its state. All that a page needs to know before it is unlocked.
pub fn has_lock(store: &dyn Store) -> bool {
    KEYS.iter().any(|key| matches!(store.read(key), Ok(Some(_))))
}

/// Whether a key of the store is the lock's.
pub fn is_lock(key: &str) -> bool {
    KEYS.contains(&key)
}

impl Lock {
    /// A lock around a key that was encrypted so.
    pub fn new(salt: Vec<u8>, iterations: u32, key: Letter) -> Lock {
        Lock { salt, iterations, key, id: None, opening: false, idle: IDLE }
    }

    fn to_json(&self) -> Value {
        let mut map = Map::new();
        map.insert("salt".to_owned(), to_text(&self.salt).into());
        map.insert("iterations".to_owned(), u64::from(self.iterations).into());
        map.insert("key".to_owned(), self.key.to_text().into());
        if let Some(id) = &self.id {
            map.insert("id".to_owned(), to_text(id).into());
        }
        map.insert("opening".to_owned(), self.opening.into());
        map.insert("idle".to_owned(), self.idle.into());
        Value::Object(map)
    }

    fn from_json(value: &Value) -> Option<Lock> {
        let text = |name: &str| value.get(name).and_then(Value::as_str);
        let number = |name: &str| value.get(name).and_then(Value::as_u64);
        Some(Lock {
            salt: text("salt").and_then(to_bytes).filter(|salt| salt.len() >= SALT)?,
            iterations: number("iterations").and_then(|n| u32::try_from(n).ok()).filter(|n| (1..=MOST).contains(n))?,
            key: Letter::of_text(text("key")?)?,
            id: text("id").and_then(to_bytes),
            opening: value.get("opening").and_then(Value::as_bool)?,
            idle: number("idle")?,
        })
    }
}

/// The lock in the store.
///
/// # Errors
/// The store's, where it can't be read.
pub fn take_lock_from(store: &dyn Store) -> Result<LockFound, StoreError> {
    let mut locks = Vec::new();
    let mut there = false;
    for key in KEYS {
        let Some(text) = store.read(key)? else { continue };
        there = true;
        let value = match unseal(&text) {
            Ok(Envelope::Newer(_)) => return Ok(LockFound::Newer),
            Ok(Envelope::Current(value) | Envelope::Older(_, value)) => value,
            Err(_) => continue,
        };
        if let Some(lock) = Lock::from_json(&value)
            && !locks.contains(&lock)
        {
            locks.push(lock);
        }
    }
    Ok(match (there, locks.is_empty()) {
        (false, _) => LockFound::None,
        (true, true) => LockFound::Damaged,
        (true, false) => LockFound::Locks(locks),
    })
}

/// Puts a lock into the store, both copies, and reads each back.
///
/// # Errors
/// The store's, and [`StoreError::NotKept`]. What could be opened before still can.
pub fn write_lock(store: &dyn Store, lock: &Lock) -> Result<(), StoreError> {
    let text = seal(&lock.to_json());
    for key in KEYS {
        store.write(key, &text)?;
        if store.read(key)?.as_ref() != Some(&text) {
            return Err(StoreError::NotKept);
        }
    }
    Ok(())
}

/// Takes the lock away, once nothing is sealed any more.
///
/// # Errors
/// The store's; [`StoreError::Refused`] where something is sealed still: without the lock it could never be opened.
pub fn take_lock_away(store: &dyn Store) -> Result<(), StoreError> {
    if store.keys()?.iter().any(|key| key.starts_with(super::SEALED)) {
        return Err(StoreError::Refused);
    }
    for key in KEYS {
        store.remove(key)?;
        if store.read(key)?.is_some() {
            return Err(StoreError::NotRemoved);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::{Fault, MemoryStore};

    fn lock(salt: u8) -> Lock {
        Lock::new(vec![salt; 16], ITERATIONS, Letter { nonce: vec![salt; 12], sealed: vec![salt; 48] })
    }

    #[test]
    fn one_copy_is_enough() {
        let store = MemoryStore::default();
        assert_eq!(take_lock_from(&store), Ok(LockFound::None));
        assert!(!has_lock(&store));
        assert_eq!(write_lock(&store, &lock(1)), Ok(()));
        assert_eq!(take_lock_from(&store), Ok(LockFound::Locks(vec![lock(1)])));
        for key in KEYS {
            let whole = store.take(key).unwrap_or_default();
            assert!(has_lock(&store) && is_lock(key));
            assert_eq!(take_lock_from(&store), Ok(LockFound::Locks(vec![lock(1)])), "{key} is gone");
            store.put(key, &whole.replace("600000", "600001"));
            assert_eq!(take_lock_from(&store), Ok(LockFound::Locks(vec![lock(1)])), "{key} is damaged");
            store.put(key, &whole);
        }
    }

    #[test]
    fn a_lock_of_which_nothing_can_be_read_is_damaged_and_not_missing() {
        let store = MemoryStore::default();
        assert_eq!(write_lock(&store, &lock(1)), Ok(()));
        for key in KEYS {
            store.put(key, "{");
        }
        assert_eq!(take_lock_from(&store), Ok(LockFound::Damaged));
        assert!(has_lock(&store), "it is locked all the same");
    }

    #[test]
    fn a_lock_says_which_key_is_behind_it() {
        let store = MemoryStore::default();
        let named = |id: u8| Lock { id: Some(vec![id; 16]), ..lock(id) };
        assert_eq!(write_lock(&store, &named(1)), Ok(()));
        let found = take_lock_from(&store).expect("reachable");
        assert_eq!(found, LockFound::Locks(vec![named(1)]));
        assert!(!found.is_foreign(&[1; 16]));
        assert!(found.is_foreign(&[2; 16]), "its own key is not behind this lock");
        // Another passphrase is no other key.
        assert!(!LockFound::Locks(vec![Lock { id: Some(vec![1; 16]), ..lock(3) }]).is_foreign(&[1; 16]));
        assert!(LockFound::Locks(vec![named(1), named(2)]).is_foreign(&[1; 16]), "one copy is enough");
    }

    #[test]
    fn a_lock_of_before_locks_said_their_key_is_read_as_ever() {
        let store = MemoryStore::default();
        let old = concat!(
            r#"{"checksum":"9a5a205e","record":{"idle":15,"iterations":600000,"key":"#,
            r#""{\"nonce\":\"AQEBAQEBAQEBAQEB\",\"sealed\":\"AQEB\",\"version\":1}","#,
            r#""opening":false,"salt":"AQEBAQEBAQEBAQEBAQEBAQ"},"version":1}"#
        );
        store.put(LOCK, old);
        let found = take_lock_from(&store).expect("reachable");
        let LockFound::Locks(locks) = &found else { unreachable!("{found:?}") };
        assert_eq!(locks.iter().map(|lock| lock.id.clone()).collect::<Vec<_>>(), [None]);
        assert!(!found.is_foreign(&[1; 16]));
    }

    #[test]
    fn a_lock_of_a_newer_version_is_not_taken_for_a_damaged_one() {
        for key in KEYS {
            let store = MemoryStore::default();
            assert_eq!(write_lock(&store, &lock(1)), Ok(()));
            store.put(key, r#"{"checksum":"?","record":{},"version":99}"#);
            let found = take_lock_from(&store).expect("reachable");
            assert_eq!(found, LockFound::Newer, "{key}");
            assert!(found.is_foreign(&[1; 16]), "nothing is sealed until it is known what it means");
        }
    }

    #[test]
    fn a_crash_at_any_step_of_a_change_leaves_a_lock_that_opens() {
        for calls in 0..6 {
            let store = MemoryStore::default();
            assert_eq!(write_lock(&store, &lock(1)), Ok(()));
            store.fail_after(calls, Fault::Blocked);
            let changed = write_lock(&store, &lock(2));
            store.fail(Fault::None);
            let found = take_lock_from(&store);
            let Ok(LockFound::Locks(locks)) = found else { unreachable!("{found:?} after {calls} calls") };
            // The new one comes first as soon as it is there, and it alone once that was said.
            assert_eq!(locks.contains(&lock(2)), calls > 0);
            assert_eq!(changed.is_ok(), calls > 3);
            if changed.is_ok() {
                assert_eq!(locks, [lock(2)]);
            }
        }
    }

    #[test]
    fn a_lock_is_not_taken_away_while_something_is_sealed() {
        let store = MemoryStore::default();
        assert_eq!(write_lock(&store, &lock(1)), Ok(()));
        store.put("closely:sealed:x", "anything");
        assert_eq!(take_lock_away(&store), Err(StoreError::Refused));
        assert_eq!(take_lock_from(&store), Ok(LockFound::Locks(vec![lock(1)])));
        store.take("closely:sealed:x");
        assert_eq!(take_lock_away(&store), Ok(()));
        assert_eq!(take_lock_from(&store), Ok(LockFound::None));
    }
}
