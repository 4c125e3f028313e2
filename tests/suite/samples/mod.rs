//! The samples hold the two real plans they were made from, word for word.

mod linking;
mod oldham;
mod tower_hamlets;
mod written;

use std::path::{Path, PathBuf};

use planning_grid::model::Plan;
use planning_grid::store::{self, Sample};

/// A file of `sample-data`.
pub(crate) fn sample_path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-data").join(name)
}

/// The sample opened as the program opens it.
fn opened(name: &str) -> Plan {
    store::load(&sample_path(name)).unwrap_or_else(|error| panic!("{error}")).plan
}

#[test]
fn the_samples_inside_the_program_are_those_of_the_folder() {
    for (sample, name) in [(Sample::Oldham, "oldham-2010-11.ron"), (Sample::TowerHamlets, "tower-hamlets-2016-17.ron")]
    {
        assert!(sample.bytes() == std::fs::read(sample_path(name)).unwrap(), "{name}");
    }
}

#[test]
fn saving_a_sample_changes_no_byte_of_it() {
    for sample in Sample::ALL {
        let plan = store::parse(sample.bytes(), sample.label()).unwrap();
        let again = store::to_bytes(&plan).unwrap();
        assert!(again == sample.bytes(), "{}", sample.label());
    }
}
