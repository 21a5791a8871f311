# El glosario de todos los artículos.

title = Glosario
lede = Las palabras que explican los artículos y dónde se usan.
beginning = el comienzo
