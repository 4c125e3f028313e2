//! Writing packs and pictures, in the background, on a snapshot.

use std::path::PathBuf;
use std::sync::Arc;

use egui::Context;

use super::App;
use super::issuing::{self, Issuing};
use super::work::Working;
use crate::headless;
use crate::jobs::Job;
use crate::pack;
use crate::ui::pack_form::PackWanted;

impl App {
    pub(super) fn write_pack(&mut self, context: &Context, path: PathBuf, wanted: PackWanted) {
        let Some(open) = &self.open else { return };
        let (plan, options) = (open.document.snapshot(), issuing::options(wanted));
        let issuing = self.issuing(wanted).map(Box::new);
        self.write(context, "Writing the board pack", path, issuing, move || {
            pack::write_pack(&plan, &options).map_err(|error| error.to_string())
        });
    }

    pub(super) fn write_picture(&mut self, context: &Context, path: PathBuf) {
        let Some(open) = &self.open else { return };
        let plan = open.document.snapshot();
        let dark = self.palette(context).dark;
        let options = headless::PictureOptions {
            view: self.view,
            section: open.progress.section(),
            as_at: open.as_at,
            dark,
            ..Default::default()
        };
        self.write(context, "Saving the picture", path, None, move || {
            headless::picture(Arc::unwrap_or_clone(plan), &options).map_err(|error| error.to_string())
        });
    }

    fn write(
        &mut self,
        context: &Context,
        name: &str,
        path: PathBuf,
        issuing: Option<Box<Issuing>>,
        make: impl FnOnce() -> Result<Vec<u8>, String> + Send + 'static,
    ) {
        let own = self.open.as_ref().and_then(|open| open.path.clone());
        let (wake, file) = (context.clone(), path.clone());
        let job = Job::start(
            self.world.runner,
            name,
            move || wake.request_repaint(),
            move |_| {
                if own.is_some_and(|own| headless::is_same_file(&own, &file)) {
                    return Err("that is the plan itself. Choose another name.".to_owned());
                }
                let bytes = make()?;
                headless::write_file(&file, &bytes).map_err(|error| error.to_string())
            },
        );
        self.working.push(Working::Writing(job, path, issuing));
    }
}
