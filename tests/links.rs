//! Plans and scenarios in links.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::unreachable,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test fails by panicking"
)]

mod generator;

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use miniz_oxide::deflate::compress_to_vec;
use proptest::prelude::*;
use samplan::exchange::{LinkContent, LinkError, MOST_LINK, ReadError, plan_link, read, read_link, scenario_link};
use samplan::meet::pack;
use samplan::plan::{Id, Plan};

const PLANS: [&str; 3] = [
    include_str!("../plans/varend-2015.json"),
    include_str!("../plans/vaxjo-alvesta-2015.json"),
    include_str!("../plans/sydnarke-2016.json"),
];

fn plan_of(link: &str) -> Plan {
    match read_link(link) {
        Ok(LinkContent::Plan(plan)) => *plan,
        other => panic!("{other:?}"),
    }
}

fn link_of(text: impl AsRef<[u8]>) -> String {
    format!("1.{}", BASE64_URL_SAFE_NO_PAD.encode(compress_to_vec(text.as_ref(), 6)))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_link_keeps_the_plan_whole(plan in generator::plan()) {
        let link = plan_link(&plan).unwrap();
        prop_assert!(link.chars().all(|one| one.is_ascii_alphanumeric() || "-_.".contains(one)), "fit for an address");
        prop_assert_eq!(plan_of(&link), plan);
    }

    #[test]
    fn no_changed_character_opens_as_another_plan(place in 0usize..10_000, other in "[A-Za-z0-9_.-]") {
        let plan = read(PLANS[1]).unwrap();
        let mut link = plan_link(&plan).unwrap();
        let place = place % link.len();
        link.replace_range(place..=place, &other);
        if let Ok(LinkContent::Plan(read)) = read_link(&link) {
            prop_assert_eq!(*read, plan);
        }
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in "(1\\.)?[A-Za-z0-9_-]{0,200}|.{0,60}") {
        let _ = read_link(&text);
    }
}

#[test]
fn real_plans_and_their_scenarios_fit_and_come_back() {
    for text in PLANS {
        let plan = read(text).unwrap();
        let link = plan_link(&plan).unwrap();
        assert!(link.len() < 8_000, "{} characters: short enough for a letter", link.len());
        assert_eq!(plan_of(&link), plan);
        let all: Vec<Id> = plan.scenarios.iter().map(|one| one.id.clone()).collect();
        if !all.is_empty() {
            let file = pack(&plan, &all);
            let read = read_link(&scenario_link(&file).unwrap());
            assert_eq!(read, Ok(LinkContent::Scenarios(Box::new(file))));
        }
    }
}

#[test]
fn what_is_cut_off_is_refused_at_every_place() {
    let link = plan_link(&read(PLANS[0]).unwrap()).unwrap();
    for end in 0..link.len() {
        assert_eq!(read_link(&link[..end]), Err(LinkError::Broken), "cut off after {end} characters");
    }
}

#[test]
fn a_link_that_unpacks_without_end_is_stopped() {
    let bomb = link_of(vec![b' '; 20 << 20]);
    assert!(bomb.len() < MOST_LINK, "a small link");
    assert_eq!(read_link(&bomb), Err(LinkError::TooLarge));
}

#[test]
fn what_is_no_file_is_refused_and_told() {
    assert_eq!(read_link(&format!("1.{}", "A".repeat(MOST_LINK))), Err(LinkError::TooLong { length: MOST_LINK + 2 }));
    assert_eq!(read_link("2.AAAA"), Err(LinkError::NewerVersion { found: 2 }));
    for broken in ["", "1", "1.", "0.AAAA", ".AAAA", "1.AA AA", "1.=", "x.AAAA", "99999999999.AAAA", "1.\u{e5}"] {
        assert_eq!(read_link(broken), Err(LinkError::Broken), "{broken:?}");
    }
    assert_eq!(read_link(&link_of([0xff, 0xfe])), Err(LinkError::Broken));
    assert!(matches!(read_link(&link_of("<script>")), Err(LinkError::File(ReadError::NotJson { .. }))));
    assert!(matches!(read_link(&link_of("{}")), Err(LinkError::File(ReadError::NotAPlanFile { .. }))));
    let newer = r#"{"format":"samplan","version":99,"plan":{}}"#;
    assert!(matches!(read_link(&link_of(newer)), Err(LinkError::File(ReadError::NewerVersion { found: 99, .. }))));
}

#[test]
fn a_plan_that_only_a_file_can_carry_is_told_of() {
    let mut plan = read(PLANS[0]).unwrap();
    // Text that cannot be made shorter.
    let mut seed = 1u64;
    plan.description = (0..60_000)
        .map(|_| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            char::from(b'a' + u8::try_from((seed >> 33) % 26).unwrap())
        })
        .collect();
    assert!(matches!(plan_link(&plan), Err(LinkError::TooLong { length }) if length > MOST_LINK));
}
