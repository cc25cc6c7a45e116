//! What a person writes, parsed at the door: one form for the portal, the desk, the API and the import.

use domain::{
    case::{Channel, MatterType, Purpose},
    device::DeviceTime,
};
use jiff::Timestamp;
use kernel::{DivisionCode, GridId, Locale, Mobile, NonEmpty, OrgId, PersonName, Refusal, Text, UserId, beijing_noon};
use serde::{Deserialize, Serialize};

use crate::error::{Collect, Error};

/// Claims of one filing: an answer is owed to each, so what is another matter is filed as one.
const MOST_CLAIMS: usize = 10;

/// A petition as it is written, in texts. Every field may be missing; [`PetitionForm::parse`] says what must not be.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PetitionForm {
    /// In one line; made from the first claim when empty.
    pub title: String,
    /// What happened.
    pub facts: String,
    /// What she wants, one by one; empty ones are skipped.
    pub claims: Vec<String>,
    /// Name; may follow later.
    pub name: String,
    /// Telephone.
    pub phone: String,
    /// Address.
    pub address: String,
    /// Where it happened: a division code.
    pub division: String,
    /// How it came, for staff; the portal's is always the web.
    pub channel: String,
    /// When it was received, for staff and drafts: RFC 3339, or a day.
    pub received_at: String,
    /// Type; an appeal or claim when empty.
    pub matter_type: String,
    /// Purpose; a decision when empty.
    pub purpose: String,
    /// The grid she lives in, by id, when she or whoever registers knows it.
    pub grid: String,
    /// The unit complained of, by id, for staff.
    pub respondent: String,
    /// People who came or signed.
    pub headcount: String,
    /// Representatives present, for a visit.
    pub representatives: String,
    /// The language she is answered in.
    pub language: String,
    /// "What I say is true".
    pub truth: bool,
    /// When the form was begun, by the clock of the device it was taken down on: RFC 3339 with its offset; for staff.
    pub device_begun_at: String,
    /// When it was complete, by the same clock.
    pub device_done_at: String,
    /// By how many seconds that clock ran ahead of ours when the form was sent.
    pub device_skew: String,
}

/// Through which door it comes: what the person at it may say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Door {
    /// Filed by the petitioner on the web: received now, on the web, from one person.
    Public,
    /// Taken down by staff or an agent: channel and time of receipt as they were.
    Staff,
    /// From a file of an older system: a way to be reached may be missing.
    Import,
}

/// Who complains, as sealed into the person's row.
#[derive(Debug, Clone)]
pub struct Contact {
    /// Name, if given.
    pub name: Option<PersonName>,
    /// Telephone, if given.
    pub phone: Option<Mobile>,
    /// Address, if given.
    pub address: Option<Text<200>>,
    /// The language she is answered in.
    pub language: Locale,
}

/// A petition ready to be registered.
#[derive(Debug, Clone)]
pub struct NewPetition {
    /// One line.
    pub title: Text<120>,
    /// What happened.
    pub facts: Text<20000>,
    /// What she wants.
    pub claims: NonEmpty<Text<2000>>,
    /// Who.
    pub contact: Contact,
    /// Where.
    pub division: DivisionCode,
    /// How it came.
    pub channel: Channel,
    /// When it was received, as far as the form says.
    pub received_at: Timestamp,
    /// Whether somebody wrote down when it was received. Otherwise the device's clock may tell ([`NewPetition::received`]).
    pub dated: bool,
    /// What the device said of the time.
    pub device: Option<DeviceTime>,
    /// Type.
    pub matter_type: MatterType,
    /// Purpose.
    pub purpose: Purpose,
    /// The grid she lives in, when it is known.
    pub grid: Option<GridId>,
    /// The unit complained of.
    pub respondent: Option<OrgId>,
    /// People.
    pub headcount: u32,
    /// Representatives.
    pub representatives: u32,
    /// The agent who files for her under a mandate.
    pub agent: Option<UserId>,
    /// The station whose agent she asks to call her within a day.
    pub station: Option<OrgId>,
    /// The words it is found by. Cut here, by the thread that reads the form: the database has one thread that writes.
    pub words: Vec<String>,
}

impl PetitionForm {
    /// Reads the form at `door`; `now` is the moment it arrives.
    ///
    /// # Errors
    /// [`Error::Invalid`] with every field that holds what it must not hold.
    pub fn parse(&self, door: Door, now: Timestamp) -> Result<NewPetition, Error> {
        let mut errors = Collect::default();
        let facts = errors.take(Text::parse("facts", &self.facts));
        let claims = self.parse_claims(&mut errors);
        let title = errors.take(self.parse_title(claims.as_ref()));
        let contact = self.parse_contact(door, &mut errors);
        let division = errors.take(DivisionCode::parse(&self.division));
        let channel = errors.take(self.parse_channel(door));
        let received_at = errors.take(self.parse_received(door, now));
        let device = errors.take(self.parse_device(door));
        let matter_type =
            errors.take(choice("matter_type", &self.matter_type, MatterType::AppealClaim, MatterType::parse));
        let purpose = errors.take(choice("purpose", &self.purpose, Purpose::SeekDecision, Purpose::parse));
        let grid = errors.take(optional_grid(&self.grid));
        let respondent = errors.take(optional_id("respondent", &self.respondent, door));
        let headcount = errors.take(number("headcount", &self.headcount, 1));
        let representatives = errors.take(number("representatives", &self.representatives, 0));
        if door == Door::Public && !self.truth {
            errors.add(Refusal::rule("truth-not-confirmed", "R-004", "A19_2").on("truth"));
        }
        errors.finish()?;
        let missing = || Error::Invalid(vec![]);
        let (title, facts) = (title.ok_or_else(missing)?, facts.ok_or_else(missing)?);
        let claims = claims.ok_or_else(missing)?;
        Ok(NewPetition {
            words: words(&title, &facts, &claims),
            title,
            facts,
            claims,
            contact: contact.ok_or_else(missing)?,
            division: division.ok_or_else(missing)?,
            channel: channel.ok_or_else(missing)?,
            received_at: received_at.ok_or_else(missing)?,
            dated: door != Door::Public && !self.received_at.trim().is_empty(),
            device: device.ok_or_else(missing)?,
            matter_type: matter_type.ok_or_else(missing)?,
            purpose: purpose.ok_or_else(missing)?,
            grid: grid.ok_or_else(missing)?,
            respondent: respondent.ok_or_else(missing)?,
            headcount: headcount.ok_or_else(missing)?,
            representatives: representatives.ok_or_else(missing)?,
            agent: None,
            station: None,
        })
    }

    fn parse_claims(&self, errors: &mut Collect) -> Option<NonEmpty<Text<2000>>> {
        let mut claims = vec![];
        for (i, text) in self.claims.iter().enumerate().filter(|(_, text)| !text.trim().is_empty()) {
            claims.extend(errors.take(Text::parse(&format!("claims.{i}"), text)));
        }
        let none_written = self.claims.iter().all(|text| text.trim().is_empty());
        if claims.len() > MOST_CLAIMS {
            errors.add(Refusal::invalid("claims", "claims-filed-too-many").with("max", MOST_CLAIMS));
        }
        if claims.is_empty() && !none_written {
            // Every claim that was written is refused already, by its own field.
            return None;
        }
        errors.take(NonEmpty::parse("claims", claims))
    }

    fn parse_title(&self, claims: Option<&NonEmpty<Text<2000>>>) -> Result<Text<120>, Refusal> {
        if !self.title.trim().is_empty() {
            return Text::parse("title", &self.title);
        }
        let source = claims.map_or(self.facts.as_str(), |claims| claims.first().as_str());
        let line: String = source.trim().lines().next().unwrap_or("").chars().take(40).collect();
        // A title is no sentence: what ends one would stand in the middle of those that quote it.
        let line = line.trim_end_matches(|c: char| c.is_whitespace() || "。．.，,；;：:、".contains(c));
        // An empty form is refused by its facts and claims; the title is not the person's concern.
        Text::parse("title", if line.trim().is_empty() { "—" } else { line })
    }

    fn parse_contact(&self, door: Door, errors: &mut Collect) -> Option<Contact> {
        let name = self.name.trim();
        let name = if name.is_empty() { Some(None) } else { errors.take(PersonName::parse("name", name).map(Some)) };
        let phone = self.phone.trim();
        let phone = if phone.is_empty() { Some(None) } else { errors.take(Mobile::parse("phone", phone).map(Some)) };
        let address = errors.take(Text::parse_optional("address", &self.address));
        if door == Door::Public && self.phone.trim().is_empty() && self.address.trim().is_empty() {
            errors.add(Refusal::rule("no-way-to-reach", "R-003", "A19_1").on("phone"));
        }
        Some(Contact { name: name?, phone: phone?, address: address?, language: Locale::negotiate(&self.language) })
    }

    fn parse_channel(&self, door: Door) -> Result<Channel, Refusal> {
        match door {
            Door::Public => Ok(Channel::Web),
            Door::Staff | Door::Import => choice("channel", &self.channel, Channel::Visit, Channel::parse),
        }
    }

    fn parse_device(&self, door: Door) -> Result<Option<DeviceTime>, Refusal> {
        if door != Door::Staff || self.device_done_at.trim().is_empty() {
            return Ok(None);
        }
        let (done_at, offset) = device_moment("device_done_at", &self.device_done_at)?;
        let begun_at = match self.device_begun_at.trim() {
            "" => done_at,
            text => device_moment("device_begun_at", text)?.0,
        };
        let skew = match self.device_skew.trim() {
            "" => None,
            text => Some(text.parse().map_err(|_| Refusal::invalid("device_skew", "number"))?),
        };
        Ok(Some(DeviceTime { begun_at, done_at, offset, skew }))
    }

    fn parse_received(&self, door: Door, now: Timestamp) -> Result<Timestamp, Refusal> {
        let text = self.received_at.trim();
        if door == Door::Public || text.is_empty() {
            return Ok(now);
        }
        if let Ok(at) = text.parse::<Timestamp>() {
            return Ok(at);
        }
        let day: jiff::civil::Date = text.parse().map_err(|_| Refusal::invalid("received_at", "time"))?;
        // A day alone stands for its noon; today's noon may still be to come.
        Ok(if day == kernel::beijing_date(now) { now } else { beijing_noon(day) })
    }
}

impl NewPetition {
    /// When it counts as received at `now`: as written down, or as the device says if that can be true within `days`, or now.
    #[must_use]
    pub fn received(&self, now: Timestamp, days: i64) -> Timestamp {
        let told = self.device.as_ref().filter(|_| !self.dated);
        told.and_then(|device| device.received(now, days)).unwrap_or(self.received_at)
    }
}

/// A moment by a device's clock with the minutes east of UTC it was written with, as fine as storage keeps it.
fn device_moment(field: &str, text: &str) -> Result<(Timestamp, i16), Refusal> {
    let wrong = || Refusal::invalid(field, "time");
    let at: Timestamp = text.trim().parse().map_err(|_| wrong())?;
    let at = Timestamp::from_millisecond(at.as_millisecond()).map_err(|_| wrong())?;
    let pieces = jiff::fmt::temporal::Pieces::parse(text.trim()).map_err(|_| wrong())?;
    let seconds = pieces.to_numeric_offset().map_or(0, jiff::tz::Offset::seconds);
    Ok((at, i16::try_from(seconds / 60).map_err(|_| wrong())?))
}

fn words(title: &Text<120>, facts: &Text<20000>, claims: &NonEmpty<Text<2000>>) -> Vec<String> {
    let mut text = vec![title.as_str(), facts.as_str()];
    text.extend(claims.iter().map(Text::as_str));
    intelligence::text::index_tokens(&text.join("\n"))
}

fn choice<T>(field: &str, text: &str, default: T, parse: impl Fn(&str) -> Option<T>) -> Result<T, Refusal> {
    match text.trim() {
        "" => Ok(default),
        text => parse(text).ok_or_else(|| Refusal::invalid(field, "unknown-choice")),
    }
}

fn optional_id(field: &str, text: &str, door: Door) -> Result<Option<OrgId>, Refusal> {
    match text.trim() {
        "" => Ok(None),
        // The public names a respondent in words; which unit that is, the desk decides.
        _ if door == Door::Public => Ok(None),
        text => text.parse().map(Some).map_err(|_| Refusal::invalid(field, "unknown-choice")),
    }
}

fn optional_grid(text: &str) -> Result<Option<GridId>, Refusal> {
    match text.trim() {
        "" => Ok(None),
        text => text.parse().map(Some).map_err(|_| Refusal::invalid("grid", "unknown-choice")),
    }
}

fn number(field: &str, text: &str, default: u32) -> Result<u32, Refusal> {
    match kernel::halfwidth(text).trim() {
        "" => Ok(default),
        digits => digits.parse().ok().filter(|n| *n <= 100_000).ok_or_else(|| Refusal::invalid(field, "number")),
    }
}
