//! Under a passphrase and back: one record after the other, each read back before its other form goes.

use super::super::leftovers;
use super::{Left, News, Slot, Stored, Vault};
use crate::storage::StoreError;

impl Vault {
    /// Takes in the private records that stand plain: those of before the passphrase, and what an old tab wrote. Each is
    /// sealed and read back before its plain form goes. To be called once the vault is read, and whenever a plain record
    /// is heard of.
    ///
    /// # Errors
    /// The store's. What was not taken in stays plain.
    pub fn take_in(&self) -> Result<Vec<News>, StoreError> {
        let mut news = Vec::new();
        for key in leftovers(&*self.under)? {
            let Some(plain) = self.under.read(&key)? else { continue };
            let known = self.inner.borrow().slots.get(&key).cloned().unwrap_or_default();
            match known.bytes {
                // Sealed already: the plain form was to go.
                Some(bytes) if bytes == plain && self.stands(&known)? => self.remove_from_store(&key)?,
                Some(bytes) if bytes == plain => {}
                Some(_) => {
                    self.inner.borrow_mut().beside.insert(key.clone());
                    news.push(News::Beside { key, plain });
                }
                None => {
                    self.put(&key, Some(plain));
                    news.push(News::Changed(key));
                }
            }
        }
        Ok(news)
    }

    /// Whether the store has it sealed, as it is read here.
    fn stands(&self, slot: &Slot) -> Result<bool, StoreError> {
        let Some(stored) = slot.stored.as_ref().filter(|_| !slot.waits()) else { return Ok(false) };
        Ok(self.under.read(&stored.name)?.as_ref() == Some(&stored.text))
    }

    /// What stood plain beside a sealed record is taken care of: the plain form goes.
    ///
    /// # Errors
    /// The store's.
    pub fn drop_plain(&self, key: &str, plain: &str) -> Result<(), StoreError> {
        self.inner.borrow_mut().beside.remove(key);
        if self.under.read(key)?.as_deref() == Some(plain) { self.remove_from_store(key) } else { Ok(()) }
    }

    /// What another tab that removed the passphrase can't have written plain: writes that are in memory alone, and
    /// records that still stand sealed. The vault is of no use any more; whoever kept it brings these to the plain store.
    ///
    /// # Errors
    /// The store's, where it can't be read.
    pub fn left(&self) -> Result<Vec<Left>, StoreError> {
        let mut left = Vec::new();
        for (key, slot) in &self.inner.borrow().slots {
            let Some(bytes) = slot.bytes.clone() else { continue };
            let sealed = slot.stored.as_ref().map(|stored| self.under.read(&stored.name)).transpose()?.flatten();
            if slot.waits() || sealed.is_some() {
                let (base, name) = slot.stored.clone().map(|Stored { bytes, name, .. }| (bytes, name)).unzip();
                left.push(Left { key: key.clone(), base, bytes, name: name.filter(|_| sealed.is_some()) });
            }
        }
        Ok(left)
    }

    /// Writes everything plain again, each record read back before its sealed form goes: on the way to no passphrase.
    /// It can be broken off anywhere and called again; what has its plain form already is passed over. Whoever stays under
    /// the passphrase after all calls [`Vault::take_in`] and [`Vault::retry`]. Where a plain
    /// record says something else, both stay and [`News::Beside`] comes back: it is to be taken care of first.
    ///
    /// # Errors
    /// The store's; [`StoreError::NotKept`] while writes are on their way, and [`StoreError::Unreadable`] where sealed
    /// records are damaged: without the lock they could never be opened.
    pub fn empty(&self) -> Result<Vec<News>, StoreError> {
        if !self.is_read() {
            return Err(StoreError::NotKept);
        }
        if !self.inner.borrow().damaged.is_empty() {
            return Err(StoreError::Unreadable);
        }
        let mut news = Vec::new();
        let slots: Vec<(String, Slot)> =
            self.inner.borrow().slots.iter().map(|(key, slot)| (key.clone(), slot.clone())).collect();
        for (key, slot) in slots {
            let Some(bytes) = slot.bytes.clone() else { continue };
            let plain = self.under.read(&key)?;
            let Some(stored) = slot.stored.clone() else {
                if plain.as_ref() == Some(&bytes) {
                    continue;
                }
                return Err(StoreError::NotKept);
            };
            if !self.stands(&slot)? {
                return Err(StoreError::NotKept);
            }
            match plain {
                Some(plain) if plain != bytes => {
                    self.inner.borrow_mut().beside.insert(key.clone());
                    news.push(News::Beside { key, plain });
                    continue;
                }
                Some(_) => {}
                None => self.under.write(&key, &bytes)?,
            }
            if self.under.read(&key)?.as_ref() != Some(&bytes) {
                return Err(StoreError::NotKept);
            }
            self.remove_from_store(&stored.name)?;
            let mut inner = self.inner.borrow_mut();
            inner.names.remove(&stored.name);
            if let Some(slot) = inner.slots.get_mut(&key) {
                slot.stored = None;
            }
        }
        Ok(news)
    }
}
