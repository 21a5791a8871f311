## src/platform/crypto.rs

no-encryption = Este navegador no puede cifrar aquí. Abre Closely con su dirección https e inténtalo de nuevo.
wrong-passphrase = Esa no es la frase de contraseña. Revisa las mayúsculas y los espacios e inténtalo de nuevo.
not-encrypted = El navegador no ha querido cifrar ahora mismo. Recarga esta página e inténtalo de nuevo.

## src/platform/worker.rs

not-loaded =
    No se ha podido cargar una parte de Closely. Comprueba que tienes conexión, recarga la página e inténtalo de nuevo.
too-much = Ha sido demasiado para el navegador. Cierra otras pestañas e inténtalo de nuevo.
too-long = Ha tardado demasiado y se ha cancelado. No se ha cambiado nada. Inténtalo de nuevo.

## src/platform/paper.rs

section = sección { $number }
heading = «{ $heading }»
