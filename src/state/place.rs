//! What of the open plan is shown, and its address: `#/scenarier?association=varend&scenario=sammanslagning`. What was
//! chosen belongs to the plan: another plan begins anew. Views choose through here, so that a reload, the back button
//! and a link find what was shown.

use super::memo::memo;
use super::route::{ExploreTool, PlanSection, Route};
use super::travel::{Lost, Travel};
use leptos::prelude::*;
use samplan::lever::LeverAddress;
use samplan::money::Decimal;
use samplan::plan::Id;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;

/// Stands in the address for no single one: the plan without a scenario, all associations together.
const NONE: &str = "~";

/// One of several things that is shown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum ShownChoice {
    /// Nobody has chosen yet: the view decides.
    #[default]
    Open,
    /// No single one, by choice.
    None,
    /// This one.
    One(Id),
}

impl ShownChoice {
    /// The one that is chosen.
    pub fn one(&self) -> Option<&Id> {
        match self {
            ShownChoice::One(id) => Some(id),
            ShownChoice::Open | ShownChoice::None => None,
        }
    }

    fn of(chosen: Option<Id>) -> ShownChoice {
        chosen.map_or(ShownChoice::None, ShownChoice::One)
    }

    fn written(&self) -> Option<&str> {
        match self {
            ShownChoice::Open => None,
            ShownChoice::None => Some(NONE),
            ShownChoice::One(id) => Some(id.as_str()),
        }
    }

    fn read(text: Option<&str>) -> ShownChoice {
        text.map_or(ShownChoice::Open, |text| ShownChoice::of(read_id(text)))
    }
}

/// What is asked of the goal seek: a lever (the first when `None`) and a target.
pub type LeverAndTarget = (Option<LeverAddress>, Option<Decimal>);

/// What is shown. Signals inside; cheap to copy.
#[derive(Clone, Copy)]
pub struct Place {
    route: RwSignal<Route>,
    scenario: RwSignal<ShownChoice>,
    association: RwSignal<ShownChoice>,
    compared: RwSignal<Vec<Option<Id>>>,
    section: RwSignal<PlanSection>,
    tool: RwSignal<ExploreTool>,
    line: RwSignal<Option<Id>>,
    /// The content of the link that was opened, as it stands in the address.
    link: RwSignal<String>,
    /// The line that the table is to go to when it is shown next.
    row: StoredValue<Option<Id>>,
    /// What was asked last.
    question: RwSignal<LeverAndTarget>,
    travel: Travel,
}

impl Place {
    /// The start.
    pub fn new() -> Place {
        Place {
            route: RwSignal::new(Route::Home),
            scenario: RwSignal::default(),
            association: RwSignal::default(),
            compared: RwSignal::default(),
            section: RwSignal::default(),
            tool: RwSignal::default(),
            line: RwSignal::new(None),
            link: RwSignal::default(),
            row: StoredValue::new(None),
            question: RwSignal::default(),
            travel: Travel::new(),
        }
    }

    /// The view.
    pub fn route(&self) -> ReadSignal<Route> {
        self.route.read_only()
    }

    /// The scenario that is open; the plan without one when `None`.
    pub fn scenario(&self) -> Memo<Option<Id>> {
        let scenario = self.scenario;
        memo(move || scenario.with(|choice| choice.one().cloned()))
    }

    /// Whether it was chosen, the plan without a scenario too.
    pub fn is_scenario_chosen(&self) -> bool {
        self.scenario.with_untracked(|choice| *choice != ShownChoice::Open)
    }

    /// The association that is shown; all together when `None`.
    pub fn association(&self) -> Memo<Option<Id>> {
        let association = self.association;
        memo(move || association.with(|choice| choice.one().cloned()))
    }

    /// The same, for views that do not begin with all together.
    pub fn association_choice(&self) -> ReadSignal<ShownChoice> {
        self.association.read_only()
    }

    /// The scenarios that are compared; `None` among them is the plan without one. Chosen by the view when empty.
    pub fn compared(&self) -> ReadSignal<Vec<Option<Id>>> {
        self.compared.read_only()
    }

    /// The section of the assumptions.
    pub fn section(&self) -> ReadSignal<PlanSection> {
        self.section.read_only()
    }

    /// The tool of the exploration.
    pub fn tool(&self) -> ReadSignal<ExploreTool> {
        self.tool.read_only()
    }

    /// The line whose details are open beside the table.
    pub fn line(&self) -> ReadSignal<Option<Id>> {
        self.line.read_only()
    }

    /// The content of the link that was opened.
    pub fn link(&self) -> ReadSignal<String> {
        self.link.read_only()
    }

    /// What was asked of the goal seek.
    pub fn question(&self) -> RwSignal<LeverAndTarget> {
        self.question
    }

    /// The line that the table is to go to, once.
    pub fn take_row(&self) -> Option<Id> {
        self.row.try_update_value(Option::take).flatten()
    }

    /// The way to a view that is being fetched.
    pub fn travel(&self) -> Travel {
        self.travel
    }

    /// Tries again to fetch a view.
    pub fn retry(self, lost: Lost) {
        self.travel.retry(lost, move || self.put_back());
    }

    /// Loads the page anew, to open at a view.
    pub fn open_anew(&self, route: Route) {
        self.name(route);
        self.reload();
    }

    /// Loads the page anew, to open where it is.
    pub fn reload(&self) {
        let _ = window().location().reload();
    }

    /// Goes to a view.
    pub fn go(&self, route: Route) {
        self.go_and(route, || ());
    }

    /// Goes to a view, and chooses there what is shown.
    fn go_and(self, route: Route, choose: impl Fn() + Send + Sync + 'static) {
        let arrive = move || {
            choose();
            self.show(route);
        };
        if self.travel.go(route, Arc::new(arrive), move || self.put_back()) {
            self.name(route);
        } else {
            self.push();
        }
    }

    /// Names a view in the address while it is being fetched, so that going anywhere else is going elsewhere; what it
    /// shows is named when it is there.
    fn name(&self, route: Route) {
        let address = format!("#/{}", route.tag());
        if !is_now(&address) {
            push_address(&address);
        }
    }

    /// The address is again that of the view that is still shown.
    fn put_back(&self) {
        let address = untrack(|| self.address(self.route.get()));
        if !is_now(&address) {
            replace_address(&address);
        }
    }

    /// Shows what an address says.
    pub fn go_to_address(&self, address: &str) {
        let _ = window().location().set_hash(address);
    }

    /// Opens a scenario, or the plan without one.
    pub fn open_scenario(&self, scenario: Option<Id>) {
        put(self.scenario, ShownChoice::of(scenario));
        self.push();
    }

    /// Opens a scenario because the view has to begin with one, or because the one that was open is gone: no step for
    /// the back button.
    pub fn begin_with_scenario(&self, scenario: Option<Id>) {
        put(self.scenario, ShownChoice::of(scenario));
    }

    /// Shows an association, or all together.
    pub fn show_association(&self, association: Option<Id>) {
        put(self.association, ShownChoice::of(association));
        self.push();
    }

    /// Compares these.
    pub fn compare(&self, compared: Vec<Option<Id>>) {
        put(self.compared, compared);
        self.push();
    }

    /// Shows a tool of the exploration.
    pub fn show_tool(&self, tool: ExploreTool) {
        put(self.tool, tool);
        self.push();
    }

    /// Goes to a section of the assumptions, of an association where one is given.
    pub fn go_to_section(&self, section: PlanSection, association: Option<&Id>) {
        let (place, association) = (*self, association.cloned());
        self.go_and(Route::Plan, move || {
            if let Some(association) = &association {
                put(place.association, ShownChoice::One(association.clone()));
            }
            put(place.section, section);
        });
    }

    /// Goes to a scenario.
    pub fn go_to_scenario(&self, scenario: Id) {
        let place = *self;
        self.go_and(Route::Scenarios, move || put(place.scenario, ShownChoice::One(scenario.clone())));
    }

    /// Goes to a line of the table.
    pub fn go_to_line(&self, association: Id, line: Id) {
        let place = *self;
        self.go_and(Route::Budget, move || {
            put(place.association, ShownChoice::One(association.clone()));
            place.row.set_value(Some(line.clone()));
        });
    }

    /// Opens a line's details, or closes them. Closing is no step for the back button: one that closes by itself,
    /// because its line is gone, must not catch it.
    pub fn open_line(&self, line: Option<Id>) {
        let opens = line.is_some();
        put(self.line, line);
        if opens {
            self.push();
        }
    }

    /// Begins anew, for another plan.
    pub fn forget(&self) {
        put(self.scenario, ShownChoice::Open);
        put(self.association, ShownChoice::Open);
        put(self.compared, Vec::new());
        put(self.section, PlanSection::default());
        put(self.tool, ExploreTool::default());
        put(self.line, None);
        put(self.question, LeverAndTarget::default());
        self.row.set_value(None);
    }

    /// The address of a view with what it shows. Follows all of that.
    pub fn address(&self, route: Route) -> String {
        let part = match route {
            Route::Plan => {
                Some(self.section.get()).filter(|part| *part != PlanSection::default()).map(PlanSection::tag)
            }
            Route::Explore => {
                Some(self.tool.get()).filter(|part| *part != ExploreTool::default()).map(ExploreTool::tag)
            }
            _ => None,
        };
        let mut address = format!("#/{}", route.tag());
        if let Some(part) = part {
            address.push('/');
            address.push_str(part);
        }
        if route == Route::Link {
            address.push('/');
            self.link.with(|link| address.push_str(link));
        }
        let mut mark = '?';
        let mut add = |name: &str, value: Option<&str>| {
            if let Some(value) = value {
                address.push(mark);
                address.push_str(name);
                address.push('=');
                address.push_str(value);
                mark = '&';
            }
        };
        if shows_association(route) {
            self.association.with(|choice| add("association", choice.written()));
        }
        if shows_scenario(route) {
            self.scenario.with(|choice| add("scenario", choice.written()));
        }
        if route == Route::Compare {
            let names = self.compared.with(|compared| {
                let names = compared.iter().map(|one| one.as_ref().map_or(NONE, Id::as_str));
                names.collect::<Vec<_>>().join(",")
            });
            add("compared", Some(names.as_str()).filter(|names| !names.is_empty()));
        }
        if route == Route::Budget {
            self.line.with(|line| add("line", line.as_ref().map(Id::as_str)));
        }
        address
    }

    /// Follows the address, and keeps it true. `has_plan` says whether a plan is open.
    pub fn follow(self, has_plan: impl Fn() -> bool + Copy + Send + Sync + 'static) {
        self.read(has_plan);
        let listener = Closure::<dyn Fn()>::new(move || self.read(has_plan));
        let _ = window().add_event_listener_with_callback("hashchange", listener.as_ref().unchecked_ref());
        listener.forget();
        // What changed without a step of its own, as a scenario that undo took away.
        Effect::new(move |_| {
            let address = self.address(self.route.get());
            if !self.travel.is_under_way() && !is_now(&address) {
                replace_address(&address);
            }
        });
    }

    fn push(&self) {
        // While a view is being fetched the address is its own already.
        if self.travel.is_under_way() {
            return;
        }
        let address = untrack(|| self.address(self.route.get()));
        if !is_now(&address) {
            push_address(&address);
        }
    }

    fn show(&self, route: Route) {
        if self.route.get_untracked() != route {
            leave_field();
            self.route.set(route);
            window().scroll_to_with_x_and_y(0.0, 0.0);
        }
    }

    /// Goes where the address says, when what is there has been fetched.
    fn read(self, has_plan: impl Fn() -> bool + Copy + Send + Sync + 'static) {
        let hash = window().location().hash().unwrap_or_default();
        if untrack(|| self.address(self.route.get())) != hash {
            leave_field();
        }
        let named = Route::from_address(&hash);
        let route = if named.needs_plan() && !has_plan() { Route::Home } else { named };
        let arrive = move || {
            // The plan may have been left while its view was fetched.
            if route.needs_plan() && !has_plan() {
                return self.show(Route::Home);
            }
            if route == named {
                self.choose(route, &hash);
            }
            self.show(route);
        };
        self.travel.go(route, Arc::new(arrive), move || self.put_back());
    }

    /// What the address says. What it does not name is as nobody had chosen it; what another view shows stays.
    fn choose(&self, route: Route, hash: &str) {
        let (path, query) = hash.split_once('?').unwrap_or((hash, ""));
        let part = path.trim_start_matches(['#', '/']).split_once('/').map(|(_, part)| part).unwrap_or_default();
        let value = |name: &str| query.split('&').find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='));
        if shows_association(route) {
            put(self.association, ShownChoice::read(value("association")));
        }
        if shows_scenario(route) {
            put(self.scenario, ShownChoice::read(value("scenario")));
        }
        match route {
            Route::Link => put(self.link, part.to_owned()),
            Route::Plan => put(self.section, PlanSection::from_tag(part)),
            Route::Explore => put(self.tool, ExploreTool::from_tag(part)),
            Route::Compare => {
                let names = value("compared").unwrap_or_default().split(',').filter(|name| !name.is_empty());
                // Another plan's scenarios are not found again: that plan is not kept.
                let known = names.filter_map(|name| if name == NONE { Some(None) } else { read_id(name).map(Some) });
                put(self.compared, known.collect());
            }
            Route::Budget => put(self.line, value("line").and_then(read_id)),
            _ => {}
        }
    }
}

fn shows_association(route: Route) -> bool {
    matches!(route, Route::Budget | Route::Plan | Route::Scenarios | Route::Compare | Route::Explore)
}

fn shows_scenario(route: Route) -> bool {
    matches!(route, Route::Scenarios | Route::Compare | Route::Explore | Route::Present | Route::Report)
}

fn read_id(text: &str) -> Option<Id> {
    Some(Id::new(text)).filter(Id::is_well_formed)
}

fn is_now(address: &str) -> bool {
    let hash = window().location().hash().unwrap_or_default();
    hash == address || (hash.is_empty() && address == "#/")
}

fn push_address(address: &str) {
    let history = window().history();
    let _ = history.and_then(|history| history.push_state_with_url(&JsValue::NULL, "", Some(address)));
}

fn replace_address(address: &str) {
    let history = window().history();
    let _ = history.and_then(|history| history.replace_state_with_url(&JsValue::NULL, "", Some(address)));
}

/// Sets what is another than before, so that nothing that follows it is drawn anew for nothing.
fn put<T: PartialEq + Send + Sync + 'static>(signal: RwSignal<T>, value: T) {
    if signal.with_untracked(|now| *now != value) {
        signal.set(value);
    }
}

/// Lets the field that has the focus take what was typed into it, before its view goes away.
fn leave_field() {
    let focused = document().active_element();
    if let Some(field) = focused.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = field.blur();
    }
}
