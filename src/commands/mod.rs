//! The actions: one registry behind menus, shortcuts and the help.

pub mod copy;
mod disk;
pub mod edit;
pub mod files;
pub mod merge;
pub mod parts;
pub mod scenario;
pub mod show;
pub mod table;

use crate::state::drafts::take_in;
use crate::state::route::Route;
use crate::state::settings::Theme;
use crate::state::{Context, Shared};
use crate::words::{self, Language, action};
use leptos::prelude::*;
use samplan::money::Unit;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::KeyboardEvent;

/// Something that the user can do from anywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Take the last step back.
    Undo,
    /// Take it again.
    Redo,
    /// Download the plan as a file.
    Save,
    /// The menu of exports.
    Export,
    /// Make a link to the plan.
    Share,
    /// Open a file.
    OpenFile,
    /// Begin a new plan.
    NewPlan,
    /// To the start view.
    Home,
    /// To the table.
    Budget,
    /// To the plan's settings.
    Plan,
    /// To the scenarios.
    Scenarios,
    /// To scenarios side by side.
    Compare,
    /// To the exploration.
    Explore,
    /// To the projector view.
    Present,
    /// Show the slides.
    Show,
    /// To the page for the minutes.
    Report,
    /// kr or tkr.
    ToggleUnit,
    /// Swedish or English.
    ToggleLanguage,
    /// The next theme.
    NextTheme,
    /// Help and shortcuts.
    Help,
}

/// A key with its modifiers. `primary` is Ctrl, or ⌘ on a Mac.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Chord {
    key: &'static str,
    primary: bool,
    shift: bool,
    alt: bool,
}

const fn primary(key: &'static str) -> Chord {
    Chord { key, primary: true, shift: false, alt: false }
}

const fn alt(key: &'static str) -> Chord {
    Chord { key, primary: false, shift: false, alt: true }
}

const fn letter(key: &'static str) -> Chord {
    Chord { key, primary: false, shift: false, alt: false }
}

impl Action {
    /// All actions in the order of the help.
    pub const ALL: [Action; 20] = [
        Action::Undo,
        Action::Redo,
        Action::Save,
        Action::Export,
        Action::Share,
        Action::OpenFile,
        Action::NewPlan,
        Action::Home,
        Action::Budget,
        Action::Plan,
        Action::Scenarios,
        Action::Compare,
        Action::Explore,
        Action::Present,
        Action::Show,
        Action::Report,
        Action::ToggleUnit,
        Action::ToggleLanguage,
        Action::NextTheme,
        Action::Help,
    ];

    /// Its shortcuts; the first is shown in menus.
    pub fn chords(self) -> &'static [Chord] {
        const SHIFT_Z: Chord = Chord { key: "z", primary: true, shift: true, alt: false };
        match self {
            Action::Undo => const { &[primary("z")] },
            Action::Redo => const { &[primary("y"), SHIFT_Z] },
            Action::Save => const { &[primary("s")] },
            Action::Export => const { &[alt("x")] },
            Action::Share => const { &[alt("k")] },
            Action::OpenFile => const { &[primary("o")] },
            Action::NewPlan => const { &[alt("n")] },
            Action::Home => const { &[alt("1")] },
            Action::Budget => const { &[alt("2")] },
            Action::Plan => const { &[alt("3")] },
            Action::Scenarios => const { &[alt("4")] },
            Action::Compare => const { &[alt("5")] },
            Action::Explore => const { &[alt("6")] },
            Action::Present => const { &[alt("7")] },
            Action::Show => const { &[letter("p"), alt("p")] },
            Action::Report => const { &[alt("8")] },
            Action::ToggleUnit => const { &[alt("t")] },
            Action::ToggleLanguage => const { &[alt("l")] },
            Action::NextTheme => const { &[alt("m")] },
            Action::Help => const { &[letter("?"), letter("F1")] },
        }
    }

    /// The shortcut that is shown beside it.
    pub fn shortcut(self) -> String {
        self.chords().first().map(|chord| chord.label()).unwrap_or_default()
    }

    /// Its name.
    pub fn name(self, language: Language) -> &'static str {
        match self {
            Action::Undo => action::undo(language),
            Action::Redo => action::redo(language),
            Action::Save => action::save(language),
            Action::Export => action::export(language),
            Action::Share => action::share(language),
            Action::OpenFile => action::open_file(language),
            Action::NewPlan => words::view::new_plan(language),
            Action::Home => action::home(language),
            Action::Budget => action::budget(language),
            Action::Plan => action::plan(language),
            Action::Scenarios => action::scenarios(language),
            Action::Compare => action::compare(language),
            Action::Explore => action::explore(language),
            Action::Present => action::present(language),
            Action::Show => crate::words::show::start(language),
            Action::Report => action::report(language),
            Action::ToggleUnit => action::toggle_unit(language),
            Action::ToggleLanguage => action::toggle_language(language),
            Action::NextTheme => action::next_theme(language),
            Action::Help => action::help(language),
        }
    }

    /// Whether it needs an open plan.
    fn needs_plan(self) -> bool {
        !matches!(
            self,
            Action::OpenFile
                | Action::NewPlan
                | Action::Home
                | Action::ToggleUnit
                | Action::ToggleLanguage
                | Action::NextTheme
                | Action::Help
        )
    }

    /// Does it.
    pub fn run(self, context: Context) {
        // What is being typed is part of what is done next: of the file, of the showing, of the plan that is left.
        if !matches!(self, Action::ToggleUnit | Action::ToggleLanguage | Action::NextTheme | Action::Help) {
            take_in();
        }
        if self.needs_plan() && context.session.plan().with_untracked(Option::is_none) {
            return;
        }
        match self {
            Action::Undo => context.session.undo(),
            Action::Redo => context.session.redo(),
            Action::Save => files::export(context),
            Action::Export => context.exporting.set(true),
            Action::Share => context.sharing.set(Some(Shared::Plan)),
            Action::OpenFile => files::choose(context),
            Action::NewPlan => context.place.go(Route::New),
            Action::Home => context.place.go(Route::Home),
            Action::Budget => context.place.go(Route::Budget),
            Action::Plan => context.place.go(Route::Plan),
            Action::Scenarios => context.place.go(Route::Scenarios),
            Action::Compare => context.place.go(Route::Compare),
            Action::Explore => context.place.go(Route::Explore),
            Action::Present => context.place.go(Route::Present),
            Action::Show => show::start(context),
            Action::Report => context.place.go(Route::Report),
            Action::ToggleUnit => context.settings.update(|settings| {
                settings.unit = match settings.unit {
                    Unit::Kronor => Unit::Thousands,
                    Unit::Thousands => Unit::Kronor,
                };
            }),
            Action::ToggleLanguage => context.settings.update(|settings| {
                settings.language = match settings.language {
                    Language::Sv => Language::En,
                    Language::En => Language::Sv,
                };
            }),
            Action::NextTheme => context.settings.update(|settings| {
                let mut themes = Theme::ALL.into_iter().cycle().skip_while(|theme| *theme != settings.theme);
                settings.theme = themes.nth(1).unwrap_or(settings.theme);
            }),
            Action::Help => context.help.update(|open| *open = !*open),
        }
    }
}

impl Chord {
    /// How the chord is written in menus and help.
    pub fn label(self) -> String {
        let mac = window().navigator().platform().is_ok_and(|platform| platform.starts_with("Mac"));
        let mut label = String::new();
        if self.primary {
            label.push_str(if mac { "⌘" } else { "Ctrl+" });
        }
        if self.alt {
            label.push_str(if mac { "⌥" } else { "Alt+" });
        }
        if self.shift {
            label.push_str(if mac { "⇧" } else { "Shift+" });
        }
        label.push_str(&self.key.to_ascii_uppercase());
        label
    }

    fn matches(self, event: &KeyboardEvent) -> bool {
        // The keys are plain letters and digits.
        let is = str::eq_ignore_ascii_case;
        // "?" already says that Shift is down; Alt with a letter may give another character on a Mac.
        let code = event.code();
        let by_place =
            || ["Key", "Digit"].iter().any(|kind| code.strip_prefix(kind).is_some_and(|code| is(code, self.key)));
        let same_key = is(&event.key(), self.key) || (self.alt && by_place());
        let shift = self.key == "?" || event.shift_key() == self.shift;
        same_key && shift && (event.ctrl_key() || event.meta_key()) == self.primary && event.alt_key() == self.alt
    }

    fn is_single_letter(self) -> bool {
        !self.primary && !self.alt && self.key.chars().count() == 1
    }
}

/// Runs actions by their shortcuts. A field keeps its own keys: undo inside a text belongs to the text, and letters
/// are letters.
pub fn follow_keys(context: Context) {
    let listener = Closure::<dyn Fn(KeyboardEvent)>::new(move |event: KeyboardEvent| {
        // The showing has keys of its own, and nothing behind it is to move.
        if event.default_prevented() || event.is_composing() || context.show.get_untracked() {
            return;
        }
        let in_field = in_text_field(&event);
        let letters = context.settings.with_untracked(|settings| settings.letter_keys);
        for action in Action::ALL {
            let chord = action.chords().iter().find(|chord| chord.matches(&event));
            let Some(chord) = chord else { continue };
            if chord.is_single_letter() && (in_field || !letters) {
                continue;
            }
            if in_field && matches!(action, Action::Undo | Action::Redo) {
                continue;
            }
            event.prevent_default();
            action.run(context);
            return;
        }
    });
    let _ = document().add_event_listener_with_callback("keydown", listener.as_ref().unchecked_ref());
    listener.forget();
}

pub fn in_text_field(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    target.is_some_and(|element| match element.tag_name().as_str() {
        "TEXTAREA" | "SELECT" => true,
        "INPUT" => {
            let kind = element.get_attribute("type").unwrap_or_default();
            !matches!(kind.as_str(), "checkbox" | "radio" | "range" | "button")
        }
        _ => false,
    })
}
