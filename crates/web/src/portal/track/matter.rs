//! One matter as its owner may see it: a petition or a work order, with her files and the names on its page.

use domain::{access::MatterFacts, case::CaseKind, petition, review::Review, work_order};
use jiff::Timestamp;
use kernel::{CaseNumber, Locale, OrgId, Refusal, UserId};
use services::{
    Error,
    attachment::{self, Attachment, Transcript},
    document::{self, LetterRow},
    matter::{self, View},
    obstruction::{self, AboutLook},
    organisation, people,
    petition::{Access, TrackView},
    reception::{self, Hers},
    timeline::Names,
    work_order::OrderView,
};
use store::Tx;

use crate::{problem::Problem, view::Visit};

/// What kind of case it is.
pub(super) enum Matter {
    Petition(Box<TrackView>),
    Order(Box<OrderView>),
}

/// The matter, opened.
pub(super) struct Opened {
    pub access: Access,
    pub number: CaseNumber,
    pub matter: Matter,
    /// What she handed in herself, with the names in clear.
    pub files: Vec<(Attachment, String)>,
    /// Papers that were issued to her, the newest first.
    pub papers: Vec<LetterRow>,
    /// Who looked, newest first.
    pub views: Vec<View>,
    /// The looks she objected to.
    pub about: Vec<AboutLook>,
    /// Names of organisations.
    pub names: Names,
    /// The same units as sentences call them.
    pub short: Names,
    /// Who has which part in it, so that a look says in what capacity it was taken.
    pub parts: Parts,
    /// The handler's name, once there is one.
    pub handler: Option<String>,
    /// The agent's name, when there is one.
    pub agent: Option<String>,
    /// The holder's telephone.
    pub phone: Option<String>,
    /// The language she is answered in.
    pub language: Locale,
    /// What is said in her recordings, with the names of those who wrote it down.
    pub written: Vec<(Transcript, String)>,
    /// Her seat at a reception, and those she could book.
    pub receptions: Hers,
    /// What she may contest now, and whom she asks.
    pub offer: Option<services::review::Offered>,
    /// Her reviews, oldest first.
    pub reviews: Vec<Review>,
    /// The mediations in which she is a party, oldest first.
    pub mediations: Vec<kernel::CaseId>,
    pub now: Timestamp,
}

/// Who has which part in a matter.
#[derive(Default)]
pub(super) struct Parts(Vec<(UserId, &'static str)>);

impl Parts {
    fn of(facts: &MatterFacts) -> Self {
        let all = [
            (facts.handler, "views-part-handler"),
            (facts.checker, "views-part-checker"),
            (facts.agent, "views-part-agent"),
            (facts.leader, "views-part-leader"),
            (facts.registrar, "views-part-registrar"),
        ];
        Self(all.into_iter().filter_map(|(user, key)| Some((user?, key))).collect())
    }

    /// The key of her part, the nearest to the work first; none for whoever has no part of her own.
    pub(super) fn of_user(&self, user: UserId) -> Option<&'static str> {
        self.0.iter().find(|(known, _)| *known == user).map(|(_, key)| *key)
    }
}

/// Looks shown on the page of looks.
const LOOKS: u32 = 200;

/// Opens `number` with the proof that the browser brings. `None` when there is none, or when it belongs to another matter.
pub(super) async fn open(visit: &Visit, access: Option<Access>, number: &str) -> Result<Option<Opened>, Problem> {
    let (Some(access), Ok(number)) = (access, CaseNumber::parse(number)) else { return Ok(None) };
    let state = &visit.state;
    let opened = state.read(move |tx, kit, ctx| {
        // A seat at a mediation is no matter; it has a page of its own.
        let Some(row) = matter::find_by_id(tx, access.case())? else { return Ok(None) };
        if row.number != number {
            return Ok(None);
        }
        let matter = match row.facts.kind {
            CaseKind::Petition => Matter::Petition(Box::new(services::petition::track(tx, kit, ctx, &access)?)),
            CaseKind::WorkOrder => Matter::Order(Box::new(services::work_order::track_order(tx, kit, ctx, &access)?)),
            // It has one page of its own and none of these steps.
            CaseKind::Obstruction
            | CaseKind::Find
            | CaseKind::Supervision
            | CaseKind::Advice
            | CaseKind::Meeting
            | CaseKind::Review
            | CaseKind::Suggestion
            | CaseKind::Mediation
            | CaseKind::Cluster
            | CaseKind::Whistleblow => {
                return Ok(None);
            }
        };
        let views = matter::views(tx, access.region(), access.case(), LOOKS)?;
        let about = obstruction::about_looks(tx, &access)?;
        let staff = people::names(tx, row.facts.handler)?;
        let (offer, reviews) = super::contest::offer(tx, ctx, &access, &matter)?;
        let organs: Vec<OrgId> = reviews.iter().map(|review| review.organ).collect();
        let named = |matter: &Matter| [orgs(matter, &views, &about), organs.clone()].concat();
        Ok(Some(Opened {
            language: services::petition::language(tx, access.region(), row.petitioner)?,
            written: written(tx, kit, &access)?,
            files: files(tx, kit, &access)?,
            papers: papers(tx, &access, &reviews)?,
            short: organisation::called(tx, named(&matter))?,
            names: organisation::names(tx, named(&matter))?,
            parts: Parts::of(&row.facts),
            phone: organisation::phone(tx, matter.turn())?,
            handler: row.facts.handler.and_then(|user| staff.get(&user).cloned()),
            agent: agent_of(&matter),
            receptions: reception::hers(tx, ctx, &access)?,
            offer,
            reviews,
            mediations: services::mediation::seats(tx, &access)?,
            access: access.clone(),
            number: row.number,
            matter,
            views,
            about,
            now: ctx.now(),
        }))
    });
    Ok(opened.await?)
}

/// Her papers, those of her reviews among them, the newest first.
fn papers(tx: &mut Tx, access: &Access, reviews: &[Review]) -> Result<Vec<LetterRow>, Error> {
    let mut all = document::hers(tx, access.region(), access.case())?;
    for review in reviews {
        all.extend(document::hers_of_review(tx, access.region(), review)?);
    }
    all.sort_by_key(|row| std::cmp::Reverse((row.issued_at, row.id)));
    Ok(all)
}

fn files(tx: &mut Tx, kit: &services::Kit, access: &Access) -> Result<Vec<(Attachment, String)>, Error> {
    let mut files = vec![];
    for file in attachment::list(tx, access.region(), access.case())? {
        if is_hers(&file) {
            let name = file.name(&kit.keys)?.reveal().clone();
            files.push((file, name));
        }
    }
    Ok(files)
}

fn written(tx: &mut Tx, kit: &services::Kit, access: &Access) -> Result<Vec<(Transcript, String)>, Error> {
    let all = attachment::transcripts(tx, &kit.keys, access.region(), access.case())?;
    let names = people::names(tx, all.values().map(|one| one.by))?;
    let name = |one: &Transcript| names.get(&one.by).cloned().unwrap_or_default();
    Ok(all.into_values().map(|one| (one.clone(), name(&one))).collect())
}

/// Whether she handed it in: what offices add is theirs to serve.
pub(super) fn is_hers(file: &Attachment) -> bool {
    file.by_kind == "PETITIONER"
}

/// Every unit the page may speak of: who looked, who was told of a look, and whose turn it is.
fn orgs(matter: &Matter, views: &[View], about: &[AboutLook]) -> Vec<OrgId> {
    let looked = views.iter().map(|view| view.org).chain(about.iter().map(|about| about.receiver));
    looked.chain([matter.turn(), matter.bureau()]).chain(matter.unit()).collect()
}

impl Matter {
    /// Whether it is handled together with others of the same cause.
    pub(super) fn is_gathered(&self) -> bool {
        match self {
            Self::Petition(view) => !view.state.clusters.is_empty(),
            Self::Order(view) => !view.state.clusters.is_empty(),
        }
    }

    /// Whose move is next.
    pub(super) fn turn(&self) -> OrgId {
        match self {
            Self::Petition(view) => view.state.turn(),
            Self::Order(view) => view.state.turn(),
        }
    }

    /// Who registered it.
    pub(super) fn bureau(&self) -> OrgId {
        match self {
            Self::Petition(view) => view.bureau,
            Self::Order(view) => view.state.centre,
        }
    }

    /// Who does the work, once it was sent to somebody.
    pub(super) fn unit(&self) -> Option<OrgId> {
        match self {
            Self::Petition(view) => view.unit,
            Self::Order(view) => view.state.work().map(|work| work.unit),
        }
    }

    /// Whether she may do this now.
    pub(super) fn may(&self, petition: petition::CommandKind, order: Option<work_order::CommandKind>) -> bool {
        match self {
            Self::Petition(view) => view.allowed.iter().any(|possible| possible.row.command == petition),
            Self::Order(view) => view.allowed.iter().any(|possible| Some(possible.row.command) == order),
        }
    }

    /// Why something that fits is not possible yet.
    pub(super) fn not_yet(&self, command: petition::CommandKind) -> Option<Refusal> {
        match self {
            Self::Petition(view) => {
                view.allowed.iter().find(|possible| possible.row.command == command)?.not_yet.clone()
            }
            Self::Order(_) => None,
        }
    }

    /// The stage's name for people.
    pub(super) fn stage(&self) -> String {
        match self {
            Self::Petition(view) => view.stage.key(),
            Self::Order(view) => view.state.stage().key(),
        }
    }
}

impl Opened {
    /// What an organisation is called in a sentence of this page.
    pub(super) fn called(&self, org: OrgId) -> &str {
        self.short.get(&org).map_or("", String::as_str)
    }

    /// The full name of an organisation on this page.
    pub(super) fn name(&self, org: OrgId) -> &str {
        self.names.get(&org).map_or("", String::as_str)
    }

    /// How many files she handed in, and how large they are together.
    pub(super) fn handed_in(&self) -> (u32, u64) {
        let count = u32::try_from(self.files.len()).unwrap_or(u32::MAX);
        (count, self.files.iter().map(|(file, _)| file.size).sum())
    }
}

/// Who acts for her now; nobody whose mandate ended.
fn agent_of(matter: &Matter) -> Option<String> {
    let agency = match matter {
        Matter::Petition(view) => &view.agency,
        Matter::Order(view) => &view.agency,
    };
    Some(agency.name.clone()).filter(|name| !name.is_empty())
}
