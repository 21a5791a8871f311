## src/storage/mod.rs

absent =
    Este navegador no ofrece almacenamiento a los sitios web. Copia lo que escribiste antes de cerrar esta página.
blocked =
    Este navegador bloquea el almacenamiento de este sitio. Permítelo en los ajustes del navegador para guardar notas.
full =
    El almacenamiento del navegador para este sitio está lleno. Exporta o copia lo que escribiste y elimina después las
    notas que ya no necesites.
refused = El navegador se negó a guardar nada en este momento. Copia lo que escribiste e inténtalo de nuevo.
unreadable =
    El navegador no pudo leer su almacenamiento. Copia lo que escribiste, cierra otras pestañas y vuelve a cargar esta
    página.
not-kept = El navegador no conservó lo que escribiste. Cópialo e inténtalo de nuevo.
not-removed = El navegador no lo eliminó. Vuelve a cargar esta página e inténtalo de nuevo.
locked = El cuaderno está bloqueado. Desbloquéalo para guardar lo que escribas.

## src/storage/envelope.rs, src/storage/records.rs: por qué no se puede usar un registro

cut-off = Está dañado o incompleto. Descárgalo para conservar lo que se pueda leer.
not-ours = No lo escribió Closely. Descárgalo si quieres ver qué contiene.
altered = No es lo que escribió Closely. Descárgalo para conservar lo que se pueda leer.
newer = Lo escribió una versión más reciente de Closely. Vuelve a cargar la página para obtenerla.
older = Lo escribió una versión anterior y ya no se puede leer. Descárgalo.
sealed = Está cifrado y dañado: tu frase de contraseña abre los demás, pero no este.
incomplete = Le falta algo. Descárgalo para conservar lo que se pueda leer.

## src/storage/room.rs: ante % y las unidades va un espacio duro

kilobytes = { NUMBER($kilobytes) } KB
megabytes = { NUMBER($whole) },{ NUMBER($tenths) } MB
little-room = { $size }, menos del 1 % del espacio total
room = { $size }, alrededor del { NUMBER($share) } % del espacio total

## src/state/packs.rs

pack-full = El paquete tiene { NUMBER($stops) } paradas y no caben más. Empieza otro.
added-to-pack = Añadido a { $pack }, parada { NUMBER($stop) }
new-pack = tu paquete nuevo
pack-title = «{ $title }»
