//! Leaving a plan with changes that are not saved: asked once, and nothing is lost whatever the answer.

use egui::RichText;

use crate::ui::Palette;
use crate::ui::dialog;
use crate::ui::theme::{self, text};
use crate::ui::widgets::PlainButton;

/// How wide the question is, in points.
const WIDEST: f32 = 480.0;

/// What is to happen once the plan may go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Then {
    /// Back to the start.
    ClosePlan,
    /// Out of the program.
    Quit,
    /// Another plan.
    Open(Next),
}

/// The plan that is to be shown instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Next {
    /// Choose one.
    Choose,
    /// This file.
    File(std::path::PathBuf),
    /// The document that was looked over, as a new plan.
    Reviewed,
    /// The plan for the next period.
    RolledForward,
    /// A new one, or a sample.
    New(crate::ui::Command),
    /// What this run of the program left unsaved.
    Recovered(crate::store::Session),
}

/// The question while it stands.
#[derive(Clone, Debug)]
pub(super) struct Asked {
    pub(super) then: Then,
    /// "Save" was pressed, and is under way.
    pub(super) saving: bool,
}

/// The answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reply {
    /// Save first.
    Save,
    /// Let the changes go.
    Discard,
    /// Stay.
    Stay,
}

/// Asks.
pub(super) fn ask(context: &egui::Context, palette: &Palette, name: &str) -> Option<Reply> {
    let mut reply = None;
    let shown = dialog::fitting(context, palette, ("unsaved-changes", "Unsaved changes"), WIDEST, |ui, most| {
        dialog::column(ui, most.x, |ui| {
            let title = format!("Save the changes to “{name}”?");
            ui.label(RichText::new(title).font(theme::semibold(text::HEADING)).color(palette.ink));
            let words = "Without saving, what you changed since the last save is gone.";
            ui.add_space(6.0);
            dialog::told(ui, words, palette.ink_soft);
            ui.add_space(18.0);
            ui.horizontal(|ui| {
                if PlainButton::new("Save").primary().show(ui, palette).clicked() {
                    reply = Some(Reply::Save);
                }
                if PlainButton::new("Don’t save").show(ui, palette).clicked() {
                    reply = Some(Reply::Discard);
                }
                if PlainButton::new("Cancel").show(ui, palette).clicked() {
                    reply = Some(Reply::Stay);
                }
            });
        });
    });
    if reply.is_none() && shown.is_escaped { Some(Reply::Stay) } else { reply }
}
