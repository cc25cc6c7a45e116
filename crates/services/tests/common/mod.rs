//! A small banner for the stories: a bureau, two units, and people in every role they need.

use domain::{
    access::{self, Permit, StaffSubject, Subject, actions::AdminDivisions, actions::AdminUnits},
    organisation::OrgKind,
    people::{Role, RoleGrant},
};
use jiff::Timestamp;
use kernel::{Clock as _, Ctx, DivisionCode, FixedClock, OrgId, Text, UserId};
use lianxin_services::{
    Error, Kit, divisions,
    organisation::{self, OrgDraft},
    petition::{Door, NewPetition, PetitionForm},
    secrets::Keys,
};
use store::{Store, Tx};

pub(crate) const BANNER: &str = "150223";
const TREE: &str =
    "code,name\n1502,包头市\n150223,达尔罕茂明安联合旗\n150223100,百灵庙镇\n150223100201,巴音花嘎查村\n150204,青山区\n";

pub(crate) struct World {
    pub(crate) store: Store,
    pub(crate) kit: Kit,
    pub(crate) clock: FixedClock,
    pub(crate) bureau: OrgId,
    pub(crate) forestry: OrgId,
    pub(crate) housing: OrgId,
}

impl World {
    /// The banner at the moment `now`.
    pub(crate) fn new(store: &Store, now: &str) -> Self {
        let now: Timestamp = now.parse().unwrap();
        let place = DivisionCode::parse("15").unwrap();
        let permit: Permit<AdminDivisions> = access::permit(&Subject::System, &place).unwrap();
        divisions::import_divisions(store, &[permit], TREE.as_bytes()).unwrap();
        let create = |seed: u64, kind: OrgKind, name: &'static str| {
            store
                .write_blocking(move |tx| -> Result<OrgId, Error> {
                    let place = DivisionCode::parse(BANNER)?;
                    let permit: Permit<AdminUnits> = access::permit(&Subject::System, &place)?;
                    let draft = OrgDraft::new(kind, Text::parse("name", name)?, place);
                    Ok(organisation::create(tx, &Ctx::seeded(now, seed), &permit, draft)?.id)
                })
                .unwrap()
        };
        Self {
            bureau: create(1, OrgKind::Bureau, "达茂旗信访局"),
            forestry: create(2, OrgKind::Unit, "达茂旗林业和草原局"),
            housing: create(3, OrgKind::Unit, "达茂旗住房和城乡建设局"),
            store: store.clone(),
            kit: Kit::new(Keys::ephemeral(&Ctx::seeded(now, 9)).unwrap()),
            clock: FixedClock::at(now),
        }
    }

    /// Somebody with one role at one organisation over the banner.
    pub(crate) fn staff(&self, name: u128, role: Role, org: OrgId) -> Subject {
        let division = DivisionCode::parse(BANNER).unwrap();
        let from = jiff::civil::date(2025, 1, 1);
        let grant = RoleGrant { role, org, division, from, to: None };
        Subject::Staff(StaffSubject::new(UserId(uuid::Uuid::from_u128(name)), org, self.clock.now(), vec![grant]))
    }

    pub(crate) fn user(name: u128) -> UserId {
        UserId(uuid::Uuid::from_u128(name))
    }

    /// One use case in one transaction at the present moment.
    pub(crate) fn write<T: Send + 'static>(
        &self,
        f: impl Fn(&mut Tx, &Kit, &Ctx) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        let (kit, now) = (self.kit.clone(), self.clock.now());
        self.store.write_blocking(move |tx| f(tx, &kit, &Ctx::system(&FixedClock::at(now))))
    }

    pub(crate) fn read<T: Send + 'static>(
        &self,
        f: impl Fn(&mut Tx, &Kit, &Ctx) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        let (kit, now) = (self.kit.clone(), self.clock.now());
        self.store.read_blocking(move |tx| f(tx, &kit, &Ctx::system(&FixedClock::at(now))))
    }

    /// Moves the clock to a Beijing moment.
    pub(crate) fn at(&self, moment: &str) {
        self.clock.set(format!("{moment}+08:00").parse().unwrap());
    }

    /// A herder's three claims, as she writes them.
    pub(crate) fn form() -> PetitionForm {
        PetitionForm {
            facts: "2025 年的草畜平衡奖励少发了，拉矿的车把草场压坏，机井水泵也坏了。".into(),
            claims: vec!["核对并补发奖励".into(), "查处压坏草场的车".into(), "修好机井水泵".into()],
            name: "测试人甲".into(),
            phone: "138 0000 0006".into(),
            division: BANNER.into(),
            truth: true,
            ..PetitionForm::default()
        }
    }

    pub(crate) fn new_petition(&self) -> NewPetition {
        Self::form().parse(Door::Public, self.clock.now()).unwrap()
    }
}

pub(crate) fn code_of<T: std::fmt::Debug>(result: Result<T, Error>) -> String {
    result.unwrap_err().refusals().expect("a refusal, not a fault")[0].code.clone()
}

pub(crate) fn text<const N: usize>(text: &str) -> Text<N> {
    Text::parse("text", text).unwrap()
}
