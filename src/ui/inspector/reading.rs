//! The deadline: its words, quietly beside them how they are read and how late they are, and a way to
//! overrule the reading.

use chrono::NaiveDate;
use egui::Ui;

use super::fields::{BOX_MARGIN, seal_on_leaving};
use super::{InspectorState, calendar, heading, note};
use crate::dates::{Reading, When, day_words, long_day_words, parse_day};
use crate::model::{Action, ActionField, ActionId, Edit, Plan, RecordId, Shows, Standing};
use crate::report::days_late;
use crate::ui::theme::{self, text};
use crate::ui::view::{View, cell_id};
use crate::ui::widgets::{LinkButton, PlainButton, TextCell, form_popup};

/// A day being typed to overrule a reading; it becomes a value when the button is pressed.
#[derive(Clone, Debug, Default)]
pub(crate) struct OverruleDraft {
    action: Option<ActionId>,
    day: String,
}

/// "62 days late", or nothing.
#[must_use]
pub fn lateness(view: &View<'_>, action: &Action) -> Option<String> {
    match days_late(view.plan, action, view.as_at)? {
        1 => Some("1 day late".to_owned()),
        days => Some(format!("{days} days late")),
    }
}

/// The reading as one line beneath a cell: quiet, with lateness in a warning ink.
pub fn beneath(ui: &mut Ui, view: &View<'_>, action: &Action) {
    let palette = view.palette;
    let width = ui.available_width() - 18.0;
    let font = theme::regular(text::SMALL - 0.5);
    let mut job = egui::text::LayoutJob::default();
    let words = action.when.reading().describe();
    let unread = matches!(action.when.reading(), Reading::Unread | Reading::Placeholder);
    let color = if unread { palette.warning } else { palette.ink_faint };
    if shows_reading(&action.when) {
        job.append(&words, 0.0, text::format(font.clone(), color));
    }
    if let Some(late) = lateness(view, action) {
        if !job.is_empty() {
            job.append(" · ", 0.0, text::format(font.clone(), palette.ink_faint));
        }
        job.append(&late, 0.0, text::format(font, palette.warning));
    }
    if job.is_empty() {
        return;
    }
    job.wrap.max_width = width;
    let told = job.text.clone();
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let size = egui::vec2(ui.available_width(), galley.size().y + 4.0);
    let (rect, response) = ui.allocate_exact_size(size, egui::Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &told));
    ui.painter().galley(egui::pos2(rect.left() + 9.0, rect.top() - 4.0), galley, palette.ink_faint);
}

/// A reading that says the same as the words is not repeated ("Ongoing": ongoing).
fn shows_reading(when: &When) -> bool {
    match when.reading() {
        Reading::Blank => false,
        Reading::Ongoing => when.is_overruled(),
        _ => true,
    }
}

/// The deadline in the inspector.
pub(super) fn by_when(
    ui: &mut Ui,
    view: &mut View<'_>,
    standing: &Standing<'_>,
    reference: &str,
    state: &mut InspectorState,
) {
    let action = standing.action;
    let words = view.plan.heading_of(Shows::When).to_owned();
    let palette = view.palette;
    let mut picked = None;
    heading(ui, view, &words, |ui| {
        let button = LinkButton::new("calendar").name("Choose the day from a calendar").show(ui, &palette);
        picked = calendar::popup(&button, &palette, action.when.reading().due(), view, &mut state.calendar);
    });
    let id = cell_id("inspector", RecordId::Action(action.id), "when");
    let name = format!("Inspector: {words}, action {reference}");
    let cell = TextCell::new(id, action.when.written(), &name).boxed().margin(BOX_MARGIN);
    let output = cell.hint("As you would write it: 30/11/16, end March 2017, Quarterly").show(ui, &palette);
    let label = format!("change {words}");
    if let Some(new) = output.changed {
        let when = When::read(new, &view.plan.period);
        view.outbox.edit(Edit::Action(action.id, ActionField::When(when)), label.clone());
    }
    seal_on_leaving(view, &output.response);
    if let Some(day) = picked {
        let when = When::read(day.format("%d/%m/%y").to_string(), &view.plan.period);
        view.outbox.seal();
        view.outbox.edit(Edit::Action(action.id, ActionField::When(when)), label);
    }
    told(ui, view, action);
    if let Some(words) = told_the_board(view.plan, view.as_at, action) {
        note(ui, &words, palette.ink_soft);
    }
    overrule(ui, view, action, &mut state.overrule);
}

/// How the words are read, in words.
fn told(ui: &mut Ui, view: &View<'_>, action: &Action) {
    let palette = view.palette;
    let when = &action.when;
    let words = match when.reading() {
        Reading::Blank => "No deadline yet.".to_owned(),
        Reading::Unread => "Not read as a date. Write it another way, or say below what it means.".to_owned(),
        reading if when.is_overruled() => format!("You said: {}", reading.describe()),
        reading => format!("Read as: {}", reading.describe()),
    };
    let late = lateness(view, action).map(|late| format!(" · {late} as at {}", long_day_words(view.as_at)));
    let mut job = egui::text::LayoutJob::default();
    let font = theme::regular(text::SMALL);
    job.append(&words, 0.0, text::format(font.clone(), palette.ink_soft));
    if let Some(late) = late {
        job.append(&late, 0.0, text::format(font, palette.warning));
    }
    job.wrap.max_width = ui.available_width();
    ui.label(job);
}

/// What the board was told of a deadline that is another now: "11 Jul 2016 board: 30 Sep 2016".
fn told_the_board(plan: &Plan, as_at: NaiveDate, action: &Action) -> Option<String> {
    let issued = plan.issued_before(as_at)?;
    let before = &issued.said.action(action.id)?.when;
    let (was, is) = (before.reading().due(), action.when.reading().due());
    let is_the_same = was == is && (was.is_some() || before.written() == action.when.written());
    let words = match was {
        Some(day) => day_words(day),
        None if before.written().trim().is_empty() => "no deadline".to_owned(),
        None => before.written().split_whitespace().collect::<Vec<_>>().join(" "),
    };
    (!is_the_same).then(|| format!("{} board: {words}", day_words(issued.as_at)))
}

/// A way to say what the words mean, where they were read otherwise.
fn overrule(ui: &mut Ui, view: &mut View<'_>, action: &Action, draft: &mut OverruleDraft) {
    let palette = view.palette;
    let words = action.when.written().to_owned();
    if words.trim().is_empty() && !action.when.is_overruled() {
        return;
    }
    let set = |view: &mut View<'_>, when: When| {
        view.outbox.seal();
        view.outbox.edit(Edit::Action(action.id, ActionField::When(when)), "change how the date is read");
    };
    let button = LinkButton::new("read it otherwise…").name("Say what the deadline means").quiet().show(ui, &palette);
    if draft.action != Some(action.id) {
        *draft = OverruleDraft { action: Some(action.id), day: String::new() };
    }
    form_popup(&button).show(|ui| {
        ui.set_width(250.0);
        ui.spacing_mut().item_spacing.y = 6.0;
        note(ui, "The words stay as they are. What do they mean?", palette.ink_soft);
        let period = &view.plan.period;
        ui.horizontal(|ui| {
            let day = parse_day(&draft.day, period);
            let field = egui::TextEdit::singleline(&mut draft.day).hint_text("a day, e.g. 30/11/16");
            let response = ui.add(field.desired_width(150.0).margin(egui::Margin::symmetric(8, 5)));
            ui.ctx().accesskit_node_builder(response.id, |node| node.set_label("The day it means"));
            let entered = response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
            let pressed = PlainButton::new("Set").enabled(day.is_some()).show(ui, &palette).clicked();
            if let Some(day) = day.filter(|_| pressed || entered) {
                set(view, When::overrule(words.clone(), Reading::Day(day)));
                ui.close();
            }
        });
        let choices = [
            ("Ongoing: it can never be late", Reading::Ongoing),
            ("It depends on something else", Reading::Event(None)),
            ("It is no date", Reading::Unread),
        ];
        for (label, reading) in choices {
            if PlainButton::new(label).show(ui, &palette).clicked() {
                set(view, When::overrule(words.clone(), reading));
                ui.close();
            }
        }
        if action.when.is_overruled() && PlainButton::new("As the words are read").show(ui, &palette).clicked() {
            set(view, When::read(words.clone(), period));
            ui.close();
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dates::Period;
    use crate::model::{Grid, IdMaker, Issued, Objective};

    #[test]
    fn what_the_board_was_told_stands_beside_a_deadline_that_is_another_now() {
        let mut ids = IdMaker::new(4);
        let mut plan = Plan::blank("Plan", Period::financial_year(2016), &mut ids);
        let (mut grid, mut objective) = (Grid::blank(ids.grid()), Objective::blank(ids.objective()));
        let mut action = Action::blank(ids.action());
        action.when = When::read("30/09/16", &plan.period);
        objective.actions.push(action.clone());
        grid.objectives.push(objective);
        plan.grids.push(grid);
        let day = |month, day| NaiveDate::from_ymd_opt(2016, month, day).unwrap();
        let told = |plan: &Plan, as_at: NaiveDate, written: &str| {
            let when = When::read(written, &plan.period);
            told_the_board(plan, as_at, &Action { when, ..action.clone() })
        };
        assert_eq!(told(&plan, day(9, 1), "31/12/16"), None, "no pack was issued");
        let issued = Issued::of(&plan, ids.issued(), None, day(7, 11));
        plan.issued.push(issued);
        let words = Some("11 Jul 2016 board: 30 Sep 2016".to_owned());
        assert_eq!(told(&plan, day(9, 1), "31/12/16"), words);
        assert_eq!(told(&plan, day(9, 1), "Ongoing"), words);
        assert_eq!(told(&plan, day(9, 1), "end September 2016"), None, "the same day in other words");
        assert_eq!(told(&plan, day(7, 11), "31/12/16"), None, "the pack is not older");
    }
}
