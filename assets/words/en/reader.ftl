# The page of an article, without find (finding) and the player (listening).

## The bar above the article

reading-tools = Reading tools
contents = Contents
reading-settings = Reading settings
# On the button for them, next to its icon.
settings = Settings
# What the line in the bar measures.
reading-progress = Reading progress

## The head of the article

needs-script = Everything here can be read as it is. Bookmarks, highlights and notes need JavaScript.
# $day: “today”, “yesterday”, “on Thursday” or “on 12 November” (dates.ftl). $number: the number of a chapter.
# $section: its title, a link.
you-stopped = You stopped { $day } in section { $number }, { $section }.
# $unlock: a button, “Unlock”.
notebook-locked = The notebook is locked, so your marks are hidden. { $unlock }
# How long the article takes to read.
minutes = { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
}
# $date: “14 October 2026”.
revised = Revised { $date }

## The foot of the contents

read-to-end = Read to the end
read-so-far = { $percent }% read, { NUMBER($minutes) } min left
marked-here =
    { $marks ->
        [one] 1 mark
       *[other] { $marks } marks
    }, { $notes ->
        [one] 1 note
       *[other] { $notes } notes
    } here
this-article = This article
# A verb.
share = Share
# A verb.
cite = Cite

## An address that names what is not there

notice = Notice
# $id: as the address has it, such as “the-second-week”.
no-section = There is no section “{ $id }” in this article. It may have a new name; the contents list them all.
go-to-beginning = Go to the beginning
passage-lost =
    The passage that was linked is no longer in these words. This is the section it was in, or the article it came from.
passages-lost =
    { $lost ->
        [one] 1 of { NUMBER($asked) } linked passages is no longer in these words.
       *[other] { $lost } of { NUMBER($asked) } linked passages are no longer in these words.
    }
words-moved = These words now stand in another section.
some-words-moved = Some of these words now stand in another section.
passage-shown = The linked passage is shown
# Sentences of those above may follow.
passages-shown =
    { $count ->
        [one] The linked passage is shown.
       *[other] { $count } linked passages are shown; this is the first.
    }

## Marks

highlighted = Highlighted
# $colour: the name of one, within a sentence.
highlighted-in = Highlighted in { $colour }
# $words: what the highlight holds since its ends were moved.
now-marked = Now marked: “{ $words }”
# An end of a highlight, by a key.
no-further = It can’t go further that way.

## Picking a place for a mark that lost it

pick-a-place = Pick a place
# A passage of the article.
quoted = “{ $quote }”
# The mark. $words: those that are selected.
goes-to = It goes to “{ $words }”.
select-words = Select the words it belongs to.
select-words-first = Select the words in the article first.
attach-here = Attach here
cancel = Cancel

## Moving the ends of a highlight

change-highlight = Change the highlight
highlight-beginning = Beginning of the highlight
highlight-end = End of the highlight
drag-either-end = Drag either end, or move it with the arrow keys.
done = Done

## The margin

your-notes-in-margin = Your notes in the margin
# The heading of the endnotes on paper.
your-notes = Your notes
# $quote: the first words of a highlight.
note-on = Your note on “{ $quote }”
edit-note = Edit note

## The sentence cursor of the keyboard

# $words: the sentence that was reached last.
sentences-chosen = { NUMBER($count) } sentences. { $words }
# Said with the first sentence. $words: that sentence.
first-sentence = { $words } Alt and Enter: what you can do with it. Escape: back to where you were.
back-where-you-were = Back where you were
article-ends = The article ends here
article-begins = The article begins here

## A section in a frame of another site

# $article: a title, a link. $byline: its authors. $licence: the message of that name, a link.
embedded-source = From { $article } by { $byline }. { $licence }
licence = Creative Commons Attribution 4.0
