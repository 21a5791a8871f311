## Salida rápida
press-twice-more = Mayús: púlsala 2 veces más para salir de este sitio.
press-once-more = Mayús: púlsala una vez más para salir de este sitio.
you-stay = Mayús: te quedas aquí.

## Problemas
none = Este navegador no ejecuta WebAssembly; el modo de aislamiento y los ajustes estrictos lo desactivan. Todo lo que hay
    aquí se puede leer tal cual. Para subrayar, tomar notas y buscar hace falta un navegador que lo ejecute.
absent = El programa para las marcas y las notas no llegó. Todo lo que hay aquí se puede leer tal cual, y lo que guardaste
    sigue intacto. Comprueba que tienes conexión y vuelve a cargar la página.
refused = El programa para las marcas y las notas llegó dañado, o este navegador lo rechazó, así que no se ejecutó. Todo lo
    que hay aquí se puede leer tal cual, y lo que guardaste sigue intacto. Vuelve a cargar la página dentro de un minuto.
stopped = El programa se detuvo por un fallo propio. Lo que guardaste está a salvo en este dispositivo, y el texto sigue
    aquí para leerlo. Lo que aún no se había guardado va en la exportación.

## Exportar
nothing-kept = No hay nada guardado en este dispositivo: no hay nada que exportar.
storage-blocked = Este navegador bloquea el almacenamiento de este sitio: no hay nada que exportar.
exported = Tus notas están en el archivo closely-notes.json.
exported-encrypted = Tus notas están en el archivo closely-notes.json, cifradas: tu frase de contraseña solo las abre en este navegador.
