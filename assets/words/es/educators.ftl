amount =
    { $words ->
        [one] 1 palabra
       *[other] { $words } palabras
    }, { $minutes ->
        [one] alrededor de 1 minuto
       *[other] unos { $minutes } minutos
    } de lectura. { $link }
read-article = Leer el artículo
sections = Secciones
class-questions = Preguntas para una clase
glossary = Palabras
how-to-cite = Cómo citar
to-hand-out = Para repartir
hand-out-note = Imprime el artículo desde su página: los subrayados y las notas van incluidos. Puedes copiarlo, imprimirlo y traducirlo con la licencia Creative Commons Atribución 4.0 si dices de dónde viene.
book-of-article = EPUB de este artículo, para lectores de libros electrónicos
book-of-library = EPUB de toda la biblioteca
in-course = En la página de un curso
in-course-note = Esto muestra una sola sección; para otra, pon su identificador al final de la dirección.
