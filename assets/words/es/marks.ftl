# Marking words and writing notes: the toolbar, the dialog of a highlight, the field of a note, footnotes in place.

## The toolbar for chosen words

selection = Selección
highlight-in = Subrayar en { $colour }
add-note = Añadir nota
copy-link = Copiar enlace
cite = Citar
share = Compartir
listen = Escuchar

## The names of colours, as they stand in a sentence

yellow = amarillo
green = verde
blue = azul
pink = rosa
purple = morado

## “Highlight this”: for who can't select words

highlight-this = Subrayar esto
highlight-this-heading = Subrayar este título
highlight-this-paragraph = Subrayar este párrafo
highlight-this-point = Subrayar este punto
highlight-this-caption = Subrayar este pie de figura

## The dialog of a highlight

highlight = Subrayado
highlights-here = Subrayados en este lugar
previous-here = Subrayado anterior en este lugar
next-here = Subrayado siguiente en este lugar
step-of = { NUMBER($step) } de { NUMBER($count) }
also-here = También subrayado aquí: { $others }
quoted = «{ $words }»
colour = Color
note = Nota
change-ends = Cambiar dónde empieza y dónde termina
start-earlier = Empezar antes
start-later = Empezar después
end-earlier = Terminar antes
end-later = Terminar después
drag-ends = Arrastrar los extremos
name-colours = Poner nombre a los colores
delete = Eliminar
cancel = Cancelar
done = Listo

## The field of a note

a-few-words = Unas palabras, si quieres. Se quedan en este dispositivo.
saving = Guardando…
saved = Guardado en este dispositivo
saved-when = Guardado en este dispositivo, { $when }
not-saved = Sin guardar. { $why }
not-saved-discreet = Sin guardar: modo discreto
not-saved-tab = Sin guardar: esta pestaña está en modo discreto.
kept-both = Esta nota también se cambió en otra pestaña. Las dos versiones están en tu cuaderno.
changed-elsewhere = Se cambió en otra pestaña, así que sigue ahí.

## What a footnote says or a word means, shown in place

all-notes = Todas las notas
all-words = Todas las palabras
in-other-articles = En otros artículos
close = Cerrar
