//! Messages to the user: short ones that pass, a few at a time, and errors that stay until they are closed.

use leptos::prelude::*;
use samplan::exchange::ReadError;
use samplan::plan::Plan;
use std::sync::Arc;
use std::time::Duration;

/// How many short messages are in sight at once; more wait their turn.
const MOST_IN_SIGHT: usize = 3;
/// How long a message stays, and one that can be acted upon or warns.
const STAYS: Duration = Duration::from_secs(6);
const STAYS_LONGER: Duration = Duration::from_secs(15);

/// What takes back what a message tells of.
#[derive(Clone)]
pub struct TakeBack {
    possible: Arc<dyn Fn() -> bool + Send + Sync>,
    run: Arc<dyn Fn() + Send + Sync>,
}

impl TakeBack {
    /// Can be run at any time.
    pub fn always(run: impl Fn() + Send + Sync + 'static) -> TakeBack {
        TakeBack::while_possible(|| true, run)
    }

    /// Can be run while `possible`, which is followed.
    pub fn while_possible(
        possible: impl Fn() -> bool + Send + Sync + 'static,
        run: impl Fn() + Send + Sync + 'static,
    ) -> TakeBack {
        TakeBack { possible: Arc::new(possible), run: Arc::new(run) }
    }

    /// Whether it still can; follows what that depends on.
    pub fn is_possible(&self) -> bool {
        (self.possible)()
    }

    /// Takes it back.
    pub fn run(&self) {
        (self.run)();
    }
}

/// A short message.
#[derive(Clone)]
pub struct Notice {
    /// Identifies it among the others.
    pub number: u32,
    /// What it says.
    pub text: String,
    /// Whether something went wrong.
    pub warning: bool,
    /// What takes it back, where that makes sense.
    pub take_back: Option<TakeBack>,
    /// Whether its time has begun.
    passing: bool,
}

/// Why a file could not be opened.
#[derive(Clone)]
pub struct FileError {
    /// The file's name.
    pub name: String,
    /// Why.
    pub error: ReadError,
    /// The plan that can be opened all the same, when all that is wrong is the checksum.
    pub changed: Option<Arc<Plan>>,
}

/// The messages.
#[derive(Clone, Copy)]
pub struct Notices {
    queue: RwSignal<Vec<Notice>>,
    last_number: StoredValue<u32>,
    file_error: RwSignal<Option<FileError>>,
    copied: RwSignal<bool>,
}

impl Notices {
    /// No message.
    pub fn new() -> Notices {
        Notices {
            queue: RwSignal::new(Vec::new()),
            last_number: StoredValue::new(0),
            file_error: RwSignal::new(None),
            copied: RwSignal::new(false),
        }
    }

    /// Says something that passes.
    pub fn say(&self, text: String) {
        self.show(text, false, None);
    }

    /// Says what went wrong.
    pub fn warn(&self, text: String) {
        self.show(text, true, None);
    }

    /// Says what was done, with a way back that outlives the view that did it.
    pub fn undoable(&self, text: String, take_back: TakeBack) {
        self.show(text, false, Some(take_back));
    }

    /// The short messages that are in sight, the oldest first.
    pub fn in_sight(&self) -> Vec<Notice> {
        self.queue.with(|queue| queue.iter().take(MOST_IN_SIGHT).cloned().collect())
    }

    /// Takes a message away.
    pub fn close(&self, number: u32) {
        self.queue.maybe_update(|queue| {
            let before = queue.len();
            queue.retain(|notice| notice.number != number);
            queue.len() < before
        });
        self.let_pass();
    }

    /// Says that another tab changed the plan and this one goes on as a copy.
    pub fn changed_elsewhere(&self) {
        self.copied.set(true);
    }

    /// Whether that is being said.
    pub fn is_copied(&self) -> RwSignal<bool> {
        self.copied
    }

    /// Says why a file could not be opened.
    pub fn file_error(&self, name: &str, error: ReadError) {
        self.file_error.set(Some(FileError { name: name.to_owned(), error, changed: None }));
    }

    /// Says that a file does not agree with its checksum; its plan can be opened all the same.
    pub fn file_changed(&self, name: &str, error: ReadError, plan: Plan) {
        self.file_error.set(Some(FileError { name: name.to_owned(), error, changed: Some(Arc::new(plan)) }));
    }

    /// The file that could not be opened, and why.
    pub fn refused_file(&self) -> Option<FileError> {
        self.file_error.get()
    }

    /// Takes the message about a file away.
    pub fn clear_file_error(&self) {
        self.file_error.set(None);
    }

    fn show(&self, text: String, warning: bool, take_back: Option<TakeBack>) {
        let number = self.last_number.get_value().wrapping_add(1);
        self.last_number.set_value(number);
        self.queue.update(|queue| {
            // What is said again is said once, from now on.
            queue.retain(|notice| take_back.is_some() || notice.take_back.is_some() || notice.text != text);
            queue.push(Notice { number, text, warning, take_back, passing: false });
        });
        self.let_pass();
    }

    /// Lets the time of those begin that have come in sight.
    fn let_pass(&self) {
        let mut begun = Vec::new();
        self.queue.update_untracked(|queue| {
            for notice in queue.iter_mut().take(MOST_IN_SIGHT).filter(|notice| !notice.passing) {
                notice.passing = true;
                let longer = notice.warning || notice.take_back.is_some();
                begun.push((notice.number, if longer { STAYS_LONGER } else { STAYS }));
            }
        });
        let notices = *self;
        for (number, stays) in begun {
            set_timeout(move || notices.close(number), stays);
        }
    }
}
