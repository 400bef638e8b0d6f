//! What `#[serde(…)]` says of a type, a field or a variant.

use syn::{Attribute, ExprPath, LitStr, Token};

/// What is said; as serde understands it.
#[derive(Default)]
pub struct Attributes {
    /// The name in the file, where it is not the name in the code.
    pub rename: Option<String>,
    /// Whether all names are written with underscores.
    pub snake_case: bool,
    /// What makes the value of a field that is not there; `None` within for the type's own default.
    pub default: Option<Option<ExprPath>>,
    /// When a field is left out.
    pub skip: Option<ExprPath>,
}

pub fn of(attributes: &[Attribute]) -> syn::Result<Attributes> {
    let mut said = Attributes::default();
    for attribute in attributes.iter().filter(|one| one.path().is_ident("serde")) {
        attribute.parse_nested_meta(|meta| {
            let text = || -> syn::Result<LitStr> { meta.value()?.parse() };
            if meta.path.is_ident("deny_unknown_fields") {
                // Always so.
            } else if meta.path.is_ident("rename") {
                said.rename = Some(text()?.value());
            } else if meta.path.is_ident("rename_all") {
                let rule = text()?;
                if rule.value() != "snake_case" {
                    return Err(syn::Error::new(rule.span(), "only snake_case is understood"));
                }
                said.snake_case = true;
            } else if meta.path.is_ident("default") {
                let by = if meta.input.peek(Token![=]) { Some(text()?.parse()?) } else { None };
                said.default = Some(by);
            } else if meta.path.is_ident("skip_serializing_if") {
                said.skip = Some(text()?.parse()?);
            } else {
                return Err(meta.error("not understood by the form of files"));
            }
            Ok(())
        })?;
    }
    Ok(said)
}

/// `StepDown` as `step_down`.
pub fn snake_case(name: &str) -> String {
    let mut written = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() && !written.is_empty() {
            written.push('_');
        }
        written.extend(letter.to_lowercase());
    }
    written
}
