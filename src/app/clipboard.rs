//! Asking the system's clipboard for HTML, which egui does not hand on.
//!
//! Wherever it cannot be had (on Wayland without an X server, while another program holds the clipboard) the answer is
//! "none", as if nothing but text had been copied: the text is pasted then.

/// The answer, waited for away from the window: the program that was copied from writes it only now, and may take a
/// few seconds.
pub type Answer = Box<dyn FnOnce() -> Option<String> + Send>;

/// Something that has a clipboard.
pub trait Clipboard {
    /// What is on it as HTML; called on the window's thread. The answer may be waited for on any other.
    fn html(&self) -> Answer;
}

/// The system's clipboard.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClipboard;

impl Clipboard for SystemClipboard {
    fn html(&self) -> Answer {
        Box::new(|| arboard::Clipboard::new().ok()?.get().html().ok())
    }
}

/// A clipboard without HTML, for where there is no window.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoHtml;

impl Clipboard for NoHtml {
    fn html(&self) -> Answer {
        Box::new(|| None)
    }
}
