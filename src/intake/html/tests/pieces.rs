//! Tags, texts and entities.

use super::super::tokens::{Token, Tokens};
use super::{sketch, try_reading};
use crate::intake::IntakeCause;

/// The names of tags, and the texts between them.
fn tokens(html: &str) -> Vec<String> {
    let written = |token| match token {
        Token::Text(text) => format!("{text:?}"),
        Token::Start(tag) => format!("<{}>", tag.name),
        Token::End(name) => format!("</{name}>"),
        Token::StyleSheet(sheet) => format!("style {sheet:?}"),
    };
    Tokens::new(html).map(written).collect()
}

#[test]
fn tags_and_texts_are_told_apart() {
    assert_eq!(tokens("a<b class=x>c</b >d"), ["\"a\"", "<b>", "\"c\"", "</b>", "\"d\""]);
    assert_eq!(tokens("<p title='a>b' id=\"x>y\">c<br/>"), ["<p>", "\"c\"", "<br>"]);
    assert_eq!(tokens("2 < 3, 4 <5 & 6>5"), ["\"2 < 3, 4 <5 & 6>5\""]);
    assert_eq!(tokens("<!-- a <b> -->c<!doctype html><?x?></ ><!-->d"), ["\"c\"", "\"d\""]);
    assert_eq!(tokens("<script>if (a<b) '<p>'</script>x"), ["<script>", "</script>", "\"x\""]);
    assert_eq!(tokens("<STYLE><!-- p {} --></Style>"), ["<style>", "style \"<!-- p {} -->\"", "</style>"]);
}

#[test]
fn a_mark_that_does_not_end_takes_no_words_with_it() {
    for html in ["<!-- all the words", "<p>all the words<", "<p title=\"x>all the words", "<style>all the words"] {
        assert!(sketch(html).concat().contains("all the words"), "{html}");
    }
}

#[test]
fn entities_are_the_letters_they_stand_for() {
    let html = "<p>&pound;5&nbsp;&ndash; R&amp;D &#163;6 &#xA3;7 caf&eacute; &#146;s AT&T &unheard; &lt;b&gt; &</p>";
    assert_eq!(sketch(html), ["= £5 – R&D £6 £7 café ’s AT&T &unheard; <b> &"]);
}

#[test]
fn what_is_no_word_of_the_page_is_not_read() {
    let html = "<html><head><title>Not shown</title><style>p {color: red}</style><script>var x = 1;</script></head>\
                <body><p>One</p><noscript>Switch it on</noscript><svg><text>drawn</text></svg><p>two</p></body></html>";
    assert_eq!(sketch(html), ["= One", "= two"]);
}

#[test]
fn hidden_words_are_left_out_and_told() {
    let html = "<p>Seen<span style='display:none'> not <b>seen</b></span> too</p><p hidden>Nor this</p>\
                <p><span style='mso-hide:all'>nor that</span>End</p>";
    let expected = [
        "= Seen too",
        "= End",
        "! Hidden words were left out: \"not seen\". @ ",
        "! Hidden words were left out: \"Nor this\". @ line 1",
        "! Hidden words were left out: \"nor that\". @ line 1",
    ];
    assert_eq!(sketch(html), expected);
}

#[test]
fn a_class_of_the_pages_own_style_sheet_hides_too() {
    let html = "<style>@media print { .noprint { display: none } } .gone, td.away { display: none; }</style>\
                <p class='a gone'>Not seen</p><p class=noprint>Seen</p>";
    assert_eq!(sketch(html), ["= Seen", "! Hidden words were left out: \"Not seen\". @ "]);
}

#[test]
fn words_struck_out_in_a_tracked_change_are_left_out_and_words_struck_through_are_kept() {
    let html = "<p>Open <del cite='mailto:A'>the old </del><ins>the new </ins>service <s>by May</s></p>";
    let lines = sketch(html);
    assert_eq!(lines[0], "= Open the new service by May");
    assert!(lines[1].starts_with("! Changes in it are tracked."), "{lines:?}");
}

#[test]
fn pictures_are_told_and_fields_show_what_they_hold() {
    let html = "<p>Signed <img src='http://example.org/a.png' alt='R&amp;D'> <input type=checkbox checked> Yes \
                <input type=checkbox> No <input value='Mrs Hill'><input type=hidden value=x></p>";
    assert_eq!(sketch(html), ["= Signed ☒ Yes ☐ No Mrs Hill", "! A picture was left out: \"R&D\". @ "]);
    assert_eq!(try_reading("<p><img src=a.png></p>"), Err(IntakeCause::PictureOnly));
    assert_eq!(try_reading("<p>&nbsp;</p>"), Err(IntakeCause::NoText));
}

#[test]
fn what_windows_puts_before_a_page_is_not_read() {
    let html = "Version:0.9\r\nStartHTML:0000000105\r\nEndHTML:0000000200\r\nStartFragment:0000000141\r\n\
                EndFragment:0000000164\r\nSourceURL:https://example.org/plan\r\n<html><body>\r\n<!--StartFragment-->\
                <p>Plan</p><!--EndFragment-->\r\n</body></html>";
    assert_eq!(sketch(html), ["= Plan"]);
}

#[test]
fn lines_are_parted_where_a_page_parts_them() {
    let html = "<div>One<div>two</div>three<br>four</div><h2>Five <span>six</span></h2><pre>a\n  b</pre>x<hr>y";
    assert_eq!(sketch(html), ["= One", "= two", "= three\nfour", "=## Five six", "= a\nb", "= x", "= y"]);
    assert_eq!(sketch("<p>a<p>b<div role=heading aria-level=3>c</div>"), ["= a", "= b", "=### c"]);
}
