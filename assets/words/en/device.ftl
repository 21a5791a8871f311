# Settings of this device: reading offline and installing, and who may see what.

## Reading offline and installing

offline-heading = Offline and installed
offline-why = The whole library fits on your device. Once it is there, every page, the search and your notebook work
    without a network, and a newer edition waits until you want it.
offline-making = The offline copy is being made. You can go on reading.
offline-ready = Ready to read offline.
offline-asked = Your device asks to save data, so no offline copy was made.
# “It” is the offline copy.
make-it-now = Make it now
offline-failed = The offline copy could not be made: something is missing, or the browser does not allow it.
try-again = Try again
offline-discreet = No offline copy is made in discreet mode.
offline-none = This browser keeps no offline copies here. Private windows often don’t.
update-ready = A new edition is ready. Your notes stay as they are.
update-now = Update now
install = Install Closely
# Both names are those of menus on an iPhone, as it writes them in the language.
install-ios = To install it on an iPhone or iPad: open the Share menu of Safari and choose “Add to Home Screen”.
install-done = Closely is installed on this device.
# Both names are those that browsers have in their menus.
install-unknown = To install it, look for “Install” or “Add to Home Screen” in your browser’s menu.

## Leaving at once, and leaving nothing behind

privacy-heading = Private
# $exit is the name of the button “Quick exit” (room frame), printed bold.
exit-why = { $exit } is on every page. It hides the page at once and goes to Wikipedia. Pressing Shift three times does
    the same. Your browser’s history still lists the pages you opened here: to leave nothing in it, read in a private
    window, or delete the history.
# $mode is “Discreet mode”, printed bold.
discreet-why = { $mode } is for this tab alone, until you close it. Its title says nothing, your marks and notes are not
    shown, and nothing you do is kept: what you mark or write goes when the page is loaded again.
discreet-mode = Discreet mode
start-discreet = Start discreet mode
leave-discreet = Leave discreet mode
# The band that says that the mode is on: these words bold, then the next.
discreet-on = Discreet mode.
nothing-kept = Nothing you do in this tab is kept.

## Buttons of the installed app

# To the page before.
back = Back
share = Share this page
