//! The second program's files: made ready to start, and named by their bytes.
//!
//! Trunk gives a worker's files plain names. A page of one build must never start the worker of another, and what never
//! changes may be kept for ever, so the names get a hash of what is in them.

use crate::{Site, failed};
use std::fs;

/// Puts the files in place and says at which address the worker is.
pub(crate) fn place(site: &Site) -> Result<String, String> {
    let [glue, program] = ["worker.js", "worker_bg.wasm"].map(|name| site.folder.join(name));
    let script = fs::read_to_string(&glue).map_err(|error| failed(&glue, &error))?;
    let script = format!("{script}\n{}", closely::worker::START);
    let binary = fs::read(&program).map_err(|error| failed(&program, &error))?;
    let name = format!("worker-{:016x}", hash(script.bytes().chain(binary.iter().copied())));
    site.write(&format!("{name}.js"), &script)?;
    fs::remove_file(&glue).map_err(|error| failed(&glue, &error))?;
    fs::rename(&program, site.folder.join(format!("{name}_bg.wasm"))).map_err(|error| failed(&program, &error))?;
    Ok(site.base.file(&format!("{name}.js")))
}

/// FNV-1a: tells builds apart, and protects nothing.
fn hash(bytes: impl Iterator<Item = u8>) -> u64 {
    bytes.fold(0xCBF2_9CE4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_fnv_1a() {
        assert_eq!(hash("foobar".bytes()), 0x8594_4171_F739_67E8);
    }
}
