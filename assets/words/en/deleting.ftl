# What is said when the reader’s own marks and notes are changed or deleted, with a way back.

## What was deleted

bookmark = Bookmark deleted
highlight = Highlight deleted
reflection = Reflection deleted
# To a question of a reading pack.
answer = Answer deleted
note = Note deleted

## What became of it

# $done says what was done, such as “Note deleted” or “3 entries tagged”; $error is a sentence.
no-further = { $done }. Then it went no further. { $error }
still-there = It was changed in another tab, so it is still there.
# $done as above; $left is how many of the marks were not changed.
some-stayed = { $done }. { $left ->
    [one] 1 stayed as it is: it was changed in another tab.
   *[other] { $left } stayed as they are: they were changed in another tab.
}

## Taking it back

taken-back = Taken back
changed-since = It was changed since, so it stays as it is.
# $left is how many of the marks were not taken back.
taken-back-but = Taken back, but for { $left ->
    [one] 1 that was changed since.
   *[other] { $left } that were changed since.
}
# A reader pressed Cancel in a field for their words. No full stop: “Undo” stands beside it.
cancelled = Cancelled. What you typed is gone
