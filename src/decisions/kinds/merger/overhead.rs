//! What board, administration and audit of a merged association cost.

use super::lens::{change, of};
use crate::decisions::step_lens::StepLens;
use crate::decisions::step_lens::when;
use crate::state::context;
use crate::state::memo::memo;
use crate::ui::form;
use crate::words::{self, label, scenario as text};
use leptos::prelude::*;
use samplan::decision::{Decision, DecisionField, Overhead, OverheadAction, OverheadLine};
use samplan::money::Decimal;
use samplan::plan::{Category, Id};

fn by_share(decision: &Decision) -> bool {
    of(decision).is_some_and(|one| matches!(one.overhead, Overhead::Share(_)))
}

pub fn body(lens: StepLens) -> AnyView {
    const WAYS: [words::Word; 2] = [label::line_by_line, text::overhead_by_share];
    let chosen = lens.get(|decision| Some(usize::from(by_share(decision))));
    let choose = Callback::new(move |place: usize| {
        lens.set(|decision| {
            change(decision, |one| {
                one.overhead = match (place, &one.overhead) {
                    (0, Overhead::Share(_)) => Overhead::default(),
                    (1, Overhead::Lines(_)) => Overhead::Share(Decimal::ONE),
                    (_, same) => same.clone(),
                };
            });
        });
    });
    view! {
        {form::choice_of(label::board_administration_and_audit, &WAYS, chosen, choose)}
        {when(lens, by_share, |lens| lens.lever(DecisionField::OverheadShare))}
        {when(lens, |decision| !by_share(decision), lines)}
    }
    .into_any()
}

/// An overhead line of one of the merging associations.
#[derive(Clone, PartialEq)]
struct Found {
    association: Id,
    line: Id,
    name: String,
}

fn lines(lens: StepLens) -> AnyView {
    let found = memo(move || {
        let merging = lens.step(|step| of(&step.decision).map(|one| one.associations.clone())).flatten();
        let plan = lens.context.plan();
        let associations = merging.unwrap_or_default();
        let named = |id: &Id| {
            let association = plan.as_ref()?.association(id)?;
            let overhead = association
                .lines
                .iter()
                .filter(|line| matches!(line.category, Category::Board | Category::Administration | Category::Audit));
            Some(
                overhead
                    .map(|line| Found {
                        association: id.clone(),
                        line: line.id.clone(),
                        name: words::decision::Of { what: &line.name, association: &association.name }
                            .say(lens.context.language()),
                    })
                    .collect::<Vec<_>>(),
            )
        };
        associations.iter().filter_map(named).flatten().collect::<Vec<_>>()
    });
    let rows = move || found.get().into_iter().map(|one| row(lens, one)).collect_view();
    view! { <div class="inset">{rows}</div> }.into_any()
}

fn action<'d>(decision: &'d Decision, found: &Found) -> Option<&'d OverheadAction> {
    let Overhead::Lines(lines) = &of(decision)?.overhead else { return None };
    let same = |line: &&OverheadLine| line.association == found.association && line.line == found.line;
    lines.iter().find(same).map(|line| &line.action)
}

fn row(lens: StepLens, found: Found) -> AnyView {
    let context = context();
    let name = Signal::stored(found.name.clone());
    let part = DecisionField::OverheadLine { association: found.association.clone(), line: found.line.clone() };
    let found = StoredValue::new(found);
    let place = memo(move || {
        let now = lens.step(|step| {
            found.with_value(|found| match action(&step.decision, found) {
                None | Some(OverheadAction::Keep) => 0,
                Some(OverheadAction::Drop) => 1,
                Some(OverheadAction::Replace(_)) => 2,
            })
        });
        now.unwrap_or_default()
    });
    let options = Signal::derive(move || {
        let language = context.language();
        vec![text::keep(language).to_owned(), text::drop(language).to_owned(), text::replace(language).to_owned()]
    });
    let choose = Callback::new(move |chosen: usize| {
        let found = found.get_value();
        let now = untrack(|| {
            let merger = lens.step(|step| of(&step.decision).cloned()).flatten()?;
            merger.present_cost(&context.outcome.get()?.budget, &found.association, &found.line)
        });
        lens.set(|decision| {
            change(decision, |one| {
                let Overhead::Lines(lines) = &mut one.overhead else { return };
                lines.retain(|line| line.association != found.association || line.line != found.line);
                let action = match chosen {
                    0 => return,
                    1 => OverheadAction::Drop,
                    _ => OverheadAction::Replace(now.unwrap_or_default()),
                };
                lines.push(OverheadLine { association: found.association, line: found.line, action });
            });
        });
    });
    let lever = move || (place.get() == 2).then(|| lens.lever(part.clone()));
    view! { <div>{form::choice(name, options, place.into(), choose)}{lever}</div> }.into_any()
}
