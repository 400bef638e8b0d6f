//! The forms of what types are made of: texts, numbers, lists, and what may be missing.

use super::{Expected, FieldName, Form, JsonValue, Node, Read, Writer};
use crate::money::Decimal;
use crate::sorted::SortedMap;

impl Form for String {
    fn read(node: Node<'_>) -> Read<String> {
        match node.value() {
            JsonValue::Text(text) => Ok(text.clone()),
            _ => node.refuse(Expected::Text),
        }
    }

    fn write(&self, to: &mut Writer<'_>) {
        to.text(self);
    }
}

impl FieldName for String {
    fn of(name: &str) -> Option<String> {
        Some(name.to_owned())
    }

    fn name(&self) -> String {
        self.clone()
    }
}

impl Form for bool {
    fn read(node: Node<'_>) -> Read<bool> {
        match node.value() {
            JsonValue::Bool(value) => Ok(*value),
            _ => node.refuse(Expected::TrueOrFalse),
        }
    }

    fn write(&self, to: &mut Writer<'_>) {
        to.plain(self);
    }
}

macro_rules! whole_numbers {
    ($($type:ident)*) => {$(
        impl Form for $type {
            fn read(node: Node<'_>) -> Read<$type> {
                let number = match node.value() {
                    JsonValue::Number(number) => number.parse().ok(),
                    _ => None,
                };
                match number {
                    Some(number) => Ok(number),
                    None => node.refuse(Expected::WholeNumber { least: $type::MIN.into(), most: $type::MAX.into() }),
                }
            }

            fn write(&self, to: &mut Writer<'_>) {
                to.plain(self);
            }
        }
    )*};
}

whole_numbers!(u8 u16 u32 i16);

/// Places in a list: far from 32 bits, and browsers have no more.
impl Form for usize {
    fn read(node: Node<'_>) -> Read<usize> {
        let expected = Expected::WholeNumber { least: 0, most: u32::MAX.into() };
        u32::read(node)?.try_into().or_else(|_| node.refuse(expected))
    }

    fn write(&self, to: &mut Writer<'_>) {
        to.plain(self);
    }
}

/// An amount, share or rate: text, which no program rounds.
impl Form for Decimal {
    fn read(node: Node<'_>) -> Read<Decimal> {
        match node.value() {
            JsonValue::Number(number) => node.refuse_number(number),
            JsonValue::Text(text) if is_amount(text) => text.parse().or_else(|_| node.refuse(Expected::Amount)),
            _ => node.refuse(Expected::Amount),
        }
    }

    fn write(&self, to: &mut Writer<'_>) {
        to.text(&self.to_string());
    }
}

/// Digits, perhaps with a minus and a decimal point, and no more of them than a decimal can hold exactly.
fn is_amount(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let text = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    digits(whole) && digits(fraction) && text.len() <= 28
}

impl<T: Form> Form for Option<T> {
    fn read(node: Node<'_>) -> Read<Option<T>> {
        match node.value() {
            JsonValue::Null => Ok(None),
            _ => T::read(node).map(Some),
        }
    }

    fn write(&self, to: &mut Writer<'_>) {
        match self {
            Some(value) => value.write(to),
            None => to.plain(&"null"),
        }
    }

    fn absent() -> Option<Option<T>> {
        Some(None)
    }
}

impl<T: Form> Form for Box<T> {
    fn read(node: Node<'_>) -> Read<Box<T>> {
        T::read(node).map(Box::new)
    }

    fn write(&self, to: &mut Writer<'_>) {
        (**self).write(to);
    }
}

impl<T: Form> Form for Vec<T> {
    fn read(node: Node<'_>) -> Read<Vec<T>> {
        node.items()
    }

    fn write(&self, to: &mut Writer<'_>) {
        to.begin("[");
        for item in self {
            to.item();
            item.write(to);
        }
        to.end("]");
    }
}

impl<K: FieldName, V: Form> Form for SortedMap<K, V> {
    fn read(node: Node<'_>) -> Read<SortedMap<K, V>> {
        node.entries()
    }

    fn write(&self, to: &mut Writer<'_>) {
        to.begin("{");
        for (key, value) in self {
            to.field(&key.name());
            value.write(to);
        }
        to.end("}");
    }
}
