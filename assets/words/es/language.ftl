name = Español
legend = Idioma
device = Dispositivo
change-to = Cambiar a { $language }
not-kept = En esta pestaña no se guarda nada, así que sigue en su idioma. Elígelo donde se guarden tus ajustes.
not-yet = Todavía se está guardando parte de lo que escribiste, así que esta página se queda. Inténtalo de nuevo en un momento.
