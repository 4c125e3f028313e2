//! The text of the two real plans that the samples were made from.

/// Oldham, 2010/11: planning grids.
pub(crate) const OLDHAM: &str = include_str!("../seeds/oldham-2010-11.txt");

/// Tower Hamlets, 2016/17: an action plan, damaged when its text was taken out of a Word document.
pub(crate) const TOWER_HAMLETS: &str = include_str!("../seeds/tower-hamlets-2016-17.txt");

/// The cells of Tower Hamlets that are whole.
pub(crate) const TOWER_HAMLETS_CELLS: &str = include_str!("../seeds/tower-hamlets-cells.tsv");

/// Tower Hamlets in blocks of lines, with what each became.
pub(crate) const TOWER_HAMLETS_BLOCKS: &str = include_str!("../seeds/tower-hamlets-blocks.tsv");

/// The tab-separated rows of a table among the seeds, without its opening remarks.
pub(crate) fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t').collect())
}
