//! Findings as cards, in the words of the board.

use crate::state::Context;
use crate::ui::form::click;
use crate::words::{self, Language};
use leptos::prelude::*;
use samplan::calendar::Year;
use samplan::finding::{Detail, Finding, RuleCode, Severity};
use samplan::money::Unit;
use samplan::outcome::Outcome;
use samplan::plan::Id;
use samplan::sorted::sort_by_key;

/// Findings of one cause over years.
#[derive(Clone, PartialEq)]
pub struct FindingGroup {
    /// The finding of the first year.
    pub finding: Finding,
    /// The same cause in later years.
    later: Vec<Finding>,
    pub years: Vec<Year>,
}

/// What a group says: the same words wherever findings are shown.
pub struct FindingWords {
    pub severity: &'static str,
    pub title: String,
    pub text: String,
}

/// Who findings are shown to.
#[derive(Clone, Copy)]
pub enum Audience {
    /// The board, in Scenarier, Visa and Underlag: errors, warnings, and what could not be checked.
    Board,
    /// Whoever works on the figures, in Budget: what is good to know too.
    Editor,
}

/// The one rule of what is shown where, of an association or of all: the gravest first, one for each cause. Decisions
/// that cannot apply are told on their cards.
pub fn for_reader(reader: Audience, outcome: &Outcome, association: Option<&Id>) -> Vec<FindingGroup> {
    let least = match reader {
        Audience::Board => Severity::Warning,
        Audience::Editor => Severity::Notice,
    };
    let here = outcome.report.findings.iter().filter(|finding| {
        (finding.severity <= least || finding.code().is_unchecked())
            && finding.code() != RuleCode::DecisionSkipped
            && (association.is_none() || finding.association.is_none() || finding.association.as_ref() == association)
    });
    let mut found: Vec<Finding> = here.cloned().collect();
    sort_by_key(&mut found, |finding| finding.severity);
    group(found)
}

/// How many errors and warnings the board is shown, of an association or of all.
pub fn counted(outcome: &Outcome, association: Option<&Id>) -> (usize, usize) {
    errors_and_warnings(&for_reader(Audience::Board, outcome, association))
}

/// How many controls could not be made, of an association or of all.
pub fn unchecked(outcome: &Outcome, association: Option<&Id>) -> usize {
    let groups = for_reader(Audience::Board, outcome, association);
    groups.iter().filter(|group| group.finding.code().is_unchecked()).count()
}

/// Errors and warnings of what the plan and every scenario are judged by, so that their numbers can be compared; and beside
/// them how many remarks only the plan can have.
pub fn counted_alike(outcome: &Outcome, association: Option<&Id>) -> ((usize, usize), usize) {
    let groups = for_reader(Audience::Board, outcome, association);
    let (alone, alike): (Vec<_>, Vec<_>) =
        groups.into_iter().partition(|group| group.finding.code().is_of_the_plan_alone());
    let (errors, warnings) = errors_and_warnings(&alone);
    (errors_and_warnings(&alike), errors.saturating_add(warnings))
}

fn errors_and_warnings(groups: &[FindingGroup]) -> (usize, usize) {
    let of = |severity| groups.iter().filter(|group| group.finding.severity == severity).count();
    (of(Severity::Error), of(Severity::Warning))
}

/// Makes findings of one cause one, so that a three-year plan is not told three times.
pub fn group(found: Vec<Finding>) -> Vec<FindingGroup> {
    let mut groups: Vec<FindingGroup> = Vec::new();
    for finding in found {
        let same = groups.iter_mut().find(|group| {
            let one = &group.finding;
            one.association == finding.association && one.line == finding.line && same_cause(one, &finding)
        });
        match same {
            Some(group) => {
                group.years.extend(finding.year);
                group.later.push(finding);
            }
            None => groups.push(FindingGroup { years: finding.year.into_iter().collect(), finding, later: Vec::new() }),
        }
    }
    groups
}

fn same_cause(one: &Finding, other: &Finding) -> bool {
    match (&one.detail, &other.detail) {
        (Detail::PrintedDiffers(one), Detail::PrintedDiffers(other)) => one.label == other.label,
        (Detail::PrintedUnchecked(one), Detail::PrintedUnchecked(other)) => one.label == other.label,
        (Detail::PartyEmpty(one), Detail::PartyEmpty(other)) => one.party == other.party,
        (Detail::ContributionUnderZero(one), Detail::ContributionUnderZero(other)) => one.party == other.party,
        // Each has a month of its own in its title; each skipped decision a reason of its own.
        (Detail::EquityUnderFloor(_) | Detail::LiquidGone(_) | Detail::DecisionSkipped(_), other) => {
            one.detail.is_same_as(other)
        }
        _ => one.code() == other.code(),
    }
}

/// A group in words. Where there are several associations the one that it is about is named.
pub fn told(context: Context, outcome: Option<&Outcome>, group: &FindingGroup, unit: Unit) -> FindingWords {
    let language = context.language();
    let plan = context.plan();
    let finding = &group.finding;
    let associations = outcome.map_or(&[][..], |outcome| &outcome.budget.associations);
    let line = finding.line.as_ref().and_then(|id| {
        let whose = finding.association.as_ref()?;
        let planned = plan.as_ref().and_then(|plan| words::line_of(plan.association(whose)?, id));
        // One that a decision adds, or that a merger moves, is known where the decisions are.
        planned.or_else(|| words::row_name(language, associations.iter().find(|one| one.id == *whose)?.row(id)?))
    });
    let name = finding.association.as_ref().filter(|_| associations.len() > 1).and_then(|id| {
        let association_budget = associations.iter().find(|association_budget| association_budget.id == *id)?;
        Some(association_budget.name.to_string())
    });
    let title = words::finding_title(language, finding, &group.years);
    let title = name.map_or_else(|| title.clone(), |name| format!("{name}: {title}"));
    let all = std::iter::once(finding).chain(&group.later);
    let by_year: Vec<_> =
        all.map(|finding| (finding.year, words::finding(language, finding, line.as_deref(), unit))).collect();
    let text = sentences(language, &by_year);
    let severity = match finding.severity {
        Severity::Error => words::budget::severity_error(language),
        Severity::Warning => words::budget::severity_warning(language),
        Severity::Notice => words::budget::severity_notice(language),
    };
    FindingWords { severity, title, text }
}

/// What a cause says by year: years on end with the same sentence are told once, and a sentence that holds in all of them
/// names none, since the title does; so do the last ones of each that are the same.
fn sentences(language: Language, by_year: &[(Option<Year>, String)]) -> String {
    let spans: Vec<_> = by_year.chunk_by(|(_, one), (_, next)| one == next).collect();
    let several = spans.len() > 1;
    let firsts: Vec<&str> = spans.iter().filter_map(|span| Some(span.first()?.1.as_str())).collect();
    let end = if several { same_end(&firsts) } else { "" };
    let told = spans.into_iter().filter_map(|span| {
        let (_, sentence) = span.first()?;
        let sentence = sentence.strip_suffix(end).unwrap_or(sentence).trim_end();
        let years: Vec<Year> = span.iter().filter_map(|(year, _)| *year).collect();
        let named = several && !years.is_empty();
        Some(if named { format!("{}: {sentence}", words::each_year(language, &years)) } else { sentence.to_owned() })
    });
    told.chain((!end.is_empty()).then(|| end.to_owned())).collect::<Vec<_>>().join(" ")
}

/// The whole sentences in which all the texts end, without the first of each, which the years stand before.
fn same_end<'t>(texts: &[&'t str]) -> &'t str {
    let ends = |text: &&'t str| {
        let starts: Vec<_> = text.match_indices(". ").map(|(at, _)| at.saturating_add(2)).collect();
        starts.into_iter().filter_map(|start| text.get(start..)).collect::<Vec<_>>()
    };
    let longest = texts.first().map(ends).unwrap_or_default();
    longest.into_iter().find(|end| texts.iter().all(|text| ends(text).contains(end))).unwrap_or_default()
}

/// A group as a card; `lead` goes to what it is about.
pub fn card(context: Context, outcome: Option<&Outcome>, group: &FindingGroup, lead: Option<Callback<()>>) -> AnyView {
    let language = context.language();
    let FindingWords { severity, title, text } = told(context, outcome, group, context.unit());
    let finding = &group.finding;
    let class = match finding.severity {
        Severity::Error => "finding error",
        Severity::Warning => "finding warning",
        Severity::Notice => "finding notice-card",
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
