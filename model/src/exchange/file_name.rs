//! File names that every system takes.

use crate::plan::Id;

/// Names that Windows keeps for devices, whatever stands after the first dot.
const DEVICES: [&str; 22] = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "lpt1", "lpt2",
    "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

/// The beginning of a file's name from the name of what is in it: its letters and digits, and never a name that Windows
/// refuses.
pub fn file_stem(name: &str) -> String {
    let stem = Id::from_name(name, |_| false).as_str().to_owned();
    if DEVICES.contains(&stem.as_str()) { format!("plan-{stem}") } else { stem }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_windows_refuses_is_told_apart() {
        assert_eq!(file_stem("Con"), "plan-con");
        assert_eq!(file_stem("COM1"), "plan-com1");
        assert_eq!(file_stem("Congress"), "congress");
        assert_eq!(file_stem("Växjö 2014–2016"), "vaxjo-2014-2016");
    }
}
