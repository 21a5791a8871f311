# The interface's own language.

# What this language calls itself, as its readers look for it.
name = English
# The setting.
legend = Language
# As the device has it.
device = Device
# A button: loads the page in it.
change-to = Change to { $language }
not-kept = Nothing is kept in this tab, so its language stays. Choose it where your settings are kept.
not-yet = Some of your words are still being saved, so this page stays. Try again in a moment.
