//! What stands outside the text and belongs to it: footnotes, endnotes, comments, headers and footers.

use super::inline::Inline;
use super::reader::Reader;
use super::tables;
use super::xml::{self, Node};
use crate::intake::{Line, Origin, Remark};

impl<'part> Reader<'part> {
    /// A footnote or endnote called here: a line of its own after the paragraph or the table.
    pub(super) fn note(&mut self, call: Node<'_>, is_footnote: bool, inline: &mut Inline) {
        let notes = if is_footnote { &mut self.notes.footnotes } else { &mut self.notes.endnotes };
        let Some(note) = xml::attribute(call, "id").and_then(|id| notes.remove(id)) else { return };
        let taken = &mut self.notes.taken[usize::from(!is_footnote)];
        *taken += 1;
        let label = format!("{} {taken}", if is_footnote { "Footnote" } else { "Endnote" });
        let text = self.aside(note);
        if !text.is_empty() {
            let origin = self.here();
            inline.notes.push(Line { text, label: Some(label), heading: None, origin });
        }
    }

    /// A comment called here.
    pub(super) fn comment(&mut self, call: Node<'_>) {
        let Some(comment) = xml::attribute(call, "id").and_then(|id| self.notes.comments.remove(id)) else { return };
        self.comment_remark(comment);
    }

    /// Comments that are called nowhere.
    pub(super) fn other_comments(&mut self) {
        let mut left: Vec<Node<'part>> = self.notes.comments.drain().map(|(_, comment)| comment).collect();
        left.sort_by_key(|comment| comment.range().start);
        for comment in left {
            let before = self.remarks.len();
            self.comment_remark(comment);
            self.remarks[before..].iter_mut().for_each(|remark| remark.origin = Origin::default());
        }
    }

    fn comment_remark(&mut self, comment: Node<'part>) {
        let text = self.aside(comment);
        match xml::attribute(comment, "author").map(str::trim).filter(|author| !author.is_empty()) {
            _ if text.is_empty() => {}
            Some(author) => self.remark(format!("Comment by {author}: {text}")),
            None => self.remark(format!("Comment: {text}")),
        }
    }

    /// A header or footer; those of several sections often say the same.
    pub(super) fn margin(&mut self, part: Node<'part>, is_header: bool) {
        let text = self.aside(part);
        let text = format!("{}: {text}", if is_header { "Page header" } else { "Page footer" });
        let is_new = self.remarks.iter().all(|remark| remark.text != text);
        if is_new && !text.ends_with(": ") {
            self.remarks.push(Remark { text, origin: Origin::default() });
        }
    }

    /// The words of what stands outside the text.
    fn aside(&mut self, part: Node<'part>) -> String {
        self.asides += 1;
        let blocks = self.blocks(part);
        self.asides -= 1;
        tables::words_of(&blocks)
    }
}
