//! Tables whose columns are only aligned by spaces, as texts taken out of a PDF have them.
//!
//! Spaces say which column a word stands in, and nearly say where a row begins: the cells of a row begin on one line,
//! so a column that was blank and is filled again begins a row. Prose never has the same wide gaps in three lines.
//!
//! It must not know what any word means.

/// Spaces that part two columns.
const GAP: usize = 2;

/// How far before its heading a column may begin, in letters: a page's letters are not all of one width.
const NEARLY: usize = 2;

/// Columns that a table has at least. Two are too easily found in prose.
const FEWEST_COLUMNS: usize = 3;

/// Lines with words in two columns or more, and wide gaps between them, that a table has at least.
const FEWEST_LINES: usize = 3;

/// A table at the beginning of some lines.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Aligned {
    /// The line each row begins in, counted from 0, and its cells.
    pub(super) rows: Vec<(usize, Vec<String>)>,
    /// How many lines it has.
    pub(super) length: usize,
}

/// The table that the lines begin with, if they begin with one.
pub(super) fn table(lines: &[&str]) -> Option<Aligned> {
    let first = lines.first()?;
    if first.contains(['\t', '|']) {
        return None;
    }
    let gaps = gaps_in(first);
    if gaps.len() + 1 < FEWEST_COLUMNS {
        return None;
    }
    let (begins, length) = columns(lines, &gaps);
    if lines[..length].iter().filter(|line| is_clear(line, &begins)).count() < FEWEST_LINES {
        return None;
    }
    let cells: Vec<Option<Vec<String>>> = lines[..length].iter().map(|line| cells(line, &begins)).collect();
    Some(Aligned { rows: rows(&cells), length })
}

/// Where a line is blank between words, wide enough to part columns: from a place to the one after the last.
fn gaps_in(line: &str) -> Vec<(usize, usize)> {
    let mut gaps = Vec::new();
    let mut word_end = None;
    for (at, letter) in line.trim_end().chars().enumerate() {
        if !letter.is_whitespace() {
            gaps.extend(word_end.filter(|end| at - end >= GAP).map(|end| (end, at)));
            word_end = Some(at + 1);
        }
    }
    gaps
}

/// Where the columns after the first begin, and how many lines keep to them.
fn columns(lines: &[&str], gaps: &[(usize, usize)]) -> (Vec<usize>, usize) {
    // For each gap of the first line the parts of it that are blank in all lines so far.
    let mut blanks: Vec<Vec<(usize, usize)>> = gaps.iter().map(|gap| vec![*gap]).collect();
    let mut length = 1;
    for (at, line) in lines.iter().enumerate().skip(1) {
        if line.trim().is_empty() {
            continue;
        }
        if line.contains(['\t', '\u{c}']) {
            break;
        }
        let letters: Vec<char> = line.chars().collect();
        let narrowed = |(parts, gap): (&Vec<(usize, usize)>, &(usize, usize))| {
            parts.iter().flat_map(|part| blank_parts(&letters, *part, gap.1)).collect()
        };
        let all: Vec<Vec<(usize, usize)>> = blanks.iter().zip(gaps).map(narrowed).collect();
        if all.iter().any(Vec::is_empty) {
            break;
        }
        // Below a blank line a row begins, in more than one column; anything else is no longer part of the table.
        if length < at && gaps_in(line).is_empty() {
            break;
        }
        blanks = all;
        length = at + 1;
    }
    (begins(&blanks), length)
}

/// Columns stand to the left: each begins after the last blank before its heading.
fn begins(blanks: &[Vec<(usize, usize)>]) -> Vec<usize> {
    blanks.iter().filter_map(|parts| parts.last()).map(|(_, end)| *end).collect()
}

/// The parts of a stretch that are blank in a line too and wide enough to part columns. A single space is where a
/// full cell ends right before the next column, which begins at `heading` or nearly there.
fn blank_parts(letters: &[char], (start, end): (usize, usize), heading: usize) -> Vec<(usize, usize)> {
    let mut parts = Vec::new();
    let mut begin = start;
    for at in start..=end {
        let is_blank = at < end && letters.get(at).is_none_or(|letter| letter.is_whitespace());
        if !is_blank {
            let is_wide = at - begin >= GAP || (at > begin && at + NEARLY >= heading);
            parts.extend(is_wide.then_some((begin, at)));
            begin = at + 1;
        }
    }
    parts
}

/// Whether a line has words in two columns or more, and wide gaps before each column but the first.
fn is_clear(line: &str, begins: &[usize]) -> bool {
    let letters: Vec<char> = line.chars().collect();
    let is_blank = |at: usize| letters.get(at).is_none_or(|letter| letter.is_whitespace());
    let filled = cells(line, begins).into_iter().flatten().filter(|cell| !cell.is_empty()).count();
    filled > 1 && begins.iter().all(|begin| (begin.saturating_sub(GAP)..*begin).all(is_blank))
}

/// The words of a line by columns; `None` of a blank line.
fn cells(line: &str, begins: &[usize]) -> Option<Vec<String>> {
    if line.trim().is_empty() {
        return None;
    }
    let mut cells = vec![String::new(); begins.len() + 1];
    for (at, letter) in line.chars().enumerate() {
        cells[begins.partition_point(|begin| *begin <= at)].push(letter);
    }
    Some(cells.into_iter().map(|cell| cell.trim().to_owned()).collect())
}

/// The lines put together to rows. Blank lines part rows.
fn rows(lines: &[Option<Vec<String>>]) -> Vec<(usize, Vec<String>)> {
    let mut rows: Vec<(usize, Vec<String>)> = Vec::new();
    let mut above: Option<&Vec<String>> = None;
    for (at, line) in lines.iter().enumerate() {
        if let Some(cells) = line {
            let is_below_headings = rows.len() == 1;
            match (rows.last_mut(), above) {
                (Some((_, row)), Some(above)) if !begins_row(above, cells, is_below_headings) => {
                    for (cell, more) in row.iter_mut().zip(cells).filter(|(_, more)| !more.is_empty()) {
                        if !cell.is_empty() {
                            cell.push(' ');
                        }
                        cell.push_str(more);
                    }
                }
                _ => rows.push((at, cells.clone())),
            }
        }
        above = line.as_ref();
    }
    rows
}

/// Whether a line begins a row: a column is filled again that was blank in the line above it, or nothing in it looks
/// like the rest of a sentence.
fn begins_row(above: &[String], cells: &[String], is_below_headings: bool) -> bool {
    if above.iter().zip(cells).any(|(above, cell)| above.is_empty() && !cell.is_empty()) {
        return true;
    }
    let mut filled = cells.iter().filter(|cell| !cell.is_empty());
    let count = filled.clone().count();
    let enough = if is_below_headings { cells.len() / 2 + 1 } else { cells.len() - 1 };
    count >= enough && filled.all(|cell| !cell.starts_with(char::is_lowercase))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<Vec<String>> {
        let lines: Vec<&str> = text.lines().collect();
        table(&lines).map(|found| found.rows.iter().map(|(at, cells)| format!("{at}: {}", cells.join("/"))).collect())
    }

    #[test]
    fn cells_cut_over_several_lines_are_put_together() {
        let text = "Action              Lead        By when   Success\n\
                    \u{20}                                         measure\n\
                    Open a walk-in      Public      June      50 people\n\
                    service in the      Health                seen\n\
                    town\n\
                    Train the staff     Council     July      All\n\
                    of hostels                                trained\n";
        let expected = [
            "0: Action/Lead/By when/Success measure",
            "2: Open a walk-in service in the town/Public Health/June/50 people seen",
            "5: Train the staff of hostels/Council/July/All trained",
        ];
        assert_eq!(read(text).unwrap(), expected);
    }

    #[test]
    fn rows_of_one_line_and_rows_parted_by_blank_lines_stay_apart() {
        let text = "Action     Lead      When\nOpen it    Council   May\nClose it   Police    June\n\n\
                    Mend       Health    July\nthe roof\n\nA line by itself\n";
        let expected = [
            "0: Action/Lead/When",
            "1: Open it/Council/May",
            "2: Close it/Police/June",
            "4: Mend the roof/Health/July",
        ];
        assert_eq!(read(text).unwrap(), expected);
    }

    #[test]
    fn a_full_cell_may_stand_a_single_space_before_the_next() {
        let text = "Action             Lead           When\n\
                    Open the service   Council        May\n\
                    Open a whole house Public Health  June\n\
                    Close it           Police         July\n";
        let expected = [
            "0: Action/Lead/When",
            "1: Open the service/Council/May",
            "2: Open a whole house/Public Health/June",
            "3: Close it/Police/July",
        ];
        assert_eq!(read(text).unwrap(), expected);
    }

    #[test]
    fn prose_is_no_table() {
        for prose in [
            "One  two  three\nis a line of prose with gaps\nand so is  this  one here\n",
            "1.  A list  of things\n2.  Another  one\n3.  A third  one\n",
            "Name    Telephone    Office\n",
            "The board    Room 4    9 May 2016\nThe board met and agreed what is below, and the rest of it was\n\
             left to the next meeting, which will be held in the same room as this\none and begin an hour before it\n",
            "",
        ] {
            assert_eq!(read(prose), None, "{prose}");
        }
    }
}
