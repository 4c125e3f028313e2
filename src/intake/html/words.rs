//! The words of a line, as a page shows them: runs of space are one, and none stands at a beginning or an end.

/// A line while it is read.
#[derive(Debug, Default)]
pub(super) struct Words {
    text: String,
    has_space: bool,
}

impl Words {
    /// Adds a letter; blanks of every kind are only noted, and become one where a letter follows.
    pub(super) fn put(&mut self, letter: char) {
        if letter.is_whitespace() {
            self.has_space = true;
        } else if !letter.is_control() {
            if self.has_space && !self.text.is_empty() && !self.text.ends_with(['\n', '\t']) {
                self.text.push(' ');
            }
            self.has_space = false;
            self.text.push(letter);
        }
    }

    /// Ends the line, and goes on in the next; nothing where there are no words before it.
    pub(super) fn turn(&mut self) {
        self.has_space = false;
        if !self.text.is_empty() {
            self.text.push('\n');
        }
    }

    /// A tabulator; nothing where there are no words before it.
    pub(super) fn tab(&mut self) {
        self.has_space = false;
        if !self.text.is_empty() {
            self.text.push('\t');
        }
    }

    /// Whether there are no words.
    pub(super) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// What has been read of it.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// The words, of which none are left.
    pub(super) fn end(&mut self) -> String {
        self.has_space = false;
        std::mem::take(&mut self.text).trim().to_owned()
    }
}
