//! Opening the window on whatever the machine can draw with.
//!
//! Locked-down desktops, Remote Desktop and Citrix often have no usable OpenGL, and some have a graphics
//! driver that starts and then fails. So it is tried in turn: wgpu with the machine's graphics; wgpu with
//! its software adapter (WARP on Windows); OpenGL. Only when none works is the person told, with all that
//! was tried.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use eframe::egui_wgpu::{WgpuConfiguration, WgpuSetup, WgpuSetupCreateNew, wgpu};
use eframe::{NativeOptions, Renderer};

use super::App;
use crate::ui::theme;

/// A way of drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Drawing {
    /// The machine's graphics, through DirectX 12, Metal or Vulkan.
    Graphics,
    /// The same without a graphics card, slower.
    Software,
    /// OpenGL.
    Opengl,
}

impl Drawing {
    /// All of them, in the order they are tried.
    pub const ALL: [Self; 3] = [Self::Graphics, Self::Software, Self::Opengl];

    fn label(self) -> &'static str {
        match self {
            Self::Graphics => "the machine's graphics (DirectX 12, Metal or Vulkan)",
            Self::Software => "the software renderer",
            Self::Opengl => "OpenGL",
        }
    }
}

/// No window could be opened.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// There is no screen.
    #[error(
        "There is no screen to open a window on ({0}). Nothing was changed.\nThese commands need none: planning-grid \
         import, export, show, dates, merge, roll-forward and picture; `planning-grid --help` tells more."
    )]
    NoScreen(String),
    /// Nothing this machine has can draw.
    #[error(
        "No window could be opened, because nothing on this machine could draw it. Nothing was changed.\n{0}\nAsk \
         whoever looks after the machine for a graphics driver, or for the software renderer (on Windows: DirectX 12 \
         with WARP; on Linux: mesa-vulkan-drivers).\nThese commands need no window: planning-grid import, export, show, dates \
         and picture; `planning-grid --help` tells more."
    )]
    NothingDraws(String),
}

/// Opens the window and stays in it until it is closed. `make` makes the app, anew for each way of drawing
/// that is tried; `only` tries no other way than this.
///
/// # Errors
/// If there is no screen or nothing can draw.
pub fn run_window(make: &dyn Fn(&egui::Context) -> App, only: Option<Drawing>) -> Result<(), StartError> {
    let mut tried = Vec::new();
    for drawing in Drawing::ALL {
        if only.is_some_and(|only| only != drawing) {
            continue;
        }
        match attempt(make, drawing) {
            Ok(()) => return Ok(()),
            Err(Failure::NoScreen(words)) => return Err(StartError::NoScreen(words)),
            Err(Failure::CannotDraw(words)) => tried.push(format!("- with {}: {words}", drawing.label())),
        }
    }
    Err(StartError::NothingDraws(tried.join("\n")))
}

enum Failure {
    NoScreen(String),
    CannotDraw(String),
}

fn attempt(make: &dyn Fn(&egui::Context) -> App, drawing: Drawing) -> Result<(), Failure> {
    let creator = Box::new(|creation: &eframe::CreationContext<'_>| {
        theme::install(&creation.egui_ctx);
        let app: Box<dyn eframe::App> = Box::new(make(&creation.egui_ctx));
        Ok(app)
    });
    // A driver may fail with a panic instead of an error; then the next way is tried all the same.
    let run = AssertUnwindSafe(|| eframe::run_native("Planning Grid", options(drawing), creator));
    match catch_unwind(run) {
        Ok(Ok(())) => Ok(()),
        Ok(Err(error @ (eframe::Error::WinitEventLoop(_) | eframe::Error::Winit(_)))) => {
            Err(Failure::NoScreen(plain(&error.to_string())))
        }
        Ok(Err(error)) => Err(Failure::CannotDraw(plain(&error.to_string()))),
        Err(_) => Err(Failure::CannotDraw("the graphics driver broke off".to_owned())),
    }
}

/// A library's error without the place in its sources, and no longer than a person reads.
fn plain(words: &str) -> String {
    const MOST_LETTERS: usize = 200;
    let words = match words.rsplit_once(".rs:") {
        Some((_, after)) => after.split_once(' ').map_or(after, |(_, words)| words),
        None => words,
    };
    let mut short: String = words.chars().take(MOST_LETTERS).collect();
    if short.len() < words.len() {
        short.push('…');
    }
    short.trim_end_matches('.').to_owned()
}

fn options(drawing: Drawing) -> NativeOptions {
    let viewport = egui::ViewportBuilder::default()
        .with_title("Planning Grid")
        .with_app_id("planning-grid")
        .with_inner_size([1440.0, 900.0])
        .with_min_inner_size([760.0, 480.0])
        .with_drag_and_drop(true)
        .with_icon(icon());
    let renderer = if drawing == Drawing::Opengl { Renderer::Glow } else { Renderer::Wgpu };
    let mut setup = WgpuSetupCreateNew::without_display_handle();
    // A form needs no fast card: the integrated one saves the battery.
    setup.power_preference = wgpu::PowerPreference::LowPower;
    setup.instance_descriptor.backends = wgpu::Backends::PRIMARY;
    if drawing == Drawing::Software {
        setup.native_adapter_selector = Some(Arc::new(software_adapter));
    }
    let wgpu_options = WgpuConfiguration { wgpu_setup: WgpuSetup::CreateNew(setup), ..WgpuConfiguration::default() };
    NativeOptions { viewport, renderer, wgpu_options, ..NativeOptions::default() }
}

fn software_adapter(adapters: &[wgpu::Adapter], surface: Option<&wgpu::Surface<'_>>) -> Result<wgpu::Adapter, String> {
    adapters
        .iter()
        .filter(|adapter| adapter.get_info().device_type == wgpu::DeviceType::Cpu)
        .find(|adapter| surface.is_none_or(|surface| adapter.is_surface_supported(surface)))
        .cloned()
        .ok_or_else(|| "there is none on this machine".to_owned())
}

/// The program's icon: a page of a planning grid, painted here so that no picture need be read.
fn icon() -> egui::IconData {
    const SIDE: u32 = 64;
    let mut rgba = Vec::with_capacity((SIDE * SIDE * 4) as usize);
    for y in 0..SIDE {
        for x in 0..SIDE {
            let page = (8..56).contains(&x) && (4..60).contains(&y);
            let band = (12..22).contains(&y);
            let line = matches!(y, 32 | 42 | 52) || (x == 34 && y > 22);
            let colour: [u8; 4] = match (page, band, line) {
                (false, ..) => [0, 0, 0, 0],
                (true, true, _) if (12..52).contains(&x) => [0x0b, 0x5c, 0x6b, 255],
                (true, _, true) if (12..52).contains(&x) => [0x9a, 0xb4, 0xba, 255],
                _ => [255, 255, 255, 255],
            };
            rgba.extend_from_slice(&colour);
        }
    }
    egui::IconData { rgba, width: SIDE, height: SIDE }
}

/// Tells the person that no window could be opened: on standard error, and on Windows, where a program of
/// the desktop has none, in the system's own message box.
pub fn tell_start_error(error: &StartError) {
    use std::io::Write;
    // With standard error closed there is nobody to tell there.
    let _ = writeln!(std::io::stderr(), "{error}");
    if cfg!(windows) {
        rfd::MessageDialog::new()
            .set_level(rfd::MessageLevel::Error)
            .set_title("Planning Grid")
            .set_description(error.to_string())
            .show();
    }
}
