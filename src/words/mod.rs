//! Words: `locales/sv.json` and `locales/en.json` as code, a function for a word (`shell::close(language)`) and a struct for a
//! sentence (`shell::Saved { time }.say(language)`), and the wording of the model's closed
//! values (edits, findings, problems, errors). Numbers are written by the model's `money`.

mod copies;
mod counted;
mod decisions;
mod edits;
mod effects;
mod figures;
mod findings;
// A word that nothing says stops the build: it is to be taken out of `locales/`.
#[allow(clippy::all, missing_docs)]
#[deny(dead_code)]
mod generated;
mod language;
mod meet_parts;
mod money_out;
mod names;
mod numbers;
mod plural;
mod problems;
mod read_errors;
mod removed_storage;
mod steps;
mod terms;
mod told;

pub use copies::copy_of;
pub use counted::Counted;
pub use decisions::{
    change, decision_group, figure_cell, figure_change, figure_value, lever_value, line_part, made, part, row_name,
};
pub use edits::edit;
pub use effects::{effect, reach};
pub use figures::{figure, term};
pub use findings::{finding, finding_title, passed, reason};
pub use generated::*;
pub use language::{Language, Word};
pub use meet_parts::{meet_fields, meet_part};
pub use money_out::{money_lasts, money_out, remarks, remarks_alone};
pub use names::{
    Named, all_told_apart, association, gone, index, line, line_of, lines_of, member, name_of,
    scenario as scenario_name, scenarios, told_apart,
};
pub use numbers::{
    ExpectedNumber, cell_problem, count, delta, each_year, first_last, how_to_write, kr, kronor, month, month_name,
    number_problem, percent, percent_as_typed, unit_name, value, years,
};
pub use plural::Countable;
pub use problems::{problem, refusal};
pub use read_errors::{file_kind, read_error};
pub use removed_storage::removed_storage;
pub use steps::target_step;
pub use terms::{approach, category, focus, grade, metric, party, status};
pub use told::{report_section, slide_kind, slide_name};
