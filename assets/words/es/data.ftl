## src/pages/your_data.rs

where-kept =
    Todo lo que marcas o escribes se guarda en este navegador, en este dispositivo y en ningún otro lugar. Si borras los
    datos del navegador, también se borra.
erase-everything = Borrar todo
erase-question = ¿Borrar todo?
locked = El cuaderno está bloqueado. Desbloquéalo para ver lo que hay guardado, exportar e importar.
erased = Se borró de este navegador todo lo de Closely.
not-erased = El historial del navegador y los archivos que exportaste siguen ahí.
safari =
    Safari elimina lo que guardan los sitios web tras siete días de uso sin visitarlos. Añade Closely a la pantalla de
    inicio o al Dock, o exporta tus notas de vez en cuando.

room-taken = Espacio ocupado
nothing-kept = no se puede guardar nada
last-exported = Última exportación de todo
never = nunca
promise = El navegador promete conservarlo
promised = sí, hasta que borres sus datos
not-promised = no
ask-promise = Pedírselo
now-promised = El navegador prometió conservar tus notas.
still-not-promised =
    El navegador no lo prometió. Puede que lo haga más adelante, si visitas Closely a menudo o lo instalas.
remind = Avisarme en el cuaderno cuando haya notas que lleven dos semanas sin exportar

download-record = Descargar el registro
download-records = Descargarlos todos
unusable-records = { $count ->
    [one] No se pudo usar un registro.
   *[other] No se pudieron usar { $count } registros.
}
kept-as-found = Todo se conserva exactamente como se encontró; nada más se ve afectado.

erases-locked =
    Esto borra el cuaderno bloqueado, su frase de contraseña y tus ajustes, además de las copias que permiten usar
    Closely sin conexión. No se puede deshacer. Para conservar tus notas en otro lugar, expórtalas antes.
erases =
    Esto borra { $count ->
        [0] tus ajustes y el punto en que dejaste cada artículo
        [one] 1 marca o nota, tus ajustes y el punto en que dejaste cada artículo
       *[other] { $count } marcas y notas, tus ajustes y el punto en que dejaste cada artículo
    }, además de las copias que permiten usar Closely sin conexión. No se puede deshacer. Para conservar tus notas en
    otro lugar, expórtalas antes.
does-not-erase =
    No puede borrar el historial del navegador, los archivos que exportaste ni lo que haya en otros dispositivos.
keep-them = Conservar todo
copies-left =
    Tus notas se borraron. Todavía hay copias de los artículos: borra los datos de este sitio en los ajustes del
    navegador.
records-left = { $left ->
    [one] Todavía queda 1 registro.
   *[other] Todavía quedan { $left } registros.
} Cierra las demás pestañas de Closely, vuelve a cargar esta página e inténtalo de nuevo.
