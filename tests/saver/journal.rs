//! Keeping what is not saved, for ever.

use std::path::Path;

use planning_grid::store::{Entry, Fingerprint, Journal, Sample, Session, parse, to_bytes};

use crate::{minutes, say};

/// So many plans in a row are made from one base: then it was saved.
const PLANS_FROM_ONE_BASE: u64 = 5;

pub(crate) fn run(folder: &Path, run: u64) {
    let journal = Journal::begin(folder, Session::new(run)).unwrap();
    let mut plan = parse(Sample::Oldham.bytes(), "a sample").unwrap();
    let mut base = plan.clone();
    let mut on_disk = None;
    for number in 1.. {
        if number % PLANS_FROM_ONE_BASE == 1 {
            base.title = (number - 1).to_string();
            on_disk = Some(Fingerprint::of(&to_bytes(&base).unwrap()));
        }
        plan.title = number.to_string();
        let entry = Entry {
            plan: &plan,
            base: Some(&base),
            origin: Some(Path::new("plan.ron")),
            on_disk,
            name: &format!("plan {number}"),
            time: minutes(number),
        };
        match journal.keep(&entry) {
            Ok(()) => say(&format!("kept {number}")),
            Err(error) => return say(&format!("refused: {error}")),
        }
    }
}
