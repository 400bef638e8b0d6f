//! What is being typed and not yet taken into the plan. It is kept while it is typed (`web/src/drafts.ts`); what a window
//! left behind when it was reloaded, killed or crashed is offered at the next start.

use js_sys::Reflect;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;

mod door {
    use wasm_bindgen::prelude::*;

    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(js_namespace = ["window", "samplan", "drafts"], catch)]
        pub async fn open(hear: &Closure<dyn Fn(u8)>) -> Result<JsValue, JsValue>;
        #[wasm_bindgen(js_namespace = ["window", "samplan", "drafts"], js_name = belongsTo, catch)]
        pub fn belongs_to(key: &str, name: &str) -> Result<(), JsValue>;
        #[wasm_bindgen(js_namespace = ["window", "samplan", "drafts"], catch)]
        pub fn risk(on: bool) -> Result<(), JsValue>;
        #[wasm_bindgen(js_namespace = ["window", "samplan", "drafts"], js_name = takeIn, catch)]
        pub fn take_in() -> Result<(), JsValue>;
        #[wasm_bindgen(js_namespace = ["window", "samplan", "drafts"], catch)]
        pub fn forget(id: &str) -> Result<(), JsValue>;
        #[wasm_bindgen(js_namespace = ["window", "samplan", "drafts"], catch)]
        pub async fn form() -> Result<JsValue, JsValue>;
        #[wasm_bindgen(js_namespace = ["window", "samplan", "drafts"], js_name = keepForm, catch)]
        pub fn keep_form(text: Option<&str>) -> Result<(), JsValue>;
        #[wasm_bindgen(js_namespace = ["window", "samplan", "drafts"], js_name = putBack, catch)]
        pub async fn put_back(draft: &JsValue) -> Result<JsValue, JsValue>;
    }
}

/// How far what is being typed is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TypingState {
    /// Nothing is being typed that is not in the plan.
    Nothing,
    /// All of it is kept as a draft.
    Kept,
    /// Some of it is on the screen alone.
    NotKept,
}

/// A text that was being typed in a window that is gone.
#[derive(Debug, Clone, PartialEq)]
pub struct LeftDraft {
    /// Identifies it among the others.
    pub id: String,
    /// The key of the plan that was open; empty with none.
    pub plan: String,
    /// That plan's name.
    pub plan_name: String,
    /// The view, as in the address.
    pub address: String,
    /// The field's name.
    pub label: String,
    /// What was typed.
    pub text: String,
    /// As it came through the door, to be handed back.
    whole: JsValue,
}

/// What is being typed, and what was left behind. Signals inside; cheap to copy.
#[derive(Clone, Copy)]
pub struct Drafts {
    typing: RwSignal<TypingState>,
    left_behind: RwSignal<Vec<LeftDraft>, LocalStorage>,
    form: StoredValue<Option<String>>,
}

impl Drafts {
    /// Begins to keep what is typed, and finds what was left behind.
    pub async fn open() -> Drafts {
        let typing = RwSignal::new(TypingState::Nothing);
        let hear = Closure::<dyn Fn(u8)>::new(move |now| {
            typing.set(match now {
                0 => TypingState::Nothing,
                1 => TypingState::Kept,
                _ => TypingState::NotKept,
            });
        });
        let found = door::open(&hear).await.ok().and_then(|found| found.dyn_into::<js_sys::Array>().ok());
        hear.forget();
        let left_behind = found.map_or_else(Vec::new, |found| found.iter().filter_map(draft).collect());
        let form = door::form().await.ok().and_then(|text| text.as_string());
        Drafts { typing, left_behind: RwSignal::new_local(left_behind), form: StoredValue::new(form) }
    }

    /// How far what is being typed is kept.
    pub fn typing(&self) -> ReadSignal<TypingState> {
        self.typing.read_only()
    }

    /// What was left behind and not yet put back or thrown away, the oldest first.
    pub fn left_behind(&self) -> Vec<LeftDraft> {
        self.left_behind.get()
    }

    /// The guided new plan as it was left at the last visit, as text.
    pub fn form(&self) -> Option<String> {
        self.form.get_value()
    }

    /// Throws a draft away.
    pub fn forget(&self, id: &str) {
        let _ = door::forget(id);
        self.left_behind.update(|drafts| drafts.retain(|draft| draft.id != id));
    }

    /// Puts a draft into its field, when its view is shown; `false` when the field is not there any more.
    pub async fn put_back(self, draft: LeftDraft) -> bool {
        let put = door::put_back(&draft.whole).await.is_ok_and(|put| put.is_truthy());
        if put {
            self.left_behind.update(|drafts| drafts.retain(|one| one.id != draft.id));
        }
        put
    }
}

/// What is typed from now on belongs to this plan; no plan has an empty key.
pub fn belongs_to(key: &str, plan_name: &str) {
    let _ = door::belongs_to(key, plan_name);
}

/// Keeps the guided new plan as it is now, as text; none: there is nothing in it.
pub fn keep_form(text: Option<&str>) {
    let _ = door::keep_form(text);
}

/// Whether leaving the page is to be asked about, whatever is being typed.
pub fn ask_before_leaving(on: bool) {
    let _ = door::risk(on);
}

/// Lets the field that is being typed in take what stands there.
pub fn take_in() {
    let _ = door::take_in();
}

fn draft(whole: JsValue) -> Option<LeftDraft> {
    let part = |name: &str| Reflect::get(&whole, &name.into()).ok()?.as_string();
    Some(LeftDraft {
        id: part("id")?,
        plan: part("plan")?,
        plan_name: part("planName")?,
        address: part("address")?,
        label: part("label")?,
        text: part("text")?,
        whole,
    })
}
