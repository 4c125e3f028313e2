//! What Word puts on the clipboard and saves as pages, and how LibreOffice Writer and Chrome write the same.

use super::sketch;

const HEAD: &str = "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\" \
    xmlns:w=\"urn:schemas-microsoft-com:office:word\"><head><meta name=Generator content=\"Microsoft Word 15\">\
    <!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->\
    <style><!-- /* Style Definitions */ p.MsoNormal, li.MsoNormal {margin:0cm; font-family:\"Calibri\";} \
    p.Objective, li.Objective {mso-style-name:Objective; mso-outline-level:2;} @page WordSection1 {size:595.3pt;} \
    @list l0:level1 {mso-level-text:\"\\F0B7\"; font-family:Symbol;} --></style></head><body lang=EN-GB>";

#[test]
fn a_page_of_word_is_read_with_its_headings_and_tables() {
    let html = format!(
        "{HEAD}<div class=WordSection1><h1>Planning grid 1<o:p></o:p></h1><p class=MsoHeading7>Deep</p>\n\
         <p class=Objective>Objective 1:\n to help</p><p class=MsoNormal style='mso-outline-level:3'>Third</p>\
         <p class=MsoNormal>Owner:<span style='mso-tab-count:1'>      </span>DAAT<o:p>&nbsp;</o:p></p>\
         <table class=MsoTableGrid border=1><thead><tr style='mso-yfti-irow:0'><td width=100><p class=MsoNormal><b>\
         Action<o:p></o:p></b></p></td><td><p class=MsoNormal><b>By when</b></p></td></tr></thead>\
         <tr><td rowspan=2><p class=MsoNormal>Open a<span style='mso-tab-count:1'> </span>b</p>\
         <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'>\
         <span style='mso-list:Ignore'>·<span style='font:7.0pt \"Times New Roman\"'>&nbsp; </span></span></span>\
         <![endif]>June</p></td><td><p class=MsoNormal>May<!--[if gte vml 1]><v:shape>x</v:shape><![endif]-->\
         <![if !vml]><img src=\"image001.png\"><![endif]></p></td></tr>\
         <tr><td><p class=MsoNormal>July</p></td></tr></table></div></body></html>"
    );
    let expected = [
        "=# Planning grid 1",
        "=####### Deep",
        "=## Objective 1: to help",
        "=### Third",
        "= Owner:\tDAAT",
        "table",
        "| Action | By when | heading",
        "| Open a b\n• June | May |",
        "| ^ | July |",
        "! A picture was left out. @ table 1, row 2, cell 2",
    ];
    assert_eq!(sketch(&html), expected);
}

#[test]
fn comments_of_word_are_told_and_are_no_words_of_the_plan() {
    let html = format!(
        "{HEAD}<p class=MsoNormal>Open it<span class=MsoCommentReference><a class=msocomanchor href=\"#_msocom_1\">[A1]</a>\
         </span></p><div style='mso-element:comment-list'><hr class=msocomoff><div style='mso-element:comment'>\
         <div class=msocomtxt><p class=MsoCommentText><span><a class=msocomoff>[A1]</a></span>By whom?</p></div></div></div>"
    );
    assert_eq!(sketch(&html), ["= Open it", "! There is a comment: By whom? @ line 1"]);
}

#[test]
fn a_page_of_libreoffice_writer_is_read() {
    let html = "<!DOCTYPE html><html><head><meta name=\"generator\" content=\"LibreOffice 7.4 (Linux)\"/><style>\
        p { line-height: 115% }</style></head><body dir=\"ltr\"><h2 class=\"western\">Objective 1</h2>\
        <ol><li><p style=\"margin-bottom: 0cm\">First</p></li></ol><table width=\"643\" cellpadding=\"4\"><col width=\"128*\">\
        <thead><tr valign=\"top\"><th width=\"50%\"><p>Action</p></th><th><p>When</p></th></tr></thead><tbody>\
        <tr valign=\"top\"><td><p>Open</p></td><td><p>May</p></td></tr></tbody></table></body></html>";
    let expected = ["=## Objective 1", "= [1.] First", "table", "| Action | When | heading", "| Open | May |"];
    assert_eq!(sketch(html), expected);
}

#[test]
fn what_chrome_puts_on_the_clipboard_is_read() {
    let html = "<html><body>\n<!--StartFragment--><meta charset='utf-8'><h3 style=\"box-sizing: border-box; \
        white-space: normal;\">Plan</h3><table style=\"display: table; font-family: &quot;Segoe UI Symbol&quot;, Arial;\">\
        <tbody><tr><th scope=\"col\">Action</th><th>Owner</th></tr><tr><td>Open&nbsp;it<a href=\"x\">1</a></td>\
        <td><div>DAAT</div><div>Police</div></td></tr></tbody></table><!--EndFragment-->\n</body></html>";
    assert_eq!(sketch(html), ["=### Plan", "table", "| Action | Owner | heading", "| Open it1 | DAAT\nPolice |"]);
}
