//! What a word can mean in a date. Must not know the words.

use crate::dates::recurrence::Recurrence;

/// What a token can mean. Named after the word or the part it plays in a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::dates) enum Meaning {
    /// Past either end of the text.
    End,
    /// A run of ASCII digits. Values beyond `u32` are held at its maximum.
    Number {
        value: u32,
        digits: u8,
    },

    /// A month, 1 to 12.
    Month(u8),
    Weekday,
    /// The "st" of "1st".
    OrdinalEnding,
    /// "one" to "twelve".
    Spelled(u8),
    /// "first" to "fourth"; "final" counts as fourth.
    Nth(u8),
    Quarter,
    Half,
    Unit(Unit),
    /// "working" days, "calendar" days.
    Working,
    /// "academic year 2016/17", "Summer 2016": a year that is not ours to read.
    Season,
    Financial,

    /// What stands before a date: "by", "in", "before".
    Lead,
    On,
    Of,
    The,
    /// "and", "or", "&".
    And,
    To,
    Until,
    Through,
    From,
    With,
    Effect,
    Effective,
    As,
    Starting,
    Beginning,
    Ending,
    /// A part of a month or year: "end", "mid", "early".
    Stage,
    During,
    Between,
    Onwards,
    Ongoing,
    Going,
    All,

    Repeats(Recurrence),
    Annual,
    Every,
    /// "once", "twice".
    Count(u8),
    Times,
    Per,
    Article,
    /// The "bi" of "bi-monthly".
    Prefix,
    Ly,
    Basis,

    /// `TBC` and its like.
    Placeholder,
    /// `xx`, `xxxx`.
    Xs,
    Insert,
    Be,
    Confirmed,
    Not,
    Known,

    /// A body that meets: "board", "committee".
    Meeting,
    /// "following", "post": an event comes next.
    After,
    /// Something that happens once: "award", "review".
    Happening,
    Subject,
    Required,
    Ad,
    Hoc,

    /// Its number is no date: "level 2", "aged 16".
    Counting,
    /// A date before it is a yardstick: "2015/16 baseline".
    Reference,
    /// A date after it is a yardstick: "compared to 2015/16".
    Compared,
    /// A small word that cannot be counted: "will", "for".
    Function,
    /// Any other word.
    Other,

    Slash,
    Dash,
    Dot,
    Comma,
    Apostrophe,
    Open,
    Close,
    /// Any other mark that ends a clause: `;`, `:`, a bullet.
    Stop,
    Question,
    Percent,
    QuarterGlyph,
    /// Any other character.
    Symbol,
}

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::dates) enum Unit {
    Day,
    Week,
    Fortnight,
    Month,
    Term,
    Year,
}
