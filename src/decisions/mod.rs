//! What the app knows of decisions: what each is called and what its card holds, one file each in `kinds/`, and the
//! wording of what they move.

mod differences;
mod kinds;
mod leaving;
mod lever_names;
mod promotion;
mod step_lens;
mod titles;
mod users;
mod view;

pub use differences::{causes, difference, structural, subject};
pub use kinds::{body, cannot, example, id_stem, name, what};
pub use leaving::{asked as leaving_question, leave};
pub use lever_names::lever_address;
pub use promotion::dialog as promotion_dialog;
pub use step_lens::StepLens;
pub use titles::{assumption, number_name, reach, step_title};
pub use view::DecisionContext;
