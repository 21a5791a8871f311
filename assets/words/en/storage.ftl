# Keeping what a reader wrote in this browser: what goes wrong, how much room it takes, and the packs that are kept.

## src/storage/mod.rs

absent = This browser has no storage for websites. Copy your words before you close this page.
blocked = This browser blocks storage for this site. Allow it in the browser’s settings to keep notes.
full =
    The browser’s storage for this site is full. Export or copy your words, then delete notes you no longer need.
refused = The browser refused to store anything just now. Copy your words and try again.
unreadable =
    The browser could not read its storage. Copy your words, then close other tabs and reload this page.
not-kept = The browser did not keep what was written. Copy your words and try again.
not-removed = The browser did not remove it. Reload this page and try again.
locked = The notebook is locked. Unlock it to keep what you write.

## src/storage/envelope.rs, src/storage/records.rs: why a record can't be used; “it” is the record

cut-off = It is damaged or was cut off. Download it to keep what can be read.
not-ours = It was not written by Closely. Download it if you want to look at it.
altered = It is not what Closely wrote. Download it to keep what can be read.
newer = A newer version of Closely wrote it. Reload to get that version.
older = An older version wrote it, and it can’t be read any more. Download it.
sealed = It is encrypted and damaged: your passphrase opens the others, not this one.
incomplete = Something in it is missing. Download it to keep what can be read.

## src/storage/room.rs

# Less than 1000 kilobytes.
kilobytes = { NUMBER($kilobytes) } KB
# $tenths is the one digit after the decimal sign.
megabytes = { NUMBER($whole) }.{ NUMBER($tenths) } MB
# $size is `kilobytes` or `megabytes`; the room is what browsers give a site.
little-room = { $size }, less than 1% of the room there is
room = { $size }, about { NUMBER($share) }% of the room there is

## src/state/packs.rs

pack-full = The pack has { NUMBER($stops) } stops, and no room for more. Begin another one.
# $pack is `new-pack` or `pack-title`; $stop is the stop's number in it.
added-to-pack = Added to { $pack }, stop { NUMBER($stop) }
# In a sentence: a reading pack without a title.
new-pack = your new pack
# In a sentence: a reading pack.
pack-title = “{ $title }”
