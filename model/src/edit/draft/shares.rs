//! How a draft's contributions are divided: half, a quarter and a quarter (5 § lag 2003:1210), to the krona.

use super::{Draft, FieldError, FormRow, Key, StateHalf};
use crate::money::{Decimal, split, sub, sum};
use crate::plan::Party;

/// What each member pays a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contributions {
    /// A share for each member that pays, in the order of the law.
    pub shares: Vec<Share>,
    /// All shares together, when all are known.
    pub sum: Option<Decimal>,
    /// The municipalities' quarter.
    pub quarter: Option<Decimal>,
    /// How much the municipalities' own amounts are above the quarter (below it when negative), when they are not it.
    pub off_quarter: Option<Decimal>,
}

/// What a member pays a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Share {
    /// The member's name as typed.
    pub name: String,
    /// The party that it belongs to.
    pub party: Party,
    /// Its row, when it is a municipality.
    pub row: Option<FormRow>,
    /// Kronor; `None` while something is missing to know it.
    pub amount: Option<Decimal>,
}

impl Draft {
    /// What each member pays, as far as it is known.
    pub fn contributions(&self) -> Contributions {
        let parties = self.total.filter(|total| FieldError::of_amount(*total).is_none());
        let parties = parties.and_then(|total| split(total, &weights(&[2, 1, 1])).ok()).unwrap_or_default();
        let mut parties = parties.into_iter();
        let (state, region, quarter) = (parties.next(), parties.next(), parties.next());
        let mut shares = self.state_shares(state);
        shares.push(Share { name: self.region.clone(), party: Party::Region, row: None, amount: region });
        let municipal = self.municipal_shares(quarter);
        let off_quarter = match (self.key, quarter, known_sum(&municipal)) {
            (Key::Own, Some(quarter), Some(given)) => sub(given, quarter).ok().filter(|off| !off.is_zero()),
            _ => None,
        };
        shares.extend(municipal);
        Contributions { sum: known_sum(&shares), shares, quarter, off_quarter }
    }

    fn state_shares(&self, half: Option<Decimal>) -> Vec<Share> {
        let share = |name: &str, amount| Share { name: name.to_owned(), party: Party::State, row: None, amount };
        match self.state {
            StateHalf::Whole => vec![share(&self.names.insurance_for_both, half)],
            StateHalf::Halved => {
                let parts = half.and_then(|half| split(half, &weights(&[1, 1])).ok()).unwrap_or_default();
                let mut parts = parts.into_iter();
                vec![share(&self.names.insurance, parts.next()), share(&self.names.employment, parts.next())]
            }
        }
    }

    fn municipal_shares(&self, quarter: Option<Decimal>) -> Vec<Share> {
        let rows = self.counting();
        let whole = |number: Option<Decimal>| number.filter(|number| FieldError::of_amount(*number).is_none());
        // A municipality whose inhabitants are unknown cannot be weighed, and then nobody's share is known.
        let weights: Option<Vec<Decimal>> = match self.key {
            Key::Equal => Some(vec![Decimal::ONE; rows.len()]),
            Key::Inhabitants => {
                rows.iter().map(|row| whole(row.inhabitants).filter(|count| !count.is_zero())).collect()
            }
            Key::Own => None,
        };
        let parts = quarter.zip(weights).and_then(|(quarter, weights)| split(quarter, &weights).ok());
        let mut parts = parts.unwrap_or_default().into_iter();
        let shares = rows.into_iter().map(|row| Share {
            name: row.name.clone(),
            party: Party::Municipalities,
            row: Some(row.row),
            amount: if self.key == Key::Own { whole(row.own) } else { parts.next() },
        });
        shares.collect()
    }
}

fn weights(parts: &[i64]) -> Vec<Decimal> {
    parts.iter().copied().map(Decimal::from).collect()
}

fn known_sum(shares: &[Share]) -> Option<Decimal> {
    let amounts: Option<Vec<_>> = shares.iter().map(|share| share.amount).collect();
    sum(amounts?).ok()
}

#[cfg(test)]
mod tests {
    use super::super::tests::{draft, kr};
    use super::*;

    fn amounts(draft: &Draft) -> Vec<Option<Decimal>> {
        draft.contributions().shares.into_iter().map(|share| share.amount).collect()
    }

    #[test]
    fn four_municipalities_share_a_quarter_to_the_krona() {
        let mut draft = draft(&["Askersund", "Hallsberg", "Kumla", "Laxå"]);
        draft.total = Some(kr(5_795_388));
        let expected = [2_897_694, 1_448_847, 362_212, 362_212, 362_212, 362_211];
        assert_eq!(amounts(&draft), expected.map(|amount| Some(kr(amount))));
        assert_eq!(draft.contributions().sum, draft.total);

        draft.state = StateHalf::Halved;
        let expected = [1_448_847, 1_448_847, 1_448_847, 362_212, 362_212, 362_212, 362_211];
        assert_eq!(amounts(&draft), expected.map(|amount| Some(kr(amount))));
    }

    #[test]
    fn a_key_by_inhabitants_waits_until_all_are_known() {
        let mut draft = draft(&["Växjö", "Alvesta"]);
        draft.total = Some(kr(5_400_000));
        draft.key = Key::Inhabitants;
        draft.municipalities[0].inhabitants = Some(kr(90_000));
        assert_eq!(amounts(&draft)[2..], [None, None]);
        assert_eq!(draft.contributions().sum, None);
        draft.municipalities[1].inhabitants = Some(kr(10_000));
        assert_eq!(amounts(&draft)[2..], [Some(kr(1_215_000)), Some(kr(135_000))]);
    }

    #[test]
    fn own_amounts_stand_and_their_distance_from_the_quarter_is_told() {
        let mut draft = draft(&["Växjö", "Alvesta"]);
        draft.total = Some(kr(5_400_000));
        draft.key = Key::Own;
        draft.municipalities[0].own = Some(kr(800_000));
        assert_eq!(draft.contributions().off_quarter, None);
        draft.municipalities[1].own = Some(kr(500_000));
        assert_eq!(draft.contributions().off_quarter, Some(kr(-50_000)));
        draft.municipalities[1].own = Some(kr(550_000));
        assert_eq!(draft.contributions().off_quarter, None);
    }

    #[test]
    fn blank_rows_and_negative_totals_get_nothing() {
        let mut draft = draft(&["Växjö"]);
        draft.add_municipality();
        draft.total = Some(kr(4));
        assert_eq!(draft.contributions().shares.len(), 3);
        draft.total = Some(kr(-4));
        assert!(amounts(&draft).iter().all(Option::is_none));
    }
}
