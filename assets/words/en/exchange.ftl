# The dialogs that write notes into files and read them from files.

## The buttons on the notebook's page

# A verb on a button.
export = Export
# A verb on a button.
import = Import
reminder = { $missing ->
    [one] 1 of your notes is in no exported file. If this browser’s data is cleared, it is gone.
   *[other] { $missing } of your notes are in no exported file. If this browser’s data is cleared, they are gone.
}
switch-reminder-off = Don’t remind me
reminder-off = You will not be reminded. The settings can switch it on again.

## Export

# The dialog's heading.
export-notes = Export notes
# The question before “Everything” and “What the filter shows”.
which-notes = Which notes
everything = Everything ({ NUMBER($total) })
# The notebook has a filter; $count notes pass it.
filtered = What the filter shows ({ NUMBER($count) })
# The heading before the formats: as a Closely file, as text, as a table.
format-legend = As
json = Closely file
json-hint = JSON. Holds everything; can be imported again, here or in other programs.
markdown = Text
markdown-hint = Markdown, for Obsidian and other notebooks.
csv = Table
csv-hint = CSV, for spreadsheets.
# A verb on a button.
print = Print
# A verb on a button.
share = Share
# A verb on a button.
download = Download
not-taken = The browser did not take the file. Reload the page, then try again.
# $file is the file's name.
exported = { $count ->
    [one] Exported 1 note to { $file }
   *[other] Exported { $count } notes to { $file }
}

## Import: choosing a file

# The dialog's heading.
import-notes = Import notes
which-file = A file that Closely exported (.json), or notes on these articles from Hypothesis (.json) or Readwise (.csv).
    You see what it would change before anything is changed.
# The label of the field that takes the file.
notes-file = Notes file
reading = Reading the file…
too-large = This file is larger than 20 MB, so it was not read. Choose a notes file.
unreadable = This file can’t be read. See that it is still there, then choose it again.

## Import: what the file holds

no-notes = This file holds no notes.
all-here = Everything in this file is here already.
none-can-come-in = Nothing new in this file can come in.
# A table follows, of how many notes are new, different and so on.
file-holds = Nothing is changed yet. The file holds:
# A row of the table: notes that are not in the notebook.
new = New
# A row of the table: notes that are in the notebook and say something else there.
changed = Different from yours
# A row of the table: notes that the reader deleted in this notebook.
deleted = Deleted here
# A row of the table: notes that are in the notebook as they are.
same = Here already
# A row of the table: notes that can't be imported.
refused = Can’t come in
# The question before the next three.
differing = Where a note differs from yours
keep-both = Keep both versions
# The file's version of the note replaces the reader's.
take-theirs = Take the file’s
keep-mine = Keep mine
bring-back = Bring back what I deleted here
# The summary that opens the list of reasons.
reasons = What can’t come in, and why
# The end of a long list of reasons.
more-reasons = And { NUMBER($count) } more.
choose-another = Choose another file
# On a button.
import-count = { $count ->
    [one] Import 1 note
   *[other] Import { $count } notes
}

## Import: afterwards

came-in = { $count ->
    [0] No notes came in
    [one] 1 note came in
   *[other] { $count } notes came in
}
undo = Undo the import
undone = The import was undone
# $stayed notes were not taken back.
undone-in-part = The import was undone. { $stayed ->
    [one] 1 entry stayed, because you changed it since.
   *[other] { $stayed } stayed, because you changed them since.
}
done = Done
