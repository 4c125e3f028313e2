//! The tables of what is overdue, due soon, or silent: a row leads to the action in the forms, and a link in it to its
//! update in the round.
//!
//! | file | idea |
//! |---|---|
//! | `item` | what a row says, in words |
//! | `columns` | where the columns stand |
//! | `row` | one row |

mod columns;
mod item;
mod row;

use egui::{RichText, ScrollArea, Ui};

use super::section::Section;
use super::worked::Worked;
use super::{going, head};
use crate::model::ActionId;
use crate::ui::changes::LongList;
use crate::ui::theme::{self, text};
use crate::ui::view::View;
use columns::Columns;
pub(super) use item::Item;

/// Runtime state of the tables.
#[derive(Debug, Default)]
pub(super) struct DueState {
    rows: LongList,
    /// Which rows stand in the list, as far as their heights go.
    shown: Option<(Section, usize, bool)>,
}

/// What a row asks for.
enum Asked {
    GoTo(ActionId),
    Write(ActionId),
}

/// Shows the page. Gives back the action whose update is to be written.
pub(super) fn show(
    ui: &mut Ui,
    view: &mut View<'_>,
    worked: &Worked,
    section: Section,
    state: &mut DueState,
) -> Option<ActionId> {
    let palette = view.palette;
    let count = section.count(worked).unwrap_or_default();
    // In a low window everything scrolls.
    let is_high = ui.available_height() >= 320.0;
    let columns = Columns::of(ui.available_width() - 16.0);
    let shown = Some((section, count, columns.is_some()));
    if state.shown != shown {
        state.shown = shown;
        state.rows.forget();
    }
    let top = |ui: &mut Ui| {
        head::show(ui, &palette, section, worked);
        if let Some(columns) = columns.as_ref().filter(|_| count > 0) {
            row::heading(ui, view.plan, &palette, columns);
        }
    };
    if is_high {
        top(ui);
    }
    let mut asked = None;
    ScrollArea::vertical().id_salt(("progress-due", section)).auto_shrink(false).show(ui, |ui| {
        ui.set_max_width((ui.available_width() - 16.0).max(200.0));
        ui.spacing_mut().item_spacing.y = 0.0;
        if !is_high {
            top(ui);
        }
        if count == 0 {
            let words = RichText::new(nothing(section)).font(theme::regular(text::BODY));
            ui.label(words.color(palette.ink_soft));
        }
        let height = row::height(columns.as_ref());
        state.rows.show(
            ui,
            "progress-due-row",
            count,
            |_, _| height,
            |ui, at| {
                let item = Item::of(worked, section, at).and_then(|one| one.in_plan(view.plan, worked));
                if let Some(item) = item {
                    asked = row::show(ui, view, columns.as_ref(), &item).or(asked.take());
                }
            },
        );
        ui.add_space(24.0);
    });
    match asked {
        Some(Asked::GoTo(action)) => going::go_to(view, action),
        Some(Asked::Write(action)) => return Some(action),
        None => {}
    }
    None
}

fn nothing(section: Section) -> &'static str {
    match section {
        Section::Overdue => "No open action is overdue.",
        Section::DueSoon => "Nothing falls due in these weeks.",
        _ => "Something was said of every open action.",
    }
}
