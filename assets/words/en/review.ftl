# Highlights whose words changed or went when an article was revised, and what the reader decides about each.

# The name of the part of the notebook.
marks-that-need-you = Marks that need you
shown-of = { NUMBER($shown) } of { NUMBER($count) } shown
show-more = Show more that need you

## Why they are here

# A heading: marks that need review.
needs-review = Needs review
why-review = An article was revised, and this is our best match. Is it still the passage you meant?
# A heading: marks that lost their place.
lost-their-place = Lost their place
why-lost =
    These words are no longer in the article. Your marks and notes are safe; you can give them a new place or leave them
    as they are.

## An entry

# $colour: one of the names of colours in the room marks.
highlight-of-colour = Highlight, { $colour }
# Before the words as they were marked.
you-marked = You marked
# Before the words as they are now.
it-now-reads = It now reads
# The name of the field.
note = Note
edit-note = Edit note
done = Done

## What can be done

# The match is right.
it-is-here = It is here
go-to-passage = Go to passage
# For a mark that lost its place.
find-a-place = Find a place
# For a mark with a match that is not right.
pick-another = Pick another place
keep-as-it-is = Keep as it is
delete = Delete

## What was done

kept-as-it-is = Kept as it is, among your other notes
has-its-place = It has its place again
