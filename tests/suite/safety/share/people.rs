//! Two who save at once on a share that is slow at the worst moment.

use std::time::Duration;

use fuser::Errno;
use planning_grid::store::to_bytes;

use super::faults::{Fault, Operation};
use super::walked::share;
use crate::safety::bounds::many;
use crate::safety::desk::titled;
use crate::safety::together::Outcome;

#[test]
fn two_who_save_at_once_on_a_share_slow_to_rename_both_keep_every_word() {
    let Some(share) = share() else { return };
    let names = ["Asha", "Ben"].map(str::to_owned);
    let mut outcome = Outcome::default();
    for _ in 0..many(2) {
        share.start_with(Some(&to_bytes(&titled("plan")).unwrap()));
        share.go_wrong(|_, asked| (asked == Operation::Rename).then_some(Fault::Slow(Duration::from_millis(4))));
        outcome.add(&share.path(), &names, 60);
        outcome.count(&share.path(), &names, 60);
    }
    outcome.judge("two at once, slow to rename");
}

#[test]
fn two_who_save_at_once_on_a_share_that_denies_what_it_did_both_keep_every_word() {
    let Some(share) = share() else { return };
    let names = ["Asha", "Ben"].map(str::to_owned);
    let mut outcome = Outcome::default();
    share.start_with(Some(&to_bytes(&titled("plan")).unwrap()));
    let mut renames = 0;
    share.go_wrong(move |_, asked| {
        renames += usize::from(asked == Operation::Rename);
        (asked == Operation::Rename && renames % 3 == 0).then_some(Fault::LandsAndFails(Errno::ETIMEDOUT))
    });
    outcome.add(&share.path(), &names, 60);
    outcome.count(&share.path(), &names, 60);
    outcome.judge("two at once, renames denied");
}
