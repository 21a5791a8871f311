# Find in article: the bar that finds words in the article that is open.

# On the button that opens the bar, next to its icon.
find = Find
find-in-article = Find in article
nothing-found = Nothing found
# “3 of 17”: the place that is shown, of all that were found.
place-of = { NUMBER($place) } of { NUMBER($count) }
# $place: the message place-of. $section: a title.
in-section = { $place }, in { $section }
# What was typed was not found, but something near it. $place: place-of or in-section. $words: what was found instead.
spelled-otherwise = No word is spelled like that. { $place }: “{ $words }”
previous-place = Previous place
next-place = Next place
highlight-this = Highlight this
already-highlighted = It is highlighted already
search-all = Search all articles
close-find = Close find
