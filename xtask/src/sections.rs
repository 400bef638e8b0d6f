//! A WebAssembly module as its sections, to leave some out or write others anew; what is in them is not looked at.

/// A section of a module.
pub struct Section<'m> {
    pub kind: u8,
    /// What it holds.
    pub body: &'m [u8],
    /// All of it, with its kind and length.
    pub whole: &'m [u8],
}

/// What a module begins with, and its sections; `None` when it ends too soon.
pub fn sections(module: &[u8]) -> Option<(&[u8], Vec<Section<'_>>)> {
    let (head, mut rest) = module.split_at_checked(8)?;
    let mut found = Vec::new();
    while let Some((kind, after)) = rest.split_first() {
        let (length, body) = number(after)?;
        let (body, next) = body.split_at_checked(length)?;
        found.push(Section { kind: *kind, body, whole: rest.get(..rest.len() - next.len())? });
        rest = next;
    }
    Some((head, found))
}

/// An unsigned number in LEB128, and what follows it.
pub fn number(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let mut value = 0;
    for (place, byte) in bytes.iter().enumerate().take(5) {
        value |= usize::from(byte & 0x7f) << (7 * place);
        if byte & 0x80 == 0 {
            return Some((value, bytes.get(place + 1..)?));
        }
    }
    None
}
