//! Leaving a finding as it is: the reason is asked for, kept with the plan, and shown in the working copy of the pack.

use egui::{Response, RichText, TextEdit, Ui, WidgetInfo};

use crate::check::Finding;
use crate::model::AcceptedFinding;
use crate::ui::theme::{self, Palette, text};
use crate::ui::view::Outbox;
use crate::ui::widgets::{PlainButton, form_popup};

/// The reason being written, and for which finding.
#[derive(Debug, Default)]
pub(super) struct ReasonState {
    of: Option<AcceptedFinding>,
    words: String,
    /// The cursor is to go into the field. In the frame of a click the click takes it away again, so it is asked for
    /// until it is there.
    wants_focus: bool,
}

/// Asks for the reason under the button that was pressed for it. `true` when it was given.
pub(super) fn ask(
    palette: &Palette,
    button: &Response,
    finding: &Finding,
    state: &mut ReasonState,
    outbox: &mut Outbox,
) -> bool {
    let mut is_left = false;
    form_popup(button).width(340.0).show(|ui: &mut Ui| {
        let of = finding.to_accept();
        if state.of.as_ref() != Some(&of) {
            *state = ReasonState { of: Some(of), words: String::new(), wants_focus: true };
        }
        let words = "Why may it stay as it is? The reason is kept with the plan, and it is asked again when the words \
                     change.";
        let told = ui.label(RichText::new(words).font(theme::regular(text::SMALL)).color(palette.ink_soft));
        ui.add_space(6.0);
        let field = TextEdit::multiline(&mut state.words)
            .desired_rows(2)
            .desired_width(f32::INFINITY)
            .font(theme::regular(text::BODY))
            .text_color(palette.ink);
        let response = ui.add(field).labelled_by(told.id);
        response.widget_info(|| WidgetInfo::text_edit(true, &state.words, &state.words, "Reason"));
        if response.has_focus() {
            state.wants_focus = false;
        } else if state.wants_focus {
            response.request_focus();
            ui.ctx().request_repaint();
        }
        ui.add_space(8.0);
        let is_said = !state.words.trim().is_empty();
        if PlainButton::new("Leave it as it is").primary().enabled(is_said).show(ui, palette).clicked() {
            outbox.seal();
            outbox.edit(finding.accept(state.words.trim()), "leave a finding");
            outbox.seal();
            *state = ReasonState::default();
            is_left = true;
            ui.close();
        }
    });
    is_left
}
