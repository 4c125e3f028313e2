//! Which panels stand beside the form: those there is room for, unless the person says otherwise.

/// A panel beside the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PanelKind {
    /// The list of grids and objectives.
    Parts,
    /// The selected action in full.
    Action,
}

impl PanelKind {
    /// Windows narrower than this, in points, have no room for the panel beside the form.
    #[must_use]
    pub fn least_window(self) -> f32 {
        match self {
            Self::Parts => 640.0,
            Self::Action => 900.0,
        }
    }
}

/// What the person said of each panel; `None` while they said nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Panels {
    parts: Option<bool>,
    action: Option<bool>,
}

impl Panels {
    /// Whether a panel is shown in a window of this width, in points.
    #[must_use]
    pub fn shows(self, kind: PanelKind, window_width: f32) -> bool {
        let said = match kind {
            PanelKind::Parts => self.parts,
            PanelKind::Action => self.action,
        };
        said.unwrap_or(window_width >= kind.least_window())
    }

    /// Shows a panel that is hidden, or hides it. In a window with no room for both the other one goes.
    pub fn toggle(&mut self, kind: PanelKind, window_width: f32) {
        let shown = !self.shows(kind, window_width);
        let (this, other) = match kind {
            PanelKind::Parts => (&mut self.parts, &mut self.action),
            PanelKind::Action => (&mut self.action, &mut self.parts),
        };
        *this = Some(shown);
        if shown && window_width < PanelKind::Action.least_window() {
            *other = Some(false);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_narrow_window_shows_one_panel_at_a_time_and_a_wide_one_both() {
        let mut panels = Panels::default();
        assert!(panels.shows(PanelKind::Parts, 1440.0) && panels.shows(PanelKind::Action, 1440.0));
        assert!(panels.shows(PanelKind::Parts, 700.0) && !panels.shows(PanelKind::Action, 700.0));
        panels.toggle(PanelKind::Action, 700.0);
        assert!(!panels.shows(PanelKind::Parts, 700.0) && panels.shows(PanelKind::Action, 700.0));
        panels.toggle(PanelKind::Parts, 700.0);
        assert!(panels.shows(PanelKind::Parts, 700.0) && !panels.shows(PanelKind::Action, 700.0));
        panels.toggle(PanelKind::Parts, 1440.0);
        panels.toggle(PanelKind::Action, 1440.0);
        assert!(!panels.shows(PanelKind::Parts, 1440.0) && panels.shows(PanelKind::Action, 1440.0));
    }
}
