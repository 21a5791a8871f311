today = Hoy
yesterday = Ayer
within-today = hoy
within-yesterday = ayer
on-weekday = el { $weekday }
on-day = el { $day }
