## El diálogo «Compartir»

share = Compartir
copy-link = Copiar enlace
link-copied = Enlace copiado
copy-quote = Copiar cita con enlace
copy-title = Copiar título con enlace
copied-with-link = Copiado, con su enlace
share-with-app = Compartir con otra aplicación
add-to-pack = Añadir al paquete
print-section = Imprimir esta sección
print-article = Imprimir este artículo
not-copied = Este navegador no permitió copiarlo. Selecciónalo y cópialo a mano.

## Un enlace como código

qr-code = Código QR
qr-code-of-link = Código QR del enlace
save-svg = Guardar como SVG
save-png = Guardar como PNG

## El diálogo «Citar»

cite = Citar
one-moment = Un momento…
style = Estilo
save-as-file = Guardar como archivo
copy = Copiar
citation-copied = Cita copiada

## Los estilos y sus partes

chicago-notes = Chicago, notas
chicago-author-date = Chicago, autor-fecha
plain-text = Texto sin formato
reference-list = Lista de referencias
works-cited = Obras citadas
bibliography = Bibliografía
note = Nota
shortened-note = Nota abreviada
in-the-text = En el texto
