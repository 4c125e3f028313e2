//! Numbers and dates the way cells show them.

use calamine::{Data, ExcelDateTime, ExcelDateTimeType};

use super::*;

#[test]
fn numbers_are_as_their_cells_show_them() {
    let cases = [
        (5.0, None, "5"),
        (0.1 + 0.2, None, "0.3"),
        (-1.5, None, "-1.5"),
        (0.05, Some("0%"), "5%"),
        (0.285, Some("0%"), "29%"),
        (0.125, Some("0.0%"), "12.5%"),
        (35_000.0, Some("#,##0"), "35,000"),
        (1_234_567.5, Some("#,##0.00"), "1,234,567.50"),
        (1200.0, Some("\"£\"#,##0"), "£1,200"),
        (1200.5, Some("[$£-809]#,##0.00;[Red]-[$£-809]#,##0.00"), "£1,200.50"),
        (-5.0, Some("#,##0;(#,##0)"), "-5"),
        (7.0, Some("000"), "007"),
        (1.5, Some("0.0##"), "1.5"),
        (12.0, Some("0 \"people\""), "12 people"),
        (0.5, Some("# ?/?"), "0.5"),
        (3.0, Some(";;;"), "3"),
        (9.0, Some("General"), "9"),
        (9.25, Some("[>5]0"), "9.25"),
        (41.5, Some("_(* #,##0.00_)"), "41.50"),
        (12_000.0, Some("0,"), "12000"),
    ];
    for (value, format, expected) in cases {
        assert_eq!(shown::number(value, format), expected, "{value} as {format:?}");
    }
}

#[test]
fn dates_are_day_first_and_months_are_months() {
    // 42704 is 30 November 2016.
    let cases = [
        (42_704.0, None, "30/11/2016"),
        (42_704.0, Some("mm-dd-yy"), "30/11/2016"),
        (42_704.0, Some("mmm-yy"), "November 2016"),
        (42_704.0, Some("[$-809]mmmm yyyy;@"), "November 2016"),
        (42_704.0, Some("mmmm"), "November 2016"),
        (42_704.0, Some("d-mmm"), "30/11/2016"),
        (42_704.0, Some("yyyy"), "2016"),
        (42_704.5, Some("dd/mm/yyyy hh:mm"), "30/11/2016 12:00"),
        (42_704.5, Some("dd/mm/yyyy"), "30/11/2016"),
        (0.5, Some("h:mm"), "12:00"),
        (-3.0, Some("dd/mm/yyyy"), "-3"),
        (9e9, Some("dd/mm/yyyy"), "9000000000"),
    ];
    for (serial, format, expected) in cases {
        let value = Data::DateTime(ExcelDateTime::new(serial, ExcelDateTimeType::DateTime, false));
        assert_eq!(shown::value(&value, format), expected, "{serial} as {format:?}");
    }
    let long = Data::DateTime(ExcelDateTime::new(1.25, ExcelDateTimeType::TimeDelta, false));
    assert_eq!(shown::value(&long, Some("[h]:mm")), "30:00");
}

#[test]
fn a_date_of_an_open_document_shows_what_its_words_show() {
    let cases = [
        ("2017-03-01", "Mar-17", "March 2017"),
        ("2017-03-01", "March 2017", "March 2017"),
        ("2017-03-01", "01/03/17", "01/03/2017"),
        ("2017-03-01", "1 March", "01/03/2017"),
        ("2017-03-01", "2017", "2017"),
        ("2017-03-01T09:30:00", "01/03/17 09:30", "01/03/2017 09:30"),
        ("2017-03-17", "17 March", "17/03/2017"),
        ("2017-03-17", "Mar-17", "17/03/2017"),
        ("soon", "soon", "soon"),
    ];
    for (date, words, expected) in cases {
        assert_eq!(shown::iso(date, shown::shows_of_words(date, words)), expected, "{words}");
    }
}
