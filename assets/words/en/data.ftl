# “Your data” on the page “Reading and data”: what is kept on this device, and how to erase it.

## src/pages/your_data.rs

where-kept =
    Everything you mark or write is kept in this browser, on this device, and nowhere else. Clearing the browser’s data
    clears it too.
# A button that opens a dialog, and the one in it that does it.
erase-everything = Erase everything
# The dialog's heading.
erase-question = Erase everything?
# A button that unlocks stands behind it.
locked = The notebook is locked. Unlock it to see what is kept, to export and to import.
erased = Everything of Closely’s was erased from this browser.
# Follows “Everything of Closely’s was erased from this browser.”
not-erased = Your browser’s history and files that you exported are still there.
# Home Screen and Dock are Apple's names.
safari =
    Safari deletes what websites keep after seven days of use without a visit. Add Closely to your Home Screen or
    Dock, or export your notes now and then.

# The name of a row: how much is kept, such as “13 KB, less than 1% of the room there is”.
room-taken = Room taken
# The value of `room-taken` where the browser stores nothing.
nothing-kept = nothing can be kept
# The name of a row; its value is a time or `never`.
last-exported = Everything last exported
never = never
# The name of a row; its value is `promised` or `not-promised`.
promise = Promised to be kept by the browser
promised = yes, until you clear its data
# The button `ask-promise` stands behind it.
not-promised = no
# A button; “it” is the browser, which is asked for the promise.
ask-promise = Ask it to
now-promised = The browser promised to keep your notes.
still-not-promised = The browser did not promise it. It may later, when you visit often or install Closely.
# A checkbox.
remind = Remind me in the notebook when notes are in no exported file for two weeks

download-record = Download the record
download-records = Download them all
unusable-records = { $count ->
    [1] One record could not be used.
   *[other] { $count } records could not be used.
}
# Follows `unusable-records`, for one record and for more.
kept-as-found = They are kept exactly as they were found; nothing else is affected.

erases-locked =
    This removes the locked notebook, its passphrase and your settings, and the copies that make Closely work without a
    connection. It can’t be undone. To keep your notes elsewhere, export them first.
erases =
    This removes { $count ->
        [0] your settings and places in articles
        [1] 1 mark or note, your settings and places in articles
       *[other] { $count } marks and notes, your settings and places in articles
    }, and the copies that make Closely work without a connection. It can’t be undone. To keep your notes elsewhere,
    export them first.
# “It” is what the button does.
does-not-erase = It can’t erase your browser’s history, files that you exported, or what is on other devices.
# A button: nothing is erased.
keep-them = Keep them
copies-left =
    Your notes are erased. Copies of the articles are still there: clear this site in the browser’s settings.
records-left =
    { $left ->
        [one] 1 record is
       *[other] { $left } records are
    } still there. Close other tabs of Closely, reload this page, then try again.
