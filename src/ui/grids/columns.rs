//! How the width of a table is shared out among its columns.

use egui::Rangef;

use crate::model::{Column, Shows};

/// The strip left of the first column, with the row's handle.
pub(super) const HANDLE: f32 = 30.0;

/// The columns of a table as ranges of x, in their order.
pub(super) fn ranges(columns: &[Column], table: Rangef) -> Vec<(Shows, Rangef)> {
    let total: f32 = columns.iter().map(|column| column.shows.weight()).sum();
    let free = (table.span() - HANDLE).max(1.0);
    let mut left = table.min + HANDLE;
    columns
        .iter()
        .map(|column| {
            let width = free * column.shows.weight() / total;
            let range = Rangef::new(left, left + width);
            left += width;
            (column.shows, range)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_fill_the_table_without_gaps() {
        let columns: Vec<Column> =
            Shows::STANDARD.into_iter().map(|shows| Column { shows, heading: String::new() }).collect();
        let ranges = ranges(&columns, Rangef::new(10.0, 1010.0));
        assert!((ranges[0].1.min - (10.0 + HANDLE)).abs() < 0.01);
        assert!((ranges[7].1.max - 1010.0).abs() < 0.01);
        assert!(ranges.windows(2).all(|pair| (pair[0].1.max - pair[1].1.min).abs() < 0.01));
    }
}
