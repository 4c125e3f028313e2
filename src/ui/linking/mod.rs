//! Linked milestones: one event that is a milestone of many actions.
//!
//! | file | idea |
//! |---|---|
//! | `mark` | the painted sign of a link |
//! | `rows` | milestones as lists show them, and a row with a box to tick |
//! | `popover` | beside a milestone: the others of its event, each leading there |
//! | `ask` | "Move the others too?", asked when the date of one was changed |
//! | `page`, `event_card`, `candidate_card` | the page of what is linked and of what might be |
//!
//! *Architecture invariant:* nothing is linked or moved by itself; a person sees which, and agrees.

mod ask;
mod candidate_card;
mod event_card;
mod mark;
mod page;
mod popover;
mod rows;

pub use ask::{MoveAnswer, MoveState, ask};
pub use page::{LinkingState, page};

pub(crate) use popover::beside;

use super::view::{Reveal, View};
use super::{Command, ViewKind};
use crate::model::ActionId;

/// Shows an action in the forms.
fn go_to(view: &mut View<'_>, action: ActionId) {
    view.selection.action = Some(action);
    view.selection.reveal = Some(Reveal::Action(action));
    view.outbox.command(Command::Show(ViewKind::Grids));
}

/// "1 milestone", "13 milestones".
fn counted(count: usize, one: &str, many: &str) -> String {
    if count == 1 { format!("1 {one}") } else { format!("{count} {many}") }
}
