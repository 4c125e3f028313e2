//! Issuing a pack: the questions before it is written, and what is kept in the plan once it was.
//!
//! Only a pack that was written is kept as issued, and exactly the plan it was written from.

use std::sync::Arc;

use egui::Context;

use super::App;
use super::path_entry::For;
use crate::check::Severity;
use crate::dates::day_words;
use crate::model::{Edit, Issued, Parent, Place, Plan, Record};
use crate::pack::PackOptions;
use crate::ui::Palette;
use crate::ui::pack_form::{PackAnswer, PackFor, PackForm, PackWanted, Unmended};

/// A pack on its way to the board.
#[derive(Clone, Debug)]
pub(super) struct Issuing {
    wanted: PackWanted,
    plan: Arc<Plan>,
    /// The open plan's, by which it is known again when the pack is written.
    serial: u64,
}

/// What a pack that is wanted comes to.
pub(super) fn options(wanted: PackWanted) -> PackOptions {
    PackOptions {
        meeting: wanted.meeting,
        working_copy: wanted.audience == PackFor::Ourselves,
        ..PackOptions::as_at(wanted.as_at)
    }
}

impl App {
    /// Asks for which meeting a pack is, and for whom.
    pub(super) fn ask_for_pack(&mut self, context: &Context) {
        self.settle(context);
        self.pack_form = self.open.as_ref().map(|open| PackForm::new(open.document.plan(), open.as_at));
    }

    /// Shows the questions until they are answered.
    pub(super) fn show_pack_form(&mut self, context: &Context, palette: &Palette) {
        let (Some(form), Some(open)) = (&mut self.pack_form, &self.open) else { return };
        let findings = open.checked.findings(open.document.revision(), open.as_at);
        let unmended = Unmended {
            open: findings.open(),
            must_fix: findings
                .all
                .iter()
                .filter(|finding| finding.accepted.is_none() && finding.severity() == Severity::MustFix)
                .count(),
        };
        match form.show(context, palette, open.document.plan(), unmended) {
            None => {}
            Some(PackAnswer::GivenUp) => self.pack_form = None,
            Some(PackAnswer::Write(wanted)) => {
                self.pack_form = None;
                self.choose(context, For::Pack(wanted));
            }
        }
    }

    /// What is to be kept once the pack is written; nothing of a working copy.
    pub(super) fn issuing(&self, wanted: PackWanted) -> Option<Issuing> {
        let open = self.open.as_ref().filter(|_| wanted.audience == PackFor::Board)?;
        Some(Issuing { wanted, plan: open.document.snapshot(), serial: open.serial })
    }

    /// Keeps what a pack said that was just written. Gives the words about it, where the plan is still open.
    pub(super) fn keep_issued(&mut self, issuing: &Issuing) -> Option<String> {
        let Issuing { wanted, plan, serial } = issuing;
        let open = self.open.as_mut().filter(|open| open.serial == *serial)?;
        let issued = Issued::of(plan, self.ids.issued(), wanted.meeting, wanted.as_at);
        let title = issued.title();
        let place = Place { parent: Parent::Plan, index: open.document.plan().issued.len() };
        open.document.seal();
        let result = open.document.apply(Edit::Insert(place, Record::Issued(Box::new(issued))), "issue the pack");
        open.document.seal();
        let told = result.is_ok().then(|| {
            format!(
                "What the pack said ({title}) is kept in the plan: save the plan, and what changes after {} can be \
                 told.",
                day_words(wanted.as_at)
            )
        });
        self.say_refused(result);
        told
    }
}
