//! Sums by arithmetic: a row that is the sum of those above it is a sum, whatever it is called, and a row called a sum
//! that its sub-total counts as a part is a line.

use super::payer::{self, Payer};
use super::question::{Code, Question};
use super::reading::{Role, StandsFor};
use super::repeated::{is_of_a_whole_side, repeated};
use super::roles::Draft;
use super::told_by_totals::told_by_totals;
use super::values::{Evidence, Values};
use super::words;
use crate::base::{Category, Party};
use crate::money::Decimal;

/// The rows so far, as sums see them.
#[derive(Default)]
struct Above {
    /// Lines and saved money since the last sum or heading.
    group: Vec<usize>,
    income: Vec<usize>,
    equity: Vec<usize>,
    costs: Vec<usize>,
    sums: Vec<usize>,
    results: Vec<usize>,
}

impl Above {
    /// What a sum here could be the sum of, the nearest first.
    fn candidates(&self) -> Vec<Vec<usize>> {
        let joined = |parts: &[&Vec<usize>]| {
            let mut rows: Vec<usize> = parts.iter().flat_map(|part| part.iter().copied()).collect();
            rows.sort_unstable();
            rows
        };
        let last_sums = self.sums.iter().rev().take(2).rev().copied().collect::<Vec<_>>();
        let mut found = vec![
            self.group.clone(),
            self.costs.clone(),
            self.income.clone(),
            joined(&[&self.income, &self.equity]),
            last_sums,
            self.sums.clone(),
        ];
        found.retain(|rows| !rows.is_empty());
        found
    }
}

impl Above {
    /// Whether a total of costs by its name equals income that stands further up: it is of costs all the same, and the
    /// costs do not add up to it.
    fn is_by_chance(&self, rows: &[usize], by_words: &StandsFor) -> bool {
        let income = |row: &usize| self.income.contains(row) || self.equity.contains(row);
        *by_words == StandsFor::Cost && !self.costs.is_empty() && rows != self.group && rows.iter().all(income)
    }

    /// Whether a row without a name is the last result and the last sum together.
    fn is_result(&self, row: usize, values: &Values) -> bool {
        let (Some(result), Some(sum)) = (self.results.last(), self.sums.last()) else { return false };
        sum > result && values.is_sum(row, &[*result, *sum]).is_some()
    }

    /// What a row that is not called a sum can be the sum of: the rows just above it, or the sums.
    fn near(&self) -> Vec<Vec<usize>> {
        let last_sums = self.sums.iter().rev().take(2).rev().copied().collect::<Vec<_>>();
        let of = |kind: &[usize]| self.group.iter().filter(|row| kind.contains(row)).copied().collect::<Vec<_>>();
        [self.group.clone(), of(&self.costs), of(&self.income), last_sums, self.sums.clone()]
            .into_iter()
            .filter(|rows| rows.len() >= 2)
            .collect()
    }
}

/// Tells sums from lines, and what each sum should equal.
pub(super) fn sums(
    drafts: &mut [Draft],
    values: &Values,
    settled: &dyn Fn(usize) -> bool,
) -> (Vec<Option<StandsFor>>, Vec<Question>) {
    let mut stands: Vec<Option<StandsFor>> = vec![None; drafts.len()];
    let mut questions = Vec::new();
    let mut above = Above::default();
    for row in 0..drafts.len() {
        let Some(draft) = drafts.get(row).cloned() else { continue };
        let mut changed = draft.clone();
        let mut told_below = false;
        if draft.opens {
            above.group.clear();
            continue;
        }
        let terms = || above.candidates().into_iter().find_map(|rows| Some((values.is_sum(row, &rows)?, rows)));
        let nameless = !draft.name.contains(char::is_alphabetic);
        match draft.role {
            Role::Sum if !settled(row) && counts_as_part(row, &above, values) => {
                changed.role = Role::Line;
                changed.category = Some(words::kind_of_line(&draft.name).unwrap_or(Category::Activity));
            }
            Role::Sum => {
                let by_words = words::stands_for(&draft.name, Role::Sum);
                let found = terms().map(|(_, rows)| rows).filter(|rows| !above.is_by_chance(rows, &by_words));
                let found = found.or_else(|| called_sum_of_below(row, &above, drafts, values));
                let fallback =
                    if above.group.is_empty() { StandsFor::Unknown } else { StandsFor::Rows(above.group.clone()) };
                let unmatched = if by_words == StandsFor::Unknown { fallback } else { by_words };
                put(&mut stands, row, found.map_or(unmatched, StandsFor::Rows));
            }
            Role::Result => put(&mut stands, row, words::stands_for(&draft.name, Role::Result)),
            Role::Equity if !words::is_used_equity(&draft.name) => put(&mut stands, row, StandsFor::Equity),
            Role::Line if settled(row) || draft.line.is_some() => {}
            Role::Line if nameless && above.is_result(row, values) => {
                changed.role = Role::Result;
                changed.category = None;
                put(&mut stands, row, StandsFor::Result);
            }
            Role::Line => {
                // What is called other things is a rest, and no sum.
                let rest = draft.name.to_lowercase().starts_with("övr");
                let own = |rows: &[usize]| pays_itself(&draft, rows, drafts) || is_other_side(&draft, rows, drafts);
                let mut nearest = above.near().into_iter().filter(|rows| !own(rows));
                let mut near = || nearest.find_map(|rows| Some((values.is_sum(row, &rows)?, rows)));
                let sum = near().filter(|(evidence, _)| evidence.addends >= 2 && !rest);
                let total = sum.or_else(|| below(row, drafts, values));
                let total = total.filter(|_| !is_counted(row, &above, drafts, values));
                let rounded = || above.near().into_iter().any(|rows| !own(&rows) && values.is_rounded_sum(row, &rows));
                let total = total.or_else(|| listed_below(row, drafts, values));
                let again = || {
                    let rows = repeated(row, drafts, &values.amounts, |rows| values.is_sum(row, rows).is_some())?;
                    Some((Evidence { addends: 3, totals: 1 }, rows))
                };
                let again = if total.is_none() { again() } else { None };
                told_below = again.as_ref().is_some_and(|(_, rows)| rows.first() > Some(&row));
                let total = total.or(again);
                let whole_side =
                    total.is_none() && is_of_a_whole_side(&draft.name) && has_more_of_its_side(row, drafts);
                let stands_over = total.is_none()
                    && !rest
                    && !nameless
                    && may_stand_over(row, drafts, values)
                    && !is_counted(row, &above, drafts, values);
                if whole_side || stands_over || total.is_none() && !rest && !nameless && rounded() {
                    questions.push(Question { row: Some(row), column: None, code: Code::SumOrLine });
                }
                if let Some((evidence, rows)) = total {
                    changed.role = Role::Sum;
                    changed.category = None;
                    let income = |row: &usize| above.income.contains(row);
                    let balances = rows.iter().all(income) && draft.category.is_some_and(|kind| !kind.is_income());
                    put(&mut stands, row, StandsFor::Rows(rows));
                    if !nameless && (!evidence.is_strong() || balances) {
                        questions.push(Question { row: Some(row), column: None, code: Code::SumOrLine });
                    }
                }
            }
            Role::Heading | Role::Ignored | Role::Equity => {}
        }
        follow(&mut above, row, &changed, told_below);
        if let Some(draft) = drafts.get_mut(row) {
            *draft = changed;
        }
    }
    told_by_totals(drafts, values, &mut stands, &mut questions);
    whole(drafts, &mut stands);
    (stands, questions)
}

fn put(stands: &mut [Option<StandsFor>], row: usize, what: StandsFor) {
    if let Some(slot) = stands.get_mut(row) {
        *slot = Some(what);
    }
}

/// What a row adds to those so far. One whose parts stand further down counts among its own group.
fn follow(above: &mut Above, row: usize, draft: &Draft, told_below: bool) {
    match draft.role {
        Role::Sum if told_below => above.group.push(row),
        Role::Line => {
            above.group.push(row);
            let income = draft.category.is_some_and(Category::is_income);
            if income { above.income.push(row) } else { above.costs.push(row) }
        }
        Role::Equity if words::is_used_equity(&draft.name) => {
            above.group.push(row);
            above.equity.push(row);
        }
        Role::Sum => {
            above.group.clear();
            above.sums.push(row);
        }
        Role::Result => {
            above.group.clear();
            above.results.push(row);
        }
        Role::Heading | Role::Ignored | Role::Equity => {}
    }
}

/// Whether a row is a party's own contribution and no sum of these rows: by law the State's half is the sum of the others'.
/// Only rows of the same party, or the names of municipalities under theirs, can make its sum.
fn pays_itself(draft: &Draft, rows: &[usize], drafts: &[Draft]) -> bool {
    let party = |draft: &Draft| match draft.payer {
        Some(Payer::Party(party)) => Some(party),
        _ => payer::party(&draft.name),
    };
    let Some(own) = party(draft) else { return false };
    let same = |row: &usize| match drafts.get(*row).and_then(party) {
        Some(other) => other == own,
        None => own == Party::Municipalities,
    };
    !rows.iter().all(same)
}

/// Whether a row that its words call income stands over costs alone, or a cost over income alone: in a budget that balances
/// it equals them and is no sum of them.
fn is_other_side(draft: &Draft, rows: &[usize], drafts: &[Draft]) -> bool {
    let Some(own) = draft.category.filter(|_| draft.category_told) else { return false };
    let other = |row: &usize| {
        drafts.get(*row).and_then(|draft| draft.category).is_some_and(|kind| kind.is_income() != own.is_income())
    };
    rows.iter().any(other)
}

/// Whether other lines are of a row's side, income or costs.
fn has_more_of_its_side(row: usize, drafts: &[Draft]) -> bool {
    let income = |draft: &Draft| draft.category.is_some_and(Category::is_income);
    let own = drafts.get(row).is_some_and(income);
    let mut lines = drafts.iter().enumerate().filter(|(place, draft)| *place != row && draft.role == Role::Line);
    lines.any(|(_, draft)| income(draft) == own)
}

/// Whether the sub-total beside a row called a sum counts it as one of its parts.
fn counts_as_part(row: usize, above: &Above, values: &Values) -> bool {
    let Some((column, printed)) = values.sub_totals.get(row).copied().flatten() else { return false };
    let at = |row: usize| values.row(row).get(column).copied().flatten();
    let group: Option<Decimal> = above.group.iter().try_fold(Decimal::ZERO, |sum, row| sum.checked_add(at(*row)?));
    let (Some(group), Some(own)) = (group, at(row)) else { return false };
    group != own && group.checked_add(own) == Some(printed)
}

/// Whether the total next to a row's group, called so by its name, counts the row as one of its parts: then it is a line that
/// equals others by chance.
fn is_counted(row: usize, above: &Above, drafts: &[Draft], values: &Values) -> bool {
    let after = drafts.iter().enumerate().skip(row.saturating_add(1));
    let ends = |draft: &Draft| draft.opens || matches!(draft.role, Role::Sum | Role::Result);
    let rest: Vec<usize> = after
        .clone()
        .take_while(|(_, draft)| !ends(draft))
        .filter(|(_, draft)| draft.role == Role::Line)
        .map(|(at, _)| at)
        .collect();
    let mut parts = above.group.clone();
    parts.push(row);
    parts.extend(rest);
    let next = after.map(|(at, draft)| (at, draft.role)).find(|(at, _)| drafts.get(*at).is_some_and(ends));
    let next = next.filter(|(_, role)| *role == Role::Sum).map(|(at, _)| at);
    let before = above.sums.last().copied();
    let counts = |total: usize| values.is_sum(total, &parts).is_some_and(|evidence| evidence.is_strong());
    next.is_some_and(counts) || before.is_some_and(counts)
}

/// The rows of a list below a row, where it is their sum: `Insatser`, and under it `- Team Öst`, `- Team Väst`.
fn listed_below(row: usize, drafts: &[Draft], values: &Values) -> Option<(Evidence, Vec<usize>)> {
    let rows = list_below(row, drafts);
    let evidence = values.is_sum(row, &rows).filter(|_| rows.len() > 1)?;
    Some((Evidence { addends: evidence.addends.max(3), ..evidence }, rows))
}

/// The rows of a list just below a row that is none of it.
fn list_below(row: usize, drafts: &[Draft]) -> Vec<usize> {
    if drafts.get(row).is_none_or(|draft| draft.listed) {
        return Vec::new();
    }
    let below = drafts.iter().enumerate().skip(row.saturating_add(1));
    below.take_while(|(_, draft)| draft.listed && draft.role == Role::Line).map(|(place, _)| place).collect()
}

/// Whether a row may be counted twice: it is the sum of the two rows below it by its only figure, or a list stands under it.
fn may_stand_over(row: usize, drafts: &[Draft], values: &Values) -> bool {
    let below = drafts.iter().enumerate().skip(row.saturating_add(1));
    let lines = below.take_while(|(_, draft)| !draft.opens && draft.role == Role::Line);
    let two: Vec<usize> = lines.take(2).map(|(place, _)| place).collect();
    let own = |draft: &Draft| pays_itself(draft, &two, drafts) || is_other_side(draft, &two, drafts);
    let sum = two.len() == 2 && values.is_sum(row, &two).is_some() && drafts.get(row).is_some_and(|draft| !own(draft));
    sum || list_below(row, drafts).len() > 1
}

/// The rows below a row that its name calls a sum and that stands above its parts (*Summa bidrag* over its only row): all up
/// to the next heading or sum, or those of the first ones that it is the sum of.
fn called_sum_of_below(row: usize, above: &Above, drafts: &[Draft], values: &Values) -> Option<Vec<usize>> {
    if !above.group.is_empty() {
        return None;
    }
    let below = drafts.iter().enumerate().skip(row.saturating_add(1));
    let group = below.take_while(|(_, draft)| !draft.opens && !matches!(draft.role, Role::Sum | Role::Result));
    let lines: Vec<usize> = group.filter(|(_, draft)| draft.role == Role::Line).map(|(place, _)| place).collect();
    let first = (1..=lines.len()).rev().filter_map(|count| lines.get(..count));
    first.into_iter().find(|rows| values.is_sum(row, rows).is_some()).map(<[usize]>::to_vec)
}

/// A row that is the sum of the rows below it, up to the next heading or sum.
fn below(row: usize, drafts: &[Draft], values: &Values) -> Option<(Evidence, Vec<usize>)> {
    let mut rows = Vec::new();
    for (place, draft) in drafts.iter().enumerate().skip(row.saturating_add(1)) {
        if draft.opens || draft.role == Role::Sum || draft.role == Role::Result {
            break;
        }
        if draft.role == Role::Line {
            rows.push(place);
            if rows.len() >= 2
                && let Some(evidence) = values.is_sum(row, &rows).filter(Evidence::is_strong)
                && !drafts
                    .get(row)
                    .is_some_and(|draft| pays_itself(draft, &rows, drafts) || is_other_side(draft, &rows, drafts))
            {
                return Some((evidence, rows));
            }
        }
    }
    None
}

/// A sum of all lines of income, or of all costs, is told as that: it holds when lines come and go.
fn whole(drafts: &[Draft], stands: &mut [Option<StandsFor>]) {
    let places = |holds: &dyn Fn(&Draft) -> bool| -> Vec<usize> {
        drafts.iter().enumerate().filter(|(_, draft)| holds(draft)).map(|(place, _)| place).collect()
    };
    let is_line = |draft: &Draft, income: bool| {
        draft.role == Role::Line && draft.category.is_some_and(|category| category.is_income() == income)
    };
    let used = |draft: &Draft| draft.role == Role::Equity && words::is_used_equity(&draft.name);
    let operating_income = |draft: &Draft| is_line(draft, true) && draft.category != Some(Category::FinancialIncome);
    let income = places(&operating_income);
    let costs = places(&|draft| is_line(draft, false));
    let operating = places(&|draft| is_line(draft, false) && draft.category != Some(Category::FinancialCost));
    let frame = places(&|draft| operating_income(draft) || used(draft));
    for stands in stands.iter_mut().flatten() {
        if let StandsFor::Rows(rows) = stands {
            if *rows == income {
                *stands = StandsFor::Income;
            } else if *rows == frame {
                *stands = StandsFor::Frame;
            } else if *rows == costs || *rows == operating {
                *stands = StandsFor::Cost;
            }
        }
    }
}
