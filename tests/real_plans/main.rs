//! The model against the five real documents in `plans/`. All expected numbers are typed in from the documents and
//! the analysis of them; none is computed by the code under test.

mod akst_2014;
mod files;
mod support;
mod sydnarke_2016;
mod varend_2015;
mod varend_2015_interim;
mod varend_2016;
mod vaxjo_2011;
mod vaxjo_2014;
