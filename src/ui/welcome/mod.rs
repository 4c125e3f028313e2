//! The first page: what the program is, the plans opened before, the samples, and ways to start.
//!
//! It shows what it is told about recent plans and asks for commands; it knows no file and no drive.

mod card;
#[cfg(test)]
mod tests;

use egui::{Id, RichText, ScrollArea, Ui, vec2};

use card::Card;

use super::command::Command;
use super::theme::{self, Palette, text};
use super::view::Outbox;

/// No wider than a sentence that can still be read.
const WIDEST: f32 = 860.0;
/// Below this width the columns stand one under the other.
const TWO_COLUMNS: f32 = 600.0;
const MARGIN: f32 = 24.0;
const COLUMN_GAP: f32 = 26.0;

/// A plan that was opened before, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recent {
    /// Its title.
    pub title: String,
    /// The folder it is in, as people see it.
    pub place: String,
    /// What is known of it: "opened 3 Jul 2016".
    pub told: String,
    /// Whether its file can be reached now; `None` while that is not known.
    pub reachable: Option<bool>,
}

/// Shows the page. `recents` come newest first; their position is the one in [`Command::OpenRecent`].
pub fn show(ui: &mut Ui, palette: &Palette, recents: &[Recent], outbox: &mut Outbox) {
    ui.painter().rect_filled(ui.max_rect(), 0.0, palette.ground);
    let (room, height_id) = (ui.available_size(), Id::unique("welcome-height"));
    ScrollArea::vertical().id_salt("welcome").auto_shrink(false).show(ui, |ui| {
        let width = (room.x - 2.0 * MARGIN - 10.0).clamp(220.0, WIDEST).floor();
        // Stands a little above the middle, as the eye has it; how high it is, the last frame knows.
        let height = ui.data(|data| data.get_temp::<f32>(height_id));
        let top = height.map_or(MARGIN, |height| ((room.y - height) * 0.45).max(MARGIN)).round();
        ui.add_space(top);
        let left = ((room.x - width) / 2.0).max(MARGIN).floor();
        let used = ui.horizontal_top(|ui| {
            ui.add_space(left);
            ui.vertical(|ui| {
                ui.set_width(width);
                ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
                page(ui, palette, recents, outbox);
            });
        });
        ui.add_space(MARGIN);
        let used = used.response.rect.height();
        if height.is_none_or(|height| (height - used).abs() > 0.5) {
            ui.data_mut(|data| data.insert_temp(height_id, used));
            ui.ctx().request_discard("the start page's height was not known");
            ui.ctx().request_repaint();
        }
    });
}

fn page(ui: &mut Ui, palette: &Palette, recents: &[Recent], outbox: &mut Outbox) {
    let width = ui.available_width();
    ui.label(RichText::new("Planning Grid").font(theme::semibold(32.0)).color(palette.ink));
    ui.add_space(10.0);
    let sentences = [
        "Keep your partnership’s plan, see what is due and what a board would catch, and write the pack.",
        "Your plan is one file, and stays where you keep it.",
    ];
    // A line each where both fit.
    let told = sentences.join(if width > 780.0 { "\n" } else { " " });
    ui.label(text::wrapped(&told, theme::regular(16.5), palette.ink_soft, width.min(790.0)));
    ui.add_space(16.0);
    if width >= TWO_COLUMNS {
        let left = ((width - COLUMN_GAP) * 0.555).floor();
        ui.horizontal_top(|ui| {
            column(ui, left, |ui| plans(ui, palette, recents, outbox));
            ui.add_space(COLUMN_GAP);
            column(ui, width - COLUMN_GAP - left, |ui| start(ui, palette, outbox));
        });
    } else {
        // Short of room, what one does first comes first.
        start(ui, palette, outbox);
        plans(ui, palette, recents, outbox);
    }
}

fn column(ui: &mut Ui, width: f32, content: impl FnOnce(&mut Ui)) {
    ui.vertical(|ui| {
        ui.set_width(width);
        content(ui);
    });
}

fn heading(ui: &mut Ui, palette: &Palette, words: &str) {
    ui.add_space(14.0);
    ui.label(RichText::new(words).font(theme::semibold(text::HEADING)).color(palette.ink));
    ui.add_space(8.0);
}

fn plans(ui: &mut Ui, palette: &Palette, recents: &[Recent], outbox: &mut Outbox) {
    heading(ui, palette, "Recent");
    if recents.is_empty() {
        card::empty(ui, palette, "The plans you open will stand here, the newest first.");
        ui.add_space(8.0);
    }
    for (index, recent) in recents.iter().enumerate() {
        recent_card(ui, palette, recent, index, outbox);
        ui.add_space(8.0);
    }
    heading(ui, palette, "Samples");
    for command in [Command::OpenOldhamSample, Command::OpenTowerHamletsSample] {
        let name = format!("Open sample: {}", command.label());
        let response = Card::new(command.label(), &name).slim().show(ui, palette);
        if response.on_hover_text(command.tooltip()).clicked() {
            outbox.command(command);
        }
        ui.add_space(8.0);
    }
}

fn recent_card(ui: &mut Ui, palette: &Palette, recent: &Recent, index: usize, outbox: &mut Outbox) {
    let title = if recent.title.trim().is_empty() { "Plan without a title" } else { recent.title.as_str() };
    let mut told: Vec<&str> = [recent.place.as_str(), recent.told.as_str()].into();
    told.retain(|words| !words.is_empty());
    let mut name = format!("Open recent plan: {title}. {}", told.join(", "));
    let told = told.join(" · ");
    let mut card_words = vec![(told.as_str(), palette.ink_soft)];
    if recent.reachable == Some(false) {
        name.push_str(", drive not reachable now");
        if !told.is_empty() {
            card_words.push((" · ", palette.ink_soft));
        }
        card_words.push(("drive not reachable now", palette.warning));
    }
    if Card::new(title, &name).told(&card_words).show(ui, palette).clicked() {
        outbox.command(Command::OpenRecent(index));
    }
}

fn start(ui: &mut Ui, palette: &Palette, outbox: &mut Outbox) {
    heading(ui, palette, "Start");
    let choices = [
        (Command::Open, "Open a plan", "Choose its file"),
        (Command::BringIn, "Bring in a document", "A plan in Word, Excel or text, as a new plan"),
        (Command::NewPlanningGrid, "New planning grid", "Key priorities, objectives and expected outcomes"),
        (Command::NewActionPlan, "New action plan", "Owner, deadline, indicator, milestones and progress"),
    ];
    for (command, title, told) in choices {
        let keys = command.shortcut().map(|keys| ui.ctx().format_shortcut(&keys));
        let told = keys.map_or_else(|| told.to_owned(), |keys| format!("{told} · {keys}"));
        let primary = command == Command::Open;
        let ink = if primary { palette.on_accent } else { palette.ink_soft };
        let words = [(told.as_str(), ink)];
        let mut card = Card::new(title, title).told(&words);
        if primary {
            card = card.primary();
        }
        if card.show(ui, palette).on_hover_text(command.tooltip()).clicked() {
            outbox.command(command);
        }
        ui.add_space(8.0);
    }
    ui.add_space(4.0);
    let words = "Or drop a plan file anywhere on this window.";
    ui.label(text::wrapped(words, theme::regular(text::SMALL + 0.5), palette.ink_soft, ui.available_width()));
}
