//! Going from a finding to its place in the forms, with the cursor in the cell it is about.

use egui::Id;

use crate::check::{Field, Finding};
use crate::model::RecordId;
use crate::ui::view::{Outbox, Reveal, Selection, cell_id};
use crate::ui::{Command, ViewKind};

/// Shows the place in the forms; what is about the whole plan, in its details.
pub fn go_to(finding: &Finding, selection: &mut Selection, outbox: &mut Outbox) {
    let reveal = match (finding.action, finding.objective, finding.grid) {
        (Some(action), ..) => {
            selection.action = Some(action);
            Reveal::Action(action)
        }
        (None, Some(objective), _) => Reveal::Objective(objective),
        (None, None, Some(grid)) => Reveal::Grid(grid),
        (None, None, None) => {
            outbox.command(Command::PlanDetails);
            return;
        }
    };
    selection.reveal = Some(reveal);
    outbox.command(Command::Show(ViewKind::Grids));
    if let Some(cell) = cell(finding) {
        outbox.focus(cell);
    }
}

/// The cell of the forms that a finding is about. What is shown at one action though it is about the whole plan is
/// about that cell of the action.
fn cell(finding: &Finding) -> Option<Id> {
    let record = finding.record.or(finding.action.map(RecordId::Action))?;
    let field = match (finding.field, record) {
        (Field::Description, RecordId::Action(_)) => "description",
        (Field::Owners, RecordId::Action(_)) => "owners",
        (Field::When, RecordId::Action(_)) => "when",
        (Field::Statement, RecordId::Objective(_)) => "statement",
        (Field::Reference, RecordId::Objective(_)) => "reference",
        (Field::Title, RecordId::Grid(_)) => "title",
        (_, RecordId::Kpi(_) | RecordId::Milestone(_) | RecordId::Priority(_) | RecordId::Outcome(_)) => "text",
        _ => return None,
    };
    Some(cell_id("grids", record, field))
}
