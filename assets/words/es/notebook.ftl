# The notebook: everything that the reader marked and wrote.

## The page

title = Cuaderno
lede = { $count ->
    [0] Aquí se reúne lo que marcas y escribes mientras lees.
    [one] Una marca por ahora. Se guarda en este dispositivo y en ningún otro sitio.
   *[other] { $count } marcas y notas, guardadas en este dispositivo y en ningún otro sitio.
}
needs-script = Tu cuaderno necesita JavaScript: lo guarda tu navegador.
results = { $count ->
    [one] 1 resultado
   *[other] { $count } resultados
}
take-back = Deshacer: { $done }
shown-of = Se muestran { NUMBER($shown) } de { NUMBER($count) }
show-more = Mostrar más
gone-article = { $article } (ya no está en la biblioteca)

## Where there is nothing

nothing-yet-heading = Aquí aún no hay nada
nothing-yet =
    Selecciona unas palabras en un artículo para subrayarlas, pulsa la cinta junto a un título para poner un marcador
    o el lápiz para anotar una idea.
open-library = Abrir la biblioteca
no-bookmarks = Aún no hay marcadores. Pulsa la cinta junto a un título y la sección te esperará aquí.
no-highlights = Aún no hay subrayados. Selecciona unas palabras en un artículo y elige un color.
no-notes =
    Aún no hay notas sobre pasajes. Selecciona palabras en un artículo y pulsa «Añadir nota», o pulsa «Editar nota»
    aquí.
no-reflections =
    Aún no hay nada escrito. Pulsa el lápiz junto a un título o responde a una de las preguntas de un artículo.
no-match = Aquí no hay nada que coincida. Amplía el filtro para ver más.
show-everything = Mostrar todo

## An entry

go-to-passage = Ir al pasaje
edit-note = Editar nota
done = Listo
delete = Eliminar
note = Nota
select-entry = Seleccionar «{ $words }»
highlight-of-colour = Subrayado, { $colour }
bookmark = Marcador
reflection = Reflexión
answer = Respuesta
whole-article = El artículo entero

## The filter

filter = Filtrar tus notas
search-notes = Buscar en tus notas
any-word = Cualquier palabra
article = Artículo
all-articles = Todos los artículos
tag = Etiqueta
all-tags = Todas las etiquetas
order = Orden
by-article = Por artículo
by-date = Por fecha, lo más reciente primero
kind = Tipo
colour = Color
all-colours = Todos

## The kinds that are chosen among

everything = Todo
highlights = Subrayados
notes = Notas
reflections = Reflexiones
bookmarks = Marcadores

## Several at once

select = Seleccionar
selected = { $count ->
    [0] Ninguna seleccionada
    [one] 1 seleccionada
   *[other] { $count } seleccionadas
}
select-all = Seleccionar todas ({ NUMBER($count) })
selected-entries = Entradas seleccionadas
give-colour = Color { $colour }
tag-for-selected = Etiqueta para las entradas seleccionadas
add-tag = Añadir etiqueta
remove-tag = Quitar etiqueta
delete-selected = Eliminar las seleccionadas
write-tag-first = Escribe primero la etiqueta.
select-first = Selecciona primero las entradas con las casillas que tienen al lado.
made-colour = { $count ->
    [one] 1 entrada pasada a { $colour }
   *[other] { $count } entradas pasadas a { $colour }
}
tagged = { $count ->
    [one] 1 entrada etiquetada con «{ $tag }»
   *[other] { $count } entradas etiquetadas con «{ $tag }»
}
untagged =
    Etiqueta «{ $tag }» quitada de { $count ->
        [one] 1 entrada
       *[other] { $count } entradas
    }
deleted = { $count ->
    [one] 1 entrada eliminada
   *[other] { $count } entradas eliminadas
}

## The names of colours, as they stand in the sentences above

