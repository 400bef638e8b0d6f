//! What each module hands over when it is there, and how it is fetched. Above all else: it alone names what the modules
//! are made of. Built with the feature `split` each function here is a module of its own with all that it alone leads to,
//! and what several lead to is shared between them (`xtask/src/split.rs`); built without, they are called at the start.

use crate::commands::table;
use crate::components::cost_chart::{self, COST_CHART};
use crate::components::finding_cards;
use crate::components::share::SHARE;
use crate::exports;
use crate::shell::{full, help};
use crate::state::engine::{self, ENGINE, Engine, FILES, Files, READ_SCENARIOS, RULES, SCENARIOS};
use crate::state::modules::{Missing, Module, ModuleArrival, is_replaced};
use crate::state::route::Route;
use crate::state::session;
use crate::views::{self, budget, home, present};
use crate::words;
use leptos::prelude::*;
use leptos::wasm_split::SplitLoaderError;
#[cfg(feature = "split")]
use leptos::wasm_split::wasm_split;
use samplan::edit::{Edit, EditError};
use samplan::{exchange, outcome};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

/// Writes the functions that hand over, and the one that calls them.
macro_rules! modules {
    ($($(#[$doc:meta])* $module:ident: $name:ident { $($body:tt)* })*) => {
        $(
            $(#[$doc])*
            #[cfg_attr(feature = "split", wasm_split($name, wasm_split_path = leptos::wasm_split, fallible))]
            fn $name() -> Result<(), SplitLoaderError> {
                open_plans();
                $($body)*
                views::slot(Module::$module).fill(views::$name);
                Ok(())
            }
        )*

        /// Fetches a module and lets it hand over. Whether it could be had.
        #[cfg(feature = "split")]
        async fn load(module: Module) -> bool {
            match module {
                Module::Main => true,
                $(Module::$module => $name().await.is_ok(),)*
            }
        }

        #[cfg(not(feature = "split"))]
        async fn load(module: Module) -> bool {
            views::slot(module).get().is_some()
        }

        #[cfg(not(feature = "split"))]
        fn hand_over() {
            $(let _ = $name();)*
        }
    };
}

modules! {
    /// What every open plan needs, and the table.
    Plan: plan {}
    /// What a plan rests on.
    Edit: edit {
        rules();
        budget::LINE_PANEL.fill(budget::line_panel);
        budget::PASTE.fill(budget::paste_body);
        table::READER.fill(table::reader());
    }
    /// Scenarios, and what is asked of them.
    Ask: ask { scenarios(); }
    /// What is shown to others.
    Tell: tell {
        scenarios();
        present::SHOWING.fill(present::showing);
        present::RESUME.fill(present::resume);
    }
    /// What stands around the table: the rules with the controls, the chart of costs, the note on rounding, what refers to a line that is to go.
    Beside: beside {
        rules();
        COST_CHART.fill(cost_chart::cost_chart);
        budget::BESIDE.fill(budget::beside);
        budget::ROUNDED.fill(budget::rounded);
        budget::REMOVE.fill(budget::remove_line);
    }
    /// What Home shows of stored plans, and what files from outside need.
    Shelf: shelf {
        home::SHELF.fill(home::shelf);
        FILES.fill(Files { decode: exchange::decode, read_error: words::read_error });
    }
    /// What is seldom opened.
    Aside: aside {
        scenarios();
        help::BODY.fill(help::body);
        full::BODY.fill(full::body);
        exports::BODY.fill(exports::body);
        views::meet::DROPPED.fill(views::meet::questions);
        READ_SCENARIOS.fill(exchange::read_scenarios);
        SHARE.fill(views::link::share);
    }
}

/// Plans can be opened and the table shown from here on. Called by every module: nothing that comes later can do without,
/// and what all of them lead to the splitter keeps in one piece.
fn open_plans() {
    ENGINE.fill(Engine {
        read: exchange::read,
        read_changed: exchange::read_changed,
        is_scenario_file: exchange::is_scenario_file,
        write: exchange::write,
        apply: |edit, plan| edit.apply_with(plan, others),
        apply_to_keep: |edit, plan| edit.apply_to_keep_with(plan, others),
        reckon: outcome::reckon_base,
        is_same_plan: |one, other| one == other,
        is_same_but_scenarios: |one, other| one.is_same_but_scenarios(other),
        own_bytes: session::own_bytes,
        refusal: words::refusal,
        edit: words::edit,
    });
    views::slot(Module::Plan).fill(views::plan);
}

/// Everything in the order in which it is fetched ahead.
const ALL: [Module; 7] =
    [Module::Plan, Module::Beside, Module::Edit, Module::Ask, Module::Tell, Module::Shelf, Module::Aside];

/// What a plan comes to is judged from here on. Called by every module that shows what is found.
fn rules() {
    RULES.fill(engine::Rules {
        judge: outcome::judge_base,
        counted: |outcome| finding_cards::counted(outcome, None),
        is_same_outcome: |one, other| one == other,
    });
}

/// Scenarios can be projected, judged and edited from here on.
fn scenarios() {
    rules();
    SCENARIOS.fill(engine::Scenarios {
        project: |plan, scenario| outcome::project(plan, Some(scenario)),
        change: |edit, plan| edit.change_scenarios(plan),
    });
}

/// Makes the edits of scenarios with what their views have brought: nobody else makes such edits.
fn others(edit: &Edit, plan: &mut samplan::plan::Plan) -> Result<(), EditError> {
    SCENARIOS.get().map_or(Err(EditError::LastOne), |scenarios| (scenarios.change)(edit, plan))
}

/// Hands over what is there from the start.
pub fn begin() {
    views::slot(Module::Main).fill(views::main);
    crate::state::modules::fetch_with(fetch);
    #[cfg(not(feature = "split"))]
    hand_over();
}

/// Fetches a module; nothing to wait for when it is there.
pub fn fetch(module: Module) -> Option<ModuleArrival> {
    if views::slot(module).get().is_some() {
        return None;
    }
    Some(Box::pin(async move {
        if load(module).await {
            Ok(())
        } else if is_replaced().await {
            Err(Missing::Replaced)
        } else {
            Err(Missing::Unreachable)
        }
    }))
}

/// Fetches what a view is made of; nothing to wait for when it is there.
pub fn fetch_view(route: Route) -> Option<ModuleArrival> {
    let own = match views::module(route) {
        // With something stored Home shows that too.
        Module::Main if route == Route::Home && views::slot(Module::Plan).get().is_some() => Module::Shelf,
        own => own,
    };
    // The guided new plan ends in one that is opened, and a link may.
    let plan = fetch(Module::Plan).filter(|_| route.needs_plan() || matches!(route, Route::New | Route::Link));
    match (plan, fetch(own)) {
        (None, own) => own,
        (Some(plan), None) => Some(plan),
        (Some(plan), Some(rest)) => Some(Box::pin(async move {
            // Both are on their way at once.
            spawn_local(async move {
                load(own).await;
            });
            plan.await?;
            rest.await
        })),
    }
}

/// Fetches all modules, one after the other, whenever the browser has nothing else to do. Who saves data gets only what is
/// opened, and what counts the remarks where there is a plan: none counted reads as none there are.
pub fn fetch_ahead() {
    if !saves_data() {
        ahead(&ALL);
    } else if views::slot(Module::Plan).get().is_some() {
        ahead(&[Module::Beside]);
    }
}

/// Whether the browser was asked to fetch little. Not all browsers tell.
fn saves_data() -> bool {
    let of = |object: &JsValue, name: &str| js_sys::Reflect::get(object, &name.into()).unwrap_or(JsValue::UNDEFINED);
    let connection = of(&window().navigator(), "connection");
    connection.is_object() && of(&connection, "saveData").is_truthy()
}

fn ahead(modules: &'static [Module]) {
    let Some((next, rest)) = modules.split_first() else { return };
    request_idle_callback(move || {
        spawn_local(async move {
            // Without a network there is no sense in asking for the next.
            if load(*next).await {
                ahead(rest);
            }
        });
    });
}
