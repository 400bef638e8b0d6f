//! Findings as cards, in the words of the board.

use crate::state::Context;
use crate::ui::form::click;
use crate::words;
use leptos::prelude::*;
use samplan::calendar::Year;
use samplan::finding::{Finding, Severity};

/// A finding and the years in which exactly the same was found.
#[derive(Clone, PartialEq)]
pub struct Group {
    /// The finding, of the first year.
    pub finding: Finding,
    /// Its years.
    pub years: Vec<Year>,
}

/// Findings that differ in nothing but their year become one, so that a three-year plan is not told three times.
pub fn group(found: Vec<Finding>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for finding in found {
        let same = groups.iter_mut().find(|group| {
            let one = &group.finding;
            one.association == finding.association && one.line == finding.line && one.detail.is_same_as(&finding.detail)
        });
        match same {
            Some(group) => group.years.extend(finding.year),
            None => groups.push(Group { years: finding.year.into_iter().collect(), finding }),
        }
    }
    groups
}

/// A finding in words; `lead` goes to what it is about.
pub fn card(context: Context, group: Group, lead: Option<Callback<()>>) -> AnyView {
    let Group { finding, years } = group;
    let language = context.language();
    let plan = context.plan();
    let line = finding.line.as_ref().and_then(|id| {
        let association = finding.association.as_ref().and_then(|id| plan.as_ref()?.association(id))?;
        association.line(id).map(|line| line.name.clone())
    });
    let text = words::finding(language, &finding, line.as_deref(), context.unit());
    let title = words::finding_title(language, &finding, &years);
    let (class, severity) = match finding.severity {
        Severity::Error => ("finding error", words::budget::severity_error(language)),
        Severity::Warning => ("finding warning", words::budget::severity_warning(language)),
        Severity::Notice => ("finding notice-card", words::budget::severity_notice(language)),
    };
    let code = finding.code().as_str();
    let go = lead.map(|lead| {
        view! { <button class="link" on:click=click(move || lead.run(()))>{words::budget::go_to(language)}</button> }
    });
    view! {
        <article class=class data-test=format!("finding-{code}")>
            <p class="title"><span class="visually-hidden">{severity}": "</span>{title}</p>
            <p>{text}" "{go}</p>
        </article>
    }
    .into_any()
}
