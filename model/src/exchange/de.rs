//! From the tree of values to the types. A deserializer of our own, so that every refusal knows its place and what
//! should stand there; and strict where serde is lenient: no unknown fields, no numbers for amounts, no texts for years.

use super::error::{Expected, Found, ReadError};
use super::json::JsonValue;
use super::path::{Path, beginning};
use serde::de::{self, DeserializeOwned, IntoDeserializer, Visitor};

/// What the value at `path` holds.
pub(super) fn read<T: DeserializeOwned>(value: &JsonValue, path: &Path<'_>) -> Result<T, ReadError> {
    let node = Node { value, path };
    T::deserialize(node).map_err(|fault| node.place(fault, Expected::Object)).map_err(|fault| match fault {
        DeError::Placed(error) => *error,
        _ => node.wrong(Expected::Object),
    })
}

/// What a value is, for an error.
pub(super) fn found(value: &JsonValue) -> Found {
    match value {
        JsonValue::Null => Found::Null,
        JsonValue::Bool(value) => Found::TrueOrFalse(*value),
        JsonValue::Number(number) => Found::Number(beginning(number)),
        JsonValue::Text(text) => Found::Text(beginning(text)),
        JsonValue::List(_) => Found::List,
        JsonValue::Object(_) => Found::Object,
    }
}

/// A refusal on its way up to where its place is known.
#[derive(Debug)]
enum DeError {
    Placed(Box<ReadError>),
    Missing(&'static str),
    /// A type refused the value that it was shown.
    Refused,
}

impl std::fmt::Display for DeError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{self:?}")
    }
}

impl std::error::Error for DeError {}

impl de::Error for DeError {
    fn custom<T: std::fmt::Display>(_: T) -> DeError {
        DeError::Refused
    }

    fn missing_field(field: &'static str) -> DeError {
        DeError::Missing(field)
    }
}

/// A value and its place.
#[derive(Clone, Copy)]
struct Node<'n> {
    value: &'n JsonValue,
    path: &'n Path<'n>,
}

impl Node<'_> {
    fn wrong(self, expected: Expected) -> ReadError {
        ReadError::WrongValue { path: self.path.to_string(), found: found(self.value), expected }
    }

    fn refuse<T>(self, expected: Expected) -> Result<T, DeError> {
        Err(DeError::Placed(Box::new(self.wrong(expected))))
    }

    fn place(self, fault: DeError, expected: Expected) -> DeError {
        DeError::Placed(match fault {
            DeError::Placed(error) => error,
            DeError::Missing(field) => Box::new(ReadError::MissingField { path: self.path.field(field).to_string() }),
            DeError::Refused => Box::new(self.wrong(expected)),
        })
    }

    /// Shows a text to a visitor that wants text, an amount or a month.
    fn text<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DeError> {
        let expected = wanted(&visitor).unwrap_or(Expected::Text);
        match self.value {
            JsonValue::Text(text) if expected != Expected::Amount || is_amount(text) => {
                visitor.visit_str(text).map_err(|fault| self.place(fault, expected))
            }
            JsonValue::Number(number) if expected == Expected::Amount => {
                let found = beginning(number);
                Err(DeError::Placed(Box::new(ReadError::AmountAsNumber { path: self.path.to_string(), found })))
            }
            _ => self.refuse(expected),
        }
    }
}

/// What a visitor of one of the model's own scalars wants; serde tells only by its words.
fn wanted<'de, V: Visitor<'de>>(visitor: &V) -> Option<Expected> {
    let words: &dyn de::Expected = visitor;
    match words.to_string().as_str() {
        "a Decimal type representing a fixed-point number" => Some(Expected::Amount),
        "a year between 1990 and 2199" => Some(Expected::Year),
        "a month such as 2014-07" => Some(Expected::Month),
        _ => None,
    }
}

/// Digits, perhaps with a minus and a decimal point, and no more of them than a decimal can hold exactly.
fn is_amount(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let text = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    digits(whole) && digits(fraction) && text.len() <= 28
}

macro_rules! whole_numbers {
    ($($method:ident $visit:ident $type:ident),*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DeError> {
            let expected = Expected::WholeNumber { least: $type::MIN.into(), most: $type::MAX.into() };
            let number = match self.value {
                JsonValue::Number(number) => number.parse::<$type>().ok(),
                _ => None,
            };
            match number {
                Some(number) => visitor.$visit(number).map_err(|fault| self.place(fault, expected)),
                None => self.refuse(expected),
            }
        }
    )*};
}

impl<'de> de::Deserializer<'de> for Node<'_> {
    type Error = DeError;

    whole_numbers!(deserialize_u8 visit_u8 u8, deserialize_u16 visit_u16 u16, deserialize_u32 visit_u32 u32);
    whole_numbers!(deserialize_i8 visit_i8 i8, deserialize_i16 visit_i16 i16, deserialize_i32 visit_i32 i32);

    /// Places in a list ask for this; they are far from 32 bits, and browsers have no more.
    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DeError> {
        self.deserialize_u32(visitor)
    }

    /// Only years ask for "any": a number here, a text as the name of a field.
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DeError> {
        let expected = wanted(&visitor).unwrap_or(Expected::Object);
        let number = match self.value {
            JsonValue::Number(number) if expected == Expected::Year => number.parse().ok(),
            _ => None,
        };
        match number {
            Some(number) => visitor.visit_u64(number).map_err(|fault| self.place(fault, expected)),
            None => self.refuse(expected),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DeError> {
        match self.value {
            JsonValue::Bool(value) => visitor.visit_bool(*value),
            _ => self.refuse(Expected::TrueOrFalse),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DeError> {
        self.text(visitor)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DeError> {
        self.text(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DeError> {
        match self.value {
            JsonValue::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DeError> {
        let JsonValue::List(items) = self.value else { return self.refuse(Expected::List) };
        let items = Items { items: items.iter().enumerate(), path: self.path };
        visitor.visit_seq(items).map_err(|fault| self.place(fault, Expected::List))
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DeError> {
        let JsonValue::Object(fields) = self.value else { return self.refuse(Expected::Object) };
        let fields = Fields { fields: fields.iter(), known: None, value: None, path: self.path };
        visitor.visit_map(fields).map_err(|fault| self.place(fault, Expected::Object))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        known: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, DeError> {
        let JsonValue::Object(fields) = self.value else { return self.refuse(Expected::Object) };
        let fields = Fields { fields: fields.iter(), known: Some(known), value: None, path: self.path };
        visitor.visit_map(fields).map_err(|fault| self.place(fault, Expected::Object))
    }

    /// A choice is a text, or an object with one field that holds more.
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, DeError> {
        let (name, content) = match self.value {
            JsonValue::Text(name) if variants.contains(&name.as_str()) => (name, None),
            JsonValue::Object(fields) => match fields.as_slice() {
                [(name, content)] if variants.contains(&name.as_str()) => (name, Some(content)),
                [(name, _)] => return unknown(self.path, name, variants),
                _ => return self.refuse(Expected::OneFieldOf(variants)),
            },
            _ => return self.refuse(Expected::OneOf(variants)),
        };
        let choice = Choice { name, content, variants, node: self };
        visitor.visit_enum(choice).map_err(|fault| self.place(fault, Expected::OneOf(variants)))
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, DeError> {
        visitor.visit_newtype_struct(self)
    }

    // No type of the plan asks for these; one that did would refuse every file, and the tests would show it.
    serde::forward_to_deserialize_any! {
        i64 i128 u128 f32 f64 char bytes byte_buf unit unit_struct tuple tuple_struct identifier
        ignored_any
    }
}

fn unknown<T>(path: &Path<'_>, field: &str, known: &'static [&'static str]) -> Result<T, DeError> {
    Err(DeError::Placed(Box::new(ReadError::UnknownField { path: path.field(field).to_string(), known })))
}

struct Items<'n> {
    items: std::iter::Enumerate<std::slice::Iter<'n, JsonValue>>,
    path: &'n Path<'n>,
}

impl<'de> de::SeqAccess<'de> for Items<'_> {
    type Error = DeError;

    fn next_element_seed<T: de::DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, DeError> {
        let Some((place, value)) = self.items.next() else { return Ok(None) };
        seed.deserialize(Node { value, path: &self.path.item(place) }).map(Some)
    }
}

struct Fields<'n> {
    fields: std::slice::Iter<'n, (String, JsonValue)>,
    /// The fields of a struct; any name goes in a map.
    known: Option<&'static [&'static str]>,
    value: Option<(&'n str, &'n JsonValue)>,
    path: &'n Path<'n>,
}

impl<'de> de::MapAccess<'de> for Fields<'_> {
    type Error = DeError;

    fn next_key_seed<K: de::DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, DeError> {
        let Some((name, value)) = self.fields.next() else { return Ok(None) };
        if let Some(known) = self.known.filter(|known| !known.contains(&name.as_str())) {
            return unknown(self.path, name, known);
        }
        self.value = Some((name, value));
        let key: de::value::StrDeserializer<'_, DeError> = name.as_str().into_deserializer();
        // The names of a map's fields are years, wherever they are not free.
        let key = seed.deserialize(key).map_err(|_| {
            let (path, found) = (self.path.field(name).to_string(), Found::Text(beginning(name)));
            DeError::Placed(Box::new(ReadError::WrongValue { path, found, expected: Expected::YearAsField }))
        });
        key.map(Some)
    }

    fn next_value_seed<T: de::DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value, DeError> {
        let (name, value) = self.value.take().ok_or(DeError::Refused)?;
        seed.deserialize(Node { value, path: &self.path.field(name) })
    }
}

struct Choice<'n> {
    name: &'n str,
    content: Option<&'n JsonValue>,
    variants: &'static [&'static str],
    node: Node<'n>,
}

impl<'de> de::EnumAccess<'de> for Choice<'_> {
    type Error = DeError;
    type Variant = Self;

    fn variant_seed<T: de::DeserializeSeed<'de>>(self, seed: T) -> Result<(T::Value, Self), DeError> {
        let name: de::value::StrDeserializer<'_, DeError> = self.name.into_deserializer();
        Ok((seed.deserialize(name)?, self))
    }
}

impl<'de> de::VariantAccess<'de> for Choice<'_> {
    type Error = DeError;

    fn unit_variant(self) -> Result<(), DeError> {
        match self.content {
            None => Ok(()),
            Some(_) => self.node.refuse(Expected::OneOf(self.variants)),
        }
    }

    fn newtype_variant_seed<T: de::DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, DeError> {
        match self.content {
            Some(value) => seed.deserialize(Node { value, path: &self.node.path.field(self.name) }),
            None => self.node.refuse(Expected::OneFieldOf(self.variants)),
        }
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, _: V) -> Result<V::Value, DeError> {
        self.node.refuse(Expected::OneFieldOf(self.variants))
    }

    fn struct_variant<V: Visitor<'de>>(self, known: &'static [&'static str], visitor: V) -> Result<V::Value, DeError> {
        match self.content {
            Some(value) => {
                let path = self.node.path.field(self.name);
                de::Deserializer::deserialize_struct(Node { value, path: &path }, "", known, visitor)
            }
            None => self.node.refuse(Expected::OneFieldOf(self.variants)),
        }
    }
}
