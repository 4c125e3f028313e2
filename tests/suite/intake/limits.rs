//! Documents that are too large, made to do harm, or something else than they say: each is refused at once and in
//! words, by a process of its own that never takes more than a gigabyte.

use std::cell::{Cell, RefCell};
use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::Read;
use std::net::TcpListener;
use std::ops::ControlFlow;
use std::path::Path;
use std::process::{Command, Stdio};

use planning_grid::intake::IntakeCause;
use planning_grid::intake::open::open_bytes;
use planning_grid::store;

use super::harmful::{self, one_file, open_sheet, relation, row, word, workbook};

/// The most that bringing in a document may take, in kilobytes.
const MOST: u64 = 1_000_000;

/// The most memory a process has had so far, in kilobytes; none where the system does not say, or it has ended.
fn kilobytes(process: u32) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let most = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    most.split_whitespace().next()?.parse().ok()
}

/// Brings in a document. Gives what was complained of, if it was not brought in, and the kilobytes it took.
#[track_caller]
fn import(source: &Path, plan: &Path) -> (Option<String>, u64) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_planning-grid"));
    let mut child = command.arg("import").arg(source).arg("-o").arg(plan).stderr(Stdio::piped()).spawn().unwrap();
    let mut most = 0;
    let status = loop {
        most = kilobytes(child.id()).unwrap_or(0).max(most);
        if let Some(status) = child.try_wait().unwrap() {
            break status;
        }
        std::thread::yield_now();
    };
    let mut complaint = String::new();
    child.stderr.take().unwrap().read_to_string(&mut complaint).unwrap();
    assert!(matches!(status.code(), Some(0 | 1)), "{status}: {complaint}");
    assert_eq!(status.success(), plan.exists());
    (Some(complaint).filter(|_| !status.success()), most)
}

#[test]
fn a_file_of_500_megabytes_is_refused_unread() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["plan.docx", "plan.xlsx", "plan.csv", "plan.html", "plan"] {
        let path = folder.path().join(name);
        File::create(&path).unwrap().set_len(500 << 20).unwrap();
        let (complaint, kilobytes) = import(&path, &folder.path().join("plan.ron"));
        let complaint = complaint.expect("it is refused");
        assert!(complaint.contains("it has 500 MB") && complaint.contains("Copy the plan"), "{complaint}");
        assert!(kilobytes < 100_000, "{kilobytes}");
    }
}

/// Brings in documents made to do harm. They may be refused or brought in, but never take more than a gigabyte.
fn bring_in(documents: Vec<(&'static str, Vec<u8>)>) {
    let folder = tempfile::tempdir().unwrap();
    let (source, plan) = (folder.path().join("plan.docx"), folder.path().join("plan.ron"));
    let mut most = (0, "");
    for (what, bytes) in documents {
        fs::write(&source, &bytes).unwrap();
        let (complaint, kilobytes) = import(&source, &plan);
        let said = complaint.as_deref().map_or("brought in", str::trim);
        println!("intake: memory: {what}, {} KB: {} MB; {said:.120}", bytes.len() / 1_000, kilobytes / 1_000);
        assert!(kilobytes < MOST, "{what}: {kilobytes} kilobytes; {said}");
        assert!(complaint.is_none() || said.contains("\"plan.docx\" was not brought in"), "{what}: {said}");
        most = most.max((kilobytes, what));
        let _ = fs::remove_file(&plan);
    }
    println!("intake: memory: at most {} MB, for {}", most.0 / 1_000, most.1);
    // Where the system does not say, nothing was proved; Linux does.
    assert!(most.0 > 10_000 || cfg!(not(target_os = "linux")));
}

#[test]
fn no_word_document_takes_more_than_a_gigabyte() {
    bring_in(harmful::of_word());
}

#[test]
fn no_workbook_takes_more_than_a_gigabyte() {
    bring_in(harmful::of_sheets());
}

#[test]
fn no_text_and_no_page_takes_more_than_a_gigabyte() {
    bring_in(harmful::of_text());
}

#[test]
fn a_large_document_tells_how_far_it_is_and_stops_when_it_is_told_to() {
    let cells = "<w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc>".repeat(6);
    let open =
        "<t:table-row><t:table-cell><x:p>x</x:p></t:table-cell><t:table-cell><x:p>y</x:p></t:table-cell></t:table-row>";
    let documents = [
        ("Word", word(&format!("<w:tr>{cells}</w:tr>"), 3_000, true)),
        ("workbook", workbook(&row(&["x"; 6]), 10_000, ("", 0), "")),
        (".ods", open_sheet(open, 10_000, true)),
        ("page", format!("<table>{}</table>", "<tr><td>x<td>y".repeat(20_000)).into_bytes()),
    ];
    for (what, bytes) in documents {
        let told = RefCell::new(Vec::new());
        let listen = |share: f32| {
            told.borrow_mut().push(share);
            ControlFlow::Continue(())
        };
        open_bytes(&bytes, "plan", &listen).unwrap();
        let mut told = told.into_inner();
        assert!(told.is_sorted() && told.last() == Some(&1.0), "{what}: {told:?}");
        told.dedup();
        assert!(told.len() > 8, "{what}: {told:?}");
        let asked = Cell::new(0);
        let stop = |_: f32| {
            asked.set(asked.get() + 1);
            if asked.get() > 4 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        };
        assert_eq!(open_bytes(&bytes, "plan", &stop).unwrap_err().cause, IntakeCause::Cancelled, "{what}");
        assert_eq!(asked.get(), 5, "{what}: it went on after it was stopped");
    }
}

/// The names of streams in a compound file, as far as its folder goes.
fn compound(names: &[&str]) -> Vec<u8> {
    let mut bytes = [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".as_slice(), &[0; 504]].concat();
    for name in names {
        let mut entry: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let length = u16::try_from(entry.len() + 2).unwrap();
        entry.resize(64, 0);
        entry.extend(length.to_le_bytes());
        entry.push(2);
        entry.resize(128, 0);
        bytes.extend(entry);
    }
    bytes
}

#[test]
fn what_is_something_else_than_it_says_is_refused_with_what_to_do() {
    let archive = one_file("plan.docx", "x");
    let open_text = one_file("mimetype", "application/vnd.oasis.opendocument.text");
    let pages = one_file("Index/Document.iwa", "x");
    let cases: [(&str, Vec<u8>, &str); 12] = [
        ("locked.docx", compound(&["EncryptionInfo", "EncryptedPackage"]), "remove the password"),
        ("locked.xlsx", compound(&["EncryptionInfo", "EncryptedPackage"]), "remove the password"),
        ("plan.doc", compound(&["WordDocument", "1Table"]), "save it as .docx"),
        ("plan.pdf", b"%PDF-1.7\n/Font".to_vec(), "copy it, and paste it here"),
        ("scan.pdf", b"%PDF-1.4\n/Subtype /Image".to_vec(), "the document it was made from"),
        ("renamed.docx", archive, "Unpack it"),
        ("photo.docx", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(), "the document it was made from"),
        ("setup.xlsx", b"MZ\x90\0\x03\0\0\0\x04\0\xff\xff\0".to_vec(), "was not run"),
        ("plan.pages", pages, "export it to Word"),
        ("plan.odt", open_text, "save it as .docx"),
        ("plan.msg", compound(&["__properties_version1.0"]), "save the document attached"),
        ("plan.rtf", b"{\\rtf1\\ansi Plan}".to_vec(), "save it as .docx"),
    ];
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes, words) in cases {
        let source = folder.path().join(name);
        fs::write(&source, bytes).unwrap();
        let (complaint, _) = import(&source, &folder.path().join("plan.ron"));
        let complaint = complaint.expect("it is refused");
        assert!(complaint.contains(name) && complaint.contains(words), "{complaint}");
    }
}

#[test]
fn nothing_outside_a_document_is_fetched_and_no_formula_is_worked_out() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    let address = format!("http://{}/plan.xlsx", listener.local_addr().unwrap());
    let outside = relation("r3", "externalLink", "externalLinks/externalLink1.xml", "")
        + &relation("r4", "externalLinkPath", &address, " TargetMode=\"External\"");
    let mut rows = row(&["Action", "By when", "Owner"]);
    for (number, formula) in ["[1]Plan!A1", "WEBSERVICE(&quot;http://x/&quot;)", "cmd|'/c calc'!A0"].iter().enumerate()
    {
        let rest = row(&["May 2016", "DAAT"]).replace("<row>", "");
        let _ = write!(rows, "<row><c t=\"str\"><f>{formula}</f><v>Kept {number}</v></c>{rest}");
    }
    let bytes = workbook(&rows, 1, ("", 0), &outside);
    let page = format!(
        "<html><head><link rel=stylesheet href=\"{address}\"><script src=\"{address}\"></script></head><body \
         background=\"{address}\"><table><tr><td>Action<td>By when<td>Owner<tr><td>Kept 0<img src=\"{address}\"><td>May \
         2016<td>DAAT<tr><td>Kept 1<td>May 2016<td>DAAT<tr><td>Kept 2<td>May 2016<td>DAAT</table><iframe src=\"{address}\">"
    );
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in [("plan.xlsx", bytes), ("plan.html", page.into_bytes())] {
        let (source, plan) = (folder.path().join(name), folder.path().join(format!("{name}.ron")));
        fs::write(&source, bytes).unwrap();
        assert_eq!(import(&source, &plan).0, None);
        let opened = store::load(&plan).unwrap().plan;
        let kept: Vec<&str> = opened.actions().map(|action| action.description.as_str()).collect();
        assert_eq!(kept, ["Kept 0", "Kept 1", "Kept 2"], "{name}");
    }
    let asked = listener.accept().map_err(|error| error.kind());
    assert!(matches!(asked, Err(std::io::ErrorKind::WouldBlock)), "somebody asked: {asked:?}");
}
