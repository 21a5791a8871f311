# La biblioteca: de qué trata cada artículo, cuánto se tarda en leer y hasta dónde se ha llegado.

title = Biblioteca
lede = Lecturas largas sobre la cercanía con otras personas: tomarse tiempo, pedir lo que se quiere y reparar lo que salió
    mal.

## Un artículo

minutes = { NUMBER($minutes) } min
not-started = Sin empezar
read = Leído
percent = { NUMBER($percent) } %
minutes-left = { $minutes ->
    [one] Queda 1 min
   *[other] Quedan { $minutes } min
}
continue-at = Continuar «{ $title }» en la sección { $number }, «{ $section }»
go-on = Continuar

## El pie

book = { $link }, para lectores de libros electrónicos
book-link = EPUB de toda la biblioteca
