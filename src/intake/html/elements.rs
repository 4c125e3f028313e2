//! What the elements of HTML are for, as far as that decides what is read.

/// What an element is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Element {
    /// Words in a line; also every element nobody knows.
    Inline,
    /// A line, or several.
    Block,
    /// A paragraph: the next block ends it.
    Paragraph,
    /// A heading of a rank.
    Heading(u8),
    /// Text whose line ends are kept.
    Preformatted,
    /// The end of a line.
    Break,
    /// A list, and whether it counts.
    List { counts: bool },
    /// A point of a list.
    Point,
    /// A table.
    Table,
    /// Rows of a table, and whether they are its heading.
    Rows { are_heading: bool },
    /// A row.
    Row,
    /// A cell, and whether it is a heading.
    Cell { is_heading: bool },
    /// Words struck out in a tracked change.
    StruckOut,
    /// A picture.
    Picture,
    /// A field or a box to tick.
    Field,
    /// Nothing of it is read.
    PassedOver,
}

impl Element {
    /// By an element's name, in whatever capitals.
    pub(super) fn of(name: &str) -> Self {
        // No name that is known here is longer.
        let mut small = [0; 12];
        let Some(small) = small.get_mut(..name.len()) else { return Self::Inline };
        small.copy_from_slice(name.as_bytes());
        small.make_ascii_lowercase();
        match &*small {
            b"p" => Self::Paragraph,
            b"h1" => Self::Heading(1),
            b"h2" => Self::Heading(2),
            b"h3" => Self::Heading(3),
            b"h4" => Self::Heading(4),
            b"h5" => Self::Heading(5),
            b"h6" => Self::Heading(6),
            b"pre" | b"listing" => Self::Preformatted,
            b"br" => Self::Break,
            b"ol" => Self::List { counts: true },
            b"ul" | b"menu" | b"dir" => Self::List { counts: false },
            b"li" => Self::Point,
            b"table" => Self::Table,
            b"thead" => Self::Rows { are_heading: true },
            b"tbody" | b"tfoot" => Self::Rows { are_heading: false },
            b"tr" => Self::Row,
            b"th" => Self::Cell { is_heading: true },
            b"td" => Self::Cell { is_heading: false },
            b"del" => Self::StruckOut,
            b"img" | b"image" => Self::Picture,
            b"input" => Self::Field,
            b"xml" | b"svg" | b"template" | b"noscript" | b"datalist" | b"rp" => Self::PassedOver,
            b"html" | b"head" | b"body" | b"div" | b"hr" | b"blockquote" | b"center" | b"dl" | b"dt" | b"dd"
            | b"address" | b"article" | b"aside" | b"section" | b"header" | b"footer" | b"main" | b"nav"
            | b"figure" | b"figcaption" | b"fieldset" | b"legend" | b"form" | b"caption" | b"details" | b"summary"
            | b"option" | b"optgroup" => Self::Block,
            _ => Self::Inline,
        }
    }

    /// Whether it has no content and no end.
    pub(super) fn is_empty(self, name: &str) -> bool {
        const EMPTY: [&str; 10] = ["hr", "col", "meta", "link", "base", "wbr", "area", "embed", "source", "frame"];
        matches!(self, Self::Break | Self::Picture | Self::Field)
            || EMPTY.iter().any(|empty| empty.eq_ignore_ascii_case(name))
    }

    /// Whether its beginning and its end end a line.
    pub(super) fn is_block(self) -> bool {
        !matches!(self, Self::Inline | Self::Break | Self::StruckOut | Self::Picture | Self::Field | Self::PassedOver)
    }

    /// Whether it is a part of a table.
    pub(super) fn is_of_table(self) -> bool {
        matches!(self, Self::Rows { .. } | Self::Row | Self::Cell { .. })
    }
}
