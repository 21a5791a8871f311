//! Records over a store: saving with read-back, loading with quarantine, conflicts that keep both.

use super::{Envelope, EnvelopeFault, PREFIX, Store, StoreError, migration, seal, unseal};
use crate::json::Value;
use crate::words;
use std::cell::RefCell;
use std::fmt;
use std::rc::Rc;

/// What records are kept apart by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Collection {
    /// Bookmarks, highlights, reflections, answers.
    Annotation,
    /// That an annotation was deleted.
    Tombstone,
    /// How far the reader got in each article.
    Place,
    /// How the reader wants pages to look and behave.
    Settings,
    /// Reading packs that the reader opened.
    Pack,
    /// Reading packs that the reader makes.
    OwnPack,
}

impl Collection {
    const ALL: [Collection; 6] = [
        Collection::Annotation,
        Collection::Tombstone,
        Collection::Place,
        Collection::Settings,
        Collection::Pack,
        Collection::OwnPack,
    ];

    fn name(self) -> &'static str {
        match self {
            Collection::Annotation => "annotation",
            Collection::Tombstone => "tombstone",
            Collection::Place => "place",
            Collection::Settings => "settings",
            Collection::Pack => "pack",
            Collection::OwnPack => "own-pack",
        }
    }

    /// The key of a record.
    pub fn key(self, id: &str) -> String {
        format!("{PREFIX}{}:{id}", self.name())
    }

    /// The collection and id that a key names.
    pub fn of_key(key: &str) -> Option<(Collection, &str)> {
        let rest = key.strip_prefix(PREFIX)?;
        let (name, id) = rest.split_once(':')?;
        let collection = Collection::ALL.into_iter().find(|collection| collection.name() == name)?;
        Some((collection, id))
    }
}

/// A record as it was found, with the bytes it was found as.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// Its id inside the collection.
    pub id: String,
    /// What it holds.
    pub value: Value,
    /// The stored bytes: what a later write may replace.
    pub bytes: String,
}

/// A record that can't be used. It stays in the store as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quarantined {
    /// Its key.
    pub key: String,
    /// Its bytes.
    pub bytes: String,
    /// Why it can't be used.
    pub why: Why,
}

impl Quarantined {
    /// Whether a newer version of the program can use it.
    pub fn is_newer(&self) -> bool {
        matches!(self.why, Why::Newer(_))
    }
}

/// Why a record can't be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It can't be read.
    Damaged(EnvelopeFault),
    /// A newer version wrote it.
    Newer(u64),
    /// It is of this older version, and could not be made one of this.
    NotRaised(u64),
    /// Its contents make no sense to this version.
    Meaningless,
    /// The notebook's key does not open it.
    Sealed,
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Why::Damaged(fault) => fault.fmt(f),
            Why::Newer(_) => f.write_str(words::storage::newer()),
            Why::NotRaised(_) => f.write_str(words::storage::older()),
            Why::Sealed => f.write_str(words::storage::sealed()),
            Why::Meaningless => f.write_str(words::storage::incomplete()),
        }
    }
}

/// What a collection holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Loaded {
    /// The records that can be used.
    pub records: Vec<Record>,
    /// Those that can't.
    pub quarantined: Vec<Quarantined>,
}

/// What is under an id.
#[derive(Clone, Debug, PartialEq)]
pub enum Found {
    /// Nothing.
    Nothing,
    /// A record.
    Record(Record),
    /// Something that can't be used.
    Unusable(Quarantined),
}

/// How a save went well.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saved {
    /// The record is kept; these are its bytes.
    Kept(String),
    /// Somebody else changed or removed the record since it was read. Nothing was written.
    Conflict(Option<String>),
}

/// Why a save did not go well. The old record is intact.
pub type SaveError = StoreError;

/// Records over a store.
#[derive(Clone)]
pub struct Records {
    store: Rc<dyn Store>,
    /// The keys, while a program that begins asks for collection after collection.
    listed: Rc<RefCell<Option<Vec<String>>>>,
}

impl Records {
    /// Records over this store.
    pub fn new(store: Rc<dyn Store>) -> Records {
        Records { store, listed: Rc::default() }
    }

    /// Lists the keys once for all collections that are asked for from now on. For one task, in which nothing is
    /// written: [`Records::forget_list`] ends it.
    ///
    /// # Errors
    /// The store's, where it can't be read.
    pub fn list_once(&self) -> Result<(), StoreError> {
        let keys = self.store.keys()?;
        self.listed.replace(Some(keys));
        Ok(())
    }

    /// Lists the keys anew each time.
    pub fn forget_list(&self) {
        self.listed.replace(None);
    }

    /// Keys of all records.
    pub(crate) fn keys(&self) -> Result<Vec<String>, StoreError> {
        let listed = self.listed.borrow().clone();
        listed.map_or_else(|| self.store.keys(), Ok)
    }

    /// All records of a collection.
    ///
    /// # Errors
    /// The store's, where it can't be read.
    pub fn load(&self, collection: Collection) -> Result<Loaded, StoreError> {
        let mut loaded = Loaded::default();
        for key in self.keys()? {
            if let Some((_, id)) = Collection::of_key(&key).filter(|(found, _)| *found == collection) {
                match self.find(collection, id)? {
                    Found::Record(record) => loaded.records.push(record),
                    Found::Unusable(record) => loaded.quarantined.push(record),
                    Found::Nothing => {}
                }
            }
        }
        Ok(loaded)
    }

    /// The bytes under an id, whatever they are.
    pub(crate) fn bytes(&self, collection: Collection, id: &str) -> Result<Option<String>, StoreError> {
        self.store.read(&collection.key(id))
    }

    /// Ids of a collection, and the bytes under each.
    pub(crate) fn all_bytes(&self, collection: Collection) -> Result<Vec<(String, String)>, StoreError> {
        let mut all = Vec::new();
        for key in self.keys()? {
            if let Some((found, id)) = Collection::of_key(&key)
                && found == collection
                && let Some(bytes) = self.store.read(&key)?
            {
                all.push((id.to_owned(), bytes));
            }
        }
        Ok(all)
    }

    /// What is under an id.
    ///
    /// # Errors
    /// The store's, where it can't be read.
    pub fn find(&self, collection: Collection, id: &str) -> Result<Found, StoreError> {
        let bytes = self.bytes(collection, id)?;
        Ok(bytes.map_or(Found::Nothing, |bytes| read(collection, id, bytes)))
    }

    /// One record, if it is there and can be used.
    ///
    /// # Errors
    /// The store's, where it can't be read.
    pub fn get(&self, collection: Collection, id: &str) -> Result<Option<Record>, StoreError> {
        Ok(match self.find(collection, id)? {
            Found::Record(record) => Some(record),
            Found::Nothing | Found::Unusable(_) => None,
        })
    }

    /// Writes a record and reads it back. `expected` are the bytes it replaces, `None` for a new record.
    ///
    /// # Errors
    /// The store's own, and [`StoreError::NotKept`] where the read-back differs. The old record is intact.
    pub fn save(
        &self,
        collection: Collection,
        id: &str,
        value: &Value,
        expected: Option<&str>,
    ) -> Result<Saved, SaveError> {
        let key = collection.key(id);
        let present = self.store.read(&key)?;
        if present.as_deref() != expected {
            return Ok(Saved::Conflict(present));
        }
        let bytes = seal(value);
        self.store.write(&key, &bytes)?;
        if self.store.read(&key)?.as_deref() != Some(bytes.as_str()) {
            return Err(StoreError::NotKept);
        }
        Ok(Saved::Kept(bytes))
    }

    /// Writes a record over whatever this version wrote there, here or in another tab: for what is no work of the
    /// reader's. Damaged records and those of newer versions stay ([`Saved::Conflict`]).
    ///
    /// # Errors
    /// As [`Records::save`].
    pub fn replace(&self, collection: Collection, id: &str, value: &Value) -> Result<Saved, SaveError> {
        let present = self.store.read(&collection.key(id))?;
        match present.as_deref().map(|bytes| open(collection, bytes)) {
            Some(Err(_)) => Ok(Saved::Conflict(present)),
            Some(Ok(_)) | None => self.save(collection, id, value, present.as_deref()),
        }
    }

    /// Removes a record that still has the expected bytes.
    ///
    /// # Errors
    /// The store's own, and [`StoreError::NotRemoved`] where the record is still there.
    pub fn remove(&self, collection: Collection, id: &str, expected: &str) -> Result<Saved, SaveError> {
        let key = collection.key(id);
        let present = self.store.read(&key)?;
        if present.as_deref().is_some_and(|bytes| bytes != expected) {
            return Ok(Saved::Conflict(present));
        }
        self.store.remove(&key)?;
        if self.store.read(&key)?.is_some() {
            return Err(StoreError::NotRemoved);
        }
        Ok(Saved::Kept(String::new()))
    }
}

/// The record in these bytes.
pub(crate) fn read(collection: Collection, id: &str, bytes: String) -> Found {
    match open(collection, &bytes) {
        Ok(value) => Found::Record(Record { id: id.to_owned(), value, bytes }),
        Err(why) => Found::Unusable(Quarantined { key: collection.key(id), bytes, why }),
    }
}

fn open(collection: Collection, bytes: &str) -> Result<Value, Why> {
    match unseal(bytes) {
        Ok(Envelope::Current(value)) => Ok(value),
        Ok(Envelope::Older(version, value)) => {
            migration::raise(&migration::STEPS, collection, version, value).ok_or(Why::NotRaised(version))
        }
        Ok(Envelope::Newer(version)) => Err(Why::Newer(version)),
        Err(fault) => Err(Why::Damaged(fault)),
    }
}
