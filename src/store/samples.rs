//! The two real plans that come with the program, to look at and try things on.

/// A plan inside the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sample {
    /// Oldham, 2010/11: planning grids.
    Oldham,
    /// Tower Hamlets, 2016/17: an action plan.
    TowerHamlets,
}

impl Sample {
    /// Every sample, in the order they are offered.
    pub const ALL: [Self; 2] = [Self::Oldham, Self::TowerHamlets];

    /// Its name on screen.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Oldham => "Oldham 2010/11 (planning grids)",
            Self::TowerHamlets => "Tower Hamlets 2016/17 (action plan)",
        }
    }

    /// Its plan file, for [`super::parse`].
    #[must_use]
    pub fn bytes(self) -> &'static [u8] {
        match self {
            Self::Oldham => include_bytes!("../../sample-data/oldham-2010-11.ron"),
            Self::TowerHamlets => include_bytes!("../../sample-data/tower-hamlets-2016-17.ron"),
        }
    }
}
