//! MemberLeaves: a member gives notice and leaves.

use crate::decisions::step_lens::StepLens;
use crate::decisions::view::{DecisionContext, DecisionView, pair};
use crate::ui::form;
use crate::words::{self, Word, decision as named, label, scenario as text};
use leptos::prelude::*;
use samplan::decision::{Decision, DecisionField, MemberLeaves, Others};

fn of(decision: &Decision) -> Option<&MemberLeaves> {
    match decision {
        Decision::MemberLeaves(leaves) => Some(leaves),
        _ => None,
    }
}

fn change(decision: &mut Decision, change: impl FnOnce(&mut MemberLeaves)) {
    if let Decision::MemberLeaves(leaves) = decision {
        change(leaves);
    }
}

fn body(lens: StepLens) -> AnyView {
    const OTHERS: [words::Word; 3] = [text::others_shrink, text::others_carry, text::others_stay];
    let listed = move || {
        let members = lens.association_budget(|association| {
            association.members.iter().map(|one| (one.id.clone(), one.name.clone())).collect::<Vec<_>>()
        });
        members.unwrap_or_default()
    };
    let chosen =
        lens.get(|decision| of(decision).and_then(|one| Others::ALL.iter().position(|others| *others == one.others)));
    let choose = Callback::new(move |place: usize| {
        if let Some(others) = Others::ALL.get(place).copied() {
            lens.set(|decision| change(decision, |one| one.others = others));
        }
    });
    let gone = move || {
        let year = lens.step(|step| of(&step.decision).map(MemberLeaves::last_year)).flatten();
        year.map(|year| text::LeavesWhen { year }.say(lens.context.language()))
    };
    view! {
        {lens.association_choice(|decision, id| change(decision, |one| one.association = id))}
        {lens.id_choice(
            label::who,
            listed,
            |decision| of(decision).map(|one| one.member.clone()),
            |decision, id| change(decision, |one| one.member = id),
        )}
        {lens.lever(DecisionField::Notice)}
        {lens.lever(DecisionField::NoticeMonths)}
        <p class="hint">{gone}</p>
        {form::choice_of(text::others, &OTHERS, chosen, choose)}
        {lens.check(
            text::pay_out,
            |decision| of(decision).map(|one| one.pay_out),
            |decision, on| change(decision, |one| one.pay_out = on),
        )}
    }
    .into_any()
}

impl DecisionView for MemberLeaves {
    const NAME: Word = named::member_leaves;
    const WHAT: Word = named::member_leaves_what;
    const EXAMPLE: Word = named::member_leaves_example;
    const CANNOT: Word = text::cannot;
    const ID_STEM: &'static str = "uttrade";
    const WHAT_SAYS_MORE: bool = false;

    fn title(&self, about: &DecisionContext) -> String {
        let name = words::member(about.language, about.plan, about.scenario, Some(&self.association), &self.member);
        named::LeavesTitle { name, year: self.last_year() }.say(about.language)
    }

    fn number_name(_: &DecisionField) -> Option<Word> {
        None
    }

    fn has_said(&self, _: &DecisionField) -> bool {
        false
    }

    fn choices(&self, about: &DecisionContext) -> Vec<String> {
        let language = about.language;
        let others = match self.others {
            Others::Follow => text::others_shrink(language),
            Others::Carry => text::others_carry(language),
            Others::Stay => text::others_stay(language),
        };
        let paid = self.pay_out.then(|| text::pay_out(language).to_owned());
        std::iter::once(pair(text::others(language), others)).chain(paid).collect()
    }

    fn body(lens: StepLens) -> AnyView {
        body(lens)
    }
}
