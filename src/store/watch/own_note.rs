//! Our own note beside the plan: written at every look, until we leave.
//!
//! It must not matter to the plan whether the note can be written.

use std::path::Path;

use chrono::NaiveDateTime;

use super::super::drive::Drive;
use super::super::fingerprint::Fingerprint;
use super::super::presence::{self, Presence};
use super::super::session::Session;
use super::super::trouble::Trouble;

/// What is to be said of us, and how that goes.
#[derive(Clone, Debug)]
pub(super) struct OwnNote {
    presence: Presence,
    state: State,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// Not written yet.
    New,
    /// Refused, which was told.
    Refused,
    /// Written at least once.
    Written,
    /// Taken away for good.
    Left,
}

impl OwnNote {
    pub(super) fn new(presence: Presence) -> Self {
        Self { presence, state: State::New }
    }

    pub(super) fn session(&self) -> Session {
        self.presence.session
    }

    /// From now on it says that we saved this.
    pub(super) fn saved(&mut self, content: Fingerprint, at: NaiveDateTime) {
        self.presence.saved = Some((content.to_string(), at));
    }

    /// Writes it anew. Gives why the folder takes no new files, once. A refusal counts only if the note was
    /// never written: a virus scanner may refuse any one writing of a file that is there.
    pub(super) fn beat(&mut self, drive: &dyn Drive, plan: &Path) -> Option<Trouble> {
        if self.state == State::Left {
            return None;
        }
        self.presence.beat = self.presence.beat.wrapping_add(1);
        let trouble = match presence::put(drive, plan, &self.presence) {
            Ok(()) => {
                self.state = State::Written;
                return None;
            }
            Err(error) => Trouble::of(&error),
        };
        let refuses = matches!(trouble, Trouble::NotAllowed | Trouble::ReadOnlyDrive | Trouble::Full);
        if !refuses || self.state != State::New {
            return None;
        }
        self.state = State::Refused;
        Some(trouble)
    }

    /// Takes it away; it is not written again.
    pub(super) fn leave(&mut self, drive: &dyn Drive, plan: &Path) {
        self.state = State::Left;
        // One that stays is seen to be stale.
        let _ = presence::remove(drive, plan, &self.presence);
    }
}
