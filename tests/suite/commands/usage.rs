//! How the program is called: help, wrong usage, and no screen.

use super::run;

const COMMANDS: [&str; 7] = ["import", "export", "show", "dates", "picture", "merge", "roll-forward"];

#[test]
fn help_names_every_command_and_each_command_has_its_own() {
    let ran = run(["--help"], b"");
    let help = ran.printed();
    for command in COMMANDS {
        assert!(help.contains(&format!("  {command} ")), "{command} is not in: {help}");
        let ran = run([command, "--help"], b"");
        assert!(ran.printed().contains(&format!("planning-grid {command}")), "{}", ran.printed());
    }
    assert_eq!(run(["--version"], b"").printed(), format!("planning-grid {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn wrong_usage_is_told_apart_from_everything_else() {
    let wrong: [&[&str]; 20] = [
        &["export"],
        &["export", "plan.ron"],
        &["export", "-o", "book.xlsx"],
        &["export", "plan.ron", "-o", "book.xlsx", "--as-at", "2016-13-01"],
        &["export", "plan.ron", "-o", "book.xlsx", "--as-at", "11/07/16"],
        &["export", "plan.ron", "-o", "book.xlsx", "more.ron"],
        &["show"],
        &["show", "plan.ron"],
        &["show", "--json"],
        &["show", "plan.ron", "--json", "--yaml"],
        &["dates"],
        &["dates", "--period"],
        &["dates", "--period", "next year"],
        &["dates", "--period", "2017/16"],
        &["picture", "plan.ron", "-o", "view.png"],
        &["picture", "plan.ron", "--view", "forms", "-o", "view.png"],
        &["picture", "plan.ron", "--view", "grids", "-o", "view.png", "--size", "0x0"],
        &["picture", "plan.ron", "--view", "grids", "-o", "view.png", "--size", "wide"],
        &["picture", "plan.ron", "--view", "grids", "-o", "view.png", "--theme", "blue"],
        &["--json"],
    ];
    for arguments in wrong {
        let ran = run(arguments, b"");
        assert!(ran.complaint(2).contains("--help"), "{arguments:?}: {}", ran.stderr);
    }
}

/// On other systems a window would open.
#[cfg(target_os = "linux")]
#[test]
fn with_no_screen_the_program_says_so_and_names_the_commands_that_need_none() {
    for arguments in [&[][..], &["plan.ron"]] {
        let ran = run(arguments, b"");
        let words = ran.complaint(1);
        assert!(words.contains("no screen"), "{words}");
        for command in COMMANDS {
            assert!(words.contains(command), "{command} is not in: {words}");
        }
    }
}
