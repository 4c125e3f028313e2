//! The commands that need no window, for scripts and tests. Thin: each reads its arguments, calls a room
//! of the program, and turns the result into an exit status.
//!
//! Exit status: 0 done; 2 wrong usage; 3 choices are left (`merge` only), one a line on standard error;
//! 1 anything else, with the reason on standard error.

mod check;
mod compare;
mod import;
mod merge;
mod roll_forward;
mod show;

use std::io::{BufRead, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use chrono::NaiveDate;
use clap::{Parser, Subcommand, ValueEnum};

use crate::app::Drawing;
use crate::dates::{self, Period, Reading};
use crate::headless::{self, PictureOptions};
use crate::model::Plan;
use crate::pack::{self, PackOptions};
use crate::store;
use crate::ui::ViewKind;
use crate::ui::progress::Section;

/// Keeps a partnership's plan: planning-grid forms, a timeline of milestones, and the board pack.
#[derive(Debug, Parser)]
#[command(name = "planning-grid", version, about, args_conflicts_with_subcommands = true)]
pub struct Arguments {
    /// The plan to open in the window.
    pub plan: Option<PathBuf>,
    /// Draw with this and nothing else, where the window does not come up right.
    #[arg(long, value_enum)]
    pub draw_with: Option<Drawing>,
    /// A command that needs no window.
    #[command(subcommand)]
    pub command: Option<Headless>,
}

/// A command that needs no window.
#[derive(Debug, Subcommand)]
pub enum Headless {
    /// Write the board pack as a workbook.
    Export {
        /// The plan.
        plan: PathBuf,
        /// The workbook to write.
        #[arg(short, long)]
        output: PathBuf,
        /// The day it speaks for; today where not given.
        #[arg(long, value_name = "YYYY-MM-DD")]
        as_at: Option<NaiveDate>,
        /// For those who keep the plan: with a sheet of what the check found, and "WORKING COPY" on every page.
        #[arg(long)]
        working_copy: bool,
    },
    /// List what a board would want mended: gravest first, each with its place and what to do.
    Check(check::CheckArguments),
    /// Tell what changed between two states of one plan, as a board wants to hear it.
    Compare(compare::CompareArguments),
    /// Show the whole plan.
    Show {
        /// The plan.
        plan: PathBuf,
        /// As JSON.
        #[arg(long, required = true)]
        json: bool,
    },
    /// Read dates as people write them, one a line on standard input.
    Dates {
        /// The period that dates without a year belong to.
        #[arg(long, value_name = "2016/17", value_parser = period)]
        period: Period,
    },
    /// Join two plans that came from one. Exit status 3 where choices are left: they are listed on standard
    /// error, one JSON object a line, and nothing is written.
    Merge(merge::MergeArguments),
    /// Bring in a plan from a document, as a new plan to look through.
    Import(import::ImportArguments),
    /// Make next year's plan from this one: what is open is carried over, what is complete left behind. Lists the
    /// dates to look over; none is moved unless asked for.
    RollForward(roll_forward::RollForwardArguments),
    /// Save a view of a plan as a picture, as it is on screen.
    Picture {
        /// The plan.
        plan: PathBuf,
        /// Which view.
        #[arg(long, value_enum)]
        view: PictureView,
        /// Which section of the Progress view: round, overdue, due-soon, no-update, load.
        #[arg(long, default_value = "round", value_parser = section)]
        section: Section,
        /// The PNG file to write.
        #[arg(short, long)]
        output: PathBuf,
        /// Width and height in points.
        #[arg(long, value_name = "WxH", default_value = "1440x900", value_parser = size)]
        size: (u32, u32),
        /// The day it speaks for; today where not given.
        #[arg(long, value_name = "YYYY-MM-DD")]
        as_at: Option<NaiveDate>,
        /// Dark ink on light paper, or the other way round.
        #[arg(long, value_enum, default_value = "light")]
        theme: PictureTheme,
    },
}

/// The views a picture can show.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum PictureView {
    /// The forms.
    Grids,
    /// Milestones across the year.
    Timeline,
    /// Every action in one table.
    Actions,
    /// What a board would catch.
    Check,
    /// What was said, what is late, and how the deadlines are spread.
    Progress,
}

/// The looks a picture can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum PictureTheme {
    /// Dark ink on light paper.
    Light,
    /// Light ink on dark paper.
    Dark,
}

fn period(text: &str) -> Result<Period, String> {
    Period::parse(text).ok_or_else(|| "write it like 2016/17".to_owned())
}

fn section(text: &str) -> Result<Section, String> {
    let all = || Section::ALL.map(Section::id).join(", ");
    Section::ALL.into_iter().find(|section| section.id() == text).ok_or_else(|| format!("it is one of {}", all()))
}

/// A picture no larger than any paper or screen needs.
const LARGEST_SIDE: u32 = 8192;

fn size(text: &str) -> Result<(u32, u32), String> {
    let sides = text.split_once(['x', 'X', '×']).and_then(|(w, h)| Some((w.parse().ok()?, h.parse().ok()?)));
    match sides {
        Some((width, height)) if (200..=LARGEST_SIDE).contains(&width) && (200..=LARGEST_SIDE).contains(&height) => {
            Ok((width, height))
        }
        _ => Err(format!("write it like 1440x900, each from 200 to {LARGEST_SIDE}")),
    }
}

/// Why a command was not done.
#[derive(Debug, thiserror::Error)]
enum Failed {
    #[error(transparent)]
    Load(#[from] store::LoadError),
    #[error("The board pack was not made: {0}")]
    Pack(#[from] pack::PackError),
    #[error("The picture was not made: {0}")]
    Picture(#[from] crate::picture::PictureError),
    #[error("\"{0}\" was not written: {1}. Nothing else was changed.")]
    Write(String, std::io::Error),
    #[error(transparent)]
    Save(store::SaveError),
    #[error(transparent)]
    Intake(crate::intake::IntakeError),
    #[error(transparent)]
    Roll(#[from] crate::model::rolling::RollError),
    #[error("{0}")]
    ChoicesLeft(String),
    #[error("\"{0}\" is the plan itself. Nothing was written; give the output another name.")]
    OwnFile(String),
    #[error("Standard input could not be read as text: {0}")]
    Input(std::io::Error),
    #[error("Standard output could not be written: {0}")]
    Output(std::io::Error),
}

/// Does a command. `today` is the day where none was given.
#[must_use]
pub fn run(command: Headless, today: NaiveDate) -> ExitCode {
    match execute(command, today) {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever read the output has seen enough ("| head").
        Err(Failed::Output(error)) if error.kind() == std::io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(failed) => {
            tell(&failed);
            if matches!(failed, Failed::ChoicesLeft(_)) { ExitCode::from(CHOICES_LEFT) } else { ExitCode::FAILURE }
        }
    }
}

/// The exit status of a merge that a person must decide.
const CHOICES_LEFT: u8 = 3;

/// A line on standard error.
fn tell(line: &dyn std::fmt::Display) {
    // With standard error closed there is nobody to tell.
    let _ = writeln!(std::io::stderr(), "{line}");
}

fn execute(command: Headless, today: NaiveDate) -> Result<(), Failed> {
    match command {
        Headless::Export { plan, output, as_at, working_copy } => {
            refuse_own_file(&plan, &output)?;
            let plan = load(&plan)?;
            let options = PackOptions { working_copy, ..PackOptions::as_at(as_at.unwrap_or(today)) };
            let bytes = pack::write_pack(&plan, &options)?;
            write(&output, &bytes)
        }
        Headless::Show { plan, json: _ } => {
            let plan = load(&plan)?;
            let mut out = std::io::stdout().lock();
            show::write_json(&plan, &mut out).and_then(|()| out.flush()).map_err(Failed::Output)
        }
        Headless::Check(arguments) => check::run(&arguments, today),
        Headless::Compare(arguments) => compare::run(&arguments),
        Headless::Dates { period } => read_dates(&period),
        Headless::Merge(arguments) => merge::run(&arguments),
        Headless::Import(arguments) => import::run(arguments),
        Headless::RollForward(arguments) => roll_forward::run(arguments),
        Headless::Picture { plan, view, section, output, size: (width, height), as_at, theme } => {
            refuse_own_file(&plan, &output)?;
            let plan = load(&plan)?;
            let view = match view {
                PictureView::Grids => ViewKind::Grids,
                PictureView::Timeline => ViewKind::Timeline,
                PictureView::Actions => ViewKind::Actions,
                PictureView::Check => ViewKind::Check,
                PictureView::Progress => ViewKind::Progress,
            };
            #[expect(clippy::cast_precision_loss, reason = "at most LARGEST_SIDE")]
            let size = [width as f32, height as f32];
            let options = PictureOptions {
                view,
                section,
                as_at: as_at.unwrap_or(today),
                dark: theme == PictureTheme::Dark,
                size,
                ..PictureOptions::default()
            };
            write(&output, &headless::picture(plan, &options)?)
        }
    }
}

/// "1 date", "2 dates".
fn count(number: usize, what: &str) -> String {
    if number == 1 { format!("1 {what}") } else { format!("{number} {what}s") }
}

/// A plan is never written over by what is made from it.
fn refuse_own_file(plan: &Path, output: &Path) -> Result<(), Failed> {
    if headless::is_same_file(plan, output) { Err(Failed::OwnFile(output.display().to_string())) } else { Ok(()) }
}

fn load(path: &Path) -> Result<Plan, store::LoadError> {
    store::load(path).map(|opened| opened.plan)
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), Failed> {
    headless::write_file(path, bytes).map_err(|error| Failed::Write(path.display().to_string(), error))
}

fn read_dates(period: &Period) -> Result<(), Failed> {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for (index, line) in std::io::stdin().lock().lines().enumerate() {
        let written = line.map_err(Failed::Input)?;
        // A file from Windows may begin with a mark that nobody wrote.
        let written = if index == 0 { written.trim_start_matches('\u{feff}') } else { &written };
        let reading = dates::read(written, period);
        writeln!(out, "{}", dates_line(written, &reading)).map_err(Failed::Output)?;
    }
    out.flush().map_err(Failed::Output)
}

/// `written<TAB>kind<TAB>from<TAB>to`, with nothing where there is no date.
fn dates_line(written: &str, reading: &Reading) -> String {
    let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    format!("{written}\t{}\t{}\t{}", reading.kind().name(), day(reading.from()), day(reading.to()))
}
