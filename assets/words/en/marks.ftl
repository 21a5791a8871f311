# Marking words and writing notes: the toolbar, the dialog of a highlight, the field of a note, footnotes in place.

## The toolbar for chosen words

# The name of the toolbar: what is chosen.
selection = Selection
# The name of a button. $colour: one of the names of colours below.
highlight-in = Highlight { $colour }
# Buttons: verbs.
add-note = Add note
copy-link = Copy link
cite = Cite
share = Share
listen = Listen

## The names of colours, as they stand in a sentence

yellow = yellow
green = green
blue = blue
pink = pink
purple = purple

## “Highlight this”: for who can't select words

# A button beside a paragraph, a heading or the like: highlights all of it.
highlight-this = Highlight this
# Its names.
highlight-this-heading = Highlight this heading
highlight-this-paragraph = Highlight this paragraph
# A point of a list.
highlight-this-point = Highlight this point
# The words below a figure.
highlight-this-caption = Highlight this caption

## The dialog of a highlight

# A heading: marked words, a noun.
highlight = Highlight
# Those that lie over one another.
highlights-here = Highlights here
previous-here = Previous highlight here
next-here = Next highlight here
step-of = { NUMBER($step) } of { NUMBER($count) }
# $others: buttons, each a passage that is highlighted and shares words with this one.
also-here = Also marked here: { $others }
# A passage, in the quotation marks of the language.
quoted = “{ $words }”
colour = Colour
# A field.
note = Note
change-ends = Change where it begins and ends
# Buttons that move the beginning or the end of the highlight by a word.
start-earlier = Start earlier
start-later = Start later
end-earlier = End earlier
end-later = End later
# Both ends, by hand in the text.
drag-ends = Drag the ends
# Opens fields for what each colour means to the reader.
name-colours = Name the colours
delete = Delete
cancel = Cancel
done = Done

## The field of a note

# In the empty field.
a-few-words = A few words, if you like. They stay on this device.
saving = Saving…
saved = Saved on this device
# $when: “14:02” today, else “12 November”.
saved-when = Saved on this device, { $when }
# $why: what is wrong and what helps, in sentences.
not-saved = Not saved. { $why }
not-saved-discreet = Not saved: discreet mode
not-saved-tab = Not saved: this tab is in discreet mode.
kept-both = This note was also changed in another tab. Both versions are in your notebook.
# Said of a note that the reader emptied here.
changed-elsewhere = It was changed in another tab, so it is still there.

## What a footnote says or a word means, shown in place

# Links to the end of the article: footnotes; words of the glossary.
all-notes = All notes
all-words = All words
# A link: where else the word is used.
in-other-articles = In other articles
close = Close
