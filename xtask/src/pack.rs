//! Several modules as one file: a module of custom sections alone, each named as the piece that it holds. Dozens of small
//! files that are always wanted together take a slow line's time one by one, and compress worse.

const HEAD: &[u8] = b"\0asm\x01\0\0\0";
/// The kind of sections that WebAssembly leaves to others.
const CUSTOM: u8 = 0;

/// The pieces, each by its name, as one module (`web/src/ahead.ts` takes them out again).
pub fn pack<'p>(pieces: impl IntoIterator<Item = (&'p str, &'p [u8])>) -> Vec<u8> {
    let mut packed = HEAD.to_vec();
    for (name, bytes) in pieces {
        let section = [&number(name.len()), name.as_bytes(), bytes].concat();
        packed.push(CUSTOM);
        packed.extend(number(section.len()));
        packed.extend(section);
    }
    packed
}

/// An unsigned number in LEB128.
pub fn number(mut value: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    loop {
        let [low, ..] = (value & 0x7f).to_le_bytes();
        value >>= 7;
        if value == 0 {
            bytes.push(low);
            return bytes;
        }
        bytes.push(low | 0x80);
    }
}

#[cfg(test)]
mod tests {
    use super::pack;

    #[test]
    fn each_piece_stands_under_its_name() {
        let long = [7; 200];
        let packed = pack([("a", &b"one"[..]), ("bc", &long[..])]);
        // Of the second 200 bytes, its name and the length of that: 203 as 0xcb 0x01.
        let wanted = [&b"\0asm\x01\0\0\0"[..], b"\0\x05\x01aone", b"\0\xcb\x01\x02bc", &long].concat();
        assert_eq!(packed, wanted);
    }
}
