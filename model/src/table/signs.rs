//! Signs: documents write income with a minus (Växjö), costs with a minus (Sydnärke), or neither. Amounts are kept
//! positive, since the kind tells the sign; what is negative against its own kind is asked about.

use super::reading::Role;
use super::roles::Draft;
use super::values::Values;
use crate::base::Category;
use crate::money::Decimal;

/// What a sign in the table means for each row: whether its amounts are turned, and whether a negative one is asked.
pub(super) struct Signs {
    /// By row: the amounts change sign.
    pub(super) turned: Vec<bool>,
    /// Rows with an amount that is negative against its kind.
    pub(super) against: Vec<usize>,
}

/// Which way most amounts of a kind go.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    None,
    Plus,
    Minus,
    /// As many rows one way as the other.
    Both,
}

pub(super) fn signs(drafts: &[Draft], values: &Values) -> Signs {
    let income = way(drafts, values, true);
    let costs = way(drafts, values, false);
    let mut turned = vec![false; drafts.len()];
    let mut against = Vec::new();
    for (row, draft) in drafts.iter().enumerate() {
        let (of_income, own) = match (draft.role, draft.category) {
            (Role::Line, Some(category)) => (category.is_income(), if category.is_income() { income } else { costs }),
            _ => continue,
        };
        let other = if of_income { costs } else { income };
        // A minus is only a way of writing when a second row has it, the other kind has none, or the name tells the kind.
        let alone = lines(drafts, of_income).count() == 1;
        let minus = own == Way::Minus && (other == Way::Plus || other == Way::None && (!alone || draft.category_told));
        if minus && let Some(turned) = turned.get_mut(row) {
            *turned = true;
        }
        let negative = |row: usize| {
            let mut amounts = values.amounts.get(row).into_iter().flatten().flatten();
            amounts.any(|amount| !amount.is_zero() && amount.is_sign_negative() != minus)
        };
        if negative(row) {
            against.push(row);
        }
    }
    let minus_income = income == Way::Minus && costs == Way::Plus;
    for (row, _) in drafts.iter().enumerate().filter(|(_, draft)| draft.role == Role::Result && minus_income) {
        if is_sum_as_written(row, drafts, values)
            && let Some(turned) = turned.get_mut(row)
        {
            *turned = true;
        }
    }
    Signs { turned, against }
}

/// Whether a result is the sum of the lines above it as they are written: with income in minus, what is left has a minus too.
fn is_sum_as_written(row: usize, drafts: &[Draft], values: &Values) -> bool {
    let at = |row: usize, column: usize| values.amounts.get(row)?.get(column).copied().flatten();
    let lines = || drafts.iter().enumerate().take(row).filter(|(_, draft)| draft.role == Role::Line);
    let columns = 0..values.amounts.get(row).map_or(0, Vec::len);
    let mut results =
        columns.filter_map(|column| Some((column, at(row, column)?))).filter(|(_, left)| !left.is_zero()).peekable();
    results.peek().is_some()
        && results.all(|(column, left)| {
            let sum = lines().try_fold(Decimal::ZERO, |sum, (line, _)| sum.checked_add(at(line, column)?));
            sum == Some(left)
        })
}

fn lines(drafts: &[Draft], income: bool) -> impl Iterator<Item = usize> + '_ {
    let of_kind = move |draft: &Draft| {
        draft.role == Role::Line && draft.category.is_some_and(|category: Category| category.is_income() == income)
    };
    drafts.iter().enumerate().filter(move |(_, draft)| of_kind(draft)).map(|(row, _)| row)
}

fn way(drafts: &[Draft], values: &Values, income: bool) -> Way {
    let (mut plus, mut minus) = (0_usize, 0_usize);
    for row in lines(drafts, income) {
        for amount in values.amounts.get(row).into_iter().flatten().flatten().filter(|amount| !amount.is_zero()) {
            if amount.is_sign_negative() {
                minus = minus.saturating_add(1);
            } else {
                plus = plus.saturating_add(1);
            }
        }
    }
    match (plus, minus) {
        (0, 0) => Way::None,
        (plus, minus) if plus == minus => Way::Both,
        (plus, minus) if plus > minus => Way::Plus,
        _ => Way::Minus,
    }
}
