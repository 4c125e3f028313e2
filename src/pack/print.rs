//! How a sheet goes on paper: its size, margins, header and footer, and what fits on a page.

use rust_xlsxwriter::Worksheet;

use super::layout::{Face, Ruler, Type};
use super::text::{clean, one_line, shortened};
use super::{PackOptions, Paper};
use crate::dates::long_day_words;
use crate::model::{Plan, PlanStatus};

/// Margins in inches.
const SIDE_IN: f64 = 0.55;
const TOP_IN: f64 = 0.65;
const BOTTOM_IN: f64 = 0.7;
const HEADER_IN: f64 = 0.3;

impl Paper {
    /// The paper's number in the file format.
    fn number(self) -> u8 {
        match self {
            Self::A4 => 9,
            Self::A3 => 8,
        }
    }

    /// How wide a sheet's columns may be together, at full scale. The width between the margins is 0.9 % more,
    /// because printers' columns come out a little wider than a screen's; a sheet that is too wide all the
    /// same is scaled down to one page.
    #[must_use]
    pub(super) fn width_px(self) -> u32 {
        match self {
            Self::A4 => 1008,
            Self::A3 => 1470,
        }
    }

    /// How high the rows of one page may be together, at full scale, with 1.5 % kept back.
    #[must_use]
    pub(super) fn height_px(self) -> u32 {
        match self {
            Self::A4 => 653,
            Self::A3 => 976,
        }
    }
}

/// The most of a title or marking in a header or footer; Excel allows 255 letters for all of it.
const MOST_UNITS: usize = 72;
/// What the words of a working copy leave of the title where there is a marking too.
const MOST_UNITS_OF_WORKING_COPY: usize = 36;

/// What stands on every page of the pack beside the sheet itself.
#[derive(Clone, Debug)]
pub(super) struct PageFurniture {
    paper: Paper,
    header: String,
    footer: String,
}

impl PageFurniture {
    /// What stands on the pages of a plan's pack.
    #[must_use]
    pub(super) fn new(plan: &Plan, options: &PackOptions, ruler: &Ruler) -> Self {
        let marking = code(&one_line(&plan.marking).to_uppercase());
        let set = |size: u8, face: &str, words: &str| format!("&{size}&\"Arial,{face}\"{words}");
        let marked = |before: &str, size: u8| match marking.as_str() {
            "" => String::new(),
            marking => format!("{before}{}", set(size, "Bold", marking)),
        };
        let draft = if plan.status == PlanStatus::Draft { set(9, "Bold", "DRAFT") } else { String::new() };
        let draft = if draft.is_empty() { draft } else { format!("&R{draft}") };
        let header = format!("{}{draft}", marked("&C", 9));
        let title = set(8, "Regular", &code(&footer_title(plan, options, ruler)));
        let as_at = set(8, "Regular", &format!("As at {}", long_day_words(options.as_at)));
        let page = set(8, "Regular", "Page &P of &N");
        let working = if options.working_copy { set(8, "Bold", "WORKING COPY   ") } else { String::new() };
        let footer = format!("&L{title}&C{as_at}{}&R{working}{page}", marked("\n", 9));
        Self { paper: options.paper, header, footer }
    }

    /// Sets a sheet up for the printer.
    pub(super) fn set_up(&self, sheet: &mut Worksheet) {
        sheet
            .set_paper_size(self.paper.number())
            .set_landscape()
            .set_print_fit_to_pages(1, 0)
            .set_margins(SIDE_IN, SIDE_IN, TOP_IN, BOTTOM_IN, HEADER_IN, HEADER_IN)
            .set_header(self.header.as_str())
            .set_footer(self.footer.as_str())
            .set_screen_gridlines(false);
    }
}

/// Words as header and footer code: an ampersand is doubled.
fn code(words: &str) -> String {
    shortened(&clean(words), MOST_UNITS).replace('&', "&&")
}

/// The plan's title with its status and version, short enough to end before the middle of the footer.
fn footer_title(plan: &Plan, options: &PackOptions, ruler: &Ruler) -> String {
    let status = status_and_version(plan);
    let title = one_line(&plan.title);
    let set_in = Type { face: Face::Regular, size_pt: 8.0 };
    #[allow(clippy::cast_precision_loss, reason = "a page is at most some thousand pixels wide")]
    let room_px = options.paper.width_px() as f32 * 0.42;
    let whole = |title: &str| format!("{title} · {status}");
    let is_full = options.working_copy && !plan.marking.trim().is_empty();
    let most_units = if is_full { MOST_UNITS_OF_WORKING_COPY } else { MOST_UNITS };
    (20..=MOST_UNITS)
        .rev()
        .step_by(2)
        .map(|most| whole(&shortened(&title, most)))
        .find(|words| ruler.text(words, set_in).exact_px <= room_px && words.chars().count() <= most_units)
        .unwrap_or_else(|| whole(&shortened(&title, 20)))
}

/// "Draft v0.3", "Agreed".
#[must_use]
pub(super) fn status_and_version(plan: &Plan) -> String {
    let status = if plan.status == PlanStatus::Draft { "DRAFT" } else { plan.status.words() };
    match plan.version.trim() {
        "" => status.to_owned(),
        version => format!("{status} {}", shortened(&one_line(version), 24)),
    }
}
