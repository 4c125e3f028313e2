//! The little markup that pages are written in: `# ` for the title, `## ` for headings, `- ` for bullets, and paragraphs
//! parted by blank lines.
//!
//! It must not draw.

/// A piece of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece<'text> {
    Title(&'text str),
    Heading(&'text str),
    Bullet(&'text str),
    Paragraph(&'text str),
}

/// The pieces of a text, in order. Each stands on a line of its own.
pub(super) fn pieces(text: &str) -> impl Iterator<Item = Piece<'_>> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(|line| {
        let kinds = [
            ("## ", Piece::Heading as fn(_) -> _),
            ("# ", Piece::Title as fn(_) -> _),
            ("- ", Piece::Bullet as fn(_) -> _),
        ];
        let marked = kinds.into_iter().find_map(|(mark, piece)| Some(piece(line.strip_prefix(mark)?)));
        marked.unwrap_or(Piece::Paragraph(line))
    })
}

/// The title of a text, if it begins with one.
pub(super) fn title(text: &str) -> &str {
    match pieces(text).next() {
        Some(Piece::Title(title)) => title,
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_cut_into_its_pieces() {
        let text = "# Owners\n\nWrite them.\nAnd more.\n\n## Several\n- one\n-two\n";
        let expected = [
            Piece::Title("Owners"),
            Piece::Paragraph("Write them."),
            Piece::Paragraph("And more."),
            Piece::Heading("Several"),
            Piece::Bullet("one"),
            Piece::Paragraph("-two"),
        ];
        assert_eq!(pieces(text).collect::<Vec<_>>(), expected);
        assert_eq!(title(text), "Owners");
        assert_eq!(title("No title"), "");
    }
}
