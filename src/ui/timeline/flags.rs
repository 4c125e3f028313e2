//! Names above upright lines, so placed that none covers another.
//!
//! Pure: it knows where lines are and how wide their names are, nothing else.

use egui::Rangef;

/// Free space between two names.
const GAP: f32 = 8.0;
/// No name is shortened below this width.
const LEAST: f32 = 34.0;

/// Where a name stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Room {
    /// In which row, 0 being the lowest, which is nearest to the lines.
    pub row: usize,
    /// From left to right.
    pub x: Rangef,
}

/// Finds room for names in `rows` rows over `x`; each is given as the place of its line and its width. The
/// first named choose first. A name may be given less than its width, or no room.
#[must_use]
pub(super) fn place_flags(flags: &[(f32, f32)], x: Rangef, rows: usize) -> Vec<Option<Room>> {
    let mut taken: Vec<Vec<Rangef>> = vec![Vec::new(); rows];
    let mut place = |at: f32, width: f32| {
        if !x.contains(at) {
            return None;
        }
        let search = |find: fn(f32, f32, Rangef, &[Rangef]) -> Option<Rangef>| {
            taken.iter().enumerate().find_map(|(row, taken)| Some(Room { row, x: find(at, width, x, taken)? }))
        };
        let room = search(whole).or_else(|| search(shortened))?;
        taken.get_mut(room.row)?.push(room.x);
        Some(room)
    };
    flags.iter().map(|(at, width)| place(*at, *width)).collect()
}

/// Room for a whole name.
fn whole(x: f32, width: f32, row: Rangef, taken: &[Rangef]) -> Option<Rangef> {
    let is_free = |wish: &Rangef| {
        let (left, right) = (wish.min - GAP, wish.max + GAP);
        wish.min >= row.min && wish.max <= row.max && taken.iter().all(|one| right <= one.min || one.max <= left)
    };
    let from = |left: f32| Rangef::new(left, left + width);
    // Over the line, to its right, to its left; or beside the name that stands over the same line.
    let over = (x - width / 2.0).clamp(row.min, (row.max - width).max(row.min));
    let mut wishes = vec![from(over), from(x), from(x - width)];
    for one in taken.iter().filter(|one| one.expand(GAP + 2.0).contains(x)) {
        wishes.extend([from(one.max + GAP), from(one.min - GAP - width)]);
    }
    wishes.into_iter().find(is_free)
}

/// What is free around the line, if it is enough to say something.
fn shortened(x: f32, width: f32, row: Rangef, taken: &[Rangef]) -> Option<Rangef> {
    let left = taken.iter().filter(|one| one.min <= x).map(|one| one.max + GAP).fold(row.min, f32::max);
    let right = taken.iter().filter(|one| one.max >= x).map(|one| one.min - GAP).fold(row.max, f32::min);
    let width = width.min(right - left);
    (width >= LEAST).then(|| {
        // Not `clamp`: by rounding the upper bound may be the lower.
        let left = (x - width / 2.0).min(right - width).max(left);
        Rangef::new(left, left + width)
    })
}
