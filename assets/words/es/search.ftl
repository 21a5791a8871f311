# Search: through the library and the reader's notes.

## The page

title = Búsqueda
search-library = Buscar en la biblioteca
hint =
    Títulos, secciones, cada palabra de los artículos y lo que escribiste tú. Las palabras entre «comillas» se buscan
    tal como están.
needs-script = Para buscar hace falta JavaScript. Todos los artículos pueden leerse sin él, desde la biblioteca.

## What was found

results = { $count ->
    [0] No se encontró nada. Con menos letras se encuentra más.
    [one] 1 resultado
   *[other] { $count } resultados
}
results-instead =
    Ninguna palabra se escribe así. { $count ->
        [one] 1 resultado
       *[other] { $count } resultados
    } para «{ $words }»
your-notes = Tus notas
more-sections = { $count ->
    [one] y en una sección más
   *[other] y en { $count } secciones más
}
