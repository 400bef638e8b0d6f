//! Equity: where it begins, what is planned to be used of it, and why a result is negative.

use super::lens::AssociationLens;
use crate::state::memo::memo;
use crate::ui::field::{NumberField, NumberKind, TextField};
use crate::ui::form::{self, OnChange};
use crate::ui::keyed_list::keyed_list;
use crate::ui::text::{text_fn, text_signal};
use crate::words::{self, label, plan_settings as text};
use leptos::prelude::*;
use samplan::calendar::Year;
use samplan::edit::AssociationEdit;
use samplan::money::Decimal;
use samplan::plan::OpeningEquity;

#[component]
pub fn Equity(association: AssociationLens) -> impl IntoView {
    let context = association.context;
    let horizon = association.plan().horizon();
    let opening = association.part(|one| one.opening_equity.clone());
    let amount = memo(move || Some(opening.get().amount));
    let claim = memo(move || Some(opening.get().claim).filter(|claim| !claim.is_zero()));
    let source = memo(move || opening.get().source);
    let change = move |change: &dyn Fn(&mut OpeningEquity)| {
        let mut changed = opening.get_untracked();
        change(&mut changed);
        association.commit(AssociationEdit::OpeningEquity(changed))
    };
    let opening_label = Signal::derive(move || text::Opening { year: horizon.get().first }.say(context.language()));
    let years = association.years(|one| one.equity_use.keys().chain(one.deficit_reasons.keys()).copied().collect());
    let moved: Signal<bool> = association.part(|one| !one.transfers.is_empty());
    view! {
        <div class="columns">
            <NumberField label=opening_label value=amount kind=NumberKind::Money
                on_change=move |amount| change(&|opening| opening.amount = amount.unwrap_or_default())/>
            <NumberField label=text_signal(text::claim) value=claim kind=NumberKind::Money hint=text_signal(text::claim_hint)
                on_change=move |claim| change(&|opening| opening.claim = claim.unwrap_or_default())/>
        </div>
        <TextField label=text_signal(label::source) multiline=true value=source
            on_change=move |source: String| change(&|opening| opening.source.clone_from(&source))/>
        <div class="part">
            <h3>{text_fn(text::by_year)}</h3>
            <p class="hint">{text_fn(text::use_what)}</p>
            <table class="field-table" data-test="equity-years">
                <thead>
                    <tr>
                        <th scope="col">{text_fn(label::year)}</th>
                        <th scope="col" class="end">{text_fn(label::saved_money)}</th>
                        {move || moved.get().then(|| view! { <th scope="col" class="end">{text_fn(text::transfer)}</th> })}
                        <th scope="col" class="end">{text_fn(label::result)}</th>
                        <th scope="col" class="end">{text_fn(label::equity)}</th>
                        <th scope="col">{text_fn(text::reason)}</th>
                    </tr>
                </thead>
                <tbody>
                    {keyed_list(move || years.get(), move |year| view! { <EquityYear association=association year=year moved=moved/> })}
                </tbody>
            </table>
        </div>
    }
}

#[component]
fn EquityYear(association: AssociationLens, year: Year, moved: Signal<bool>) -> impl IntoView {
    let context = association.context;
    let language = move || context.language();
    let planned = association.part(move |one| one.equity_use.get(&year).copied());
    let reason = association.part(move |one| one.deficit_reasons.get(&year).cloned().unwrap_or_default());
    let result = memo(move || association.figures(year, |figures| figures.result));
    let equity = memo(move || association.figures(year, |figures| figures.equity));
    let needs_reason = memo(move || is_negative(result.get()) || !reason.get().is_empty());
    let kr = move |amount: Option<Decimal>| amount.map(|amount| words::kr(amount, context.unit()));
    let use_label = Signal::derive(move || text::UseIn { year }.say(language()));
    let reason_label = Signal::derive(move || text::ReasonIn { year }.say(language()));
    view! {
        <tr>
            <th scope="row">{year.to_string()}</th>
            <td data-label=text_fn(label::saved_money)>
                <NumberField label=use_label hide_label=true value=planned kind=NumberKind::Money
                    on_change=move |amount| association.commit(AssociationEdit::EquityUse(year, amount))/>
            </td>
            {move || moved.get().then(|| transfer(association, year))}
            <td class="end number" data-label=text_fn(label::result) class:negative=move || is_negative(result.get())>
                {move || kr(result.get())}
            </td>
            <td class="end number" data-label=text_fn(label::equity) class:negative=move || is_negative(equity.get())
                data-test="closing-equity">
                {move || kr(equity.get())}
            </td>
            <td class="wide" data-label=text_fn(text::reason)>
                <Show when=move || needs_reason.get() fallback=|| view! { <span class="hint" aria-hidden="true">"–"</span> }>
                    <TextField label=reason_label hide_label=true value=reason
                        on_change=move |reason| association.commit(AssociationEdit::DeficitReason(year, reason))/>
                </Show>
            </td>
        </tr>
    }
}

/// What members pay in or get out, where something moves in any year.
fn transfer(association: AssociationLens, year: Year) -> AnyView {
    let label = Signal::derive(move || text::TransferIn { year }.say(association.context.language()));
    let amount = association.part(move |one| one.transfers.get(&year).copied());
    let take = OnChange::new(move |amount| association.commit(AssociationEdit::Transfer(year, amount)));
    view! {
        <td data-label=text_fn(text::transfer) class="hidden-label">{form::number(label, NumberKind::Money, amount, take)}</td>
    }
    .into_any()
}

fn is_negative(amount: Option<Decimal>) -> bool {
    amount.is_some_and(|amount| amount.is_sign_negative() && !amount.is_zero())
}
