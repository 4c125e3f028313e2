//! What a pack said that went to a board.
//!
//! The plan as it was then is kept whole, so that any later state can be compared with it, word by word. It must not
//! know how packs look: a pack can be written again from what is kept here.

use std::sync::Arc;

use chrono::NaiveDate;

use super::ids::{IssuedId, MeetingId};
use super::plan::Plan;
use crate::dates::day_words;

/// A pack that was issued for a meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issued {
    /// Its id.
    pub id: IssuedId,
    /// The meeting it was for, which may have been taken out of the plan since.
    pub meeting: Option<MeetingId>,
    /// What the board was called then.
    pub board: String,
    /// The day it spoke for.
    pub as_at: NaiveDate,
    /// The plan as it was then, without the packs issued before.
    pub said: Arc<Plan>,
}

impl Issued {
    /// What a plan says on a day, to be kept.
    #[must_use]
    pub fn of(plan: &Plan, id: IssuedId, meeting: Option<MeetingId>, as_at: NaiveDate) -> Self {
        let said = Plan { issued: Vec::new(), ..plan.clone() };
        let board = plan.meetings.iter().find(|one| Some(one.id) == meeting).map(|one| one.name.clone());
        Self { id, meeting, board: board.unwrap_or_default(), as_at, said: Arc::new(said) }
    }

    /// The board and the day: "DAAT Board, as at 11 Jul 2016".
    #[must_use]
    pub fn title(&self) -> String {
        let day = day_words(self.as_at);
        if self.board.is_empty() { format!("As at {day}") } else { format!("{}, as at {day}", self.board) }
    }
}

impl Plan {
    /// The newest pack that was issued before a day: what the board knew when it last met. Of two for one day, the
    /// one issued later.
    #[must_use]
    pub fn issued_before(&self, day: NaiveDate) -> Option<&Issued> {
        self.issued.iter().filter(|one| one.as_at < day).max_by_key(|one| one.as_at)
    }
}
