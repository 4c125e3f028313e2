//! A popup with fields and buttons in it, which needs more room than a menu.

use egui::{Align, Frame, Layout, Popup, PopupCloseBehavior, Response};

/// The space between the popup's edge and what is in it, in points.
const MARGIN: i8 = 14;

/// A popup under its button that stays until something beside it is clicked.
pub fn form_popup(button: &Response) -> Popup<'_> {
    let frame = Frame::popup(&button.ctx.global_style()).inner_margin(MARGIN);
    Popup::from_toggle_button_response(button)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .layout(Layout::top_down(Align::Min))
        .gap(4.0)
        .frame(frame)
}
