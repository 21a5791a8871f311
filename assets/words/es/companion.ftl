new-edition = Hay una edición nueva.
notes-stay = Tus notas se quedan como están.
ready-offline = Ya puedes leer sin conexión.
updated-elsewhere = Closely se actualizó en otra pestaña.
update-when-it-suits = Esta página sigue funcionando; actualízala cuando te venga bien.
unsaved-words = Parte de lo que escribiste aún no está guardada, así que esta página no se actualiza. Cópiala primero.
link-copied = Enlace copiado.
no-sharing = Este navegador no permite compartir desde aquí. La dirección está en su barra de direcciones.
install-by-menu = El menú de tu navegador tiene «Instalar» o «Añadir a pantalla de inicio».
nothing-kept-anyway = Este navegador bloquea el almacenamiento de este sitio, así que de todos modos no se guarda nada.

## En la página
edition-region = Edición nueva
update-now = Actualizar ahora
later = Más tarde
reload = Volver a cargar
export-notes = Exportar mis notas
