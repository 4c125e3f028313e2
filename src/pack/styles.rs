//! The look of the pack: every cell style there is, made once.
//!
//! A [`Style`] holds a cell's format together with what is needed to measure text set in it, so that the
//! two cannot part. Colour is never the only sign: a status is always written with its letter or word and
//! its shape too.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use super::layout::metrics::FONT_NAME;
use super::layout::{Face, Room, Ruler, Type};
use crate::model::{Colour, Plan, Status, StatusId};

/// The palette of `interface.md`, for white paper.
pub(super) mod palette {
    use crate::model::Colour;

    /// Ink.
    pub(crate) const INK: Colour = Colour::new(0x1c, 0x23, 0x30);
    /// Quieter ink, still 4.5:1 on white and on bands.
    pub(crate) const QUIET: Colour = Colour::new(0x52, 0x5b, 0x69);
    /// The accent.
    pub(crate) const ACCENT: Colour = Colour::new(0x0b, 0x5c, 0x6b);
    /// The accent as a wash.
    pub(crate) const WASH: Colour = Colour::new(0xcf, 0xe3, 0xe6);
    /// Heading bands.
    pub(crate) const BAND: Colour = Colour::new(0xe3, 0xea, 0xea);
    /// Hairlines of tables.
    pub(crate) const LINE: Colour = Colour::new(0xb4, 0xbe, 0xbf);
    /// Fainter hairlines.
    pub(crate) const FAINT: Colour = Colour::new(0xde, 0xdb, 0xd4);
    /// The ground of the as-at month.
    pub(crate) const NOW: Colour = Colour::new(0xf6, 0xf5, 0xf2);
    /// Late.
    pub(crate) const LATE: Colour = Colour::new(0xb3, 0x26, 0x1e);
    /// White.
    pub(crate) const WHITE: Colour = Colour::new(0xff, 0xff, 0xff);
}

use palette::{ACCENT, BAND, FAINT, INK, LATE, LINE, NOW, QUIET, WASH, WHITE};

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
        let plain = Style::plain;
        let middle = |style: Style| style.align(FormatAlign::Center);
        let cell = || plain(Regular, body_pt).boxed().indented(1);
        let lane = || middle(plain(Regular, 8.0).faintly_boxed());
        let total = |style: Style| style.ground(BAND);
        let unwrapped = |style: Style| Style { is_one_line: true, ..style.map(Format::unset_text_wrap) };
        Self {
            title: plain(Bold, 16.0),
            section: plain(Bold, 12.0),
            cover_title: plain(Bold, 26.0),
            cover_partnership: plain(Regular, 15.0).ink(QUIET),
            cover_draft: plain(Bold, 26.0).ink(LATE).align(FormatAlign::Right),
            cover_rule: plain(Regular, 2.0).ground(ACCENT),
            cover_words: plain(Regular, 10.0).ink(QUIET),
            field_heading: plain(Bold, 12.0).underlined(LINE).align(FormatAlign::VerticalCenter),
            field_heading_right: plain(Bold, 10.0)
                .ink(QUIET)
                .underlined(LINE)
                .align(FormatAlign::VerticalCenter)
                .align(FormatAlign::Right),
            field_label: plain(Bold, 10.0).ink(QUIET).underlined(FAINT).align(FormatAlign::VerticalCenter),
            field_value: plain(Regular, 10.0).underlined(FAINT).align(FormatAlign::VerticalCenter),
            link: plain(Regular, 10.0).ink(ACCENT).underlined(FAINT).align(FormatAlign::VerticalCenter),
            link_page: plain(Regular, 10.0)
                .ink(QUIET)
                .underlined(FAINT)
                .align(FormatAlign::VerticalCenter)
                .align(FormatAlign::Right),
            sentence: plain(Regular, 12.0),
            body: plain(Regular, 10.0),
            body_bold: plain(Bold, 10.0),
            quiet: plain(Regular, 9.0).ink(QUIET),
            number: plain(Regular, 10.0).ink(QUIET).align(FormatAlign::Right),
            statement: plain(Regular, 10.0),
            label: plain(Bold, 10.0).ink(QUIET).align(FormatAlign::Bottom),
            outcome: plain(Regular, 10.0),
            heading: plain(Bold, body_pt).ground(BAND).boxed().indented(1).align(FormatAlign::VerticalCenter),
            heading_middle: middle(plain(Bold, body_pt).ground(BAND).boxed()).align(FormatAlign::VerticalCenter),
            heading_small: middle(plain(Bold, 8.0).ground(BAND).boxed()).align(FormatAlign::VerticalCenter),
            cell: cell(),
            cell_quiet: cell().ink(QUIET),
            cell_late: plain(Bold, body_pt).boxed().indented(1).ink(LATE),
            cell_middle: middle(plain(Regular, body_pt).boxed()),
            cell_total: total(plain(Bold, body_pt).boxed().indented(1)),
            cell_total_middle: middle(total(plain(Bold, body_pt).boxed())),
            month: middle(plain(Regular, 8.0).ground(BAND).boxed()),
            month_now: middle(plain(Bold, 8.0).ground(ACCENT).ink(WHITE).boxed()),
            quarter: middle(plain(Bold, 9.0).ground(BAND).boxed()),
            group: plain(Bold, 9.0).ground(NOW).faintly_boxed(),
            lane: lane(),
            lane_now: lane().ground(NOW),
            lane_point: middle(plain(Bold, 8.0).ground(ACCENT).ink(WHITE).faintly_boxed()),
            lane_step: middle(plain(Bold, 8.0).ground(WASH).ink(INK).faintly_boxed()),
            lane_open: middle(plain(Bold, 8.0).ground(BAND).ink(QUIET).faintly_boxed()),
            lane_again: middle(plain(Bold, 8.0).ground(WASH).ink(ACCENT).faintly_boxed()),
            lane_meeting: middle(plain(Bold, 8.0).ground(INK).ink(WHITE).faintly_boxed()),
            lane_words: plain(Regular, 8.0).faintly_boxed(),
            lane_step_words: plain(Regular, 8.0).ink(QUIET).faintly_boxed().indented(1),
            lane_quiet: plain(Regular, 8.0).ink(QUIET).faintly_boxed(),
            lane_heading: plain(Bold, 8.0).ground(BAND).boxed(),
            title_side: plain(Bold, 10.0).align(FormatAlign::Right).align(FormatAlign::VerticalCenter),
            register_title: unwrapped(plain(Bold, 16.0)),
            overflowing: unwrapped(plain(Regular, 10.0)),
            register: plain(Regular, 9.0).boxed().indented(1),
            register_quiet: plain(Regular, 9.0).boxed().indented(1).ink(QUIET),
            register_day: plain(Regular, 9.0).boxed().indented(1).number("dd mmm yyyy").align(FormatAlign::Left),
            register_late: plain(Bold, 9.0).boxed().indented(1).ink(LATE).number("0").align(FormatAlign::Left),
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

/// Whether white can be read on it.
#[must_use]
pub(super) fn is_dark(ground: Colour) -> bool {
    contrast(WHITE, ground) >= 4.5
}

/// `part` of one colour in another.
fn mixed(one: Colour, other: Colour, part: f32) -> Colour {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between two bytes")]
    let mix = |one: u8, other: u8| (f32::from(one) * part + f32::from(other) * (1.0 - part)).round() as u8;
    Colour::new(mix(one.red, other.red), mix(one.green, other.green), mix(one.blue, other.blue))
}

/// The colour, darkened until it has a contrast of 4.5:1 on the ground.
fn readable_on(ink: Colour, ground: Colour) -> Colour {
    let black = Colour::new(0, 0, 0);
    (0_u8..=20)
        .map(|step| mixed(ink, black, 1.0 - f32::from(step) * 0.05))
        .find(|darker| contrast(*darker, ground) >= 4.5)
        .unwrap_or(black)
}

/// The contrast of two colours, 1 to 21, as WCAG 2 counts it.
fn contrast(one: Colour, other: Colour) -> f32 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn luminance(one: Colour) -> f32 {
    let linear = |part: u8| {
        let part = f32::from(part) / 255.0;
        if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(one.red) + 0.7152 * linear(one.green) + 0.0722 * linear(one.blue)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{IdMaker, status};

    #[test]
    fn every_status_can_be_read_on_its_ground() {
        for status in status::default_scheme(&mut IdMaker::new(1)) {
            let tint = mixed(status.colour, WHITE, 0.10);
            assert!(contrast(readable_on(status.colour, tint), tint) >= 4.5, "{}", status.word);
        }
        let yellow = Colour::new(0xff, 0xee, 0x00);
        assert!(contrast(readable_on(yellow, WHITE), WHITE) >= 4.5);
    }

    #[test]
    fn the_palette_can_be_read() {
        for (ink, ground) in [(INK, WHITE), (QUIET, WHITE), (QUIET, BAND), (QUIET, NOW), (WHITE, ACCENT), (LATE, WHITE)]
        {
            assert!(contrast(ink, ground) >= 4.5, "{ink:?} on {ground:?}");
        }
    }
}
