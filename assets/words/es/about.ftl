# La página acerca de esta biblioteca.

title = Acerca de esta biblioteca
lede = Un lugar tranquilo para lecturas largas, hecho para leer con atención: lápiz en mano y a tu ritmo.
data-heading = Lo que se queda contigo
data = Todo lo que marcas o escribes se guarda en este navegador, en este dispositivo y en ningún otro lugar. No hay
    cuenta ni servidor que pueda saber quién eres, y no se cuenta ninguna visita. Quien pueda abrir este navegador puede
    leer tus notas; si borras los datos del navegador, también se borran.
pencil-heading = Leer con lápiz
pencil = Selecciona palabras para subrayarlas con uno de los cinco colores y pulsa un subrayado para añadirle una nota.
    Puedes poner un marcador en cualquier sección, enlazarla y escribir sobre ella. Todo se reúne en tu { $notebook }.
notebook = cuaderno
teaching-heading = Para quienes enseñan
teaching = Cada sección tiene una dirección propia que seguirá funcionando: pulsa el enlace junto a su título. Un
    { $pack } guía a una clase por unos cuantos pasajes, con una pregunta en cada uno. Puedes copiar, imprimir y
    traducir los artículos con la licencia Creative Commons Atribución 4.0 si dices de dónde vienen.
reading-pack = paquete de lectura
not-heading = Lo que esto no es
not = Los artículos son educación para personas adultas. No son un diagnóstico ni sustituyen a profesionales de la
    salud, a terapeutas ni a alguien de tu confianza. Cada artículo termina con una sección sobre cómo buscar apoyo.
licence-heading = Licencia
licence = Los artículos y sus figuras: { $licence }. El programa: MIT.
creative-commons = Creative Commons Atribución 4.0
