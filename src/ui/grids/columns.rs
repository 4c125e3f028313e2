//! How the width of a table is shared out among its columns.

use egui::Rangef;

use crate::model::{Column, Shows};

/// The strip left of the first column, with the row's handle.
pub(super) const HANDLE: f32 = 30.0;

/// The width below which a column breaks ordinary words.
fn least_width(shows: Shows) -> f32 {
    match shows {
        Shows::Reference => 62.0,
        Shows::Description => 160.0,
        Shows::Owners => 104.0,
        Shows::When => 96.0,
        Shows::Kpis | Shows::Milestones => 132.0,
        Shows::Progress | Shows::Own(_) => 92.0,
        Shows::Status => 118.0,
    }
}

/// The width below which a table cannot be read; a narrower page is scrolled sideways.
pub(super) fn least_table(columns: &[Column]) -> f32 {
    HANDLE + columns.iter().map(|column| least_width(column.shows)).sum::<f32>()
}

/// The columns of a table as ranges of x, in their order. Each gets what it needs at least; what is left
/// is shared by weight.
pub(super) fn ranges(columns: &[Column], table: Rangef) -> Vec<(Shows, Rangef)> {
    let free = (table.span() - HANDLE).max(1.0);
    let widths = share(columns, free);
    let mut left = table.min + HANDLE;
    columns
        .iter()
        .zip(widths)
        .map(|(column, width)| {
            let range = Rangef::new(left, left + width);
            left += width;
            (column.shows, range)
        })
        .collect()
}

fn share(columns: &[Column], free: f32) -> Vec<f32> {
    let least: f32 = columns.iter().map(|column| least_width(column.shows)).sum();
    if least >= free {
        return columns.iter().map(|column| least_width(column.shows) * free / least).collect();
    }
    // A column whose share is less than it needs gets its need, and the others share the rest; each round
    // settles at least one column, so there are no more rounds than columns.
    let mut widths: Vec<Option<f32>> = vec![None; columns.len()];
    loop {
        let settled: f32 = widths.iter().flatten().sum();
        let open = || columns.iter().zip(&widths).filter(|(_, width)| width.is_none());
        let weight: f32 = open().map(|(column, _)| column.shows.weight()).sum();
        let per_weight = (free - settled) / weight.max(f32::EPSILON);
        let needy = open().any(|(column, _)| column.shows.weight() * per_weight < least_width(column.shows));
        for (column, width) in columns.iter().zip(&mut widths) {
            let fair = column.shows.weight() * per_weight;
            if width.is_none() && (!needy || fair < least_width(column.shows)) {
                *width = Some(fair.max(least_width(column.shows)));
            }
        }
        if !needy {
            return widths.into_iter().flatten().collect();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all() -> Vec<Column> {
        Shows::STANDARD.into_iter().map(|shows| Column { shows, heading: String::new() }).collect()
    }

    #[test]
    fn columns_fill_the_table_without_gaps() {
        let columns = all();
        for width in [300.0, 960.0, 1000.0, 1400.0, 4000.0] {
            let ranges = ranges(&columns, Rangef::new(10.0, 10.0 + width));
            assert!((ranges[0].1.min - (10.0 + HANDLE)).abs() < 0.01);
            assert!((ranges[7].1.max - (10.0 + width)).abs() < 0.01, "{width}");
            assert!(ranges.windows(2).all(|pair| (pair[0].1.max - pair[1].1.min).abs() < 0.01));
        }
    }

    #[test]
    fn no_column_is_narrower_than_its_words() {
        let columns = all();
        let width = least_table(&columns) + 60.0;
        for (shows, range) in ranges(&columns, Rangef::new(0.0, width)) {
            assert!(range.span() + 0.01 >= least_width(shows), "{shows:?} has {}", range.span());
        }
    }
}
