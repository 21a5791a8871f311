# When something was written.

## At the beginning of a line.
today = Today
yesterday = Yesterday

## Within a sentence: “Read … today”, “… on Thursday”, “… on 12 November”.
within-today = today
within-yesterday = yesterday
# $weekday: “Thursday”.
on-weekday = on { $weekday }
# $day: “12 November” or “12 November 2025”.
on-day = on { $day }
