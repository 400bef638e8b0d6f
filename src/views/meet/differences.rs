//! What differs, part by part, with the kronor that it is about, and a button that takes a part over.

use crate::commands::edit::commit_or_warn;
use crate::components::when;
use crate::state::Context;
use crate::state::memo::memo;
use crate::ui::focus::focus_soon;
use crate::ui::form::click;
use crate::ui::text::{text_fn, text_signal};
use crate::words::{self, Language, label, meet as text};
use leptos::prelude::*;
use samplan::edit::{Edit, MeetEdit};
use samplan::meet::{self, AssociationField, AssociationPart, PartDifference, PlanField, PlanList, PlanPart, Presence};
use samplan::money;
use samplan::plan::{Association, Id, Metric, Plan};
use std::sync::Arc;

/// The open plan and what it is laid beside.
#[derive(Clone, Copy)]
struct Beside {
    context: Context,
    theirs: Signal<Option<Arc<Plan>>>,
    /// The id of the heading, which has the focus when a row goes away.
    heading: StoredValue<String>,
}

impl Beside {
    /// Both plans as they are now.
    fn pair(self) -> Option<(Arc<Plan>, Arc<Plan>)> {
        Some((self.context.plan()?, self.theirs.get()?))
    }
}

/// The parts in which the open plan differs from the other.
pub fn differences(context: Context) -> AnyView {
    let theirs = Signal::derive(move || context.other.get().map(|other| other.plan));
    let beside = Beside { context, theirs, heading: StoredValue::new("meet-differs".to_owned()) };
    let equal = Signal::derive(move || text::equal(context.language()).to_owned());
    table(beside, text_signal(words::label::what_differs), ().into_any(), equal)
}

/// What is new in the associations that came from the plan that the other is a version of.
pub fn renewals(context: Context) -> AnyView {
    let listed = memo(move || {
        let (mine, other) = (context.plan()?, context.other.get()?);
        let now = other.changed;
        let taken = |one: &Association| one.origin.as_ref().and_then(|origin| origin.changed);
        let each = meet::renewable(&mine, &other.plan).map(|one| Renewal {
            id: one.id.clone(),
            name: one.name.clone(),
            taken: taken(one),
            now,
        });
        Some(each.collect::<Vec<_>>())
    });
    let cards = move || listed.get().unwrap_or_default().into_iter().map(|one| renewal(context, one)).collect_view();
    view! { {cards} }.into_any()
}

/// An association that came from the plan that the other is a version of.
#[derive(Clone, PartialEq)]
struct Renewal {
    id: Id,
    name: String,
    /// When the version that it came from was changed, seconds since 1970.
    taken: Option<u32>,
    /// When the other version was; 0 where that is not known.
    now: f64,
}

impl Renewal {
    /// From which version it came, and whether the other one is newer; nothing where one of the two is not known.
    fn versions(&self, language: Language) -> Option<String> {
        let taken = self.taken.map(|taken| f64::from(taken) * 1000.0).filter(|_| self.now > 0.0)?;
        let (from, this) = (when::moment(language, taken), when::moment(language, self.now));
        // The file keeps whole seconds.
        Some(if self.now >= taken + 1000.0 {
            text::RenewNewer { from, this }.say(language)
        } else if self.now < taken {
            text::RenewOlder { from, this }.say(language)
        } else {
            text::RenewSame { from }.say(language)
        })
    }
}

fn renewal(context: Context, one: Renewal) -> AnyView {
    let Renewal { id, name, .. } = one.clone();
    let heading = format!("renew-{id}");
    let renewed = memo(move || {
        let (mine, other) = (context.plan()?, context.other.get()?);
        meet::renewed(&mine, &other.plan, &id).ok().map(Arc::new)
    });
    let beside = Beside { context, theirs: renewed.into(), heading: StoredValue::new(heading) };
    let (titled, said, cannot, equal) = (name.clone(), name.clone(), name.clone(), name);
    let title = Signal::derive(move || text::RenewTitle { name: &titled }.say(context.language()));
    let what = move || {
        let language = context.language();
        match renewed.with(Option::is_some) {
            true => text::RenewWhat { name: &said }.say(language),
            false => text::RenewCannot { name: &cannot }.say(language),
        }
    };
    let equal = Signal::derive(move || text::RenewEqual { name: &equal }.say(context.language()));
    let versions =
        move || one.versions(context.language()).map(|versions| view! { <p data-test="versions">{versions}</p> });
    let what = view! { <p class="hint" data-test="renew">{what}</p> {versions} };
    table(beside, title, what.into_any(), equal)
}

fn table(beside: Beside, title: Signal<String>, what: AnyView, equal: Signal<String>) -> AnyView {
    let context = beside.context;
    let found = memo(move || beside.pair().map(|(mine, theirs)| meet::differences(&mine, &theirs)).unwrap_or_default());
    let sentence = move || {
        let count = found.with(Vec::len);
        if count == 0 { equal.get() } else { text::Count { count }.say(context.language()) }
    };
    let all = move || {
        let parts: Vec<PlanPart> = found.with_untracked(|found| found.iter().map(|one| one.part.clone()).collect());
        take_over(beside, parts);
    };
    let rows = move || found.get().into_iter().map(|one| row(beside, one)).collect_view();
    let (heading, labelled) = (beside.heading.get_value(), beside.heading.get_value());
    view! {
        <section class="card" aria-labelledby=labelled data-test="differences">
            <header class="meet-head">
                <div>
                    <h2 id=heading tabindex="-1">{title}</h2>
                    {what}
                    <p class="muted" role="status" data-test="count">{sentence}</p>
                </div>
                {move || found.with(|found| found.len() > 1).then(|| view! {
                    <button type="button" on:click=click(all)>{text_fn(text::take_all)}</button>
                })}
            </header>
            {move || found.with(|found| !found.is_empty()).then(|| view! {
                <div class="scroll">
                    <table class="figures meet-table">
                        <thead><tr>
                            <th scope="col">{text_fn(text::part)}</th>
                            <th scope="col">{text_fn(label::difference)}</th>
                            <th scope="col" class="end">{text_fn(text::kronor)}</th>
                            <td></td>
                        </tr></thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            })}
        </section>
    }
    .into_any()
}

fn row(beside: Beside, one: PartDifference) -> AnyView {
    let context = beside.context;
    let language = context.language();
    let name = words::meet_part(language, &one);
    let how = match one.presence {
        Presence::OnlyMine => text::only_mine(language).to_owned(),
        Presence::OnlyTheirs => text::only_theirs(language).to_owned(),
        Presence::Both if one.fields.is_empty() => values(beside, &one).map_or_else(
            || text::differs(language).to_owned(),
            |(mine, theirs)| text::Values { mine, theirs }.say(language),
        ),
        Presence::Both => words::meet_fields(language, &one.fields),
    };
    let unit = context.unit();
    let amount = |amount: Option<money::Decimal>| match amount {
        Some(amount) => words::kr(amount, unit),
        None => text::none(language).to_owned(),
    };
    let amounts = one.amounts.iter().map(|row| {
        let told = text::YearAmounts { year: row.year, mine: amount(row.mine), theirs: amount(row.theirs) };
        view! { <li>{told.say(language)}</li> }
    });
    // A line's amounts are its own; a scenario and an association are told by a figure, which is named.
    let figure = match &one.part {
        PlanPart::Listed(PlanList::Scenario, _) => Some(Metric::Equity),
        PlanPart::Listed(PlanList::Association, _) => Some(Metric::Result),
        PlanPart::Listed(..) | PlanPart::Plan(_) | PlanPart::Order(_) | PlanPart::Association(..) => None,
    };
    let figure = figure.filter(|_| !one.amounts.is_empty()).map(|metric| words::metric(language, metric));
    let label = text::TakePart { part: &name }.say(language);
    let part = one.part.clone();
    let take = move || {
        let Some((mine, theirs)) = untrack(|| beside.pair()) else { return };
        // A line brings the member that pays it: without it the plan would not be whole.
        let needed = meet::with_what_it_needs(&mine, &theirs, &part).unwrap_or_else(|_| vec![part.clone()]);
        if take_over(beside, needed.clone()) && needed.len() > 1 {
            let also = text::AlsoTaken { count: needed.len().saturating_sub(1) };
            context.notices.say(also.say(context.settings.with_untracked(|settings| settings.language)));
        }
    };
    view! {
        <tr data-test="difference">
            <th scope="row">{name}</th>
            <td>{how}</td>
            <td class="end">
                {figure.map(|name| view! { <span class="muted small">{name}</span> })}
                <ul>{amounts.collect_view()}</ul>
            </td>
            <td class="end"><button type="button" aria-label=label on:click=click(take)>{text::take(language)}</button></td>
        </tr>
    }
    .into_any()
}

/// What stands in each plan, of parts that are short enough to be read.
fn values(beside: Beside, one: &PartDifference) -> Option<(String, String)> {
    match &one.part {
        PlanPart::Plan(PlanField::Name) | PlanPart::Association(_, AssociationPart::Field(AssociationField::Name)) => {
            Some((one.mine.clone()?, one.theirs.clone()?))
        }
        PlanPart::Plan(PlanField::Years) => {
            let (mine, theirs) = untrack(|| beside.pair())?;
            let years = |plan: &Plan| words::years(beside.context.language(), plan.horizon());
            Some((years(&mine), years(&theirs)))
        }
        PlanPart::Plan(_) | PlanPart::Listed(..) | PlanPart::Order(_) | PlanPart::Association(..) => None,
    }
}

fn take_over(beside: Beside, parts: Vec<PlanPart>) -> bool {
    let Some((_, theirs)) = untrack(|| beside.pair()) else { return false };
    let taken = commit_or_warn(beside.context, Edit::Meet(MeetEdit::TakeOver { theirs, parts }));
    // The row that had the focus goes away.
    focus_soon(format!("#{}", beside.heading.get_value()));
    taken
}
