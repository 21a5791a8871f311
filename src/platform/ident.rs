//! Random ids for new annotations.

/// 128 random bits as hexadecimal digits: unique on this device and, in practice, everywhere.
pub fn random() -> String {
    // Math.random is there in every context; ids need to be distinct, not secret.
    let word = || (js_sys::Math::random() * 4_294_967_296.0) as u32;
    format!("{:08x}{:08x}{:08x}{:08x}", word(), word(), word(), word())
}
