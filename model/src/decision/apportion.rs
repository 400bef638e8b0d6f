//! Groups of rows and their sums: a new sum is spread over the rows in proportion to what they have.

use crate::base::Index;
use crate::budget::{AmountOrigin, AssociationBudget, BudgetLine, next_year_amount, rate_of};
use crate::calendar::Year;
use crate::money::{Decimal, Overflow, split, sum};

/// The places of the rows that are wanted.
pub(super) fn rows(association: &AssociationBudget, wanted: impl Fn(&BudgetLine) -> bool) -> Vec<usize> {
    association.rows.iter().enumerate().filter(|(_, row)| wanted(row)).map(|(place, _)| place).collect()
}

/// The sum of the rows in the year at `place`.
pub(super) fn sum_of(association: &AssociationBudget, rows: &[usize], place: usize) -> Result<Decimal, Overflow> {
    sum(amounts_of(association, rows, place))
}

fn amounts_of<'a>(
    association: &'a AssociationBudget,
    rows: &'a [usize],
    place: usize,
) -> impl Iterator<Item = Decimal> + 'a {
    rows.iter().map(move |row| association.rows.get(*row).map(|row| row.amount(place)).unwrap_or_default())
}

/// Makes the rows add up to `target`: in proportion, by largest remainder; equally when they have nothing.
pub(super) fn scale_to_sum(
    association: &mut AssociationBudget,
    rows: &[usize],
    place: usize,
    target: Decimal,
    origin: AmountOrigin,
) -> Result<(), Overflow> {
    let weights: Vec<Decimal> = amounts_of(association, rows, place).collect();
    for (row, amount) in rows.iter().zip(split(target, &weights)?) {
        set(association, *row, place, amount, origin);
    }
    Ok(())
}

/// Sets one row's amount in a year.
pub(super) fn set(
    association: &mut AssociationBudget,
    row: usize,
    place: usize,
    amount: Decimal,
    origin: AmountOrigin,
) {
    if let Some(row) = association.rows.get_mut(row) {
        row.write(place, amount, origin);
    }
}

/// Lets each row go on with its index after the first of `years`, as an amount given in the plan does.
pub(super) fn extend_with_index(
    association: &mut AssociationBudget,
    rows: &[usize],
    years: &[(usize, Year)],
    indices: &[Index],
) -> Result<(), Overflow> {
    for pair in years.windows(2) {
        let [(before, _), (place, year)] = pair else { continue };
        for row in rows {
            let Some(of) = association.rows.get(*row) else { continue };
            let rate = rate_of(indices, of.index.as_ref())(*year);
            let amount = next_year_amount(of.amount(*before), rate, of.terms.round_to.kronor())?;
            set(association, *row, *place, amount, AmountOrigin::Decision);
        }
    }
    Ok(())
}
