# The glossary of all articles.

title = Glossary
lede = The words that the articles explain, and where they are used.
# Where a word is used: before the first section of an article. It stands alone, as a link.
beginning = the beginning
