//! Every date written in the two real plans, and what `domain.md` says of dates as people write them, read
//! by a person. Each row: the words; the kind; the first day and the last, where there are any.

/// Written words, the kind, the first day and the last.
pub(super) type Row = (&'static str, &'static str, &'static str, &'static str);

/// The deadlines of Oldham, 2010/11.
pub(super) const OLDHAM_DEADLINES: [Row; 17] = [
    ("December 2009", "month", "2009-12-01", "2009-12-31"),
    ("January 2010", "month", "2010-01-01", "2010-01-31"),
    ("February 2010", "month", "2010-02-01", "2010-02-28"),
    ("March 2010", "month", "2010-03-01", "2010-03-31"),
    ("April 2010", "month", "2010-04-01", "2010-04-30"),
    ("June 2010", "month", "2010-06-01", "2010-06-30"),
    ("Sept 2010", "month", "2010-09-01", "2010-09-30"),
    ("September 2010", "month", "2010-09-01", "2010-09-30"),
    ("November 2010", "month", "2010-11-01", "2010-11-30"),
    ("December 2010", "month", "2010-12-01", "2010-12-31"),
    ("January 2011", "month", "2011-01-01", "2011-01-31"),
    ("February 2011", "month", "2011-02-01", "2011-02-28"),
    ("March 2011", "month", "2011-03-01", "2011-03-31"),
    ("Ongoing", "ongoing", "", ""),
    ("Quarterly", "recurring", "", ""),
    ("On a ¼ basis", "recurring", "", ""),
    ("", "blank", "", ""),
];

/// The deadlines of Tower Hamlets, 2016/17.
pub(super) const TOWER_HAMLETS_DEADLINES: [Row; 21] = [
    ("November 2015", "month", "2015-11-01", "2015-11-30"),
    ("31/03/16", "day", "2016-03-31", "2016-03-31"),
    ("31/07/16", "day", "2016-07-31", "2016-07-31"),
    ("Aug 16", "month", "2016-08-01", "2016-08-31"),
    ("30/09/16", "day", "2016-09-30", "2016-09-30"),
    ("Oct 16", "month", "2016-10-01", "2016-10-31"),
    ("Nov 16", "month", "2016-11-01", "2016-11-30"),
    ("30/11/16", "day", "2016-11-30", "2016-11-30"),
    ("Dec 2016", "month", "2016-12-01", "2016-12-31"),
    ("31/12/16", "day", "2016-12-31", "2016-12-31"),
    ("Mar 2017", "month", "2017-03-01", "2017-03-31"),
    ("March 2017", "month", "2017-03-01", "2017-03-31"),
    ("End March 2017", "month", "2017-03-01", "2017-03-31"),
    ("31/03/17", "day", "2017-03-31", "2017-03-31"),
    ("Oct 17", "month", "2017-10-01", "2017-10-31"),
    ("Plan developed by 31/07/16 and delivered by 31/03/16", "several", "2016-03-31", "2016-07-31"),
    ("Ongoing", "ongoing", "", ""),
    ("Quarterly", "recurring", "", ""),
    ("xxx", "placeholder", "", ""),
    ("xxxx", "placeholder", "", ""),
    ("", "blank", "", ""),
];

/// The dates inside the milestones and indicators of Tower Hamlets, and its placeholders.
pub(super) const TOWER_HAMLETS_DATES: [Row; 33] = [
    ("28/02/16", "day", "2016-02-28", "2016-02-28"),
    ("Feb 2016", "month", "2016-02-01", "2016-02-29"),
    ("February 2016", "month", "2016-02-01", "2016-02-29"),
    ("April September 2016", "range", "2016-04-01", "2016-09-30"),
    ("during May 2016", "range", "2016-05-01", "2016-05-31"),
    ("June 2016", "month", "2016-06-01", "2016-06-30"),
    ("by end of June 2016", "month", "2016-06-01", "2016-06-30"),
    ("by end June 2016", "month", "2016-06-01", "2016-06-30"),
    ("July 2016", "month", "2016-07-01", "2016-07-31"),
    ("end July 2016", "month", "2016-07-01", "2016-07-31"),
    ("July 2016 DAAT Board", "event", "2016-07-01", "2016-07-31"),
    ("by 31/07/16", "day", "2016-07-31", "2016-07-31"),
    ("in August 2016", "month", "2016-08-01", "2016-08-31"),
    ("by end August 2016", "month", "2016-08-01", "2016-08-31"),
    ("by 31/08/16", "day", "2016-08-31", "2016-08-31"),
    ("September 2016", "month", "2016-09-01", "2016-09-30"),
    ("by end Sep 2016", "month", "2016-09-01", "2016-09-30"),
    ("01/10/16", "day", "2016-10-01", "2016-10-01"),
    ("Oct 2016", "month", "2016-10-01", "2016-10-31"),
    ("(October 2016)", "month", "2016-10-01", "2016-10-31"),
    ("(Oct 16 – Mar 17)", "range", "2016-10-01", "2017-03-31"),
    ("01/11/16", "day", "2016-11-01", "2016-11-01"),
    ("Nov 2016", "month", "2016-11-01", "2016-11-30"),
    ("at November DAAT Board", "event", "2016-11-01", "2016-11-30"),
    ("by 31/12/16", "day", "2016-12-31", "2016-12-31"),
    ("by January 2017", "month", "2017-01-01", "2017-01-31"),
    ("in March 2017", "month", "2017-03-01", "2017-03-31"),
    ("by end March 2017", "month", "2017-03-01", "2017-03-31"),
    ("during first 6 months of contract", "event", "", ""),
    ("xxxxxx", "placeholder", "", ""),
    ("TBC", "placeholder", "", ""),
    ("INSERT PBR outcomes", "placeholder", "", ""),
    ("ENTER REFERRAL TARGETS", "placeholder", "", ""),
];

/// What else `domain.md` names, in a plan for 2016/17.
pub(super) const OTHER_DATES: [Row; 18] = [
    ("Q1", "quarter", "2016-04-01", "2016-06-30"),
    ("Q3", "quarter", "2016-10-01", "2016-12-31"),
    ("quarter 4", "quarter", "2017-01-01", "2017-03-31"),
    ("2016/17", "year", "2016-04-01", "2017-03-31"),
    ("from 01/10/16", "from", "2016-10-01", ""),
    ("October 2016 onwards", "from", "2016-10-01", ""),
    ("monthly", "recurring", "", ""),
    ("twice yearly", "recurring", "", ""),
    ("Continuous", "ongoing", "", ""),
    ("INSERT DATE", "placeholder", "", ""),
    // A day or month without a year takes it from the plan's period.
    ("30 September", "day", "2016-09-30", "2016-09-30"),
    ("February", "month", "2017-02-01", "2017-02-28"),
    ("end of March", "month", "2017-03-01", "2017-03-31"),
    // Always day first.
    ("04/07/16", "day", "2016-07-04", "2016-07-04"),
    // Said to be unread, never guessed.
    ("31/02/16", "unread", "", ""),
    ("as the mood takes us", "unread", "", ""),
    ("12/25/16", "unread", "", ""),
    ("   ", "blank", "", ""),
];
