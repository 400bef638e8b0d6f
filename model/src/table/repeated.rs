//! Rows that tell again what others have told: a summary above or below its specification.

use super::known::letters;
use super::reading::Role;
use super::roles::Draft;
use crate::money::Decimal;

/// The rows that a row of a summary repeats: the sum of its name (`Personal` of *Summa personal*) with the same amounts, or
/// the lines under a heading of its name or of its parts further down that add up to it.
pub(super) fn repeated(
    row: usize,
    drafts: &[Draft],
    amounts: &[Vec<Option<Decimal>>],
    is_sum: impl Fn(&[usize]) -> bool,
) -> Option<Vec<usize>> {
    let own = letters(&drafts.get(row)?.name);
    let written = amounts.get(row)?;
    if own.is_empty() || written.iter().flatten().all(Decimal::is_zero) {
        return None;
    }
    let above = drafts.iter().take(row).zip(amounts).rposition(|(draft, amounts)| {
        draft.role == Role::Sum && amounts == written && ends(&letters(&draft.name), &own)
    });
    if let Some(sum) = above {
        return Some(vec![sum]);
    }
    let below = || drafts.iter().enumerate().skip(row.saturating_add(1));
    let next = row.saturating_add(1);
    let specifies = |(place, draft): &(usize, &Draft)| {
        let name = letters(&draft.name);
        draft.opens && (name == own || is_of_parts(&name) && (name.contains(&own) || *place == next))
    };
    let (heading, _) = below().find(specifies)?;
    let lines: Vec<usize> = drafts
        .iter()
        .enumerate()
        .skip(heading.saturating_add(1))
        .take_while(|(_, draft)| !draft.opens && draft.role == Role::Line)
        .map(|(place, _)| place)
        .collect();
    (!lines.is_empty() && is_sum(&lines)).then_some(lines)
}

/// Whether a heading is over what makes up another row (*Varav:*, *Fördelning kommunernas bidrag*).
fn is_of_parts(heading: &str) -> bool {
    ["varav", "därav", "fördel", "specifik", "uppdel", "detalj"].iter().any(|word| heading.starts_with(word))
}

/// Whether a sum's name is a word for sums and then this name.
fn ends(sum: &str, name: &str) -> bool {
    let word = sum.strip_suffix(name).filter(|word| !word.is_empty());
    word.is_some_and(|word| {
        matches!(word, "summa" | "sa" | "total" | "totalt" | "totala" | "delsumma" | "sum" | "summaför")
    })
}

/// Whether a name is of all the income or of all the costs, beside lines of which it is the sum or the heading.
pub(super) fn is_of_a_whole_side(name: &str) -> bool {
    let name = name.to_lowercase();
    matches!(
        name.trim(),
        "kostnader" | "intäkter" | "utgifter" | "inkomster" | "samtliga kostnader" | "samtliga intäkter"
    )
}
