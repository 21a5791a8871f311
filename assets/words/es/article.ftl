# What the interface says within an article: tools of sections, notes, words, figures, questions, what follows the text.

## The table of contents

contents = Índice
close-contents = Cerrar el índice
and-bookmarked = , con marcador

## The tools beside a heading

bookmark-section = Marcador en «{ $section }»
bookmark = Marcador
bookmarked = Marcador puesto en «{ $section }»
link-to-section = Enlace a «{ $section }»
link = Enlace
link-copied = Enlace copiado
link-not-copied = El enlace está en la barra de direcciones. Este navegador no permitió copiarlo.
reflect-on-section = Reflexionar sobre «{ $section }»
reflect = Reflexionar
share-section = Compartir «{ $section }»
share = Compartir

## The fields for the reader's own words

your-reflection = Tu reflexión
reflection-on-section = Reflexión sobre «{ $section }»
to-reflect-on = Para reflexionar
your-note = Tu nota
what-you-take = ¿Qué te llevas de este artículo?

## Boxes and figures

evidence = Lo que dicen los estudios
try-this = Prueba esto
good-to-know = Conviene saber
safety = Seguridad
figure = Figura { NUMBER($number) }.
describe-picture = Descripción de la imagen

## In the text

note = Nota { NUMBER($number) }
highlight = Subrayado
highlight-with-note = Subrayado con nota
open-highlight = Abrir este subrayado
stop-of-pack = Parada { NUMBER($number) } de un paquete de lectura

## After the text

for-a-class = Para una clase
for-educators = Para docentes
epub = EPUB, para lectores de libros electrónicos
notes = Notas
back-to-note = Volver a la llamada de la nota { NUMBER($number) } en el texto
back-to-mention = Volver a la mención { NUMBER($mention) } de la nota { NUMBER($number) } en el texto
words-used-here = Palabras de este artículo
source = «{ $title }», de { $byline }, { $closely }. Creative Commons Atribución 4.0 Internacional.
on-closely = en Closely
next-article = Artículo siguiente
next-in-library = El siguiente en la biblioteca
library = Biblioteca
that-was-the-last = Este era el último artículo
back-to-library = Volver a la biblioteca
