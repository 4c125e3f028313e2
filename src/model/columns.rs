//! The columns of a plan's forms: which, in what order, under what headings. They belong to the plan.

use super::ids::ColumnId;

/// What a column shows of an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shows {
    /// The action's reference, worked out from where it stands.
    Reference,
    /// What will be done.
    Description,
    /// By whom.
    Owners,
    /// By when.
    When,
    /// Key performance indicators.
    Kpis,
    /// Milestones.
    Milestones,
    /// The newest progress update.
    Progress,
    /// The status (RAG).
    Status,
    /// Text of the plan's own, such as a funding source.
    Own(ColumnId),
}

impl Shows {
    /// Every kind of column that every plan can have.
    pub const STANDARD: [Self; 8] = [
        Self::Reference,
        Self::Description,
        Self::Owners,
        Self::When,
        Self::Kpis,
        Self::Milestones,
        Self::Progress,
        Self::Status,
    ];

    /// How wide the column is beside the others; a description is 30.
    #[must_use]
    pub fn weight(self) -> f32 {
        match self {
            Self::Reference => 6.0,
            Self::Description => 30.0,
            Self::Owners | Self::When => 13.0,
            Self::Kpis | Self::Progress => 20.0,
            Self::Milestones => 24.0,
            Self::Status => 11.0,
            Self::Own(_) => 16.0,
        }
    }

    /// The heading a column has when nobody gave it another.
    #[must_use]
    pub fn default_heading(self) -> &'static str {
        match self {
            Self::Reference => "Ref",
            Self::Description => "Action",
            Self::Owners => "By whom",
            Self::When => "By when",
            Self::Kpis => "Key performance indicator",
            Self::Milestones => "Milestones",
            Self::Progress => "Progress update",
            Self::Status => "RAG",
            Self::Own(_) => "Column",
        }
    }
}

/// A column of the plan's forms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// What it shows.
    pub shows: Shows,
    /// The plan's own heading for it.
    pub heading: String,
}
