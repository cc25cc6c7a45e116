//! Whom she may ask, and which office works for it.

use domain::{
    organisation::{Directory, Org, OrgKind},
    people::Role,
    petition::Petition,
    review::{Level, Review},
};
use kernel::{Ctx, Fault, OrgId};
use store::Tx;

use crate::{organisation, people};

/// An organ that may be asked.
#[derive(Debug, Clone)]
pub struct Choice {
    /// Whose opinion it will be.
    pub organ: Org,
    /// Who works on it.
    pub office: OrgId,
}

/// The organs above the body whose answer is contested; none of those that answered.
///
/// # Errors
/// When the database fails.
pub fn choices(
    tx: &mut Tx,
    ctx: &Ctx,
    petition: &Petition,
    earlier: Option<&Review>,
    level: Level,
) -> Result<Vec<Choice>, Fault> {
    let directory = organisation::directory(tx, ctx.today())?;
    let answered = match (level, earlier) {
        (Level::Recheck, Some(review)) => Some(review.organ),
        _ => petition.unit(),
    };
    let Some(answered) = answered else { return Ok(vec![]) };
    let mut found = vec![];
    for id in directory.superior_options(answered) {
        let Some(organ) = directory.get(id).filter(|organ| Some(organ.id) != petition.unit()) else { continue };
        let office = office_of(tx, ctx, &directory, organ, petition.unit())?;
        found.push(Choice { organ: organ.clone(), office });
    }
    Ok(found)
}

/// The organ itself where it has reviewers; else the bureau of its place that has some and did not answer; else the organ.
fn office_of(
    tx: &mut Tx,
    ctx: &Ctx,
    directory: &Directory,
    organ: &Org,
    answered: Option<OrgId>,
) -> Result<OrgId, Fault> {
    let bureaus = directory.at(&organ.division).filter(|org| org.kind == OrgKind::Bureau && Some(org.id) != answered);
    let mut orgs = vec![organ.id];
    orgs.extend(bureaus.map(|org| org.id));
    let day = ctx.today();
    let mut working = people::with_role_at(tx, &orgs, Role::Reviewer, day)?;
    working.extend(people::with_role_at(tx, &orgs, Role::Rechecker, day)?);
    Ok(orgs.into_iter().find(|org| working.contains_key(org)).unwrap_or(organ.id))
}

/// The organs above `unit` as a letter names them. R-085 leaves her the choice between the government of the level and the
/// department above: where the directory does not know that department, the letter says the word of article 35 for it.
pub(crate) fn organs_above(directory: &Directory, unit: OrgId) -> String {
    let known = directory.superior_options(unit);
    let mut names: Vec<&str> = known.iter().filter_map(|id| directory.get(*id)).map(|org| org.name.as_str()).collect();
    if directory.get(unit).is_some_and(|org| lacks_line(directory, org)) {
        names.insert(0, "上一级主管部门");
    }
    if names.is_empty() { "上一级行政机关".to_owned() } else { names.join("或者") }
}

/// Whether a department has a department above it that nobody entered.
fn lacks_line(directory: &Directory, org: &Org) -> bool {
    let department = org.kind == OrgKind::Unit && !org.vertical && org.level() > kernel::OrgLevel::Township;
    department && org.line_superior.and_then(|id| directory.get(id)).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn org(id: u128, kind: OrgKind, name: &str, division: &str) -> Org {
        let division = kernel::DivisionCode::parse(division).expect("a code");
        let draft =
            crate::organisation::OrgDraft::new(kind, kernel::Text::parse("name", name).expect("a name"), division);
        draft.into_org(OrgId(uuid::Uuid::from_u128(id)), jiff::civil::date(2026, 1, 1))
    }

    #[test]
    fn a_department_names_both_organs_whether_or_not_the_upper_one_is_known() {
        let unit = org(1, OrgKind::Unit, "达茂旗林草局", "150223");
        let government = org(2, OrgKind::Government, "达茂旗人民政府", "150223");
        let above = org(3, OrgKind::Unit, "包头市林草局", "150200");
        let of = |unit: Org| {
            let id = unit.id;
            organs_above(&Directory::new([unit, government.clone(), above.clone()]), id)
        };
        assert_eq!(of(unit.clone()), "上一级主管部门或者达茂旗人民政府");
        assert_eq!(of(Org { line_superior: Some(above.id), ..unit.clone() }), "包头市林草局或者达茂旗人民政府");
        let customs = Org { line_superior: Some(above.id), vertical: true, ..unit };
        assert_eq!(of(customs), "包头市林草局", "a vertical one has its line alone");
    }
}
