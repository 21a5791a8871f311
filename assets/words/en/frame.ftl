# What is around every page, and what every page can say.

## The frame around every page

skip = Skip to content
# The name of the link that the site’s sign is; “Closely” is the site’s name.
brand = Closely, library
# What the navigation is called.
site = Site
library = Library
notebook = Notebook
# The page to search the library, in the navigation.
search = Search
settings = Settings
# The name of the button that leaves the site at once; the second is it where there is little room.
quick-exit = Quick exit
exit = Exit
# What the band is called that says the next.
notice = Notice
not-saved = What you mark is not being saved.
export-notes = Export my notes
kept-here = Kept on this device. No account, no server, no counting of visits.
reading-and-data = Reading and data
glossary = Glossary
reading-packs = Reading packs
about = About this library
# The feed for feed readers (Atom).
feed = Feed

## Buttons of every page

close = Close
undo = Undo

## What did not arrive over the network

page-did-not-arrive = That page did not arrive, and some of your words are on this page alone, so it stays. See that you
    are online, then try again.
part-did-not-arrive = A part of the program did not arrive: some buttons do nothing. See that you are online, then
    reload.

## The title of a document

# $title is an article’s.
educators-title = For educators: { $title }

## The line at the head of an article that was revised

# $marks is a link: one of the next two.
revised = This article was revised. { $marks }.
marks-lost = { $count ->
    [one] 1 mark lost its place
   *[other] { $count } marks lost their place
}
marks-need-review = { $count ->
    [one] 1 mark needs review
   *[other] { $count } marks need review
}

## The page for what is not there

no-page = There is no page here
no-page-why = The link may be old, or a letter may have gone missing. Nothing of yours is lost.
search-library = Search the library
