//! Part three: the contributions, divided to the krona while the total is typed.

use super::fields::{DraftNumber, form, said};
use crate::state::context;
use crate::state::memo::memo;
use crate::ui::form::on_mouse;
use crate::ui::keyed_list::keyed_list;
use crate::ui::segments::Segments;
use crate::ui::text::text_fn;
use crate::words::{self, label, new_plan as text};
use leptos::prelude::*;
use samplan::edit::draft::{DraftField, FormRow, Key, Share, StateHalf};
use samplan::money::{self, Decimal, Unit};

/// The total, the two ways to write the State's half, the municipalities' key, and what each member pays.
#[component]
pub fn ContributionsPart() -> impl IntoView {
    let form = form();
    view! {
        <div class="fields total">
            <DraftNumber place=DraftField::Total label=said(text::total) hint=said(text::law)
                read=|draft| draft.total write=|draft, total| draft.total = total/>
            <TotalUnit/>
        </div>
        <div class="choices">
            <div>
                <span class="label" aria-hidden="true">{said(text::state)}</span>
                <Segments label=said(text::state) value=Signal::derive(move || form.draft.with(|draft| draft.state))
                    options=vec![
                        (StateHalf::Whole, said(text::state_whole)),
                        (StateHalf::Halved, said(text::state_halved)),
                    ]
                    on_change=move |state| form.draft.update(|draft| draft.state = state)/>
            </div>
            <div>
                <span class="label" aria-hidden="true">{said(text::key)}</span>
                <Segments label=said(text::key) value=Signal::derive(move || form.draft.with(|draft| draft.key))
                    options=vec![
                        (Key::Equal, said(text::key_equal)),
                        (Key::Inhabitants, said(text::key_inhabitants)),
                        (Key::Own, said(text::key_own)),
                    ]
                    on_change=move |key| form.draft.update(|draft| draft.key = key)/>
            </div>
        </div>
        <ShareTable/>
        <OffQuarter/>
    }
}

/// No association has so few kronor in a year: thousands are meant, perhaps.
const FEWEST: Decimal = Decimal::from_parts(100_000, 0, 0, false, 0);

/// Asks whether a small total is in thousands.
#[component]
fn TotalUnit() -> impl IntoView {
    let context = context();
    let form = form();
    let small = memo(move || {
        let total = form.draft.with(|draft| draft.total).filter(|total| *total > Decimal::ZERO && *total < FEWEST);
        total.and_then(|total| Some((total, total.checked_mul(Decimal::ONE_THOUSAND)?)))
    });
    move || {
        let (total, thousands) = small.get()?;
        let language = context.language();
        let written = words::kr(total, Unit::Kronor);
        let meant = words::kr(thousands, Unit::Thousands);
        let take = move |_| form.draft.update(|draft| draft.total = Some(thousands));
        Some(view! {
            <p class="ask-unit small" role="status" data-test="ask-unit">
                {text::TotalUnit { amount: written }.say(language)}" "
                <button type="button" class="link" on:click=on_mouse(take)>{text::TotalThousands { amount: meant }.say(language)}</button>
            </p>
        })
    }
}

/// A row of the table: a municipality's, or the place of another member. Rows keep their fields while amounts change.
type Which = (Option<FormRow>, usize);

fn which((place, share): (usize, &Share)) -> Which {
    (share.row, if share.row.is_some() { 0 } else { place })
}

#[component]
fn ShareTable() -> impl IntoView {
    let form = form();
    let rows =
        memo(move || form.contributions.with(|all| all.shares.iter().enumerate().map(which).collect::<Vec<Which>>()));
    let sum = move || kr_or_dash(form.contributions.with(|all| all.sum));
    view! {
        <table class="shares">
            <thead>
                <tr>
                    <th scope="col">{text_fn(label::member)}</th>
                    <th scope="col">{text_fn(label::party)}</th>
                    <th scope="col" class="number">{text_fn(text::amount)}</th>
                </tr>
            </thead>
            <tbody>
                {keyed_list(move || rows.get(), |which| view! { <ShareRow which/> })}
            </tbody>
            <tfoot>
                <tr>
                    <th scope="row">{text_fn(text::sum)}</th>
                    <td></td>
                    <td class="number" data-test="share-sum">{sum}</td>
                </tr>
            </tfoot>
        </table>
    }
}

#[component]
fn ShareRow(which: Which) -> impl IntoView {
    let context = context();
    let form = form();
    let share = memo(move || {
        form.contributions.with(|all| {
            let mut shares = all.shares.iter().enumerate();
            shares.find(|(place, share)| self::which((*place, share)) == which).map(|(_, share)| share.clone())
        })
    });
    let name = Signal::derive(move || {
        let name = share.with(|share| share.as_ref().map(|share| share.name.trim().to_owned()).unwrap_or_default());
        if name.is_empty() { text::unnamed(context.language()).to_owned() } else { name }
    });
    let party = move || {
        let party = share.with(|share| share.as_ref().map(|share| share.party))?;
        let language = context.language();
        let several = form.contributions.with(|all| all.shares.iter().filter(|share| share.party == party).count() > 1);
        let share = money::percent(party.statutory_share(), 0, language.decimal_mark());
        let party = words::party(language, party);
        Some(if several {
            text::PartyTogether { party, share }.say(language)
        } else {
            text::PartyAlone { party, share }.say(language)
        })
    };
    let own = memo(move || which.0.filter(|_| form.draft.with(|draft| draft.key == Key::Own)));
    let amount = move || {
        match own.get() {
        Some(row) => view! { <OwnAmount row name/> }.into_any(),
        None => view! {
            <span data-test="share">{move || kr_or_dash(share.with(|share| share.as_ref().and_then(|share| share.amount)))}</span>
        }
        .into_any(),
    }
    };
    view! {
        <tr>
            <th scope="row">{move || name.get()}</th>
            <td class="muted">{party}</td>
            <td class="number">{amount}</td>
        </tr>
    }
}

#[component]
fn OwnAmount(row: FormRow, name: Signal<String>) -> impl IntoView {
    let context = context();
    view! {
        <DraftNumber place=DraftField::Own(row) hide_label=true
            label=Signal::derive(move || text::OwnAmount { name: name.get() }.say(context.language()))
            read=move |draft| draft.municipality(row).and_then(|municipality| municipality.own)
            write=move |draft, amount| if let Some(municipality) = draft.municipality_mut(row) {
                municipality.own = amount;
            }/>
    }
}

/// Says how far the municipalities' own amounts are from a quarter.
#[component]
fn OffQuarter() -> impl IntoView {
    let context = context();
    let form = form();
    let said = move || {
        let (off, quarter) = form.contributions.with(|all| all.off_quarter.zip(all.quarter))?;
        let language = context.language();
        let quarter = words::kr(quarter, context.unit());
        let amount = words::kr(off.abs(), context.unit());
        Some(if off > Decimal::ZERO {
            text::AboveQuarter { amount, quarter }.say(language)
        } else {
            text::BelowQuarter { amount, quarter }.say(language)
        })
    };
    view! { <p class="off-quarter" role="status" data-test="off-quarter">{said}</p> }
}

/// An amount in the unit of the screen, or a dash while it is not known.
fn kr_or_dash(amount: Option<Decimal>) -> String {
    let context = context();
    amount.map_or_else(|| "–".to_owned(), |amount| words::kr(amount, context.unit()))
}
