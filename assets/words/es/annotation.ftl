not-one = No es una anotación. Elige un archivo que haya escrito Closely.
field = Su campo «{ $name }» falta o no se puede leer. Expórtala de nuevo.
unknown-kind = Es de tipo «{ $kind }», que esta versión no conoce. Ábrela con una versión más reciente.
empty = No marca ninguna palabra. Vuelve a marcar el pasaje.
