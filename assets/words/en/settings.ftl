# Reading and data: how pages look, and what colours mean.

## The page

title = Reading and data
needs-script = Choosing needs JavaScript. Pages follow your device’s own settings.
# The heading over the choices for how pages look.
reading = Reading
your-data = Your data
preview = Preview
preview-title = On reading slowly
# A text to look at. $aloud is the next, highlighted.
preview-begins = A page should disappear while you are reading it, and be there again when you look up. { $aloud },
    leave the rest, and come back on a day when you are somebody slightly different.
preview-aloud = Mark what you would say aloud
# $margin is the next, highlighted.
preview-ends = Nobody is counting. { $margin }, and so is the pencil.
preview-margin = The margin is yours

## The dialog

reading-settings = Reading settings
# A line to look at.
sample = A page should disappear while you are reading it, and be there again when you look up.
done = Done
all-settings = All settings and your data

## How pages look: what is chosen, and the choices

# The colours of the page.
theme = Theme
# As the device has it.
theme-device = Device
theme-light = Light
theme-sepia = Sepia
theme-dark = Dark
theme-black = Black
theme-contrast = Contrast
typeface = Typeface
# Letters as in books, with serifs.
typeface-book = Book
book-hint = your device’s serif
# Letters without serifs.
typeface-plain = Plain
plain-hint = your device’s sans
# The name of a typeface; so is Hyperlegible.
typeface-literata = Literata
literata-hint = for long reading, 50 KB
typeface-hyperlegible = Hyperlegible
hyperlegible-hint = for low vision, 35 KB
# Of letters.
size = Size
percent = { NUMBER($percent) }%
lead = Line spacing
# As books have it.
lead-book = Book
# Lines close together; the other choice is further apart.
lead-close = Close
lead-open = Open
length = Line length
length-book = Book
length-narrow = Narrow
length-wide = Wide
# How paragraphs are set apart: by a space, a wide space, or an indented first line.
paragraphs = Paragraphs
paragraphs-spaced = Spaced
paragraphs-wide = Wide
paragraphs-indented = Indented
# The right edge of the text.
alignment = Right edge
alignment-ragged = Ragged
alignment-justified = Straight
# Whether words are divided at the ends of lines.
hyphens = Hyphens
hyphens-device = On phones
hyphens-on = On
hyphens-off = Off
motion = Motion
motion-device = As the device
motion-still = None
# Whether the buttons “Highlight this” are seen.
highlight-this-hidden = At need
highlight-this-shown = Always
find-key = Ctrl+F opens Find in article
find-key-why = On a Mac: Command+F. Alt+S does so always; your browser’s own search is left alone otherwise.
defaults = Back to the defaults

## Colours of highlights

colours-heading = Colours of highlights
colours-why = Call them what they mean to you: “key idea”, “ask in class”.
colours-locked = Your names for them are in the notebook, which is locked.
# $colour: the name of one, within a sentence.
name-of = Name of { $colour }
# What each colour means, until the reader gives it another name: words that the reader wants to remember, agrees
# with, wants to look up, finds themselves in, or wants to talk about with somebody. Short: it stands under a swatch.
yellow = Worth keeping
green = Agree
blue = Look up
pink = About me
purple = Talk about
