//! Going through the findings by keyboard: which one the person is at, which is next, and what waits for the plan to
//! be looked through anew.
//!
//! It must not draw.

use egui::{EventFilter, Id, Key, Modifiers, Rect, Ui};

use super::lines::Line;
use super::{Findings, FindingsState};
use crate::check::Finding;
use crate::model::{AcceptedFinding, ActionId};
use crate::ui::view::Outbox;

/// Where the person is.
#[derive(Debug, Default)]
pub(super) struct Walk {
    /// The finding they were at last, and its position among all. What it was about may have gone since.
    at: Option<(AcceptedFinding, usize)>,
    /// It is to get the focus as soon as it is laid out.
    wants_focus: bool,
    /// What is to be done when all cards are laid out.
    pub(super) next: Option<Next>,
    /// A fix that was asked for while the findings were of an older plan.
    waiting: Option<AcceptedFinding>,
    /// The finding whose reason is being asked for.
    pub(super) asking: Option<AcceptedFinding>,
    /// The last pass in which the list was shown.
    shown_in: u64,
}

/// Where to go from a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Next {
    /// To the one below the one at this position.
    Down(usize),
    /// To the one above it.
    Up(usize),
    /// To the one below it, or where it was the last to the one above: it is done with.
    On(usize),
}

/// What the keys of a card ask for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Pressed {
    pub(super) goes: bool,
    pub(super) fixes: bool,
    pub(super) leaves: bool,
}

impl Walk {
    /// The person is at this finding.
    pub(super) fn stand_at(&mut self, finding: &Finding, index: usize) {
        if !self.at.as_ref().is_some_and(|(at, place)| *place == index && finding.is(at)) {
            self.at = Some((finding.to_accept(), index));
        }
    }

    /// This finding has the focus, unless it is just to go to another.
    pub(super) fn has_focus(&mut self, finding: &Finding, index: usize) {
        if !self.wants_focus {
            self.stand_at(finding, index);
        }
    }

    /// Gives the focus to this finding.
    pub(super) fn focus_on(&mut self, finding: &Finding, index: usize) {
        self.stand_at(finding, index);
        self.wants_focus = true;
    }

    /// Whether this finding is to get the focus. Once it has it, it is not any more: in the frame of a click, the
    /// click takes it away again.
    pub(super) fn wants(&mut self, finding: &Finding, has_focus: bool) -> bool {
        let is_it = self.wants_focus && self.at.as_ref().is_some_and(|(at, _)| finding.is(at));
        if is_it && has_focus {
            self.wants_focus = false;
        }
        is_it && !has_focus
    }

    /// Another list is shown: the person is at none of its findings yet.
    pub(super) fn begin_anew(&mut self) {
        self.at = None;
        self.wants_focus = false;
    }

    /// The position of the finding the person is at, if it is still found.
    fn position(&self, findings: &[Finding]) -> Option<usize> {
        let (at, index) = self.at.as_ref()?;
        if findings.get(*index).is_some_and(|finding| finding.is(at)) {
            return Some(*index);
        }
        findings.iter().position(|finding| finding.is(at))
    }

    /// The row of the finding the person is at; of what came to stand there where it has gone.
    fn row(&self, findings: &[Finding], lines: &[Line]) -> Option<usize> {
        let (_, index) = self.at.as_ref()?;
        let at = self.position(findings);
        let row_of = |wanted: &dyn Fn(usize) -> bool| {
            lines.iter().position(|line| matches!(line, Line::Finding(index) if wanted(*index)))
        };
        at.and_then(|at| row_of(&|index| index == at))
            .or_else(|| row_of(&|other| other >= *index))
            .or_else(|| lines.iter().rposition(|line| matches!(line, Line::Finding(_))))
    }

    /// Before the list is laid out: keys where nothing has the focus, and the row that is to get it.
    pub(super) fn begin(&mut self, ui: &Ui, findings: &[Finding], lines: &[Line]) -> Option<usize> {
        let pass = ui.ctx().cumulative_pass_nr();
        let is_new = pass > self.shown_in + 1;
        self.shown_in = pass;
        let is_free = ui.memory(|memory| memory.focused().is_none()) && !ui.ctx().any_popup_open();
        if is_free {
            if is_new && self.at.is_some() {
                self.wants_focus = true;
            }
            let steps = [(Key::ArrowDown, true), (Key::ArrowUp, false)];
            for (_, is_down) in steps.into_iter().filter(|(key, _)| pressed(ui, *key)) {
                let row = match (self.row(findings, lines), is_down) {
                    (None, _) => lines.iter().position(|line| matches!(line, Line::Finding(_))),
                    (Some(row), true) => below(lines, row).or(Some(row)),
                    (Some(row), false) => above(lines, row).or(Some(row)),
                };
                self.go_to_row(row, findings, lines);
            }
        }
        if !self.wants_focus {
            return None;
        }
        let row = self.row(findings, lines);
        self.go_to_row(row, findings, lines);
        self.wants_focus = row.is_some();
        row
    }

    fn go_to_row(&mut self, row: Option<usize>, findings: &[Finding], lines: &[Line]) {
        if let Some(Line::Finding(index)) = row.and_then(|row| lines.get(row))
            && let Some(finding) = findings.get(*index)
        {
            self.focus_on(finding, *index);
        }
    }

    /// After the list was laid out: goes where a card asked to go.
    pub(super) fn end(&mut self, ui: &Ui, findings: &[Finding], lines: &[Line]) {
        let Some(next) = self.next.take() else { return };
        let (Next::Down(from) | Next::Up(from) | Next::On(from)) = next;
        let Some(row) = lines.iter().position(|line| *line == Line::Finding(from)) else { return };
        let to = match next {
            Next::Down(_) => below(lines, row),
            Next::Up(_) => above(lines, row),
            Next::On(_) => below(lines, row).or_else(|| above(lines, row)),
        };
        self.go_to_row(to, findings, lines);
        ui.ctx().request_repaint();
    }
}

fn below(lines: &[Line], row: usize) -> Option<usize> {
    (row + 1..lines.len()).find(|at| matches!(lines[*at], Line::Finding(_)))
}

fn above(lines: &[Line], row: usize) -> Option<usize> {
    (0..row.min(lines.len())).rev().find(|at| matches!(lines[*at], Line::Finding(_)))
}

fn pressed(ui: &Ui, key: Key) -> bool {
    ui.input_mut(|input| input.consume_key(Modifiers::NONE, key))
}

/// The keys of a card, while it or something in it has the focus.
pub(super) fn keys(ui: &Ui, id: Id, rect: Rect, index: usize, walk: &mut Walk) -> Option<Pressed> {
    let focused = ui.memory(egui::Memory::focused)?;
    let is_inside = || ui.ctx().read_response(focused).is_some_and(|response| rect.contains(response.rect.center()));
    // In the field of a reason the keys write.
    if ui.ctx().any_popup_open() || (focused != id && !is_inside()) {
        return None;
    }
    let arrows = EventFilter { vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(focused, arrows));
    if pressed(ui, Key::ArrowDown) {
        walk.next = Some(Next::Down(index));
    } else if pressed(ui, Key::ArrowUp) {
        walk.next = Some(Next::Up(index));
    }
    Some(Pressed {
        // On a button, Enter presses the button.
        goes: focused == id && pressed(ui, Key::Enter),
        fixes: pressed(ui, Key::F),
        leaves: pressed(ui, Key::L),
    })
}

/// Does a fix as one step of undo, and goes on to the next finding. Where the plan was changed since it was found, it
/// waits until the plan was looked through anew: it may be about words that are no longer there.
pub(super) fn fix(walk: &mut Walk, outbox: &mut Outbox, finding: &Finding, index: usize, is_old: bool) {
    let Some(fix) = &finding.fix else { return };
    walk.next = Some(Next::On(index));
    if is_old {
        walk.waiting = Some(finding.to_accept());
        return;
    }
    outbox.seal();
    outbox.edit(fix.edit.clone(), fix.label.clone());
    outbox.seal();
}

/// Does the fix that waited, if what it is about is still there.
pub(super) fn fix_what_waited(walk: &mut Walk, outbox: &mut Outbox, findings: Findings<'_>) {
    if findings.is_old {
        return;
    }
    let Some(waited) = walk.waiting.take() else { return };
    if let Some(fix) = findings.all.iter().find(|finding| finding.is(&waited)).and_then(|one| one.fix.as_ref()) {
        outbox.seal();
        outbox.edit(fix.edit.clone(), fix.label.clone());
        outbox.seal();
    }
}

/// Turns to the open finding after the one the person was at, or before it, in the plan's order, and round again at
/// its end; first to those of the action that is selected. Gives it.
pub fn turn<'findings>(
    state: &mut FindingsState,
    findings: &'findings [Finding],
    selected: Option<ActionId>,
    is_forward: bool,
) -> Option<&'findings Finding> {
    let open: Vec<usize> = (0..findings.len()).filter(|at| findings[*at].accepted.is_none()).collect();
    let last = open.len().checked_sub(1)?;
    let selected = || selected.and_then(|id| open.iter().position(|at| findings[*at].action == Some(id)));
    let at = match (state.walk.position(findings), state.walk.at.as_ref(), is_forward) {
        (Some(here), _, true) => open.partition_point(|at| *at <= here),
        // What stood there is mended: what stands there now comes next.
        (None, Some((_, gone)), true) => open.partition_point(|at| at < gone),
        (None, None, true) => selected().unwrap_or(0),
        (Some(here), _, false) => open.partition_point(|at| *at < here).checked_sub(1).unwrap_or(last),
        (None, Some((_, gone)), false) => open.partition_point(|at| at < gone).checked_sub(1).unwrap_or(last),
        (None, None, false) => selected().and_then(|at| at.checked_sub(1)).unwrap_or(last),
    };
    let at = *open.get(at).or(open.first())?;
    let finding = findings.get(at)?;
    state.walk.stand_at(finding, at);
    state.telling = Some(Box::new(finding.clone()));
    Some(finding)
}
