# Lo que se dice al cambiar o eliminar marcas y notas, con la posibilidad de deshacerlo.

## Lo que se eliminó

bookmark = Marcador eliminado
highlight = Subrayado eliminado
reflection = Reflexión eliminada
answer = Respuesta eliminada
note = Nota eliminada

## Lo que pasó

no-further = { $done }. Después no se pudo seguir. { $error }
still-there = Se cambió en otra pestaña, así que sigue ahí.
some-stayed = { $done }. { $left ->
    [one] 1 marca se quedó como estaba: se cambió
   *[other] { $left } marcas se quedaron como estaban: se cambiaron
    } en otra pestaña.

## Deshacerlo

taken-back = Deshecho
changed-since = Se cambió después, así que se queda como está.
taken-back-but = Deshecho, salvo { $left ->
    [one] 1 marca que se cambió
   *[other] { $left } marcas que se cambiaron
    } después.
cancelled = Cancelado. Lo que escribiste ya no está
