//! The draft of a new plan: a guided form's answers, how its contributions are divided, what is still wrong with it,
//! and the plan that it makes. A draft may be as incomplete as a form is while people type; nothing typed is lost.

mod answers;
mod error;
mod finish;
mod form;
mod partial_plan;
mod shares;
mod validate;

pub use answers::{DraftLine, FormRow, Key, Municipality, StateHalf, StateNames};
pub use error::{DraftField, FieldError};
pub use finish::FinishError;
pub use form::Draft;
pub use shares::{Contributions, Share};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Year;
    use crate::money::Decimal;
    use crate::plan::{Category, Id};

    pub(super) fn kr(amount: i64) -> Decimal {
        Decimal::from(amount)
    }

    /// A form with everything named and no amount typed.
    pub(super) fn draft(municipalities: &[&str]) -> Draft {
        let names = StateNames {
            insurance: "Försäkringskassan".to_owned(),
            employment: "Arbetsförmedlingen".to_owned(),
            insurance_for_both: "Försäkringskassan (även Arbetsförmedlingen)".to_owned(),
        };
        let mut draft = Draft::new(Year::new(2027).unwrap(), names);
        draft.association = "Samordningsförbundet Värend".to_owned();
        draft.region = "Region Kronoberg".to_owned();
        for (place, name) in municipalities.iter().enumerate() {
            if place > 0 {
                draft.add_municipality();
            }
            draft.municipalities[place].name = (*name).to_owned();
        }
        draft
    }

    #[test]
    fn the_plan_is_named_after_the_association_unless_it_has_a_name() {
        let mut draft = draft(&["Växjö"]);
        draft.total = Some(kr(100));
        draft.years = 1;
        assert_eq!(draft.suggested_name().as_deref(), Some("Samordningsförbundet Värend 2027"));
        draft.name = " Vår plan ".to_owned();
        assert_eq!(draft.finish(Id::new("plan")).unwrap().name, "Vår plan");
    }

    #[test]
    fn rows_are_never_mixed_up() {
        let mut draft = draft(&["Växjö", "Alvesta"]);
        let (first, second) = (draft.municipalities[0].row, draft.municipalities[1].row);
        let line = draft.add_line("Revision", Category::Audit, None);
        draft.remove(first);
        assert_eq!(draft.municipality(first), None);
        assert_eq!(draft.municipality(second).unwrap().name, "Alvesta");
        assert!(draft.add_municipality() > line);
        draft.remove(line);
        assert!(draft.lines.is_empty());
        while draft.municipalities.len() > 1 {
            draft.remove(draft.municipalities[0].row);
        }
        draft.remove(draft.municipalities[0].row);
        assert_eq!(draft.municipalities.len(), 1);
    }
}
