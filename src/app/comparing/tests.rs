//! What is compared when, and what is said of what cannot be read.

use std::fs;

use super::*;
use crate::dates::When;
use crate::model::{ActionField, ActionId, Edit, IdMaker, Issued, RecordId};
use crate::store::{self, Sample};

/// A plan with packs of 11 July and 1 August 2016, as at 1 September.
struct Desk {
    document: Document,
    comparing: Comparing,
    context: Context,
    as_at: NaiveDate,
}

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2016, month, day).unwrap()
}

impl Desk {
    fn new() -> Self {
        let mut plan = store::parse(Sample::TowerHamlets.bytes(), "sample").unwrap();
        let mut ids = IdMaker::new(9);
        for as_at in [day(7, 11), day(8, 1)] {
            let issued = Issued::of(&plan, ids.issued(), None, as_at);
            plan.issued.push(issued);
        }
        let document = Document::opened(Arc::new(plan));
        Self { document, comparing: Comparing::default(), context: Context::default(), as_at: day(9, 1) }
    }

    fn dated(&self) -> ActionId {
        self.document.plan().actions().find(|action| action.when.reading().due().is_some()).unwrap().id
    }

    fn due(&mut self, written: &str) {
        let when = When::read(written, &self.document.plan().period);
        self.document.apply(Edit::Action(self.dated(), ActionField::When(when)), "change").unwrap();
    }

    /// Some frames, far enough apart for whatever waits.
    fn settle(&mut self, is_shown: bool) {
        for _ in 0..4 {
            let time = self.context.input(|input| input.time) + 1.0;
            let input = egui::RawInput { time: Some(time), ..egui::RawInput::default() };
            let context = self.context.clone();
            context.run_ui(input, |_| {}).textures_delta.clear();
            let world = (Runner::AtOnce, day(9, 1));
            self.comparing.keep(&self.document, self.as_at, is_shown, world, &self.context);
        }
    }

    fn since(&self) -> Since<'_> {
        self.comparing.since(&self.document, self.as_at)
    }

    #[track_caller]
    fn in_short(&self) -> String {
        let Found::Compared(compared) = self.since().found else { panic!("{:?}", self.since().found) };
        assert!(!compared.is_old);
        compared.comparison.in_short()
    }
}

#[test]
fn what_slipped_since_the_newest_pack_is_known_without_any_page() {
    let mut desk = Desk::new();
    desk.due("30/09/17");
    assert_eq!(desk.comparing.slipped(&desk.document, desk.as_at), None);
    desk.settle(false);
    assert_eq!(desk.comparing.slipped(&desk.document, desk.as_at), Some(1));
    assert_eq!(desk.since().from.title, "As at 1 Aug 2016");
    assert_eq!(desk.since().to.title, "now");
    assert_eq!(desk.in_short(), "1 slipped");
    desk.document.undo();
    desk.settle(false);
    assert_eq!(desk.comparing.slipped(&desk.document, desk.as_at), Some(0));
    assert_eq!(desk.in_short(), "Nothing changed");
}

#[test]
fn what_was_found_stays_in_sight_as_old_while_it_is_worked_out_anew() {
    let mut desk = Desk::new();
    desk.settle(false);
    desk.due("30/09/17");
    let board = desk.comparing.since_board(&desk.document, desk.as_at).unwrap();
    assert!(board.compared.is_some_and(|compared| compared.is_old));
}

#[test]
fn another_day_has_another_pack_before_it_or_none() {
    let mut desk = Desk::new();
    desk.as_at = day(8, 1);
    desk.settle(true);
    assert_eq!(desk.since().from.title, "As at 11 Jul 2016");
    desk.as_at = day(7, 11);
    desk.settle(true);
    assert!(matches!(desk.since().found, Found::NoOlder));
    assert!(desk.comparing.since_board(&desk.document, desk.as_at).is_none());
    assert_eq!(desk.comparing.slipped(&desk.document, desk.as_at), None);
}

#[test]
fn anything_else_is_compared_only_while_a_page_shows_it() {
    let mut desk = Desk::new();
    desk.due("30/09/17");
    let first = desk.document.plan().issued[0].id;
    desk.comparing.choose(End::From, Chosen::Issued(first));
    desk.settle(false);
    assert!(matches!(desk.since().found, Found::Working));
    desk.settle(true);
    assert_eq!(desk.in_short(), "1 slipped");
    let second = desk.document.plan().issued[1].id;
    desk.comparing.choose(End::To, Chosen::Issued(second));
    desk.settle(true);
    assert_eq!(desk.in_short(), "Nothing changed", "between the two packs");
    desk.document.apply(Edit::Remove(RecordId::Issued(first)), "forget").unwrap();
    desk.settle(true);
    assert_eq!(desk.since().from.title, "As at 1 Aug 2016", "a pack that is forgotten is chosen no more");
}

#[test]
fn another_file_is_read_and_the_open_plan_is_not_touched() {
    let mut desk = Desk::new();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("old.ron");
    fs::write(&path, store::to_bytes(desk.document.plan()).unwrap()).unwrap();
    desk.due("30/09/17");
    let revision = desk.document.revision();
    desk.comparing.read(End::From, "old.ron".to_owned(), path.clone(), Runner::AtOnce, &desk.context.clone());
    desk.settle(true);
    assert_eq!((desk.since().from.title.as_str(), desk.since().from.source), ("old.ron", None));
    assert_eq!(desk.in_short(), "1 slipped");
    assert_eq!(desk.document.revision(), revision);

    fs::write(&path, "nothing of ours").unwrap();
    desk.comparing.read(End::From, "old.ron".to_owned(), path, Runner::AtOnce, &desk.context.clone());
    desk.settle(true);
    let Found::Failed(why) = desk.since().found else { panic!("{:?}", desk.since().found) };
    assert!(why.contains("old.ron") && why.contains("Nothing in it was changed"), "{why}");
    desk.comparing.choose(End::From, Chosen::Now);
    desk.settle(true);
    assert_eq!(desk.in_short(), "Nothing changed");
}
