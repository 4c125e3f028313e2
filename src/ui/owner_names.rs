//! Completing an owner while it is typed, from the plan's directory and the names already in the plan.
//!
//! What is offered is only ever an offer: typing on, leaving the cell or pressing Escape takes the words as
//! they are.

use std::collections::HashSet;

use egui::text::{CCursor, CCursorRange};
use egui::{Id, Key, Modifiers, Popup, PopupCloseBehavior, Response, RichText, TextEdit, Ui};

use super::theme::{self, Palette, text};
use crate::model::search::fold;
use crate::model::{Action, Plan};

/// How many names are offered at once.
const MOST_OFFERED: usize = 6;
/// Letters typed before anything is offered.
const LETTERS: usize = 2;
/// Where one name may end and the next begin.
const SEPARATORS: [char; 4] = ['/', ',', ';', '\n'];

/// What is offered for an owner cell that has the cursor.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Offer {
    names: Vec<String>,
    /// The bytes of the cell before the name being typed.
    kept: usize,
    chosen: Option<usize>,
    taken: Option<usize>,
}

/// Looks for names to offer, and takes the keys that choose among them before the cell sees them. To be
/// called before the cell is shown.
pub fn before(ui: &mut Ui, id: Id, action: &Action, plan: &Plan) -> Offer {
    if !ui.memory(|memory| memory.has_focus(id)) {
        return Offer::default();
    }
    let written = action.owners.written();
    let (kept, names) = offered(written, plan);
    if names.is_empty() || ui.data(|data| data.get_temp::<String>(id)).as_deref() == Some(written) {
        return Offer::default();
    }
    let key = |ui: &mut Ui, key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let chosen_id = id.with("chosen");
    let mut chosen: Option<usize> = ui.data(|data| data.get_temp(chosen_id));
    chosen = chosen.filter(|index| *index < names.len());
    let mut taken = None;
    if key(ui, Key::ArrowDown) {
        chosen = Some(chosen.map_or(0, |index| (index + 1) % names.len()));
    }
    if key(ui, Key::ArrowUp) {
        chosen = Some(chosen.map_or(names.len() - 1, |index| (index + names.len() - 1) % names.len()));
    }
    if chosen.is_some() && key(ui, Key::Enter) {
        taken = chosen.take();
    }
    if key(ui, Key::Escape) {
        // Not offered again for these words.
        ui.data_mut(|data| data.insert_temp(id, written.to_owned()));
        return Offer::default();
    }
    ui.data_mut(|data| {
        if let Some(index) = chosen {
            data.insert_temp(chosen_id, index);
        } else {
            data.remove::<usize>(chosen_id);
        }
    });
    Offer { names, kept, chosen, taken }
}

/// Shows the offer under the cell. Gives the words of the whole cell once a name was taken.
pub fn after(ui: &Ui, palette: &Palette, cell: &Response, written: &str, offer: &Offer) -> Option<String> {
    let mut taken = offer.taken;
    if !offer.names.is_empty() && taken.is_none() {
        let popup = Popup::from_response(cell).id(cell.id.with("owners")).open(true);
        let popup = popup.close_behavior(PopupCloseBehavior::IgnoreClicks);
        popup.layout(egui::Layout::top_down_justified(egui::Align::Min)).show(|ui| {
            ui.set_min_width(200.0);
            ui.spacing_mut().item_spacing.y = 0.0;
            for (index, name) in offer.names.iter().enumerate() {
                let words = RichText::new(name).font(theme::regular(text::BODY)).color(palette.ink);
                let button = egui::Button::new(words).selected(offer.chosen == Some(index)).frame_when_inactive(false);
                let response = ui.add(button.sense(egui::Sense::CLICK));
                if response.is_pointer_button_down_on() || response.clicked() {
                    taken = Some(index);
                }
            }
        });
    }
    let name = offer.names.get(taken?)?;
    let kept = written.get(..offer.kept)?;
    let gap = if kept.is_empty() || kept.ends_with([' ', '\n']) { "" } else { " " };
    let words = format!("{kept}{gap}{name}");
    let mut state = TextEdit::load_state(ui.ctx(), cell.id).unwrap_or_default();
    let end = CCursor::new(words.chars().count());
    state.cursor.set_char_range(Some(CCursorRange::one(end)));
    TextEdit::store_state(ui.ctx(), cell.id, state);
    ui.data_mut(|data| data.insert_temp(cell.id, words.clone()));
    ui.memory_mut(|memory| memory.request_focus(cell.id));
    Some(words)
}

/// The names that begin as the last name of the cell does, and where that begins.
fn offered(written: &str, plan: &Plan) -> (usize, Vec<String>) {
    let kept = written.rfind(SEPARATORS).map_or(0, |at| at + 1);
    let fragment = fold(&written[kept..]);
    if fragment.chars().count() < LETTERS {
        return (kept, Vec::new());
    }
    let known = plan.directory.iter().map(|owner| owner.name.as_str());
    let written_elsewhere = plan.actions().flat_map(|action| action.owners.names()).map(String::as_str);
    let mut seen = HashSet::new();
    let mut names: Vec<String> = known
        .chain(written_elsewhere)
        .filter(|name| seen.insert(*name))
        .filter(|name| {
            let folded = fold(name);
            folded != fragment && (folded.starts_with(&fragment) || folded.contains(&format!(" {fragment}")))
        })
        .take(MOST_OFFERED)
        .map(str::to_owned)
        .collect();
    names.dedup();
    (kept, names)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dates::Period;
    use crate::model::{IdMaker, Owner};

    #[test]
    fn the_name_being_typed_is_completed_and_what_stands_before_it_is_kept() {
        let mut ids = IdMaker::new(1);
        let mut plan = Plan::blank("Plan", Period::financial_year(2016), &mut ids);
        for name in ["LBTH DAAT", "CRC", "Trading Standards, LBTH"] {
            let id = ids.owner();
            plan.directory.push(Owner { id, name: name.to_owned(), also: Vec::new(), email: String::new() });
        }
        assert_eq!(offered("lb", &plan), (0, vec!["LBTH DAAT".to_owned(), "Trading Standards, LBTH".to_owned()]));
        assert_eq!(offered("CRC / LBTH D", &plan), (5, vec!["LBTH DAAT".to_owned()]));
        assert_eq!(offered("l", &plan).1, Vec::<String>::new(), "one letter says too little");
        assert_eq!(offered("lbth daat", &plan).1, Vec::<String>::new(), "a whole name needs nothing");
    }
}
