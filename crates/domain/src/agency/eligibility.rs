//! `agency_eligibility` of rules.md 3.2: may an agent act here, only accompany, or not at all. One named function a rule; what
//! no rule speaks of may be done. Fees, guarantees, signing for her and keeping her from petitioning directly have no rule:
//! there is no power, field or command for them.

use kernel::{Message, OrgId, Refusal};

use crate::{
    case::MatterType,
    mandate::{Capacity, Power, Powers},
    names,
};

names! {
    /// The three columns of rules.md 3.2.
    pub enum Verdict in "agency-verdict" {
        /// 可以代办
        Eligible = "ELIGIBLE",
        /// 只能陪办、引导
        AssistOnly = "ASSIST_ONLY",
        /// 不能代办
        Forbidden = "FORBIDDEN",
    }
}

/// What the rules look at: the matter, the person, and the one who would act for her.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "eight facts that hold or do not, each independent of the others")]
pub struct Inquiry {
    /// A report of wrongdoing.
    pub whistleblow: bool,
    /// Finally answered, without new facts.
    pub finally_answered: bool,
    /// Every claim went or goes to a court, an arbitrator, reconsideration or another procedure of article 31 (一)–(五).
    pub all_in_legal_channels: bool,
    /// An answer is in her hands: what follows is review or recheck.
    pub at_review: bool,
    /// She cannot act herself and no guardian has agreed.
    pub without_guardian: bool,
    /// She said that she does not want this agent.
    pub not_wanted: bool,
    /// The agent's own organisation is complained of.
    pub unit_complained_of: bool,
    /// The agent declared an interest or was found to have one (near relative, party).
    pub agent_concerned: bool,
}

impl Inquiry {
    /// What is known at registration.
    #[must_use]
    pub fn at_registration(matter: MatterType, respondent: Option<OrgId>, agents_org: Option<OrgId>) -> Self {
        Self {
            whistleblow: matter == MatterType::Whistleblow,
            unit_complained_of: respondent.is_some() && respondent == agents_org,
            ..Self::default()
        }
    }

    /// The same, for a person of this capacity.
    #[must_use]
    pub fn of(self, capacity: Capacity, guardian: bool) -> Self {
        Self { without_guardian: capacity != Capacity::Full && !guardian, ..self }
    }
}

/// One rule of the table.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// Its name: said as `agency-rule-{name}`, the right way as `agency-way-{name}`.
    pub name: &'static str,
    /// The rule of rules.md.
    pub rule: &'static str,
    /// The article.
    pub article: &'static str,
    /// What follows where it holds.
    pub verdict: Verdict,
    /// Whether it holds.
    pub holds: fn(Inquiry) -> bool,
}

impl Rule {
    /// Why, in words.
    #[must_use]
    pub fn why(&self) -> Message {
        Message::new(format!("agency-rule-{}", self.name))
    }

    /// What to do instead, in words.
    #[must_use]
    pub fn way(&self) -> Message {
        Message::new(format!("agency-way-{}", self.name))
    }
}

const fn rule(
    name: &'static str,
    (rule, article): (&'static str, &'static str),
    verdict: Verdict,
    holds: fn(Inquiry) -> bool,
) -> Rule {
    Rule { name, rule, article, verdict, holds }
}

/// Every rule, the hardest first.
pub const RULES: &[Rule] = &[
    rule("wrongdoing", ("R-022", "A30_3"), Verdict::Forbidden, reports_of_wrongdoing_have_no_agent),
    rule("agent-concerned", ("R-061", "A28_3"), Verdict::Forbidden, whoever_is_concerned_stays_out),
    rule("own-unit", ("R-061", "A28_3"), Verdict::Forbidden, the_unit_complained_of_sends_no_agent),
    rule("final", ("R-083", "A36_3"), Verdict::Forbidden, what_was_finally_answered_is_not_carried_on),
    rule("not-wanted", ("3.2", ""), Verdict::Forbidden, nobody_acts_against_her_will),
    rule("legal-channel", ("3.2", "A31"), Verdict::AssistOnly, a_legal_channel_is_walked_together),
    rule("review", ("3.2", "A35"), Verdict::AssistOnly, a_review_is_asked_for_by_herself),
    rule("guardian", ("3.2", ""), Verdict::AssistOnly, without_the_guardian_only_company),
];

/// R-022, article 30.3: a report of wrongdoing gets a card that says where to go, and nobody between.
fn reports_of_wrongdoing_have_no_agent(inquiry: Inquiry) -> bool {
    inquiry.whistleblow
}

/// Article 28.3: the agent or a near relative is a party or has an interest.
fn whoever_is_concerned_stays_out(inquiry: Inquiry) -> bool {
    inquiry.agent_concerned
}

/// Article 28.3: the agent's own organisation is complained of.
fn the_unit_complained_of_sends_no_agent(inquiry: Inquiry) -> bool {
    inquiry.unit_complained_of
}

/// Article 36.3: finally answered, and no new fact.
fn what_was_finally_answered_is_not_carried_on(inquiry: Inquiry) -> bool {
    inquiry.finally_answered
}

/// rules.md 3.2 "委托人不同意".
fn nobody_acts_against_her_will(inquiry: Inquiry) -> bool {
    inquiry.not_wanted
}

/// Article 31 (一)–(五): help with forms, company, legal aid; no decision for her.
fn a_legal_channel_is_walked_together(inquiry: Inquiry) -> bool {
    inquiry.all_in_legal_channels
}

/// Articles 35, 36: written and carried for her, signed by her own hand.
fn a_review_is_asked_for_by_herself(inquiry: Inquiry) -> bool {
    inquiry.at_review
}

/// rules.md 3.2: minors and whoever cannot judge for herself need their guardian's mandate.
fn without_the_guardian_only_company(inquiry: Inquiry) -> bool {
    inquiry.without_guardian
}

/// The answer, with every rule that led to it.
#[derive(Debug, Clone)]
pub struct Judgement {
    /// The answer.
    pub verdict: Verdict,
    /// The rules, the hardest first; empty when she may.
    pub rules: Vec<&'static Rule>,
}

/// Asks every rule.
#[must_use]
pub fn judge(inquiry: &Inquiry) -> Judgement {
    let rules: Vec<&'static Rule> = RULES.iter().filter(|rule| (rule.holds)(*inquiry)).collect();
    let verdict = rules.iter().map(|rule| rule.verdict).max().unwrap_or(Verdict::Eligible);
    Judgement { verdict, rules }
}

/// What is left of the powers where an agent may only accompany: carrying papers and going along.
const ASSISTING: &[Power] = &[Power::Deliver, Power::Accompany];

impl Judgement {
    /// Whether an agent may act at all.
    ///
    /// # Errors
    /// `agency-{rule}` of the first rule that forbids it.
    pub fn allows_an_agent(&self) -> Result<(), Refusal> {
        match self.rules.iter().find(|rule| rule.verdict == Verdict::Forbidden) {
            Some(rule) => Err(Refusal::rule(&format!("agency-{}", rule.name), rule.rule, rule.article)),
            None => Ok(()),
        }
    }

    /// The powers it leaves, and the names of the rules that left some out.
    ///
    /// # Errors
    /// `mandate-powers-assist` when nothing that was ticked is left.
    pub fn narrow(&self, asked: &Powers) -> Result<(Powers, Vec<String>), Refusal> {
        if self.verdict == Verdict::Eligible {
            return Ok((asked.clone(), vec![]));
        }
        let kept: Vec<Power> = asked.iter().filter(|power| ASSISTING.contains(power)).collect();
        let left =
            Powers::parse(&kept).map_err(|_| Refusal::rule("mandate-powers-assist", "3.2", "A31").on("powers"))?;
        let narrowed = if left == *asked { vec![] } else { self.names() };
        Ok((left, narrowed))
    }

    /// The names of the rules, as events keep them.
    #[must_use]
    pub fn names(&self) -> Vec<String> {
        self.rules.iter().map(|rule| rule.name.to_owned()).collect()
    }
}
