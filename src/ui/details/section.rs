//! The sections of the window.

/// A section of the plan's details.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Section {
    /// Title, partnership, status, version, marking, what stands before the first grid.
    #[default]
    Plan,
    /// What the plan runs over.
    Period,
    /// The boards it goes to.
    Meetings,
    /// What its forms show, in what order, under what headings.
    Columns,
    /// Its RAG words, letters, marks and colours.
    Statuses,
    /// Who is who.
    Owners,
    /// What is to be remembered about the plan itself.
    Notes,
}

impl Section {
    /// All sections, in the order they are listed.
    pub const ALL: [Self; 7] =
        [Self::Plan, Self::Period, Self::Meetings, Self::Columns, Self::Statuses, Self::Owners, Self::Notes];

    /// What it is called.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Plan => "Plan",
            Self::Period => "Period",
            Self::Meetings => "Board meetings",
            Self::Columns => "Columns and headings",
            Self::Statuses => "Status scheme",
            Self::Owners => "Owners",
            Self::Notes => "Notes",
        }
    }
}
