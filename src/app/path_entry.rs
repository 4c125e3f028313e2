//! Typing a path by hand, for where no file dialog comes up.

use std::path::PathBuf;

use egui::RichText;

use crate::ui::Palette;
use crate::ui::dialog;
use crate::ui::pack_form::PackWanted;
use crate::ui::since::End;
use crate::ui::theme::{self, text};
use crate::ui::widgets::PlainButton;

/// How wide the question is, in points.
const WIDEST: f32 = 580.0;

/// What the path is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum For {
    /// A plan to open.
    Opening,
    /// A document to bring in.
    BringingIn,
    /// Another plan to compare the open one with.
    Comparing(End),
    /// Where to save the plan.
    Saving,
    /// Where to write the pack.
    Pack(PackWanted),
    /// Where to save a picture.
    Picture,
}

/// A path being typed.
#[derive(Clone, Debug)]
pub(super) struct PathEntry {
    pub(super) what: For,
    pub(super) typed: String,
    /// It was shown before: the cursor is put into the field once.
    pub(super) begun: bool,
}

/// What came of it.
pub(super) enum Entered {
    /// This path.
    Path(PathBuf),
    /// Nothing: it was given up.
    GivenUp,
}

impl PathEntry {
    /// Shows it until it is answered.
    pub(super) fn show(&mut self, context: &egui::Context, palette: &Palette) -> Option<Entered> {
        let (title, button) = match self.what {
            For::Opening => ("Which plan is to be opened?", "Open"),
            For::BringingIn => ("Which document is to be brought in?", "Bring in"),
            For::Comparing(_) => ("Which plan is it to be compared with?", "Compare"),
            For::Saving => ("Where is the plan to be saved?", "Save"),
            For::Pack(_) => ("Where is the board pack to be written?", "Write"),
            For::Picture => ("Where is the picture to be saved?", "Save"),
        };
        let mut entered = None;
        let shown = dialog::fitting(context, palette, ("path-entry", title), WIDEST, |ui, most| {
            dialog::column(ui, most.x, |ui| {
                ui.label(RichText::new(title).font(theme::semibold(text::HEADING)).color(palette.ink));
                ui.add_space(10.0);
                let field = egui::TextEdit::singleline(&mut self.typed)
                    .desired_width(f32::INFINITY)
                    .margin(egui::Margin::symmetric(8, 6));
                let response = ui.add(field.hint_text("the folder and the file's name"));
                ui.ctx().accesskit_node_builder(response.id, |node| node.set_label("Path"));
                let done = response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
                if !std::mem::replace(&mut self.begun, true) {
                    response.request_focus();
                }
                ui.add_space(16.0);
                ui.horizontal(|ui| {
                    let any = !self.typed.trim().is_empty();
                    if (PlainButton::new(button).primary().enabled(any).show(ui, palette).clicked() || done) && any {
                        // Windows writes a copied path in quotes.
                        entered = Some(Entered::Path(PathBuf::from(self.typed.trim().trim_matches('"'))));
                    }
                    if PlainButton::new("Cancel").show(ui, palette).clicked() {
                        entered = Some(Entered::GivenUp);
                    }
                });
            });
        });
        if entered.is_none() && shown.is_escaped {
            return Some(Entered::GivenUp);
        }
        entered
    }
}
