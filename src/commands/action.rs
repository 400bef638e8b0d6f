//! The table of actions: what the user can do from anywhere, one an entry, with its keys, its name, and what it does.

use super::{files, show};
use crate::keys::{Chord, alt, key, primary};
use crate::state::drafts::take_in;
use crate::state::route::Route;
use crate::state::settings::Theme;
use crate::state::{Context, LinkScope};
use crate::words::{self, Language, action};
use leptos::prelude::*;
use samplan::money::Unit;

/// What an action is about, besides the view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum About {
    /// The open plan: without one it does nothing. What is being typed is part of it.
    Plan,
    /// Which plan is open, or none: what is being typed is taken in before it is left.
    Work,
    /// How the app shows itself: what is being typed goes on.
    App,
}

macro_rules! actions {
    ($($(#[$doc:meta])* $action:ident [$($chord:expr),+] $name:path, $about:ident, $run:expr;)+) => {
        /// Something that the user can do from anywhere.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Action { $($(#[$doc])* $action),+ }

        impl Action {
            /// All actions in the order of the help.
            pub const ALL: &'static [Action] = &[$(Action::$action),+];

            /// Its shortcuts; the first is shown in menus.
            pub fn chords(self) -> &'static [Chord] {
                match self { $(Action::$action => const { &[$($chord),+] }),+ }
            }

            /// Its name.
            pub fn name(self, language: Language) -> &'static str {
                match self { $(Action::$action => $name(language)),+ }
            }

            fn about(self) -> About {
                match self { $(Action::$action => About::$about),+ }
            }

            fn perform(self, context: Context) {
                match self { $(Action::$action => ($run)(context)),+ }
            }
        }
    };
}

actions! {
    /// Take the last step back.
    Undo [primary("z")] action::undo, Plan, |context: Context| context.session.undo();
    /// Take it again.
    Redo [primary("y"), primary("z").shift()] action::redo, Plan, |context: Context| context.session.redo();
    /// Download the plan as a file.
    Save [primary("s")] action::save, Plan, files::export;
    /// The menu of exports.
    Export [alt("x")] action::export, Plan, |context: Context| context.exporting.set(true);
    /// Make a link to the plan.
    Share [alt("k")] action::share, Plan, |context: Context| context.sharing.set(Some(LinkScope::Plan));
    /// Open a file.
    OpenFile [primary("o")] action::open_file, Work, files::choose;
    /// Begin a new plan.
    NewPlan [alt("n")] words::view::new_plan, Work, to(Route::New);
    /// To the start view.
    Home [alt("1")] action::home, Work, to(Route::Home);
    /// To the table.
    Budget [alt("2")] action::budget, Plan, to(Route::Budget);
    /// To the plan's settings.
    Plan [alt("3")] action::plan, Plan, to(Route::Plan);
    /// To the scenarios.
    Scenarios [alt("4")] action::scenarios, Plan, to(Route::Scenarios);
    /// To scenarios side by side.
    Compare [alt("5")] action::compare, Plan, to(Route::Compare);
    /// To the exploration.
    Explore [alt("6")] action::explore, Plan, to(Route::Explore);
    /// To the projector view.
    Present [alt("7")] action::present, Plan, to(Route::Present);
    /// Show the slides.
    Show [key("p"), alt("p")] words::show::start, Plan, show::start;
    /// To the page for the minutes.
    Report [alt("8")] action::report, Plan, to(Route::Report);
    /// kr or tkr.
    ToggleUnit [alt("t")] action::toggle_unit, App, |context: Context| context.settings.update(|settings| {
        settings.unit = match settings.unit {
            Unit::Kronor => Unit::Thousands,
            Unit::Thousands => Unit::Kronor,
        };
    });
    /// Swedish or English.
    ToggleLanguage [alt("l")] action::toggle_language, App, |context: Context| context.settings.update(|settings| {
        settings.language = match settings.language {
            Language::Sv => Language::En,
            Language::En => Language::Sv,
        };
    });
    /// The next theme.
    NextTheme [alt("m")] action::next_theme, App, |context: Context| context.settings.update(|settings| {
        let mut themes = Theme::ALL.into_iter().cycle().skip_while(|theme| *theme != settings.theme);
        settings.theme = themes.nth(1).unwrap_or(settings.theme);
    });
    /// Help and shortcuts.
    Help [key("?"), key("F1")] action::help, App, |context: Context| context.help.update(|open| *open = !*open);
}

impl Action {
    /// The shortcut that is shown beside it.
    pub fn shortcut(self) -> String {
        self.chords().first().map(|chord| chord.label()).unwrap_or_default()
    }

    /// Does it.
    pub fn run(self, context: Context) {
        if self.about() != About::App {
            take_in();
        }
        if self.about() == About::Plan && context.session.plan().with_untracked(Option::is_none) {
            return;
        }
        self.perform(context);
    }
}

fn to(route: Route) -> impl Fn(Context) {
    move |context| context.place.go(route)
}
