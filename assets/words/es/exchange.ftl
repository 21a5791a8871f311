export = Exportar
import = Importar
reminder = { $missing ->
    [one] 1 de tus notas no está en ningún archivo exportado.
        Si se borran los datos de este navegador, se perderá.
   *[other] { $missing } de tus notas no están en ningún archivo exportado.
        Si se borran los datos de este navegador, se perderán.
}
switch-reminder-off = No avisarme más
reminder-off = Este aviso no volverá a aparecer. Puedes reactivarlo en los ajustes.

export-notes = Exportar notas
which-notes = ¿Qué notas?
everything = Todas ({ NUMBER($total) })
filtered = Las que muestra el filtro ({ NUMBER($count) })
format-legend = Formato
json = Archivo de Closely
json-hint = JSON. Lo contiene todo; se puede volver a importar, aquí o en otros programas.
markdown = Texto
markdown-hint = Markdown, para Obsidian y otros cuadernos.
csv = Tabla
csv-hint = CSV, para hojas de cálculo.
print = Imprimir
share = Compartir
download = Descargar
not-taken = El navegador no aceptó el archivo. Vuelve a cargar la página e inténtalo de nuevo.
exported = { $count ->
    [one] 1 nota exportada a { $file }
   *[other] { $count } notas exportadas a { $file }
}

import-notes = Importar notas
which-file = Un archivo exportado por Closely (.json), o notas de Hypothesis (.json) o Readwise (.csv) sobre estos artículos.
    Verás qué cambiaría antes de que cambie nada.
notes-file = Archivo de notas
reading = Leyendo el archivo…
too-large = Este archivo ocupa más de 20 MB, así que no se leyó. Elige un archivo de notas.
unreadable = No se puede leer este archivo. Comprueba que sigue en su sitio y vuelve a elegirlo.

no-notes = Este archivo no contiene notas.
all-here = Todo lo que hay en este archivo ya está aquí.
none-can-come-in = En este archivo no hay nada nuevo que se pueda importar.
file-holds = Todavía no se cambió nada. El archivo contiene:
new = Nuevas
changed = Distintas de las tuyas
deleted = Eliminadas aquí
same = Ya están aquí
refused = No se pueden importar
differing = Si una nota es distinta de la tuya
keep-both = Conservar las dos versiones
take-theirs = Usar la del archivo
keep-mine = Conservar la mía
bring-back = Recuperar lo que eliminé aquí
reasons = Qué no se puede importar y por qué
more-reasons = Y { NUMBER($count) } más.
choose-another = Elegir otro archivo
import-count = { $count ->
    [one] Importar 1 nota
   *[other] Importar { $count } notas
}

came-in = { $count ->
    [0] No se importó ninguna nota
    [one] 1 nota importada
   *[other] { $count } notas importadas
}
undo = Deshacer la importación
undone = Importación deshecha
undone-in-part = { $stayed ->
    [one] Importación deshecha. Se queda 1 nota, porque la cambiaste después.
   *[other] Importación deshecha. Se quedan { $stayed } notas, porque las cambiaste después.
}
done = Listo
