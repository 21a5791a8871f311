# Lectura y datos: el aspecto de las páginas y lo que significan los colores.

## La página

title = Lectura y datos
needs-script = Para elegir hace falta JavaScript. Las páginas siguen los ajustes de tu dispositivo.
reading = Lectura
your-data = Tus datos
preview = Vista previa
preview-title = Sobre leer despacio
preview-begins = Una página debería desaparecer mientras la lees y estar ahí de nuevo cuando levantas la vista.
    { $aloud }, deja lo demás y vuelve un día en que seas una persona un poco distinta.
preview-aloud = Marca lo que dirías en voz alta
preview-ends = Nadie lleva la cuenta. { $margin }, y el lápiz también.
preview-margin = El margen es tuyo

## El diálogo

reading-settings = Ajustes de lectura
sample = Una página debería desaparecer mientras la lees y estar ahí de nuevo cuando levantas la vista.
done = Listo
all-settings = Todos los ajustes y tus datos

## El aspecto de las páginas: lo que se elige y sus opciones

theme = Tema
theme-device = Sistema
theme-light = Claro
theme-sepia = Sepia
theme-dark = Oscuro
theme-black = Negro
theme-contrast = Contraste
typeface = Tipo de letra
typeface-book = De libro
book-hint = la serif de tu dispositivo
typeface-plain = Sencilla
plain-hint = la sans serif de tu dispositivo
typeface-literata = Literata
literata-hint = para lecturas largas, 50 KB
typeface-hyperlegible = Hyperlegible
hyperlegible-hint = para baja visión, 35 KB
size = Tamaño
percent = { NUMBER($percent) } %
lead = Interlineado
lead-book = De libro
lead-close = Estrecho
lead-open = Amplio
length = Largo de línea
length-book = De libro
length-narrow = Corto
length-wide = Largo
paragraphs = Párrafos
paragraphs-spaced = Separados
paragraphs-wide = Amplios
paragraphs-indented = Con sangría
alignment = Borde derecho
alignment-ragged = Irregular
alignment-justified = Recto
hyphens = División de palabras
hyphens-device = En teléfonos
hyphens-on = Sí
hyphens-off = No
motion = Movimiento
motion-device = Como el dispositivo
motion-still = Ninguno
highlight-this-hidden = Si hace falta
highlight-this-shown = Siempre
find-key = Ctrl+F abre «Buscar en el artículo»
find-key-why = En un Mac, Comando+F. Alt+S lo abre siempre; si no activas esto, la búsqueda de tu navegador queda como está.
defaults = Restablecer los valores iniciales

## Colores de los subrayados

colours-heading = Colores de los subrayados
colours-why = Ponles el nombre de lo que significan para ti: «idea clave», «preguntar en clase».
colours-locked = Los nombres que les pusiste están en el cuaderno, que está bloqueado.
name-of = Nombre del { $colour }
yellow = Guardar
green = De acuerdo
blue = Buscar
pink = Sobre mí
purple = Hablar
