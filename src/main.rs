//! The app: mounts Samplan in the page.

mod app;

fn main() {
    console_error_panic_hook::set_once();
    app::mount();
}
