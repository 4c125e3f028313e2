//! How a text wraps in a cell, much as Excel and LibreOffice wrap it: at spaces; a word wider than the cell
//! is broken after a hyphen or slash, or anywhere.
//!
//! Both programs may also break an ordinary word at a hyphen. That only ever saves lines, so counting
//! without it errs on the side of room.

use std::ops::Range;

use super::metrics::{Ruler, Type, Width};

/// What a cell keeps free at its left and right edges together.
const CELL_PADDING_PX: f32 = 5.0;
/// What one step of indent takes: about three spaces of the workbook's default font.
const INDENT_PX: f32 = 10.0;
/// The part of the width that is used; the rest is for differences between programs, screens and printers.
const USED_OF_EXACT: f32 = 0.97;

/// The room a cell has for its lines.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Room {
    exact_px: f32,
    rounded_px: f32,
}

impl Room {
    /// The room in columns of this width together.
    #[must_use]
    #[allow(clippy::cast_precision_loss, reason = "a sheet is at most some thousand pixels wide")]
    pub(crate) fn in_columns(width_px: u32, indent: u8) -> Self {
        let inner = (width_px as f32 - CELL_PADDING_PX - INDENT_PX * f32::from(indent)).max(4.0);
        Self { exact_px: inner * USED_OF_EXACT, rounded_px: inner }
    }

    fn holds(self, width: Width) -> bool {
        width.exact_px <= self.exact_px && width.rounded_px <= self.rounded_px
    }
}

impl Ruler {
    /// How many lines a text takes, at least 1.
    #[must_use]
    pub(crate) fn count_lines(&self, text: &str, set_in: Type, room: Room) -> u32 {
        let mut count = 0;
        self.each_line(text, set_in, room, |_| count += 1);
        count
    }

    /// The lines of a text as ranges of its bytes. Together they hold everything but the white space at
    /// the breaks.
    #[must_use]
    pub(crate) fn lines(&self, text: &str, set_in: Type, room: Room) -> Vec<Range<usize>> {
        let mut lines = Vec::new();
        self.each_line(text, set_in, room, |line| lines.push(line));
        lines
    }

    fn each_line(&self, text: &str, set_in: Type, room: Room, mut emit: impl FnMut(Range<usize>)) {
        let mut start = 0;
        for paragraph in text.split('\n') {
            self.wrap_paragraph(paragraph, set_in, room, |line| emit(line.start + start..line.end + start));
            start += paragraph.len() + 1;
        }
    }

    fn wrap_paragraph(&self, text: &str, set_in: Type, room: Room, mut emit: impl FnMut(Range<usize>)) {
        let mut line_start = 0;
        // The line as far as it is settled: up to the end of the last whole word, and with the space after.
        let mut settled_end = 0;
        let mut settled = Width::default();
        let mut word_start = 0;
        let mut word = Width::default();
        let width_of = self.letters(set_in);
        for (at, letter) in text.char_indices() {
            let width = width_of(letter);
            if is_space(letter) {
                if at > word_start {
                    settled += word;
                    settled_end = at;
                }
                settled += width;
                word = Width::default();
                word_start = at + letter.len_utf8();
                continue;
            }
            word += width;
            if room.holds(settled + word) {
                continue;
            }
            if settled_end > line_start {
                emit(line_start..settled_end);
                line_start = word_start;
                settled_end = word_start;
                settled = Width::default();
            }
            if !room.holds(settled + word) && at > line_start {
                // The word alone is wider than the cell.
                let cut = hyphen_cut(&text[line_start..at]).map_or(at, |cut| line_start + cut);
                emit(line_start..cut);
                line_start = cut;
                word_start = cut;
                settled_end = cut;
                settled = Width::default();
                word = self.text(&text[cut..at + letter.len_utf8()], set_in);
            }
        }
        emit(line_start..text.len());
    }
}

fn is_space(letter: char) -> bool {
    letter.is_whitespace() && letter != '\u{a0}'
}

/// After the last hyphen or slash inside a long word, if that leaves a fair part of it on the line.
fn hyphen_cut(word: &str) -> Option<usize> {
    let cut = word.rfind(['-', '/'])? + 1;
    (cut * 2 >= word.len()).then_some(cut)
}

#[cfg(test)]
mod tests {
    use super::super::metrics::Face;
    use super::*;

    const SMALL: Type = Type { face: Face::Regular, size_pt: 9.0 };

    fn lines(text: &str, width_px: u32) -> Vec<&str> {
        let ruler = Ruler::new().unwrap();
        ruler.lines(text, SMALL, Room::in_columns(width_px, 0)).into_iter().map(|line| &text[line]).collect()
    }

    #[test]
    fn words_stay_whole_where_they_can() {
        assert_eq!(lines("to develop a joint vision", 70), ["to develop", "a joint", "vision"]);
        assert_eq!(lines("one\n\ntwo", 200), ["one", "", "two"]);
        assert_eq!(lines("", 200), [""]);
        assert_eq!(lines("word", 200), ["word"]);
    }

    #[test]
    fn a_word_too_long_is_broken_and_nothing_is_lost() {
        let long = "a".repeat(200);
        let broken = lines(&long, 100);
        assert!(broken.len() > 10);
        assert_eq!(broken.concat(), long);
        assert_eq!(lines("commissioning-management", 100), ["commissioning-", "management"]);
        for width in [0, 1, 5, 9] {
            assert_eq!(lines("ab ❖❖", width).concat().replace(' ', ""), "ab❖❖");
        }
    }

    #[test]
    fn narrower_never_takes_fewer_lines() {
        let text = "To gain consensus from providers/partners/users and carers regarding the dual role of the \
                    specialist services";
        let counts: Vec<usize> = (60..600).step_by(20).map(|width| lines(text, width).len()).collect();
        assert!(counts.windows(2).all(|pair| pair[0] >= pair[1]), "{counts:?}");
    }
}
