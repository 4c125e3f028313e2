//! What the check finds: where, which words, what to do.

use std::borrow::Cow;
use std::fmt;

use super::rule::{Rule, Severity};
use crate::model::{AcceptedFinding, ActionId, ColumnId, Edit, Fingerprint, GridId, ObjectiveId, RecordId};

/// The field that a finding is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "each is the field of that name of the plan, grid, objective or action")]
pub enum Field {
    PlanTitle,
    Version,
    FrontMatter,
    Meetings,
    Reference,
    Title,
    Priorities,
    Objectives,
    Statement,
    Actions,
    Description,
    Owners,
    When,
    Kpis,
    Milestones,
    Updates,
    Status,
    /// A cell of a column of the plan's own.
    Own(ColumnId),
    Outcomes,
}

impl fmt::Display for Field {
    /// Its name for files and scripts.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::PlanTitle | Self::Title => "title",
            Self::Version => "version",
            Self::FrontMatter => "front_matter",
            Self::Meetings => "meetings",
            Self::Reference => "reference",
            Self::Priorities => "priorities",
            Self::Objectives => "objectives",
            Self::Statement => "statement",
            Self::Actions => "actions",
            Self::Description => "description",
            Self::Owners => "owners",
            Self::When => "when",
            Self::Kpis => "kpis",
            Self::Milestones => "milestones",
            Self::Updates => "updates",
            Self::Status => "status",
            Self::Own(column) => return write!(out, "own {column}"),
            Self::Outcomes => "outcomes",
        })
    }
}

/// One thing to be mended or looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Which rule found it.
    pub rule: Rule,
    /// The grid it is in; `None` for what is about the whole plan.
    pub grid: Option<GridId>,
    /// The objective it is in, if it is in one.
    pub objective: Option<ObjectiveId>,
    /// The action it is about, if it is about one.
    pub action: Option<ActionId>,
    /// The record whose words they are: the KPI, the milestone, or the action itself. `None` for what is about the
    /// whole plan, even where it is shown at one action.
    pub record: Option<RecordId>,
    /// The field.
    pub field: Field,
    /// The words, as written; empty for what is missing.
    pub text: String,
    /// What is the matter, in one sentence.
    pub message: String,
    /// What to do.
    pub suggestion: Cow<'static, str>,
    /// What can be done for the person in one step. Few have one, and it is long.
    pub fix: Option<Box<Fix>>,
    /// The reason for which it was accepted, if it was.
    pub accepted: Option<String>,
    /// Stands for the words and whatever else decided; when it changes, an acceptance no longer holds.
    pub words: Fingerprint,
}

/// A change that makes a finding go away, as one step of undo.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What it does, for a button and for undo: "change to 2017".
    pub label: String,
    /// The change.
    pub edit: Edit,
    /// What of the person's own it takes out: a placeholder, a double, the figures of a year.
    pub replaces: Option<String>,
}

impl Finding {
    /// How much it matters.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.rule.severity()
    }

    /// What the plan keeps where this is accepted.
    #[must_use]
    pub fn to_accept(&self) -> AcceptedFinding {
        let (rule, field) = (self.rule.id().to_owned(), self.field.to_string());
        AcceptedFinding { rule, record: self.record, field, words: self.words }
    }

    /// The edit that leaves it as it is for this reason.
    #[must_use]
    pub fn accept(&self, reason: &str) -> Edit {
        Edit::Accept(self.to_accept(), Some(reason.to_owned()))
    }

    /// The edit that has it asked about again.
    #[must_use]
    pub fn ask_again(&self) -> Edit {
        Edit::Accept(self.to_accept(), None)
    }
}
