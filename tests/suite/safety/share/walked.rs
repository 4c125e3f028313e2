//! Each operation of one save goes wrong in each way.

use std::collections::BTreeMap;

use fuser::Errno;
use planning_grid::store::{SaveCause, Trouble, to_bytes};

use super::faults::{Fault, Operation};
use super::judged::{Tried, save};
use super::mounted::Share;
use crate::safety::desk::titled;

/// What went wrong, and what a save that fails of it must have understood.
const ERRORS: [(&str, Errno, Trouble); 5] = [
    ("an input or output error", Errno::EIO, Trouble::Other),
    ("no room", Errno::ENOSPC, Trouble::Full),
    ("no permission", Errno::EACCES, Trouble::NotAllowed),
    ("not connected", Errno::ENOTCONN, Trouble::DriveGone),
    ("a read-only drive", Errno::EROFS, Trouble::ReadOnlyDrive),
];

/// A mounted share; says why there is none.
pub(super) fn share() -> Option<Share> {
    Share::mounted().map_err(|reason| println!("safety: shares: not tried: {reason}")).ok()
}

fn old() -> Vec<u8> {
    to_bytes(&titled("old")).unwrap()
}

/// The operations of a save that goes well.
fn operations(share: &Share, before: Option<Vec<u8>>) -> Vec<Operation> {
    share.start_with(before.as_deref());
    let tried = save(share, before);
    tried.result.unwrap_or_else(|error| panic!("{error}"));
    tried.asked
}

/// How many saves were tried and how many of them said that they were done.
#[derive(Default)]
struct Count {
    tried: usize,
    saved: usize,
    uncertain: usize,
}

impl Count {
    fn add(&mut self, tried: &Tried) {
        self.tried += 1;
        match &tried.result {
            Ok(_) => self.saved += 1,
            Err(error) => self.uncertain += usize::from(!error.cause.old_file_is_whole()),
        }
    }

    fn tell(&self, what: &str, operations: usize) {
        let Self { tried, saved, uncertain } = self;
        println!(
            "safety: shares: {what}: {tried} faults over {operations} operations of a save: {saved} were saves all the \
             same, {uncertain} said they were not certain, {} said they were not saved",
            tried - saved - uncertain
        );
    }
}

/// Where the save failed, it says what the drive said.
#[track_caller]
fn understood(tried: &Tried, expected: Trouble, case: &str) {
    if let Err(error) = &tried.result {
        let SaveCause::Drive { trouble, .. } = &error.cause else { panic!("{case}: {error}") };
        assert_eq!(*trouble, expected, "{case}: {error}");
    }
}

#[test]
fn what_is_written_reaches_the_drive_before_it_takes_the_plans_place() {
    let Some(share) = share() else { return };
    for before in [Some(old()), None] {
        let operations = operations(&share, before);
        let first = |wanted: &[Operation]| operations.iter().position(|one| wanted.contains(one));
        let last = |wanted: Operation| operations.iter().rposition(|one| *one == wanted);
        let in_place = first(&[Operation::Rename, Operation::Link]);
        let synced = operations[..in_place.unwrap()].iter().rposition(|one| *one == Operation::Sync);
        assert!(last(Operation::Write) < synced && synced < in_place, "{operations:?}");
        assert!(in_place < last(Operation::SyncFolder), "{operations:?}");
        // Read where it was written, and again in its place.
        assert!(operations[synced.unwrap()..in_place.unwrap()].contains(&Operation::Read), "{operations:?}");
        assert!(in_place < last(Operation::Read), "{operations:?}");
    }
}

#[test]
fn whichever_operation_of_a_save_fails_a_whole_plan_is_there_and_the_next_save_goes() {
    let Some(share) = share() else { return };
    for (what, before) in [("saving", Some(old())), ("saving as a new file", None)] {
        let operations = operations(&share, before.clone());
        let mut count = Count::default();
        for number in 0..operations.len() {
            for (words, error, trouble) in ERRORS {
                for fault in [Fault::Fails(error), Fault::LandsAndFails(error)] {
                    share.start_with(before.as_deref());
                    share.go_wrong(move |this, _| (this == number).then_some(fault));
                    let tried = save(&share, before.clone());
                    let operation = tried.asked.get(number);
                    let case = format!("{what}, operation {number} ({operation:?}), {words}, {fault:?}");
                    tried.judge(&share, &case);
                    understood(&tried, trouble, &case);
                    count.add(&tried);
                }
            }
        }
        count.tell(what, operations.len());
        assert!(count.saved < count.tried, "{what}: no fault was noticed");
    }
}

#[test]
fn a_share_that_drops_in_the_middle_of_a_save_keeps_a_whole_plan() {
    let Some(share) = share() else { return };
    for (what, before) in [("dropping in the middle", Some(old())), ("dropping in the middle of a new file", None)] {
        let operations = operations(&share, before.clone());
        let mut count = Count::default();
        for number in 0..operations.len() {
            for (words, error, trouble) in ERRORS {
                for last_lands in [false, true] {
                    share.start_with(before.as_deref());
                    share.go_wrong(move |this, _| {
                        let lands = last_lands && this == number;
                        (this >= number).then_some(if lands {
                            Fault::LandsAndFails(error)
                        } else {
                            Fault::Fails(error)
                        })
                    });
                    let mut tried = save(&share, before.clone());
                    let operation = tried.asked.get(number);
                    let case = format!("{what}, from {number} ({operation:?}), {words}, last lands: {last_lands}");
                    tried.made_unseen = last_lands && matches!(operation, Some(Operation::Create | Operation::Link));
                    tried.judge(&share, &case);
                    understood(&tried, trouble, &case);
                    count.add(&tried);
                }
            }
        }
        count.tell(what, operations.len());
    }
}

#[test]
fn errors_that_pass_are_waited_for_where_a_save_can_wait() {
    let Some(share) = share() else { return };
    let operations = operations(&share, Some(old()));
    println!("safety: shares: one save is {operations:?}");
    let mut count = Count::default();
    let mut failed: BTreeMap<String, usize> = BTreeMap::new();
    for (number, operation) in operations.iter().enumerate() {
        for error in [Errno::ESTALE, Errno::EBUSY] {
            for times in [1, 2] {
                share.start_with(Some(&old()));
                let (operation, mut left) = (*operation, times);
                share.go_wrong(move |this, asked| {
                    let now = this >= number && asked == operation && left > 0;
                    left -= usize::from(now);
                    now.then_some(Fault::Fails(error))
                });
                let tried = save(&share, Some(old()));
                let case = format!("operation {number} ({operation:?}), {error:?}, {times} times");
                tried.judge(&share, &case);
                if tried.result.is_err() {
                    *failed.entry(format!("{operation:?}")).or_default() += 1;
                }
                if matches!(operation, Operation::Open | Operation::Read | Operation::Rename) {
                    assert!(tried.result.is_ok(), "{case}: {:?}", tried.result);
                }
                count.add(&tried);
            }
        }
    }
    count.tell("errors that pass", operations.len());
    println!("safety: shares: of the errors that pass, these were not waited for: {failed:?}");
}

#[test]
fn an_error_that_never_passes_is_given_up_and_the_old_plan_stays() {
    let Some(share) = share() else { return };
    for operation in [Operation::Rename, Operation::Open] {
        share.start_with(Some(&old()));
        share.go_wrong(move |_, asked| (asked == operation).then_some(Fault::Fails(Errno::ESTALE)));
        let tried = save(&share, Some(old()));
        let case = format!("{operation:?} never passes");
        tried.judge(&share, &case);
        assert!(tried.result.is_err(), "{case}");
        understood(&tried, Trouble::DriveGone, &case);
    }
}
