//! Which parts of a case a person sees: the columns of rules.md §8.2.

use crate::{
    names,
    people::Role::{self, Agent, BureauOfficer, Citizen, GridMember, Registrar, StationLead, UnitHandler, UnitLeader},
};

use super::action::Action;

names! {
    /// A group of fields that is shown or hidden together.
    pub enum Field {
        /// Number, stage, clocks, who has it until when.
        Track = "TRACK",
        /// What the unit complained of may read: a summary without persons.
        Summary = "SUMMARY",
        /// Title, facts, claims, attachments.
        Content = "CONTENT",
        /// Name and telephone with the middle masked.
        IdentityMasked = "IDENTITY_MASKED",
        /// Name, telephone and address in full.
        IdentityFull = "IDENTITY_FULL",
        /// Who is complained of.
        Respondent = "RESPONDENT",
        /// Notes and drafts of the offices.
        InternalNotes = "INTERNAL_NOTES",
        /// Grade and words of a rating, without who gave it.
        RatingAnonymous = "RATING_ANONYMOUS",
        /// Grade and words of a rating.
        RatingText = "RATING_TEXT",
        /// Who looked, and when.
        ViewLog = "VIEW_LOG",
    }
}

/// A set of [`Field`]s.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub struct Fields(u16);

impl Fields {
    /// Nothing.
    pub const NONE: Self = Self(0);

    /// These fields.
    #[must_use]
    pub const fn of(fields: &[Field]) -> Self {
        let mut set = 0;
        let mut i = 0;
        while i < fields.len() {
            set |= 1 << fields[i] as u16;
            i += 1;
        }
        Self(set)
    }

    /// Whether `field` is shown.
    #[must_use]
    pub const fn shows(self, field: Field) -> bool {
        self.0 & (1 << field as u16) != 0
    }

    /// Both sets.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The fields shown, in order.
    pub fn iter(self) -> impl Iterator<Item = Field> {
        Field::ALL.iter().copied().filter(move |field| self.shows(*field))
    }
}

impl std::fmt::Debug for Fields {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}

/// What `role` sees of a case when it does `action`.
#[must_use]
pub(super) fn fields(role: Role, action: Action) -> Fields {
    match action {
        Action::ReadMatter => read_fields(role),
        Action::SearchMatters | Action::ExportMatters => without_identity(read_fields(role)),
        Action::ReadObstruction => report_fields(role),
        Action::ReadFind => find_fields(role),
        Action::RevealIdentity | Action::RevealReporter => Fields::of(&[Field::IdentityFull]),
        Action::ReadAsRespondent => Fields::of(&[Field::Summary]),
        Action::ReadAsAssistant => Fields::of(&[Field::Track, Field::Summary]),
        Action::ReadViewLog => Fields::of(&[Field::ViewLog]),
        _ => Fields::NONE,
    }
}

/// Rows 1, 2 and 4 of rules.md §8.2. Row 3 (reports of wrongdoing) is nobody's here.
fn read_fields(role: Role) -> Fields {
    use Field::{Content, IdentityFull, IdentityMasked, InternalNotes, RatingAnonymous, RatingText, Respondent, Track};
    match role {
        Citizen => Fields::of(&[Track, Content, IdentityFull, Respondent, RatingText]),
        Agent => Fields::of(&[Track, Content, IdentityFull, Respondent]),
        GridMember => Fields::of(&[Track]),
        StationLead | Registrar | BureauOfficer | Role::Supervisor | Role::JointMeetingOffice => {
            Fields::of(&[Track, Content, IdentityMasked, Respondent, InternalNotes, RatingText])
        }
        UnitHandler | UnitLeader => {
            Fields::of(&[Track, Content, IdentityMasked, Respondent, InternalNotes, RatingAnonymous])
        }
        // A delegate who leads one matter reads what it is about; whom it is about she learns from the person herself.
        Role::FollowupCaller | Role::Delegate => Fields::of(&[Track, Content, IdentityMasked]),
        _ => Fields::NONE,
    }
}

/// Row 报复举报: whoever may open it sees all of it but the reporter's name.
fn report_fields(role: Role) -> Fields {
    use Field::{Content, IdentityFull, IdentityMasked, InternalNotes, Respondent, Track};
    match role {
        Citizen => Fields::of(&[Track, Content, IdentityFull, Respondent]),
        BureauOfficer | Role::Supervisor | Role::DisciplineSealed => {
            Fields::of(&[Track, Content, IdentityMasked, Respondent, InternalNotes])
        }
        _ => Fields::NONE,
    }
}

/// A find: the few words and, once she consented, her masked name; in full only for her and her agent.
fn find_fields(role: Role) -> Fields {
    use Field::{Content, IdentityFull, IdentityMasked, InternalNotes, Track};
    match role {
        Citizen => Fields::of(&[Track, Content, IdentityFull]),
        Agent => Fields::of(&[Track, Content, IdentityFull, InternalNotes]),
        GridMember | StationLead | BureauOfficer => Fields::of(&[Track, Content, IdentityMasked, InternalNotes]),
        _ => Fields::NONE,
    }
}

/// A search hit or a sheet never carries a name in full, whoever asks.
fn without_identity(fields: Fields) -> Fields {
    if fields.shows(Field::IdentityFull) {
        let rest: Vec<Field> = fields.iter().filter(|field| *field != Field::IdentityFull).collect();
        Fields::of(&rest).and(Fields::of(&[Field::IdentityMasked]))
    } else {
        fields
    }
}
