//! One figure of a measure: what it is called, its words, and the edit that sets it.

use egui::Id;

use crate::dates::Quarter;
use crate::model::measure::figure;
use crate::model::{Edit, KpiId, Measure, MeasureField};

/// Which figure of a measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Figure {
    /// Where it stood at the start.
    Baseline,
    /// Where it is to get to.
    Target,
    /// How it stood in a quarter.
    Actual(Quarter),
}

impl Figure {
    /// What stands over its field.
    pub(crate) fn heading(self) -> String {
        match self {
            Self::Baseline => "Baseline".to_owned(),
            Self::Target => "Target".to_owned(),
            Self::Actual(quarter) => format!("Q{}", quarter.number()),
        }
    }

    /// What it is called where nothing stands over it.
    pub(crate) fn name(self) -> String {
        match self {
            Self::Baseline | Self::Target => self.heading(),
            Self::Actual(quarter) => quarter.label(),
        }
    }

    /// As it is written, or nothing.
    pub(crate) fn of(self, measure: &Measure) -> &str {
        match self {
            Self::Baseline => &measure.baseline,
            Self::Target => &measure.target,
            Self::Actual(quarter) => measure.actuals.get(&quarter).map_or("", String::as_str),
        }
    }

    /// The edit that writes it.
    pub(crate) fn edit(self, kpi: KpiId, new: String) -> Edit {
        let field = match self {
            Self::Baseline => MeasureField::Baseline(new),
            Self::Target => MeasureField::Target(new),
            Self::Actual(quarter) => MeasureField::Actual(quarter, new),
        };
        Edit::Measure(kpi, field)
    }

    /// The widget that edits it.
    pub(crate) fn id(self, view: &'static str, kpi: KpiId) -> Id {
        Id::unique(("figure", view, kpi, self))
    }
}

/// What is to be said beside a figure that cannot be read.
pub(crate) fn problem(written: &str) -> Option<String> {
    (!written.trim().is_empty() && figure(written).is_none()).then(|| format!("“{}” is no figure yet", written.trim()))
}
