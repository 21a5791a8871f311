# Ajustes de este dispositivo: leer sin conexión, instalar y quién puede ver qué.

## Leer sin conexión e instalar

offline-heading = Leer sin conexión e instalar
offline-why = Toda la biblioteca cabe en tu dispositivo. Una vez ahí, todas las páginas, la búsqueda y tu cuaderno
    funcionan sin conexión, y las ediciones nuevas esperan hasta que las quieras.
offline-making = Se está preparando la copia para leer sin conexión. Puedes seguir leyendo.
offline-ready = Ya puedes leer sin conexión.
offline-asked = Tu dispositivo pide ahorrar datos, así que no se hizo la copia para leer sin conexión.
make-it-now = Hacerla ahora
offline-failed = No se pudo hacer la copia para leer sin conexión: falta algo o el navegador no lo permite.
try-again = Volver a intentarlo
offline-discreet = En modo discreto no se hace ninguna copia para leer sin conexión.
offline-none = Este navegador no guarda aquí copias para leer sin conexión. Las ventanas privadas no suelen hacerlo.
update-ready = Hay una edición nueva. Tus notas se quedan como están.
update-now = Actualizar ahora
install = Instalar Closely
install-ios = Para instalar Closely en un iPhone o iPad, abre el menú Compartir de Safari y elige «Añadir a pantalla de
    inicio».
install-done = Closely ya está entre las aplicaciones de este dispositivo.
install-unknown = Para instalar Closely, busca «Instalar» o «Añadir a pantalla de inicio» en el menú de tu navegador.

## Salir al instante y no dejar nada

privacy-heading = Privacidad
exit-why = El botón { $exit } está en todas las páginas. Oculta la página al instante y lleva a Wikipedia. Pulsar Mayús
    tres veces hace lo mismo. El historial de tu navegador sigue mostrando las páginas que abriste aquí: para no dejar nada en él,
    lee en una ventana privada o borra el historial.
discreet-why = { $mode }: vale solo para esta pestaña, hasta que la cierres. El título de la pestaña no dice nada, tus
    marcas y notas no se muestran y no se guarda nada de lo que haces: lo que marques o escribas desaparece al volver a
    cargar la página.
discreet-mode = Modo discreto
start-discreet = Activar el modo discreto
leave-discreet = Salir del modo discreto
discreet-on = Modo discreto.
nothing-kept = No se guarda nada de lo que haces en esta pestaña.

## Botones de la aplicación instalada

back = Atrás
share = Compartir esta página
