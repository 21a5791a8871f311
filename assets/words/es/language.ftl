name = Español
legend = Idioma
device = Dispositivo
