# The library: what each article is about, how long it takes, how far the reader got.

title = Library
lede = Long reads about being near other people: taking your time, asking for what you want, and mending what went
    wrong.

## An article

# How long it takes to read.
minutes = { NUMBER($minutes) } min
not-started = Not started
# The reader has read it.
read = Read
# How much of it is read.
percent = { NUMBER($percent) }%
minutes-left = { NUMBER($minutes) } min left
# Back to where the reader stopped: $title is the article’s, $number the section’s, such as 5, and $section its title.
continue-at = Continue { $title } at section { $number }, { $section }
# The same, where it stands beside all that.
go-on = Continue

## The foot

# $link is the next.
book = { $link }, for e-readers
book-link = EPUB of the whole library
