//! Bounds the module's memory: a file that unpacks into gigabytes ends the worker and not the browser's tab.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if std::env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32") {
        println!("cargo::rustc-cdylib-link-arg=--max-memory=536870912");
    }
}
