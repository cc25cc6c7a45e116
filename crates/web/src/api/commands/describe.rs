//! What OpenAPI says of the commands: one operation each, in words made from the transition tables.

use std::collections::BTreeMap;

use domain::{
    meeting as meetings,
    names::Keyed,
    petition as petitions, review as reviews,
    transition::{Transition, Who},
    work_order as orders,
};
use kernel::{Locale, Message};
use serde::Deserialize;
use serde_json::{Map, Value};
use services::error::Collect;
use utoipa::openapi::{
    Components, Content, HttpMethod, KnownFormat, ObjectBuilder, OneOfBuilder, Paths, Ref, RefOr, Required,
    ResponseBuilder, Schema, SchemaFormat,
    path::{Operation, OperationBuilder, ParameterBuilder, ParameterIn},
    request_body::RequestBodyBuilder,
    schema::Type,
};

use super::{Prepared, order, petition, slug};
use crate::api::{
    BASE,
    body::Field,
    document::{etag_header, if_match_parameter, staff_token},
    rooms::{meeting_bodies, review_bodies},
};

/// One row of either table, in words of the locale files.
struct Row {
    title: Message,
    kind: &'static str,
    from: Vec<Message>,
    to: Vec<Message>,
    who: &'static [Who],
    starts: &'static [&'static str],
    stops: &'static [&'static str],
    rule: &'static str,
    article: &'static str,
    told: bool,
    schema: (String, RefOr<Schema>),
}

/// Commands that staff, agents or their systems may give, by their name in the address.
fn rows() -> BTreeMap<String, Vec<Row>> {
    let mut rows: BTreeMap<String, Vec<Row>> = BTreeMap::new();
    add(&mut rows, "table-title-petition", petitions::TRANSITIONS, petition::schema);
    add(&mut rows, "table-title-order", orders::TRANSITIONS, order::schema);
    rows
}

/// The rows of one table that are somebody's but the petitioner's and the system's.
fn add<C: Keyed, S: Keyed>(
    rows: &mut BTreeMap<String, Vec<Row>>,
    kind: &'static str,
    table: &'static [Transition<C, S>],
    schema: fn(C) -> Option<(String, RefOr<Schema>)>,
) {
    let names = |stages: &[S]| stages.iter().map(|stage| Message::new(stage.key())).collect();
    for row in table {
        let Some(schema) = schema(row.command).filter(|_| for_staff(row.who)) else { continue };
        rows.entry(slug(row.command.name())).or_default().push(Row {
            title: Message::new(row.command.key()),
            kind,
            from: names(row.from),
            to: names(row.to),
            who: row.who,
            starts: row.starts,
            stops: row.stops,
            rule: row.rule,
            article: row.article,
            told: row.told,
            schema,
        });
    }
}

fn for_staff(who: &[Who]) -> bool {
    who.iter().any(|who| !matches!(who, Who::Petitioner | Who::System))
}

impl Row {
    /// The row as a Markdown list.
    fn words(&self) -> String {
        let say = |message: &Message| message.say(Locale::En);
        let word = |key: &str| Message::new(key).say(Locale::En);
        let list = |messages: &[Message]| messages.iter().map(say).collect::<Vec<_>>().join(", ");
        let who: Vec<Message> = self.who.iter().map(|who| who.message()).collect();
        let clocks = |names: &[&str]| names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
        let to = if list(&self.from) == list(&self.to) { word("table-same") } else { list(&self.to) };
        let lines = [
            ("table-from", list(&self.from)),
            ("table-to", to),
            ("table-who", list(&who)),
            ("table-starts", clocks(self.starts)),
            ("table-stops", clocks(self.stops)),
            ("table-rule", self.rule.to_owned()),
            ("table-article", article(self.article)),
            ("table-told", if self.told { word("table-yes") } else { String::new() }),
        ];
        let told = lines.iter().filter(|(_, text)| !text.is_empty());
        let told: Vec<String> = told.map(|(key, text)| format!("- **{}**: {text}", word(key))).collect();
        format!("**{}**: {}\n\n{}", word(self.kind), say(&self.title), told.join("\n"))
    }
}

fn article(code: &str) -> String {
    match crate::api::problem::basis(code, Locale::En) {
        Some(words) => format!("{code} ({words})"),
        None => code.to_owned(),
    }
}

/// Writes the operations and their bodies into the document.
pub(crate) fn document(paths: &mut Paths, components: &mut Components) {
    components.schemas.insert("Command".into(), <CommandBody as utoipa::PartialSchema>::schema());
    let mut reviewed = BTreeMap::new();
    add(&mut reviewed, "table-title-review", reviews::TRANSITIONS, review_bodies::schema);
    let mut met = BTreeMap::new();
    add(&mut met, "table-title-meeting", meetings::TRANSITIONS, meeting_bodies::schema);
    for (room, id, all) in
        [("matters", "command", rows()), ("reviews", "review", reviewed), ("meetings", "meeting", met)]
    {
        for (command, rows) in all {
            let operation = operation(&format!("{id}-{command}"), &rows);
            let path = format!("{BASE}/{room}/{{id}}/commands/{command}");
            paths.add_path_operation(path, vec![HttpMethod::Post], operation);
            for row in rows {
                let (name, schema) = row.schema;
                components.schemas.insert(name, schema);
            }
        }
    }
}

fn operation(id: &str, rows: &[Row]) -> Operation {
    let titles: Vec<String> = [Locale::Zh, Locale::En]
        .into_iter()
        .map(|locale| rows.first().map(|row| row.title.say(locale)).unwrap_or_default())
        .collect();
    let words: Vec<String> = rows.iter().map(Row::words).collect();
    let bodies = rows.iter().map(|row| Ref::from_schema_name(row.schema.0.clone()));
    let body: RefOr<Schema> = match rows {
        [row] => Ref::from_schema_name(row.schema.0.clone()).into(),
        _ => bodies.fold(OneOfBuilder::new(), OneOfBuilder::item).into(),
    };
    let needed = rows.iter().any(|row| row.schema.0 != "Nothing");
    let required = if needed { Required::True } else { Required::False };
    let body = RequestBodyBuilder::new().content("application/json", Content::new(Some(body))).required(Some(required));
    let done = ResponseBuilder::new()
        .description("How the case stands now.")
        .header("ETag", etag_header())
        .content("application/json", Content::new(Some(Ref::from_schema_name("Outcome"))));
    OperationBuilder::new()
        .tag("commands")
        .operation_id(Some(id.to_owned()))
        .summary(Some(titles.join(" · ")))
        .description(Some(words.join("\n\n")))
        .parameter(id_parameter())
        .parameter(if_match_parameter())
        .request_body(Some(body.build()))
        .response("200", done)
        .security(staff_token())
        .build()
}

fn id_parameter() -> ParameterBuilder {
    let id = ObjectBuilder::new().schema_type(Type::String).format(Some(SchemaFormat::KnownFormat(KnownFormat::Uuid)));
    ParameterBuilder::new()
        .name("id")
        .parameter_in(ParameterIn::Path)
        .required(Required::True)
        .description(Some("The case."))
        .schema(Some(Schema::Object(id.build())))
}

/// One command of a list: its body with its name beside, `{"command": "dispatch", "to": "…"}`.
#[derive(Clone, Deserialize)]
#[serde(transparent)]
pub(crate) struct CommandBody(Map<String, Value>);

impl Field for CommandBody {
    type Out = Prepared;

    fn parse(mut self, at: &str, errors: &mut Collect) -> Option<Prepared> {
        let field = format!("{at}.command");
        let Some(Value::String(command)) = self.0.remove("command") else {
            errors.add(kernel::Refusal::invalid(&field, "api-json-missing-field"));
            return None;
        };
        let Some(prepared) = Prepared::read(&command, Value::Object(self.0), at) else {
            let name: String = command.chars().take(40).collect();
            errors.add(kernel::Refusal::invalid(&field, "api-no-such-command").with("name", name));
            return None;
        };
        match prepared.hopeless() {
            None => Some(prepared),
            Some(refusals) => {
                for refusal in refusals {
                    errors.add(refusal);
                }
                None
            }
        }
    }

    fn describe() -> RefOr<Schema> {
        Ref::from_schema_name("Command").into()
    }
}

impl utoipa::PartialSchema for CommandBody {
    fn schema() -> RefOr<Schema> {
        let mut one_of = OneOfBuilder::new().description(Some("A command's body with its name beside."));
        for (command, rows) in rows() {
            for row in rows {
                let RefOr::T(Schema::Object(mut object)) = row.schema.1 else { continue };
                let name = ObjectBuilder::new().schema_type(Type::String).enum_values(Some([command.clone()]));
                object.properties.insert("command".to_owned(), RefOr::T(name.into()));
                object.required.insert(0, "command".to_owned());
                object.title = Some(row.schema.0);
                one_of = one_of.item(Schema::Object(object));
            }
        }
        one_of.into()
    }
}

impl utoipa::ToSchema for CommandBody {
    fn name() -> std::borrow::Cow<'static, str> {
        "Command".into()
    }
}
