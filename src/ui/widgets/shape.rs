//! Status marks: a shape each, so that no status is told by colour alone.

use egui::{Color32, Painter, Pos2, Stroke, pos2, vec2};

use crate::model::Shape;

/// Paints a shape so that all look equally heavy in a circle of this radius.
pub fn paint_shape(painter: &Painter, shape: Shape, centre: Pos2, radius: f32, color: Color32) {
    match shape {
        Shape::Square => {
            let side = vec2(radius, radius) * 1.75;
            painter.rect_filled(egui::Rect::from_center_size(centre, side), 0.0, color);
        }
        Shape::Disc => {
            painter.circle_filled(centre, radius, color);
        }
        Shape::Triangle => {
            let (half, up, down) = (radius * 1.12, radius * 1.05, radius * 0.9);
            let points = vec![
                pos2(centre.x, centre.y - up),
                pos2(centre.x + half, centre.y + down),
                pos2(centre.x - half, centre.y + down),
            ];
            painter.add(egui::Shape::convex_polygon(points, color, Stroke::NONE));
        }
        Shape::Diamond => {
            let reach = radius * 1.2;
            let points = vec![
                pos2(centre.x, centre.y - reach),
                pos2(centre.x + reach, centre.y),
                pos2(centre.x, centre.y + reach),
                pos2(centre.x - reach, centre.y),
            ];
            painter.add(egui::Shape::convex_polygon(points, color, Stroke::NONE));
        }
        Shape::Ring => {
            painter.circle_stroke(centre, radius * 0.85, Stroke::new((radius * 0.38).max(1.2), color));
        }
    }
}
