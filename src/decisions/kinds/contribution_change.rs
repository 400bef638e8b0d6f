//! ContributionChange: what all, a party or a member pays.

use crate::decisions::step_lens::StepLens;
use crate::decisions::step_lens::when;
use crate::decisions::view::{DecisionContext, DecisionView};
use crate::state::memo::memo;
use crate::ui::field::NumberKind;
use crate::ui::form::{self, OnChange};
use crate::ui::text::text_signal;
use crate::words::{self, Word, decision as named, label, scenario as text};
use leptos::prelude::*;
use samplan::decision::{Change, ContributionChange, ContributionsOf, Decision, DecisionField};
use samplan::money::{self, Decimal};
use samplan::plan::{Category, Party};

fn of(decision: &Decision) -> Option<&ContributionChange> {
    match decision {
        Decision::ContributionChange(changed) => Some(changed),
        _ => None,
    }
}

fn change(decision: &mut Decision, change: impl FnOnce(&mut ContributionChange)) {
    if let Decision::ContributionChange(changed) = decision {
        change(changed);
    }
}

fn body(lens: StepLens) -> AnyView {
    const HOW: [words::Word; 2] = [text::by_percent, text::to_kronor];
    let by = lens.get(|decision| of(decision).map(|one| usize::from(matches!(one.change, Change::To(_)))));
    let choose = Callback::new(move |place: usize| {
        let paid = paid(lens).unwrap_or_default();
        lens.set(|decision| {
            change(decision, |one| {
                one.change = match (place, &one.change) {
                    (0, Change::To(_)) => Change::By(Decimal::ZERO),
                    (1, Change::By(_)) => Change::To(paid),
                    (_, same) => same.clone(),
                };
            });
        });
    });
    let is_by = |decision: &Decision| of(decision).is_some_and(|one| matches!(one.change, Change::By(_)));
    let is_to = |decision: &Decision| of(decision).is_some_and(|one| matches!(one.change, Change::To(_)));
    view! {
        {lens.association_choice(|decision, id| change(decision, |one| one.association = id))}
        {payer(lens)}
        {form::pills(text::how, &HOW, by, choose)}
        {when(lens, is_by, |lens| lens.lever(DecisionField::By))}
        {when(lens, is_to, |lens| lens.lever(DecisionField::To))}
        {lens.lever(DecisionField::Year)}
        {years(lens)}
        {when(lens, |decision| of(decision).is_some_and(|one| one.payer != ContributionsOf::All), |lens| lens.check(
            text::matched,
            |decision| of(decision).map(|one| one.matched),
            |decision, on| change(decision, |one| one.matched = on),
        ))}
    }
    .into_any()
}

/// What the payer pays without the decision: where a new amount begins.
fn paid(lens: StepLens) -> Option<Decimal> {
    let changed = untrack(|| lens.step(|step| of(&step.decision).cloned()))??;
    changed.paid(&lens.context.outcome.get_untracked()?.budget)
}

/// Everyone, a party, or a member with a line of its own.
fn payer(lens: StepLens) -> AnyView {
    let payers = memo(move || {
        let mut payers = vec![ContributionsOf::All];
        payers.extend(Party::ALL.map(ContributionsOf::Party));
        let members = lens.association_budget(|association| {
            let rows = association.rows.iter().filter(|row| row.category == Category::Contribution);
            rows.filter_map(|row| row.member.clone()).collect::<Vec<_>>()
        });
        payers.extend(members.unwrap_or_default().into_iter().map(ContributionsOf::Member));
        let now = lens.step(|step| of(&step.decision).map(|one| one.payer.clone())).flatten();
        payers.extend(now.filter(|now| !payers.contains(now)));
        payers
    });
    let names = Signal::derive(move || {
        let language = lens.context.language();
        let payers = payers.get();
        let at = lens.step(|step| step.decision.association().cloned()).flatten();
        let name = |payer: &ContributionsOf| match payer {
            ContributionsOf::All => words::decision::everyone(language).to_owned(),
            ContributionsOf::Party(party) => words::party(language, *party).to_owned(),
            ContributionsOf::Member(id) => lens
                .scenario(|plan, scenario| words::member(language, plan, scenario, at.as_ref(), id))
                .unwrap_or_default(),
        };
        payers.iter().map(name).collect::<Vec<_>>()
    });
    let chosen = Signal::derive(move || {
        let now = lens.step(|step| of(&step.decision).map(|one| one.payer.clone())).flatten();
        payers.with(|payers| payers.iter().position(|payer| Some(payer) == now.as_ref())).unwrap_or_default()
    });
    let choose = Callback::new(move |place: usize| {
        if let Some(payer) = payers.with_untracked(|payers| payers.get(place).cloned()) {
            lens.set(|decision| {
                change(decision, |one| {
                    // When all pay there is nobody left to match.
                    one.matched = one.matched && payer != ContributionsOf::All;
                    one.payer = payer;
                });
            });
        }
    });
    form::choice(text_signal(label::who), names, chosen, choose)
}

/// For how many years; on and on when empty.
fn years(lens: StepLens) -> AnyView {
    let value = Signal::derive(move || {
        lens.step(|step| of(&step.decision).and_then(|one| one.years).map(Decimal::from)).flatten()
    });
    let take = OnChange::new(move |years: Option<Decimal>| {
        let language = lens.context.language();
        let whole = match years {
            None => None,
            Some(years) => match money::count(years).and_then(|count| u8::try_from(count).ok()) {
                Some(count) => Some(count),
                None => return Err(words::line_panel::whole_number(language).to_owned()),
            },
        };
        lens.change(|decision| change(decision, |one| one.years = whole))
    });
    form::number(text_signal(text::for_years), NumberKind::Number, value, take)
}

impl DecisionView for ContributionChange {
    const NAME: Word = named::contribution_change;
    const WHAT: Word = named::contribution_change_what;
    const EXAMPLE: Word = named::contribution_change_example;
    const CANNOT: Word = text::cannot;
    const ID_STEM: &'static str = "bidrag";
    const WHAT_SAYS_MORE: bool = false;

    fn title(&self, about: &DecisionContext) -> String {
        let DecisionContext { language, plan, scenario, unit } = *about;
        let payer = match &self.payer {
            ContributionsOf::All => named::everyone(language).to_owned(),
            ContributionsOf::Party(party) => words::party(language, *party).to_owned(),
            ContributionsOf::Member(id) => words::member(language, plan, scenario, Some(&self.association), id),
        };
        let change = words::change(language, &self.change, unit);
        let told = named::ContributionTitle { payer, change, year: self.from }.say(language);
        // Whose change it is says half of it where the others follow.
        if self.matched { named::OthersToo { told }.say(language) } else { told }
    }

    fn number_name(_: &DecisionField) -> Option<Word> {
        None
    }

    fn has_said(&self, part: &DecisionField) -> bool {
        *part != DecisionField::Years
    }

    fn choices(&self, _: &DecisionContext) -> Vec<String> {
        // Its title has said whether the others follow.
        Vec::new()
    }

    fn body(lens: StepLens) -> AnyView {
        body(lens)
    }
}
