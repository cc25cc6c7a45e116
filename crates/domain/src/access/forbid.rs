//! What nobody may do in some relation to a case, whatever her roles. A prohibition wins over every grant.

use kernel::Refusal;

use super::{
    action::{Action, On},
    scope::{Relation, Scope},
};

/// One prohibition.
#[derive(Debug, Clone, Copy)]
pub struct Forbid {
    /// Its name; the code of the refusal when it is spoken.
    pub name: &'static str,
    /// The rule of rules.md.
    pub rule: &'static str,
    /// The article.
    pub article: &'static str,
    /// Which actions it concerns.
    pub concerns: fn(Action) -> bool,
    /// Where it holds.
    pub when: Scope,
    /// Whether the refusal says which rule it was; a silent one does not even say that the case exists.
    pub spoken: bool,
}

impl Forbid {
    /// The refusal that a person gets.
    #[must_use]
    pub fn refusal(&self) -> Refusal {
        if self.spoken { Refusal::rule(self.name, self.rule, self.article) } else { Refusal::not_permitted() }
    }
}

use Relation::{
    BureauIsMyOrg, HolderIsMyOrg, IAmBarred, IAmDrafter, IAmHandler, IAmOrWasAgent, IKeepTheMachine, Limited,
    MyOrgAssists, MyOwnCase, RespondentIsMyOrg, Sealed as IsSealed,
};

/// Every prohibition.
pub const FORBIDS: &[Forbid] = &[
    // Reports of wrongdoing are sealed: no agent, no handler, no administrator (R-022, article 30). What may be done to one is
    // done by its keepers and by herself, and is done to nothing else.
    Forbid {
        name: "sealed",
        rule: "R-022",
        article: "A30_3",
        concerns: |action| !action.is_of_the_sealed(),
        when: Scope::Is(IsSealed),
        spoken: false,
    },
    // P-07, P-08: what the archives law keeps and nobody needs any more is kept, not used. Its bureau answers for it.
    Forbid {
        name: "limited",
        rule: "P-07",
        article: "",
        concerns: Action::uses_content,
        when: Scope::All(&[Scope::Is(Limited), Scope::Not(BureauIsMyOrg), Scope::Not(MyOwnCase)]),
        spoken: false,
    },
    // SYSADMIN∩content=∅, also when bad data gave one person both.
    Forbid {
        name: "administration-and-content",
        rule: "§14",
        article: "",
        concerns: Action::touches_content,
        when: Scope::Is(IKeepTheMachine),
        spoken: false,
    },
    // Who is complained of neither handles nor looks (R-061 回避); it may read the summary when it is heard.
    Forbid {
        name: "respondent",
        rule: "R-061",
        article: "A28_3",
        concerns: |action| matches!(action.on(), On::Case) && !matches!(action, Action::ReadAsRespondent),
        when: Scope::Is(RespondentIsMyOrg),
        spoken: false,
    },
    Forbid {
        name: "extension-by-handler",
        rule: "R-067",
        article: "A34",
        concerns: |action| matches!(action, Action::ApproveExtension),
        when: Scope::Is(IAmHandler),
        spoken: true,
    },
    Forbid {
        name: "opinion-signed-by-its-writer",
        rule: "R-064",
        article: "A32",
        concerns: |action| matches!(action, Action::SignOpinion | Action::CheckOpinion),
        when: Scope::Any(&[Scope::Is(IAmDrafter), Scope::Is(IAmHandler)]),
        spoken: true,
    },
    Forbid {
        name: "objection-decided-by-objector",
        rule: "R-043",
        article: "A23_3",
        concerns: |action| {
            matches!(action, Action::DecideObjection | Action::DecideOrderObjection | Action::DecideDispute)
        },
        when: Scope::Is(HolderIsMyOrg),
        spoken: true,
    },
    Forbid {
        name: "follow-up-by-involved",
        rule: "§14",
        article: "",
        concerns: |action| matches!(action, Action::FollowUp),
        when: Scope::Any(&[Scope::Is(IAmHandler), Scope::Is(IAmOrWasAgent), Scope::Is(HolderIsMyOrg)]),
        spoken: true,
    },
    Forbid {
        name: "supervision-of-oneself",
        rule: "R-036",
        article: "A40",
        concerns: |action| matches!(action, Action::Supervise),
        when: Scope::Is(IAmHandler),
        spoken: true,
    },
    // 10.8: the unit supervised neither sends, signs, judges nor verifies what is demanded of it.
    Forbid {
        name: "supervision-by-the-unit",
        rule: "10.8",
        article: "A40",
        concerns: |action| {
            matches!(
                action,
                Action::IssueRung
                    | Action::SignRung
                    | Action::JudgeRung
                    | Action::VerifyMatter
                    | Action::ListMatter
                    | Action::MeasureUnit
                    | Action::VerifyAdvice
            )
        },
        when: Scope::Any(&[Scope::Is(HolderIsMyOrg), Scope::Is(IAmHandler)]),
        spoken: true,
    },
    // R-061, 10.6: whoever had a part in the answer, and the body that gave it, have none in its review.
    Forbid {
        name: "reviewer-sat-before",
        rule: "R-061",
        article: "A28_3",
        concerns: |action| {
            matches!(
                action,
                Action::AcceptReview
                    | Action::ExamineReview
                    | Action::CheckReview
                    | Action::SignReview
                    | Action::ServeReview
            )
        },
        when: Scope::Any(&[Scope::Is(IAmBarred), Scope::Is(MyOrgAssists)]),
        spoken: true,
    },
    // R-061, M-03: whoever had a part in the matter does not mediate it.
    Forbid {
        name: "mediation-involved",
        rule: "R-061",
        article: "A28_3",
        concerns: |action| matches!(action, Action::HoldMediation),
        when: Scope::Is(IAmBarred),
        spoken: true,
    },
    // who wrote a review's opinion neither checks nor signs it.
    Forbid {
        name: "review-signed-by-its-writer",
        rule: "R-086",
        article: "A35",
        concerns: |action| matches!(action, Action::CheckReview | Action::SignReview),
        when: Scope::Any(&[Scope::Is(IAmDrafter), Scope::Is(IAmHandler)]),
        spoken: true,
    },
];
