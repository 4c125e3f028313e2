//! The process that saves (`tests/saver`), and what it says.

use std::env;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::OnceLock;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

/// Longer than anything a saver does between two lines. Only a saver that hangs takes as long.
const HANGS: Duration = Duration::from_mins(2);

/// The program. Where only this suite was asked for, cargo has not made it, or not anew: an old one would
/// prove something of old code.
pub(super) fn program() -> &'static Path {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    PROGRAM.get_or_init(|| {
        let suite = env::current_exe().unwrap();
        let built = suite.parent().and_then(Path::parent).expect("the folder of a profile");
        let folder = built.file_name().and_then(|name| name.to_str()).expect("the name of a profile");
        if let Some(cargo) = env::var_os("CARGO") {
            let profile = if folder == "debug" { "dev" } else { folder };
            let mut command = Command::new(cargo);
            command.args(["build", "--quiet", "--example", "saver", "--profile", profile]);
            assert!(command.current_dir(env!("CARGO_MANIFEST_DIR")).status().unwrap().success(), "no saver was built");
        }
        let program = built.join("examples").join(format!("saver{}", env::consts::EXE_SUFFIX));
        assert!(program.is_file(), "{} is not there: `cargo build --example saver` makes it", program.display());
        program
    })
}

/// A saver at work. It is stopped when this goes.
pub(super) struct Saver {
    child: Child,
    input: ChildStdin,
    lines: Receiver<String>,
}

impl Saver {
    pub(super) fn start(task: &str, plan: &Path, more: &[&str]) -> Self {
        let mut saver = Command::new(program());
        saver.arg(task).arg(plan).args(more);
        Self::run(saver)
    }

    /// Starts what was made ready otherwise.
    pub(super) fn run(mut command: Command) -> Self {
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("the saver starts");
        let input = child.stdin.take().expect("a pipe");
        let out = BufReader::new(child.stdout.take().expect("a pipe"));
        let (sender, lines) = channel();
        // Ends with the saver's output, or when nobody listens any more.
        std::thread::spawn(move || out.lines().map_while(Result::ok).try_for_each(|line| sender.send(line)));
        Self { child, input, lines }
    }

    /// Lets it do the next thing it waits with.
    pub(super) fn go_on(&mut self) {
        writeln!(self.input).unwrap();
    }

    /// The next line it says; `None` when it has ended.
    #[track_caller]
    pub(super) fn line(&self) -> Option<String> {
        match self.lines.recv_timeout(HANGS) {
            Ok(line) => Some(line),
            Err(std::sync::mpsc::RecvTimeoutError::Disconnected) => None,
            Err(std::sync::mpsc::RecvTimeoutError::Timeout) => panic!("the saver hangs"),
        }
    }

    /// Everything it says until it ends by itself, which it must do well.
    #[track_caller]
    pub(super) fn finish(mut self) -> Vec<String> {
        let lines: Vec<String> = std::iter::from_fn(|| self.line()).collect();
        let status = self.child.wait().unwrap();
        assert!(status.success(), "{status}: {lines:?}");
        lines
    }

    /// Kills it at once (SIGKILL where there is one). Gives what it had said and nobody had read.
    #[cfg(unix)]
    pub(super) fn kill(mut self) -> Vec<String> {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
        std::iter::from_fn(|| self.line()).collect()
    }
}

impl Drop for Saver {
    fn drop(&mut self) {
        // It may have ended long ago.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Lets savers do so many things each, one after the other, over and over. Gives what each said beside asking for
/// its turn.
pub(super) fn in_turn(mut savers: Vec<Saver>, rounds: usize) -> Vec<Vec<String>> {
    for saver in &savers {
        assert_eq!(saver.line().as_deref(), Some("before 1"));
    }
    let mut said = vec![Vec::new(); savers.len()];
    for round in 1..=rounds {
        let asks = format!("before {}", round + 1);
        for (saver, said) in savers.iter_mut().zip(&mut said) {
            saver.go_on();
            said.extend(std::iter::from_fn(|| saver.line()).take_while(|line| *line != asks));
        }
    }
    for saver in savers {
        saver.finish();
    }
    said
}
