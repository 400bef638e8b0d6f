//! The title block: what, whose, when, and which file.

use super::state::Page;
use crate::words::{self, label, report as text};
use leptos::prelude::*;

/// The block.
pub fn masthead(page: Page) -> AnyView {
    let context = page.context;
    let block = move || {
        let language = context.language();
        let plan = context.plan()?;
        let about = context
            .with_scenario(|plan, scenario| (words::scenario_name(plan, scenario), scenario.description.clone()));
        let (name, description) =
            about.unwrap_or_else(|| (label::the_plan(language).to_owned(), plan.description.clone()));
        // A number is not parted at its hyphen: what is copied from the paper is what is written.
        let who = plan.associations.iter().enumerate().map(|(place, one)| {
            let before = if place == 0 { "" } else { ", " };
            let name = one.name.clone();
            let number = Some(one.organisation_number.clone()).filter(|number| !number.is_empty());
            let number = number.map(|number| view! { " "<span class="whole-number">"("{number}")"</span> });
            view! { {before}{name}{number} }.into_any()
        });
        let who = who.collect_view();
        let years = match (plan.horizon().first, plan.horizon().last()) {
            (first, last) if first == last => first.to_string(),
            (first, last) => format!("{first}–{last}"),
        };
        let fact = |name: &'static str, value: AnyView| view! { <div><dt>{name}</dt><dd>{value}</dd></div> };
        let unit = text::UnitTold { unit: words::unit_name(context.unit()) }.say(language);
        let version = env!("CARGO_PKG_VERSION");
        Some(view! {
            <p class="eyebrow">{text::eyebrow(language)}</p>
            <h1>{name}</h1>
            {(!description.is_empty()).then(|| view! { <p class="lead">{description}</p> })}
            <dl class="imprint">
                {fact(label::association(language), who.into_any())}
                {fact(text::plan(language), plan.name.clone().into_any())}
                {fact(label::years(language), format!("{years}. {unit}").into_any())}
                {fact(text::date(language), view! { <span data-test="today">{page.today}</span> }.into_any())}
                {fact(text::file(language), file(page, version))}
            </dl>
        })
    };
    let short = move || super::summary::summary(page);
    view! { <header class="masthead" data-test="masthead">{block}{super::registry::registry(page)}{short}</header> }
        .into_any()
}

/// The fingerprint where there is one, and what made the page.
fn file(page: Page, version: &'static str) -> AnyView {
    let language = page.context.language();
    let told = move || {
        page.fingerprint.get().map(|print| {
            view! { {text::fingerprint(language)}" "<span class="fingerprint" data-test="fingerprint">{print}</span>". " }
        })
    };
    view! { {told}{words::report::Version { version }.say(language)} }.into_any()
}
