//! The sections in the order a board asks for them, and their changes as one list.

use std::collections::HashSet;

use egui::{Id, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::rows::Changes;
use crate::ui::dialog;
use crate::ui::theme::{self, Palette, text};

/// How high what stands over a section is, in points.
pub(super) const HEADING: f32 = 44.0;

/// A kind of change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Section {
    Completed,
    Slipped,
    Statuses,
    New,
    Removed,
    BroughtForward,
    Dates,
    Moved,
    Words,
    Added,
    TakenOut,
    Updates,
    Other,
}

impl Section {
    /// All of them, in the order they are shown.
    pub(super) const ALL: [Self; 13] = [
        Self::Completed,
        Self::Slipped,
        Self::Statuses,
        Self::New,
        Self::Removed,
        Self::BroughtForward,
        Self::Dates,
        Self::Moved,
        Self::Words,
        Self::Added,
        Self::TakenOut,
        Self::Updates,
        Self::Other,
    ];

    /// What it is called.
    pub(super) fn label(self) -> &'static str {
        match self {
            Self::Completed => "Completed",
            Self::Slipped => "Slipped",
            Self::Statuses => "Changed status",
            Self::New => "New",
            Self::Removed => "Removed",
            Self::BroughtForward => "Brought forward",
            Self::Dates => "Dates given or lost",
            Self::Moved => "Moved",
            Self::Words => "Changed words",
            Self::Added => "Added",
            Self::TakenOut => "Taken out",
            Self::Updates => "Updates since",
            Self::Other => "Other changes",
        }
    }
}

/// A line of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// What stands over a section, with how much is in it.
    Heading(Section, usize),
    /// The change at this position of its section.
    Change(Section, usize),
}

/// The lines of a comparison. Sections with nothing in them are left out.
pub(super) fn of(changes: &Changes<'_>, folded: &HashSet<Section>) -> Vec<Line> {
    let mut lines = Vec::new();
    for section in Section::ALL {
        let count = changes.count(section);
        if count == 0 {
            continue;
        }
        lines.push(Line::Heading(section, count));
        if !folded.contains(&section) {
            lines.extend((0..count).map(|index| Line::Change(section, index)));
        }
    }
    lines
}

/// Shows what stands over a section. `true` when it is to be folded, or unfolded.
pub(super) fn heading(ui: &mut Ui, palette: &Palette, section: Section, count: usize, is_open: bool) -> bool {
    let (room, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEADING), Sense::hover());
    let rect = room.with_min_y(room.top() + 10.0);
    let response = ui.interact(rect, Id::unique(("since-section", section)), Sense::click());
    let does = if is_open { "Hide" } else { "Show" };
    let name = format!("{does} {}: {count}", section.label());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &name));
    dialog::follow(ui, &response);
    let painter = ui.painter();
    if response.hovered() {
        painter.rect_filled(rect, 6.0, palette.hover);
    }
    painter.hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, palette.outline));
    let sign = if is_open { "▾" } else { "▸" };
    let font = theme::semibold(text::HEADING);
    let middle = rect.center().y;
    let left = egui::Align2::LEFT_CENTER;
    painter.text(pos2(rect.left() + 2.0, middle), left, sign, theme::regular(text::BODY), palette.ink_soft);
    let words = painter.text(pos2(rect.left() + 22.0, middle), left, section.label(), font, palette.ink);
    let count = count.to_string();
    painter.text(pos2(words.right() + 10.0, middle), left, count, theme::regular(text::BODY), palette.ink_soft);
    if response.has_focus() {
        painter.rect_stroke(rect, 6.0, Stroke::new(2.0, palette.accent), StrokeKind::Inside);
    }
    response.clicked()
}
