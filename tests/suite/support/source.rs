//! The project's own source, as text.

use std::fs;
use std::path::{Path, PathBuf};

/// A source file.
#[derive(Debug)]
pub(crate) struct SourceFile {
    /// Its path from the project's folder, with `/` between the parts.
    pub(crate) path: String,
    pub(crate) text: String,
}

/// Every Rust file under a folder of the project, in order of their paths.
pub(crate) fn rust_files(folder: &str) -> Vec<SourceFile> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = Vec::new();
    let mut folders = vec![root.join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder of the project") {
            let path: PathBuf = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                paths.push(path);
            }
        }
    }
    paths.sort();
    paths
        .into_iter()
        .map(|path| SourceFile {
            path: path.strip_prefix(root).expect("in the project").to_string_lossy().replace('\\', "/"),
            text: fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display())),
        })
        .collect()
}

impl SourceFile {
    /// Whether the whole file is there for tests.
    pub(crate) fn is_test(&self) -> bool {
        self.path.ends_with("/tests.rs") || self.path.contains("/tests/")
    }

    /// Its lines with their numbers from 1, without comments and without the tests at its end. Only line
    /// comments are known, and `//` in a text ends a line too: good enough for what is looked for.
    pub(crate) fn code_lines(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines: Vec<&str> = self.text.lines().collect();
        let tests = lines.windows(2).position(|pair| pair[0] == "#[cfg(test)]" && pair[1].starts_with("mod tests {"));
        let end = tests.unwrap_or(lines.len());
        let code = lines.into_iter().take(end).map(|line| line.split("//").next().unwrap_or(line));
        (1..).zip(code)
    }
}
