# The interface's own language.

# What this language calls itself, as its readers look for it.
name = English
# The setting.
legend = Language
device = Device
