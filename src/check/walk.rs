//! One walk through the plan, in its order, with every rule looking on.
//!
//! It must not know what any rule looks for.

use std::borrow::Cow;
use std::collections::HashSet;

use chrono::NaiveDate;

use super::book::Book;
use super::finding::{Field, Finding};
use super::rule::Rule;
use super::words::cut;
use super::{
    acronyms, cut_text, dates_in_period, deadlines, draft_words, kpis, missing, numbers, order_of_steps, owner_names,
    owners, placeholders, progress, references, same_text, slipped, stubs,
};
use crate::model::{
    Action, ActionId, Fingerprint, Grid, GridId, Objective, ObjectiveId, Plan, RecordId, Shows, Standing,
};

/// Everything to be mended or looked at in a plan as at a date, in the plan's order.
#[must_use]
pub fn check(plan: &Plan, as_at: NaiveDate) -> Vec<Finding> {
    let mut desk = Desk { plan, as_at, orders: Vec::new(), found: Vec::with_capacity(plan.actions().count()) };
    let mut book = Book::of(plan);
    draft_words::look_at_plan(&mut desk);
    placeholders::look_at_front(&mut desk);
    deadlines::look_at_plan(&mut desk);
    references::look_at_grids(&mut desk);
    for (grid_index, grid) in plan.grids.iter().enumerate() {
        let here = Here { grid: Some((grid_index, grid.id)), ..Here::default() };
        look_at_grid(&mut desk, &mut book, here, grid);
    }
    references::look_at_codes(&mut desk);
    same_text::look_at_actions(&mut desk);
    slipped::look_at_plan(&mut desk);
    owner_names::look_at_plan(&mut desk);
    acronyms::look_at_plan(&mut desk, &mut book);
    cut_text::look_for_fragments(&mut desk, &book);
    desk.in_order()
}

fn look_at_grid<'plan>(desk: &mut Desk<'plan>, book: &mut Book<'plan>, here: Here, grid: &'plan Grid) {
    let title = Spot::new(here, Field::Title, RecordId::Grid(grid.id));
    look_at_text(desk, book, title, &grid.title);
    for (item, one) in grid.priorities.iter().enumerate() {
        let spot = Spot::new(here, Field::Priorities, RecordId::Priority(one.id)).item(item);
        look_at_text(desk, book, spot, &one.text);
    }
    missing::look_at_grid(desk, here, grid);
    references::look_at_objectives(desk, here, grid);
    same_text::look_at_priorities(desk, here, grid);
    for (objective_index, objective) in grid.objectives.iter().enumerate() {
        let here = Here { objective: Some((objective_index, objective.id)), ..here };
        look_at_objective(desk, book, here, grid, objective);
    }
}

fn look_at_objective<'plan>(
    desk: &mut Desk<'plan>,
    book: &mut Book<'plan>,
    here: Here,
    grid: &'plan Grid,
    objective: &'plan Objective,
) {
    let statement = Spot::new(here, Field::Statement, RecordId::Objective(objective.id));
    look_at_text(desk, book, statement, &objective.statement);
    missing::look_at_objective(desk, here, objective);
    same_text::look_at_outcomes(desk, here, objective);
    for (action_index, action) in objective.actions.iter().enumerate() {
        let here = Here { action: Some((action_index, action.id)), ..here };
        look_at_action(desk, book, here, action);
        let (grid_index, objective_index) = (here.grid.map_or(0, |one| one.0), here.objective.map_or(0, |one| one.0));
        let standing = Standing { grid, grid_index, objective, objective_index, action, action_index };
        progress::look_at_action(desk, here, &standing);
    }
    order_of_steps::look_at_objective(desk, here, objective);
    for (item, one) in objective.outcomes.iter().enumerate() {
        let spot = Spot::new(here, Field::Outcomes, RecordId::Outcome(one.id)).item(item);
        look_at_text(desk, book, spot, &one.text);
    }
}

fn look_at_action<'plan>(desk: &mut Desk<'plan>, book: &mut Book<'plan>, here: Here, action: &'plan Action) {
    let own = RecordId::Action(action.id);
    look_at_text(desk, book, Spot::new(here, Field::Description, own), &action.description);
    look_at_text(desk, book, Spot::new(here, Field::Owners, own), action.owners.written());
    for (item, kpi) in action.kpis.iter().enumerate() {
        let spot = Spot::new(here, Field::Kpis, RecordId::Kpi(kpi.id)).item(item);
        let is_sound = look_at_text(desk, book, spot, &kpi.text);
        if is_sound {
            kpis::look_at_kpi(desk, spot, &kpi.text, &book.words.tokens);
        }
    }
    for (item, milestone) in action.milestones.iter().enumerate() {
        let spot = Spot::new(here, Field::Milestones, RecordId::Milestone(milestone.id)).item(item);
        look_at_text(desk, book, spot, milestone.text());
    }
    for (item, update) in action.updates.iter().enumerate() {
        let spot = Spot::new(here, Field::Updates, RecordId::Update(update.id)).item(item);
        look_at_text(desk, book, spot, &update.text);
    }
    for (column, text) in &action.own {
        if desk.plan.has_column(Shows::Own(*column)) {
            look_at_text(desk, book, Spot::new(here, Field::Own(*column), own), text);
        }
    }
    missing::look_at_action(desk, here, action);
    stubs::look_at_action(desk, here, action);
    owners::look_at_action(desk, here, action);
    dates_in_period::look_at_action(desk, here, action);
    deadlines::look_at_action(desk, here, action);
    order_of_steps::look_at_action(desk, here, action);
    numbers::look_at_action(desk, here, action);
    same_text::look_at_action(desk, here, action);
}

/// Looks at one text; whether it is more than a placeholder.
fn look_at_text<'plan>(desk: &mut Desk<'plan>, book: &mut Book<'plan>, spot: Spot, text: &'plan str) -> bool {
    if text.is_empty() {
        return false;
    }
    let mut words = std::mem::take(&mut book.words);
    cut(text, &mut words);
    let is_sound = !placeholders::look_at_text(desk, spot, text, &words);
    if is_sound {
        book.enter(spot, text, &words);
        cut_text::look_at_text(desk, book, spot, text, &words);
    }
    book.words = words;
    is_sound
}

/// A grid, an objective in it, an action in that: each with its position from 0, as far as there is one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Here {
    pub(super) grid: Option<(usize, GridId)>,
    pub(super) objective: Option<(usize, ObjectiveId)>,
    pub(super) action: Option<(usize, ActionId)>,
}

/// A field of a record, and where that stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Spot {
    pub(super) here: Here,
    pub(super) field: Field,
    /// Whose words they are.
    pub(super) record: Option<RecordId>,
    /// The position of the KPI, milestone or line in its list.
    item: usize,
}

impl Spot {
    pub(super) fn new(here: Here, field: Field, record: RecordId) -> Self {
        Self { here, field, record: Some(record), item: 0 }
    }

    /// The plan's own front page.
    pub(super) fn of_plan(field: Field) -> Self {
        Self { here: Here::default(), field, record: None, item: 0 }
    }

    pub(super) fn item(self, item: usize) -> Self {
        Self { item, ..self }
    }

    pub(super) fn of_record(self, here: Here, record: Option<RecordId>) -> Self {
        Self { here, record, ..self }
    }

    /// The same place for what is about the whole plan.
    pub(super) fn about_plan(self) -> Self {
        Self { record: None, ..self }
    }
}

/// Positions from 1, and 0 for what stands above; then the field, the position in it, and the rule.
type Order = (usize, usize, usize, Field, usize, Rule);

/// What the rules look at and lay their findings on.
#[derive(Debug)]
pub(super) struct Desk<'plan> {
    pub(super) plan: &'plan Plan,
    pub(super) as_at: NaiveDate,
    /// Where each finding belongs, and its position below.
    orders: Vec<(Order, usize)>,
    found: Vec<Finding>,
}

impl Desk<'_> {
    /// Lays down a finding; a fix and more evidence can be added to it.
    pub(super) fn find(
        &mut self,
        rule: Rule,
        spot: Spot,
        text: &str,
        message: impl Into<String>,
        suggestion: impl Into<Cow<'static, str>>,
    ) -> &mut Finding {
        let Here { grid, objective, action } = spot.here;
        let number = |at: Option<usize>| at.map_or(0, |at| at + 1);
        let order = (
            number(grid.map(|one| one.0)),
            number(objective.map(|one| one.0)),
            number(action.map(|one| one.0)),
            spot.field,
            spot.item,
            rule,
        );
        let finding = Finding {
            rule,
            grid: grid.map(|one| one.1),
            objective: objective.map(|one| one.1),
            action: action.map(|one| one.1),
            record: spot.record,
            field: spot.field,
            text: text.to_owned(),
            message: message.into(),
            suggestion: suggestion.into(),
            fix: None,
            accepted: None,
            words: Fingerprint::of(text),
        };
        let at = self.found.len();
        self.orders.push((order, at));
        self.found.push(finding);
        &mut self.found[at]
    }

    /// Whether a rule found something in a record already.
    pub(super) fn has_found(&self, rule: Rule, record: RecordId) -> bool {
        // Only what was laid down of the same action can be meant, and that came last.
        self.found
            .iter()
            .rev()
            .take(100)
            .filter(|finding| finding.rule == rule)
            .any(|finding| finding.record == Some(record))
    }

    fn in_order(self) -> Vec<Finding> {
        let Self { plan, mut orders, mut found, .. } = self;
        orders.sort_unstable();
        let mut from: Vec<usize> = orders.into_iter().map(|(_, at)| at).collect();
        // Findings are long: each is moved to its place, ring by ring of those that take each other's.
        for start in 0..from.len() {
            let mut at = start;
            loop {
                let next = std::mem::replace(&mut from[at], at);
                if next == start || next == at {
                    break;
                }
                found.swap(at, next);
                at = next;
            }
        }
        drop_doubles(&mut found);
        if !plan.accepted.is_empty() {
            for finding in &mut found {
                finding.accepted = plan.accepted.get(&finding.to_accept()).cloned();
            }
        }
        found
    }
}

/// Takes out what could not be told from an earlier finding where it is accepted: the same line twice on the front
/// page, a reference that is doubled in two ways.
fn drop_doubles(found: &mut Vec<Finding>) {
    // What is found in one record stands together; what is about the whole plan can stand anywhere.
    let is_same = |one: &Finding, other: &Finding| {
        (one.words, one.rule, one.field, one.record) == (other.words, other.rule, other.field, other.record)
    };
    found.dedup_by(|later, earlier| is_same(later, earlier));
    let mut of_plan: HashSet<(Fingerprint, Rule, Field)> = HashSet::new();
    found.retain(|one| one.record.is_some() || of_plan.insert((one.words, one.rule, one.field)));
}

/// Every text of the plan that rules about words look at again.
pub(super) fn texts<'plan>(plan: &'plan Plan, visit: &mut impl FnMut(&'plan str)) {
    visit(&plan.title);
    visit(&plan.front_matter);
    for grid in &plan.grids {
        visit(&grid.title);
        grid.priorities.iter().for_each(|one| visit(&one.text));
        for objective in &grid.objectives {
            visit(&objective.statement);
            objective.outcomes.iter().for_each(|one| visit(&one.text));
            for action in &objective.actions {
                visit(&action.description);
                visit(action.owners.written());
                action.kpis.iter().for_each(|one| visit(&one.text));
                action.milestones.iter().for_each(|one| visit(one.text()));
                action.updates.iter().for_each(|one| visit(&one.text));
            }
        }
    }
}
