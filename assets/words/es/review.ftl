# Highlights whose words changed or went when an article was revised, and what the reader decides about each.

marks-that-need-you = Marcas que esperan tu decisión
shown-of = Se muestran { NUMBER($shown) } de { NUMBER($count) }
show-more = Mostrar más que esperan tu decisión

## Why they are here

needs-review = Por revisar
why-review = Se revisó un artículo y esto es lo que más se parece. ¿Sigue siendo el pasaje que querías marcar?
lost-their-place = Perdieron su lugar
why-lost =
    Estas palabras ya no están en el artículo. Tus marcas y notas están a salvo; puedes darles un lugar nuevo o dejarlas
    como están.

## An entry

highlight-of-colour = Subrayado, { $colour }
you-marked = Marcaste
it-now-reads = Ahora dice
note = Nota
edit-note = Editar nota
done = Listo

## What can be done

it-is-here = Está aquí
go-to-passage = Ir al pasaje
find-a-place = Buscarle un lugar
pick-another = Elegir otro lugar
keep-as-it-is = Dejar como está
delete = Eliminar

## What was done

kept-as-it-is = Se queda como está, entre tus demás notas
has-its-place = Vuelve a tener su lugar
