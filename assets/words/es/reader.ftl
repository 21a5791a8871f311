# La página de un artículo.

## La barra sobre el artículo

reading-tools = Herramientas de lectura
contents = Índice
reading-settings = Ajustes de lectura
settings = Ajustes
reading-progress = Progreso de lectura

## El principio del artículo

needs-script = Aquí puedes leerlo todo tal como está. Los marcadores, los subrayados y las notas necesitan JavaScript.
you-stopped = Te quedaste { $day } en la sección { $number }, { $section }.
notebook-locked = El cuaderno está bloqueado y por eso no se ven tus marcas. { $unlock }
minutes =
    { $minutes ->
        [one] 1 minuto
       *[other] { $minutes } minutos
    }
revised = Revisado el { $date }

## El pie del índice

read-to-end = Leído hasta el final
read-so-far =
    { $percent } % leído, { $minutes ->
        [one] queda 1 min
       *[other] quedan { $minutes } min
    }
marked-here =
    { $marks ->
        [one] 1 marca
       *[other] { $marks } marcas
    } y { $notes ->
        [one] 1 nota
       *[other] { $notes } notas
    } aquí
this-article = Este artículo
share = Compartir
cite = Citar

## Una dirección que nombra lo que no está

notice = Aviso
no-section = En este artículo no hay ninguna sección «{ $id }». Puede que ahora se llame de otro modo; en el índice están todas.
go-to-beginning = Ir al principio
passage-lost =
    El pasaje del enlace ya no está en este texto. Esta es la sección en la que estaba, o el artículo del que procede.
passages-lost =
    { $lost ->
        [one] 1 de los { NUMBER($asked) } pasajes del enlace ya no está en este texto.
       *[other] { $lost } de los { NUMBER($asked) } pasajes del enlace ya no están en este texto.
    }
words-moved = Ahora estas palabras están en otra sección.
some-words-moved = Ahora algunas de estas palabras están en otra sección.
passage-shown = Se muestra el pasaje del enlace
passages-shown =
    { $count ->
        [one] Se muestra el pasaje del enlace.
       *[other] Se muestran { $count } pasajes del enlace; este es el primero.
    }

## Marcas

highlighted = Subrayado
highlighted-in = Subrayado en { $colour }
now-marked = Ahora queda marcado: «{ $words }»
no-further = No puede ir más allá por ese lado.

## Elegir un lugar para una marca que se quedó sin el suyo

pick-a-place = Elegir un lugar
quoted = «{ $quote }»
goes-to = Irá a «{ $words }».
select-words = Selecciona las palabras a las que pertenece.
select-words-first = Primero selecciona las palabras en el artículo.
attach-here = Colocar aquí
cancel = Cancelar

## Mover los extremos de un subrayado

change-highlight = Cambiar el subrayado
highlight-beginning = Principio del subrayado
highlight-end = Final del subrayado
drag-either-end = Arrastra cualquiera de los extremos o muévelo con las teclas de flecha.
done = Listo

## El margen

your-notes-in-margin = Tus notas en el margen
your-notes = Tus notas
note-on = Tu nota sobre «{ $quote }»
edit-note = Editar nota

## El cursor de frases del teclado

sentences-chosen = { NUMBER($count) } frases. { $words }
first-sentence = { $words } Alt e Intro: qué puedes hacer con esta frase. Escape: volver adonde estabas.
back-where-you-were = De vuelta adonde estabas
article-ends = Aquí termina el artículo
article-begins = Aquí empieza el artículo

## Una sección en un marco de otro sitio

embedded-source = Tomado de { $article }, de { $byline }. { $licence }
licence = Creative Commons Atribución 4.0
