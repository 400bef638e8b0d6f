//! Merger: which associations become one, when, and on what terms.

mod contributions;
mod lens;
mod overhead;

use self::lens::{change, of};
use crate::decisions::step_lens::StepLens;
use crate::decisions::step_lens::when;
use crate::decisions::view::{DecisionContext, DecisionView, pair};
use crate::state::memo::memo;
use crate::ui::form;
use crate::ui::text::{text_fn, text_signal};
use crate::words::{self, Word, decision as named, label, lever, report, scenario as text};
use leptos::prelude::*;
use samplan::decision::{
    BaseGrant, Decision, DecisionField, MergedContributions, MergedEquity, Merger, Overhead, OverheadAction,
};
use samplan::money::Decimal;
use samplan::plan::Id;

fn body(lens: StepLens) -> AnyView {
    view! {
        {lens.text_field(
            text::merged_name,
            |decision| of(decision).map(|one| one.name.clone()),
            |decision, name| change(decision, |one| one.name = name),
        )}
        {associations(lens)}
        {lens.lever(DecisionField::Year)}
        {contributions::body(lens)}
        {overhead::body(lens)}
        {grant(lens)}
        <details class="more">
            <summary>{text_fn(text::more)}</summary>
            <p class="part-name">{text_fn(text::one_off_costs)}</p>
            {one_off(lens)}
            {equity(lens)}
        </details>
    }
    .into_any()
}

fn associations(lens: StepLens) -> AnyView {
    let context = lens.context;
    let listed = memo(move || {
        let plan = context.plan();
        plan.map_or_else(Vec::new, |plan| plan.associations.iter().map(|one| one.id.clone()).collect::<Vec<Id>>())
    });
    let boxes = move || {
        listed
            .get()
            .into_iter()
            .map(|id| {
                let (of_name, of_value) = (id.clone(), id.clone());
                let name = Signal::derive(move || {
                    context
                        .plan()
                        .map(|plan| words::association(context.language(), &plan, None, &of_name))
                        .unwrap_or_default()
                });
                let value = Signal::derive(move || {
                    let merging =
                        |decision: &Decision| of(decision).is_some_and(|one| one.associations.contains(&of_value));
                    lens.step(|step| merging(&step.decision)).unwrap_or_default()
                });
                let take = Callback::new(move |on: bool| {
                    let id = id.clone();
                    lens.set(|decision| {
                        change(decision, |one| {
                            one.associations.retain(|other| *other != id);
                            if on {
                                one.associations.push(id);
                            }
                        });
                    });
                });
                form::check(name, value, take)
            })
            .collect_view()
    };
    view! { <fieldset class="boxes"><legend>{text_fn(text::merging)}</legend>{boxes}</fieldset> }.into_any()
}

fn one_off(lens: StepLens) -> AnyView {
    lens.years_from(
        |decision| of(decision).map(|one| one.one_off.keys().copied().collect()),
        DecisionField::OneOff,
        |decision, year| {
            change(decision, |one| {
                let amount = one.one_off.last_key_value().map_or(Decimal::from(100_000), |(_, amount)| *amount);
                one.one_off.insert(year, amount);
            });
        },
        |decision, year| {
            change(decision, |one| {
                one.one_off.remove(&year);
            });
        },
        0,
    )
}

fn grant(lens: StepLens) -> AnyView {
    let there = |decision: &Decision| of(decision).is_some_and(|one| one.base_grant.is_some());
    view! {
        <div>
            {lens.check(
                text::grant,
                |decision| of(decision).map(|one| one.base_grant.is_some()),
                |decision, on| change(decision, |one| one.base_grant = on.then(BaseGrant::preset)),
            )}
            {when(lens, there, grant_fields)}
        </div>
    }
    .into_any()
}

fn of_grant(decision: &Decision) -> Option<&BaseGrant> {
    of(decision)?.base_grant.as_ref()
}

fn change_grant(decision: &mut Decision, with: impl FnOnce(&mut BaseGrant)) {
    change(decision, |one| {
        if let Some(grant) = &mut one.base_grant {
            with(grant);
        }
    });
}

fn grant_fields(lens: StepLens) -> AnyView {
    let kept = |decision: &Decision| of_grant(decision).is_some_and(|grant| grant.kept_until.is_some());
    let keep = Callback::new(move |on: bool| {
        let last = lens.horizon().get_untracked().last();
        lens.set(|decision| change_grant(decision, |grant| grant.kept_until = on.then_some(last)));
    });
    view! {
        <div class="inset">
            {lens.lever(DecisionField::BaseGrant)}
            {lens.check(
                text::grant_matched,
                |decision| of_grant(decision).map(|grant| grant.matched),
                |decision, on| change_grant(decision, |grant| grant.matched = on),
            )}
            {form::check(
                text_signal(text::grant_kept),
                lens.get(|decision| of_grant(decision).map(|grant| grant.kept_until.is_some())),
                keep,
            )}
            {when(lens, kept, |lens| lens.lever(DecisionField::KeptUntil))}
            <details class="more">
                <summary>{text_fn(label::source)}</summary>
                {lens.text_field(
                    label::source,
                    |decision| of_grant(decision).map(|grant| grant.source.clone()),
                    |decision, source| change_grant(decision, |grant| grant.source = source),
                )}
                {lens.text_field(
                    label::date_of_the_source,
                    |decision| of_grant(decision).map(|grant| grant.date.clone()),
                    |decision, date| change_grant(decision, |grant| grant.date = date),
                )}
            </details>
        </div>
    }
    .into_any()
}

fn equity(lens: StepLens) -> AnyView {
    const WAYS: [words::Word; 2] = [text::transferred, text::paid_out];
    let chosen = lens.get(|decision| of(decision).map(|one| usize::from(one.equity == MergedEquity::PaidOut)));
    let choose = Callback::new(move |place: usize| {
        let equity = if place == 0 { MergedEquity::Transferred } else { MergedEquity::PaidOut };
        lens.set(|decision| change(decision, |one| one.equity = equity));
    });
    form::choice_of(label::equity, &WAYS, chosen, choose)
}

impl DecisionView for Merger {
    const NAME: Word = named::merger;
    const WHAT: Word = named::merger_what;
    const EXAMPLE: Word = named::merger_example;
    const CANNOT: Word = text::cannot_merger;
    const ID_STEM: &'static str = "sammanslagning";
    const WHAT_SAYS_MORE: bool = true;

    fn title(&self, about: &DecisionContext) -> String {
        named::MergerTitle { name: &self.name, year: self.year }.say(about.language)
    }

    fn number_name(part: &DecisionField) -> Option<Word> {
        match part {
            DecisionField::Year => Some(lever::merger_year),
            _ => None,
        }
    }

    fn has_said(&self, _: &DecisionField) -> bool {
        false
    }

    fn choices(&self, about: &DecisionContext) -> Vec<String> {
        let DecisionContext { language, plan, scenario, .. } = *about;
        let parts: Vec<String> =
            self.associations.iter().map(|id| words::association(language, plan, Some(scenario), id)).collect();
        let pay = match self.contributions {
            MergedContributions::Legacy => text::legacy(language),
            MergedContributions::PerInhabitant(_) => text::merged_per_inhabitant(language),
            MergedContributions::Shares(_) => text::merged_shares(language),
            MergedContributions::Levels(_) => text::merged_levels(language),
        };
        let equity = match self.equity {
            MergedEquity::Transferred => text::transferred(language),
            MergedEquity::PaidOut => text::paid_out(language),
        };
        let mut told = vec![
            pair(text::merging(language), &parts.join(", ")),
            pair(text::merged_contributions(language), pay),
            pair(label::equity(language), equity),
        ];
        if let Overhead::Lines(lines) = &self.overhead {
            let dropped: Vec<String> = lines
                .iter()
                .filter(|line| line.action == OverheadAction::Drop)
                .filter_map(|line| words::line_of(plan.association(&line.association)?, &line.line))
                .collect();
            if !dropped.is_empty() {
                told.push(report::Dropped { lines: dropped.join(", ") }.say(language));
            }
        }
        if let Some(BaseGrant { matched, source, date, .. }) = &self.base_grant {
            told.push(text::grant(language).to_owned());
            told.extend(matched.then(|| text::grant_matched(language).to_owned()));
            let source: Vec<&str> =
                [source, date].into_iter().filter(|one| !one.is_empty()).map(String::as_str).collect();
            told.extend((!source.is_empty()).then(|| pair(label::source(language), &source.join(", "))));
        }
        told
    }

    fn body(lens: StepLens) -> AnyView {
        body(lens)
    }
}
