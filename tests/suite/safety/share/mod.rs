//! Saving to a drive that fails as shares do: a file system of the tests' own, mounted through FUSE, so that
//! the kernel and the real drive's code stand between the program and the fault.

mod faults;
mod files;
mod hurried;
mod judged;
mod kernel;
mod mounted;
mod people;
mod walked;
