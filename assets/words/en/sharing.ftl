# Sharing and citing: an article, a section of it, or a passage.

## The dialog “Share” (src/components/sharing/share_dialog.rs)

# A verb: the dialog’s heading.
share = Share
copy-link = Copy link
link-copied = Link copied
copy-quote = Copy quote with link
copy-title = Copy title with link
copied-with-link = Copied, with its link
# With another program of the device, by the system’s own sheet.
share-with-app = Share with an app
add-to-pack = Add to pack
print-section = Print this section
print-article = Print this article
not-copied = This browser did not let it be copied. Select and copy it by hand.

## A link as a code (src/components/sharing/code.rs)

qr-code = QR code
qr-code-of-link = QR code of the link
save-svg = Save as SVG
save-png = Save as PNG

## The dialog “Cite” (src/components/sharing/cite_dialog.rs)

# A verb: the dialog’s heading.
cite = Cite
one-moment = One moment …
# Of citations.
style = Style
save-as-file = Save as file
copy = Copy
citation-copied = Citation copied

## Styles and what they write (src/citation/mod.rs); others are called the same in every language, such as APA

chicago-notes = Chicago, notes
chicago-author-date = Chicago, author-date
plain-text = Plain text
reference-list = Reference list
works-cited = Works cited
bibliography = Bibliography
# A note at the foot of a page.
note = Note
shortened-note = Shortened note
in-the-text = In the text
