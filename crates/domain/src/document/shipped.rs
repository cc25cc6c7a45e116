//! The wording that comes with the program, one file a kind. A jurisdiction lays its own over it (architecture, principle 17).

use std::sync::{Arc, LazyLock};

use jiff::civil::date;

use super::{kind::DocType, template::Template};

macro_rules! texts {
    ($($kind:ident = $file:literal),* $(,)?) => {
        const TEXTS: &[(DocType, &str)] = &[$((DocType::$kind, include_str!(concat!("shipped/", $file, ".txt")))),*];
    };
}

texts! {
    ReceiptNotice = "receipt-notice",
    NotAcceptNotice = "not-accept-notice",
    NoMoreAcceptNotice = "no-more-accept-notice",
    ForwardNotice = "forward-notice",
    RouteNotice = "route-notice",
    ExtensionNotice = "extension-notice",
    HearingNotice = "hearing-notice",
    Opinion = "opinion",
    ReviewOpinion = "review-opinion",
    RecheckOpinion = "recheck-opinion",
    WhistleAck = "whistle-ack",
    SuggestionReply = "suggestion-reply",
    AssignLetter = "assign-letter",
    ClosingReport = "closing-report",
    SuperviseLetter = "supervise-letter",
    AdviceImprove = "advice-improve",
    AdvicePolicy = "advice-policy",
    AdviceAccount = "advice-account",
    Settlement = "settlement",
    ServiceReceipt = "service-receipt",
    VerifySheet = "verify-sheet",
    RiskReminder = "risk-reminder",
    SupervisionLetter = "supervision-letter",
    AccountabilityLetter = "accountability-letter",
    AgencyMandate = "agency-mandate",
    AgencyRegister = "agency-register",
    AgencyAck = "agency-ack",
    AgencyNotEligible = "agency-not-eligible",
    AgencyProgress = "agency-progress",
    AgencyResult = "agency-result",
    AgencyFollowup = "agency-followup",
    MeetingMinutes = "meeting-minutes",
    MediationSheet = "mediation-sheet",
    MediationRights = "mediation-rights",
    MediationRecord = "mediation-record",
    MediationAgreement = "mediation-agreement",
    MediationFailure = "mediation-failure",
    ConfirmRequest = "confirm-request",
    MediationFollowup = "mediation-followup",
    MediationFile = "mediation-file",
}

/// The shipped wording of every kind, in force since the Regulation is.
static SHIPPED: LazyLock<Vec<Arc<Template>>> = LazyLock::new(|| {
    let from = date(2022, 5, 1);
    let one = |(kind, text): &(DocType, &str)| {
        let (version, text) = ("1".to_owned(), (*text).to_owned());
        Arc::new(Template { kind: *kind, division: None, version, effective_from: from, text })
    };
    TEXTS.iter().map(one).collect()
});

/// The wording of `kind` that came with the program.
#[must_use]
pub fn shipped(kind: DocType) -> Arc<Template> {
    let found = SHIPPED.iter().find(|template| template.kind == kind).or(SHIPPED.first());
    found.cloned().unwrap_or_else(|| {
        let text = String::new();
        Arc::new(Template { kind, division: None, version: "1".into(), effective_from: date(2022, 5, 1), text })
    })
}
