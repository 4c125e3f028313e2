//! Names above upright lines, so placed that none covers another.
//!
//! Pure: it knows where lines are and how wide their names are, nothing else.

use egui::Rangef;

/// Free space between two names.
const GAP: f32 = 8.0;
/// No name is shortened below this width.
const LEAST: f32 = 34.0;

/// Finds room for names in one row over `row`; each is given as the place of its line and its width. The
/// first named choose first. A name may be given less than its width, or no room.
#[must_use]
pub fn place_flags(flags: &[(f32, f32)], row: Rangef) -> Vec<Option<Rangef>> {
    let mut taken: Vec<Rangef> = Vec::new();
    flags
        .iter()
        .map(|(x, width)| {
            let found = room(*x, *width, row, &taken);
            taken.extend(found);
            found
        })
        .collect()
}

fn room(x: f32, width: f32, row: Rangef, taken: &[Rangef]) -> Option<Rangef> {
    if !row.contains(x) {
        return None;
    }
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
    if let Some(wish) = wishes.into_iter().find(is_free) {
        return Some(wish);
    }
    // What is free around the line, if it is enough to say something.
    let left = taken.iter().filter(|one| one.min <= x).map(|one| one.max + GAP).fold(row.min, f32::max);
    let right = taken.iter().filter(|one| one.max >= x).map(|one| one.min - GAP).fold(row.max, f32::min);
    let width = width.min(right - left);
    (width >= LEAST).then(|| {
        let left = (x - width / 2.0).clamp(left, right - width);
        Rangef::new(left, left + width)
    })
}
