# For people who teach with an article (src/pages/educators.rs).

# Of the article. $link is “Read the article”.
amount = { NUMBER($words) } words, about { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
} of reading. { $link }
read-article = Read the article
sections = Sections
class-questions = Questions for a class
# A heading: what the article’s words mean.
glossary = Words
how-to-cite = How to cite
to-hand-out = To hand out
hand-out-note = Print the article from its page: highlights and notes come along. You may copy, print and translate it under Creative Commons Attribution 4.0 if you say where it comes from.
book-of-article = EPUB of this article, for e-readers
book-of-library = EPUB of the whole library
in-course = In a course page
# Stands above the code for a frame that shows a section in another page.
in-course-note = This shows one section alone; put the id of another section at the end of its address.
