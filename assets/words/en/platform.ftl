# What the browser can't do, and what is printed.

## src/platform/crypto.rs

no-encryption = This browser can’t encrypt here. Open Closely by its https address and try again.
wrong-passphrase = That is not the passphrase. Check capital letters and spaces, then try again.
not-encrypted = The browser would not encrypt just now. Reload this page, then try again.

## src/platform/worker.rs

not-loaded =
    A part of Closely could not be loaded. See that you are online, reload the page, then try again.
too-much = This was too much for the browser. Close other tabs, then try again.
too-long = This took too long and was called off. Nothing was changed. Try again.

## src/platform/paper.rs: where a link within the article leads, printed in brackets behind its words

# $number is text, such as 3.2.
section = section { $number }
heading = “{ $heading }”
