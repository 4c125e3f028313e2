//! What a person is told of a document beside the plan: one change each.
//!
//! It must not know how they are found.

use super::super::columns::Shows;
use super::super::merge::Subject;

/// What kind of change it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Something has other words.
    Changed,
    /// It is new, with all that stands in it.
    Added,
    /// It stands somewhere else.
    Moved,
    /// The document does not have it.
    Missing,
}

impl Kind {
    /// Every kind, in the order they are told.
    pub const ALL: [Self; 4] = [Self::Changed, Self::Added, Self::Moved, Self::Missing];

    /// Whether such changes are taken unless a person says otherwise. What is not in a document may only have been
    /// left out of it.
    #[must_use]
    pub fn is_taken_at_first(self) -> bool {
        self != Self::Missing
    }
}

/// What of something is changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// Whether it is there at all.
    Existence,
    /// Where it stands.
    Place,
    /// The title of the plan or of a grid.
    Title,
    /// Whose plan it is.
    Partnership,
    /// The lines before the first grid.
    FrontMatter,
    /// The plan's heading over the actions of an objective.
    DeliveryPlanHeading,
    /// The plan's heading over the expected outcomes of an objective.
    OutcomesHeading,
    /// A grid's heading over its key priorities.
    PrioritiesHeading,
    /// The reference of a grid or an objective.
    Reference,
    /// An objective's statement.
    Statement,
    /// A key priority's or an expected outcome's line.
    Text,
    /// The heading of a column.
    Heading,
    /// A cell of an action.
    Cell(Shows),
}

/// One change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What is changed.
    pub subject: Subject,
    /// What of it.
    pub part: Part,
    /// How.
    pub kind: Kind,
    /// Where that is, for people: "Action PBC1.2, Deadline".
    pub place: String,
    /// What the plan's own record is known by, where neither the place nor the words say it: few know an action by its
    /// number.
    pub known_by: String,
    /// The heading of the grid it is in, or nothing.
    pub grid: String,
    /// The heading of the objective it is in, or nothing.
    pub objective: String,
    /// The words in the plan; `None` where it has none of it. Of a move, where it stands.
    pub before: Option<String>,
    /// The words in the document; `None` where it has none of it. Of a move, where it stands.
    pub after: Option<String>,
    /// The change that has to be taken with it: nothing moves into an objective that does not come.
    pub needs: Option<usize>,
}
