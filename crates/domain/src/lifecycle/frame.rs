//! The frame in which every life cycle stands, written once. Both macros read the names that each cycle gives its own parts:
//! `Command`, `CommandKind`, `Stage`, `Transition`, `TRANSITIONS`, `Fact`, `Event`, `Recorded`.

/// Ties a life cycle to its one table: [`Ask`](super::Ask) and [`Governed`](super::Governed), the row of a command, the refusal of a
/// command that comes at the wrong stage, and the table in Markdown under a title of the locale files.
///
/// `under` and `since` name the fields that hold whose rules it is under and from when. `also` names the function that says
/// what a row needs beside its stage, `bare` the one that makes the commands that need no data, `shown` the one that says whether a
/// command is somebody's to give at all, and `barred` what stands against all of hers.
macro_rules! governed {
    ($of:ident, $title:literal, under $($under:ident).+ since $($since:ident).+
     $(, also $also:path)? $(, bare $bare:path)? $(, shown $shown:path, barred $barred:path)?) => {
        /// The row of a command.
        #[must_use]
        pub fn transition(command: CommandKind) -> &'static Transition {
            $crate::transition::of(TRANSITIONS, command)
        }

        impl $crate::lifecycle::Ask for Command {
            type Of = $of;
        }

        impl $crate::lifecycle::Governed for $of {
            type Kind = CommandKind;
            type Stage = Stage;

            const TABLE: &'static [Transition] = TRANSITIONS;

            fn kind_of(command: &Command) -> CommandKind {
                command.kind()
            }

            fn action_of(kind: CommandKind) -> Option<$crate::access::Action> {
                kind.action()
            }

            $(fn bare(kind: CommandKind) -> Option<Command> {
                $bare(kind)
            })?

            $(fn is_his(&self, kind: CommandKind, actor: $crate::actor::Actor) -> bool {
                $shown(self, kind, actor)
            }

            fn keeps_out(&self, kind: CommandKind, actor: $crate::actor::Actor) -> Result<(), kernel::Refusal> {
                $barred(self, kind, actor)
            })?

            fn mark_overdue(clock: kernel::ClockId) -> Command {
                Command::MarkOverdue { clock }
            }

            fn recompute_clocks() -> Command {
                Command::RecomputeClocks
            }

            fn jurisdiction(&self) -> &kernel::DivisionCode {
                &self.$($under).+
            }

            fn ruled_from(&self) -> jiff::Timestamp {
                self.$($since).+
            }

            fn fits(&self, row: &Transition) -> bool {
                row.from.contains(&self.stage()) $(&& $also(self, row.command))?
            }
        }

        impl $of {
            /// The refusal of a command that the stage, or what is in force, leaves no room for.
            pub(super) fn not_now(&self, command: CommandKind) -> kernel::Refusal {
                let row = transition(command);
                $crate::lifecycle::not_at_this_stage(self.stage().key(), command.key(), row.rule, row.article)
            }

            /// The row of a command that comes at its stage.
            ///
            /// # Errors
            /// `not-at-this-stage`, with the rule of the row.
            pub(super) fn row_now(&self, command: CommandKind) -> Result<&'static Transition, kernel::Refusal> {
                let row = transition(command);
                if row.from.contains(&self.stage()) { Ok(row) } else { Err(self.not_now(command)) }
            }
        }

        /// The table in Markdown, for the documents (`docs/law`) and the manual.
        #[must_use]
        pub fn table_markdown(locale: kernel::Locale) -> String {
            $crate::transition::markdown(locale, $title, TRANSITIONS)
        }

        #[cfg(test)]
        mod whole {
            use super::{CommandKind, TRANSITIONS};

            #[test]
            fn every_command_has_exactly_one_row() {
                for kind in CommandKind::ALL {
                    assert_eq!(TRANSITIONS.iter().filter(|row| row.command == *kind).count(), 1, "{kind}");
                }
            }
        }
    };
}
pub(crate) use governed;

/// The replay of a life cycle: [`Aggregate`](super::Aggregate) over the fields `clocks`, `overdue` and `version`, its own
/// `decide_command` and `apply_fact`, and the function that makes the state from its first fact (with no clocks; they are put
/// on here). Beside it the two events that the system's upkeep of clocks leads to, which every log writes alike.
macro_rules! aggregate {
    ($of:ident as $kind:ident, $($id:ident).+, $first:ident => $begin:path) => {
        impl $crate::lifecycle::Aggregate for $of {
            const KIND: $crate::case::CaseKind = $crate::case::CaseKind::$kind;
            type Fact = Fact;
            type Command = Command;

            fn id(&self) -> kernel::CaseId {
                self.$($id).+
            }

            fn version(&self) -> i64 {
                self.version
            }

            fn decide(&self, command: &Command, env: &$crate::env::Env<'_>) -> Result<Vec<Event>, kernel::Refusal> {
                self.decide_command(command, env)
            }

            fn begin(first: &Recorded) -> Option<Self> {
                let Fact::$first(fact) = &first.event.fact else { return None };
                let mut begun: Self = Option::from($begin(fact, first))?;
                for clock_move in &first.event.clocks {
                    clock_move.apply_to(&mut begun.clocks);
                }
                Some(begun)
            }

            fn apply(&mut self, next: &Recorded) {
                for clock_move in &next.event.clocks {
                    clock_move.apply_to(&mut self.clocks);
                }
                self.apply_fact(&next.event.fact, next);
                self.version = next.seq;
            }
        }

        impl $of {
            /// The system's note that a clock of a duty ran out.
            ///
            /// # Errors
            /// `clock-not-overdue`.
            pub(super) fn clock_ran_out(
                &self,
                id: kernel::ClockId,
                env: &$crate::env::Env<'_>,
            ) -> Result<Vec<Event>, kernel::Refusal> {
                let clock = $crate::lifecycle::ran_out(&self.clocks, &self.overdue, id, env)?;
                Ok(vec![Event::of(Fact::ClockOverdue { clock: id, def: clock.def.to_string() })])
            }

            /// One event with every open clock whose dates a newer calendar changes; none when nothing changes.
            pub(super) fn clocks_anew(&self, env: &$crate::env::Env<'_>) -> Vec<Event> {
                let anew = $crate::lifecycle::recomputed(&self.clocks, env);
                let event = anew.map(|(calendar, clocks)| Event { fact: Fact::ClocksRecomputed { calendar }, clocks });
                event.into_iter().collect()
            }
        }
    };
}
pub(crate) use aggregate;
