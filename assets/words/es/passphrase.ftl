## src/components/passphrase/form.rs

show-typed = Mostrar lo que escribo

## src/components/passphrase/pane.rs

passphrase = Frase de contraseña
what-it-does =
    Una frase de contraseña cifra tu cuaderno en este dispositivo: marcas, notas, respuestas, paquetes de lectura y
    hasta dónde has leído. Sin ella no se puede leer nada de eso, ni siquiera rebuscando en los archivos de este
    navegador. Se te pide cada vez que abres Closely o vuelves a cargar la página; los artículos se pueden leer sin ella.
forgotten = Una frase de contraseña olvidada no se puede recuperar.
no-copy = No hay ningún servidor ni ninguna copia: sin ella, las notas se pierden.
discreet = En modo discreto no se guarda nada. Sal de él para crear o introducir una frase de contraseña.
no-encryption = Este navegador no puede cifrar aquí. Abre Closely con su dirección https o en un navegador más reciente.
encrypted-and-open = { $words } y abierto en esta pestaña.
encrypted = Tu cuaderno está cifrado
lock-now = Bloquear ahora
lock-by-itself = Bloqueo automático tras un tiempo sin usar esta página
never = Nunca
minutes = { NUMBER($minutes) } minutos
stays-open = El cuaderno seguirá abierto hasta que lo bloquees o vuelvas a cargar la página.
locks-itself = El cuaderno se bloqueará solo al cabo de { NUMBER($minutes) } minutos.

## src/components/passphrase/dialogs.rs

set-one = Crear una frase de contraseña
new-passphrase = Nueva frase de contraseña
same-again = La misma otra vez
export-first = Exportar antes
set = Crear la frase de contraseña
encrypting = Cifrando…
is-set = Tu cuaderno está cifrado. Seguirá abierto en esta pestaña hasta que lo bloquees o vuelvas a cargar la
    página.
export-advice =
    Nadie tiene una copia de ella y, si la pierdes, pierdes tus notas. Expórtalas antes y guarda el archivo donde solo
    tú lo encuentres, o apunta la frase en un papel.
change = Cambiar la frase de contraseña
current = Frase de contraseña actual
change-it = Cambiarla
changing = Cambiando…
is-changed = Se cambió la frase de contraseña. La anterior ya no abre nada.
holds-for-new = Eso vale también para la nueva.
remove = Quitar la frase de contraseña
remove-question = ¿Quitar la frase de contraseña?
removing = Quitando…
is-removed = Ya no hay frase de contraseña. Tus notas se pueden volver a leer en este navegador.
keep-it = Conservarla
readable-again = Tus notas volverán a estar en este navegador como antes: quien pueda abrirlo podrá leerlas.

## src/components/passphrase/unlock.rs

unlock-notebook = Desbloquear el cuaderno
unlock = Desbloquear
unlocking = Desbloqueando…
is-unlocked = El cuaderno está desbloqueado.
is-locked = El cuaderno está bloqueado
opens-them = Tus marcas y notas están cifradas en este dispositivo. La frase de contraseña las abre en esta pestaña.
not-downloaded = El navegador no aceptó el archivo. Vuelve a cargar la página e inténtalo de nuevo.
lock-damaged = El bloqueo de tu cuaderno está dañado.
lock-damaged-why =
    No tiene nada que ver con tu frase de contraseña: lo que sirve para comprobarla ya no se puede leer en ninguna de
    sus dos copias, y por eso las notas no se pueden abrir aquí.
lock-damaged-way =
    Closely no cambia nada de lo que hay. Descárgalo antes de hacer cualquier otra cosa. Si habías exportado tus notas,
    después puedes borrar todo e importar ese archivo.
download = Descargar lo que hay

## src/sealed/passphrase.rs

too-short = Usa al menos { NUMBER($shortest) } caracteres. Cuatro o cinco palabras se recuerdan fácilmente.
differs = Las dos no coinciden. Vuelve a escribir la frase de contraseña.

## src/state/locking

set-elsewhere =
    En otra pestaña se creó una frase de contraseña nueva. Desbloquea el cuaderno con ella para guardar lo que
    escribiste aquí.
may-be-right =
    Puede que esa sea la frase de contraseña correcta: lo que sirve para comprobarla está dañado. No se cambió nada. Mira
    «Frase de contraseña» en «Lectura y datos».
newer-lock =
    El bloqueo de tu cuaderno es de una versión más reciente de Closely. No se cambió nada. Copia lo que no esté
    guardado y vuelve a cargar esta página para obtener esa versión.
damaged-records =
    Algunos registros cifrados están dañados y todavía dependen de la frase de contraseña. Para continuar sin ella,
    exporta tus notas, descarga los registros dañados, borra todo y vuelve a importar las notas.
changed-elsewhere =
    La frase de contraseña acaba de cambiar en otra pestaña. Vuelve a cargar esta página e inténtalo de nuevo.
unsaved = Parte de lo que escribiste no está guardada, así que no se bloqueó nada. { $why }
half-sealed =
    No se pudo cifrar todo: lo que falta sigue como estaba y se volverá a intentar automáticamente. { $why }
