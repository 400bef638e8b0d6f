//! Settings: language, theme and unit, kept in local storage and put on the page.

use crate::state::fields::JsonRecord;
use crate::state::storage::{LocalStore, Storage};
use crate::words::Language;
use leptos::prelude::*;
use samplan::money::Unit;

const KEY: &str = "samplan/settings";

/// What the user chose for the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settings {
    /// The language of the interface.
    pub language: Language,
    /// Colours and contrast.
    pub theme: Theme,
    /// The unit that amounts are shown in.
    pub unit: Unit,
    /// Whether shortcuts of a single letter are on (WCAG 2.1.4).
    pub letter_keys: bool,
}

/// Colours and contrast.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the system says.
    #[default]
    System,
    Light,
    Dark,
    /// High contrast for a washed-out projector.
    Projector,
}

impl Theme {
    /// All themes in the order they are offered.
    pub const ALL: [Theme; 4] = [Theme::System, Theme::Light, Theme::Dark, Theme::Projector];

    /// The value of the page's `data-theme` attribute.
    pub fn as_str(self) -> &'static str {
        match self {
            Theme::System => "system",
            Theme::Light => "light",
            Theme::Dark => "dark",
            Theme::Projector => "projector",
        }
    }
}

/// The stored settings, or what the browser's language suggests.
pub fn load(store: LocalStore) -> Settings {
    // Anything missing or unknown is the default: settings are not worth an error.
    let stored = store.read(KEY).and_then(|text| JsonRecord::read(&text)).unwrap_or_else(JsonRecord::new);
    let theme = stored.text("theme").and_then(|name| Theme::ALL.into_iter().find(|theme| theme.as_str() == name));
    Settings {
        language: stored.text("language").map_or_else(browser_language, |tag| Language::from_tag(&tag)),
        theme: theme.unwrap_or_default(),
        unit: if stored.text("unit").as_deref() == Some("tkr") { Unit::Thousands } else { Unit::Kronor },
        letter_keys: stored.flag("letter_keys").unwrap_or(true),
    }
}

/// Swedish first: English only for browsers that ask for English.
fn browser_language() -> Language {
    window().navigator().language().map_or(Language::Sv, |tag| Language::from_tag(&tag))
}

/// Keeps the settings and puts them on the page whenever they change.
pub fn follow(settings: RwSignal<Settings>, storage: Storage) {
    Effect::new(move |_| {
        let settings = settings.get();
        if let Some(root) = document().document_element() {
            let _ = root.set_attribute("lang", settings.language.tag());
            let _ = root.set_attribute("data-theme", settings.theme.as_str());
        }
        let stored = JsonRecord::new()
            .with("language", settings.language.tag())
            .with("theme", settings.theme.as_str())
            .with("unit", if settings.unit == Unit::Thousands { "tkr" } else { "kr" })
            .with("letter_keys", settings.letter_keys);
        if let Some(text) = stored.write() {
            // Without storage the settings hold for this visit; the storage says so once.
            let _ = storage.store().write(KEY, &text);
        }
    });
}
