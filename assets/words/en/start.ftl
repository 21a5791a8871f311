# What the script inside every page says (assets/scripts/start.js): without the app, or when that has stopped.

## Quick exit
press-twice-more = Shift: press it 2 more times to leave this site.
press-once-more = Shift: press it once more to leave this site.
you-stay = Shift: you stay here.

## Trouble
none = This browser does not run WebAssembly; Lockdown Mode and strict settings switch it off. Everything here can be read
    as it is. Marking, notes and search need a browser that runs it.
absent = The program for marks and notes did not arrive. Everything here can be read as it is, and what you kept is
    untouched. See that you are online, then reload.
refused = The program for marks and notes arrived damaged, or this browser refused it, so it was not run. Everything here
    can be read as it is, and what you kept is untouched. Reload in a minute.
stopped = The program has stopped on a fault of its own. What you saved is safe on this device, and the words are here to
    read. Words that were not saved yet are in the export.

## Exporting
nothing-kept = Nothing is kept on this device: there is nothing to export.
storage-blocked = This browser blocks storage for this site: there is nothing to export.
exported = Your notes are in the file closely-notes.json.
exported-encrypted = Your notes are in the file closely-notes.json, encrypted: your passphrase opens them in this browser alone.
