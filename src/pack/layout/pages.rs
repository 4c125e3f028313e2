//! Where pages end. A sheet is filled from the top; before something that must stay together is written,
//! the flow says whether it still has room on the page.

/// Excel keeps at most this many page breaks a sheet.
const MOST_BREAKS: usize = 1023;

/// How far the pages of one sheet are filled.
#[derive(Clone, Debug)]
pub(crate) struct PageFlow {
    capacity_px: u32,
    repeated_px: u32,
    used_px: u32,
    breaks: Vec<u32>,
}

impl PageFlow {
    /// A first page with nothing on it, holding this much.
    #[must_use]
    pub(crate) fn new(capacity_px: u32) -> Self {
        Self { capacity_px, repeated_px: 0, used_px: 0, breaks: Vec::new() }
    }

    /// Says how high the rows are that the printer repeats at the top of every later page.
    pub(crate) fn set_repeated(&mut self, repeated_px: u32) {
        self.repeated_px = repeated_px;
    }

    /// Whether this much still fits on the page.
    #[must_use]
    pub(crate) fn has_room(&self, height_px: u32) -> bool {
        self.used_px + height_px <= self.capacity_px
    }

    /// Whether the page holds nothing but repeated rows.
    #[must_use]
    pub(crate) fn is_fresh(&self) -> bool {
        self.used_px <= if self.breaks.is_empty() { 0 } else { self.repeated_px }
    }

    /// The most a later page can hold beside the repeated rows.
    #[must_use]
    pub(crate) fn whole_page(&self) -> u32 {
        self.capacity_px.saturating_sub(self.repeated_px)
    }

    /// What is left of the page.
    #[must_use]
    pub(crate) fn left_px(&self) -> u32 {
        self.capacity_px.saturating_sub(self.used_px)
    }

    /// Counts what was written. What does not fit runs on: the printer then breaks by itself.
    pub(crate) fn take(&mut self, height_px: u32) {
        self.used_px += height_px;
        while self.used_px > self.capacity_px && self.whole_page() > 0 && self.breaks.len() >= MOST_BREAKS {
            self.used_px -= self.whole_page();
        }
    }

    /// Ends the page before this row (from 0). `false`, and no break, past the number Excel can keep.
    pub(crate) fn break_before(&mut self, row: u32) -> bool {
        if self.breaks.len() >= MOST_BREAKS || row == 0 {
            return false;
        }
        self.breaks.push(row);
        self.used_px = self.repeated_px;
        true
    }

    /// The rows before which a page ends.
    #[must_use]
    pub(crate) fn breaks(&self) -> &[u32] {
        &self.breaks
    }

    /// How many pages there are.
    #[must_use]
    pub(crate) fn page_count(&self) -> usize {
        self.breaks.len() + 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_filled_and_then_ended() {
        let mut flow = PageFlow::new(100);
        flow.set_repeated(20);
        flow.take(90);
        assert!(flow.has_room(10) && !flow.has_room(11));
        assert!(flow.break_before(5));
        assert!(flow.is_fresh());
        assert!(flow.has_room(80) && !flow.has_room(81));
        assert_eq!((flow.breaks(), flow.page_count()), (&[5][..], 2));
    }

    #[test]
    fn excel_keeps_no_more_than_its_number_of_breaks() {
        let mut flow = PageFlow::new(100);
        let kept = (1..2_000).filter(|row| flow.break_before(*row)).count();
        assert_eq!(kept, 1023);
    }
}
