# The help on the keyboard. Keys are named as keyboards of the language label them; “ / ” stands between two ways.

shortcuts = Atajos de teclado
on-a-mac = En un Mac, Alt es la tecla Opción.
here = Aquí
open-by-question-mark = Abrir esta ayuda con el signo de interrogación: ?
show-highlight-this = Mostrar «Subrayar esto» en cada título y párrafo, para subrayar sin seleccionar
done = Listo

## Keys

alt-down-up = Alt+↓ / Alt+↑
alt-pages = Alt+Av Pág / Alt+Re Pág
alt-shift = Alt+Mayús con estas teclas
escape = Esc
alt-h = Alt+H
alt-n = Alt+N
alt-l = Alt+L
alt-enter-tab = Alt+Intro / Tab
left-right = ← / →
enter = Intro
ctrl-enter = Ctrl+Intro
left-up = ← / ↑
right-down = → / ↓
shift-enter = Mayús+Intro
media-keys = Teclas multimedia
alt-s = Alt+S
find-keys = Ctrl+F / Cmd+F
alt-p = Alt+P
alt-z = Alt+Z
shift-thrice = Mayús, tres veces

## In an article

by-sentence = En un artículo, frase a frase
to-sentence = A la frase siguiente, a la anterior
to-paragraph = Al párrafo siguiente, al anterior
choose-more = Ampliar o reducir la selección
back-where-you-were = Volver adonde estabas

## With words that are chosen

with-words = Con una frase o con palabras seleccionadas
highlight = Subrayar; de nuevo, para el color siguiente
add-note = Añadir una nota
copy-link = Copiar un enlace
to-toolbar = A la barra de herramientas, con todo lo demás

## In the toolbar

in-toolbar = En la barra de herramientas
from-button-to-button = De un botón a otro
press-it = Pulsarlo
back-to-text = Volver al texto

## On a highlight

on-highlight = En un subrayado y en su nota
open-it = Abrirlo
finish-note = Terminar la nota
note-as-it-was = Dejar la nota como estaba

## At the ends of a highlight, which are moved

at-ends = En los extremos de un subrayado
back-by-word = Una palabra atrás
on-by-word = Una palabra adelante
leave-it = Dejarlo como está ahora
highlight-as-it-was = Dejar el subrayado como estaba

## Find in article

in-find = En «Buscar en el artículo»
next-place = Al resultado siguiente
place-before = Al anterior
close-find = Cerrar, con el resultado seleccionado

## Reading aloud

while-listening = Durante la lectura en voz alta
play-and-pause = Reproducir, pausar, una frase atrás, una frase adelante

## Everywhere

everywhere = En todas partes
find = Buscar en el artículo
find-too = Lo mismo, si le asignaste esas teclas en «Lectura y datos»
read-aloud = Leer en voz alta desde aquí, pausar, seguir
take-back = Deshacer lo último, mientras se ofrece
leave-site = Salir al instante a otro sitio
