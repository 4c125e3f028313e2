//! The board pack, and beside it the same cells written with `rust_xlsxwriter` and nothing else.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use criterion::Criterion;
use planning_grid::pack::{PackOptions, write_pack};
use rust_xlsxwriter::{Format, FormatAlign, Workbook};

use super::both;
use super::times::Times;

/// A value in a sheet and where it stands.
struct Cell {
    row: u32,
    column: u16,
    value: Data,
}

/// The cells of a workbook that hold anything, sheet by sheet.
fn cells(bytes: &[u8]) -> Vec<(String, Vec<Cell>)> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    let names = book.sheet_names();
    names
        .into_iter()
        .map(|name| {
            let range = book.worksheet_range(&name).expect("a sheet");
            let (first_row, first_column) = range.start().unwrap_or_default();
            let filled = range.used_cells().map(|(row, column, value)| Cell {
                row: first_row + u32::try_from(row).expect("a row"),
                column: u16::try_from(first_column).expect("a column") + u16::try_from(column).expect("a column"),
                value: value.clone(),
            });
            (name, filled.collect())
        })
        .collect()
}

/// Writes these cells, wrapped at the top of their rows, and days as days. No widths, heights or print set-up.
fn write_cells(sheets: &[(String, Vec<Cell>)]) -> Vec<u8> {
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let day = Format::new().set_num_format("d mmm yyyy").set_align(FormatAlign::Top);
    let mut book = Workbook::new();
    for (name, cells) in sheets {
        let sheet = book.add_worksheet().set_name(name).expect("a name");
        for Cell { row, column, value } in cells {
            let written = match value {
                Data::DateTime(when) => sheet.write_number_with_format(*row, *column, when.as_f64(), &day),
                Data::Float(number) => sheet.write_number_with_format(*row, *column, *number, &wrapped),
                other => sheet.write_string_with_format(*row, *column, other.to_string(), &wrapped),
            };
            written.expect("a cell");
        }
    }
    book.save_to_buffer().expect("a workbook")
}

pub(crate) fn measure(criterion: &mut Criterion) {
    for (name, plan) in both() {
        let options = PackOptions::as_at(plan.period.to);
        let sheets = cells(&write_pack(&plan, &options).expect("a pack"));
        let cell_count: usize = sheets.iter().map(|(_, cells)| cells.len()).sum();
        let (mut packs, mut plain) = (Times::default(), Times::default());
        let mut group = criterion.benchmark_group(format!("export, {name}"));
        group.sample_size(10);
        group.bench_function("board pack", |bencher| {
            bencher.iter_custom(|count| packs.run(count, || (), |()| write_pack(&plan, &options)));
        });
        group.bench_function("the same cells alone", |bencher| {
            bencher.iter_custom(|count| plain.run(count, || (), |()| write_cells(&sheets)));
        });
        group.finish();
        if let (Some(pack), Some(alone)) = (packs.median_ms(), plain.median_ms()) {
            let ratio = pack / alone;
            println!("= export, {name}: {cell_count} cells, {pack:.0} ms beside {alone:.0} ms alone: {ratio:.2} times");
        }
    }
}
