//! Who stands where, in three columns: in as large letters as all of it has room, and shortened only where the smallest
//! have none.

use super::space;
use crate::components::positions::{STANDS, stand_name};
use crate::words::{Language, show as text};
use leptos::prelude::*;
use samplan::plan::{Opinion, Stance};

/// How many of those who stand somewhere are named where all have room, and where not.
const MOST: usize = 6;
const FIRST: usize = 3;
/// The inside of a column, and what of the slide's height is not for its list: its edges and head, the button below.
const WIDTH: usize = 284;
const AROUND: usize = 280;
const BETWEEN: usize = 8;
/// The letters, in tenths of a pixel, and their line, as `style/show_slides.css` has them; the largest first.
const SIZES: [Letters; 3] = [("large", 340, 41), ("medium", 290, 35), SMALL];
const SMALL: Letters = ("small", 250, 30);

type Letters = (&'static str, usize, usize);

/// The columns, under a heading that leaves so much room.
pub fn columns(language: Language, positions: &[Stance], room: usize) -> AnyView {
    let room = room.saturating_sub(AROUND);
    let by_stand =
        STANDS.map(|stand| (stand, positions.iter().filter(|one| one.opinion == stand).collect::<Vec<&Stance>>()));
    let fits = |size: &&Letters| by_stand.iter().all(|(_, here)| has_room(here, **size, room));
    let size = SIZES.iter().find(fits);
    let columns = by_stand.iter().map(|(stand, here)| {
        let told = match size {
            Some(_) => here.iter().map(|one| (one.who.clone(), one.said.clone())).collect(),
            None => shortened(here, room),
        };
        column(language, *stand, here.len(), told)
    });
    let class = format!("stand-columns {}", size.map_or(SMALL.0, |size| size.0));
    view! { <div class=class>{columns.collect_view()}</div> }.into_any()
}

/// Whether all of it has room, no word broken.
fn has_room(here: &[&Stance], (_, size, line): Letters, room: usize) -> bool {
    let most = space::ems(WIDTH, size);
    let height = here.iter().map(|one| taken(one, most).saturating_mul(line).saturating_add(BETWEEN));
    let whole = |one: &&Stance| space::whole(&one.who, most) && space::whole(&one.said, most);
    here.len() <= MOST && height.fold(0, usize::saturating_add) <= room && here.iter().all(whole)
}

/// The lines of one of them.
fn taken(one: &Stance, most: usize) -> usize {
    let said = if one.said.is_empty() { 0 } else { space::lines(&one.said, most) };
    space::lines(&one.who, most).saturating_add(said)
}

/// The first of them and what they said, in the lines that there are: what one does not need is for the others.
fn shortened(here: &[&Stance], room: usize) -> Vec<(String, String)> {
    let (_, size, line) = SMALL;
    let most = space::ems(WIDTH, size);
    let shown = here.get(..FIRST).unwrap_or(here);
    let counted = usize::from(here.len() > shown.len());
    let between = shown.len().saturating_add(counted).saturating_mul(BETWEEN);
    let lines = room.saturating_sub(between).checked_div(line).unwrap_or_default().saturating_sub(counted);
    let share = lines.checked_div(shown.len()).unwrap_or_default();
    let spared = shown.iter().map(|one| share.saturating_sub(taken(one, most))).fold(0, usize::saturating_add);
    let longer = shown.iter().filter(|one| taken(one, most) > share).count();
    let share = share.saturating_add(spared.checked_div(longer).unwrap_or_default());
    let one = |one: &&Stance| {
        // What was said keeps a line of its own.
        let own = share.saturating_sub(usize::from(!one.said.is_empty()));
        let who = space::cut_to_lines(&one.who, most, own);
        let left = share.saturating_sub(space::lines(&who, most));
        (who, space::cut_to_lines(&one.said, most, left))
    };
    shown.iter().map(one).collect()
}

fn column(language: Language, stand: Opinion, count: usize, told: Vec<(String, String)>) -> AnyView {
    let (mark, class) = match stand {
        Opinion::For => ("+", "stand for"),
        Opinion::Against => ("−", "stand against"),
        Opinion::NeedsMore => ("?", "stand needs"),
    };
    let more = count.saturating_sub(told.len());
    let more = (more > 0).then(|| view! { <li>{text::More { count: more }.say(language)}</li> });
    let listed = told.into_iter().map(|(who, said)| {
        let said = (!said.is_empty()).then(|| view! { <span class="said">{said}</span> });
        view! { <li><b>{who}</b>{said}</li> }
    });
    view! {
        <div class=class>
            <p class="head"><span class="mark" aria-hidden="true">{mark}</span>{stand_name(stand)(language)}
                <span class="key-figure count">{count}</span></p>
            <ul>{listed.collect_view()}{more}</ul>
        </div>
    }
    .into_any()
}
