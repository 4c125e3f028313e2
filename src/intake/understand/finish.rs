//! The last touches: the title, the columns, the headings.

use super::front;
use super::reading::Reading;
use crate::intake::draft::Draft;
use crate::intake::source::Origin;
use crate::model::{Column, Shows};

impl Reading {
    pub(super) fn finish(mut self) -> Draft {
        self.move_as_told();
        let right = std::mem::take(&mut self.told.right);
        self.unsure.retain(|unsure| !right.contains(&unsure.origin));
        let front = front::read(&self.front);
        self.plan.front_matter = self.front.join("\n");
        self.plan.title = front.title;
        self.plan.partnership = front.partnership;
        if let Some(status) = front.status {
            self.plan.status = status;
        }
        if self.plan.title.is_empty() {
            self.doubt(&Origin::default(), "No title was found. Give the plan one.", 0.0);
        }
        self.plan.columns = std::mem::take(&mut self.columns);
        if self.plan.columns.is_empty() {
            let shows = Shows::Description;
            self.plan.columns.push(Column { shows, heading: shows.default_heading().to_owned() });
        }
        // A part that the document does not have has no place in its forms.
        if self.plan.grids.iter().all(|grid| grid.priorities.is_empty()) {
            self.plan.headings.priorities.clear();
        }
        self.into_draft()
    }
}
