//! The window by its labels: what is typed becomes an edit, what cannot be read is said and kept out.

use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

use super::{DetailsState, Section, show};
use crate::dates::{Period, When};
use crate::model::{
    Action, ActionField, Column, Edit, IdMaker, Note, Objective, Owners, Parent, Place, Plan, Record, RecordId, Shows,
    invariants,
};
use crate::ui::command::RowCommand;
use crate::ui::theme::{self, Palette};
use crate::ui::view::{Outbox, Selection, View, Wish};

/// A plan, the window over it and what the app would do with its wishes.
struct Desk {
    plan: Plan,
    revision: u64,
    details: DetailsState,
    ids: IdMaker,
    labels: Vec<String>,
    installed: bool,
    open: bool,
}

fn plan(ids: &mut IdMaker) -> Plan {
    let mut plan = Plan::blank("A plan", Period::financial_year(2016), ids);
    plan.columns.push(Column { shows: Shows::When, heading: "Deadline".to_owned() });
    let mut grid = crate::model::Grid::blank(ids.grid());
    let mut objective = Objective::blank(ids.objective());
    for (when, owners) in [("end June", "DAAT / CRC"), ("30/11/16", "DAAT"), ("15 May", "Nobody yet")] {
        let mut action = Action::blank(ids.action());
        action.when = When::read(when, &plan.period);
        action.owners = Owners::read(owners, &[]);
        action.status = plan.statuses.first().map(|status| status.id);
        objective.actions.push(action);
    }
    grid.objectives.push(objective);
    plan.grids.push(grid);
    plan.notes = (0..60).map(|number| Note { id: ids.note(), text: format!("Note of {number}") }).collect();
    plan
}

impl Desk {
    fn frame(&mut self, ui: &mut egui::Ui) {
        if !self.installed {
            // The fonts come with the frame after.
            theme::install(ui.ctx());
            self.installed = true;
            return;
        }
        if !self.open {
            return;
        }
        let (mut outbox, mut selection) = (Outbox::default(), Selection::default());
        let mut view = View {
            behind_dialog: false,
            panels: crate::ui::Panels::default(),
            plan: &self.plan,
            revision: self.revision,
            as_at: self.plan.period.from,
            palette: Palette::LIGHT,
            found: None,
            found_parts: &[],
            terms: &[],
            selection: &mut selection,
            outbox: &mut outbox,
        };
        self.open = show(ui.ctx(), &mut view, &mut self.details);
        for wish in outbox.take() {
            self.grant(wish);
        }
    }

    fn grant(&mut self, wish: Wish) {
        let edit = match wish {
            Wish::Edit(edit, label) => {
                self.labels.push(label);
                edit
            }
            Wish::Row(RowCommand::AddNote) => {
                let note = Note { id: self.ids.note(), text: String::new() };
                let place = Place { parent: Parent::Plan, index: self.plan.notes.len() };
                Edit::Insert(place, Record::Note(note))
            }
            Wish::Row(RowCommand::Remove(record)) => Edit::Remove(record),
            _ => return,
        };
        self.plan.apply(edit).unwrap();
        self.revision += 1;
        invariants::check(&self.plan).unwrap();
    }
}

fn desk(section: Section) -> Harness<'static, Desk> {
    let mut ids = IdMaker::new(5);
    let plan = plan(&mut ids);
    let mut details = DetailsState::default();
    details.turn_to(section);
    let desk = Desk { plan, revision: 1, details, ids, labels: Vec::new(), installed: false, open: true };
    let mut harness = Harness::builder()
        .with_max_steps(12)
        .with_size([1024.0, 700.0])
        .build_ui_state(|ui, desk: &mut Desk| desk.frame(ui), desk);
    harness.run();
    harness
}

/// Puts other words into a field, as a person does.
fn write(harness: &mut Harness<'static, Desk>, field: &str, words: &str) {
    harness.get_by_label(field).click();
    harness.run();
    harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::A);
    harness.run();
    harness.event(egui::Event::Text(words.to_owned()));
    harness.run();
}

fn press(harness: &mut Harness<'static, Desk>, label: &str) {
    harness.get_by_label(label).click();
    harness.run();
}

#[test]
fn typing_a_title_changes_the_plan() {
    let mut harness = desk(Section::Plan);
    write(&mut harness, "Title of the plan", "Substance misuse plan");
    press(&mut harness, "Plan status: Agreed");
    press(&mut harness, "Protective marking: OFFICIAL-SENSITIVE");
    let plan = &harness.state().plan;
    assert_eq!((plan.title.as_str(), plan.status.words()), ("Substance misuse plan", "Agreed"));
    assert_eq!(plan.marking, "OFFICIAL-SENSITIVE");
    assert!(harness.state().labels.contains(&"change the plan’s title".to_owned()));
}

#[test]
fn a_wrong_period_is_said_and_not_applied() {
    let mut harness = desk(Section::Period);
    write(&mut harness, "Label of the period", "2016/15");
    harness.get_by_label_contains("These years cannot be read");
    harness.key_press(egui::Key::Enter);
    harness.run();
    assert_eq!(harness.state().plan.period, Period::financial_year(2016));
    harness.get_by_label_contains("The plan’s period stays 2016/17");

    write(&mut harness, "Label of the period", "2017/18");
    harness.get_by_label_contains("2 dates will be read anew");
    assert_eq!(harness.state().plan.period, Period::financial_year(2016), "not while it is typed");
    harness.key_press(egui::Key::Enter);
    harness.run();
    assert_eq!(harness.state().plan.period, Period::financial_year(2017));
}

#[test]
fn a_period_that_is_typed_is_not_lost_when_the_window_closes() {
    let mut harness = desk(Section::Period);
    write(&mut harness, "Last day of the period", "30/9/16");
    press(&mut harness, "Close");
    assert!(!harness.state().open);
    assert_eq!(crate::dates::long_day_words(harness.state().plan.period.to), "30 September 2016");
}

#[test]
fn a_column_is_taken_out_and_put_back_but_never_the_last() {
    let mut harness = desk(Section::Columns);
    press(&mut harness, "Take out column Deadline; its text is kept");
    assert!(!harness.state().plan.has_column(Shows::When));
    assert!(harness.get_by_label("A form needs at least one column").accesskit_node().is_disabled());
    press(&mut harness, "Put in column By when");
    assert_eq!(harness.state().plan.heading_of(Shows::When), "By when");
    let deadlines: Vec<&str> = harness.state().plan.actions().map(|action| action.when.written()).collect();
    assert_eq!(deadlines, ["end June", "30/11/16", "15 May"]);
}

#[test]
fn a_column_of_ones_own_that_was_taken_out_comes_back_with_its_text() {
    let mut harness = desk(Section::Columns);
    press(&mut harness, "Add a column of your own");
    let state = harness.state_mut();
    let Some(Shows::Own(column)) = state.plan.columns.last().map(|column| column.shows) else {
        panic!("no column came");
    };
    let action = state.plan.actions().next().unwrap().id;
    let text = Edit::Action(action, ActionField::Own(column, "Pooled treatment budget, year two".to_owned()));
    state.grant(Wish::Edit(text, String::new()));
    harness.run();
    press(&mut harness, "Take out column New column; its text is kept");
    press(&mut harness, "Put in column Text in 1 action: “Pooled treatment budget,…”");
    assert!(harness.state().plan.has_column(Shows::Own(column)));
}

#[test]
fn a_status_in_use_stays_and_what_it_means_can_be_said() {
    let mut harness = desk(Section::Statuses);
    let why = "status Complete cannot be taken out: used by 3 actions";
    assert!(harness.get_by_label(why).accesskit_node().is_disabled());
    press(&mut harness, "What status On track means: Going as planned");
    press(&mut harness, "May miss its date");
    press(&mut harness, "Mark of status On track: diamond");
    write(&mut harness, "Colour of status On track in hex", "#0B5C6B");
    let status = &harness.state().plan.statuses[1];
    assert_eq!((status.meaning, status.colour.hex().as_str()), (crate::model::Meaning::AtRisk, "#0B5C6B"));
    assert_eq!(status.shape, crate::model::Shape::Diamond);
    write(&mut harness, "Colour of status On track in hex", "#0B5");
    harness.get_by_label("Write it like #1B7A3E.");
    assert_eq!(harness.state().plan.statuses[1].colour.hex(), "#0B5C6B");
}

#[test]
fn names_of_nobody_are_counted_and_added() {
    let mut harness = desk(Section::Owners);
    press(&mut harness, "Add DAAT to the directory");
    press(&mut harness, "CRC is the same as…");
    press(&mut harness, "CRC is DAAT");
    let owner = harness.state().plan.directory[0].clone();
    assert_eq!((owner.name.as_str(), owner.also.as_slice()), ("DAAT", ["CRC".to_owned()].as_slice()));
    write(&mut harness, "Other names of owner DAAT", "CRC\n\nTH DAAT\n");
    assert_eq!(harness.state().plan.directory[0].also, ["CRC", "TH DAAT"]);
    harness.get_by_label("Add Nobody yet to the directory");
}

#[test]
fn a_note_is_written_added_and_deleted() {
    let mut harness = desk(Section::Notes);
    write(&mut harness, "Words of note 1", "Ask the board");
    assert_eq!(harness.state().plan.notes[0].text, "Ask the board");
    let drawn = harness.get_all_by_role(Role::MultilineTextInput).count();
    assert!(drawn < 40, "{drawn} of 60 notes are laid out");
    press(&mut harness, "Add a note");
    harness.event(egui::Event::Text("The newest".to_owned()));
    harness.run();
    assert_eq!(harness.state().plan.notes.last().map(|note| note.text.as_str()), Some("The newest"));
    let first = harness.state().plan.notes[0].id;
    press(&mut harness, "Delete note 61");
    assert_eq!(harness.state().plan.notes.len(), 60);
    assert!(harness.state().plan.record(RecordId::Note(first)).is_some());
}

#[test]
fn escape_closes_it_and_nothing_moves_at_rest() {
    let mut harness = desk(Section::Plan);
    let frames = harness.run();
    assert!(frames <= 1, "{frames} frames at rest");
    harness.key_press(egui::Key::Escape);
    harness.run();
    assert!(!harness.state().open);
}
