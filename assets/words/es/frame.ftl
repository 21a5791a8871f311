# Lo que rodea todas las páginas y lo que cualquiera puede decir.

## El marco de todas las páginas

skip = Ir al contenido
brand = Closely, biblioteca
site = Sitio
library = Biblioteca
notebook = Cuaderno
search = Búsqueda
settings = Ajustes
quick-exit = Salida rápida
exit = Salir
notice = Aviso
not-saved = Lo que marcas no se está guardando.
export-notes = Exportar mis notas
kept-here = Todo se queda en este dispositivo. Sin cuenta, sin servidor, sin contar visitas.
reading-and-data = Lectura y datos
glossary = Glosario
reading-packs = Paquetes de lectura
about = Acerca de esta biblioteca
feed = Canal de novedades

## Botones de todas las páginas

close = Cerrar
undo = Deshacer

## Lo que no llegó por la red

page-did-not-arrive = Esa página no llegó, y parte de lo que escribiste está solo en esta, así que sigues aquí.
    Comprueba que tienes conexión y vuelve a intentarlo.
part-did-not-arrive = Una parte del programa no llegó: algunos botones no hacen nada. Comprueba que tienes conexión y
    vuelve a cargar la página.

## El título de un documento

educators-title = Para docentes: { $title }

## La línea al comienzo de un artículo que cambió

revised = Este artículo se revisó. { $marks }.
marks-lost = { $count ->
    [one] 1 marca perdió su lugar
   *[other] { $count } marcas perdieron su lugar
}
marks-need-review = { $count ->
    [one] Hay 1 marca por revisar
   *[other] Hay { $count } marcas por revisar
}

## La página de lo que no existe

no-page = Aquí no hay ninguna página
no-page-why = Puede que el enlace sea antiguo o que le falte una letra. No se perdió nada tuyo.
search-library = Buscar en la biblioteca
