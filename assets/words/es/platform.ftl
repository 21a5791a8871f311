## src/platform/crypto.rs

no-encryption = Este navegador no puede cifrar aquí. Abre Closely con su dirección https e inténtalo de nuevo.
wrong-passphrase = Esa no es la frase de contraseña. Revisa las mayúsculas y los espacios e inténtalo de nuevo.
not-encrypted = El navegador no logró cifrar en este momento. Vuelve a cargar esta página e inténtalo de nuevo.

## src/platform/worker.rs

not-loaded =
    No se pudo cargar una parte de Closely. Comprueba que tienes conexión, vuelve a cargar la página e inténtalo de
    nuevo.
too-much = Fue demasiado para el navegador. Cierra otras pestañas e inténtalo de nuevo.
too-long = Tardó demasiado y se canceló. No se cambió nada. Inténtalo de nuevo.

## src/platform/paper.rs

section = sección { $number }
heading = «{ $heading }»
