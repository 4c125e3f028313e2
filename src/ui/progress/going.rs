//! From an action's row to its form, and the words rows are made of.

use chrono::NaiveDate;

use crate::model::ActionId;
use crate::ui::view::{Reveal, View};
use crate::ui::{Command, ViewKind};

/// Shows the action in the forms.
pub(super) fn go_to(view: &mut View<'_>, action: ActionId) {
    view.selection.action = Some(action);
    view.selection.reveal = Some(Reveal::Action(action));
    view.outbox.command(Command::Show(ViewKind::Grids));
}

/// Words on one line, however they were written.
pub(super) fn on_one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// How far a day is from the as-at day: "12 days late", "today", "in 9 days".
pub(super) fn distance(due: NaiveDate, as_at: NaiveDate) -> String {
    match due.signed_duration_since(as_at).num_days() {
        -1 => "1 day late".to_owned(),
        late @ ..=-2 => format!("{} days late", -late),
        0 => "today".to_owned(),
        1 => "in 1 day".to_owned(),
        days => format!("in {days} days"),
    }
}
