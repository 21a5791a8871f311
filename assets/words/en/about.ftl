# The page about this library.

title = About this library
lede = A quiet place for long reads, made for reading closely: with a pencil in hand, at your own pace.
data-heading = What stays with you
data = Everything you mark or write is kept in this browser, on this device, and nowhere else. There is no account and
    no server that could know you, and no visit is counted. Whoever can open this browser can read your notes; clearing
    the browser’s data clears them too.
pencil-heading = Reading with a pencil
# $notebook is a link: the word “notebook”.
pencil = Select words to highlight them in one of five colours, and press a highlight to add a note to it. Every section
    can be bookmarked, linked to and written about. All of it is gathered in your { $notebook }.
notebook = notebook
teaching-heading = For people who teach
# $pack is a link: the words “reading pack”.
teaching = Each section has an address of its own that will go on working: press the link beside its heading. A
    { $pack } leads a class through a few passages, with a question at each. You may copy, print and translate the
    articles under Creative Commons Attribution 4.0 if you say where they come from.
reading-pack = reading pack
not-heading = What this is not
not = The articles are education for adults. They are no diagnosis, and no stand-in for a doctor, a therapist or someone
    you trust. Every article ends with a section on getting support.
licence-heading = Licence
# $licence is a link: the next.
licence = The articles and their figures: { $licence }. The program: MIT.
creative-commons = Creative Commons Attribution 4.0
