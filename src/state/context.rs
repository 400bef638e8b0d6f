//! What all views share.

use crate::state::drafts::Drafts;
use crate::state::engine;
use crate::state::lasting::Lasting;
use crate::state::notices::Notices;
use crate::state::place::Place;
use crate::state::route::Route;
use crate::state::session::Session;
use crate::state::settings::{self, Settings};
use crate::state::storage::{PlanEntry, Storage};
use crate::tables::TableSource;
use crate::words::Language;
use leptos::prelude::*;
use samplan::exchange::ScenarioFile;
use samplan::money::Unit;
use samplan::outcome::Outcome;
use samplan::plan::{Id, Plan, Scenario};
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Another plan than the open one: looked at, not kept.
#[derive(Clone)]
pub struct Other {
    /// The file or stored plan that it comes from.
    pub file: String,
    pub plan: Arc<Plan>,
    /// The file's number among those that can be saved back to; 0 for none.
    pub number: u32,
    /// When it was changed, milliseconds since 1970; 0 where that is not known.
    pub changed: f64,
}

impl Other {
    /// A plan from a file.
    pub fn new(file: &str, plan: Plan) -> Other {
        Other { file: file.to_owned(), plan: Arc::new(plan), number: 0, changed: 0.0 }
    }
}

/// Scenarios from a file of their own: looked at, not kept.
#[derive(Clone)]
pub struct ScenariosIn {
    /// The file, or what else they came in, as a sentence begins with it.
    pub from: String,
    /// What it holds.
    pub content: Arc<ScenarioFile>,
}

/// What a link is to hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkScope {
    /// The whole plan.
    Plan,
    /// The plan with no other scenario than the open one.
    PlanWithScenario,
    /// The open scenario alone.
    Scenario,
}

/// A part of the plan that is to be taken away, once what refers to it has been told.
#[derive(Clone)]
pub struct Ask {
    /// What it is called.
    pub name: String,
    /// What refers to it and what becomes of that, a sentence each.
    pub says: Vec<String>,
    /// Takes it away.
    pub go: Arc<dyn Fn() + Send + Sync>,
}

/// The app's state as signals; cheap to copy.
#[derive(Clone, Copy)]
pub struct Context {
    /// Language, theme, unit.
    pub settings: RwSignal<Settings>,
    /// The same, for those who follow them.
    followed_settings: Lasting<ReadSignal<Settings>>,
    /// The open plan and its history.
    pub session: Session,
    /// What follows from the open plan's base; `None` with no plan, or when an amount is too large.
    pub outcome: Lasting<Memo<Option<Arc<Outcome>>>>,
    /// The scenario that is open; the base, without decisions, when `None`.
    pub scenario: Lasting<Memo<Option<Id>>>,
    /// What follows from the open scenario, or from the base when none is open.
    pub scenario_outcome: Lasting<Memo<Option<Arc<Outcome>>>>,
    /// The scenarios that are compared; `None` among them is the base. Chosen anew for each plan when empty.
    pub compared: ReadSignal<Vec<Option<Id>>>,
    /// The association that scenarios are shown for; all together when `None`.
    pub association: Lasting<Memo<Option<Id>>>,
    /// The view that is shown.
    pub route: Lasting<ReadSignal<Route>>,
    /// What of the plan is shown, and how to show something else.
    pub place: Place,
    /// The stored plans.
    pub storage: Storage,
    /// What is being typed.
    pub drafts: Drafts,
    /// Short messages to the user.
    pub notices: Notices,
    /// The plan that is laid beside the open one.
    pub other: RwSignal<Option<Other>>,
    /// Whether the guided new plan has been begun, now or at the last visit.
    pub new_plan_begun: RwSignal<bool>,
    /// Plans that are to be put together into a new one.
    pub gathered: RwSignal<Vec<Other>>,
    /// A plan from a dropped file, until the user has said what is to happen with it.
    pub dropped: RwSignal<Option<Other>>,
    /// A plan from a file of which another version is stored, until the user has said which is opened.
    pub known: RwSignal<Option<(Other, PlanEntry)>>,
    /// A table on its way into the budget.
    pub table: RwSignal<Option<Result<TableSource, String>>>,
    /// Scenarios from a file, until the user has said what is to happen with them.
    pub arriving: RwSignal<Option<ScenariosIn>>,
    /// What a link is being made of.
    pub sharing: RwSignal<Option<LinkScope>>,
    /// What is to be taken away, until the user has said whether it is.
    pub ask: RwSignal<Option<Ask>>,
    /// Whether the help with its keyboard shortcuts is open.
    pub help: RwSignal<bool>,
    /// Whether it is told what takes the room of a full storage.
    pub making_room: RwSignal<bool>,
    /// Whether the menu of exports is open.
    pub exporting: RwSignal<bool>,
    /// Whether slides are being shown to a room.
    pub show: RwSignal<bool>,
    /// The slide that a showing begins with; the first when `None`.
    pub first_slide: RwSignal<Option<Id>>,
}

impl Context {
    /// Reads what is stored.
    pub fn new(storage: Storage, drafts: Drafts) -> Context {
        let settings = RwSignal::new(settings::load(storage.store()));
        let notices = Notices::new();
        let place = Place::new();
        let session = Session::new(storage, notices, settings, place);
        // What a scenario decides changes nothing of the plan without it.
        let base = Memo::new_with_compare(move |_| session.plan().get(), is_other_base);
        let compute = move || base.get().and_then(|plan| engine::project(&plan)).map(Arc::new);
        let outcome = Lasting::of_memo(Memo::new_with_compare(move |_| compute(), is_other));
        let scenario = Lasting::of_memo(place.scenario());
        let compute = move || {
            let plan = session.plan().get()?;
            let open = scenario.with(|id| id.as_ref().and_then(|id| plan.scenario_by_id(id)));
            match open {
                Some(open) => engine::project_scenario(&plan, open).map(Arc::new),
                None => outcome.get(),
            }
        };
        let scenario_outcome = Lasting::of_memo(Memo::new_with_compare(move |_| compute(), is_other));
        Context {
            scenario,
            scenario_outcome,
            compared: place.compared(),
            association: Lasting::of_memo(place.association()),
            settings,
            followed_settings: Lasting::of_signal(settings.read_only()),
            session,
            outcome,
            route: Lasting::of_signal(place.route()),
            place,
            storage,
            drafts,
            notices,
            other: RwSignal::new(None),
            new_plan_begun: RwSignal::new(drafts.form().is_some()),
            gathered: RwSignal::new(Vec::new()),
            dropped: RwSignal::new(None),
            known: RwSignal::new(None),
            table: RwSignal::new(None),
            arriving: RwSignal::new(None),
            sharing: RwSignal::new(None),
            ask: RwSignal::new(None),
            help: RwSignal::new(false),
            making_room: RwSignal::new(false),
            exporting: RwSignal::new(false),
            show: RwSignal::new(false),
            first_slide: RwSignal::new(None),
        }
    }

    /// The language of the interface.
    pub fn language(&self) -> Language {
        self.followed_settings.with(|settings| settings.language)
    }

    /// The unit that amounts are shown in.
    pub fn unit(&self) -> Unit {
        self.followed_settings.with(|settings| settings.unit)
    }

    /// Reads the open scenario and follows it; `None` when the base is shown.
    pub fn with_scenario<T>(&self, read: impl FnOnce(&Plan, &Scenario) -> T) -> Option<T> {
        let plan = self.plan()?;
        let id = self.scenario.get()?;
        plan.scenario_by_id(&id).map(|one| read(&plan, one))
    }

    /// The open plan.
    pub fn plan(&self) -> Option<Arc<Plan>> {
        self.session.plan().get()
    }
}

/// Whether what follows has become another.
fn is_other_base(before: Option<&Option<Arc<Plan>>>, now: Option<&Option<Arc<Plan>>>) -> bool {
    match (before.and_then(Option::as_deref), now.and_then(Option::as_deref)) {
        (Some(before), Some(now)) => !engine::is_same_but_scenarios(before, now),
        (None, None) => before.is_some() != now.is_some(),
        _ => true,
    }
}

fn is_other(before: Option<&Option<Arc<Outcome>>>, now: Option<&Option<Arc<Outcome>>>) -> bool {
    match (before.and_then(Option::as_deref), now.and_then(Option::as_deref)) {
        (Some(before), Some(now)) => !engine::is_same_outcome(before, now),
        (None, None) => before.is_some() != now.is_some(),
        _ => true,
    }
}

/// The context of the running app.
#[expect(clippy::unreachable, reason = "provided once at the root, before any view runs")]
pub fn context() -> Context {
    use_context::<Context>().unwrap_or_else(|| unreachable!("the context is provided at mount"))
}

/// The element that the app lives in: the page's own for it, or else all of the page.
pub fn app_element() -> Option<HtmlElement> {
    let document = document();
    let own = document.get_element_by_id("app").and_then(|element| element.dyn_into().ok());
    own.or_else(|| document.body())
}

/// Says in the loading notice's place that the app could not start.
pub fn say_failed() {
    mod door {
        use wasm_bindgen::prelude::*;

        #[wasm_bindgen]
        extern "C" {
            #[wasm_bindgen(js_namespace = ["window", "samplan"], catch)]
            pub fn failed() -> Result<(), JsValue>;
        }
    }
    let _ = door::failed();
}

/// Takes the loading notice away and marks the page as usable.
pub fn mark_ready() {
    if let Some(loading) = document().get_element_by_id("loading") {
        loading.remove();
    }
    if let Some(body) = document().body() {
        let _ = body.set_attribute("data-ready", "true");
    }
}
