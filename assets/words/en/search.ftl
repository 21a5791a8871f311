# Search: through the library and the reader's notes.

## The page

# The page's name, a noun.
title = Search
search-library = Search the library
hint =
    Titles, sections, every word of the articles, and what you wrote yourself. Words in “quotation marks” are looked for
    as they stand.
needs-script = Searching needs JavaScript. Every article can be read without it, from the library.

## What was found

results = { $count ->
    [0] Nothing found. Fewer letters find more.
    [one] 1 result
   *[other] { $count } results
}
# What was typed is nowhere. $words: what was looked for instead.
results-instead =
    No word is spelled like that. { $count ->
        [one] 1 result
       *[other] { $count } results
    } for “{ $words }”
# A heading; a number follows.
your-notes = Your notes
# After the places that were found in an article: there are more.
more-sections = { $count ->
    [one] and in one more section
   *[other] and in { $count } more sections
}
