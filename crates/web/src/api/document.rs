//! The OpenAPI document: what is common to all operations, added to what the routes say of themselves.

use kernel::{Locale, Message};
use utoipa::openapi::{
    Components, Content, Header, InfoBuilder, LicenseBuilder, ObjectBuilder, OpenApi, OpenApiBuilder, Ref, RefOr,
    Required, Response, ResponseBuilder, Schema, SecurityRequirement,
    path::{Operation, ParameterBuilder, ParameterIn, PathItem},
    schema::Type,
    security::{ApiKey, ApiKeyValue, HttpAuthScheme, HttpBuilder, SecurityScheme},
    tag::TagBuilder,
};

use super::commands;

const STAFF: &str = "staff";
const CASE: &str = "case";
const QUERY_CODE: &str = "query_code";

const DESCRIPTION: &str = "\
Everything that the portal and the desk can do, for programs.

- **Who**: staff by a bearer token from `POST /tokens`; a petitioner by the number and query code of her case, without an \
account. A revoked staff token may be taken for three more seconds by a process that saw it just before.
- **Language**: `Accept-Language: zh-CN` or `en`; codes stay the same, sentences follow it.
- **Problems**: `application/problem+json` (RFC 9457) with a stable `code`, the `rule` and `article` that speak, and every field \
that is wrong. What is not yours to see and what does not exist are answered alike.
- **Creates** need an `Idempotency-Key`: sent twice, it happens once and is answered twice.
- **Commands** need `If-Match` with the version you saw, or `*`; when the case changed meanwhile, 412 says what changed.
- **Lists** give `next`; pass it as `cursor` for the page after.";

/// What stands at the head of the document.
pub(super) fn begin() -> OpenApi {
    let license = LicenseBuilder::new().name("Apache-2.0").identifier(Some("Apache-2.0")).build();
    let info = InfoBuilder::new()
        .title("连心 Lianxin")
        .version("1")
        .description(Some(DESCRIPTION))
        .license(Some(license))
        .build();
    let tag = |name: &str, words: &str| TagBuilder::new().name(name).description(Some(words)).build();
    let tags = [
        tag("petitioner", "For petitioners and whoever files for them; no account."),
        tag("session", "Tokens and who holds them."),
        tag("matters", "Cases of every kind: lists, search, one case."),
        tag("commands", "What can be done to a case, made from the transition tables."),
        tag("letters", "Letters and forms: drafted by one, signed by another, taken out as PDF."),
        tag("reference", "Divisions, organisations, clocks and deadlines."),
    ];
    OpenApiBuilder::new().info(info).tags(Some(tags)).components(Some(Components::new())).build()
}

/// The whole document, as it is served.
#[must_use]
pub fn document() -> OpenApi {
    let limits = crate::state::Limits::default();
    let inner = super::public::routes(&limits)
        .merge(super::staff::routes(&limits))
        .merge(super::obstruction::routes())
        .merge(super::rooms::routes());
    let router = utoipa_axum::router::OpenApiRouter::with_openapi(begin()).nest(super::BASE, inner);
    finish(router.into_openapi())
}

/// Adds the commands, the security schemes and the problems that any operation can answer with.
pub(super) fn finish(mut document: OpenApi) -> OpenApi {
    let components = document.components.get_or_insert_default();
    commands::document(&mut document.paths, components);
    schemes(components);
    components.schemas.insert("Problem".into(), <super::problem::ProblemBody as utoipa::PartialSchema>::schema());
    let mut parts = vec![];
    <super::problem::ProblemBody as utoipa::ToSchema>::schemas(&mut parts);
    components.schemas.extend(parts);
    for status in STATUSES {
        components.responses.insert(name(*status), problem(*status).into());
    }
    for (path, item) in &mut document.paths.paths {
        for operation in operations(item) {
            let statuses = answers(path, operation);
            for status in statuses {
                let response = Ref::from_response_name(name(status));
                operation.responses.responses.entry(status.to_string()).or_insert(RefOr::Ref(response));
            }
        }
    }
    document
}

fn schemes(components: &mut Components) {
    let bearer = |words: &str| {
        let scheme = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).description(Some(words)).build();
        SecurityScheme::Http(scheme)
    };
    let code = ApiKeyValue::with_description("Query-Code", "The query code of the case in the path; throttled.");
    let schemes = [
        (STAFF, bearer("A member of staff; from `POST /tokens`.")),
        (CASE, bearer("One case, for an hour; from `POST /petitions/{number}/access`.")),
        (QUERY_CODE, SecurityScheme::ApiKey(ApiKey::Header(code))),
    ];
    for (name, scheme) in schemes {
        components.security_schemes.insert(name.to_owned(), scheme.into());
    }
}

/// The token of a member of staff is needed.
pub(super) fn staff_token() -> SecurityRequirement {
    SecurityRequirement::new::<_, [&str; 0], &str>(STAFF, [])
}

const STATUSES: &[u16] = &[400, 401, 403, 404, 409, 412, 413, 415, 422, 428, 429, 500];

fn name(status: u16) -> String {
    format!("Problem{status}")
}

fn problem(status: u16) -> Response {
    let words = Message::new(format!("api-title-{status}")).say(Locale::En);
    let content = Content::new(Some(Ref::from_schema_name("Problem")));
    let response = ResponseBuilder::new().description(words).content("application/problem+json", content);
    let response = match status {
        429 => response.header("Retry-After", header("Seconds to wait.", Type::Integer)),
        _ => response,
    };
    response.build()
}

fn header(words: &str, kind: Type) -> Header {
    let schema: Schema = ObjectBuilder::new().schema_type(kind).into();
    let mut header = Header::new(schema);
    header.description = Some(words.to_owned());
    header
}

/// The version of the case, as a header.
pub(super) fn etag_header() -> Header {
    header("The version of the case, for `If-Match`.", Type::String)
}

/// `If-Match`, where it is needed.
pub(super) fn if_match_parameter() -> ParameterBuilder {
    let text: Schema = ObjectBuilder::new().schema_type(Type::String).into();
    ParameterBuilder::new()
        .name("If-Match")
        .parameter_in(ParameterIn::Header)
        .required(Required::True)
        .description(Some("The version you saw, in quotes as `ETag` gave it; `*` for the case as it stands."))
        .schema(Some(text))
}

fn operations(item: &mut PathItem) -> impl Iterator<Item = &mut Operation> {
    [&mut item.get, &mut item.post, &mut item.put, &mut item.patch, &mut item.delete].into_iter().flatten()
}

/// The problems that an operation can answer with, from what it takes.
fn answers(path: &str, operation: &Operation) -> Vec<u16> {
    let takes = |wanted: &str| {
        let parameters = operation.parameters.iter().flatten();
        let mut names = parameters.filter_map(|parameter| match parameter {
            RefOr::T(parameter) => Some(parameter.name.as_str()),
            RefOr::Ref(_) => None,
        });
        names.any(|name| name == wanted)
    };
    let mut statuses = vec![400, 429, 500];
    let secured = operation.security.as_ref().is_some_and(|needed| !needed.is_empty());
    if secured {
        statuses.extend([401, 403]);
    }
    if path.contains('{') {
        statuses.push(404);
    }
    if operation.request_body.is_some() {
        statuses.extend([409, 413, 415, 422]);
    }
    if takes("If-Match") {
        statuses.extend([412, 428]);
    }
    statuses
}
