// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/router.h"

#include "app/base/log.h"
#include "app/mail/domain.h"
#include "server/api/envelope.h"
#include "server/api/openapi.h"
#include "server/api/query.h"
#include "server/api/schema.h"
#include "server/db/services.h"
#include "server/db/tokens.h"
#include "server/db/zones.h"

#include <QJsonDocument>

namespace api {

namespace {

QList<QByteArray> partsOf(const QByteArray &path) { return path.mid(1).split('/'); }

bool isVariable(const QByteArray &part) { return part.startsWith('{'); }

// The routes of the table with their paths taken apart once.
struct Split
{
    const Route *route;
    QList<QByteArray> parts;
};

const QHash<QByteArray, QList<Split>> &splitRoutes() // by method and number of parts
{
    static const auto table = [] {
        QHash<QByteArray, QList<Split>> all;
        for (const Route &route : routes()) {
            const auto parts = partsOf(route.path);
            all[route.method + char('0' + parts.size())].append({&route, parts});
        }
        return all;
    }();
    return table;
}

bool isNumber(const QByteArray &part)
{
    return !part.isEmpty() &&
           std::all_of(part.cbegin(), part.cend(), [](char c) { return c >= '0' && c <= '9'; });
}

// A variable whose name ends in "_id" takes digits only, so that "/mail_hostings/csv" is not one.
bool matches(const QList<QByteArray> &pattern, const QList<QByteArray> &parts)
{
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const QByteArray &wanted = pattern.at(i);
        const bool fits = !isVariable(wanted)       ? wanted == parts.at(i)
                          : wanted.endsWith("_id}") ? isNumber(parts.at(i))
                                                    : !parts.at(i).isEmpty();
        if (!fits)
            return false;
    }
    return true;
}

// Fewer variables win, the first difference counting: "/users/…" before "/{id}/…".
bool isMorePrecise(const QList<QByteArray> &a, const QList<QByteArray> &b)
{
    for (qsizetype i = 0; i < a.size(); ++i)
        if (isVariable(a.at(i)) != isVariable(b.at(i)))
            return isVariable(b.at(i));
    return false;
}

// A condition that cannot be looked at is refused rather than taken as met.
QList<Fault> readVersion(const Route &route, Request &request)
{
    if (request.method == "GET" || request.ifMatch.isEmpty())
        return {};
    const auto version = versionFrom(request.ifMatch);
    const auto fault = [](const QString &description) {
        return QList<Fault>{
            {QStringLiteral("If-Match"), QStringLiteral("validation_rule_format"), description}};
    };
    if (!version)
        return fault(QStringLiteral("This must be one version in quotes, or *"));
    if (*version && !route.takesVersion)
        return fault(QStringLiteral("What this path names has no version to compare"));
    request.version = *version;
    return {};
}

// Also where none is expected: whoever sends fields believes that they count.
QList<Fault> readBody(const Route &route, Request &request)
{
    const auto fault = [](const char *rule, const QString &description) {
        return QList<Fault>{{QStringLiteral("body"),
                             QStringLiteral("validation_rule_") + QLatin1String(rule),
                             description}};
    };
    const bool mayLack = route.body.isEmpty() || route.isBodyOptional;
    if (mayLack && request.body.trimmed().isEmpty()) {
        request.json = QJsonObject();
        return {};
    }
    QJsonParseError parse;
    const QJsonDocument document = QJsonDocument::fromJson(request.body, &parse);
    if (document.isNull())
        return fault("json", QStringLiteral("The body is not JSON: %1 at byte %2")
                                 .arg(parse.errorString())
                                 .arg(parse.offset));
    if (!document.isObject())
        return fault("object", QStringLiteral("The body must be an object"));
    request.json = document.object();
    return faults(request.json, route.body.isEmpty() ? QStringLiteral("Nothing") : route.body);
}

Error notFound(const QString &detail) { return {Error::Kind::NotFound, detail, {}, {}, 0}; }

} // namespace

Router::Router(Context context, const Clock &clock)
    : m_context(std::move(context))
    , m_clock(clock)
    , m_failures(clock)
{
}

std::optional<Response> Router::remembered(const QByteArray &key, const QDateTime &now)
{
    const std::shared_lock lock(m_answersMutex);
    const auto it = m_answers.constFind(key);
    // The time limit is for what other programs commit.
    if (it == m_answers.constEnd() || it->generation != m_context.database.generation() ||
        qAbs(it->since.secsTo(now)) >= tokenMemory)
        return {};
    return it->response;
}

void Router::remember(const QByteArray &key, const Response &response, quint64 generation,
                      const QDateTime &now)
{
    const std::unique_lock lock(m_answersMutex);
    if (m_answers.size() >= answerMemory)
        m_answers.clear();
    m_answers.insert(key, {response, generation, now});
}

Response Router::answer(Request &request)
{
    if (request.method == "HEAD")
        request.method = "GET";
    if (request.path == "/openapi.json" && request.method == "GET")
        return openApi();
    const auto caller = callerOf(request);
    if (!caller)
        return refusal(caller.error());
    if (request.method != "GET")
        return dispatch(request, *caller);
    QByteArray key = QByteArray::number(caller->token);
    key.append(' ').append(request.path).append('?').append(request.query);
    if (auto known = remembered(key, caller->now))
        return *std::move(known);
    const quint64 generation = m_context.database.generation();
    const Response response = dispatch(request, *caller);
    if (request.isSteady && response.status == 200 && response.body.size() <= answerLimit)
        remember(key, response, generation, caller->now);
    return response;
}

Result<db::Caller> Router::callerOf(const Request &request)
{
    const QDateTime now = m_clock.now();
    const auto refused = [&](const QString &why) -> Error {
        if (const int wait = m_failures.failed(request.peer))
            return {Error::Kind::Limited,
                    QStringLiteral("Too many requests with a wrong token"),
                    {},
                    {},
                    wait};
        return {Error::Kind::Unauthorized, why, {}, {}, 0};
    };
    if (request.authorization.isEmpty())
        return Error{Error::Kind::Unauthorized,
                     QStringLiteral("A token is missing (Authorization: Bearer …)"),
                     {},
                     {},
                     0};
    if (qstrnicmp(request.authorization.constData(), "Bearer ", 7) != 0)
        return refused(QStringLiteral("The token must be given as Authorization: Bearer …"));
    const QByteArray digest = db::digest(request.authorization.mid(7).trimmed());
    const auto valid = [&](const Known &known) -> Result<db::Caller> {
        if (known.expiresAt && *known.expiresAt <= now)
            return refused(QStringLiteral("This token has expired"));
        db::Caller caller = known.caller;
        caller.now = now;
        return caller;
    };
    {
        const std::shared_lock lock(m_tokensMutex);
        const auto it = m_tokens.constFind(digest);
        if (it != m_tokens.constEnd() && it->generation == m_context.database.generation() &&
            qAbs(it->since.secsTo(now)) < tokenMemory)
            return valid(*it);
    }
    const quint64 generation = m_context.database.generation();
    const auto token = db::tokenByDigest(m_context.database, digest);
    if (!token && token.error().kind == Error::Kind::NotFound)
        return refused(QStringLiteral("This token is not known"));
    if (!token)
        return token.error();
    Known known{token->caller, token->expiresAt, generation, now};
    db::ServiceFilter filter;
    filter.organisation = known.caller.organisation;
    const auto services = db::services(m_context.database, filter);
    if (!services)
        return services.error();
    for (const db::ServiceRow &row : services->rows)
        known.caller.organisationServices.append(row.id);
    {
        const std::unique_lock lock(m_tokensMutex);
        if (m_tokens.size() > 1000)
            m_tokens.clear();
        m_tokens.insert(digest, known);
    }
    return valid(known);
}

const Route *Router::find(const QByteArray &method, const QList<QByteArray> &parts,
                          Request &request) const
{
    const Split *best = nullptr;
    const auto it = splitRoutes().constFind(method + char('0' + parts.size()));
    if (it == splitRoutes().constEnd())
        return nullptr;
    for (const Split &split : *it)
        if (matches(split.parts, parts) && (!best || isMorePrecise(split.parts, best->parts)))
            best = &split;
    if (!best)
        return nullptr;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        if (!isVariable(best->parts.at(i)))
            continue;
        const auto value = percentDecoded(parts.at(i), false);
        if (!value)
            return nullptr;
        request.segments.insert(best->parts.at(i).mid(1).chopped(1), *value);
    }
    return best->route;
}

bool Router::isDocumented(const QByteArray &method, const QList<QByteArray> &parts) const
{
    static const auto table = [] {
        QHash<QByteArray, QList<QList<QByteArray>>> all;
        for (const auto &[verb, path] : notOffered())
            all[verb].append(partsOf(path));
        return all;
    }();
    for (const QList<QByteArray> &pattern : table.value(method))
        if (pattern.size() == parts.size() && matches(pattern, parts))
            return true;
    return false;
}

// Zone and domain of the path, brought to punycode: of a hosting that the caller sees, or as if
// they were not there.
Result<void> Router::permitZone(const Route &route, Request &request,
                                const db::Caller &caller) const
{
    for (const char *segment : {"zone", "domain"}) {
        const auto it = request.segments.find(segment);
        if (it == request.segments.end())
            continue;
        const auto name = mail::domainFrom(*it);
        *it = name ? name->ascii : QString();
        Result<qint64> service = notFound(QStringLiteral("No domain of that name is here"));
        if (it.key() == "domain") {
            service = db::serviceOfDomain(m_context.database, *it);
        } else if (const auto zone = db::zone(m_context.database, *it)) {
            service = zone->service;
        } else {
            service = zone.error();
        }
        const bool isSeen =
            service && caller.organisationServices.contains(*service) && caller.reaches(*service);
        if (isSeen || route.mayLackZone)
            continue;
        if (!service)
            return service.error();
        return it.key() == "domain" ? notFound(QStringLiteral("No domain of that name is here"))
                                    : Error{Error::Kind::NotFound,
                                            QStringLiteral("There is no such zone"),
                                            {},
                                            QStringLiteral("zone_does_not_exists"),
                                            0};
    }
    return {};
}

Result<void> Router::permit(const Route &route, Request &request, const db::Caller &caller) const
{
    const auto forbidden = [](const QString &why, const char *code) {
        return Error{Error::Kind::Forbidden, why, {}, QLatin1String(code), 0};
    };
    for (auto it = request.segments.constBegin(); it != request.segments.constEnd(); ++it) {
        if (!it.key().endsWith("_id"))
            continue;
        bool ok = false;
        const qint64 id = it.value().toLongLong(&ok);
        if (!ok || id <= 0)
            return notFound(QStringLiteral("There is no such object"));
        if (it.key() == "mail_hosting_id" && !caller.organisationServices.contains(id))
            return notFound(QStringLiteral("No such mail hosting"));
        if (it.key() == "mail_hosting_id" && !caller.reaches(id))
            return forbidden(QStringLiteral("This token is not for this mail hosting"),
                             "access_denied");
        if (it.key() == "account_id" && id != caller.organisation)
            return notFound(QStringLiteral("No such account"));
    }
    if (auto seen = permitZone(route, request, caller); !seen)
        return seen;
    if (caller.scope < route.scope)
        return forbidden(QStringLiteral("This token may only %1")
                             .arg(caller.scope == db::Scope::Read
                                      ? QStringLiteral("read")
                                      : QStringLiteral("change single mailboxes")),
                         "access_denied");
    if (!route.forAnyRole && !caller.mayAdminister())
        return forbidden(QStringLiteral("This takes an administrator of the account"),
                         "access_denied");
    return {};
}

Response Router::dispatch(Request &request, const db::Caller &caller)
{
    if (!request.path.startsWith('/'))
        return refusal(400, QStringLiteral("error"), QStringLiteral("This is not a path"));
    const auto parameters = parametersFrom(request.query);
    if (!parameters)
        return refusal(400, QStringLiteral("error"),
                       QStringLiteral("The query has a broken percent escape"));
    request.parameters = *parameters;
    if (request.method == "POST") {
        QByteArray method = request.methodOverride;
        if (const auto given = text(request, QLatin1String("_method")))
            method = given->toLatin1();
        if (!method.isEmpty())
            request.method = method.toUpper();
    }
    QByteArray path = request.path;
    while (path.size() > 1 && path.endsWith('/'))
        path.chop(1);
    const QList<QByteArray> parts = partsOf(path);
    const Route *route = parts.size() < 10 ? find(request.method, parts, request) : nullptr;
    if (!route) {
        if (isDocumented(request.method, parts))
            return refusal({Error::Kind::Unsupported,
                            QStringLiteral("This server does not offer this"),
                            {},
                            {},
                            0});
        return refusal(404, QStringLiteral("method_not_found"),
                       QStringLiteral("There is no such path and method"));
    }
    if (route->isOfZones)
        if (const QString missing = m_context.host.zones().missing(); !missing.isEmpty())
            return refusal({Error::Kind::Unsupported,
                            QStringLiteral("This server serves no DNS zones: %1").arg(missing),
                            {},
                            {},
                            0});
    if (const auto allowed = permit(*route, request, caller); !allowed)
        return refusal(allowed.error());
    if (const auto wrong = faults(request, route->parameters); !wrong.isEmpty())
        return refusal(wrong);
    if (const auto wrong = readVersion(*route, request); !wrong.isEmpty())
        return refusal(wrong);
    if (request.method != "GET")
        if (const auto wrong = readBody(*route, request); !wrong.isEmpty())
            return refusal(wrong);
    // What the mail host is asked for is not ours to remember.
    request.isSteady = route->isSteady && !request.query.contains("size");
    return performed(*route, request, caller);
}

Response Router::performed(const Route &route, const Request &request, const db::Caller &caller)
{
    const auto response = route.handle(request, caller, m_context);
    if (response)
        return *response;
    const Error &error = response.error();
    if (error.kind == Error::Kind::Storage || error.kind == Error::Kind::Internal)
        qCCritical(lcApi) << route.method << route.path << "failed:" << error.detail;
    return refusal(error);
}

} // namespace api
