//! Where the columns of a table stand.

use egui::Rangef;

const GAP: f32 = 14.0;
const REFERENCE: f32 = 64.0;
const OWNERS: f32 = 124.0;
const DUE: f32 = 124.0;
const STATUS: f32 = 122.0;
const LINK: f32 = 112.0;
/// Narrower than this, the words of a row stand above the rest of it.
const NARROWEST: f32 = 150.0;

/// The columns, from the left edge of the table.
#[derive(Clone, Copy, Debug)]
pub(super) struct Columns {
    pub(super) reference: Rangef,
    pub(super) words: Rangef,
    pub(super) owners: Rangef,
    pub(super) due: Rangef,
    pub(super) status: Rangef,
    pub(super) link: Rangef,
}

impl Columns {
    /// The columns of a table this wide; `None` where there is no room for them.
    pub(super) fn of(width: f32) -> Option<Self> {
        let fixed = REFERENCE + OWNERS + DUE + STATUS + LINK + 5.0 * GAP + 2.0 * GAP;
        let words = width - fixed;
        if words < NARROWEST {
            return None;
        }
        let mut left = GAP;
        let mut next = |width: f32| {
            let column = Rangef::new(left, left + width);
            left += width + GAP;
            column
        };
        Some(Self {
            reference: next(REFERENCE),
            words: next(words),
            owners: next(OWNERS),
            due: next(DUE),
            status: next(STATUS),
            link: next(LINK),
        })
    }
}
