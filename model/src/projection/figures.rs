//! One year's figures.

use crate::money::{Decimal, Overflow, add, ratio, sub, sum};
use crate::plan::{AdminShareOf, Definitions, Metric};

/// A year's sums and what follows from them, kronor unless said.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Figures {
    /// Contributions from the members.
    pub contributions: Decimal,
    pub other_income: Decimal,
    pub financial_income: Decimal,
    pub income: Decimal,
    /// Planned use of saved money; not income.
    pub equity_use: Decimal,
    /// Contributions + other income + planned use of saved money.
    pub frame: Decimal,
    pub board: Decimal,
    pub administration: Decimal,
    pub audit: Decimal,
    /// Board + administration + audit.
    pub overhead: Decimal,
    /// Base activities.
    pub base: Decimal,
    /// Process activities.
    pub process: Decimal,
    /// Structure activities.
    pub structure: Decimal,
    /// Activities with no approach set.
    pub untagged: Decimal,
    pub activities: Decimal,
    /// Operating cost: board + administration + audit + activities.
    pub cost: Decimal,
    pub financial_cost: Decimal,
    /// Financial costs − financial income.
    pub financial_net: Decimal,
    /// Operating and financial cost.
    pub total_cost: Decimal,
    /// Income − total cost.
    pub result: Decimal,
    /// Equity moved in or out at the beginning of the year.
    pub transfers: Decimal,
    /// Equity at the beginning of the year, before transfers.
    pub opening_equity: Decimal,
    /// The part of equity that is a claim (*fordran*) and not liquid.
    pub claim: Decimal,
    /// Opening equity + transfers + result.
    pub equity: Decimal,
    /// Frame − board − administration − audit − financial net.
    pub activity_room: Decimal,
    /// Share 0–1; absent when nothing is there to take it of.
    pub admin_share: Option<Decimal>,
    /// Full-time equivalents that the base money pays; absent when unknown, of all together when that of any base money is.
    pub fte: Option<Decimal>,
    /// Places; absent when unknown, of all together when those of any base money are.
    pub places: Option<Decimal>,
}

impl Figures {
    /// Adds another association's sums; [`Figures::derive`] does the rest.
    pub(super) fn add(&mut self, other: &Figures) -> Result<(), Overflow> {
        for (mine, theirs) in [
            (&mut self.contributions, other.contributions),
            (&mut self.other_income, other.other_income),
            (&mut self.financial_income, other.financial_income),
            (&mut self.equity_use, other.equity_use),
            (&mut self.board, other.board),
            (&mut self.administration, other.administration),
            (&mut self.audit, other.audit),
            (&mut self.base, other.base),
            (&mut self.process, other.process),
            (&mut self.structure, other.structure),
            (&mut self.untagged, other.untagged),
            (&mut self.financial_cost, other.financial_cost),
            (&mut self.transfers, other.transfers),
            (&mut self.opening_equity, other.opening_equity),
            (&mut self.claim, other.claim),
        ] {
            *mine = add(*mine, theirs)?;
        }
        for (mine, theirs) in [(&mut self.fte, other.fte), (&mut self.places, other.places)] {
            if let Some(count) = theirs {
                *mine = Some(add(mine.unwrap_or_default(), count)?);
            }
        }
        Ok(())
    }

    /// Leaves a sum of counts out where base money of any part buys what is not known: some of the coordinators would look
    /// like all of them, and a merger that counts them all as if it made the rest.
    pub(super) fn forget_parts<'a>(&mut self, parts: impl Iterator<Item = &'a Figures>) {
        for part in parts.filter(|part| !part.base.is_zero()) {
            self.fte = self.fte.filter(|_| part.fte.is_some());
            self.places = self.places.filter(|_| part.places.is_some());
        }
    }

    /// Computes what follows from the sums.
    pub(super) fn derive(&mut self, definitions: &Definitions) -> Result<(), Overflow> {
        self.income = sum([self.contributions, self.other_income, self.financial_income])?;
        self.frame = sum([self.contributions, self.other_income, self.equity_use])?;
        self.activities = sum([self.base, self.process, self.structure, self.untagged])?;
        self.overhead = sum([self.board, self.administration, self.audit])?;
        self.cost = add(self.overhead, self.activities)?;
        self.financial_net = sub(self.financial_cost, self.financial_income)?;
        self.total_cost = add(self.cost, self.financial_cost)?;
        self.result = sub(self.income, self.total_cost)?;
        self.equity = sum([self.opening_equity, self.transfers, self.result])?;
        self.activity_room = sub(sub(self.frame, self.overhead)?, self.financial_net)?;
        let counted = if definitions.board_counts { self.overhead } else { sub(self.overhead, self.board)? };
        let whole = match definitions.share_of {
            AdminShareOf::Cost => self.cost,
            AdminShareOf::Contributions => self.contributions,
        };
        self.admin_share = ratio(counted, whole)?;
        Ok(())
    }

    /// Liquid money (*likvida medel*) at the beginning of the year: equity after transfers, without the claim.
    pub fn opening_liquid(&self) -> Result<Decimal, Overflow> {
        sub(add(self.opening_equity, self.transfers)?, self.claim)
    }

    /// Liquid money at the end of the year: equity without the claim.
    pub fn liquid(&self) -> Result<Decimal, Overflow> {
        sub(self.equity, self.claim)
    }

    /// A metric's value; absent for shares and capacity that are unknown.
    pub fn get(&self, metric: Metric) -> Option<Decimal> {
        Some(match metric {
            Metric::Contributions => self.contributions,
            Metric::OtherIncome => self.other_income,
            Metric::Income => self.income,
            Metric::EquityUse => self.equity_use,
            Metric::Frame => self.frame,
            Metric::Board => self.board,
            Metric::Administration => self.administration,
            Metric::Audit => self.audit,
            Metric::Overhead => self.overhead,
            Metric::Activities => self.activities,
            Metric::Base => self.base,
            Metric::Process => self.process,
            Metric::Structure => self.structure,
            Metric::Untagged => self.untagged,
            Metric::Cost => self.cost,
            Metric::FinancialNet => self.financial_net,
            Metric::Result => self.result,
            Metric::OpeningEquity => self.opening_equity,
            Metric::Equity => self.equity,
            Metric::FrameLeft => sub(self.activity_room, self.activities).ok()?,
            Metric::ActivityRoom => self.activity_room,
            Metric::AdminShare => return self.admin_share,
            Metric::Fte => return self.fte,
            Metric::Places => return self.places,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coordinators_of_all_together_are_known_where_those_of_all_base_money_are() {
        let part = |base: i64, fte: Option<i64>| Figures {
            base: Decimal::from(base),
            fte: fte.map(Decimal::from),
            places: fte.map(|count| Decimal::from(count * 20)),
            ..Figures::default()
        };
        let total = |parts: &[Figures]| {
            let mut total = Figures::default();
            for part in parts {
                total.add(part).unwrap();
            }
            total.forget_parts(parts.iter());
            (total.fte, total.places)
        };
        let known = part(1_400_000, Some(2));
        let all = (Some(Decimal::from(4)), Some(Decimal::from(80)));
        assert_eq!(total(&[known.clone(), known.clone()]), all);
        // Of an association without base money there is nothing to know.
        assert_eq!(total(&[known.clone(), known.clone(), part(0, None)]), all);
        assert_eq!(total(&[known, part(1_200_000, None)]), (None, None));
    }
}
