# The help on the keyboard. Keys are named as keyboards of the language label them; “ / ” stands between two ways.

shortcuts = Keyboard shortcuts
on-a-mac = On a Mac, Alt is the Option key.
# A heading: what can be switched here.
here = Here
open-by-question-mark = Open this help with the question mark: ?
# “Highlight this” as in the room marks.
show-highlight-this = Show “Highlight this” at every heading and paragraph, for marking without selecting
done = Done

## Keys

alt-down-up = Alt+↓ / Alt+↑
alt-pages = Alt+Page Down / Alt+Page Up
# With the keys of the lines above.
alt-shift = Alt+Shift with these
escape = Escape
alt-h = Alt+H
alt-n = Alt+N
alt-l = Alt+L
alt-enter-tab = Alt+Enter / Tab
left-right = ← / →
enter = Enter
ctrl-enter = Ctrl+Enter
left-up = ← / ↑
right-down = → / ↓
shift-enter = Shift+Enter
# The keys of a keyboard or headset that play and pause.
media-keys = Media keys
alt-s = Alt+S
find-keys = Ctrl+F / Cmd+F
alt-p = Alt+P
alt-z = Alt+Z
shift-thrice = Shift, three times

## In an article

# A heading: the reader moves sentence by sentence.
by-sentence = In an article, sentence by sentence
to-sentence = To the next sentence, the one before
to-paragraph = To the next paragraph, the one before
choose-more = Choose more, or less
back-where-you-were = Back to where you were

## With words that are chosen

with-words = With a sentence, or with selected words
highlight = Highlight; again for the next colour
add-note = Add a note
copy-link = Copy a link
to-toolbar = To the toolbar with everything else

## In the toolbar

in-toolbar = In the toolbar
from-button-to-button = From one button to the next
# The button.
press-it = Press it
back-to-text = Back to the text

## On a highlight

on-highlight = On a highlight and in its note
# The highlight.
open-it = Open it
finish-note = Finish the note
note-as-it-was = Put the note back as it was

## At the ends of a highlight, which are moved

at-ends = At the ends of a highlight
back-by-word = Back by a word
on-by-word = On by a word
# The end stays where it is now.
leave-it = Leave it as it is now
highlight-as-it-was = Put the highlight back as it was

## Find in article

# As the dialog is called.
in-find = In “Find in article”
next-place = To the next place
place-before = To the one before
close-find = Close it, with the place selected

## Reading aloud

while-listening = While reading aloud
play-and-pause = Play, pause, back a sentence, on a sentence

## Everywhere

everywhere = Everywhere
find = Find in the article
# “Reading and data” as the page of settings is called.
find-too = The same, if you gave it that key under “Reading and data”
read-aloud = Read aloud from here, pause, go on
take-back = Take back what was done last, while that is offered
leave-site = Leave for another site at once
