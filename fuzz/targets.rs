//! What is fuzzed, and what must hold of any bytes whatever: no panic, no hang, and what is read can be written and read
//! again. Shared by the fuzz targets and by `tests/fuzz_corpus.rs`.

use samplan::exchange;
use samplan::money::{self, Unit};
use samplan::table::{self, Answers, Known};

/// A plan's file.
pub fn plan(bytes: &[u8]) {
    let Ok(text) = exchange::decode(bytes) else { return };
    if let Ok(plan) = exchange::read(&text) {
        let written = exchange::write(&plan);
        assert_eq!(exchange::read(&written).as_ref(), Ok(&plan), "what opens can be saved and opened again");
        // A plan that is valid can be computed, or says that an amount is too large.
        let _ = samplan::outcome::project(&plan, None);
        for scenario in &plan.scenarios {
            let _ = samplan::outcome::project(&plan, Some(scenario));
        }
    }
    let _ = exchange::read_changed(&text);
}

/// An amount, a share or a number as it is typed.
pub fn amount(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    for unit in [Unit::Kronor, Unit::Thousands] {
        if let Ok(amount) = money::read_amount(text, unit) {
            let shown = money::plain(amount, unit);
            assert_eq!(money::read_amount(&shown, unit), Ok(amount), "what is shown is read as the same amount");
        }
    }
    let _ = money::read_percent(text);
    let _ = money::read_number(text);
}

/// A table as it is pasted: as text and as HTML.
pub fn table(bytes: &[u8]) {
    let Ok(text) = table::decode(bytes) else { return };
    for cells in [Some(table::from_text(&text)), table::from_html(&text)].into_iter().flatten().flatten() {
        let _ = table::read(cells, &Known::default(), &Answers::default());
    }
}
