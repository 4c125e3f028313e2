//! Numbers and bullets.

use super::sketch;

#[test]
fn lists_are_numbered_as_the_page_shows_them() {
    let html = "<ol><li>One</li><li value=5><p>five</p><p>more of it</p></li><li>six<ul><li>in it</ul></ol>\
                <ol start=3 type=a><li>c<li>d</ol><ol style='list-style-type: upper-roman'><li>I</ol>";
    let expected =
        ["= [1.] One", "= [5.] five", "= more of it", "= [6.] six", "= [○] in it", "= [c.] c", "= [d.] d", "= [I.] I"];
    assert_eq!(sketch(html), expected);
    assert_eq!(sketch("<ul style='list-style:none'><li>Menu</li></ul>"), ["= Menu"]);
}

#[test]
fn bullets_and_numbers_in_a_cell_begin_its_lines() {
    let html =
        "<table><tr><td><p>Open:</p><ul><li>June</li><li>July</li></ul></td><td><ol><li>One</ol></td></tr></table>";
    assert_eq!(sketch(html), ["table", "| Open:\n• June\n• July | 1. One |"]);
}

#[test]
fn the_bullets_that_word_writes_out_are_labels() {
    let gap = "<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp; </span>";
    let item = |font: &str, sign: &str, words: &str| {
        format!(
            "<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'>\
             <![if !supportLists]><span style='font-family:{font};mso-bidi-font-family:{font}'>\
             <span style='mso-list:Ignore'>{sign}{gap}</span></span><![endif]>{words}<o:p></o:p></p>"
        )
    };
    let html = item("Symbol", "·", "round")
        + &item("Wingdings", "§", "square")
        + &item("\"Courier New\"", "o", "hollow")
        + &item("Calibri", "2.1", "counted");
    assert_eq!(sketch(&html), ["= [•] round", "= [▪] square", "= [○] hollow", "= [2.1] counted"]);
}

#[test]
fn the_bullets_of_a_page_that_word_filtered_are_labels_too() {
    let gap = "<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp; </span>";
    let html = format!(
        "<p class=MsoListParagraph><span style='font-family:Symbol'>·{gap}</span>round</p>\
         <p class=MsoListParagraph>1.{gap}counted</p><p class=MsoNormal>No{gap}list</p>"
    );
    assert_eq!(sketch(&html), ["= [•] round", "= [1.] counted", "= No list"]);
}
