//! MemberJoins: a municipality joins from a month and pays by a key.

use crate::decisions::step_lens::StepLens;
use crate::decisions::step_lens::when;
use crate::decisions::view::{DecisionContext, DecisionView, pair};
use crate::ui::field::NumberKind;
use crate::ui::form::{self, OnChange};
use crate::ui::text::{text_fn, text_signal};
use crate::words::{self, Word, decision as named, label, lever, scenario as text};
use leptos::prelude::*;
use samplan::decision::{Decision, DecisionField, JoinKey, MemberJoins};
use samplan::money::{self, Decimal};
use samplan::plan::Id;

fn of(decision: &Decision) -> Option<&MemberJoins> {
    match decision {
        Decision::MemberJoins(joins) => Some(joins),
        _ => None,
    }
}

fn change(decision: &mut Decision, change: impl FnOnce(&mut MemberJoins)) {
    if let Decision::MemberJoins(joins) = decision {
        change(joins);
    }
}

fn body(lens: StepLens) -> AnyView {
    view! {
        {lens.association_choice(|decision, id| change(decision, |one| one.association = id))}
        <div class="pair-fields">{name(lens)}{inhabitants(lens)}</div>
        {lens.lever(DecisionField::From)}
        {key(lens)}
        {when(lens, |decision| key_is(decision, 0), |lens| lens.lever(DecisionField::PerInhabitant))}
        {when(lens, |decision| key_is(decision, 2), |lens| lens.lever(DecisionField::Amount))}
        {when(lens, |decision| !key_is(decision, 3), |lens| view! {
            <div>
                {lens.check(
                    text::others_follow,
                    |decision| of(decision).map(|one| one.others_follow),
                    |decision, on| change(decision, |one| one.others_follow = on),
                )}
                <p class="hint">{text_fn(text::others_follow_note)}</p>
            </div>
        }.into_any())}
        <details class="more">
            <summary>{text_fn(text::more)}</summary>
            {lens.lever(DecisionField::BuyIn)}
            {lens.text_field(
                text::population_source,
                |decision| of(decision).map(|one| one.source.clone()),
                |decision, source| change(decision, |one| one.source = source),
            )}
        </details>
    }
    .into_any()
}

fn key_place(key: &JoinKey) -> usize {
    match key {
        JoinKey::PerInhabitant(_) => 0,
        JoinKey::Average => 1,
        JoinKey::Amount(_) => 2,
        JoinKey::ZeroSum => 3,
    }
}

fn key_is(decision: &Decision, place: usize) -> bool {
    of(decision).is_some_and(|one| key_place(&one.key) == place)
}

fn key(lens: StepLens) -> AnyView {
    const KEYS: [words::Word; 4] =
        [label::kronor_per_inhabitant, text::key_average, text::key_amount, text::key_zero_sum];
    let chosen = lens.get(|decision| of(decision).map(|one| key_place(&one.key)));
    let choose = Callback::new(move |place: usize| {
        lens.set(|decision| {
            change(decision, |one| {
                if key_place(&one.key) == place {
                    return;
                }
                one.key = match place {
                    0 => JoinKey::PerInhabitant(Decimal::TEN),
                    1 => JoinKey::Average,
                    2 => JoinKey::Amount(Decimal::from(100_000)),
                    _ => JoinKey::ZeroSum,
                };
            });
        });
    });
    form::choice_of(text::key, &KEYS, chosen, choose)
}

/// A new name gives a new id too, so that later decisions name the municipality by what it is called.
fn name(lens: StepLens) -> AnyView {
    let take = OnChange::new(move |name: String| {
        let name = name.trim().to_owned();
        let taken = untrack(|| {
            lens.association_budget(|association| {
                association.members.iter().map(|member| member.id.clone()).collect::<Vec<Id>>()
            })
        });
        let taken = taken.unwrap_or_default();
        lens.change(|decision| {
            change(decision, |one| {
                let own = one.member.clone();
                one.member = Id::from_name(&name, |id| taken.iter().any(|other| other.as_str() == id && *other != own));
                one.name = name;
            });
        })
    });
    let value = lens.get(|decision| of(decision).map(|one| one.name.clone()));
    form::text(text_signal(text::member_name), value, take)
}

fn inhabitants(lens: StepLens) -> AnyView {
    let value = Signal::derive(move || {
        lens.step(|step| of(&step.decision).and_then(|one| one.inhabitants).map(Decimal::from)).flatten()
    });
    let take = OnChange::new(move |count: Option<Decimal>| {
        let whole = match count.map(money::count) {
            Some(None) => return Err(words::line_panel::whole_number(lens.context.language()).to_owned()),
            count => count.flatten(),
        };
        lens.change(|decision| change(decision, |one| one.inhabitants = whole))
    });
    form::number(text_signal(label::inhabitants), NumberKind::Inhabitants, value, take)
}

impl DecisionView for MemberJoins {
    const NAME: Word = named::member_joins;
    const WHAT: Word = named::member_joins_what;
    const EXAMPLE: Word = named::member_joins_example;
    const CANNOT: Word = text::cannot;
    const ID_STEM: &'static str = "ny-kommun";
    const WHAT_SAYS_MORE: bool = false;

    fn title(&self, about: &DecisionContext) -> String {
        let month = words::month(about.language, self.from);
        named::JoinsTitle { name: &self.name, month }.say(about.language)
    }

    fn number_name(part: &DecisionField) -> Option<Word> {
        match part {
            DecisionField::Amount => Some(lever::amount_year),
            _ => None,
        }
    }

    fn has_said(&self, part: &DecisionField) -> bool {
        *part == DecisionField::From || *part == DecisionField::BuyIn && self.buy_in.is_zero()
    }

    fn choices(&self, about: &DecisionContext) -> Vec<String> {
        let language = about.language;
        let key = match self.key {
            JoinKey::Average => Some(pair(text::key(language), text::key_average(language))),
            JoinKey::ZeroSum => Some(text::key_zero_sum(language).to_owned()),
            JoinKey::PerInhabitant(_) | JoinKey::Amount(_) => None,
        };
        let follow = self.others_follow.then(|| text::others_follow(language).to_owned());
        let source = (!self.source.is_empty()).then(|| pair(text::population_source(language), &self.source));
        [key, follow, source].into_iter().flatten().collect()
    }

    fn body(lens: StepLens) -> AnyView {
        body(lens)
    }
}
