//! Planning Grid.

pub mod dates;
pub mod document;
pub mod jobs;
pub mod model;
pub mod pack;
pub mod picture;
pub mod report;
pub mod store;
pub mod ui;
