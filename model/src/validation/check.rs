//! Collecting problems, one value at a time.

use super::{LONGEST_NAME, LONGEST_TEXT, MOST_KRONOR, MOST_PER_INHABITANT, ValidationError, ValidationErrorKind};
use crate::calendar::{Horizon, Year};
use crate::id::Id;
use crate::money::{Decimal, is_invisible};
use crate::sorted::repeated;

/// Collects problems; the methods are also what decisions check their own fields with.
pub(crate) struct Validator {
    problems: Vec<ValidationError>,
    /// The years to hold a single decision to; a whole plan's decisions may be for years that it does not show.
    horizon: Option<Horizon>,
}

impl Validator {
    /// For a single decision in a plan of these years.
    pub(crate) fn within(horizon: Horizon) -> Validator {
        Validator { problems: Vec::new(), horizon: Some(horizon) }
    }

    /// For single values.
    pub(crate) fn alone() -> Validator {
        Validator { problems: Vec::new(), horizon: None }
    }

    /// What was found so far.
    pub(crate) fn take_problems(&mut self) -> Vec<ValidationError> {
        std::mem::take(&mut self.problems)
    }

    /// Leaves out what was wrong already.
    pub(crate) fn forget(&mut self, known: &[ValidationError]) {
        self.problems.retain(|problem| !known.contains(problem));
    }

    /// What one of something costs: more than nothing.
    pub(crate) fn price(&mut self, path: &str, price: Decimal) {
        self.kronor(path, price);
        if price <= Decimal::ZERO {
            self.add(path, ValidationErrorKind::NotPositive);
        }
    }

    /// A year that must be one of the plan's.
    pub(crate) fn year(&mut self, path: &str, year: Year) {
        if self.horizon.is_some_and(|horizon| !horizon.contains(year)) {
            self.add(path, ValidationErrorKind::OutsideHorizon);
        }
    }

    /// A year that may lie before the plan's, but not after them.
    pub(crate) fn year_or_before(&mut self, path: &str, year: Year) {
        if self.horizon.is_some_and(|horizon| horizon.last() < year) {
            self.add(path, ValidationErrorKind::OutsideHorizon);
        }
    }

    /// Something of which there must be at least one.
    pub(crate) fn given(&mut self, path: &str, count: usize) {
        if count == 0 {
            self.add(path, ValidationErrorKind::NoneGiven);
        }
    }

    pub(crate) fn at_most(&mut self, path: &str, number: u32, most: u32) {
        if number > most {
            self.add(path, ValidationErrorKind::NumberTooLarge { most });
        }
    }

    pub(crate) fn id(&mut self, path: &str, id: &Id) {
        if !id.is_well_formed() {
            self.add(path, ValidationErrorKind::BadId);
        }
    }

    /// Ids that must not be named twice.
    pub(crate) fn distinct(&mut self, path: &str, ids: &[Id]) {
        let names: Vec<&str> = ids.iter().map(Id::as_str).collect();
        for place in repeated(&names) {
            if let Some(id) = ids.get(place) {
                self.add(&format!("{path}[{place}]"), ValidationErrorKind::DuplicateId(id.clone()));
            }
        }
    }

    /// A change as a share of what there is.
    pub(crate) fn change(&mut self, path: &str, share: Decimal) {
        if share < Decimal::NEGATIVE_ONE || share > Decimal::TEN {
            self.add(path, ValidationErrorKind::ChangeOutOfRange);
        }
        self.decimals(path, share, 6);
    }

    /// Kronor per inhabitant.
    pub(crate) fn per_inhabitant(&mut self, path: &str, kronor: Decimal) {
        self.not_negative(path, kronor, ValidationErrorKind::NegativeNumber);
        if kronor > Decimal::from(MOST_PER_INHABITANT) {
            self.add(path, ValidationErrorKind::NumberTooLarge { most: MOST_PER_INHABITANT });
        }
        self.decimals(path, kronor, 6);
    }

    pub(crate) fn add(&mut self, path: &str, kind: ValidationErrorKind) {
        self.problems.push(ValidationError { path: path.to_owned(), kind });
    }

    pub(crate) fn name(&mut self, path: &str, name: &str) {
        if name.chars().all(|letter| letter.is_whitespace() || is_invisible(letter)) {
            self.add(path, ValidationErrorKind::EmptyName);
        } else if name.chars().count() > LONGEST_NAME {
            self.add(path, ValidationErrorKind::TextTooLong { most: LONGEST_NAME });
        }
    }

    pub(crate) fn text(&mut self, path: &str, text: &str) {
        if text.chars().count() > LONGEST_TEXT {
            self.add(path, ValidationErrorKind::TextTooLong { most: LONGEST_TEXT });
        }
    }

    pub(crate) fn count(&mut self, path: &str, count: usize, most: usize) {
        if count > most {
            self.add(path, ValidationErrorKind::TooMany { most });
        }
    }

    pub(crate) fn ids<'a>(&mut self, path: &str, ids: impl Iterator<Item = &'a Id>) {
        let ids: Vec<&Id> = ids.collect();
        let names: Vec<&str> = ids.iter().map(|id| id.as_str()).collect();
        let repeated = repeated(&names);
        for (place, id) in ids.into_iter().enumerate() {
            let path = format!("{path}[{place}].id");
            if !id.is_well_formed() {
                self.add(&path, ValidationErrorKind::BadId);
            }
            if repeated.binary_search(&place).is_ok() {
                self.add(&path, ValidationErrorKind::DuplicateId(id.clone()));
            }
        }
    }

    /// An amount of either sign.
    pub(crate) fn kronor(&mut self, path: &str, amount: Decimal) {
        if amount.abs() > Decimal::from(MOST_KRONOR) {
            self.add(path, ValidationErrorKind::AmountTooLarge);
        }
        self.decimals(path, amount, 2);
    }

    /// An amount that cannot be negative.
    pub(crate) fn amount(&mut self, path: &str, amount: Decimal) {
        self.not_negative(path, amount, ValidationErrorKind::NegativeNumber);
        self.kronor(path, amount);
    }

    /// An amount of something with a category, which decides its sign.
    pub(crate) fn amount_of_category(&mut self, path: &str, amount: Decimal) {
        self.not_negative(path, amount, ValidationErrorKind::NegativeAmount);
        self.kronor(path, amount);
    }

    pub(crate) fn not_negative(&mut self, path: &str, number: Decimal, kind: ValidationErrorKind) {
        if number < Decimal::ZERO {
            self.add(path, kind);
        }
    }

    pub(crate) fn share(&mut self, path: &str, share: Decimal) {
        if share < Decimal::ZERO || share > Decimal::ONE {
            self.add(path, ValidationErrorKind::ShareOutOfRange);
        }
        self.decimals(path, share, 6);
    }

    pub(crate) fn rate(&mut self, path: &str, rate: Decimal) {
        if rate < Decimal::new(-5, 1) || rate > Decimal::new(5, 1) {
            self.add(path, ValidationErrorKind::RateOutOfRange);
        }
        self.decimals(path, rate, 6);
    }

    pub(crate) fn decimals(&mut self, path: &str, number: Decimal, most: u32) {
        if number.scale() > most {
            self.add(path, ValidationErrorKind::TooManyDecimals { most });
        }
    }
}
