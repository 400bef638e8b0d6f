//! A link as a QR code, drawn as a picture that any size suits.

use crate::words::{Language, link as text};
use leptos::prelude::*;
use qrcodegen::{QrCode, QrCodeEcc};
use std::fmt::Write;

/// The most bytes that a QR code holds, with the least protection against dirt: a screen has none.
const MOST: usize = 2_953;
/// A code with more squares than this to a side asks much of a phone's camera.
const DENSE: i32 = 110;
/// The squares of white around it, without which it is not found.
const QUIET: i32 = 4;

/// The code with its sentence, or why there is none.
pub fn code(language: Language, address: &str) -> AnyView {
    let Ok(code) = QrCode::encode_text(address, QrCodeEcc::Low) else {
        let told = text::CodeTooLong { length: address.len(), most: MOST }.say(language);
        return view! { <p class="hint" data-test="no-code">{told}</p> }.into_any();
    };
    let size = code.size();
    let whole = size.saturating_add(QUIET).saturating_add(QUIET);
    let hint = if size > DENSE { text::code_dense(language) } else { text::code_hint(language) };
    view! {
        <figure class="qr" data-test="code">
            <svg viewBox=format!("0 0 {whole} {whole}") role="img" aria-label=text::code(language) shape-rendering="crispEdges">
                <rect width=whole height=whole fill="#fff"/>
                <path fill="#000" d=squares(&code)/>
            </svg>
            <figcaption>{hint}</figcaption>
        </figure>
    }
    .into_any()
}

/// The dark squares, row by row, those beside each other as one.
fn squares(code: &QrCode) -> String {
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let first = x;
            while code.get_module(x, y) {
                x = x.saturating_add(1);
            }
            let width = x.saturating_sub(first);
            if width > 0 {
                let (left, top) = (first.saturating_add(QUIET), y.saturating_add(QUIET));
                let _ = write!(path, "M{left} {top}h{width}v1h-{width}z");
            }
            x = x.saturating_add(1);
        }
    }
    path
}
