//! The names by which the main module brings in functions of its script, made short: they are fitted together by these names
//! alone, and each ends in a hash that compresses badly.

use wasmparser::{BinaryReader, Import, ImportSectionReader, TypeRef};

use crate::Outcome;
use crate::pack::number;
use crate::sections::sections;

/// The section of what a module brings in.
const IMPORTS: u8 = 2;

/// The module and its script with short names.
pub fn shorten(module: &[u8], script: &str) -> Outcome<(Vec<u8>, String)> {
    let (head, sections) = sections(module).ok_or("the main module is cut off")?;
    let (mut short, mut script) = (head.to_vec(), script.to_owned());
    for section in sections {
        if section.kind == IMPORTS {
            let body = shorten_all(section.body, &mut script)?;
            short.push(IMPORTS);
            short.extend(number(body.len()));
            short.extend(body);
        } else {
            short.extend_from_slice(section.whole);
        }
    }
    Ok((short, script))
}

/// The section's body and the script with short names.
fn shorten_all(body: &[u8], script: &mut String) -> Outcome<Vec<u8>> {
    let failed =
        |error: wasmparser::BinaryReaderError| format!("what the main module brings in cannot be read: {error}");
    let section = ImportSectionReader::new(BinaryReader::new(body, 0)).map_err(failed)?;
    let all: Vec<Import> = section.into_imports().collect::<Result<_, _>>().map_err(failed)?;
    let mut short = number(all.len());
    for (place, Import { module, name, ty }) in all.iter().enumerate() {
        let TypeRef::Func(of_type) = ty else {
            return Err(format!("the main module brings in {name}, which is no function"));
        };
        let named = if name.starts_with("__wbg_") { shorten_one(name, place, script)? } else { (*name).to_owned() };
        for text in [*module, &named] {
            short.extend(number(text.len()));
            short.extend(text.bytes());
        }
        short.push(0);
        short.extend(number(usize::try_from(*of_type).map_err(|error| error.to_string())?));
    }
    Ok(short)
}

/// A short name, by which the script gives it from now on. It must give it, once.
fn shorten_one(name: &str, place: usize, script: &mut String) -> Outcome<String> {
    let (given, short) = (format!(" {name}: "), format!("_{place}"));
    if script.matches(&given).count() != 1 {
        return Err(format!("the main module's script should give {name} exactly once"));
    }
    *script = script.replacen(&given, &format!(" {short}: "), 1);
    Ok(short)
}

#[cfg(test)]
mod tests {
    use super::shorten;

    #[test]
    fn names_become_short_in_the_module_and_in_its_script() {
        let head = b"\0asm\x01\0\0\0";
        let types = [1, 1, 0];
        let imports = |name: &str| [&[1, 1, b'a', name.len() as u8][..], name.as_bytes(), &[0, 3]].concat();
        let module = |name: &str| {
            let imports = imports(name);
            [&head[..], &types, &[2, imports.len() as u8], &imports].concat()
        };
        let found = shorten(&module("__wbg_now_1234"), "{\n  __wbg_now_1234: function() {} }");
        assert_eq!(found, Ok((module("_0"), "{\n  _0: function() {} }".to_owned())));
        // The script must give it; what has no hash stays.
        assert!(shorten(&module("__wbg_now_1234"), "{}").is_err());
        assert_eq!(shorten(&module("now"), "{}"), Ok((module("now"), "{}".to_owned())));
    }
}
