//! What a file's content is told by: all of it, never its time or only its beginning.

use std::fmt;

use sha2::{Digest, Sha256};

/// The SHA-256 and the length of a whole content.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Fingerprint {
    sha_256: [u8; 32],
    /// How many bytes.
    pub bytes: u64,
}

impl Fingerprint {
    /// Of this content.
    #[must_use]
    pub fn of(content: &[u8]) -> Self {
        Self { sha_256: Sha256::digest(content).into(), bytes: content.len() as u64 }
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.sha_256.iter().try_for_each(|byte| write!(out, "{byte:02x}"))
    }
}

impl fmt::Debug for Fingerprint {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Fingerprint({self}, {} bytes)", self.bytes)
    }
}
