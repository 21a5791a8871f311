# Buscar en el artículo.

find = Buscar
find-in-article = Buscar en el artículo
nothing-found = No se encontró nada
place-of = { NUMBER($place) } de { NUMBER($count) }
in-section = { $place }, en { $section }
spelled-otherwise = Ninguna palabra se escribe así. { $place }: «{ $words }»
previous-place = Resultado anterior
next-place = Resultado siguiente
highlight-this = Subrayar esto
already-highlighted = Ya está subrayado
search-all = Buscar en todos los artículos
close-find = Cerrar la búsqueda
