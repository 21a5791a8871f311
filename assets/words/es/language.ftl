name = Español
legend = Idioma
device = Dispositivo
not-kept = En esta pestaña no se guarda nada, así que sigue en su idioma. Elígelo donde se guarden tus ajustes.
