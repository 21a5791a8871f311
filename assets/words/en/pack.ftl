# Reading packs: a few places to read closely, each with a question. A teacher makes one, a class answers it.

pack = Reading pack
packs = Reading packs
all-packs = All reading packs
stops = Stops
notice = Notice
print = Print

## All packs (src/pages/pack/overview.rs)

packs-lede = A few places to read closely, each with a question. No account, no server: a pack is a link.
needs-script = Reading packs need JavaScript: they are opened and made by your browser.
opened-packs = Opened packs
# A link to a pack that was opened.
go-on = Go on
own-packs = Packs that you make
# A link to a pack of one's own.
edit = Edit
# The accessible name of such a link: $act is “Go on” or “Edit”.
act-on = { $act }: { $title }
untitled = Without a title yet
stop-count =
    { $count ->
        [one] 1 stop
       *[other] { $count } stops
    }
open-pack = Open a pack
open-pack-how = Follow the link that you were given, or choose the file.
pack-file = Pack file
for-teaching = For people who teach
for-teaching-how = Choose passages, ask a question at each, and send the link to a class. What students write stays on their devices until they hand it in to you.
make-pack = Make a pack
read-hand-ins = Read what was handed in

## Following a pack (src/pages/pack/follow.rs)

start = Start
start-note = Its passages are then marked in the articles until you remove the pack. Your own notes are not touched.
back-to-editing = Back to editing
gone = This pack is not here
gone-lede = It was removed, or it is on another device. Follow its link to open it again.
# $name is the teacher’s.
from-teacher = From { $name }
# $when is what the teacher wrote, such as “by Thursday”.
due = Due { $when }
lookalike = “{ $word }” has letters of another alphabet that look like familiar ones. See that you know who sent this pack.
# Questions.
answered = { NUMBER($done) } of { NUMBER($count) } answered
progress = Progress
pack-removed = Pack removed. Your answers are in your notebook.
# On paper; $name is the student’s.
name-on-paper = Name: { $name }
read-stop-by-stop = Read stop by stop
remove-pack = Remove this pack
hand-in = Hand in
hand-in-note = Your answers are on this device alone until you send them.
name-for-teacher = Your name, as your teacher knows it
save-hand-in = Save hand-in file
copy-as-text = Copy as text
answers-copied = Answers copied
answers-too-long = Your answers are too long for one file. Shorten the longest, then hand in again.
file-saved = The file is with your downloads. Send it to your teacher.
share-failed = That did not go. The file is with your downloads instead: send it to your teacher.

## Where the stops are (src/pages/pack/places.rs)

no-article = An article that this library does not have
no-article-note = Ask for the address of the library that this pack was made for.
section-gone = This section is no longer there. The link opens the article.
passage-gone = These words are no longer in the article. The link opens where they stood.

## Making a pack (src/pages/pack/builder.rs)

make-reading-pack = Make a reading pack
make-lede = Everything is kept on this device while you write.
title = Title
your-name = Your name (optional)
introduction = Introduction
# A field: until when the answers are due.
due-optional = Due (optional)
add-stop = Add a stop
# “Share” and “Add to pack” are the buttons of sharing.ftl.
add-stop-how = While reading, choose a few words or a section, then Share, then Add to pack. Or add one here.
preview = Preview
delete-pack = Delete this pack
# $pack is its title between quotation marks, or “your new pack”.
deleted = Deleted { $pack }
# Stops.
none-yet = None yet.
question-for-stop = Question for stop { NUMBER($stop) }
move-up = Move up
move-down = Move down
remove = Remove
# The accessible name of such a button: $act is “Move up”, “Move down” or “Remove”.
stop-act = { $act }: stop { NUMBER($stop) }
now-stop = Now stop { NUMBER($stop) }
stop-removed = Stop { NUMBER($stop) } removed
stop-removed-elsewhere = This stop was removed in another tab.
room-for-stops = A pack has room for { NUMBER($count) } stops.
added-as-stop = Added as stop { NUMBER($stop) }

## Adding stops (src/pages/pack/adding.rs)

article-or-section = Article or section
# The first of a list of choices: none is made yet.
choose = Choose
whole-article = The whole article
add-place = Add this place
choose-place-first = Choose an article or a section first.
from-highlights = From your highlights
no-highlights = You have no highlights yet. What you mark while reading can be added here.
add = Add
add-highlight = Add highlight: { $words }
highlight-unsure = These words are no longer in the article for certain. Mark them again first.

## Sending a pack (src/pages/pack/sending.rs)

send = Send it
send-note = The whole pack travels in the link. It passes no server, and what students answer comes back only when they hand it in.
make-link = Make the link
link-ready = The link is ready
link-to-pack = Link to the pack
link-long = The link has { NUMBER($count) } characters; some programs cut links after 2,000. A file is safer.
needs-stop = A pack needs at least one stop. Add one first.
needs-title = A pack needs a title. Write one at the top.

## Reading what was handed in (src/pages/pack/collect.rs)

hand-ins = What was handed in
hand-ins-lede = Open the files of a whole class at once, and read them question by question.
# $link is “All reading packs”.
hand-ins-not-kept = They are shown and not kept: close this page and they are gone from here. { $link }
hand-in-files = Hand-in files
hand-ins-opened =
    { $count ->
        [0] No hand-ins opened yet.
        [one] 1 hand-in opened.
       *[other] { $count } hand-ins opened.
    }
no-answer = No answer
# A file that could not be opened: $why is one of the next two, or “newer”.
file-refused = { $file }: { $why }
not-hand-in = This is no hand-in that Closely wrote.
hand-in-damaged = It is damaged or too large. Ask for it again.

## What is handed in (src/pack/hand_in.rs)

# A student who gave no name.
no-name = No name
# Stands in a text instead of an answer.
answer-missing = (no answer)

## Why a pack can’t be opened (src/pack/mod.rs)

not-one = This is no reading pack. Choose a file or a link that Closely made.
damaged = The link is not whole. Copy all of it, or ask for the pack as a file.
newer = A newer version of Closely made this. Reload the page to get that version.
too-large = This is larger than a reading pack can be. Ask for one with fewer stops.
no-stops = This pack has no stops. Ask for it again.
# $field is its name in the file, such as “title”, in every language.
field-unreadable = The pack’s field “{ $field }” is missing, too long or not readable. Ask for the pack again.
field-hidden = The pack’s field “{ $field }” holds characters that can’t be seen and may mislead. Ask for the pack again.

## A pack beside the text (src/components/pack_dock.rs)

# Said when the reader arrives at a stop.
stop = Stop { NUMBER($stop) }
# $pack is its title.
dock-heading = { $pack } · stop { NUMBER($stop) } of { NUMBER($count) }
read-closely = Read this closely, then go on.
stop-lost = The passage of this stop is no longer in these words. This is where it stood.
previous-stop = Previous stop
next-stop = Next stop
all-stops = All stops
all-stops-and-hand-in = All stops, and handing in
