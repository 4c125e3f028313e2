//! The Check view: what a board would catch, the gravest first, each with its words, what to do, and where it can be
//! done in one step the key that does it.
//!
//! | file | idea |
//! |---|---|
//! | `lines` | the findings as a list, filtered and in order |
//! | `side` | the rules with their counts, at the left |
//! | `heading` | what stands over the findings of a severity, and of one rule |
//! | `card` | one finding |
//! | `walk` | going through them by keyboard; the next finding from any view |
//! | `place` | from a finding to its place in the forms |
//! | `strip` | the finding whose place is shown, in the other views |
//! | `reason` | leaving a finding as it is, with a reason |
//!
//! *Architecture invariant:* it shows findings that somebody else worked out and changes nothing itself.

mod card;
mod heading;
mod lines;
mod place;
mod reason;
mod side;
mod strip;
mod walk;

pub use place::go_to;
pub use strip::show as show_strip;
pub use walk::turn;

use egui::{Frame, Margin, Panel, RichText, ScrollArea, Ui};

use super::changes::LongList;
use super::theme::{self, Palette, text};
use super::view::View;
use crate::check::{Finding, Rule};
use lines::Line;

/// Runtime state of the view.
#[derive(Debug, Default)]
pub struct FindingsState {
    /// Only findings of this rule are shown.
    rule: Option<Rule>,
    /// Findings that were left with a reason are shown instead of the others.
    shows_accepted: bool,
    rows: LongList,
    /// The reason being written, and for which finding.
    reason: reason::ReasonState,
    /// Where the keyboard is.
    walk: walk::Walk,
    /// The finding whose place is shown in another view.
    telling: Option<Box<Finding>>,
    /// What is shown, as far as the heights of its rows go.
    shown: (Option<Rule>, bool, usize),
}

/// The findings, and whether they are of the plan as it is now.
#[derive(Clone, Copy, Debug)]
pub struct Findings<'a> {
    /// All of them, in the plan's order.
    pub all: &'a [Finding],
    /// The plan was changed since; they are being worked out anew.
    pub is_old: bool,
}

impl Findings<'_> {
    /// How many are open: not left with a reason.
    #[must_use]
    pub fn open(&self) -> usize {
        self.all.iter().filter(|finding| finding.accepted.is_none()).count()
    }
}

/// The narrowest window with the list of rules at the left, in points.
const WITH_SIDE: f32 = 820.0;

/// Shows the view in all the room there is.
pub fn show(ui: &mut Ui, view: &mut View<'_>, findings: Findings<'_>, state: &mut FindingsState) {
    walk::fix_what_waited(&mut state.walk, view.outbox, findings);
    state.telling = None;
    if state.rule.is_some_and(|rule| !findings.all.iter().any(|finding| finding.rule == rule)) {
        state.rule = None;
    }
    let is_wide = ui.available_width() >= WITH_SIDE;
    if is_wide {
        Panel::left("check-rules")
            .frame(Frame::NONE.fill(view.palette.ground).inner_margin(Margin {
                left: 10,
                right: 10,
                top: 12,
                bottom: 0,
            }))
            .exact_size(290.0)
            .resizable(false)
            .show(ui, |ui| side::show(ui, &view.palette, findings, state));
    }
    let lines = lines::of(findings.all, state.rule, state.shows_accepted);
    let shown = (state.rule, state.shows_accepted, lines.len());
    let is_another_list = (state.shown.0, state.shown.1) != (shown.0, shown.1);
    if is_another_list {
        state.walk.begin_anew();
    }
    if state.shown != shown {
        state.shown = shown;
        state.rows.forget();
    }
    let side = if ui.available_width() < 700.0 { 12 } else { 28 };
    Frame::NONE.inner_margin(Margin { left: side, right: 4, top: 0, bottom: 0 }).show(ui, |ui| {
        let palette = view.palette;
        if !is_wide {
            ui.add_space(8.0);
            side::show_as_menu(ui, &palette, findings, state);
        }
        if !lines.iter().any(|line| matches!(line, Line::Finding(_))) {
            ui.add_space(40.0);
            nothing(ui, &palette, findings, state.shows_accepted);
            return;
        }
        let mut rows = std::mem::take(&mut state.rows);
        if !view.behind_dialog
            && let Some(row) = state.walk.begin(ui, findings.all, &lines)
        {
            rows.reveal(row);
        }
        let mut area = ScrollArea::vertical().id_salt("check-findings").auto_shrink(false);
        if is_another_list {
            area = area.vertical_scroll_offset(0.0);
        }
        area.show(ui, |ui| {
            ui.set_max_width((ui.available_width() - f32::from(side)).max(200.0));
            ui.add_space(12.0);
            let estimate = |at: usize, width: f32| match lines[at] {
                Line::Severity(..) => 38.0,
                Line::Rule(_) => 84.0,
                Line::Finding(index) => card::estimated_height(&findings.all[index], width),
            };
            rows.show(ui, "finding", lines.len(), estimate, |ui, at| match lines[at] {
                Line::Severity(severity, count) => heading::of_severity(ui, &palette, severity, count, at < 2),
                Line::Rule(rule) => heading::of_rule(ui, view, rule, findings.all),
                Line::Finding(index) => {
                    card::show(ui, view, (&findings.all[index], index), findings.is_old, state);
                }
            });
            ui.add_space(30.0);
        });
        state.rows = rows;
        state.walk.end(ui, findings.all, &lines);
    });
}

fn nothing(ui: &mut Ui, palette: &Palette, findings: Findings<'_>, shows_accepted: bool) {
    let left = findings.all.len() - findings.open();
    let (title, told) = match (findings.is_old, shows_accepted) {
        (true, _) if findings.all.is_empty() => ("Looking through the plan…".to_owned(), String::new()),
        (_, true) => ("Nothing was left with a reason".to_owned(), String::new()),
        (_, false) => {
            let told = match left {
                0 => "Nothing here that a board would stop at.".to_owned(),
                1 => "One finding was left with a reason.".to_owned(),
                more => format!("{more} findings were left with a reason."),
            };
            ("Nothing to mend".to_owned(), told)
        }
    };
    ui.vertical_centered(|ui| {
        ui.label(RichText::new(title).font(theme::semibold(text::HEADING)).color(palette.ink));
        if !told.is_empty() {
            ui.add_space(4.0);
            ui.label(RichText::new(told).font(theme::regular(text::BODY)).color(palette.ink_soft));
        }
    });
}
