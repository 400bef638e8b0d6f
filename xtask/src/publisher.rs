//! Who publishes the site: `site.json`, filled in by the build where the machine that builds for them says who they are.

use std::path::Path;

use serde_json::json;

use crate::Outcome;
use crate::build::write;
use crate::offline::SITE;

/// Variables with the publisher's name, and with an address or a number to reach them at.
const PUBLISHER: &str = "PUBLISHER";
const CONTACT: &str = "CONTACT";

/// Fills in the file in `dist/`; without a name it stays as it comes, and the pages say that it is not filled in.
pub fn fill_in(dist: &Path) -> Outcome {
    let told = |name: &str| std::env::var(name).unwrap_or_default();
    match filled_in(&told(PUBLISHER), &told(CONTACT)) {
        Some(text) => write(&dist.join(SITE), text.as_bytes()),
        None => Ok(()),
    }
}

fn filled_in(publisher: &str, contact: &str) -> Option<String> {
    let (publisher, contact) = (publisher.trim(), contact.trim());
    (!publisher.is_empty()).then(|| format!("{:#}\n", json!({ "publisher": publisher, "contact": contact })))
}

#[cfg(test)]
mod tests {
    use super::filled_in;

    #[test]
    fn the_file_is_filled_in_with_what_is_said_and_left_where_nobody_says_who_they_are() {
        let text = filled_in(" Samordningsförbundet \"Exempel\" ", "kansli@exempel.se").unwrap_or_default();
        let read: serde_json::Value = serde_json::from_str(&text).unwrap_or_default();
        assert_eq!(read["publisher"], "Samordningsförbundet \"Exempel\"");
        assert_eq!(read["contact"], "kansli@exempel.se");
        assert_eq!(filled_in(" ", "kansli@exempel.se"), None);
    }
}
