//! The version, read before anything else and without understanding the rest.
//!
//! A file from a newer program may hold things this one cannot even parse. So its version is found by
//! looking over white space, comments and RON's own attributes for `( version: number`, which every
//! version of the file opens with.

/// What the beginning of a file says; the numbers are bytes from its start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Header {
    /// The version it says it has.
    Version(u64),
    /// It ends before it says so.
    CutShort,
    /// Something else stands where the version should.
    Other(usize),
}

/// Reads the version at the beginning of `text`.
pub(super) fn read(text: &str) -> Header {
    let mut rest = Rest(text);
    rest.skip_attributes();
    rest.skip_word();
    let expected: [fn(&mut Rest) -> bool; 3] =
        [|rest| rest.take("("), |rest| rest.take("version"), |rest| rest.take(":")];
    for step in expected {
        rest.skip_space();
        if !step(&mut rest) {
            return rest.stopped(text);
        }
    }
    rest.skip_space();
    let digits = rest.0.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 0 {
        return rest.stopped(text);
    }
    // More digits than a number can hold are still a newer version.
    Header::Version(rest.0[..digits].parse().unwrap_or(u64::MAX))
}

struct Rest<'text>(&'text str);

impl Rest<'_> {
    fn stopped(&self, text: &str) -> Header {
        let is_start_of = |word: &str| word.starts_with(self.0) && self.0.len() < word.len();
        if is_start_of("(version") || is_start_of("version") {
            Header::CutShort
        } else {
            Header::Other(text.len() - self.0.len())
        }
    }

    fn take(&mut self, word: &str) -> bool {
        let rest = self.0.strip_prefix(word);
        self.0 = rest.unwrap_or(self.0);
        rest.is_some()
    }

    /// White space and comments.
    fn skip_space(&mut self) {
        loop {
            self.0 = self.0.trim_start();
            if self.0.starts_with("//") {
                self.0 = self.0.find('\n').map_or("", |end| &self.0[end..]);
            } else if self.0.starts_with("/*") {
                self.0 = self.0.find("*/").map_or("", |end| &self.0[end + 2..]);
            } else {
                return;
            }
        }
    }

    /// `#![enable(…)]` and the like.
    fn skip_attributes(&mut self) {
        self.skip_space();
        while self.0.starts_with("#!") {
            self.0 = self.0.find(']').map_or("", |end| &self.0[end + 1..]);
            self.skip_space();
        }
    }

    /// A name that may stand before the first bracket.
    fn skip_word(&mut self) {
        let after = self.0.trim_start_matches(|letter: char| letter.is_ascii_alphanumeric() || letter == '_');
        if after.trim_start().starts_with('(') {
            self.0 = after;
        }
    }
}
