// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/answer.h"

#include "app/backend/dialect.h"
#include "app/mail/json.h"

#include <QJsonDocument>
#include <QJsonParseError>
#include <QLocale>
#include <QStringList>

#include <algorithm>

namespace backend {

namespace {

using Kind = Error::Kind;

constexpr int assumedRetry = 60; // seconds: the far side's window when it does not say
constexpr int maxFaults = 50;

struct Fault
{
    QString field;
    QString words;
    QString code;
};

// "errors" may nest.
void collectFaults(const QJsonArray &errors, int depth, QList<Fault> &faults)
{
    for (const QJsonValue item : errors) {
        if (faults.size() >= maxFaults || depth > 5)
            return;
        const QJsonObject error = item.toObject();
        const QString attribute = error.value(u"context").toObject().value(u"attribute").toString();
        const QString words = error.value(u"description").toString();
        if (!attribute.isEmpty() || !words.isEmpty())
            faults.append({fieldFromWire(attribute), words, error.value(u"code").toString()});
        collectFaults(error.value(u"errors").toArray(), depth + 1, faults);
    }
}

Kind kindOf(int status, const QString &code)
{
    const bool refused = code == u"cannot_create_object" || code == u"cannot_update_object" ||
                         code == u"cannot_delete_object";
    switch (status) {
    case 401:
        return Kind::Unauthorized;
    case 403:
        return Kind::Forbidden;
    case 404:
        return code == u"method_not_found" ? Kind::Unsupported : Kind::NotFound;
    case 405:
    case 501:
        return Kind::Unsupported;
    case 408:
        return Kind::Offline;
    case 409:
    case 412:
        return Kind::Conflict;
    case 410:
        return Kind::NotFound;
    case 413:
    case 414:
    case 422:
    case 431:
        return Kind::Invalid;
    case 429:
        return Kind::Limited;
    case 502:
    case 503:
    case 504:
        return Kind::Offline; // whoever stands before the service cannot reach it
    default:
        break;
    }
    // 400, 2xx with an error inside, and 500: only the code tells.
    if (code == u"not_authorized")
        return status >= 500 ? Kind::Forbidden : Kind::Unauthorized;
    if (code == u"access_denied" || code == u"forbidden" || refused)
        return Kind::Forbidden;
    if (code == u"object_not_found" || code == u"not_found" || code.endsWith(u"_does_not_exist"))
        return Kind::NotFound;
    if (code.contains(u"already_exists") || code.contains(u"already_has"))
        return Kind::Conflict;
    if (code.startsWith(u"too_many_attempts") || code.contains(u"rate_limit"))
        return Kind::Limited;
    if (code == u"validation_failed" || code == u"unprocessable_entity" ||
        code == u"invalid_dns_record" || code == u"unsupported_dns_record_type" ||
        code == u"dns_record_mutual_exclusion")
        return Kind::Invalid;
    if (code == u"zone_does_not_exists")
        return Kind::NotFound;
    if (code == u"zone_not_managed_by_infomaniak_dns")
        return Kind::Unsupported;
    if (status >= 500)
        return Kind::Internal;
    if (code.isEmpty() || code == u"error")
        return status == 400 ? Kind::Invalid : Kind::Protocol;
    return Kind::Forbidden; // a refusal in its own words: mailbox_is_ldap_locked …
}

int retryAfterOf(const wire::HttpAnswer &answer)
{
    const QByteArray value = answer.header("retry-after").trimmed();
    bool ok = false;
    const int seconds = value.toInt(&ok);
    if (ok)
        return std::clamp(seconds, 0, 24 * 3600);
    // RFC 9110 10.2.3: or a date
    const QDateTime at = QLocale::c().toDateTime(QString::fromLatin1(value),
                                                 QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
    if (!at.isValid())
        return 0;
    const QDateTime utc(at.date(), at.time(), Qt::UTC);
    return int(std::clamp<qint64>(QDateTime::currentDateTimeUtc().secsTo(utc), 1, 24 * 3600));
}

// Something that is not the API answers: say what can be said.
Error withoutEnvelope(const wire::HttpAnswer &answer)
{
    const int status = answer.status;
    const QString what =
        QStringLiteral("The answer is not one of a mail-hosting service (HTTP %1, %2)")
            .arg(status)
            .arg(QString::fromLatin1(answer.header("content-type")).left(60));
    Error error{Kind::Protocol, what, {}, QStringLiteral("no-envelope"), 0};
    if (status == 401 || status == 403 || status == 429 || status >= 500)
        error.kind = kindOf(status, {});
    if (error.kind == Kind::Limited || status == 503) {
        error.retryAfter = retryAfterOf(answer);
        if (error.retryAfter == 0 && error.kind == Kind::Limited)
            error.retryAfter = assumedRetry;
    }
    return error;
}

} // namespace

int Answer::number(QLatin1String key) const
{
    int n = 0;
    return mail::fromJson(envelope.value(key), n) ? n : 0;
}

Error notYet(const QString &detail)
{
    return {Kind::Offline, detail, {}, QStringLiteral("not-yet"), 0};
}

Error refusalFrom(int status, const QJsonObject &error, int retryAfter)
{
    const QString code = error.value(u"code").toString().left(200);
    Error refusal{
        kindOf(status, code), error.value(u"description").toString().left(2000), {}, code, 0};
    QList<Fault> faults;
    collectFaults(error.value(u"errors").toArray(), 0, faults);
    const QString attribute = error.value(u"context").toObject().value(u"attribute").toString();
    if (!faults.isEmpty()) {
        refusal.field = faults.first().field;
        QStringList words;
        for (const Fault &fault : faults) {
            const QString text = fault.words.isEmpty() ? fault.code : fault.words;
            words.append(fault.field.isEmpty() ? text : fault.field + QStringLiteral(": ") + text);
        }
        refusal.detail = words.join(u'\n').left(4000);
    } else if (!attribute.isEmpty()) {
        refusal.field = fieldFromWire(attribute);
    } else if (refusal.kind == Kind::Invalid) {
        refusal.field = fieldFromRefusal(code);
    }
    if (refusal.detail.isEmpty())
        refusal.detail = code.isEmpty() ? QStringLiteral("HTTP %1").arg(status) : code;
    if (refusal.kind == Kind::Limited) {
        refusal.retryAfter = retryAfter > 0                                   ? retryAfter
                             : code.endsWith(u"in_one_hour")                  ? 3600
                             : status == 429 || code.endsWith(u"in_1_minute") ? assumedRetry
                                                                              : 0;
    } else if (refusal.kind == Kind::Offline) {
        refusal.retryAfter = retryAfter;
        if (refusal.code.isEmpty())
            refusal.code = QStringLiteral("unavailable");
    }
    return refusal;
}

Result<Answer> answerFrom(const wire::HttpAnswer &answer)
{
    QJsonParseError fault{};
    const QJsonDocument document = QJsonDocument::fromJson(answer.body, &fault);
    const QJsonObject envelope = document.object();
    const QString result = envelope.value(u"result").toString();
    if (!document.isObject() || result.isEmpty()) {
        if (answer.status == 501) // switched off here, whatever the page says
            return Error{Kind::Unsupported, QStringLiteral("Not enabled here"), {}, {}, 0};
        return withoutEnvelope(answer);
    }
    const bool fine = answer.status >= 200 && answer.status < 300;
    if (fine && result == u"success") {
        Answer told{envelope.value(u"data"), envelope, false};
        if (told.data.toObject().value(u"in_effect") == QJsonValue(false))
            told.shortfall = notYet(QStringLiteral("The mail servers do not know it yet"));
        return told;
    }
    if (fine && result == u"asynchronous")
        return Answer{envelope.value(u"data"), envelope, true};
    if (fine && result != u"error")
        return Error{
            Kind::Protocol,
            QStringLiteral("The answer says neither success nor error: %1").arg(result.left(60)),
            {},
            QStringLiteral("no-envelope"),
            0};
    Error refusal =
        refusalFrom(answer.status, envelope.value(u"error").toObject(), retryAfterOf(answer));
    if (refusal.code == u"saved_not_in_effect")
        return Answer{{}, envelope, false, notYet(refusal.detail)};
    return refusal;
}

} // namespace backend
