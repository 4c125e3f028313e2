//! The owner directory: who is who, however they are written; and the names that are nobody yet.

use egui::{Align, Frame, Layout, Margin, Stroke, Ui, vec2};

use super::card_list::CardList;
use super::draft::Draft;
use super::one_owner::email_note;
use super::owner_book::{OwnerBook, Written};
use super::written_names::{self, Ticked, Wish, counted};
use super::{Awaited, DetailsState, Section, form};
use crate::model::{Edit, Owner, OwnerField, OwnerId, Parent, Place, Record, RecordId};
use crate::ui::command::RowCommand;
use crate::ui::view::{View, cell_id};
use crate::ui::widgets::{PlainButton, TextCell, icon_button};

/// What the section keeps between frames.
#[derive(Debug, Default)]
pub(super) struct OwnersState {
    list: CardList<Row>,
    book: OwnerBook,
    ticked: Ticked,
}

/// A row of the section.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Row {
    Top,
    Owner(OwnerId),
    Add,
    Unlisted(usize),
    /// What stands over the names of the directory.
    Listed,
    Known(usize),
    End,
}

/// Shows the section.
pub(super) fn show(ui: &mut Ui, view: &mut View<'_>, state: &mut DetailsState) {
    let plan = view.plan;
    // Taken out for the frame, so that rows may use the rest of the state.
    let mut owners = std::mem::take(&mut state.owners);
    owners.book.refresh(plan, view.revision);
    if state.has_come(Section::Owners, plan.directory.len())
        && let Some(last) = plan.directory.last()
    {
        owners.list.reveal(Row::Owner(last.id));
        let name = cell_id("details", RecordId::Owner(last.id), "name");
        ui.memory_mut(|memory| memory.request_focus(name));
    }
    let mut rows = vec![(Row::Top, 80.0)];
    #[expect(clippy::cast_precision_loss, reason = "an owner has a handful of names")]
    rows.extend(plan.directory.iter().map(|one| (Row::Owner(one.id), 92.0 + 20.0 * one.also.len() as f32)));
    rows.push((Row::Add, 90.0));
    rows.extend((0..owners.book.unlisted.len()).map(|index| (Row::Unlisted(index), 36.0)));
    if !owners.book.listed.is_empty() {
        rows.push((Row::Listed, 70.0));
        rows.extend((0..owners.book.listed.len()).map(|index| (Row::Known(index), 36.0)));
    }
    rows.push((Row::End, 24.0));
    let OwnersState { list, book, ticked } = &mut owners;
    ticked.keep(book);
    written_names::bar(ui, view, ticked);
    list.show(ui, "details-owners", &rows, |ui, index| match rows[index].0 {
        Row::Top => top(ui, view),
        // The rows begin after the top one.
        Row::Owner(_) => card(ui, view, state, book, index - 1),
        Row::Add => add(ui, view, state, book),
        Row::Unlisted(index) => written(ui, view, &book.unlisted[index], ticked),
        Row::Listed => listed(ui, view),
        Row::Known(index) => written(ui, view, &book.listed[index], ticked),
        Row::End => ui.add_space(24.0),
    });
    if let Some(Draft::Also(id, _)) = &state.draft {
        let field = cell_id("details", RecordId::Owner(*id), "also");
        if !ui.memory(|memory| memory.has_focus(field)) {
            state.draft = None;
        }
    }
    state.owners = owners;
}

fn top(ui: &mut Ui, view: &View<'_>) {
    ui.add_space(16.0);
    let told = "Who is who. An owner written in several ways is counted as one when all of them stand here; the \
                words in the plan stay as they are.";
    form::title(ui, &view.palette, "Owners", told);
    if view.plan.directory.is_empty() {
        form::note(ui, "Nobody is in the directory yet.", view.palette.ink_soft);
    }
}

fn card(ui: &mut Ui, view: &mut View<'_>, state: &mut DetailsState, book: &OwnerBook, index: usize) {
    let Some(owner) = view.plan.directory.get(index) else { return };
    let palette = view.palette;
    let frame = Frame::NONE.stroke(Stroke::new(1.0, palette.hairline)).corner_radius(6.0);
    frame.inner_margin(Margin { left: 12, right: 6, top: 4, bottom: 10 }).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            let width = ui.available_width() - 30.0;
            ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
                ui.set_width(width);
                form::side_by_side(ui, [10.0, 11.0, 11.0], |ui, column| match column {
                    0 => name(ui, view, owner, book.actions_of(owner.id)),
                    1 => also(ui, view, state, owner),
                    _ => email(ui, view, owner),
                });
            });
            let delete = format!("Take {} out of the directory", owner.name);
            let response = icon_button(ui, &palette, "×", &delete);
            form::keep_in_sight(&response);
            form::focus_frame(ui, &palette, &response);
            if response.clicked() {
                view.outbox.seal();
                view.outbox.row(RowCommand::Remove(RecordId::Owner(owner.id)));
            }
        });
    });
    ui.add_space(8.0);
}

fn name(ui: &mut Ui, view: &mut View<'_>, owner: &Owner, actions: usize) {
    let palette = view.palette;
    form::label(ui, &palette, "Name");
    let spoken = format!("Name of owner {}", owner.name);
    let id = cell_id("details", RecordId::Owner(owner.id), "name");
    let cell = TextCell::new(id, &owner.name, &spoken).single_line().hint("A body or a person");
    if let Some(new) = form::field(ui, view, cell) {
        view.outbox.edit(Edit::Owner(owner.id, OwnerField::Name(new)), "change an owner’s name");
    }
    form::note(ui, &counted(actions), palette.ink_soft);
}

fn also(ui: &mut Ui, view: &mut View<'_>, state: &mut DetailsState, owner: &Owner) {
    form::label(ui, &view.palette, "Also written (one a line)");
    let shown = match &state.draft {
        Some(Draft::Also(id, text)) if *id == owner.id => text.clone(),
        _ => owner.also.join("\n"),
    };
    let spoken = format!("Other names of owner {}", owner.name);
    let id = cell_id("details", RecordId::Owner(owner.id), "also");
    if let Some(new) = form::field(ui, view, TextCell::new(id, &shown, &spoken).hint("None")) {
        let names: Vec<String> =
            new.lines().map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect();
        if names != owner.also {
            view.outbox.edit(Edit::Owner(owner.id, OwnerField::Also(names)), "change an owner’s other names");
        }
        if !matches!(state.draft, Some(Draft::Also(..))) {
            state.settle(view);
        }
        state.draft = Some(Draft::Also(owner.id, new));
    }
}

fn email(ui: &mut Ui, view: &mut View<'_>, owner: &Owner) {
    form::label(ui, &view.palette, "E-mail");
    let spoken = format!("E-mail of owner {}", owner.name);
    let id = cell_id("details", RecordId::Owner(owner.id), "email");
    let cell = TextCell::new(id, &owner.email, &spoken).single_line().hint("None");
    if let Some(new) = form::field(ui, view, cell) {
        view.outbox.edit(Edit::Owner(owner.id, OwnerField::Email(new)), "change an owner’s e-mail");
    }
    form::note(ui, email_note(&owner.email), view.palette.ink_soft);
}

fn add(ui: &mut Ui, view: &mut View<'_>, state: &mut DetailsState, book: &OwnerBook) {
    let palette = view.palette;
    ui.add_space(2.0);
    if PlainButton::new("Add an owner").show(ui, &palette).clicked() {
        state.awaited = Some(Awaited { section: Section::Owners, rows: view.plan.directory.len() });
        put_in(view, String::new());
    }
    if !book.unlisted.is_empty() {
        form::subtitle(ui, &palette, "Names written in the plan that are not in the directory");
        let told = "Add each as an owner of its own, say whom it stands for, or tick those that are one.";
        form::note(ui, told, palette.ink_soft);
        ui.add_space(4.0);
    }
}

/// Puts an owner into the directory.
fn put_in(view: &mut View<'_>, name: String) {
    let id = view.outbox.ids().owner();
    let owner = Owner { id, name, also: Vec::new(), email: String::new() };
    let place = Place { parent: Parent::Plan, index: view.plan.directory.len() };
    view.outbox.seal();
    view.outbox.edit(Edit::Insert(place, Record::Owner(owner)), "add an owner");
    view.outbox.seal();
}

fn listed(ui: &mut Ui, view: &View<'_>) {
    form::subtitle(ui, &view.palette, "Names written in the plan that are in the directory");
    ui.add_space(4.0);
}

fn written(ui: &mut Ui, view: &mut View<'_>, one: &Written, ticked: &mut Ticked) {
    match written_names::row(ui, view, one, ticked) {
        Some(Wish::Add(name)) => put_in(view, name),
        Some(Wish::Edit(edit, label)) => {
            view.outbox.seal();
            view.outbox.edit(edit, label);
            view.outbox.seal();
        }
        None => {}
    }
}
