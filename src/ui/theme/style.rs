//! egui's own style, set from the palette so that its widgets look like ours.

use egui::style::{Selection, WidgetVisuals, Widgets};
use egui::{Context, CornerRadius, FontFamily, FontId, Shadow, Stroke, Style, TextStyle, Theme, Visuals, vec2};

use super::palette::{Appearance, Palette};
use super::{fonts, text};

/// Sets fonts and style once, when the program starts.
pub fn install(context: &Context) {
    context.set_fonts(fonts::definitions());
    apply(context, Appearance::System);
}

impl Appearance {
    /// Makes the window look so.
    pub fn apply(self, context: &Context) {
        apply(context, self);
    }

    /// The colours in force: the system's choice decides where the person left it to it.
    #[must_use]
    pub fn palette(self, context: &Context) -> Palette {
        match self {
            Self::HighContrast => Palette::HIGH_CONTRAST,
            _ if context.theme() == Theme::Dark => Palette::DARK,
            _ => Palette::LIGHT,
        }
    }
}

fn apply(context: &Context, appearance: Appearance) {
    context.set_theme(match appearance {
        Appearance::System => egui::ThemePreference::System,
        Appearance::Light | Appearance::HighContrast => egui::ThemePreference::Light,
        Appearance::Dark => egui::ThemePreference::Dark,
    });
    // A system that does not say which it wants gets paper, not ink.
    context.options_mut(|options| {
        options.fallback_theme = Theme::Light;
        // The size of text is one of our own commands, kept with the settings.
        options.zoom_with_keyboard = false;
    });
    let light = if appearance == Appearance::HighContrast { Palette::HIGH_CONTRAST } else { Palette::LIGHT };
    context.style_mut_of(Theme::Light, |style| set(style, &light));
    context.style_mut_of(Theme::Dark, |style| set(style, &Palette::DARK));
}

fn set(style: &mut Style, palette: &Palette) {
    let size = |size| FontId::new(size, FontFamily::Proportional);
    style.text_styles = [
        (TextStyle::Small, size(text::SMALL)),
        (TextStyle::Body, size(text::BODY)),
        (TextStyle::Button, fonts::medium(text::BODY)),
        (TextStyle::Monospace, size(text::BODY)),
        (TextStyle::Heading, fonts::semibold(text::TITLE)),
    ]
    .into();
    style.spacing.item_spacing = vec2(8.0, 6.0);
    style.spacing.button_padding = vec2(12.0, 6.0);
    style.spacing.interact_size.y = 30.0;
    style.spacing.menu_margin = egui::Margin::same(6);
    style.spacing.scroll = scroll_bars();
    style.interaction.tooltip_delay = 0.4;
    style.interaction.selectable_labels = false;
    // Animations are repaints nobody asked for, and slow over Remote Desktop.
    style.animation_time = 0.0;
    style.scroll_animation = egui::style::ScrollAnimation::none();
    style.visuals = visuals(palette);
}

/// Bars that can be seen without hunting for them, and nothing faded away at the edges.
fn scroll_bars() -> egui::style::ScrollStyle {
    let mut bars = egui::style::ScrollStyle::floating();
    bars.bar_width = 9.0;
    bars.floating_width = 9.0;
    bars.floating_allocated_width = 14.0;
    bars.bar_inner_margin = 3.0;
    bars.bar_outer_margin = 2.0;
    bars.handle_min_length = 36.0;
    bars.foreground_color = true;
    bars.dormant_background_opacity = 0.0;
    bars.active_background_opacity = 0.0;
    bars.interact_background_opacity = 0.0;
    bars.dormant_handle_opacity = 0.15;
    bars.active_handle_opacity = 0.32;
    bars.interact_handle_opacity = 0.5;
    bars.fade.strength = 0.0;
    // Coasting and springing back are repaints nobody asked for.
    bars.kinetic.decay_time = 0.0;
    bars.kinetic.rubber_band = false;
    bars
}

fn visuals(palette: &Palette) -> Visuals {
    let base = if palette.dark { Visuals::dark() } else { Visuals::light() };
    let corner = CornerRadius::same(4);
    let widget = |fill, outline| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: Stroke::new(1.0, outline),
        corner_radius: corner,
        fg_stroke: Stroke::new(1.0, palette.ink),
        expansion: 0.0,
    };
    let mut visuals = Visuals {
        override_text_color: None,
        weak_text_color: Some(palette.ink_soft),
        widgets: Widgets {
            noninteractive: widget(palette.paper, palette.hairline),
            inactive: widget(palette.paper, palette.outline),
            hovered: widget(palette.hover, palette.outline),
            active: widget(palette.selected, palette.accent),
            open: widget(palette.hover, palette.outline),
        },
        selection: Selection {
            bg_fill: palette.accent.gamma_multiply(if palette.dark { 0.45 } else { 0.25 }),
            stroke: Stroke::new(2.0, palette.accent),
        },
        hyperlink_color: palette.accent,
        faint_bg_color: palette.ground,
        extreme_bg_color: palette.field,
        text_edit_bg_color: Some(palette.field),
        code_bg_color: palette.band,
        warn_fg_color: palette.warning,
        error_fg_color: palette.danger,
        window_corner_radius: CornerRadius::same(8),
        window_fill: palette.paper,
        window_stroke: Stroke::new(1.0, palette.outline),
        window_shadow: Shadow { offset: [0, 8], blur: 28, spread: 0, color: egui::Color32::from_black_alpha(50) },
        popup_shadow: Shadow { offset: [0, 4], blur: 14, spread: 0, color: egui::Color32::from_black_alpha(40) },
        menu_corner_radius: CornerRadius::same(6),
        panel_fill: palette.ground,
        ..base
    };
    visuals.text_cursor.stroke = Stroke::new(1.5, palette.ink);
    visuals
}
