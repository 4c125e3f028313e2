//! The look of the pack: every cell style there is, made once.
//!
//! A [`Style`] holds a cell's format together with what is needed to measure text set in it, so that the
//! two cannot part. Colour is never the only sign: a status is always written with its letter or word and
//! its shape too.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use super::layout::metrics::FONT_NAME;
use super::layout::{Face, Room, Ruler, Type};
use crate::model::{Colour, Plan, Status, StatusId};

use super::palette::{ACCENT, BAND, FAINT, INK, LATE, LINE, NOW, QUIET, WASH, WHITE, is_dark, mixed, readable_on};

/// A cell's look and the type it is set in.
#[derive(Clone, Debug)]
pub(super) struct Style {
    /// The format as the workbook knows it.
    pub(super) format: Format,
    /// The type, for measuring.
    pub(super) set_in: Type,
    /// Steps of indent.
    pub(super) indent: u8,
    /// Whether its text stays on one line, running over into empty cells beside it.
    pub(super) is_one_line: bool,
}

impl Style {
    /// Plain ink on white, wrapped, from the top left.
    #[must_use]
    pub(super) fn plain(face: Face, size_pt: f32) -> Self {
        let format = Format::new()
            .set_font_name(FONT_NAME)
            .set_font_size(size_pt)
            .set_font_color(colour(INK))
            .set_align(FormatAlign::Top)
            .set_text_wrap();
        let format = if face == Face::Bold { format.set_bold() } else { format };
        Self { format, set_in: Type { face, size_pt }, indent: 0, is_one_line: false }
    }

    fn map(mut self, change: impl FnOnce(Format) -> Format) -> Self {
        self.format = change(self.format);
        self
    }

    /// In this colour.
    #[must_use]
    pub(super) fn ink(self, ink: Colour) -> Self {
        self.map(|format| format.set_font_color(colour(ink)))
    }

    /// On this ground.
    #[must_use]
    pub(super) fn ground(self, ground: Colour) -> Self {
        self.map(|format| format.set_background_color(colour(ground)))
    }

    /// With a hairline all round.
    #[must_use]
    pub(super) fn boxed(self) -> Self {
        self.map(|format| format.set_border(FormatBorder::Thin).set_border_color(colour(LINE)))
    }

    /// With a faint hairline all round.
    #[must_use]
    pub(super) fn faintly_boxed(self) -> Self {
        self.map(|format| format.set_border(FormatBorder::Thin).set_border_color(colour(FAINT)))
    }

    /// With a hairline below.
    #[must_use]
    pub(super) fn underlined(self, line: Colour) -> Self {
        self.map(|format| format.set_border_bottom(FormatBorder::Thin).set_border_bottom_color(colour(line)))
    }

    /// Aligned otherwise than to the left or the top.
    #[must_use]
    pub(super) fn align(self, align: FormatAlign) -> Self {
        self.map(|format| format.set_align(align))
    }

    /// Indented by a step, so that text does not touch the line beside it.
    #[must_use]
    pub(super) fn indented(mut self, steps: u8) -> Self {
        self.indent = steps;
        // Without a side to be indented from, LibreOffice leaves the indent out.
        self.map(|format| format.set_align(FormatAlign::Left).set_indent(steps))
    }

    /// With a format for numbers or dates.
    #[must_use]
    pub(super) fn number(self, number_format: &str) -> Self {
        self.map(|format| format.set_num_format(number_format))
    }

    /// The room text has in columns of this width together.
    #[must_use]
    pub(super) fn room(&self, width_px: u32) -> Room {
        Room::in_columns(width_px, self.indent)
    }
}

/// The colour as the workbook knows it.
#[must_use]
pub(super) fn colour(one: Colour) -> Color {
    Color::RGB(u32::from(one.red) << 16 | u32::from(one.green) << 8 | u32::from(one.blue))
}

/// How a status is shown.
#[derive(Clone, Debug)]
pub(super) struct StatusStyle {
    /// Which status.
    pub(super) id: StatusId,
    /// Its shape and word: "◆ Off track".
    pub(super) chip_text: String,
    /// Its shape and letter: "◆ R".
    pub(super) letter_text: String,
    /// A table's cell holding either.
    pub(super) chip: Style,
    /// The same in the register.
    pub(super) register_chip: Style,
    /// The same in the middle of its cell.
    pub(super) chip_middle: Style,
    /// Its shape and letter on the timeline.
    pub(super) lane_letter: Style,
    /// A mark on the timeline.
    pub(super) mark: Style,
    /// Its colour.
    pub(super) colour: Colour,
}

/// Every style of the pack.
#[derive(Clone, Debug)]
#[allow(missing_docs, reason = "each name says where the style is used")]
pub(super) struct Styles {
    pub(super) title: Style,
    pub(super) section: Style,
    pub(super) cover_title: Style,
    pub(super) cover_partnership: Style,
    pub(super) cover_draft: Style,
    pub(super) cover_rule: Style,
    pub(super) cover_words: Style,
    pub(super) field_heading: Style,
    pub(super) field_heading_right: Style,
    pub(super) field_label: Style,
    pub(super) field_value: Style,
    pub(super) link: Style,
    pub(super) link_page: Style,
    pub(super) sentence: Style,
    pub(super) body: Style,
    pub(super) body_bold: Style,
    pub(super) quiet: Style,
    pub(super) number: Style,
    pub(super) statement: Style,
    pub(super) label: Style,
    pub(super) outcome: Style,
    pub(super) heading: Style,
    pub(super) heading_middle: Style,
    pub(super) heading_small: Style,
    pub(super) cell: Style,
    pub(super) cell_quiet: Style,
    pub(super) cell_late: Style,
    pub(super) cell_middle: Style,
    pub(super) cell_total: Style,
    pub(super) cell_total_middle: Style,
    pub(super) month: Style,
    pub(super) month_now: Style,
    pub(super) quarter: Style,
    pub(super) group: Style,
    pub(super) lane: Style,
    pub(super) lane_now: Style,
    pub(super) lane_point: Style,
    pub(super) lane_step: Style,
    pub(super) lane_open: Style,
    pub(super) lane_again: Style,
    pub(super) title_side: Style,
    pub(super) register_title: Style,
    pub(super) overflowing: Style,
    pub(super) register: Style,
    pub(super) register_quiet: Style,
    pub(super) register_day: Style,
    pub(super) register_late: Style,
    pub(super) lane_meeting: Style,
    pub(super) lane_words: Style,
    pub(super) lane_step_words: Style,
    pub(super) lane_quiet: Style,
    pub(super) lane_heading: Style,
    statuses: Vec<StatusStyle>,
    widest_chip_px: u32,
}

impl Styles {
    /// The styles for a plan, its tables set in `body_pt` points.
    #[must_use]
    #[allow(clippy::too_many_lines, reason = "one line a style, as a table to read down")]
    pub(super) fn new(plan: &Plan, body_pt: f32, ruler: &Ruler) -> Self {
        use Face::{Bold, Regular};
        let set = Style::plain;
        let middle = |style: Style| style.align(FormatAlign::Center);
        let cell = || set(Regular, body_pt).boxed().indented(1);
        let lane = || middle(set(Regular, 8.0).faintly_boxed());
        let total = |style: Style| style.ground(BAND);
        let unwrapped = |style: Style| Style { is_one_line: true, ..style.map(Format::unset_text_wrap) };
        Self {
            title: set(Bold, 16.0),
            section: set(Bold, 12.0),
            cover_title: set(Bold, 26.0),
            cover_partnership: set(Regular, 15.0).ink(QUIET),
            cover_draft: set(Bold, 26.0).ink(LATE).align(FormatAlign::Right),
            cover_rule: set(Regular, 2.0).ground(ACCENT),
            cover_words: set(Regular, 10.0).ink(QUIET),
            field_heading: set(Bold, 12.0).underlined(LINE).align(FormatAlign::VerticalCenter),
            field_heading_right: set(Bold, 10.0)
                .ink(QUIET)
                .underlined(LINE)
                .align(FormatAlign::VerticalCenter)
                .align(FormatAlign::Right),
            field_label: set(Bold, 10.0).ink(QUIET).underlined(FAINT).align(FormatAlign::VerticalCenter),
            field_value: set(Regular, 10.0).underlined(FAINT).align(FormatAlign::VerticalCenter),
            link: set(Regular, 10.0).ink(ACCENT).underlined(FAINT).align(FormatAlign::VerticalCenter),
            link_page: set(Regular, 10.0)
                .ink(QUIET)
                .underlined(FAINT)
                .align(FormatAlign::VerticalCenter)
                .align(FormatAlign::Right),
            sentence: set(Regular, 12.0),
            body: set(Regular, 10.0),
            body_bold: set(Bold, 10.0),
            quiet: set(Regular, 9.0).ink(QUIET),
            number: set(Regular, 10.0).ink(QUIET).align(FormatAlign::Right),
            statement: set(Regular, 10.0),
            label: set(Bold, 10.0).ink(QUIET).align(FormatAlign::Bottom),
            outcome: set(Regular, 10.0),
            heading: set(Bold, body_pt).ground(BAND).boxed().indented(1).align(FormatAlign::VerticalCenter),
            heading_middle: middle(set(Bold, body_pt).ground(BAND).boxed()).align(FormatAlign::VerticalCenter),
            heading_small: middle(set(Bold, 8.0).ground(BAND).boxed()).align(FormatAlign::VerticalCenter),
            cell: cell(),
            cell_quiet: cell().ink(QUIET),
            cell_late: set(Bold, body_pt).boxed().indented(1).ink(LATE),
            cell_middle: middle(set(Regular, body_pt).boxed()),
            cell_total: total(set(Bold, body_pt).boxed().indented(1)),
            cell_total_middle: middle(total(set(Bold, body_pt).boxed())),
            month: middle(set(Regular, 8.0).ground(BAND).boxed()),
            month_now: middle(set(Bold, 8.0).ground(ACCENT).ink(WHITE).boxed()),
            quarter: middle(set(Bold, 9.0).ground(BAND).boxed()),
            group: set(Bold, 9.0).ground(NOW).faintly_boxed(),
            lane: lane(),
            lane_now: lane().ground(NOW),
            lane_point: middle(set(Bold, 8.0).ground(ACCENT).ink(WHITE).faintly_boxed()),
            lane_step: middle(set(Bold, 8.0).ground(WASH).ink(INK).faintly_boxed()),
            lane_open: middle(set(Bold, 8.0).ground(BAND).ink(QUIET).faintly_boxed()),
            lane_again: middle(set(Bold, 8.0).ground(WASH).ink(ACCENT).faintly_boxed()),
            lane_meeting: middle(set(Bold, 8.0).ground(INK).ink(WHITE).faintly_boxed()),
            lane_words: set(Regular, 8.0).faintly_boxed(),
            lane_step_words: set(Regular, 8.0).ink(QUIET).faintly_boxed().indented(1),
            lane_quiet: set(Regular, 8.0).ink(QUIET).faintly_boxed(),
            lane_heading: set(Bold, 8.0).ground(BAND).boxed(),
            title_side: set(Bold, 10.0).align(FormatAlign::Right).align(FormatAlign::VerticalCenter),
            register_title: unwrapped(set(Bold, 16.0)),
            overflowing: unwrapped(set(Regular, 10.0)),
            register: set(Regular, 9.0).boxed().indented(1),
            register_quiet: set(Regular, 9.0).boxed().indented(1).ink(QUIET),
            register_day: set(Regular, 9.0).boxed().indented(1).number("dd mmm yyyy").align(FormatAlign::Left),
            register_late: set(Bold, 9.0).boxed().indented(1).ink(LATE).number("0").align(FormatAlign::Left),
            widest_chip_px: widest_px(plan.statuses.iter().map(|status| status_style(status, body_pt)), ruler),
            statuses: plan.statuses.iter().map(|status| status_style(status, body_pt)).collect(),
        }
    }

    /// How wide a column must be to hold any status with its shape and word on one line.
    #[must_use]
    pub(super) fn widest_chip_px(&self) -> u32 {
        self.widest_chip_px
    }

    /// How this status is shown.
    #[must_use]
    pub(super) fn status(&self, id: Option<StatusId>) -> Option<&StatusStyle> {
        let id = id?;
        self.statuses.iter().find(|status| status.id == id)
    }
}

fn widest_px(statuses: impl Iterator<Item = StatusStyle>, ruler: &Ruler) -> u32 {
    let widths = statuses.map(|status| {
        let width = ruler.text(&status.chip_text, status.chip.set_in);
        width.exact_px.max(width.rounded_px)
    });
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a status is a word or two")]
    let widest_px = widths.fold(0.0, f32::max).min(400.0) as u32;
    // For the padding, and the small part that wrapping leaves unused.
    widest_px + widest_px / 20 + 20
}

fn status_style(status: &Status, body_pt: f32) -> StatusStyle {
    let tint = mixed(status.colour, WHITE, 0.10);
    let ink = readable_on(status.colour, tint);
    let chip = Style::plain(Face::Bold, body_pt).boxed().ground(tint).ink(ink).indented(1);
    let mark_ink = if is_dark(status.colour) { WHITE } else { INK };
    let shape = status.shape.character();
    StatusStyle {
        id: status.id,
        chip_text: format!("{shape} {}", status.word),
        letter_text: format!("{shape} {}", status.letter),
        register_chip: Style::plain(Face::Bold, 9.0).boxed().indented(1).ground(tint).ink(ink),
        chip_middle: Style::plain(Face::Bold, body_pt)
            .boxed()
            .ground(tint)
            .ink(ink)
            .align(FormatAlign::Center)
            .align(FormatAlign::VerticalCenter),
        lane_letter: Style::plain(Face::Bold, 8.0).align(FormatAlign::Center).ground(tint).ink(ink).faintly_boxed(),
        chip,
        mark: Style::plain(Face::Bold, 8.0)
            .align(FormatAlign::Center)
            .ground(status.colour)
            .ink(mark_ink)
            .faintly_boxed(),
        colour: status.colour,
    }
}
