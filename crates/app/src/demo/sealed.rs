//! The sealed desk of the demo: a key with passphrases that everybody can read here, a report that nobody has opened yet, and one that
//! is with another office. What they say is invented.

use domain::{
    access::{self, Permit, Subject, actions::KeepSealedKeys},
    people::Role,
    whistleblow::{Level, Reason},
};
use jiff::{SignedDuration, Timestamp};
use kernel::{CaseId, Clock as _, Ctx, DivisionCode, FixedClock, Locale, OrgId, Redacted, UserId};
use services::{
    Error, Kit,
    sealed::{self, Desk, Door, Step, Words},
    secrets::envelope::{self, Effort, Passphrase},
};
use store::Store;

use super::{cast::Cast, place::Place};

/// The passphrases of the demo's two officers.
pub(super) const PASSPHRASES: [&str; 2] = ["草原上的风吹过远处的山岗", "敖包相会的时候月亮升起来了"];

/// What the invented reports say: what, whom, name, how to be reached.
const TOLD: [[&str; 4]; 2] = [
    ["村里去年的机井维修款报了三次，井只修了一次，发票是同一家店开的。（虚构）", "某嘎查会计（虚构）", "", ""],
    [
        "草场补贴的名单上有两户早就搬走了，钱还在领。名单和照片我有。（虚构）",
        "某苏木工作人员（虚构）",
        "虚构报告人",
        "只写信，寄到旗里邮局留存（虚构）",
    ],
];

/// What it is made with.
struct Making<'a> {
    store: &'a Store,
    kit: &'a Kit,
    place: &'a Place,
    cast: &'a Cast,
    seed: u64,
}

/// Makes key and reports in the county whose portal is shown; nothing where it has fewer than two sealed officers.
pub(super) fn make(
    (store, kit): (&Store, &Kit),
    (place, cast): (&Place, &Cast),
    now: Timestamp,
    seed: u64,
) -> Result<(), Error> {
    let maker = Making { store, kit, place, cast, seed };
    let Some(office) = place.org(place.main(), "纪委") else { return Ok(()) };
    if maker.officers(office).is_none_or(|[one, two]| one == two) {
        return Ok(());
    }
    maker.key(now - SignedDuration::from_hours(24 * 200))?;
    let away = now - SignedDuration::from_hours(24 * 9);
    let report = maker.file(away, 1)?;
    maker.handed_over(office, report, away + SignedDuration::from_hours(5))?;
    maker.file(now - SignedDuration::from_hours(3), 0).map(drop)
}

impl Making<'_> {
    fn officers(&self, office: OrgId) -> Option<[UserId; 2]> {
        let user = |nth| self.cast.user(office, Role::DisciplineSealed, nth);
        Some([user(0)?, user(1)?])
    }

    fn write<T: Send + 'static>(
        &self,
        at: Timestamp,
        work: impl Fn(&mut store::Tx, &Kit, &Ctx) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        let (kit, seed) = (self.kit.clone(), self.seed ^ at.as_second().unsigned_abs());
        self.store.write_blocking(move |tx| work(tx, &kit, &Ctx::seeded(at, seed)))
    }

    fn key(&self, at: Timestamp) -> Result<(), Error> {
        let [one, two] = PASSPHRASES;
        let (one, two) = (Passphrase::parse("first", one)?, Passphrase::parse("second", two)?);
        let key = envelope::make(&Ctx::seeded(at, self.seed ^ 0x5EA1), [&one, &two], Effort::CHEAP)?;
        let division = DivisionCode::parse(self.place.main())?;
        self.write(at, move |tx, _, ctx| {
            let permit: Permit<KeepSealedKeys> = access::permit(&Subject::System, &division)?;
            sealed::init(tx, ctx, &permit, &key)
        })
    }

    fn file(&self, at: Timestamp, told: usize) -> Result<CaseId, Error> {
        let division = DivisionCode::parse(self.place.main())?;
        let desk: Option<Desk> = self.write(at, move |tx, _, ctx| Ok(sealed::desk_for(tx, ctx, &division, &[])?))?;
        let desk = desk.ok_or_else(|| kernel::Fault::inconsistent("demo", "no sealed desk"))?;
        let ctx = Ctx::seeded(FixedClock::at(at).now(), self.seed ^ (0x5EA2 + told as u64));
        let case: CaseId = ctx.new_id();
        let [text, whom, name, reach] = TOLD[told].map(|text| Redacted::new(text.to_owned()));
        let words = Words { text, whom, name, reach };
        let door = Door { case, identity: words.identity(), level: Level::Own, not_to: vec![], language: Locale::Zh };
        let parts = sealed::close(&desk.key, &ctx, (case, 0), &words, &[])?;
        let key = format!("demo-sealed-{told}");
        self.write(at, move |tx, kit, ctx| sealed::receive(tx, kit, ctx, &desk, &door, (&parts, &key)).map(drop))?;
        Ok(case)
    }

    /// Two opened it, handed it over, and the office has it.
    fn handed_over(&self, office: OrgId, case: CaseId, at: Timestamp) -> Result<(), Error> {
        let Some([_, second]) = self.officers(office) else { return Ok(()) };
        let Some(subject) = self.cast.subject(office, Role::DisciplineSealed, 0, at) else { return Ok(()) };
        let opens = subject.clone();
        self.write(at, move |tx, kit, ctx| {
            sealed::opened(tx, kit, ctx, &opens, case, (second, Reason::Assign)).map(drop)
        })?;
        let hands = subject.clone();
        self.write(at + SignedDuration::from_mins(20), move |tx, kit, ctx| {
            sealed::hand_over(tx, kit, ctx, &hands, case, "DISCIPLINE").map(drop)
        })?;
        self.write(at + SignedDuration::from_hours(26), move |tx, kit, ctx| {
            sealed::step(tx, kit, ctx, &subject, case, &Step::ConfirmReceipt(None)).map(drop)
        })
    }
}
