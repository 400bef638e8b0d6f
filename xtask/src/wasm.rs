//! What a WebAssembly module says of its functions: their names and how long they are.

use crate::split::number;

/// Kinds of sections.
const CUSTOM: u8 = 0;
const IMPORTS: u8 = 2;
const CODE: u8 = 10;
/// What the section with the names is called, and the kind of its part that has those of functions.
const NAMES: (&[u8], u8) = (b"name", 1);

/// A function of a module.
pub struct Function<'a> {
    pub name: &'a str,
    /// How long its body is; 0 of one that is brought in.
    pub bytes: usize,
}

/// The functions that have names; `None` without any, or when the module is cut off.
pub fn functions(module: &[u8]) -> Option<Vec<Function<'_>>> {
    let sections = sections(module)?;
    let of_kind = |wanted: u8| sections.iter().find(|(kind, _)| *kind == wanted).map(|(_, body)| *body);
    let names = sections.iter().filter(|(kind, _)| *kind == CUSTOM).find_map(|(_, body)| {
        let (length, named) = number(body)?;
        let is_names = named.get(..length)? == NAMES.0;
        is_names.then(|| names_in(named.get(length..)?)).flatten()
    })?;
    // Those that are brought in have the first indices.
    let before = of_kind(IMPORTS).map_or(Some(0), brought_in)?;
    let bodies = of_kind(CODE).map_or(Some(Vec::new()), bodies)?;
    let length = |index: usize| index.checked_sub(before).and_then(|place| bodies.get(place).copied());
    Some(names.into_iter().map(|(index, name)| Function { name, bytes: length(index).unwrap_or_default() }).collect())
}

/// The sections with their kinds.
fn sections(module: &[u8]) -> Option<Vec<(u8, &[u8])>> {
    let mut found = Vec::new();
    let mut rest = module.get(8..)?;
    while let Some((kind, after)) = rest.split_first() {
        let (body, next) = counted(after)?;
        found.push((*kind, body));
        rest = next;
    }
    Some(found)
}

/// Bytes with their number before them, and what comes after.
fn counted(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = number(bytes)?;
    rest.split_at_checked(length)
}

/// Functions with their indices.
fn names_in(mut section: &[u8]) -> Option<Vec<(usize, &str)>> {
    while let Some((kind, after)) = section.split_first() {
        let (body, next) = counted(after)?;
        if *kind == NAMES.1 {
            let (count, mut entries) = number(body)?;
            let mut names = Vec::new();
            for _ in 0..count {
                let (index, named) = number(entries)?;
                let (name, rest) = counted(named)?;
                names.push((index, std::str::from_utf8(name).ok()?));
                entries = rest;
            }
            return Some(names);
        }
        section = next;
    }
    None
}

/// How many functions are brought in.
fn brought_in(section: &[u8]) -> Option<usize> {
    let (count, mut rest) = number(section)?;
    let mut functions = 0;
    for _ in 0..count {
        let (_, after) = counted(rest)?;
        let (_, after) = counted(after)?;
        let (kind, after) = after.split_first()?;
        rest = match *kind {
            // A function's type.
            0 => {
                functions += 1;
                number(after)?.1
            }
            // A table's type and limits; a memory's limits.
            1 => limits(after.get(1..)?)?,
            2 => limits(after)?,
            // A global's type and whether it changes.
            3 => after.get(2..)?,
            // A tag's attribute and type.
            4 => number(after.get(1..)?)?.1,
            _ => return None,
        };
    }
    Some(functions)
}

fn limits(bytes: &[u8]) -> Option<&[u8]> {
    let (has_most, after) = bytes.split_first()?;
    let (_, after) = number(after)?;
    if has_most & 1 == 1 { Some(number(after)?.1) } else { Some(after) }
}

fn bodies(section: &[u8]) -> Option<Vec<usize>> {
    let (count, mut rest) = number(section)?;
    let mut found = Vec::new();
    for _ in 0..count {
        let (body, next) = counted(rest)?;
        found.push(body.len());
        rest = next;
    }
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::functions;

    #[test]
    fn functions_have_their_names_and_lengths_after_those_that_are_brought_in() {
        // One function and one memory brought in, one of the module's own with a body of two bytes.
        let imports = [2, 15, 2, 1, b'a', 1, b'f', 0, 0, 1, b'a', 1, b'm', 2, 1, 1, 2];
        let code = [10, 4, 1, 2, 0, 0x0b];
        let names = [0, 14, 4, b'n', b'a', b'm', b'e', 1, 7, 2, 0, 1, b'f', 1, 1, b'g'];
        let module = [&b"\0asm\x01\0\0\0"[..], &imports, &code, &names].concat();
        let found: Vec<(&str, usize)> =
            functions(&module).into_iter().flatten().map(|one| (one.name, one.bytes)).collect();
        assert_eq!(found, [("f", 0), ("g", 2)]);
        assert!(functions(module.get(..20).unwrap_or_default()).is_none());
    }
}
