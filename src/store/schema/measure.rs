//! Version 1 of the file, continued: KPIs with their figures, and both ways over the bridge.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Words;
use super::to_plan::{Converter, Flaw};
use crate::dates::Quarter;
use crate::model::{self, RecordId};

const QUARTER: &str = "a quarter written like Q1 2016/17";
const ONCE: &str = "only one figure for each quarter";

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(in crate::store) struct Kpi<'a> {
    pub(crate) id: Words<'a>,
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub(crate) text: Words<'a>,
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub(crate) baseline: Words<'a>,
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub(crate) target: Words<'a>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub(crate) direction: Direction,
    #[serde(default, skip_serializing_if = "is_default")]
    pub(crate) counted: Counted,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) actuals: Vec<Actual<'a>>,
}

/// See [`model::Direction`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::store) enum Direction {
    #[default]
    Higher,
    Lower,
}

/// See [`model::Counted`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::store) enum Counted {
    #[default]
    Level,
    Total,
}

/// The figure of a quarter.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(in crate::store) struct Actual<'a> {
    pub(crate) quarter: Words<'a>,
    pub(crate) figure: Words<'a>,
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

impl<'a> From<&'a model::Kpi> for Kpi<'a> {
    fn from(kpi: &'a model::Kpi) -> Self {
        let model::Kpi { id, text, measure } = kpi;
        let model::Measure { baseline, target, direction, counted, actuals } = measure;
        let actual =
            |(quarter, figure): (_, &'a String)| Actual { quarter: Words::written(quarter), figure: Words::of(figure) };
        Self {
            id: Words::written(id),
            text: Words::of(text),
            baseline: Words::of(baseline),
            target: Words::of(target),
            direction: match direction {
                model::Direction::Higher => Direction::Higher,
                model::Direction::Lower => Direction::Lower,
            },
            counted: match counted {
                model::Counted::Level => Counted::Level,
                model::Counted::Total => Counted::Total,
            },
            actuals: actuals.iter().map(actual).collect(),
        }
    }
}

impl Converter<'_> {
    pub(super) fn kpi(&mut self, kpi: Kpi) -> Result<model::Kpi, Flaw> {
        let id = self.id(&kpi.id, model::KpiId::parse, RecordId::Kpi)?;
        let mut actuals = BTreeMap::new();
        for Actual { quarter, figure } in kpi.actuals.into_iter().filter(|one| !one.figure.is_empty()) {
            let known = Quarter::parse_label(quarter.as_str());
            let known = known.ok_or_else(|| self.unexpected(&quarter, QUARTER))?;
            if actuals.insert(known, figure.into_string()).is_some() {
                return Err(self.unexpected(&quarter, ONCE));
            }
        }
        Ok(model::Kpi {
            id,
            text: kpi.text.into_string(),
            measure: model::Measure {
                baseline: kpi.baseline.into_string(),
                target: kpi.target.into_string(),
                direction: match kpi.direction {
                    Direction::Higher => model::Direction::Higher,
                    Direction::Lower => model::Direction::Lower,
                },
                counted: match kpi.counted {
                    Counted::Level => model::Counted::Level,
                    Counted::Total => model::Counted::Total,
                },
                actuals,
            },
        })
    }
}
