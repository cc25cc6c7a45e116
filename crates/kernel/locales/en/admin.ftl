# admin
role-citizen = Petitioner
role-delegate = Delegate
role-representative = Representative
role-agent = Agent
role-grid-member = Grid member
role-station-lead = Head of station
role-registrar = Registrar
role-bureau-officer = Petition officer
role-unit-handler = Handler
role-unit-leader = Unit leader
role-reviewer = Reviewer
role-rechecker = Rechecker
role-supervisor = Supervisor
role-joint-meeting-office = Joint meeting office
role-discipline-sealed = Sealed-material officer
role-mediator = Mediator
role-legal-advisor = Legal adviser
role-translator = Translator
role-followup-caller = Follow-up caller
role-auditor = Auditor
role-dpo = Data protection officer
role-sysadmin = Administrator
org-kind-government = Government
org-kind-bureau = Petition bureau
org-kind-center = Agency centre
org-kind-station = Agency station
org-kind-point = Agency point
org-kind-unit = Unit with power
org-kind-discipline = Discipline inspection
org-kind-joint-meeting-office = Joint meeting office
org-function-receive = Receives and registers
org-function-triage = Triages and forwards
org-function-handle = Handles and answers
org-function-review = Reviews
org-function-supervise = Supervises
org-function-follow-up = Follows up
org-function-seal = Keeps sealed material

# Administration
admin-no-content = This part keeps units, people and rules. Nothing that anybody wrote in a case can be seen here.
admin-tabs = Administration
admin-tab-overview = Overview
admin-tab-divisions = Divisions
admin-tab-units = Units
admin-tab-staff = Staff
admin-tab-clocks = Deadlines
admin-tab-calendar = Calendar
admin-tab-settings = Settings
admin-tab-audit = Audit
admin-back = Back to the list
admin-save = Save
admin-search = Search
admin-any = All
admin-yes = Yes
admin-no = No
admin-optional = optional
admin-name = Name
admin-code = Code
admin-level = Level
admin-level-region = Province or region
admin-level-prefecture = League or city
admin-level-county = Banner or county
admin-level-township = Township or street
admin-level-village = Village or community
admin-file = File
admin-import = Import
admin-unconfirmed = to be confirmed locally
admin-by-law = limit set by law
admin-version = version { $version }
admin-done-created = Entered.
admin-done-saved = Saved.
admin-done-clocks = The new table is in force. Cases registered from now on follow it; those registered before do not change.

# Administration: overview
admin-overview-title = Administration
admin-overview-place = Jurisdiction: { $place }
admin-missing-title = What is missing
admin-missing-none = Everything is set up.
admin-missing-divisions = There are no divisions below this one. Without them nobody can say where a matter happened.
admin-missing-units = There are no units yet. Without units nothing can be assigned.
admin-missing-bureau = There is no petition bureau yet. Without one nobody registers and forwards what arrives.
admin-missing-staff = There is no staff yet.
admin-missing-registrars = There is neither a registrar nor a petition officer. Nobody registers what arrives.
admin-missing-this-year = The calendar of { $year } is not loaded. All deadlines are provisional.
admin-missing-next-year = The calendar of { $year } is not loaded. Deadlines that reach into it are provisional; load it when the State Council publishes it.
admin-missing-provisional = Running deadlines that are provisional: { $count }. They are computed again when the calendar is loaded.
admin-missing-confirm = Deadlines that the Regulations do not set and that must be confirmed locally: { $count }.
admin-missing-settings = The settings are still proposals that nobody has confirmed.
admin-go-divisions = Import divisions
admin-go-units = Import units
admin-go-bureau = Enter the bureau
admin-go-staff = Enter staff
admin-go-calendar = Open the calendar
admin-go-clocks = Open the deadlines
admin-go-settings = Open the settings
admin-go-import = Import from a table
admin-have-title = What is there
admin-have-divisions = divisions
admin-have-units = units
admin-have-bureau = Petition bureau: { $name }
admin-have-no-bureau = No petition bureau yet
admin-have-staff = people may sign in
admin-have-registrars = of them registrars and petition officers: { $count }

# Administration: divisions
admin-divisions-title = Divisions
admin-divisions-import-title = Import divisions
admin-division-search = Name or alias
admin-division-search-hint = Give its first characters.
admin-division-hits = Names that begin with “{ $q }”
admin-division-count = { $count }
admin-division-none = No divisions below.
admin-division-hint = Code, name or alias.
admin-division-what = What the file holds
admin-division-what-tree = A list of divisions
admin-division-what-tree-text = With the columns code and name; columns of the levels above if there are any.
admin-division-what-aliases = Aliases
admin-division-what-aliases-text = With the columns alias and code. A division may have several.
admin-division-imported = Read { $rows } rows; { $changed } divisions are new or renamed.

# Administration: imports
admin-import-mode = How to import
admin-import-try = Try first
admin-import-try-text = Writes nothing, only says what would happen.
admin-import-keep = Import
admin-import-keep-text = Good rows are written, bad ones listed.
admin-import-tried = A trial, nothing was written: { $rows } rows, { $created } would be new, { $updated } changed, { $unchanged } unchanged.
admin-import-done = Imported: { $rows } rows, { $created } new, { $updated } changed, { $unchanged } unchanged.
admin-import-errors = Rows that were not taken
admin-import-errors-count = { $count }
admin-import-line = Line
admin-import-what = What is wrong
admin-import-whole = whole file
admin-import-more = { $count } more are not listed.

# Administration: units
admin-units-title = Units
admin-units-lead = Names, addresses and telephones of units are public; petitioners see them.
admin-units-none = No units here yet.
admin-units-import-title = Import units
admin-units-columns = With the columns name, kind and division; optional: short_name, parent, line_superior, vertical, phone, address, hours, accepts_petitions, doc_code. Takes .xlsx, .xls, .ods and CSV.
admin-unit-new = Enter a unit
admin-unit-name = Full name
admin-unit-short = Short name
admin-unit-kind = Kind
admin-unit-division = Division
admin-unit-above = Above it
admin-unit-above-text = Who stands above decides who reviews and who rechecks.
admin-unit-parent = Superior unit
admin-unit-line = Department above in its line
admin-unit-hint = Full or short name; where two have the same, add the code: “Housing Bureau (150223)”.
admin-unit-vertical = Under vertical management
admin-unit-vertical-text = The department one level up reviews.
admin-unit-contact = How to reach it
admin-unit-contact-text = Petitioners see this.
admin-unit-phone = Telephone
admin-unit-address = Address
admin-unit-hours = Hours
admin-unit-tasks = What it does
admin-unit-accepts = Whether it gives written opinions
admin-unit-accepts-text = Villages and communities cannot.
admin-unit-accepts-usual = As usual for its kind
admin-unit-until = Dissolved on
admin-unit-until-text = From this day on the unit is no more.
admin-unit-ended = dissolved { $day }

# Administration: staff
admin-staff-title = Staff
admin-staff-lead = What somebody may do follows from role, unit and reach.
admin-staff-none = No staff yet.
admin-staff-new = Enter a person
admin-staff-new-lead = After saving the first password is shown once. It must be changed at the first sign-in.
admin-staff-import-title = Import staff
admin-staff-columns = With the columns login, name, org and roles (separated by commas); optional: title, phone, division, password. Takes .xlsx, .xls, .ods and CSV.
admin-staff-name = Name
admin-staff-login = Login
admin-staff-login-hint = 3 to 40 letters, digits, dots, hyphens.
admin-staff-org = Unit
admin-staff-post = Post
admin-staff-phone = Mobile
admin-staff-locale = Language
admin-staff-roles = Roles today
admin-staff-state = State
admin-staff-active = may sign in
admin-staff-inactive = stopped
admin-staff-stop = Stop this account
admin-staff-stop-text = Nobody can sign in with it; open sessions end at once. What was done stays.
admin-grant = Role { $n }
admin-grant-text = An empty reach is the unit's division, an empty first day is today, an empty end means it goes on, an empty unit is the person's own.
admin-grant-role = Role
admin-grant-none = None
admin-grant-division = Reach
admin-grant-from = From
admin-grant-to = Until (this day excluded)
admin-grant-org = Acts for
admin-exclusions = Never held by one person
admin-exclusion-administration-and-content = **Administrator, auditor and data protection officer** never hold a role that sees content: who keeps the system reads nobody's matter.
admin-exclusion-administration-and-audit = An **administrator** is never **auditor**: nobody audits herself.
admin-exclusion-sealed-and-ordinary = A **sealed-material officer** holds no other role: nothing sealed is carried into other work.
admin-exclusion-review-and-recheck = A **reviewer** is never **rechecker**: nobody rechecks her own review.
admin-password = First password
admin-password-title = Password
admin-password-text = Whoever forgot her password gets a new first one. All sessions end at once.
admin-password-reset = Reset the password
admin-password-done = The password is reset and all sessions have ended.
admin-password-shown = First password
admin-password-once = It is shown this once. Hand it over in person; it must be changed at the first sign-in.

# Administration: clocks
admin-clocks-title = Deadlines
admin-clocks-table = Deadlines in force here today
admin-clocks-unsure = { $count } to be confirmed locally
admin-clock = Deadline
admin-clock-length = Length
admin-clock-owed = Owed by
admin-clock-span = From and to
admin-clock-basis = Basis
admin-clock-from-until = From: { $from }. To: { $until }.
admin-clock-given = given each time
admin-clock-span-of = { $count } { $unit ->
        [WORKDAY] { $count ->
            [one] working day
           *[other] working days
        }
        [MONTH] { $count ->
            [one] month
           *[other] months
        }
        [HOUR] { $count ->
            [one] hour
           *[other] hours
        }
       *[CALENDAR_DAY] { $count ->
            [one] day
           *[other] days
        }
    }
admin-clocks-upload = A local table
admin-clocks-upload-text = It may be shorter than the law, never longer; a person's right may be longer, never shorter. Cases registered already keep the table of their day.
admin-clocks-file-hint = JSON: a list of tables, each with division, effective_from, version and clocks.
admin-clocks-load = Check and put in force
admin-try-title = Compute a date
admin-try = Compute
admin-try-day = First day
admin-try-day-hint = That day itself does not count. Hours run from nine in the morning.
admin-try-length = Length
admin-try-length-hint = Only for deadlines that are given each time.
admin-try-more = Extension
admin-try-more-hint = Counted on from the first day.
admin-try-provisional = This date lies in a year whose calendar is not published; it is provisional.

# Administration: calendar
admin-calendar-title = Work calendar
admin-calendar-lead = Last days roll over rest days, and working days skip them, by this calendar.
admin-calendar-years = Years
admin-calendar-year = { $year }
admin-calendar-year-open = { $year } (provisional)
admin-calendar-missing = The arrangement of { $year } is not loaded. Weekends count, of holidays only the statutory days; deadlines that reach into it are provisional.
admin-calendar-head = Version { $version }. Source: { $source }
admin-calendar-holiday = Holiday
admin-calendar-off = Days off
admin-calendar-work = Weekend days worked
admin-calendar-count = { $count ->
        [one] 1 day
       *[other] { $count } days
    }
admin-calendar-upload = Load a year
admin-calendar-upload-text = As the notice of the State Council says. See what would change, then confirm.
admin-calendar-file-hint = CSV: the lines year, version and source, then date, OFF or WORK, holiday. JSON is taken too.
admin-calendar-text = Text
admin-calendar-instead = paste it here instead of a file
admin-calendar-check = See what would change
admin-calendar-preview = { $year }: what would change
admin-calendar-confirm = Confirm
admin-calendar-confirm-text = It is in force at once. Running deadlines are computed again and each change stands in its case.
admin-calendar-publish = Put in force and compute again
admin-calendar-would = Cases whose deadlines would change: { $changed }, of { $looked } looked at.
admin-calendar-would-more = Of the first { $looked } cases, { $changed } would change. There are more; all are computed again once confirmed.
admin-calendar-changes = Days that change
admin-calendar-changes-count = { $count }
admin-calendar-changes-none = No day changes.
admin-calendar-day = Day
admin-calendar-becomes = Becomes
admin-calendar-becomes-off = rest day
admin-calendar-becomes-work = working day
admin-calendar-done = The calendar is in force. Cases computed again: { $changed }, each with its trace.
admin-calendar-left = Cases that could not be computed: { $count }; they stand in the log. Confirm once more, or tell whoever runs the machine.

# Administration: settings
admin-settings-title = Settings
admin-settings-lead = Numbers that the Regulations leave to the locality.
admin-settings-confirm = These are proposals, to be confirmed locally: compare them with local documents first. They hold for the whole system.
admin-setting-limits = { $min } to { $max }; proposed: { $usual }.
admin-setting-visit-representatives-max = Most representatives of a visit
admin-setting-visit-representatives-max-text = The Regulations say at most 5; fewer is possible, more is not.
admin-setting-group-visit-from = People from which it is a group visit
admin-setting-group-visit-from-text = A group visit chooses representatives.
admin-setting-objection-reason-min = Fewest characters of an objection
admin-setting-objection-reason-min-text = A unit that sends a matter back gives its reasons in detail.
admin-setting-hop-limit = Handovers after which a case rises
admin-setting-hop-limit-text = From this handover on the level above decides who has it.
admin-setting-rating-change-days = Days in which a rating may be changed
admin-setting-rating-change-days-text = After these days a person's rating stands.
admin-setting-order-returns-max = Times a work order may be returned
admin-setting-order-returns-max-text = Beyond that, whoever assigned it decides.
admin-setting-rework-max = Times a work order is done again
admin-setting-rework-max-text = If that does not help, it rises.
admin-setting-silent-days = Days of silence that must be explained
admin-setting-silent-days-text = The petitioner sees the explanation when looking it up.

# Administration: audit
admin-audit-title = Audit
admin-audit-lead = Times, people and numbers only, no content.
admin-audit-checkpoint = Last checkpoint: number { $number }, { $at }, { $hash }. Records changed since: { $count }.
admin-audit-no-checkpoint = No checkpoint yet. Records not covered: { $count }.
admin-audit-changes = Changes by administrators
admin-audit-looks = Who looked at which case
admin-audit-looks-text = The reason for a look stands in the case and is not shown here.
admin-audit-when = When
admin-audit-who = Who
admin-audit-did = What
admin-audit-to = To
admin-audit-number = Number
admin-audit-seen = Seen
admin-audit-reasoned = gave a reason
admin-audit-machine = System
admin-event-org-created = Unit entered
admin-event-org-changed = Unit changed
admin-event-staff-created = Person entered
admin-event-staff-changed = Person changed
admin-event-staff-password-reset = Password reset
admin-event-reference-loaded = Rules loaded
admin-seen-material = Material
admin-seen-identity = Identity
admin-seen-search = Search
admin-seen-export = Export
