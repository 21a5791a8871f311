# The notebook: everything that the reader marked and wrote.

## The page

title = Notebook
# Under the title. $count: how many marks and notes there are.
lede = { $count ->
    [0] What you mark and write while reading gathers here.
    [one] One mark so far. It is kept on this device and nowhere else.
   *[other] { $count } marks and notes, kept on this device and nowhere else.
}
needs-script = Your notebook needs JavaScript: it is kept by your browser.
# Said after a change of the filter.
results = { $count ->
    [one] 1 result
   *[other] { $count } results
}
# A button. $done: what was done last, as it was said then: “2 entries deleted”.
take-back = Take back: { $done }
shown-of = { NUMBER($shown) } of { NUMBER($count) } shown
show-more = Show more
# A heading. $article: what is left to call the article by.
gone-article = { $article } (no longer in the library)

## Where there is nothing

nothing-yet-heading = Nothing here yet
nothing-yet =
    Select a few words in an article to highlight them, press the ribbon beside a heading to bookmark it,
    or the pencil to write down a thought.
open-library = Open the library
no-bookmarks = No bookmarks yet. Press the ribbon beside a heading, and the section waits for you here.
no-highlights = No highlights yet. Select a few words in an article and choose a colour.
# “Add note” is a button of the reader, “Edit note” one beside each entry here: as they are called there.
no-notes =
    No notes on passages yet. Select words in an article and press “Add note”, or press “Edit note” here.
no-reflections =
    Nothing written yet. Press the pencil beside a heading, or answer one of the questions in an article.
no-match = Nothing here matches. Widen the filter to see more.
show-everything = Show everything

## An entry

# A button: to where the words stand in the article.
go-to-passage = Go to passage
edit-note = Edit note
# A button: the note is written.
done = Done
delete = Delete
# The name of the field that a note is written in.
note = Note
# The name of the box before an entry. $words: the first words of what it is about.
select-entry = Select “{ $words }”
# $colour: the name of one, within a sentence.
highlight-of-colour = Highlight, { $colour }
# The kind of an entry, a noun.
bookmark = Bookmark
# The kind of an entry, a noun.
reflection = Reflection
# The kind of an entry, a noun: to a question.
answer = Answer
# In the place of a section's title.
whole-article = The whole article

## The filter

filter = Filter your notes
search-notes = Search notes
# In the empty field of the search.
any-word = Any word
article = Article
all-articles = All articles
tag = Tag
all-tags = All tags
order = Order
by-article = By article
by-date = By date, latest first
kind = Kind
colour = Colour
# All colours.
all-colours = All

## The kinds that are chosen among

everything = Everything
highlights = Highlights
notes = Notes
reflections = Reflections
bookmarks = Bookmarks

## Several at once

# A button: begins choosing.
select = Select
# How many entries are chosen.
selected = { NUMBER($count) } selected
# A button: chooses all entries.
select-all = Select all { NUMBER($count) }
selected-entries = Selected entries
# A button: gives the chosen entries this colour.
give-colour = Colour { $colour }
tag-for-selected = Tag for the selected entries
add-tag = Add tag
remove-tag = Remove tag
delete-selected = Delete selected
write-tag-first = Write the tag first.
select-first = Select entries first, with the boxes beside them.
made-colour =
    { $count ->
        [one] 1 entry
       *[other] { $count } entries
    } made { $colour }
tagged =
    { $count ->
        [one] 1 entry
       *[other] { $count } entries
    } tagged “{ $tag }”
untagged =
    Tag “{ $tag }” taken off { $count ->
        [one] 1 entry
       *[other] { $count } entries
    }
deleted =
    { $count ->
        [one] 1 entry
       *[other] { $count } entries
    } deleted

## The names of colours, as they stand in the sentences above

