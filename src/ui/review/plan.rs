//! The plan as it would be, as a list. Each part can be clicked to see where in the document it came from.

use egui::text::LayoutJob;
use egui::{Id, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use super::document::title;
use super::pages::Part;
use super::{Review, ReviewState, piece};
use crate::model::{Action, Column, Shows};
use crate::ui::changes::{LongList, estimated_lines};
use crate::ui::theme::{self, Palette, text};

const LEFT: f32 = 20.0;
const RIGHT: f32 = 16.0;
/// The column with an action's reference.
const REFERENCE: f32 = 58.0;

/// What the list remembers between frames.
#[derive(Debug, Default)]
pub(super) struct PlanState {
    rows: LongList,
    pub(super) scroll_to: Option<usize>,
}

pub(super) fn show(ui: &mut Ui, palette: &Palette, review: &Review<'_>, state: &mut ReviewState) {
    title(ui, palette, "The plan it becomes", "click a part to see where it came from");
    let selected = state.selected.as_ref().and_then(|place| review.pages.piece_at(place));
    let selected_part = selected.and_then(|piece| review.pages.part_of(piece));
    if state.reveal {
        state.plan.scroll_to = selected_part;
    }
    let mut rows = std::mem::take(&mut state.plan.rows);
    let target = state.plan.scroll_to.take();
    if let Some(target) = target {
        rows.reveal(target);
    }
    ScrollArea::vertical().id_salt("review-plan").auto_shrink(false).show(ui, |ui| {
        let count = review.pages.parts.len();
        let estimate = |at: usize, width: f32| estimated_height(review, at, width);
        rows.show(ui, "review-part", count, estimate, |ui, at| {
            let top = ui.cursor().top();
            let is_selected = selected_part == Some(at);
            if part(ui, palette, review, at, is_selected) {
                let piece = review.pages.piece_of(at);
                let place = piece.and_then(|piece| review.pages.pieces[piece].place(review.source)).cloned();
                state.select(place);
                ui.ctx().request_repaint();
            }
            if target == Some(at) {
                let whole = ui.min_rect().with_min_y(top);
                ui.scroll_to_rect(whole.expand(8.0), Some(egui::Align::Center));
            }
        });
        ui.add_space(40.0);
    });
    state.plan.rows = rows;
}

/// Shows a part. `true` when it was clicked.
fn part(ui: &mut Ui, palette: &Palette, review: &Review<'_>, at: usize, is_selected: bool) -> bool {
    let width = ui.available_width();
    let shown = shown(palette, review, at);
    let left = LEFT + shown.indent;
    let mut job = shown.job;
    job.wrap.max_width = (width - left - RIGHT).max(60.0);
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let height = galley.size().y + shown.above + 8.0;
    let (rect, _) = ui.allocate_exact_size(vec2(width, height.ceil()), Sense::hover());
    let response = ui.interact(rect, Id::unique(("review-part", at)), Sense::click());
    let name = format!("{} {}", shown.number, galley.job.text).trim_start().to_owned();
    response.widget_info(|| WidgetInfo::selected(Role::Row, ui.is_enabled(), is_selected, &name));
    let painter = ui.painter();
    if is_selected {
        painter.rect_filled(rect, 0.0, palette.selected);
    } else if response.hovered() {
        painter.rect_filled(rect, 0.0, palette.hover);
    }
    let top = rect.top() + shown.above + 4.0;
    if !shown.number.is_empty() {
        let place = pos2(rect.left() + LEFT, top + 1.0);
        let font = theme::medium(text::SMALL);
        painter.text(place, egui::Align2::LEFT_TOP, &shown.number, font, palette.ink_soft);
    }
    painter.galley(pos2(rect.left() + left, top), galley, palette.ink);
    if response.has_focus() {
        let ring = egui::Stroke::new(2.0, palette.accent);
        painter.rect_stroke(rect.shrink(1.0), 3.0, ring, egui::StrokeKind::Inside);
    }
    if response.gained_focus() {
        ui.scroll_to_rect(rect, None);
    }
    response.clicked()
}

/// A part as it is painted.
struct Shown {
    number: String,
    job: LayoutJob,
    indent: f32,
    /// The space above it.
    above: f32,
}

fn shown(palette: &Palette, review: &Review<'_>, at: usize) -> Shown {
    let plan = &review.draft.plan;
    let simple = |words: &str, font, ink, indent, above| Shown {
        number: String::new(),
        job: LayoutJob::single_section(words.to_owned(), text::format(font, ink)),
        indent,
        above,
    };
    match review.pages.parts[at] {
        Part::Front => {
            let title = or(&plan.title, "(no title was found)");
            let mut words = title.to_owned();
            if !plan.partnership.is_empty() {
                words = format!("{words}\n{}", plan.partnership);
            }
            simple(&words, theme::semibold(text::HEADING), palette.ink, 0.0, 0.0)
        }
        Part::Grid(grid) => {
            let words = plan.grids[grid].full_title();
            simple(or(&words, "(a grid without a title)"), theme::semibold(text::HEADING), palette.accent, 0.0, 12.0)
        }
        Part::Priority(grid, priority) => Shown {
            number: format!("{}.", priority + 1),
            ..simple(&plan.grids[grid].priorities[priority].text, theme::regular(text::BODY), palette.ink, 26.0, 0.0)
        },
        Part::Objective(grid, objective) => {
            let one = &plan.grids[grid].objectives[objective];
            let words = match (one.reference.trim(), one.statement.trim()) {
                ("", "") => "(an objective without words)".to_owned(),
                ("", statement) => statement.to_owned(),
                (reference, "") => reference.to_owned(),
                (reference, statement) => format!("{reference}: {statement}"),
            };
            simple(&words, theme::semibold(text::BODY), palette.ink, 0.0, 8.0)
        }
        Part::Action(grid, objective, action) => Shown {
            number: piece::reference(plan, (grid, objective, action)),
            job: cells(palette, &plan.columns, review, &plan.grids[grid].objectives[objective].actions[action]),
            indent: REFERENCE,
            above: 0.0,
        },
        Part::Outcome(grid, objective, outcome) => {
            let one = &plan.grids[grid].objectives[objective].outcomes[outcome];
            let words = format!("Expected outcome: {}", one.text);
            simple(&words, theme::regular(text::BODY), palette.ink_soft, REFERENCE, 0.0)
        }
    }
}

fn or<'words>(words: &'words str, instead: &'words str) -> &'words str {
    if words.trim().is_empty() { instead } else { words }
}

/// An action by its cells: what is to be done first, then each other cell with its heading.
fn cells(palette: &Palette, columns: &[Column], review: &Review<'_>, action: &Action) -> LayoutJob {
    let mut job = LayoutJob::default();
    let words = text::format(theme::regular(text::BODY), palette.ink);
    job.append(or(&action.description, "(nothing to do is said)"), 0.0, words);
    let heading = text::format(theme::medium(text::SMALL), palette.ink_soft);
    let said = text::format(theme::regular(text::SMALL), palette.ink);
    for column in columns.iter().filter(|column| column.shows != Shows::Description) {
        let cell = cell(review, action, column.shows);
        if !cell.is_empty() {
            job.append("\n", 0.0, heading.clone());
            job.append(&format!("{}: ", column.heading), 0.0, heading.clone());
            job.append(&cell.replace('\n', "; "), 0.0, said.clone());
        }
    }
    job
}

/// The words of an action's cell.
fn cell(review: &Review<'_>, action: &Action, shows: Shows) -> String {
    let lines = |texts: Vec<&str>| texts.join("\n");
    match shows {
        Shows::Description => action.description.clone(),
        Shows::Owners => action.owners.written().to_owned(),
        Shows::When => action.when.written().to_owned(),
        Shows::Kpis => lines(action.kpis.iter().map(|kpi| kpi.text.as_str()).collect()),
        Shows::Milestones => lines(action.milestones.iter().map(crate::model::Milestone::text).collect()),
        Shows::Progress => lines(action.updates.iter().map(|update| update.text.as_str()).collect()),
        Shows::Status => {
            review.draft.plan.status_of(action.status).map(|status| status.word.clone()).unwrap_or_default()
        }
        Shows::Own(id) => action.own.get(&id).cloned().unwrap_or_default(),
        Shows::Reference => String::new(),
    }
}

fn estimated_height(review: &Review<'_>, at: usize, width: f32) -> f32 {
    let plan = &review.draft.plan;
    let lines = |text: &str, width: f32| estimated_lines(text, (width - LEFT - RIGHT).max(60.0), 1000);
    let count = match review.pages.parts[at] {
        Part::Front | Part::Grid(_) => 2,
        Part::Priority(grid, one) => lines(&plan.grids[grid].priorities[one].text, width),
        Part::Objective(grid, one) => lines(&plan.grids[grid].objectives[one].statement, width),
        Part::Outcome(grid, one, at) => lines(&plan.grids[grid].objectives[one].outcomes[at].text, width - REFERENCE),
        Part::Action(grid, one, at) => {
            let action = &plan.grids[grid].objectives[one].actions[at];
            let cells = plan.columns.iter().map(|column| cell(review, action, column.shows));
            cells.filter(|cell| !cell.is_empty()).map(|cell| lines(&cell.replace('\n', "; "), width - REFERENCE)).sum()
        }
    };
    #[expect(clippy::cast_precision_loss, reason = "lines of one part")]
    let count = count as f32;
    count * text::line_height(text::BODY) + 8.0
}
