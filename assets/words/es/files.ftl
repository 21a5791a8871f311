empty = Este archivo está vacío. Vuelve a exportar tus notas y elige el archivo nuevo.
archive = Este es un archivo comprimido. Descomprímelo y elige el archivo de notas que hay dentro.
pdf = Este es un PDF. Elige un archivo de notas que termine en .json o una tabla de Readwise en .csv.
picture = Esta es una imagen. Elige un archivo de notas que termine en .json o una tabla de Readwise en .csv.
utf16 = Este archivo está en UTF-16. Guárdalo otra vez como UTF-8 y vuelve a elegirlo.
not-utf8 = Este archivo está dañado o no está en UTF-8. Expórtalo de nuevo o guárdalo otra vez como UTF-8.
html = Esta es una página web, quizá el aviso de una descarga fallida. Vuelve a exportar las notas.
cut-off = Este archivo está incompleto: le falta el final. Vuelve a copiarlo o a descargarlo, entero.
not-json = Este archivo debería ser JSON, pero contiene un error. Expórtalo de nuevo y no lo edites a mano.
other-json = Este archivo es JSON, pero no contiene notas. Elige un archivo exportado por Closely o Hypothesis.
markdown = Markdown sirve para leer en otro lugar y no se puede importar. Elige el archivo .json que exportaste.
own-table = Una tabla sirve para leer en otro lugar y no se puede importar. Elige el archivo .json que exportaste.
other-table = Esta tabla no es de Readwise: le faltan las columnas «Highlight» y «Book Title».
    Expórtala allí como CSV.
unknown = Este no es un archivo de notas. Elige un archivo .json de Closely o Hypothesis, o un .csv de Readwise.

entry = Entrada { NUMBER($number) }. { $why }
no-annotation = No es una anotación. Expórtala de nuevo desde su programa de origen.
no-quote = No tiene cita («exact»), así que no se pueden encontrar sus palabras. Vuelve a marcarlas.
backward = Su posición empieza después de su final o no marca nada. Vuelve a marcar las palabras.
field = Su campo «{ $name }» falta o no se puede leer. Expórtala de nuevo.
unknown-kind = Es de tipo «{ $kind }», que esta versión no conoce. Actualiza Closely.
nowhere = No dice de qué artículo trata. Vuelve a marcar el pasaje.
elsewhere = Trata de «{ $what }», que no es ningún artículo de aquí. Déjala donde está.
reply = Es una respuesta a la anotación de otra persona. Déjala donde está.
unsaved = Estas palabras no llegaron a guardarse; cópialas de aquí: «{ $words }»
encrypted = Sus notas están cifradas. Desbloquea el cuaderno en el navegador que creó el archivo y expórtalas allí.
older = La escribió una versión anterior de Closely, en un formato que no se conoce.
newer = La escribió una versión más reciente de Closely. Impórtala con esa versión.

heading = Notas de Closely
exported-on = Exportadas el { $day }.
bookmark = Marcador
section = sección
passage = pasaje
whole-article = El artículo entero

qr-too-long = Este enlace es demasiado largo para un código QR. Envíalo como enlace o como archivo.
