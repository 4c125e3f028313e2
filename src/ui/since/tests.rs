//! The page by its labels: the sections, where rows lead, the menus, and what is said where there is nothing.

use chrono::NaiveDate;
use egui::Key;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

use super::{Ask, Compared, End, Found, Listed, Side, Since, SinceBoard, SinceState, Source, page};
use crate::dates::When;
use crate::model::{
    Action, ActionField, Edit, IdMaker, Issued, Meaning, MilestoneId, Parent, Place, Plan, Record, RecordId, Update,
    linking,
};
use crate::report::comparison::DateMoved;
use crate::report::{Comparison, compare};
use crate::store::{self, Sample};
use crate::ui::backups::Entry;
use crate::ui::theme::{self, Palette};
use crate::ui::{Command, Outbox, Reveal, RowCommand, Selection, View, ViewKind, Wish};

pub(in crate::ui) fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// The Tower Hamlets plan with a pack issued as at 11 July 2016, and a quarter's work since: one completed, one at
/// risk, two deadlines later, one of them with a reason, one earlier, nine linked milestones later, one action in
/// other words, one new, one gone.
pub(in crate::ui) fn worked() -> Plan {
    let mut plan = store::parse(Sample::TowerHamlets.bytes(), "sample").unwrap();
    let mut ids = IdMaker::new(42);
    let period = plan.period.clone();
    let gone = plan.actions().filter(|action| action.when.reading().due().is_some()).nth(6).unwrap().id;
    let with_milestones = plan.actions().filter(|action| !action.milestones.is_empty() && action.id != gone);
    let linked: Vec<MilestoneId> = with_milestones.take(9).map(|action| action.milestones[0].id).collect();
    let event = ids.event();
    plan.apply(linking::link(linked.clone(), event)).unwrap();
    plan.apply(linking::move_to(linked.clone(), &When::read("30/06/16", &period))).unwrap();
    let issued = Issued::of(&plan, ids.issued(), plan.meetings.first().map(|one| one.id), day(2016, 7, 11));
    let dated = |plan: &Plan| -> Vec<Action> {
        plan.actions().filter(|action| action.when.reading().due().is_some()).cloned().collect()
    };
    let actions = dated(&plan);
    let status = |meaning| plan.statuses.iter().find(|status| status.meaning == meaning).map(|status| status.id);
    let when = |words: &str| ActionField::When(When::read(words, &period));
    let update = Update {
        id: ids.update(),
        on: Some(day(2016, 8, 30)),
        by: "Commissioner".to_owned(),
        text: "The provider's staff transfer in November, so the pathway waits for them.".to_owned(),
        status: None,
    };
    let objective = plan.grids[0].objectives[0].id;
    let mut fresh = Action::blank(ids.action());
    "Publish the directory of services".clone_into(&mut fresh.description);
    let words = format!("{} in every locality", actions[4].description);
    let edits = [
        Edit::Action(actions[0].id, ActionField::Status(status(Meaning::Complete))),
        Edit::Action(actions[1].id, ActionField::Status(status(Meaning::AtRisk))),
        Edit::Action(actions[2].id, when("30/06/17")),
        Edit::Action(actions[3].id, when("30/09/17")),
        Edit::Insert(Place { parent: Parent::Action(actions[3].id), index: 0 }, Record::Update(update)),
        Edit::Action(actions[4].id, ActionField::Description(words)),
        Edit::Action(actions[5].id, when("01/04/16")),
        Edit::Insert(Place { parent: Parent::Objective(objective), index: 0 }, Record::Action(Box::new(fresh))),
        Edit::remove_action(gone),
        linking::move_to(linked, &When::read("30/09/16", &period)),
    ];
    for edit in edits {
        plan.apply(edit).unwrap();
    }
    plan.issued.push(issued);
    plan
}

/// What stands in the menu, and what is found.
enum Shown {
    Compared(Box<Comparison>),
    NoOlder,
    Failed(&'static str),
}

struct Desk {
    plan: Plan,
    shown: Shown,
    backups: Vec<Entry>,
    palette: Palette,
    state: SinceState,
    selection: Selection,
    wishes: Vec<Wish>,
    is_styled: bool,
}

impl Desk {
    fn of(plan: Plan, shown: Shown) -> Self {
        let entry =
            Entry { day: "Today".to_owned(), time: "10:02".to_owned(), kind: "saved", size: "142 KB".to_owned() };
        Self {
            plan,
            shown,
            backups: vec![entry],
            palette: Palette::LIGHT,
            state: SinceState::default(),
            selection: Selection::default(),
            wishes: Vec::new(),
            is_styled: false,
        }
    }

    fn worked() -> Self {
        let plan = worked();
        let comparison = compare(&plan.issued[0].said, &plan);
        Self::of(plan, Shown::Compared(Box::new(comparison)))
    }

    fn frame(&mut self, ui: &mut egui::Ui) {
        if !std::mem::replace(&mut self.is_styled, true) {
            theme::install(ui.ctx());
            return;
        }
        let mut outbox = Outbox::default();
        let mut view = View {
            behind_dialog: false,
            panels: crate::ui::Panels::default(),
            plan: &self.plan,
            revision: 1,
            as_at: day(2016, 9, 1),
            palette: self.palette,
            found: None,
            found_parts: &[],
            terms: &[],
            selection: &mut self.selection,
            outbox: &mut outbox,
        };
        let issued = self.plan.issued.first();
        let from = Side {
            title: issued.map(Issued::title).unwrap_or_default(),
            source: issued.map(|one| Source::Issued(one.id)),
            plan: issued.map(|one| &*one.said),
        };
        let to = Side { title: "now".to_owned(), source: Some(Source::Now), plan: Some(&self.plan) };
        let found = match &self.shown {
            Shown::Compared(comparison) => Found::Compared(Compared { comparison, serial: 1, is_old: false }),
            Shown::NoOlder => Found::NoOlder,
            Shown::Failed(why) => Found::Failed(why),
        };
        let since = Since { from, to, backups: Listed::Backups(&self.backups), found };
        page(ui, &mut view, &since, &mut self.state);
        self.wishes.extend(outbox.take());
    }
}

fn harness(desk: Desk, size: [f32; 2]) -> Harness<'static, Desk> {
    let mut harness = Harness::builder()
        .with_max_steps(12)
        .with_size(size)
        .build_ui_state(|ui, desk: &mut Desk| desk.frame(ui), desk);
    harness.run();
    harness
}

fn press(harness: &mut Harness<'static, Desk>, label: &str) {
    harness.get_by_label(label).click();
    harness.run();
}

/// The labels on the page that begin so.
fn beginning(harness: &Harness<'static, Desk>, words: &str) -> Vec<String> {
    let all = harness.query_all_by(|node| node.label().or(node.value()).is_some_and(|one| one.starts_with(words)));
    all.filter_map(|node| node.accesskit_node().label().or(node.accesskit_node().value())).collect()
}

#[test]
fn the_sections_stand_in_the_order_a_board_asks_for_them() {
    let harness = harness(Desk::worked(), [1200.0, 2400.0]);
    let headings = beginning(&harness, "Hide ");
    let expected = [
        "Hide Completed: 1",
        "Hide Slipped: 3",
        "Hide Changed status: 1",
        "Hide New: 1",
        "Hide Removed: 1",
        "Hide Brought forward: 1",
        "Hide Changed words: 1",
        "Hide Updates since: 1",
    ];
    assert_eq!(headings, expected);
    harness.get_by_label("From: DAAT Board, as at 11 Jul 2016");
    harness.get_by_label("To: now");
}

#[test]
fn linked_milestones_are_one_row_and_a_slip_without_a_reason_says_so() {
    let harness = harness(Desk::worked(), [1200.0, 2400.0]);
    let whole = harness.query_all_by(|node| node.label().is_some_and(|label| label.contains("1 event in 9 actions")));
    assert_eq!(whole.count(), 1);
    let said = harness.query_all_by(|node| node.label().is_some_and(|label| label.contains("later. Written")));
    let said: Vec<String> = said.filter_map(|node| node.accesskit_node().label()).collect();
    assert_eq!(said.len(), 3, "{said:#?}");
    assert_eq!(said.iter().filter(|label| label.ends_with("No reason given")).count(), 1, "{said:#?}");
    assert!(said.iter().any(|label| label.contains("Why: The provider's staff transfer in November")), "{said:#?}");
    assert_eq!(beginning(&harness, "Say why: ").len(), 2);
}

#[test]
fn a_row_leads_to_the_form_by_click_and_by_key_where_its_action_is_still_there() {
    let mut harness = harness(Desk::worked(), [1200.0, 2400.0]);
    let Shown::Compared(comparison) = &harness.state().shown else { unreachable!() };
    let (there, gone) = (comparison.completed[0].action.clone(), comparison.removed[0].action.clone());
    let row = beginning(&harness, &there.reference)
        .into_iter()
        .find(|label| label.contains("→ Complete, better"))
        .expect("a row");
    press(&mut harness, &row);
    assert_eq!(harness.state().selection.reveal, Some(Reveal::Action(there.id)));
    assert_eq!(harness.state_mut().wishes.pop(), Some(Wish::Command(Command::Show(ViewKind::Grids))));
    harness.get_by_label(&row).focus();
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(harness.state_mut().wishes.pop(), Some(Wish::Command(Command::Show(ViewKind::Grids))));
    let removed = beginning(&harness, &gone.reference).into_iter().find(|label| label.contains("By whom: "));
    let removed = removed.expect("what is gone");
    assert_eq!(harness.get_by_label(&removed).accesskit_node().role(), egui::accesskit::Role::Label);
}

#[test]
fn saying_why_puts_an_update_in_and_shows_the_action() {
    let mut harness = harness(Desk::worked(), [1200.0, 2400.0]);
    let label = beginning(&harness, "Say why: ").remove(0);
    press(&mut harness, &label);
    let [Wish::Row(RowCommand::AddUpdate(action)), Wish::Command(Command::Show(ViewKind::Grids))] =
        harness.state().wishes[..]
    else {
        panic!("{:?}", harness.state().wishes)
    };
    assert_eq!(harness.state().selection.action, Some(action));
}

#[test]
fn sections_fold_and_unfold() {
    let mut harness = harness(Desk::worked(), [1200.0, 2400.0]);
    press(&mut harness, "Hide Slipped: 3");
    assert_eq!(beginning(&harness, "Say why: ").len(), 1, "that of a status");
    press(&mut harness, "Show Slipped: 3");
    assert_eq!(beginning(&harness, "Say why: ").len(), 2);
}

#[test]
fn the_menus_offer_now_each_pack_the_backups_and_another_file() {
    let mut harness = harness(Desk::worked(), [1200.0, 900.0]);
    let pack = Source::Issued(harness.state().plan.issued[0].id);
    press(&mut harness, "To: now");
    press(&mut harness, "DAAT Board, as at 11 Jul 2016");
    press(&mut harness, "From: DAAT Board, as at 11 Jul 2016");
    press(&mut harness, "A backup…");
    press(&mut harness, "Today, 10:02 · saved");
    press(&mut harness, "From: DAAT Board, as at 11 Jul 2016");
    press(&mut harness, "Another plan file…");
    let expected = [
        Ask::Compare(End::To, pack),
        Ask::ListBackups,
        Ask::Compare(End::From, Source::Backup(0)),
        Ask::OtherFile(End::From),
    ];
    assert_eq!(harness.state().wishes, expected.map(Wish::Compare));
}

#[test]
fn the_whole_is_copied_as_text_and_a_pack_is_forgotten() {
    let mut harness = harness(Desk::worked(), [1200.0, 900.0]);
    harness.get_by_label("Copy as text").click();
    let copied = (0..4).find_map(|_| {
        harness.step();
        harness.output().platform_output.commands.iter().find_map(|command| match command {
            egui::OutputCommand::CopyText(text) => Some(text.clone()),
            _ => None,
        })
    });
    harness.run();
    harness.get_by_label("Copied");
    let text = copied.expect("the text on the clipboard");
    assert!(text.starts_with("From DAAT Board, as at 11 Jul 2016 to now.\n1 completed, "), "{text}");
    press(&mut harness, "Forget the pack for DAAT Board, as at 11 Jul 2016");
    let id = harness.state().plan.issued[0].id;
    assert_eq!(harness.state().wishes, [Wish::Row(RowCommand::Remove(RecordId::Issued(id)))]);
}

#[test]
fn without_a_pack_the_page_says_what_it_is_for_and_what_can_be_done() {
    let mut plan = worked();
    plan.issued.clear();
    let mut harness = harness(Desk::of(plan, Shown::NoOlder), [1024.0, 700.0]);
    harness.get_by_label("No pack was issued yet");
    press(&mut harness, "Board pack…");
    press(&mut harness, "Compare with another plan file…");
    press(&mut harness, "Compare with a backup…");
    press(&mut harness, "Today, 10:02 · saved");
    let expected = [
        Wish::Command(Command::ExportPack),
        Wish::Compare(Ask::OtherFile(End::From)),
        Wish::Compare(Ask::ListBackups),
        Wish::Compare(Ask::Compare(End::From, Source::Backup(0))),
    ];
    assert_eq!(harness.state().wishes, expected);
}

#[test]
fn what_could_not_be_read_and_what_is_unrelated_is_said() {
    let why = "“old.ron” was not opened: its end is missing.";
    let failed = harness(Desk::of(worked(), Shown::Failed(why)), [1024.0, 700.0]);
    failed.get_by_label(why);
    let mut comparison = compare(&worked().issued[0].said, &worked());
    comparison.unrelated = true;
    let unrelated = harness(Desk::of(worked(), Shown::Compared(Box::new(comparison))), [1024.0, 700.0]);
    assert_eq!(beginning(&unrelated, "These are not two states of one plan").len(), 1);
    let same = harness(Desk::of(worked(), Shown::Compared(Box::default())), [1024.0, 700.0]);
    same.get_by_label("Nothing changed");
}

#[test]
fn of_ten_thousand_changes_only_those_in_sight_are_laid_out() {
    let mut desk = Desk::worked();
    let Shown::Compared(comparison) = &mut desk.shown else { unreachable!() };
    let alone = |one: &&DateMoved| one.date.event.is_none() && one.date.why.is_none();
    let one = comparison.slipped.iter().find(alone).unwrap().clone();
    **comparison = Comparison { slipped: vec![one; 10_000], ..Comparison::default() };
    let mut harness = harness(desk, [1024.0, 700.0]);
    harness.get_by_label("Hide Slipped: 10000");
    let shown = |harness: &Harness<'static, Desk>| beginning(harness, "Say why: ").len();
    assert!((1..60).contains(&shown(&harness)), "{}", shown(&harness));
    harness.get_by_label("Hide Slipped: 10000").click();
    harness.run();
    assert_eq!(shown(&harness), 0);
}

/// The board's pack and what changed since, for the page of what slipped.
pub(in crate::ui) fn board<'a>(plan: &'a Plan, comparison: &'a Comparison) -> SinceBoard<'a> {
    SinceBoard { issued: &plan.issued[0], compared: Some(Compared { comparison, serial: 1, is_old: false }) }
}
