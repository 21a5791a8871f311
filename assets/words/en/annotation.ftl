# Why a mark or a note in a file can't be read.

not-one = It is not an annotation. Choose a file that Closely wrote.
# $name: as it stands in the file.
field = Its field “{ $name }” is missing or unreadable. Export it again.
# $kind: as it stands in the file.
unknown-kind = It is a “{ $kind }”, which this version does not know. Open it with a newer version.
empty = It marks no words. Mark the passage again.
