//! Looking over what was made of a document before it is a plan: the document at the left, the plan at the right,
//! and what the program is unsure of one by one above them.
//!
//! | file | idea |
//! |---|---|
//! | `pages` | the two lists, and how they belong together |
//! | `head` | what it is, and the ways out |
//! | `stepper` | what is to look at, one after the other |
//! | `document`, `piece`, `columns` | the document: its lines and rows, and what the columns of its tables hold |
//! | `tools` | what can be said of the selected line or row; `dividing`: where a row is to be divided |
//! | `plan` | the plan as it would be |
//!
//! Everything a person does here is a [`Correction`]; the app works the draft out anew from the document and all of
//! them. *Architecture invariant:* nothing here changes a draft, and nothing here knows of files.

mod columns;
mod dividing;
mod document;
mod head;
mod pages;
mod piece;
mod plan;
mod stepper;
mod tools;

use egui::{CentralPanel, Frame, Key, Modifiers, Panel, Rect, Ui, pos2};

use super::theme::Palette;
use crate::intake::{Correction, Draft, Origin, Source};
pub use pages::Pages;

/// What is looked over.
#[derive(Clone, Copy, Debug)]
pub struct Review<'a> {
    /// What the document is called.
    pub name: &'a str,
    /// The document, with its divided rows in two.
    pub source: &'a Source,
    /// What was made of it.
    pub draft: &'a Draft,
    /// The two as lists.
    pub pages: &'a Pages,
    /// The draft is being worked out anew.
    pub is_working: bool,
    /// Whether something was said that can be taken back.
    pub can_take_back: bool,
    /// What the plan is called that is open meanwhile, if one is.
    pub open_plan: Option<&'a str>,
}

/// What the person wants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// Say these things of the document, as one step.
    Say(Vec<Correction>),
    /// Take back what was said last.
    TakeBack,
    /// Read dates by this period: "2016/17".
    Period(String),
    /// Open it as a new plan.
    OpenAsNew,
    /// Bring it into the plan that is open.
    BringIn,
    /// Give it up.
    GiveUp,
}

/// Runtime state of the page.
#[derive(Debug, Default)]
pub struct ReviewState {
    /// The line or row that is selected, by its place: it stays selected when the draft is worked out anew.
    selected: Option<Origin>,
    /// Where the selected row is to be divided, while that is asked.
    dividing: Option<dividing::Dividing>,
    /// Which of the things to look at is shown.
    look: usize,
    /// The period as it is being typed.
    period: Option<String>,
    document: document::DocumentState,
    plan: plan::PlanState,
    /// The lists are to show what is selected.
    reveal: bool,
    is_begun: bool,
}

impl ReviewState {
    fn select(&mut self, place: Option<Origin>) {
        if self.selected != place {
            self.dividing = None;
            self.selected = place;
        }
        self.reveal = true;
    }

    /// The draft was worked out anew: where other rows stand in the lists, what is selected stays in sight.
    pub fn worked_out_anew(&mut self, before: &Pages, now: &Pages) {
        // Where a row was to be divided was told by its words, and those may be others now.
        self.dividing = None;
        self.reveal |= before.pieces.len() != now.pieces.len() || before.parts.len() != now.parts.len();
    }
}

/// The narrowest window in which document and plan stand side by side, in points.
const SIDE_BY_SIDE: f32 = 860.0;

/// Shows the page and says what the person wants.
pub fn show(ui: &mut Ui, palette: &Palette, review: &Review<'_>, state: &mut ReviewState) -> Option<Wanted> {
    let mut wanted = None;
    if !std::mem::replace(&mut state.is_begun, true)
        && let Some(first) = review.pages.looks.first()
    {
        state.select(first.piece.and_then(|piece| review.pages.pieces[piece].place(review.source)).cloned());
    }
    keys(ui, review, state);
    Panel::top("review-head")
        .frame(Frame::NONE.fill(palette.paper).inner_margin(egui::Margin::symmetric(20, 12)))
        .show(ui, |ui| head::show(ui, palette, review, state, &mut wanted));
    if !review.pages.looks.is_empty() {
        Panel::top("review-looks")
            .frame(Frame::NONE.fill(palette.band).inner_margin(egui::Margin::symmetric(20, 10)))
            .show(ui, |ui| stepper::show(ui, palette, review, state, &mut wanted));
    }
    CentralPanel::no_frame().frame(Frame::NONE.fill(palette.ground)).show(ui, |ui| {
        let whole = ui.available_rect_before_wrap();
        let is_wide = whole.width() >= SIDE_BY_SIDE;
        let (left, right) = if is_wide {
            let middle = (whole.left() + whole.width() * 0.54).round();
            (
                Rect::from_min_max(whole.min, pos2(middle, whole.bottom())),
                Rect::from_min_max(pos2(middle, whole.top()), whole.max),
            )
        } else {
            let middle = (whole.top() + whole.height() * 0.55).round();
            (
                Rect::from_min_max(whole.min, pos2(whole.right(), middle)),
                Rect::from_min_max(pos2(whole.left(), middle), whole.max),
            )
        };
        let line = egui::Stroke::new(1.0, palette.hairline);
        ui.painter().rect_filled(left, 0.0, palette.paper);
        super::dialog::inside(ui, left, |ui| document::show(ui, palette, review, state, &mut wanted));
        super::dialog::inside(ui, right, |ui| plan::show(ui, palette, review, state));
        if is_wide {
            ui.painter().vline(right.left(), whole.y_range(), line);
        } else {
            ui.painter().hline(whole.x_range(), right.top(), line);
        }
    });
    state.reveal = false;
    wanted
}

/// Where nothing has the focus, the arrows go through the document.
fn keys(ui: &Ui, review: &Review<'_>, state: &mut ReviewState) {
    if ui.memory(|memory| memory.focused().is_some()) || egui::Popup::is_any_open(ui.ctx()) {
        return;
    }
    let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
    if state.dividing.is_some() && pressed(Modifiers::NONE, Key::Escape) {
        state.dividing = None;
    }
    let at = state.selected.as_ref().and_then(|place| review.pages.piece_at(place));
    let last = review.pages.pieces.len().saturating_sub(1);
    let to = if pressed(Modifiers::NONE, Key::ArrowDown) {
        Some(at.map_or(0, |at| (at + 1).min(last)))
    } else if pressed(Modifiers::NONE, Key::ArrowUp) {
        Some(at.map_or(0, |at| at.saturating_sub(1)))
    } else {
        None
    };
    if let Some(to) = to {
        let place = review.pages.pieces.get(to).and_then(|piece| piece.place(review.source)).cloned();
        state.select(place);
    }
}
