//! Buttons: plain ones with an outline, ones that look like links, and ones of a single sign.

use egui::{Button, Response, RichText, Role, Ui, WidgetInfo, vec2};

use crate::ui::theme::{self, Palette, text};

/// A button with an outline; filled with the accent where it is the one to press.
#[derive(Clone, Copy, Debug)]
pub struct PlainButton<'text> {
    label: &'text str,
    primary: bool,
    enabled: bool,
}

impl<'text> PlainButton<'text> {
    /// A button with these words.
    #[must_use]
    pub fn new(label: &'text str) -> Self {
        Self { label, primary: false, enabled: true }
    }

    /// The one a person most likely wants.
    #[must_use]
    pub fn primary(mut self) -> Self {
        self.primary = true;
        self
    }

    /// Whether it can be pressed now.
    #[must_use]
    pub fn enabled(mut self, enabled: bool) -> Self {
        self.enabled = enabled;
        self
    }

    /// Shows it.
    pub fn show(self, ui: &mut Ui, palette: &Palette) -> Response {
        let ink = if self.primary { palette.on_accent } else { palette.ink };
        let words = RichText::new(self.label).font(theme::medium(text::BODY)).color(ink);
        let mut button = Button::new(words).min_size(vec2(0.0, 30.0)).corner_radius(5.0);
        if self.primary {
            button = button.fill(palette.accent).stroke(egui::Stroke::new(1.0, palette.accent));
        } else {
            button = button.fill(palette.paper).stroke(egui::Stroke::new(1.0, palette.outline));
        }
        ui.add_enabled(self.enabled, button)
    }
}

/// Words in the accent colour that do something.
#[derive(Clone, Copy, Debug)]
pub struct LinkButton<'text> {
    label: &'text str,
    name: &'text str,
    quiet: bool,
}

impl<'text> LinkButton<'text> {
    /// A link with these words.
    #[must_use]
    pub fn new(label: &'text str) -> Self {
        Self { label, name: label, quiet: false }
    }

    /// What a screen reader calls it, where the words alone do not say enough ("+ add").
    #[must_use]
    pub fn name(mut self, name: &'text str) -> Self {
        self.name = name;
        self
    }

    /// In soft ink, for what is seldom wanted.
    #[must_use]
    pub fn quiet(mut self) -> Self {
        self.quiet = true;
        self
    }

    /// Shows it.
    pub fn show(self, ui: &mut Ui, palette: &Palette) -> Response {
        let (font, ink) = if self.quiet {
            (theme::regular(text::SMALL), palette.ink_faint)
        } else {
            (theme::semibold(text::SMALL), palette.accent)
        };
        let words = RichText::new(self.label).font(font).color(ink);
        let response = ui.add(Button::new(words).frame_when_inactive(false).min_size(vec2(0.0, 22.0)));
        if response.gained_focus() {
            response.scroll_to_me(None);
        }
        let name = self.name;
        response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
        response
    }
}

/// A button of one sign, with a name for its tooltip and for screen readers.
pub fn icon_button(ui: &mut Ui, palette: &Palette, sign: &str, name: &str) -> Response {
    let words = RichText::new(sign).font(theme::medium(text::BODY)).color(palette.ink_soft);
    let button = Button::new(words).frame_when_inactive(false).min_size(vec2(24.0, 24.0));
    let padded = ui.scope(|ui| {
        ui.spacing_mut().button_padding = vec2(4.0, 2.0);
        ui.spacing_mut().interact_size.y = 24.0;
        ui.add(button)
    });
    let response = padded.inner;
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
    response.on_hover_text(name)
}
