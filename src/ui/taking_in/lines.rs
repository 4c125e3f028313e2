//! The list: the headings of grids and objectives, each once, and the changes under them.
//!
//! It must not know how a change is shown.

use egui::{Role, Sense, Ui, WidgetInfo, vec2};

use crate::model::matching::Change;
use crate::ui::theme::{self, Palette, text};

/// The space above a heading of a grid, and of an objective.
const ABOVE_GRID: f32 = 18.0;
const ABOVE_OBJECTIVE: f32 = 10.0;

/// A line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// The heading of a grid, or of what is of the plan itself.
    Grid(String),
    /// The heading of an objective.
    Objective(String),
    /// The change at this position.
    Change(usize),
}

/// The lines for some changes.
pub(super) fn lines(changes: &[Change]) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut above: Option<(&str, &str)> = None;
    for (at, change) in changes.iter().enumerate() {
        let here = (change.grid.as_str(), change.objective.as_str());
        if above.is_none_or(|above| above.0 != here.0) {
            let heading = if here.0.is_empty() { "The plan" } else { here.0 };
            lines.push(Line::Grid(heading.to_owned()));
        }
        if above != Some(here) && !here.1.is_empty() {
            lines.push(Line::Objective(here.1.to_owned()));
        }
        above = Some(here);
        lines.push(Line::Change(at));
    }
    lines
}

/// How high a heading is.
pub(super) fn heading_height(line: &Line) -> f32 {
    let (above, size) = match line {
        Line::Grid(_) => (ABOVE_GRID, text::HEADING),
        _ => (ABOVE_OBJECTIVE, text::BODY),
    };
    above + text::line_height(size) + 4.0
}

/// Shows a heading, cut where there is no room for all of it.
pub(super) fn heading(ui: &mut Ui, palette: &Palette, line: &Line, is_first: bool) {
    let (words, above, font, ink) = match line {
        Line::Grid(words) => (words, ABOVE_GRID, theme::semibold(text::HEADING), palette.ink),
        Line::Objective(words) => (words, ABOVE_OBJECTIVE, theme::medium(text::BODY), palette.ink_soft),
        Line::Change(_) => return,
    };
    ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
    ui.add_space(if is_first { 0.0 } else { above });
    // A statement is known by its first words, and one line of it is enough.
    let first_line = words.lines().next().unwrap_or_default();
    let job = text::one_line(first_line, font, ink, ui.available_width());
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), galley.size().y + 4.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, words));
    ui.painter().galley(rect.min, galley, ink);
    response.on_hover_text(words);
}
