//! The page of what slipped, by its labels.

use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use super::{SlippedState, page};
use crate::model::Plan;
use crate::report::{Comparison, compare};
use crate::ui::since::tests::{board, day, worked};
use crate::ui::theme::{self, Palette};
use crate::ui::{Command, Outbox, RowCommand, Selection, View, Wish};

struct Desk {
    plan: Plan,
    comparison: Comparison,
    state: SlippedState,
    selection: Selection,
    wishes: Vec<Wish>,
    is_styled: bool,
}

impl Desk {
    fn of(plan: Plan) -> Self {
        let comparison = plan.issued.first().map(|one| compare(&one.said, &plan)).unwrap_or_default();
        let (state, selection) = (SlippedState::default(), Selection::default());
        Self { plan, comparison, state, selection, wishes: Vec::new(), is_styled: false }
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
            palette: Palette::LIGHT,
            found: None,
            found_parts: &[],
            terms: &[],
            selection: &mut self.selection,
            outbox: &mut outbox,
        };
        let since = (!self.plan.issued.is_empty()).then(|| board(&self.plan, &self.comparison));
        page(ui, &mut view, since, &mut self.state);
        self.wishes.extend(outbox.take());
    }
}

fn harness(desk: Desk) -> Harness<'static, Desk> {
    let mut harness = Harness::builder()
        .with_max_steps(12)
        .with_size([1024.0, 700.0])
        .build_ui_state(|ui, desk: &mut Desk| desk.frame(ui), desk);
    harness.run();
    harness
}

#[test]
fn each_slip_has_its_days_and_its_reason_or_a_way_to_give_one() {
    let mut harness = harness(Desk::of(worked()));
    harness.get_by_label("3 dates moved later since DAAT Board, as at 11 Jul 2016; of 1 no reason was given.");
    let asked: Vec<_> = harness.get_all_by_label_contains("Say why: ").collect();
    assert_eq!(asked.len(), 1);
    asked[0].click();
    harness.run();
    assert!(matches!(harness.state().wishes[..], [Wish::Row(RowCommand::AddUpdate(_)), Wish::Command(_)]));
    harness.get_by_label_contains("1 event in 9 actions");
}

#[test]
fn without_a_pack_it_says_what_it_is_for() {
    let mut plan = worked();
    plan.issued.clear();
    let mut harness = harness(Desk::of(plan));
    harness.get_by_label("Board pack…").click();
    harness.run();
    assert_eq!(harness.state().wishes, [Wish::Command(Command::ExportPack)]);
}

#[test]
fn where_nothing_slipped_it_says_so() {
    let mut plan = worked();
    plan.issued[0].said = std::sync::Arc::new(Plan { issued: Vec::new(), ..plan.clone() });
    harness(Desk::of(plan)).get_by_label("Nothing moved later since DAAT Board, as at 11 Jul 2016.");
}
