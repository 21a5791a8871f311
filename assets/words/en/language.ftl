# The interface's own language.

# What this language calls itself, as its readers look for it.
name = English
# The setting.
legend = Language
# As the device has it.
device = Device
not-kept = Nothing is kept in this tab, so its language stays. Choose it where your settings are kept.
