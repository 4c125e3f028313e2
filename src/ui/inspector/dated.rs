//! Milestones in the inspector: the sentence and, beside it, its date. A date given here counts before
//! the one in the words.

use egui::Ui;

use super::fields::{BOX_MARGIN, removable, seal_on_leaving};
use super::{heading, note};
use crate::dates::{Reading, When};
use crate::model::{Edit, Milestone, MilestoneField, RecordId, Shows, Standing};
use crate::ui::command::RowCommand;
use crate::ui::linking;
use crate::ui::view::{View, cell_id};
use crate::ui::widgets::{LinkButton, TextCell};

/// Shows the milestones.
pub(super) fn milestones(ui: &mut Ui, view: &mut View<'_>, standing: &Standing<'_>) {
    let action = standing.action;
    let palette = view.palette;
    let words =
        if view.plan.has_column(Shows::Milestones) { view.plan.heading_of(Shows::Milestones) } else { "Milestones" }
            .to_owned();
    let mut add = false;
    heading(ui, view, &words, |ui| {
        add = LinkButton::new("+ add").name("Inspector: add a milestone").show(ui, &palette).clicked();
    });
    if add {
        view.outbox.row(RowCommand::AddMilestone(action.id, action.milestones.len()));
    }
    for (index, milestone) in action.milestones.iter().enumerate() {
        let name = format!("milestone {}", index + 1);
        let record = RecordId::Milestone(milestone.id);
        let spoken = format!("Inspector: {name}");
        let id = cell_id("inspector", record, "text");
        let cell = TextCell::new(id, milestone.text(), &spoken).boxed().margin(BOX_MARGIN).hint("What, and by when");
        if let Some(new) = removable(ui, view, record, cell, &name) {
            view.outbox.edit(Edit::Milestone(milestone.id, MilestoneField::Text(new)), "change a milestone");
        }
        date(ui, view, milestone, index);
        linking::beside(ui, view, milestone, &format!("Milestone {}", index + 1));
        ui.add_space(4.0);
    }
}

fn date(ui: &mut Ui, view: &mut View<'_>, milestone: &Milestone, index: usize) {
    let palette = view.palette;
    ui.horizontal(|ui| {
        ui.add_space(10.0);
        let beside = milestone.beside().map_or("", When::written);
        let name = format!("Inspector: date of milestone {}", index + 1);
        let id = cell_id("inspector", RecordId::Milestone(milestone.id), "beside");
        ui.allocate_ui(egui::vec2(110.0, 24.0), |ui| {
            let cell = TextCell::new(id, beside, &name).single_line().boxed().hint("another date");
            let output = cell.margin(egui::Margin::symmetric(7, 3)).show(ui, &palette);
            if let Some(new) = output.changed {
                let when = (!new.trim().is_empty()).then(|| When::read(new, &view.plan.period));
                view.outbox.edit(
                    Edit::Milestone(milestone.id, MilestoneField::Beside(when)),
                    "change the date of a milestone",
                );
            }
            seal_on_leaving(view, &output.response);
        });
        let reading = milestone.when().reading();
        let words = match reading {
            Reading::Blank => "no date in its words".to_owned(),
            _ => reading.describe(),
        };
        let late = matches!(reading, Reading::Unread | Reading::Placeholder);
        note(ui, &words, if late { palette.warning } else { palette.ink_faint });
    });
}
