//! What the person sees: egui views that read a plan and say what should happen.
//!
//! A view draws from `&Plan` and puts [`Edit`](crate::model::Edit)s and [`Command`]s into an [`Outbox`];
//! the app applies them at the end of the frame. No view can change a plan.
//!
//! *Architecture invariant:* nothing here knows of files, dialogs, the store or the pack.

pub mod actions;
pub mod backups;
pub mod brought_in;
pub mod changes;
pub mod command;
pub mod details;
pub(crate) mod dialog;
pub mod findings;
pub mod grids;
pub mod help;
pub mod inspector;
pub mod linking;
pub mod measures;
pub mod merging;
pub mod owner_names;
pub mod pack_form;
pub mod panels;
pub mod progress;
pub mod recovery;
pub mod review;
pub mod rolling;
pub(crate) mod said_before;
pub mod shell;
pub mod since;
pub mod slipped;
pub mod status_menu;
pub mod taking_in;
pub mod theme;
pub mod timeline;
pub mod view;
pub mod welcome;
pub mod widgets;

pub use command::{Command, RowCommand, ViewKind};
pub use panels::{PanelKind, Panels};
pub use theme::Palette;
pub use view::{Outbox, Reveal, Selection, View, Wish, cell_id};

/// Windows narrower than this, in points, begin with narrower side panels.
pub(crate) const NARROW_WINDOW: f32 = 1360.0;
