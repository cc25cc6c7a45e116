//! `lianxin admin`: the first administrator of a county, who enters everybody else in the browser.

use std::{
    io::{BufRead as _, IsTerminal as _, Write as _},
    sync::Arc,
};

use anyhow::{Result, anyhow, bail};
use domain::{
    access::{self, Subject, actions},
    people::{Role, RoleGrant, Staff},
};
use kernel::{Ctx, DivisionCode, Locale, Message, PersonName, Refusal};
use services::{
    Error,
    auth::{Cost, Password},
    organisation,
    people::{self, StaffDraft},
};

use crate::{
    config::Common,
    house::House,
    say::{self, say},
};

/// Where a first password may stand, so that it is in no list of processes.
const PASSWORD: &str = "LIANXIN_PASSWORD";

/// What is administered.
#[derive(Debug, Clone, clap::Subcommand)]
pub(crate) enum AdminCommand {
    /// Enter an administrator; the password comes from $LIANXIN_PASSWORD or the terminal
    CreateUser(CreateUser),
}

/// The arguments of `lianxin admin create-user`.
#[derive(Debug, Clone, clap::Args)]
pub(crate) struct CreateUser {
    #[command(flatten)]
    common: Common,
    /// The name to sign in with
    #[arg(long)]
    login: String,
    /// The person's name
    #[arg(long)]
    name: String,
    /// The organisation, by full or short name
    #[arg(long)]
    org: String,
    /// How far it reaches; the organisation's division unless given
    #[arg(long, value_name = "CODE")]
    division: Option<String>,
    /// The role
    #[arg(long, default_value = "SYSADMIN")]
    role: String,
}

/// Does it.
///
/// # Errors
/// What a rule refuses, in the reader's language.
pub(crate) fn run(command: &AdminCommand) -> Result<()> {
    let AdminCommand::CreateUser(args) = command;
    let house = House::open(args.common.read()?)?;
    let locale = house.config.locale;
    let said = |refusal: Refusal| say::refusals(&[refusal], locale);
    let password = Password::parse("password", &read_password(locale)?, &args.login).map_err(said)?;
    let hash = password.hash(&house.ctx(), Cost::STRONG)?;
    let role = Role::parse(&args.role)
        .ok_or_else(|| said(Refusal::invalid("roles", "role-unknown").with("role", &args.role)))?;
    let (args, clock) = (args.clone(), Arc::clone(&house.clock));
    let login = args.login.to_lowercase();
    let made: Result<(), Error> = house.store.write_blocking(move |tx| {
        let ctx = Ctx::system(&*clock);
        let region = DivisionCode::parse(args.division.as_deref().unwrap_or("15"))?;
        let org = organisation::find_by_name(tx, &args.org, &region)?
            .ok_or_else(|| Refusal::invalid("org", "org-unknown").with("name", &args.org))?;
        let division = if args.division.is_some() { region } else { org.division.clone() };
        let permit = access::permit::<actions::AdminStaff>(&Subject::System, &division.at(kernel::OrgLevel::Region))?;
        let grant = RoleGrant { role, org: org.id, division, from: ctx.today(), to: None };
        let name = PersonName::parse("name", &args.name)?;
        let mut draft = StaffDraft::new(Staff::parse_login(&args.login)?, name, org.id, vec![grant]);
        draft.password = Some(hash.clone());
        people::create(tx, &ctx, &permit, &draft).map(drop)
    });
    made.map_err(|error| say::error(error, locale))?;
    house.store.close();
    writeln!(std::io::stdout(), "{}", Message::new("cli-admin-created").with("login", login).say(locale))?;
    Ok(())
}

/// From the environment, else a line of the terminal or of what is piped in.
fn read_password(locale: Locale) -> Result<String> {
    if let Ok(password) = std::env::var(PASSWORD) {
        return Ok(password);
    }
    let input = std::io::stdin();
    if input.is_terminal() {
        let mut out = std::io::stderr();
        write!(out, "{} ", say(locale, "cli-admin-password"))?;
        out.flush()?;
    }
    let mut line = String::new();
    input.lock().read_line(&mut line)?;
    let password = line.trim_end_matches(['\r', '\n']);
    if password.is_empty() {
        bail!(anyhow!(say(locale, "cli-admin-no-password")));
    }
    Ok(password.to_owned())
}
