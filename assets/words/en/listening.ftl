# Listening: an article read aloud, and the player at its foot.

# A verb: the button that opens the player, and the player itself.
listen = Listen

## The player

# Verbs.
play = Play
pause = Pause
# $section: the title of the section that is read. A press brings the sentence into the window.
show-sentence = { $section }: show the sentence
back-one-sentence = Back one sentence
on-one-sentence = On one sentence
# The button for the three choices below.
choices = Speed, voice and sleep timer
stop-listening = Stop listening

## Why nothing is read

# “online” is the word of voice-online.
no-voice-chosen =
    No voice on this device reads this article’s language. Choose another one below. Those marked “online” send every
    sentence to their maker.
no-voice =
    This browser has no voice to read with. Voices are added in the device’s settings for speech; another browser may
    have some.

## Choices

speed = Speed
# “2×”: twice as fast.
times = { NUMBER($whole) }×
# “1.2×”, with the sign that divides whole and tenths.
times-and-tenths = { NUMBER($whole) }.{ NUMBER($tenths) }×
voice = Voice
choose-a-voice = Choose a voice
# $name: the voice’s own. $language: a tag such as en-GB.
voice-here = { $name } ({ $language })
voice-online = { $name } ({ $language }, online)
sleep-timer = Sleep timer
off = Off
at-section-end = At the end of the section
# The timer is set; so many minutes are left.
in-minutes = In { NUMBER($minutes) } min
# A choice of the timer.
after-minutes = After { NUMBER($minutes) } min
