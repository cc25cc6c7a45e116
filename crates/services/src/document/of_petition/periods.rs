//! The legal periods of a claim on paper: her last days where somebody told the day from which they count, the periods of the
//! law where nobody did. A day that the system does not know it does not print.

use domain::{
    case::{Claim, StatutoryRoute},
    deadline::{ClockSet, Unit},
    document::formal,
    petition::Petition,
    remedy::{self, Occasion},
};

use super::said::zh;

/// What the notice of a legal way says of its period.
pub(super) fn of_claim(state: &Petition, claim: &Claim, route: StatutoryRoute, clocks: &ClockSet) -> String {
    let counted: Vec<String> =
        claim.remedies.iter().filter(|one| one.taken.is_none()).flat_map(|one| counted(state, one)).collect();
    let said = if counted.is_empty() { in_general(route, clocks) } else { counted };
    if said.is_empty() {
        return "以该途径的法律规定为准，请尽快向受理机关问明并提出".to_owned();
    }
    format!("{}。信访不延长上述期限", said.join("；"))
}

/// Her last days.
fn counted(state: &Petition, one: &remedy::Pursued) -> Vec<String> {
    let clocks = one.clocks.iter().filter_map(|id| state.clocks.iter().find(|clock| clock.id == *id));
    let ways = remedy::of(one.occasion).terms.iter();
    clocks
        .zip(ways)
        .map(|(clock, term)| {
            let (from, due) = (formal(one.known), formal(clock.statutory));
            format!("{}：最迟{due}（自{from}起{}）", zh(&term.way.message()), span(clock.length, clock.unit))
        })
        .collect()
}

/// The periods of the law.
fn in_general(route: StatutoryRoute, clocks: &ClockSet) -> Vec<String> {
    let all = remedy::of_route(route).flat_map(|remedy| remedy.terms.iter().map(move |term| (remedy.occasion, term)));
    all.filter_map(|(occasion, term)| {
        let def = clocks.get(&term.clock)?;
        let span = span(def.length?, def.unit);
        Some(format!("自{}之日起{span}内，{}", from(occasion), zh(&term.way.message())))
    })
    .collect()
}

/// The day from which it counts, as a sentence says it.
fn from(occasion: Occasion) -> String {
    zh(&kernel::Message::new(occasion.key().replace("remedy-occasion", "remedy-from")))
}

fn span(length: u32, unit: Unit) -> String {
    match unit {
        Unit::Month if length.is_multiple_of(12) => format!("{}年", length / 12),
        Unit::Month => format!("{length}个月"),
        Unit::Workday => format!("{length}个工作日"),
        Unit::CalendarDay => format!("{length}日"),
        Unit::Hour => format!("{length}小时"),
    }
}
