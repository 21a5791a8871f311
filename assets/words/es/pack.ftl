pack = Paquete de lectura
packs = Paquetes de lectura
all-packs = Todos los paquetes de lectura
stops = Paradas
notice = Aviso
print = Imprimir

## Todos los paquetes

packs-lede = Unos pocos lugares para leer con atención, cada uno con una pregunta. Sin cuenta ni servidor: un paquete es un enlace.
needs-script = Los paquetes de lectura necesitan JavaScript: es tu navegador el que los abre y los crea.
opened-packs = Paquetes abiertos
go-on = Continuar
own-packs = Paquetes creados por ti
edit = Editar
act-on = { $act }: { $title }
untitled = Aún sin título
stop-count =
    { $count ->
        [one] 1 parada
       *[other] { $count } paradas
    }
open-pack = Abrir un paquete
open-pack-how = Sigue el enlace que te dieron o elige el archivo.
pack-file = Archivo del paquete
for-teaching = Para quienes enseñan
for-teaching-how = Elige pasajes, haz una pregunta en cada uno y envía el enlace a una clase. Lo que escribe cada estudiante se queda en su dispositivo hasta que te lo entrega.
make-pack = Crear un paquete
read-hand-ins = Leer las entregas

## Seguir un paquete

start = Empezar
start-note = Al empezar, sus pasajes quedan marcados en los artículos hasta que quites el paquete. Tus notas no se tocan.
back-to-editing = Volver a la edición
gone = Este paquete no está aquí
gone-lede = Se quitó o está en otro dispositivo. Sigue su enlace para volver a abrirlo.
from-teacher = De { $name }
due = Entrega: { $when }
lookalike = «{ $word }» tiene letras de otro alfabeto que se parecen a las habituales. Asegúrate de conocer a quien envió este paquete.
answered = Respondidas: { NUMBER($done) } de { NUMBER($count) }
progress = Progreso
pack-removed = El paquete se quitó. Tus respuestas están en tu cuaderno.
name-on-paper = Nombre: { $name }
read-stop-by-stop = Leer parada por parada
remove-pack = Quitar este paquete
hand-in = Entregar
hand-in-note = Tus respuestas están solo en este dispositivo hasta que las envíes.
name-for-teacher = Tu nombre, tal como lo conoce tu docente
save-hand-in = Guardar archivo de entrega
copy-as-text = Copiar como texto
answers-copied = Respuestas copiadas
answers-too-long = Tus respuestas son demasiado largas para un solo archivo. Acorta las más largas y vuelve a entregarlas.
file-saved = El archivo está en tus descargas. Envíaselo a tu docente.
share-failed = No se pudo enviar. El archivo quedó en tus descargas: envíaselo a tu docente.

## Dónde están las paradas

no-article = Un artículo que esta biblioteca no tiene
no-article-note = Pide la dirección de la biblioteca para la que se creó este paquete.
section-gone = Esta sección ya no existe. El enlace abre el artículo.
passage-gone = Estas palabras ya no están en el artículo. El enlace abre el lugar donde estaban.

## Crear un paquete

make-reading-pack = Crear un paquete de lectura
make-lede = Todo se guarda en este dispositivo mientras escribes.
title = Título
your-name = Tu nombre (opcional)
introduction = Introducción
due-optional = Plazo de entrega (opcional)
add-stop = Añadir una parada
add-stop-how = Mientras lees, elige unas palabras o una sección y luego «Compartir» y «Añadir al paquete». O añade una aquí.
preview = Vista previa
delete-pack = Eliminar este paquete
deleted = Se eliminó { $pack }
none-yet = Aún no hay ninguna.
question-for-stop = Pregunta de la parada { NUMBER($stop) }
move-up = Mover arriba
move-down = Mover abajo
remove = Quitar
stop-act = { $act }: parada { NUMBER($stop) }
now-stop = Ahora es la parada { NUMBER($stop) }
stop-removed = Se quitó la parada { NUMBER($stop) }
stop-removed-elsewhere = Esta parada se quitó en otra pestaña.
room-for-stops = En un paquete caben { NUMBER($count) } paradas.
added-as-stop = Añadida como parada { NUMBER($stop) }

## Añadir paradas

article-or-section = Artículo o sección
choose = Elige
whole-article = El artículo entero
add-place = Añadir este lugar
choose-place-first = Elige primero un artículo o una sección.
from-highlights = De tus subrayados
no-highlights = Aún no tienes subrayados. Aquí puedes añadir lo que marques al leer.
add = Añadir
add-highlight = Añadir subrayado: { $words }
highlight-unsure = Ya no es seguro que estas palabras estén en el artículo. Vuelve a marcarlas primero.

## Enviar un paquete

send = Enviarlo
send-note = El paquete entero viaja en el enlace. No pasa por ningún servidor, y las respuestas solo te llegan cuando cada estudiante las entrega.
make-link = Crear el enlace
link-ready = El enlace está listo
link-to-pack = Enlace al paquete
link-long = El enlace tiene { NUMBER($count) } caracteres; algunos programas cortan los que pasan de 2000. Un archivo es más seguro.
needs-stop = Un paquete necesita al menos una parada. Añade una primero.
needs-title = Un paquete necesita un título. Escríbelo arriba.

## Leer las entregas

hand-ins = Entregas recibidas
hand-ins-lede = Abre de una vez los archivos de toda una clase y léelos pregunta por pregunta.
hand-ins-not-kept = Se muestran, pero no se guardan: al cerrar esta página desaparecen de aquí. { $link }
hand-in-files = Archivos de entrega
hand-ins-opened =
    { $count ->
        [0] Aún no has abierto ninguna entrega.
        [one] 1 entrega abierta.
       *[other] { $count } entregas abiertas.
    }
no-answer = Sin respuesta
file-refused = { $file }: { $why }
not-hand-in = Esto no es una entrega hecha con Closely.
hand-in-damaged = La entrega está dañada o es demasiado grande. Pídela de nuevo.

## Lo que se entrega

no-name = Sin nombre
answer-missing = (sin respuesta)

## Por qué no se puede abrir un paquete

not-one = Esto no es un paquete de lectura. Elige un archivo o un enlace creado con Closely.
damaged = El enlace no está completo. Cópialo entero o pide el paquete como archivo.
newer = Esto se creó con una versión más reciente de Closely. Vuelve a cargar la página para obtenerla.
too-large = Esto es más grande de lo que puede ser un paquete de lectura. Pide uno con menos paradas.
no-stops = Este paquete no tiene paradas. Pídelo de nuevo.
field-unreadable = El campo «{ $field }» del paquete falta, es demasiado largo o no se puede leer. Pide el paquete de nuevo.
field-hidden = El campo «{ $field }» del paquete contiene caracteres que no se ven y pueden engañar. Pide el paquete de nuevo.

## Un paquete junto al texto

stop = Parada { NUMBER($stop) }
dock-heading = { $pack } · parada { NUMBER($stop) } de { NUMBER($count) }
read-closely = Lee esto con atención y luego continúa.
stop-lost = El pasaje de esta parada ya no está en este texto. Aquí es donde estaba.
previous-stop = Parada anterior
next-stop = Parada siguiente
all-stops = Todas las paradas
all-stops-and-hand-in = Todas las paradas y la entrega
