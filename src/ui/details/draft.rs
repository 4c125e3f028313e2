//! The one value that is typed but not yet read. Opening another settles it.

use egui::Color32;

use super::period_draft::PeriodDraft;
use crate::model::{Edit, OwnerId, PlanField, StatusId};
use crate::ui::view::View;

/// What is typed but not yet a value.
#[derive(Clone, Debug)]
pub(super) enum Draft {
    /// The plan's period: its label and its days hang together.
    Period(PeriodDraft),
    /// The colour of a status, in hex.
    Colour(StatusId, String),
    /// The other names of an owner, one a line. Each change of it is in the plan at once; what is kept
    /// here are the empty lines in between, which are no names.
    Also(OwnerId, String),
}

impl Draft {
    /// Brings it into the plan where it can be read. Gives back what has to stay because it cannot.
    pub(super) fn settle(self, view: &mut View<'_>) -> Option<Self> {
        match self {
            Self::Period(draft) => match draft.read(&view.plan.period) {
                Ok(period) => {
                    if period != view.plan.period {
                        view.outbox.seal();
                        view.outbox.edit(Edit::Plan(PlanField::Period(period)), "change the period");
                        view.outbox.seal();
                    }
                    None
                }
                Err(_) => Some(Self::Period(draft)),
            },
            // Both are in the plan as far as they can be read.
            Self::Colour(..) | Self::Also(..) => None,
        }
    }
}

/// The ink of what could not be read: a problem where it stands after leaving, soft while it is typed.
pub(super) fn problem_ink(view: &View<'_>, typing: bool) -> Color32 {
    if typing { view.palette.ink_soft } else { view.palette.danger }
}
