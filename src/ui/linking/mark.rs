//! The sign of a link: two rings that hold each other. Painted, for no typeface has it at this size.

use egui::{Color32, Rect, Sense, Stroke, StrokeKind, Ui, vec2};

/// Shows the sign in the height of a line.
pub(super) fn show(ui: &mut Ui, ink: Color32) {
    let (rect, _) = ui.allocate_exact_size(vec2(17.0, 22.0), Sense::hover());
    let ring = vec2(8.5, 6.0);
    for side in [-3.3, 3.3] {
        let one = Rect::from_center_size(rect.center() + vec2(side, 0.0), ring);
        ui.painter().rect_stroke(one, 3.0, Stroke::new(1.3, ink), StrokeKind::Middle);
    }
}
