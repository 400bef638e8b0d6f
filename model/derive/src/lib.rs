//! Writes how a type stands in a file (`samplan::form::Form`) from the type and from what its `serde` attributes say, so
//! that a type's form is told once: for serde, for its schema, and for the reader and writer of files.
//!
//! serde's own derive writes the reading of a type out in full wherever it is used: 286 kB of WebAssembly for a plan. What
//! is written here only names the fields; what is done with them stands once, in `samplan::form`.

mod attributes;
mod choice;
mod record;

use proc_macro::TokenStream;
use quote::quote;
use syn::{Data, DeriveInput, Error, parse_macro_input, parse_quote};

/// Derives `Form` for a struct with named fields or an enum. Understands `rename`, `rename_all = "snake_case"`, `default`
/// and `skip_serializing_if`; what else serde could be told is refused. Fields that are not known are always refused.
#[proc_macro_derive(Form, attributes(serde))]
pub fn form(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    whole(&input).unwrap_or_else(Error::into_compile_error).into()
}

fn whole(input: &DeriveInput) -> syn::Result<proc_macro2::TokenStream> {
    let (read, write) = match &input.data {
        Data::Struct(data) => record::form(&data.fields)?,
        Data::Enum(data) => choice::form(&attributes::of(&input.attrs)?, data)?,
        Data::Union(data) => return Err(Error::new(data.union_token.span, "a union has no form")),
    };
    let mut generics = input.generics.clone();
    for parameter in generics.type_params_mut() {
        parameter.bounds.push(parse_quote!(crate::form::Form));
    }
    let name = &input.ident;
    let (generics, arguments, bounds) = generics.split_for_impl();
    Ok(quote! {
        impl #generics crate::form::Form for #name #arguments #bounds {
            fn read(node: crate::form::Node<'_>) -> crate::form::Read<Self> {
                #read
            }

            fn write(&self, to: &mut crate::form::Writer<'_>) {
                #write
            }
        }
    })
}
