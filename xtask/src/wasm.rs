//! What a WebAssembly module says of its functions: their names and how long they are.

use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

/// A function of a module.
pub struct Function<'a> {
    pub name: &'a str,
    /// How long its body is; 0 of one that is brought in.
    pub bytes: u64,
}

/// The functions that have names; `None` without any, or when the module is cut off.
pub fn functions(module: &[u8]) -> Option<Vec<Function<'_>>> {
    let (mut lengths, mut names) = (Vec::new(), None);
    for payload in Parser::new(0).parse_all(module) {
        match payload.ok()? {
            // Those that are brought in have the first indices.
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    if matches!(import.ok()?.ty, TypeRef::Func(_) | TypeRef::FuncExact(_)) {
                        lengths.push(0);
                    }
                }
            }
            Payload::CodeSectionEntry(body) => {
                let range = body.range();
                lengths.push(range.end - range.start);
            }
            Payload::CustomSection(section) => {
                let KnownCustom::Name(parts) = section.as_known() else { continue };
                for part in parts {
                    if let Name::Function(named) = part.ok()? {
                        names = Some(named.into_iter().collect::<Result<Vec<_>, _>>().ok()?);
                    }
                }
            }
            _ => {}
        }
    }
    let length = |index: u32| usize::try_from(index).ok().and_then(|index| lengths.get(index).copied());
    let named = names?.into_iter();
    Some(named.map(|one| Function { name: one.name, bytes: length(one.index).unwrap_or_default() }).collect())
}

#[cfg(test)]
mod tests {
    use super::functions;

    #[test]
    fn functions_have_their_names_and_lengths_after_those_that_are_brought_in() {
        // One function and one memory brought in, one of the module's own with a body of two bytes.
        let imports = [2, 15, 2, 1, b'a', 1, b'f', 0, 0, 1, b'a', 1, b'm', 2, 1, 1, 2];
        let kinds = [3, 2, 1, 0];
        let code = [10, 4, 1, 2, 0, 0x0b];
        let names = [0, 14, 4, b'n', b'a', b'm', b'e', 1, 7, 2, 0, 1, b'f', 1, 1, b'g'];
        let module = [&b"\0asm\x01\0\0\0"[..], &imports, &kinds, &code, &names].concat();
        let found: Vec<(&str, u64)> =
            functions(&module).into_iter().flatten().map(|one| (one.name, one.bytes)).collect();
        assert_eq!(found, [("f", 0), ("g", 2)]);
        assert!(functions(module.get(..20).unwrap_or_default()).is_none());
    }
}
