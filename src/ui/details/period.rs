//! The period: a label that says its years, or days of one's own.

use egui::{Id, Ui};

use super::DetailsState;
use super::draft::{Draft, problem_ink};
use super::form;
use super::period_draft::{PeriodDraft, PeriodPart, PeriodProblem};
use crate::dates::{Period, long_day_words};
use crate::ui::view::View;
use crate::ui::widgets::TextCell;

/// The id of the field of a part.
fn field_id(part: PeriodPart) -> Id {
    Id::unique(match part {
        PeriodPart::Label => "details-period-label",
        PeriodPart::From => "details-period-from",
        PeriodPart::To => "details-period-to",
    })
}

/// Shows the section.
pub(super) fn show(ui: &mut Ui, view: &mut View<'_>, state: &mut DetailsState) {
    let palette = view.palette;
    let told = "What the plan runs over. A date written without a year, such as “end June”, takes its year from it.";
    form::title(ui, &palette, "Period", told);

    let mut draft = match &state.draft {
        Some(Draft::Period(draft)) => draft.clone(),
        _ => PeriodDraft::of(&view.plan.period),
    };
    let problem = draft.read(&view.plan.period).err();
    let mut typed = None;
    label_field(ui, view, &draft, problem, &mut typed);
    form::side_by_side(ui, [1.0, 1.0], |ui, column| {
        let (part, words) = if column == 0 { (PeriodPart::From, "First day") } else { (PeriodPart::To, "Last day") };
        part_field(ui, view, part, words, &draft, problem, &mut typed);
    });

    let was_open = matches!(state.draft, Some(Draft::Period(_)));
    if let Some((part, words)) = typed {
        if !was_open {
            state.settle(view);
        }
        draft.typed(part, words);
        state.draft = Some(Draft::Period(draft));
    }
    let typing = is_typing(ui);
    if let Some(Draft::Period(draft)) = &mut state.draft {
        what_would_change(ui, view, draft, typing);
        if !typing {
            state.settle(view);
        }
    }
}

/// Whether the cursor is in one of the three fields.
fn is_typing(ui: &Ui) -> bool {
    let parts = [PeriodPart::Label, PeriodPart::From, PeriodPart::To];
    parts.into_iter().any(|part| ui.memory(|memory| memory.has_focus(field_id(part))))
}

fn label_field(
    ui: &mut Ui,
    view: &mut View<'_>,
    draft: &PeriodDraft,
    problem: Option<PeriodProblem>,
    typed: &mut Option<(PeriodPart, String)>,
) {
    part_field(ui, view, PeriodPart::Label, "Label", draft, problem, typed);
    if problem.is_some_and(|problem| problem.part == PeriodPart::Label) {
        return;
    }
    let words = match (Period::parse(&draft.label), draft.read(&view.plan.period)) {
        (Some(years), Ok(period)) if (years.from, years.to) != (period.from, period.to) => format!(
            "By its years it would run from {} to {}; the days below count.",
            long_day_words(years.from),
            long_day_words(years.to)
        ),
        (Some(_), _) => "Years such as 2016/17 or 2016–2019 fill in both days.".to_owned(),
        (None, _) => "No years: shown as you wrote it. The days below count.".to_owned(),
    };
    form::note(ui, &words, view.palette.ink_soft);
}

fn part_field(
    ui: &mut Ui,
    view: &mut View<'_>,
    part: PeriodPart,
    words: &str,
    draft: &PeriodDraft,
    problem: Option<PeriodProblem>,
    typed: &mut Option<(PeriodPart, String)>,
) {
    form::label(ui, &view.palette, words);
    let name = match part {
        PeriodPart::Label => "Label of the period",
        PeriodPart::From => "First day of the period",
        PeriodPart::To => "Last day of the period",
    };
    let cell = TextCell::new(field_id(part), draft.words(part), name).single_line();
    if let Some(new) = form::field(ui, view, cell) {
        *typed = Some((part, new));
    }
    if let Some(problem) = problem.filter(|problem| problem.part == part) {
        form::note(ui, problem.words, problem_ink(view, is_typing(ui)));
    }
}

/// Says what comes of the draft before it is applied, or that it cannot be.
fn what_would_change(ui: &mut Ui, view: &View<'_>, draft: &mut PeriodDraft, typing: bool) {
    let palette = view.palette;
    ui.add_space(10.0);
    let Ok(period) = draft.read(&view.plan.period) else {
        if !typing {
            let words = format!("The plan’s period stays {} until this can be read.", view.plan.period.label);
            form::note(ui, &words, palette.ink_soft);
        }
        return;
    };
    if period == view.plan.period {
        return;
    }
    let anew = draft.read_anew(view.plan, view.revision, &period);
    if anew > 0 {
        let dates = if anew == 1 { "1 date".to_owned() } else { format!("{anew} dates") };
        let words = format!("Dates without a year are read by this period: {dates} will be read anew.");
        form::note(ui, &words, palette.warning);
    }
    form::note(ui, "Press Enter, or go on, to use it.", palette.ink_soft);
}
