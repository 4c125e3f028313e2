//! Processes killed while they keep what is not saved: the next start is offered it, whole.

use std::path::Path;
use std::time::Duration;

use planning_grid::model::{IdMaker, Plan};
use planning_grid::store::{self, Fingerprint, LeftBehind, Sample, Session, parse, to_bytes};

use super::bounds::{below, let_pass, many};
use super::desk::{ends_with, memory_folder, names_in};
use super::killed::number_of;
use super::saver::Saver;

/// The longest wait before a kill, in microseconds: some plans' worth.
const LONGEST_WAIT: u64 = 12_000;

/// So many plans in a row the saver makes from one base.
const PLANS_FROM_ONE_BASE: u64 = 5;

fn sample(title: u64) -> Plan {
    Plan { title: title.to_string(), ..parse(Sample::Oldham.bytes(), "a sample").unwrap() }
}

/// The number of the plan that was left behind, which is whole and has all that it came with.
#[track_caller]
fn offered(left: &LeftBehind, run: u64) -> u64 {
    assert_eq!(left.session, Session::new(run));
    let found = left.read().unwrap_or_else(|error| panic!("run {run}: {error}"));
    let number = found.plan.title.parse().unwrap();
    let base = sample((number - 1) / PLANS_FROM_ONE_BASE * PLANS_FROM_ONE_BASE);
    assert!(found.plan == sample(number), "run {run}: plan {number} has other words");
    assert!(found.base.as_ref() == Some(&base), "run {run}: plan {number} has another base or none");
    assert_eq!(found.on_disk, Some(Fingerprint::of(&to_bytes(&base).unwrap())), "run {run}, plan {number}");
    assert_eq!(found.origin.as_deref(), Some(Path::new("plan.ron")), "run {run}, plan {number}");
    assert_eq!(found.name, format!("plan {number}"), "run {run}");
    number
}

#[test]
fn whenever_the_program_is_killed_what_was_kept_is_offered_whole_at_the_next_start() {
    let folder = memory_folder();
    let mut dice = IdMaker::new(11);
    let kills = u64::try_from(many(250)).unwrap();
    let (mut plans, mut inside, mut unsaid, mut nothing) = (0, 0, 0, 0);
    for run in 1..=kills {
        let saver = Saver::start("journal", folder.path(), &[&run.to_string()]);
        let mut said = 0;
        for _ in 0..below(&mut dice, 8) {
            said = saver.line().map_or(said, |line| number_of(&line));
        }
        // Another start of the program meanwhile leaves it alone.
        assert!(said == 0 || store::left_behind(folder.path()).is_empty(), "run {run} is at work");
        let_pass(Duration::from_micros(below(&mut dice, LONGEST_WAIT)));
        said = saver.kill().last().map_or(said, |line| number_of(line));

        let place = folder.path().join(Session::new(run).to_string());
        let half = |name: &String| ends_with(name, "new");
        inside += usize::from(place.exists() && names_in(&place).iter().any(half));
        let mut left = store::left_behind(folder.path());
        let number = left.first().map_or(0, |left| offered(left, run));
        assert!((said..=said + 1).contains(&number), "run {run}: it said {said}, offered is {number}");
        assert!(left.len() <= 1, "run {run}: {left:?}");
        nothing += usize::from(number == 0);
        unsaid += usize::from(number > said);
        plans += number;
        if let Some(left) = left.pop() {
            left.discard().unwrap();
        }
        assert_eq!(names_in(folder.path()), Vec::<String>::new(), "run {run}");
    }
    println!(
        "safety: {kills} kills of a journal: {plans} plans kept, {inside} kills left a half-written file beside, \
         {unsaid} came after a plan was kept and before that was said, {nothing} before anything was; every plan was \
         offered whole, with its base"
    );
    // Otherwise the kills missed the writes, and nothing was proved.
    assert!(inside > 0 && unsaid > 0 && nothing < many(125), "{inside}, {unsaid}, {nothing}");
}
