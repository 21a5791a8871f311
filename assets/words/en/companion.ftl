# What the script beside the app says (assets/scripts/companion.js), and the buttons that the page itself holds.

new-edition = A new edition is ready.
notes-stay = Your notes stay as they are.
ready-offline = Ready to read offline.
updated-elsewhere = Closely was updated in another tab.
update-when-it-suits = This page goes on working; update it when it suits you.
unsaved-words = Some of your words are not saved yet, so this page stays. Copy them first.
link-copied = Link copied.
no-sharing = This browser does not share from here. The address is in its address bar.
install-by-menu = Your browser’s menu has “Install” or “Add to Home Screen”.
nothing-kept-anyway = This browser blocks storage for this site, so nothing is kept anyway.

## In the page
edition-region = New edition
update-now = Update now
later = Later
reload = Reload
export-notes = Export my notes
