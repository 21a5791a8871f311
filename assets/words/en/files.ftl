# What reading a notes file, and writing one, says; and the code of a link.

## Why a file can't be imported

empty = This file is empty. Export your notes again and choose the new file.
archive = This is a compressed file. Unpack it, then choose the notes file inside.
pdf = This is a PDF. Choose a notes file that ends in .json, or a Readwise table in .csv.
picture = This is a picture. Choose a notes file that ends in .json, or a Readwise table in .csv.
utf16 = This file is in UTF-16. Save it again as UTF-8, then choose it.
not-utf8 = This file is damaged or not in UTF-8. Export it again, or save it again as UTF-8.
html = This is a web page, perhaps the page that a download failed with. Export the notes again.
cut-off = This file was cut off before its end. Copy or download it again, whole.
not-json = This file should be JSON and has a mistake in it. Export it again, and don’t edit it by hand.
other-json = This is JSON, and no notes are in it. Choose a file that Closely or Hypothesis exported.
markdown = Markdown is for reading elsewhere and can’t come back. Choose the .json file that you exported.
own-table = A table is for reading elsewhere and can’t come back. Choose the .json file that you exported.
# “Highlight” and “Book Title” are columns' names as Readwise writes them: they stay English.
other-table = This table is not one of Readwise’s: its columns “Highlight” and “Book Title” are missing.
    Export it there as CSV.
unknown = This is no notes file. Choose a .json file of Closely or Hypothesis, or a .csv file of Readwise.

## Why an entry of a file can't be imported

# $why is one of the sentences that follow, in which “It” is the entry.
entry = Entry { NUMBER($number) }: { $why }
# Annotations are what other programs call notes and highlights.
no-annotation = It is no annotation. Export it again where it comes from.
# “exact” is the name of a field: it stays English.
no-quote = It has no quote (“exact”), so its words can’t be found. Mark them again.
backward = Its position starts after its end or marks nothing. Mark the words again.
# $name is the name of a field or a column, such as “created”.
field = Its field “{ $name }” is missing or can’t be read. Export it again.
# $kind is a word that a later version wrote, such as “drawing”.
unknown-kind = It is a “{ $kind }”, which this version does not know. Update Closely.
nowhere = It does not say which article it is about. Mark the passage again.
# $what is the address of a page or the title of a book.
elsewhere = It is about “{ $what }”, which is no article here. Keep it where it is.
reply = It is a reply to somebody’s annotation. Keep it where it is.
# $words is what the reader had typed.
unsaved = These words were never saved; copy them from here: “{ $words }”
# “Its” and “it”: of the browser whose notes the file holds.
encrypted = Its notes are encrypted. Unlock the notebook in the browser that wrote it, and export them there.
older = An older version of Closely wrote it, in a way that is not known.
newer = A newer version of Closely wrote it. Import it with that version.

## The exported text (Markdown)

# The heading of the file.
heading = Notes from Closely
# $day is a date such as 2026-11-21.
exported-on = Exported on { $day }.
# Stands above a section that the reader marked to come back to.
bookmark = Bookmark
# A link to the section of a note.
section = section
# A link to the words of a highlight.
passage = passage
# Where a note stands that belongs to no section; in the table too.
whole-article = The whole article

## The code of a link

# A code is a QR code, for cameras.
qr-too-long = This link is too long for a code. Send it as a link or as a file.
