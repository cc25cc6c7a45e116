//! Who does a deed, with the hands of the house.

use domain::{
    access::Subject,
    people::Role,
    petition::{Command, Petition},
};
use jiff::{ToSpan as _, civil::Date};
use kernel::{CaseId, Ctx, OrgId, Refusal, Text, UserId};
use services::{Error, matter, petition};
use store::Tx;

use super::{
    super::{scene::Scene, texts::Matter},
    Memory,
};

/// A deed being done: on one matter, at one moment.
pub(in super::super) struct Act<'a> {
    pub(in super::super) scene: &'a Scene,
    pub(in super::super) tx: &'a mut Tx,
    pub(in super::super) ctx: &'a Ctx,
    pub(in super::super) index: usize,
    pub(in super::super) memory: &'a mut Memory,
}

/// A text of the story.
pub(super) fn text<const MAX: usize>(words: &str) -> Result<Text<MAX>, Refusal> {
    Text::parse("text", words)
}

impl Act<'_> {
    /// The matter it is about.
    pub(super) fn matter(&self) -> &Matter {
        &self.scene.matters[self.index]
    }

    /// Its case.
    pub(super) fn id(&self) -> Result<CaseId, Refusal> {
        self.memory.cases.get(&self.index).copied().ok_or_else(Refusal::not_permitted)
    }

    /// What hangs on it under a name.
    pub(super) fn also(&self, name: &'static str) -> Result<CaseId, Refusal> {
        self.memory.also.get(&(self.index, name)).copied().ok_or_else(Refusal::not_permitted)
    }

    /// Remembers what hangs on it.
    pub(super) fn keep(&mut self, name: &'static str, id: CaseId) {
        self.memory.also.insert((self.index, name), id);
    }

    /// The petition as it stands.
    pub(super) fn petition(&mut self) -> Result<Petition, Error> {
        let id = self.id()?;
        let loaded = matter::load::<Petition>(self.tx, self.scene.place.region(), id)?;
        Ok(loaded.ok_or_else(Refusal::not_permitted)?.state)
    }

    /// The station of the township that is shown.
    pub(super) fn station(&self) -> Result<OrgId, Refusal> {
        self.org(self.scene.place.sample.main_township.as_str(), "代办站")
    }

    /// An office of the county that is shown.
    pub(super) fn county(&self, word: &str) -> Result<OrgId, Refusal> {
        self.org(self.scene.place.main(), word)
    }

    /// The bureau of the city.
    pub(super) fn city(&self) -> Result<OrgId, Refusal> {
        self.org(self.scene.place.region(), "信访")
    }

    fn org(&self, division: &str, word: &str) -> Result<OrgId, Refusal> {
        self.scene.place.org(division, word).ok_or_else(Refusal::not_permitted)
    }

    /// Somebody of an office.
    pub(super) fn who(&self, org: OrgId, role: Role, nth: usize) -> Result<Subject, Refusal> {
        self.scene.cast.subject(org, role, nth, self.ctx.now()).ok_or_else(Refusal::not_permitted)
    }

    /// Her id.
    pub(super) fn user(&self, org: OrgId, role: Role, nth: usize) -> Result<UserId, Refusal> {
        self.scene.cast.user(org, role, nth).ok_or_else(Refusal::not_permitted)
    }

    /// Agent of the station, from 0.
    pub(super) fn agent(&self, nth: usize) -> Result<Subject, Refusal> {
        self.who(self.station()?, Role::Agent, nth)
    }

    /// An officer of the county's bureau.
    pub(super) fn officer(&self, nth: usize) -> Result<Subject, Refusal> {
        self.who(self.county("信访")?, Role::BureauOfficer, nth)
    }

    /// The supervisor of the county's bureau.
    pub(super) fn supervisor(&self) -> Result<Subject, Refusal> {
        self.who(self.county("信访")?, Role::Supervisor, 0)
    }

    /// The joint meeting's office.
    pub(super) fn joint(&self) -> Result<Subject, Refusal> {
        self.who(self.county("联席办")?, Role::JointMeetingOffice, 0)
    }

    /// A leader of the unit that has it.
    pub(super) fn head(&self, nth: usize) -> Result<Subject, Refusal> {
        self.who(self.matter().unit, Role::UnitLeader, nth)
    }

    /// The first handler of the unit that has it.
    pub(super) fn handler(&self) -> Result<Subject, Refusal> {
        self.who(self.matter().unit, Role::UnitHandler, 0)
    }

    /// Somebody does something with the petition.
    pub(super) fn does(&mut self, subject: &Subject, act: impl Into<petition::Act>) -> Result<(), Error> {
        let id = self.id()?;
        petition::act(self.tx, &self.scene.kit, self.ctx, subject, id, None, &act.into()).map(drop)
    }

    /// She does.
    pub(super) fn she(&mut self, command: Command) -> Result<(), Error> {
        let subject = Subject::Petitioner(self.id()?);
        self.does(&subject, command)
    }

    /// In so many days.
    pub(super) fn after(&self, days: i64) -> Date {
        self.ctx.today().saturating_add(days.days())
    }
}
