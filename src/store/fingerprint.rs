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

    /// From its SHA-256 as [`Display`](fmt::Display) writes it, and the length in bytes.
    #[must_use]
    pub fn from_parts(sha_256: &str, bytes: u64) -> Option<Self> {
        let digits: Option<Vec<u8>> =
            sha_256.chars().map(|digit| digit.to_digit(16).and_then(|value| u8::try_from(value).ok())).collect();
        let pairs: Vec<u8> = digits?.chunks(2).map(|pair| pair.iter().fold(0, |sum, digit| sum << 4 | digit)).collect();
        (sha_256.len() == 64).then(|| pairs.try_into().ok().map(|sha_256| Self { sha_256, bytes }))?
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fingerprint_is_made_again_of_what_it_is_written_as() {
        let whole = Fingerprint::of(b"a plan");
        let hex = whole.to_string();
        assert_eq!(Fingerprint::from_parts(&hex, 6), Some(whole));
        for wrong in ["", "12", &hex[1..], &hex.replace(&hex[..1], "g"), &format!("{hex}0"), "é"] {
            assert_eq!(Fingerprint::from_parts(wrong, 6), None, "{wrong}");
        }
    }
}
