# The passphrase that encrypts the notebook: giving, setting, changing and removing it, and what goes wrong with it.

## src/components/passphrase/form.rs

# A checkbox: shows the passphrase in its field.
show-typed = Show what I type

## src/components/passphrase/pane.rs

# A heading of the settings page, and the name of the field in which it is given.
passphrase = Passphrase
what-it-does =
    A passphrase encrypts your notebook on this device: marks, notes, answers, reading packs, and how far you read.
    Without it they can’t be read, not even by somebody who searches this browser’s files. You are asked for it whenever
    Closely is opened or reloaded; the articles can be read without.
forgotten = A forgotten passphrase can’t be recovered.
# Follows “A forgotten passphrase can’t be recovered.”
no-copy = There is no server and no copy: without it the notes are lost.
discreet = Nothing is kept in discreet mode. Leave it to set or to give a passphrase.
no-encryption = This browser can’t encrypt here. Open Closely by its https address, or in a newer browser.
# $words is `encrypted`, in bold.
encrypted-and-open = { $words }, and open in this tab.
encrypted = Your notebook is encrypted
lock-now = Lock now
# The name of a choice; its values are `never` and `minutes`.
lock-by-itself = Lock by itself when nobody touches this page for
never = Never
minutes = { NUMBER($minutes) } minutes
stays-open = The notebook stays open until you lock it or reload.
locks-itself = The notebook locks itself after { NUMBER($minutes) } minutes.

## src/components/passphrase/dialogs.rs

# A button and the heading of the dialog that it opens.
set-one = Set a passphrase
new-passphrase = New passphrase
# A field for the new passphrase, typed a second time.
same-again = The same again
export-first = Export first
# The button that does it.
set = Set the passphrase
encrypting = Encrypting…
is-set = Your notebook is encrypted. It is open in this tab until you lock it or reload.
# Follows “A forgotten passphrase can’t be recovered.”; “them” are the notes.
export-advice =
    Nobody has a copy of it, and without it your notes are lost. Export them first, and keep that file where only you
    find it; or write the passphrase down on paper.
# A button and the heading of the dialog that it opens.
change = Change the passphrase
# A field: the passphrase up to now.
current = The passphrase now
# The button that does it; “it” is the passphrase.
change-it = Change it
changing = Changing…
is-changed = The passphrase is changed. The old one opens nothing any more.
# Follows “A forgotten passphrase can’t be recovered.”
holds-for-new = That holds for the new one, too.
# A button that opens a dialog, and the one in it that does it.
remove = Remove the passphrase
# The dialog's heading.
remove-question = Remove the passphrase?
removing = Removing…
is-removed = The passphrase is removed. Your notes can be read in this browser again.
# A button: the passphrase stays.
keep-it = Keep it
# What follows from removing the passphrase.
readable-again = Your notes then stand in this browser as they did before: whoever can open it can read them.

## src/components/passphrase/unlock.rs

unlock-notebook = Unlock the notebook
# A button.
unlock = Unlock
unlocking = Unlocking…
is-unlocked = The notebook is unlocked.
is-locked = The notebook is locked
opens-them = Your marks and notes are encrypted on this device. The passphrase opens them in this tab.
not-downloaded = The browser did not take the file. Reload the page, then try again.
lock-damaged = The lock of your notebook is damaged.
# Follows “The lock of your notebook is damaged.”
lock-damaged-why =
    That has nothing to do with your passphrase: what it is checked against can’t be read any more, in either of its two
    copies, and so the notes can’t be opened here.
lock-damaged-way =
    Closely changes nothing of it. Download what is there before you do anything else. If you exported your notes
    before, you can then erase everything and import that file.
download = Download what is there

## src/sealed/passphrase.rs

too-short = Take at least { NUMBER($shortest) } characters. Four or five words are easy to remember.
differs = The two are not the same. Type the passphrase again.

## src/state/locking

set-elsewhere = Another tab set a new passphrase. Unlock the notebook with it to save what you wrote here.
# “Passphrase” and “Reading and data” are headings of the settings page.
may-be-right =
    That may be the right passphrase: what it is checked against is damaged. Nothing was changed. See “Passphrase” under
    “Reading and data”.
newer-lock =
    A newer version of Closely set the lock of your notebook. Nothing was changed. Copy what is not saved, then reload
    this page to get that version.
damaged-records =
    Some encrypted records are damaged, and the passphrase belongs to them still. To go on without it, export your
    notes, download the damaged records, erase everything, and import the notes again.
changed-elsewhere = Another tab changed the passphrase just now. Reload this page, then try again.
# $why is a sentence of the room `storage`.
unsaved = Some of your words are not saved, so nothing was locked. { $why }
# $why is a sentence of the room `storage`.
half-sealed =
    Not everything could be encrypted: what is left stands as it did before, and is tried again by itself. { $why }
