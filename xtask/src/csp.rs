//! The page's content policy: its own files, WebAssembly, and the inline script that starts the app, by its hash.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

use crate::Outcome;
use crate::build::replace;

/// Comes first in the head: what stands before a policy is not bound by it.
const BEFORE: &str = r#"<meta charset="utf-8">"#;

pub fn add(html: &str) -> Outcome<String> {
    let scripts: String = inline_scripts(html)?.iter().map(|script| format!(" '{}'", sha256(script))).collect();
    // The chart library's SVG carries style attributes; no style element or sheet of others is let in with them.
    let policy = format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{scripts}; style-src 'self'; \
         style-src-attr 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; \
         manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'"
    );
    replace(html, BEFORE, &format!(r#"{BEFORE}<meta http-equiv="Content-Security-Policy" content="{policy}">"#))
}

/// The digest of some bytes as content policies and `integrity` write it.
pub fn sha256(bytes: impl AsRef<[u8]>) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(bytes)))
}

fn inline_scripts(html: &str) -> Outcome<Vec<&str>> {
    let mut scripts = Vec::new();
    let mut rest = html;
    while let Some((_, from_tag)) = rest.split_once("<script") {
        let (attributes, from_body) = from_tag.split_once('>').ok_or("a script tag of index.html does not end")?;
        let (body, after) = from_body.split_once("</script>").ok_or("a script of index.html does not end")?;
        if !attributes.contains("src=") {
            scripts.push(body);
        }
        rest = after;
    }
    Ok(scripts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_inline_scripts_are_hashed_and_the_policy_comes_first() {
        let html = concat!(
            r#"<head><meta charset="utf-8"><script src="a.js"></script>"#,
            r#"<script type="module">start()</script></head>"#
        );
        let with = add(html).expect("the page has a head");
        let policy = with.find("Content-Security-Policy").expect("a policy");
        assert!(policy < with.find("<script").expect("a script"));
        assert!(with.contains(&format!("'wasm-unsafe-eval' '{}';", sha256("start()"))));
    }

    #[test]
    fn a_page_without_the_place_for_it_is_refused() {
        assert!(add("<head></head>").is_err());
    }
}
