//! From what was ticked to a mandate, or the rule that stands against it.

use jiff::civil::Date;
use kernel::{OrgId, Refusal, UserId};

use super::{
    model::{Consents, Giver, Mandate, Power, Powers, Signing, StandIn},
    rules,
};
use crate::{agency::Judgement, env::Env};

/// A mandate as it is taken down. Names of guardian and witnesses are kept with the other people of the case; here are ids.
#[derive(Debug, Clone, PartialEq)]
pub struct Give {
    /// To whom.
    pub agent: UserId,
    /// The point or station the agent belongs to.
    pub org: OrgId,
    /// The agent works for an authority.
    pub official: bool,
    /// Who stands in, when the agent is away.
    pub stand_in: Option<StandIn>,
    /// What was ticked.
    pub powers: Vec<Power>,
    /// The last day; the jurisdiction's default when she named none.
    pub until: Option<Date>,
    /// By whom.
    pub giver: Giver,
    /// How.
    pub signing: Signing,
    /// What she agreed to separately.
    pub consents: Consents,
}

impl Give {
    /// The same mandate for the same matter under its new number.
    #[must_use]
    pub fn again(mandate: &Mandate) -> Self {
        Self {
            agent: mandate.agent,
            org: mandate.org,
            official: mandate.official,
            stand_in: mandate.stand_in,
            powers: mandate.powers.iter().collect(),
            until: Some(mandate.until),
            giver: mandate.giver,
            signing: mandate.signing.clone(),
            consents: mandate.consents,
        }
    }

    /// rules.md 3.2, 3.3: she lets two people act for her, so what is asked of the agent is asked of whoever stands in, too.
    ///
    /// # Errors
    /// `mandate-stand-in-barred`.
    pub fn the_stand_in_may_too(&self, judged: impl Fn(UserId, Option<OrgId>) -> Judgement) -> Result<(), Refusal> {
        match self.stand_in {
            Some(one) if judged(one.user, Some(one.org)).allows_an_agent().is_err() => {
                Err(Refusal::rule("mandate-stand-in-barred", "3.3", "A28_3").on("agent"))
            }
            _ => Ok(()),
        }
    }

    /// The mandate this makes. Powers that `judged` leaves no room for are left out and named.
    ///
    /// # Errors
    /// The rule that it breaks: [`rules`], or why this agent may not act here at all.
    pub fn into_mandate(self, judged: &Judgement, env: &Env<'_>) -> Result<Mandate, Refusal> {
        judged.allows_an_agent()?;
        rules::a_guardian_gives_it_for_whoever_cannot(&self.giver)?;
        rules::an_oral_mandate_is_read_back_and_proven(&self.signing)?;
        let all_official = self.official && self.stand_in.is_none_or(|one| one.official);
        rules::passing_on_to_no_official_takes_its_own_consent(all_official, self.consents)?;
        rules::what_is_sensitive_takes_its_own_consent(&self.giver, self.consents)?;
        let today = env.ctx.today();
        let until = rules::the_term_is_within_bounds(self.until, today, env.settings)?;
        let (powers, narrowed) = judged.narrow(&Powers::parse(&self.powers)?)?;
        Ok(Mandate {
            agent: self.agent,
            org: self.org,
            official: self.official,
            stand_in: self.stand_in,
            powers,
            narrowed,
            from: today,
            until,
            giver: self.giver,
            signing: self.signing,
            consents: self.consents,
        })
    }
}
