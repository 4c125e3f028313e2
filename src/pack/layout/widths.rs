//! How a page's width is shared out among columns.

/// Shares `total_px` out by weight. Every column gets at least 24 pixels, and together they fill the width
/// exactly where that is possible.
#[must_use]
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "a page is at most some thousand pixels wide, and weights are positive"
)]
pub(crate) fn share_out(total_px: u32, weights: &[f32]) -> Vec<u32> {
    let sum: f32 = weights.iter().sum();
    let mut widths: Vec<u32> =
        weights.iter().map(|weight| ((weight / sum * total_px as f32).floor() as u32).max(24)).collect();
    let given: u32 = widths.iter().sum();
    // What rounding left over goes to the widest, where it shows least.
    if let Some(widest) = widths.iter_mut().max_by_key(|width| **width) {
        *widest = widest.saturating_add(total_px.saturating_sub(given));
    }
    widths
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_fill_the_page() {
        assert_eq!(share_out(1000, &[1.0, 3.0]), [250, 750]);
        assert_eq!(share_out(1000, &[1.0, 1.0, 1.0]).iter().sum::<u32>(), 1000);
        assert_eq!(share_out(1000, &[]), Vec::<u32>::new());
    }
}
