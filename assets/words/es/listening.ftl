# Escuchar un artículo.

listen = Escuchar

## El reproductor

play = Reproducir
pause = Pausar
show-sentence = { $section }: mostrar la frase
back-one-sentence = Una frase atrás
on-one-sentence = Una frase adelante
choices = Velocidad, voz y temporizador de apagado
stop-listening = Dejar de escuchar

## Por qué no se lee nada

no-voice-chosen =
    Ninguna voz de este dispositivo lee el idioma de este artículo. Elige otra más abajo. Las que dicen «en línea» envían
    cada frase a su fabricante.
no-voice =
    Este navegador no tiene ninguna voz para leer. Las voces se añaden en los ajustes de voz del dispositivo; puede que
    otro navegador tenga alguna.

## Opciones

speed = Velocidad
times = { NUMBER($whole) }×
times-and-tenths = { NUMBER($whole) },{ NUMBER($tenths) }×
voice = Voz
choose-a-voice = Elige una voz
voice-here = { $name } ({ $language })
voice-online = { $name } ({ $language }, en línea)
sleep-timer = Temporizador de apagado
off = Desactivado
at-section-end = Al final de la sección
in-minutes = En { NUMBER($minutes) } min
after-minutes = Después de { NUMBER($minutes) } min
