//! Sub-totals of two parts each, which alone could be lines by chance: where the total counts what stands under them and
//! not themselves, or the other way round, it tells which they are.

use super::question::{Code, Question};
use super::reading::{Role, StandsFor};
use super::roles::Draft;
use super::values::Values;

/// So many rows are tried as sums and as lines.
const MOST: usize = 6;

/// Settles rows that were asked about whether they are sums, each with the rows that it is the sum of.
pub(super) fn told_by_totals(
    drafts: &mut [Draft],
    values: &Values,
    stands: &mut [Option<StandsFor>],
    questions: &mut Vec<Question>,
) {
    let asked: Vec<(usize, [usize; 2])> = questions
        .iter()
        .filter(|question| question.code == Code::SumOrLine)
        .filter_map(|question| Some((question.row?, two_below(question.row?, drafts, values)?)))
        .collect();
    if asked.is_empty() {
        return;
    }
    for total in 0..drafts.len() {
        if drafts.get(total).is_none_or(|draft| draft.role != Role::Sum) {
            continue;
        }
        let before = drafts.iter().enumerate().take(total);
        let line = |draft: &Draft| draft.role == Role::Line;
        let cost = |draft: &Draft| line(draft) && draft.category.is_some_and(|kind| !kind.is_income());
        let income = |draft: &Draft| line(draft) && draft.category.is_some_and(|kind| kind.is_income());
        let places = |holds: &dyn Fn(&Draft) -> bool| -> Vec<usize> {
            before.clone().filter(|(_, draft)| holds(draft)).map(|(place, _)| place).collect()
        };
        let since = before.clone().rev().find(|(_, draft)| draft.opens || draft.role == Role::Sum);
        let since = since.map_or(0, |(place, _)| place);
        let group: Vec<usize> = places(&line).into_iter().filter(|place| *place >= since).collect();
        for scope in [group, places(&cost), places(&income)] {
            let here = asked
                .iter()
                .filter(|(row, parts)| scope.contains(row) && parts.iter().all(|part| scope.contains(part)));
            let here: Vec<(usize, [usize; 2])> = here.copied().collect();
            let Some(sums) = only_way(total, &scope, &here, values) else { continue };
            for (row, parts) in here.iter().filter(|(row, _)| sums.contains(row)) {
                if let (Some(draft), Some(stands)) = (drafts.get_mut(*row), stands.get_mut(*row)) {
                    draft.role = Role::Sum;
                    draft.category = None;
                    *stands = Some(StandsFor::Rows(parts.to_vec()));
                }
            }
            if let Some(stands) = stands.get_mut(total) {
                *stands = Some(StandsFor::Rows(scope.into_iter().filter(|row| !sums.contains(row)).collect()));
            }
            questions.retain(|question| {
                question.code != Code::SumOrLine || !here.iter().any(|(row, _)| question.row == Some(*row))
            });
            break;
        }
    }
}

/// The two lines just below a row, where it is their sum.
fn two_below(row: usize, drafts: &[Draft], values: &Values) -> Option<[usize; 2]> {
    let below = drafts.iter().enumerate().skip(row.saturating_add(1));
    let mut lines = below.take_while(|(_, draft)| !draft.opens && draft.role == Role::Line).map(|(place, _)| place);
    let two = [lines.next()?, lines.next()?];
    values.is_sum(row, &two).map(|_| two)
}

/// Which of the rows are sums, where the total tells it in one way only.
fn only_way(total: usize, scope: &[usize], asked: &[(usize, [usize; 2])], values: &Values) -> Option<Vec<usize>> {
    if asked.is_empty() || asked.len() > MOST {
        return None;
    }
    let mut found = None;
    for choice in 0..1_u32.checked_shl(u32::try_from(asked.len()).ok()?)? {
        let is_chosen = |place: usize| {
            u32::try_from(place).is_ok_and(|place| choice.checked_shr(place).is_some_and(|bits| bits & 1 == 1))
        };
        let sums: Vec<usize> =
            asked.iter().enumerate().filter(|(place, _)| is_chosen(*place)).map(|(_, (row, _))| *row).collect();
        let counted: Vec<usize> = scope.iter().filter(|row| !sums.contains(row)).copied().collect();
        if values.is_sum(total, &counted).is_some_and(|evidence| evidence.is_strong()) {
            if found.is_some() {
                return None;
            }
            found = Some(sums);
        }
    }
    found
}
