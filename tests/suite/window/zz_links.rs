use crate::support::page::Page;
use crate::support::plans::{measured, plan_of};
use crate::support::window::{Setting, Window};
use egui::{Key, Theme, vec2};
use planning_grid::model::IdMaker;
use planning_grid::model::linking as links;
use planning_grid::store::{self, Sample};
use planning_grid::ui::{linking, measures};

fn save(name: &str, picture: &image::RgbaImage) {
    std::fs::create_dir_all("/tmp/wt-links-pics").unwrap();
    picture.save(format!("/tmp/wt-links-pics/{name}.png")).unwrap();
}
fn sample() -> planning_grid::model::Plan {
    store::parse(Sample::TowerHamlets.bytes(), Sample::TowerHamlets.label()).unwrap()
}
fn linked() -> planning_grid::model::Plan {
    let (mut plan, mut ids) = (sample(), IdMaker::new(77));
    for candidate in links::candidates(&plan) {
        let members = candidate.members.iter().map(|member| member.milestone);
        plan.apply(links::link(members, ids.event())).unwrap();
    }
    plan
}
fn window(plan: &planning_grid::model::Plan, theme: Theme, size: egui::Vec2) -> Window {
    let mut window = Window::start_with(Setting { theme, size, ..Setting::default() });
    let path = window.write("plan.ron", &store::to_bytes(plan).unwrap());
    window.open(&path);
    window
}

#[test]
fn zz_pages() {
    for (theme, tag) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
        let mut page = Page::of(measured(sample()), vec2(1100.0, 700.0), theme, measures::page);
        let all = page.named("All ");
        page.click(&all);
        save(&format!("measures-all-{tag}"), &page.picture());
    }
}
#[test]
fn zz_pages2() {
    for (theme, tag) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
        let mut page = Page::of(measured(sample()), vec2(1100.0, 700.0), theme, measures::page);
        save(&format!("measures-{tag}"), &page.picture());
        let mut page = Page::of(sample(), vec2(1000.0, 760.0), theme, linking::page);
        save(&format!("linking-{tag}"), &page.picture());
        let mut page = Page::of(linked(), vec2(1000.0, 760.0), theme, linking::page);
        save(&format!("linked-{tag}"), &page.picture());
        let go = page.named("Move: New services");
        page.click(&go);
        page.type_text("01/11/16");
        save(&format!("linked-moving-{tag}"), &page.picture());
    }
    let mut page = Page::of(measured(sample()), vec2(640.0, 500.0), Theme::Light, measures::page);
    save("measures-small", &page.picture());
    let mut page = Page::of(sample(), vec2(480.0, 500.0), Theme::Light, linking::page);
    save("linking-small", &page.picture());
}
#[test]
fn zz_window() {
    for (theme, tag, size) in [
        (Theme::Light, "light", vec2(1440.0, 900.0)),
        (Theme::Dark, "dark", vec2(1440.0, 900.0)),
        (Theme::Light, "small", vec2(1024.0, 700.0)),
    ] {
        let plan = measured(linked());
        let mut w = window(&plan, theme, size);
        let first = w
            .names()
            .into_iter()
            .find(|n| n.contains("erformance") && n.contains(", action ") && n.contains(", 1 of"))
            .or_else(|| w.names().into_iter().find(|n| n.contains(", action ")))
            .unwrap();
        println!("{first}");
        w.click(&first);
        save(&format!("window-{tag}"), &w.picture());
        let target = w.names().into_iter().find(|n| n.starts_with("Inspector: Q1"));
        println!("{target:?}");
        if let Some(t) = target {
            w.bring_into_sight(&t);
            save(&format!("window-measure-{tag}"), &w.picture());
        }
        w.ctrl(Key::F);
        w.type_text("implement");
        let cell = w.names().into_iter().find(|n| n.contains("action PBC1.3") && n.contains(" of ")).unwrap();
        w.click(&cell);
        let pop = w.names().into_iter().find(|n| n.contains("one event in 14")).unwrap();
        w.bring_into_sight(&pop);
        save(&format!("window-linked-{tag}"), &w.picture());
        w.click(&pop);
        save(&format!("window-popover-{tag}"), &w.picture());
        w.press(Key::Escape);
        let n: usize = pop.trim_start_matches("Milestone ").split(':').next().unwrap().parse().unwrap();
        w.retype(&format!("Inspector: date of milestone {n}"), "01/11/16");
        w.press(Key::Tab);
        save(&format!("window-ask-{tag}"), &w.picture());
        w.click("Only this one");
        let pop = format!("Milestone {n}: one event in 14 actions");
        w.click(&pop);
        save(&format!("window-differ-{tag}"), &w.picture());
        w.press(Key::Escape);
        w.choose("Plan details…");
        w.click("Owners");
        let names: Vec<String> = w.names().into_iter().filter(|n| n.starts_with("Tick ")).collect();
        w.click(&names[0]);
        w.click(&names[1]);
        save(&format!("window-owners-{tag}"), &w.picture());
        w.click("Make these one owner");
        save(&format!("window-owners-choose-{tag}"), &w.picture());
    }
}
#[test]
fn zz_book() {
    std::fs::create_dir_all("/tmp/wt-links-pics").unwrap();
    let plan = plan_of(10_000);
    let start = std::time::Instant::now();
    println!("candidates {} in {:?}", links::candidates(&plan).len(), start.elapsed());
    let bytes = planning_grid::pack::write_pack(
        &measured(sample()),
        &planning_grid::pack::PackOptions::as_at(chrono::NaiveDate::from_ymd_opt(2016, 9, 1).unwrap()),
    )
    .unwrap();
    std::fs::write("/tmp/wt-links-pics/book.xlsx", bytes).unwrap();
    let _ = plan_of(1);
}
