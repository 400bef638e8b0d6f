//! What the first load may not hold: views and parts of the model that come in modules of their own. More than a few names
//! of theirs in the main module or in that of open plans are a seam that has come undone, and the build says which.

use crate::Outcome;
use crate::wasm::functions;

/// Whose functions belong elsewhere.
const ELSEWHERE: [&str; 26] = [
    "samplan::budget::",
    "samplan::comparison::",
    "samplan::decision::",
    "samplan::edit::",
    "samplan::exchange::",
    "samplan::explore::",
    "samplan::finding::",
    "samplan::form::",
    "samplan::lever::",
    "samplan::meet::",
    "samplan::projection::",
    "samplan::show::",
    "samplan::table::",
    "samplan_app::charts::",
    "samplan_app::decisions::",
    "samplan_app::views::accessibility::",
    "samplan_app::views::bench::",
    "samplan_app::views::budget::",
    "samplan_app::views::compare::",
    "samplan_app::views::explore::",
    "samplan_app::views::meet::",
    "samplan_app::views::new_plan::",
    "samplan_app::views::plan::",
    "samplan_app::views::present::",
    "samplan_app::views::report::",
    "samplan_app::views::scenarios::",
];
/// Whose functions an open plan's table does without: they come beside it or later.
const AFTER_PLAN: [&str; 22] = [
    "samplan::comparison::",
    "samplan::edit::draft::",
    "samplan::edit::meet::",
    "samplan::edit::paste::",
    "samplan::edit::presentation::",
    "samplan::edit::promote::",
    "samplan::edit::scenario::",
    "samplan::exchange::decode::",
    "samplan::explore::",
    "samplan::finding::",
    "samplan::lever::",
    "samplan::meet::",
    "samplan::show::",
    "samplan::table::cells::",
    "samplan::table::dates::",
    "samplan::table::figure::",
    "samplan::table::heading::",
    "samplan_app::charts::",
    "samplan_app::components::finding_cards::",
    "samplan_app::decisions::",
    "samplan_app::exports::",
    "samplan_app::words::read_errors::",
];
/// The places that the shell keeps for pieces of views are among them; and of functions that do the same the linker makes
/// one, which may have the name of either. A whole view brings dozens.
const MOST_STRAYS: usize = 8;
/// What the menu of exports may weigh there, in bytes before compression: what it leads to comes when it is opened.
const EXPORTS: u64 = 5_000;

/// Refuses a main module that holds functions of what is fetched later. It must still have its names.
pub fn check(main: &[u8]) -> Outcome {
    let functions = functions(main).ok_or("the main module has no names to be judged by")?;
    let strays: Vec<&str> = functions
        .iter()
        .map(|function| function.name)
        .filter(|name| ELSEWHERE.iter().any(|room| name.starts_with(room)))
        .collect();
    if strays.len() <= MOST_STRAYS {
        // What the linker has put into other functions is not among them.
        let exports = functions.iter().filter(|function| function.name.contains("samplan_app::exports::"));
        let weight: u64 = exports.map(|function| function.bytes).sum();
        println!("   the menu of exports in the main module: {weight} of {EXPORTS} bytes before compression");
        return if weight <= EXPORTS {
            Ok(())
        } else {
            Err(format!("the menu of exports takes {weight} bytes of the main module, where {EXPORTS} are its share"))
        };
    }
    Err(format!(
        "the main module holds {} functions of what is to be fetched later: something there names it, see \"What is \
         fetched when\" in ARCHITECTURE.md. They are\n   {}",
        strays.len(),
        strays.join("\n   ")
    ))
}

/// Refuses a module of open plans that holds what its table does without. Its pieces must still have their names, as the
/// compiler writes them.
pub fn check_plan<'m>(pieces: impl IntoIterator<Item = &'m [u8]>) -> Outcome {
    let rooms = AFTER_PLAN.map(written);
    // A piece of data alone has none.
    let names: Vec<&str> = pieces.into_iter().filter_map(functions).flatten().map(|function| function.name).collect();
    if names.is_empty() {
        return Err("the module of open plans has no names to be judged by".to_owned());
    }
    let strays: Vec<&str> = names.into_iter().filter(|name| rooms.iter().any(|room| is_of(name, room))).collect();
    if strays.len() <= MOST_STRAYS {
        return Ok(());
    }
    Err(format!(
        "the module of open plans holds {} functions that its table does without: something in it names them. They \
         are\n   {}",
        strays.len(),
        strays.join("\n   ")
    ))
}

/// Whether a function stands in a room and does not only name a type of it. Before the room there is nothing but marks, in
/// the newer way of writing names the crate's number too.
fn is_of(name: &str, room: &str) -> bool {
    let Some((before, _)) = name.split_once(room) else { return false };
    let marks = before.rsplit_once("Cs").map_or(before, |(marks, _)| marks);
    before == "_ZN" || marks.starts_with("_R") && marks.chars().all(|mark| "_RNvtXMYCsIi0123456789".contains(mark))
}

/// A room's name as the compiler writes it into names: each part after its length.
fn written(room: &str) -> String {
    room.split("::").filter(|part| !part.is_empty()).map(|part| format!("{}{part}", part.len())).collect()
}

#[cfg(test)]
mod tests {
    use super::{check, check_plan};
    use crate::pack::number;

    /// A module with nothing but the names of its functions.
    fn module(names: &[&str]) -> Vec<u8> {
        let mut entries = number(names.len());
        for (place, name) in names.iter().enumerate() {
            entries.extend(number(place));
            entries.extend(number(name.len()));
            entries.extend(name.bytes());
        }
        let section = [&[4][..], b"name", &[1], &number(entries.len()), &entries].concat();
        let types = [1, 1, 0];
        [&b"\0asm\x01\0\0\0"[..], &types, &[0], &number(section.len()), &section].concat()
    }

    #[test]
    fn a_view_in_the_main_module_is_told_of_and_the_place_for_one_is_not() {
        assert_eq!(check(&module(&["main", "samplan_app::views::meet::dropped::place"])), Ok(()));
        let names: Vec<String> = (0..9).map(|one| format!("samplan::meet::f{one}")).collect();
        let view = module(&names.iter().map(String::as_str).collect::<Vec<_>>());
        assert!(check(&view).is_err_and(|told| told.contains("samplan::meet::f7")));
    }

    #[test]
    fn what_the_table_does_without_is_told_of_in_the_module_of_open_plans() {
        let name = |one: usize| format!("_ZN7samplan5table5cells5html{one}6reader17h0123456789abcdefE");
        let names: Vec<String> = (0..9).map(name).collect();
        let piece = module(&names.iter().map(String::as_str).collect::<Vec<_>>());
        assert!(check_plan([&piece[..]]).is_err_and(|told| told.contains("html7")));
        let newer = ["_RNvXs0_NtNtNtCshEAuyXmWq3_7samplan5table5cells6hiddenNtB5_6Hidden5clone"; 9];
        assert!(check_plan([&module(&newer)[..]]).is_err());
        // Of another room, and the standard library's with a type of that one.
        let of_others = [
            "_ZN7samplan5table6copied7as_html17h0123456789abcdefE",
            "_RNvMs3_NtCs9l8QbDZUqJP_5alloc7raw_vecINtB5_6RawVecNtNtNtCshEAuyXmWq3_7samplan5table5cells4CellE8grow_one",
        ];
        for name in of_others {
            assert_eq!(check_plan([&module(&[name; 9])[..]]), Ok(()));
        }
    }

    #[test]
    fn a_module_that_cannot_be_judged_is_refused() {
        assert!(check(b"\0asm\x01\0\0\0").is_err());
        assert!(check_plan([&b"\0asm\x01\0\0\0"[..]]).is_err());
    }
}
