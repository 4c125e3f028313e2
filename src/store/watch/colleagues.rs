//! Who else has the plan open, and whether they still have.
//!
//! Clocks of different machines are never compared: somebody is there if their note changes while we watch
//! it, by our own steady clock. It must not trust a note further than that.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Duration;

use chrono::NaiveDateTime;

use super::super::drive::Drive;
use super::super::fingerprint::Fingerprint;
use super::super::presence::{self, Note, Presence};
use super::super::session::Session;
use super::By;

/// A note that did not change for so long, ten looks or so, belongs to nobody who is still there.
pub const GONE_AFTER: Duration = Duration::from_secs(150);
/// A note that did not change for so long is removed. Who is there after all writes it again.
pub const REMOVE_AFTER: Duration = Duration::from_mins(10);

/// Somebody else who has the plan open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Other {
    /// Their run of the program.
    pub session: Session,
    /// The person; nothing where that is not known.
    pub name: String,
    /// Their computer; nothing where that is not known.
    pub machine: String,
    /// Since when, by their clock, where that is known.
    pub since: Option<NaiveDateTime>,
    /// Whether they still have.
    pub life: Life,
}

/// Whether somebody still has the plan open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Life {
    /// It was not watched for long enough.
    Unknown,
    /// Their note changed within the last [`GONE_AFTER`].
    Alive,
    /// It did not: their program was cut off, or their computer is.
    Gone,
}

/// Those whose notes were seen.
#[derive(Clone, Debug, Default)]
pub(super) struct Colleagues {
    seen: BTreeMap<Session, Seen>,
    told: Vec<Other>,
    /// The folder could not be listed at the last look.
    is_blind: bool,
}

#[derive(Clone, Debug)]
struct Seen {
    presence: Presence,
    /// When their note was last seen to change, or for the first time.
    quiet_since: Duration,
    has_beaten: bool,
    removal_was_tried: bool,
}

impl Colleagues {
    /// Reads the notes. Gives who is there, if that is another answer than before.
    pub(super) fn look(
        &mut self,
        drive: &dyn Drive,
        plan: &Path,
        own: Option<Session>,
        at: Duration,
    ) -> Option<Vec<Other>> {
        let Ok(notes) = presence::notes(drive, plan) else {
            self.is_blind = true;
            return None;
        };
        let was_blind = std::mem::take(&mut self.is_blind);
        let mut before = std::mem::take(&mut self.seen);
        for Note { path, presence } in notes {
            let session = presence.session;
            if Some(session) == own {
                continue;
            }
            let mut seen = match before.remove(&session) {
                Some(seen) => seen.again(presence, at, was_blind),
                None => Seen { presence, quiet_since: at, has_beaten: false, removal_was_tried: false },
            };
            if at.saturating_sub(seen.quiet_since) >= REMOVE_AFTER && !seen.removal_was_tried {
                seen.removal_was_tried = true;
                if drive.remove(&path).is_ok() {
                    continue;
                }
            }
            self.seen.insert(session, seen);
        }
        let others: Vec<Other> = self.seen.values().map(|seen| seen.as_other(at)).collect();
        if others == self.told {
            return None;
        }
        self.told.clone_from(&others);
        Some(others)
    }

    /// Who says that they saved this content.
    pub(super) fn who_saved(&self, content: Fingerprint) -> Option<By> {
        let content = content.to_string();
        self.seen.values().find_map(|seen| {
            let (_, at) = seen.presence.saved.as_ref().filter(|(saved, _)| *saved == content)?;
            Some(By { name: seen.presence.name.clone(), machine: seen.presence.machine.clone(), at: Some(*at) })
        })
    }
}

impl Seen {
    /// With the note as it is now. Time in which it could not be seen does not count as quiet.
    fn again(mut self, now: Presence, at: Duration, was_blind: bool) -> Self {
        if now.beat != self.presence.beat {
            self.has_beaten = true;
            self.removal_was_tried = false;
            self.quiet_since = at;
        } else if was_blind {
            self.quiet_since = at;
        }
        // A note that is just being written may be empty; whose it is was known before.
        self.presence =
            if now.name.is_empty() && now.since.is_none() { Presence { beat: now.beat, ..self.presence } } else { now };
        self
    }

    fn as_other(&self, at: Duration) -> Other {
        let life = if at.saturating_sub(self.quiet_since) >= GONE_AFTER {
            Life::Gone
        } else if self.has_beaten {
            Life::Alive
        } else {
            Life::Unknown
        };
        let Presence { name, machine, since, session, .. } = &self.presence;
        Other { session: *session, name: name.clone(), machine: machine.clone(), since: *since, life }
    }
}
