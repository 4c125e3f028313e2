//! Identities. Every record of a plan has one; it is never reused, and order never depends on it.
//!
//! An id is a number below 2⁵⁰ written in lower-case base 32 (no `i`, `l`, `o`, `u`, which people
//! misread), so it is at most ten letters in the file. New ids are drawn by an [`IdMaker`]; two people
//! adding rows to copies of one plan draw from different sequences and so do not meet.

use std::fmt;

const DIGITS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// The largest value an id can have.
pub const LARGEST: u64 = (1 << 50) - 1;

fn write_base_32(value: u64, out: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut letters = [0_u8; 10];
    let mut rest = value;
    let mut first = letters.len();
    loop {
        first -= 1;
        letters[first] = DIGITS[(rest % 32) as usize];
        rest /= 32;
        if rest == 0 || first == 0 {
            break;
        }
    }
    for letter in &letters[first..] {
        fmt::Write::write_char(out, char::from(*letter))?;
    }
    Ok(())
}

fn read_base_32(text: &str) -> Option<u64> {
    if text.is_empty() || text.len() > 10 {
        return None;
    }
    let mut value = 0_u64;
    for letter in text.bytes() {
        let digit = DIGITS.iter().position(|&known| known == letter)?;
        value = value * 32 + digit as u64;
    }
    // A leading zero would give one id two spellings.
    (value <= LARGEST && (value == 0 || !text.starts_with('0'))).then_some(value)
}

macro_rules! id {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u64);

        impl $name {
            /// The id with this number; `None` above [`LARGEST`].
            #[must_use]
            pub fn new(number: u64) -> Option<Self> {
                (number <= LARGEST).then_some(Self(number))
            }

            /// Reads the id as the plan file writes it.
            #[must_use]
            pub fn parse(text: &str) -> Option<Self> {
                read_base_32(text).map(Self)
            }

            /// The number behind the letters.
            #[must_use]
            pub fn number(self) -> u64 {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                write_base_32(self.0, out)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(out, concat!(stringify!($name), "({})"), self)
            }
        }
    )*};
}

id! {
    /// A grid (a theme, in an action plan).
    GridId
    /// A key priority of a grid.
    PriorityId
    /// An objective (a commitment, in an action plan).
    ObjectiveId
    /// An action.
    ActionId
    /// An expected outcome of an objective.
    OutcomeId
    /// A key performance indicator of an action.
    KpiId
    /// A milestone of an action.
    MilestoneId
    /// A progress update of an action.
    UpdateId
    /// A note about the plan.
    NoteId
    /// A board meeting.
    MeetingId
    /// A body or person in the owner directory.
    OwnerId
    /// A status of the plan's scheme.
    StatusId
    /// A column of the plan's own.
    ColumnId
    /// An event that is a milestone of several actions.
    EventId
    /// A pack that was issued for a meeting.
    IssuedId
}

/// Draws new ids: a sequence that its seed decides, so tests are repeatable and two sessions differ.
#[derive(Clone, Debug)]
pub struct IdMaker {
    state: u64,
}

impl IdMaker {
    /// A maker whose sequence is decided by `seed`. Only `main` may take the seed from the clock.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self { state: seed }
    }

    /// The next number, for any of the id types. The chance that it meets one of 50,000 others is
    /// about one in 20 million.
    pub fn next_number(&mut self) -> u64 {
        // SplitMix64 (Steele, Lea and Flood, 2014): every seed gives a full-period sequence.
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) & LARGEST
    }
}

macro_rules! make {
    ($($method:ident -> $name:ident)*) => {
        impl IdMaker {$(
            #[doc = concat!("A new [`", stringify!($name), "`].")]
            pub fn $method(&mut self) -> $name {
                $name(self.next_number())
            }
        )*}
    };
}

make! {
    grid -> GridId
    priority -> PriorityId
    objective -> ObjectiveId
    action -> ActionId
    outcome -> OutcomeId
    kpi -> KpiId
    milestone -> MilestoneId
    update -> UpdateId
    note -> NoteId
    meeting -> MeetingId
    owner -> OwnerId
    status -> StatusId
    column -> ColumnId
    event -> EventId
    issued -> IssuedId
}

/// The id of any record that can be put in, taken out or moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RecordId {
    /// See [`GridId`].
    Grid(GridId),
    /// See [`PriorityId`].
    Priority(PriorityId),
    /// See [`ObjectiveId`].
    Objective(ObjectiveId),
    /// See [`ActionId`].
    Action(ActionId),
    /// See [`OutcomeId`].
    Outcome(OutcomeId),
    /// See [`KpiId`].
    Kpi(KpiId),
    /// See [`MilestoneId`].
    Milestone(MilestoneId),
    /// See [`UpdateId`].
    Update(UpdateId),
    /// See [`NoteId`].
    Note(NoteId),
    /// See [`MeetingId`].
    Meeting(MeetingId),
    /// See [`OwnerId`].
    Owner(OwnerId),
    /// See [`IssuedId`].
    Issued(IssuedId),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_reads_back_as_it_was_written() {
        let mut maker = IdMaker::new(7);
        for _ in 0..1_000 {
            let id = maker.action();
            assert_eq!(ActionId::parse(&id.to_string()), Some(id));
        }
        for number in [0, 1, 31, 32, LARGEST] {
            let id = ActionId::new(number).unwrap();
            assert_eq!(ActionId::parse(&id.to_string()), Some(id));
        }
    }

    #[test]
    fn what_is_no_id_is_refused() {
        for text in ["", "01", "A", "l", "zzzzzzzzzzz", "a b", "é"] {
            assert_eq!(ActionId::parse(text), None, "{text:?}");
        }
        assert_eq!(ActionId::new(LARGEST + 1), None);
    }
}
