//! The board pack, and beside it the same cells written with `rust_xlsxwriter` and nothing else.

use std::io::{Cursor, Read};

use calamine::{Data, Reader, Xlsx};
use criterion::Criterion;
use planning_grid::pack::{PackOptions, write_pack};
use rust_xlsxwriter::{Format, FormatAlign, Workbook};

use super::both;
use super::times::Times;

/// A cell and what it holds; a cell that only has a look holds nothing.
struct Cell {
    row: u32,
    column: u16,
    value: Data,
}

/// Every cell of a workbook, sheet by sheet. Those with nothing but a look are cells too, so they are taken from
/// the sheets' own parts.
fn cells(bytes: &[u8]) -> Vec<(String, Vec<Cell>)> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    let mut parts = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip");
    let names = book.sheet_names();
    (1..)
        .zip(names)
        .map(|(number, name)| {
            let range = book.worksheet_range(&name).expect("a sheet");
            let mut part = String::new();
            let path = format!("xl/worksheets/sheet{number}.xml");
            parts.by_name(&path).expect("a part").read_to_string(&mut part).expect("text");
            let cell = |after: &str| {
                let (row, column) = position(after.split('"').next().expect("a reference"));
                let value = range.get_value((row, u32::from(column))).cloned().unwrap_or_default();
                Cell { row, column, value }
            };
            (name, part.split("<c r=\"").skip(1).map(cell).collect())
        })
        .collect()
}

/// "AB12" as row and column from 0.
fn position(reference: &str) -> (u32, u16) {
    let (letters, row) = reference.split_at(reference.find(|letter: char| letter.is_ascii_digit()).expect("a row"));
    let column = letters.bytes().fold(0, |column, letter| column * 26 + u16::from(letter - b'A') + 1);
    (row.parse::<u32>().expect("a row") - 1, column - 1)
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
                Data::Empty => sheet.write_blank(*row, *column, &wrapped),
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
