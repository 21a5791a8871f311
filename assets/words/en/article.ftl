# What the interface says within an article: tools of sections, notes, words, figures, questions, what follows the text.

## The table of contents

contents = Contents
close-contents = Close contents
# Read after the title of a section that has a bookmark.
and-bookmarked = , bookmarked

## The tools beside a heading

# The name of a button that is pressed or not. $section: the title of the section.
bookmark-section = Bookmark { $section }
# The same, shown when it is pointed at.
bookmark = Bookmark
# Said when it was pressed.
bookmarked = Bookmarked: { $section }
link-to-section = Link to { $section }
# A link to the section, a noun.
link = Link
link-copied = Link copied
link-not-copied = The link is in the address bar. This browser did not let it be copied.
# The name of a button.
reflect-on-section = Reflect on { $section }
# The same, shown when it is pointed at.
reflect = Reflect
# The name of a button.
share-section = Share { $section }
# The same, shown when it is pointed at.
share = Share

## The fields for the reader's own words

your-reflection = Your reflection
# The name of the field.
reflection-on-section = Reflection on { $section }
# Above the author's questions to the reader.
to-reflect-on = To reflect on
# On the article as a whole.
your-note = Your note
what-you-take = What do you take with you from this article?

## Boxes and figures

# The names of boxes: what research found; something to try; something useful to know; how to stay safe.
evidence = Evidence
try-this = Try this
good-to-know = Good to know
safety = Safety
# Before a caption.
figure = Figure { NUMBER($number) }.
# Opens the long description of a picture.
describe-picture = Describe the picture

## In the text

# The name of a reference to a footnote.
note = Note { NUMBER($number) }
# Marked words, a noun.
highlight = Highlight
highlight-with-note = Highlight with a note
open-highlight = Open this highlight
# The name of the number before a passage.
stop-of-pack = Stop { NUMBER($number) } of a reading pack

## After the text

for-a-class = For a class
for-educators = For educators
epub = EPUB, for e-readers
# A heading: the footnotes.
notes = Notes
back-to-note = Back to note { NUMBER($number) } in the text
# $mention: which of the places that refer to the note, from 1.
back-to-mention = Back to mention { NUMBER($mention) } of note { NUMBER($number) } in the text
# A heading: the words of the glossary that the article uses.
words-used-here = Words used here
# On paper. $title: the article's; $byline: who wrote it; $closely: the link below.
source = “{ $title }” by { $byline }, { $closely }. Creative Commons Attribution 4.0 International.
on-closely = on Closely
next-article = Next article
next-in-library = Next in the library
library = Library
that-was-the-last = That was the last article
back-to-library = Back to the library
