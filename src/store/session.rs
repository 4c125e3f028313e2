//! Which run of the program a file beside a plan or on this computer belongs to.

use std::fmt;
use std::str::FromStr;

/// Tells this run of the program from every other one, on this computer and elsewhere. It is part of file
/// names: eight hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Session(u32);

impl Session {
    /// The session told by the number its ids begin with.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        // Both halves count: either may be the one that differs.
        #[expect(clippy::cast_possible_truncation, reason = "the halves are what is wanted")]
        Self((seed >> 32) as u32 ^ seed as u32)
    }
}

impl fmt::Display for Session {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:08x}", self.0)
    }
}

/// Text that names no session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not eight hexadecimal digits")]
pub struct NoSession;

impl FromStr for Session {
    type Err = NoSession;

    fn from_str(text: &str) -> Result<Self, NoSession> {
        let is_digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        if text.len() != 8 || !text.bytes().all(is_digit) {
            return Err(NoSession);
        }
        u32::from_str_radix(text, 16).map(Self).map_err(|_| NoSession)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_is_read_as_it_is_written() {
        for seed in [0, 7, u64::MAX, 0x1234_5678_9abc_def0] {
            let session = Session::new(seed);
            assert_eq!(session.to_string().parse(), Ok(session));
        }
        for text in ["", "1234567", "123456789", "+1234567", "1234567G", "ABCDEF01"] {
            assert_eq!(text.parse::<Session>(), Err(NoSession), "{text}");
        }
    }
}
