//! Once inhabitants have been changed: the municipalities' contributions reckoned anew by them, if wished.

use super::lens::AssociationLens;
use super::section::TITLE;
use crate::state::memo::memo;
use crate::ui::form::click;
use crate::ui::text::{focus_later, text_fn};
use crate::words::{self, plan_settings as text};
use leptos::prelude::*;
use samplan::edit::{AssociationEdit, Divided, NotDivided, by_inhabitants};
use samplan::plan::Association;

/// The offer; nothing until inhabitants have been changed, and where it would change nothing.
pub fn offer(association: AssociationLens, changed: RwSignal<bool>) -> AnyView {
    let found = memo(move || changed.get().then(|| association.with(by_inhabitants)).flatten());
    let shown = move || match found.get()? {
        Ok(all) if all.iter().all(|one| one.before == one.after) => None,
        Ok(all) => Some(offered(association, changed, all)),
        Err(why) => refused(association, &why)
            .map(|why| view! { <p class="hint" role="status" data-test="contributions-anew">{why}</p> }.into_any()),
    };
    shown.into_any()
}

fn offered(association: AssociationLens, changed: RwSignal<bool>, all: Vec<Divided>) -> AnyView {
    let context = association.context;
    let (language, unit) = (context.language(), context.unit());
    let lines = all.iter().filter(|one| one.before != one.after).map(|one| {
        let name = named(association, &one.member);
        let (before, after) = (words::kr(one.before, unit), words::kr(one.after, unit));
        view! { <li>{text::ContributionAnew { name, year: one.year, before, after }.say(language)}</li> }
    });
    let lines = lines.collect_view();
    let apply = move || {
        let amounts = all.iter().map(|one| (one.line.clone(), one.year, one.after)).collect();
        association.set(AssociationEdit::LineAmounts(amounts));
        changed.set(false);
        focus_later(TITLE);
    };
    let keep = move || {
        changed.set(false);
        focus_later(TITLE);
    };
    view! {
        <div class="hint" role="status" data-test="contributions-anew">
            <p>{text_fn(text::anew_what)}</p>
            <ul class="sentences">{lines}</ul>
            <div class="buttons">
                <button type="button" class="primary" on:click=click(apply)>{text_fn(text::anew)}</button>
                <button type="button" on:click=click(keep)>{text_fn(text::anew_keep)}</button>
            </div>
        </div>
    }
    .into_any()
}

fn named(association: AssociationLens, member: &samplan::plan::Id) -> String {
    let name = |one: &Association| one.member(member).map(|member| member.name.clone());
    association.with(name).flatten().unwrap_or_default()
}

/// Why it cannot be offered; nothing where there is nothing to divide.
fn refused(association: AssociationLens, why: &NotDivided) -> Option<String> {
    let language = association.context.language();
    match why {
        NotDivided::NothingToDivide => None,
        NotDivided::NoInhabitants(members) => {
            let names: Vec<String> = members.iter().map(|member| named(association, member)).collect();
            Some(text::AnewNoInhabitants { names: names.join(", ") }.say(language))
        }
        NotDivided::Uneven => Some(text::anew_uneven(language).to_owned()),
        NotDivided::Overflow => Some(words::budget::overflow(language).to_owned()),
    }
}
