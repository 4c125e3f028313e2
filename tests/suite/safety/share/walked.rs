//! Each operation of one save goes wrong in each way.

use std::collections::BTreeMap;
use std::time::Duration;

use fuser::Errno;
use planning_grid::store::{SaveCause, Trouble, to_bytes};

use super::faults::{Fault, Operation};
use super::judged::{Kept, Tried, expected, save};
use super::mounted::Share;
use crate::safety::desk::{self, titled};

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
    let tried = save(share, before, None);
    tried.result.unwrap_or_else(|error| panic!("{error}"));
    tried.asked
}

/// How many saves were tried and how many of them said that they were done.
#[derive(Default)]
struct Count {
    tried: usize,
    saved: usize,
    uncertain: usize,
    longest_wait: Duration,
}

impl Count {
    fn add(&mut self, tried: &Tried) {
        self.tried += 1;
        self.longest_wait = self.longest_wait.max(tried.waited);
        match &tried.result {
            Ok(_) => self.saved += 1,
            Err(error) => self.uncertain += usize::from(!error.cause.old_file_is_whole()),
        }
    }

    fn tell(&self, what: &str, operations: usize) {
        let Self { tried, saved, uncertain, longest_wait } = self;
        println!(
            "safety: shares: {what}: {tried} faults over {operations} operations of a save: {saved} were saves all the \
             same, {uncertain} said they were not certain, {} said they were not saved; the longest waited {longest_wait:?}",
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

/// Whether the file that became the plan was written, then on the drive, then read, then given the plan's name,
/// and only then read as the plan and its name on the drive; and which of it was not.
fn in_order(asked: &[(Operation, u64)], plan: u64) -> Result<(), &'static str> {
    let of_plan = |wanted: &[Operation]| {
        let places =
            asked.iter().enumerate().filter(|(_, (operation, file))| *file == plan && wanted.contains(operation));
        places.map(|(place, _)| place).collect::<Vec<_>>()
    };
    let named = *of_plan(&[Operation::Rename, Operation::Link]).first().ok_or("it was not given its name")?;
    let written = *of_plan(&[Operation::Write]).last().ok_or("it was not written")?;
    let synced = of_plan(&[Operation::Sync]).into_iter().rfind(|place| *place < named).ok_or("it was not synced")?;
    let read = of_plan(&[Operation::Read]);
    let folder_synced = asked.iter().rposition(|(operation, _)| *operation == Operation::SyncFolder);
    match () {
        () if synced < written => Err("it was written after it was synced"),
        () if !read.iter().any(|place| (synced..named).contains(place)) => Err("it was not read where it was written"),
        () if read.last() < Some(&named) => Err("it was not read in its place"),
        () if folder_synced < Some(named) => Err("the folder was not synced"),
        () => Ok(()),
    }
}

#[test]
fn what_is_written_reaches_the_drive_before_it_takes_the_plans_place() {
    let Some(share) = share() else { return };
    for before in [Some(old()), None] {
        share.start_with(before.as_deref());
        desk::save(&share.path(), &titled("new"), expected(before.as_deref())).unwrap();
        let asked = share.asked_of_files();
        assert_eq!(in_order(&asked, share.plan_number().unwrap()), Ok(()), "{asked:?}");
    }
}

#[test]
fn a_wrong_order_is_seen() {
    use Operation::{Read, Rename, Sync, SyncFolder, Write};
    let right = [(Write, 2), (Sync, 2), (Read, 2), (Write, 3), (Rename, 2), (SyncFolder, 1), (Read, 2)];
    assert_eq!(in_order(&right, 2), Ok(()));
    for (place, wrong) in (0..right.len()).filter(|place| *place != 3).zip([
        "it was not written",
        "it was not synced",
        "it was not read where it was written",
        "it was not given its name",
        "the folder was not synced",
        "it was not read in its place",
    ]) {
        let mut without = right.to_vec();
        let one = without.remove(place);
        assert_eq!(in_order(&without, 2), Err(wrong));
        if one.0 == Write {
            without.insert(1, one);
            assert_eq!(in_order(&without, 2), Err("it was written after it was synced"));
        }
    }
    // Of another file, none of it counts.
    assert!(in_order(&right, 3).is_err());
}

#[test]
fn whichever_operation_of_a_save_fails_a_whole_plan_is_there_and_the_next_save_goes() {
    let Some(share) = share() else { return };
    let kept = Kept::default();
    for (what, before, kept) in [
        ("saving", Some(old()), None),
        ("saving as a new file", None, None),
        ("saving with backups on this computer", Some(old()), Some(&kept)),
    ] {
        let operations = operations(&share, before.clone());
        let mut count = Count::default();
        for number in 0..operations.len() {
            for (words, error, trouble) in ERRORS {
                for fault in [Fault::Fails(error), Fault::LandsAndFails(error)] {
                    share.start_with(before.as_deref());
                    share.go_wrong(move |this, _| (this == number).then_some(fault));
                    let tried = save(&share, before.clone(), kept);
                    let operation = tried.asked.get(number);
                    let case = format!("{what}, operation {number} ({operation:?}), {words}, {fault:?}");
                    tried.judge(&share, &case);
                    if let Some(kept) = kept {
                        kept.judge(&tried, &case);
                    }
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
                    let mut tried = save(&share, before.clone(), None);
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
                let tried = save(&share, Some(old()), None);
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
        let tried = save(&share, Some(old()), None);
        let case = format!("{operation:?} never passes");
        tried.judge(&share, &case);
        assert!(tried.result.is_err(), "{case}");
        understood(&tried, Trouble::DriveGone, &case);
    }
}
