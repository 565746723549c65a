// SPDX-License-Identifier: GPL-3.0-or-later
// What only our daemon has for the security of a domain: DKIM keys and their rotation, jobs that
// go on over there, looks at a domain and the baseline they are compared with.
#include "app/backend/changing.h"
#include "app/backend/zonedialect.h"
#include "app/mail/json.h"

#include <QJsonArray>

namespace backend {

namespace {

using mail::Change;
using mail::DkimKey;
using mail::Verb;

QByteArray hosting(qint64 service) { return "/1/mail_hostings/" + number(service); }

} // namespace

// ---- DKIM keys

Result<QList<DkimKey>> HostingApi::dkimKeys(qint64 service, Progress &progress)
{
    if (isPublished())
        return Backend::dkimKeys(service, progress);
    Ask ask;
    ask.path = hosting(service) + "/dkim_keys";
    ask.service = service;
    ask.kind = DkimKey::kind;
    QList<DkimKey> keys;
    const auto done = eachRow(ask, progress, [&](const QJsonValue &row) -> Result<void> {
        auto key = dkimKeyFromWire(row, service);
        if (!key)
            return key.error();
        keys.append(std::move(*key));
        return {};
    });
    if (!done)
        return done.error();
    return keys;
}

Result<DkimKey> HostingApi::dkimKey(const mail::Ref &ref, Progress &progress)
{
    const auto all = dkimKeys(ref.service, progress);
    if (!all)
        return all.error();
    for (const DkimKey &key : *all)
        if (QString::number(key.id) == ref.key)
            return key;
    return Error{
        Error::Kind::NotFound, QStringLiteral("This key is not there any more"), {}, {}, 0};
}

Result<DkimKey> HostingApi::newestLike(const Change &creation, Progress &progress)
{
    const auto all = dkimKeys(creation.object.service, progress);
    if (!all)
        return all.error();
    std::optional<DkimKey> newest;
    for (const DkimKey &key : *all) {
        const QJsonObject json = mail::toJson(key);
        bool isLike = true;
        for (auto it = creation.after.begin(); it != creation.after.end(); ++it)
            isLike = isLike && (it->toString().isEmpty() || json.value(it.key()) == *it);
        if (isLike && (!newest || key.id > newest->id))
            newest = key;
    }
    if (!newest)
        return strange(QStringLiteral("The new key is not in the list"));
    return *newest;
}

Result<Applied> HostingApi::applyDkimKey(const Change &change, Progress &progress)
{
    if (isPublished())
        return notOffered({}, QStringLiteral("The provider keeps its DKIM keys to itself"));
    const mail::Ref &ref = change.object;
    Ask ask;
    ask.service = ref.service;
    ask.verb = change.verb;
    ask.kind = DkimKey::kind;
    ask.path = hosting(ref.service) + "/dkim_keys";
    if (change.verb == Verb::Create) {
        if (const auto stray = strayField(change, {"domain", "algorithm", "selector"}))
            return *stray;
        ask.method = "POST";
        ask.hasBody = true;
        for (const char *field : {"domain", "algorithm", "selector"}) {
            const QString text = change.after.value(QLatin1String(field)).toString();
            if (!text.isEmpty())
                ask.body.insert(QLatin1String(field), text);
        }
        const auto answer = send(ask, progress);
        if (!answer)
            return answer.error();
        auto made = dkimKeyFromWire(answer->data, ref.service);
        if (answer->shortfall) // the newest that is like it, is it
            made = newestLike(change, progress);
        if (!made)
            return Applied{change, {}, answer->shortfall.value_or(made.error())};
        return Applied{effectiveCreation(*made), {}, answer->shortfall};
    }

    bool isNumber = false;
    const qint64 id = ref.key.toLongLong(&isNumber);
    if (!isNumber || id <= 0)
        return Error::invalid(QStringLiteral("id"), QStringLiteral("No key is named"));
    ask.path += '/' + number(id);
    const std::function<Result<DkimKey>()> read = [&] { return dkimKey(ref, progress); };
    if (change.verb == Verb::Remove) {
        ask.method = "DELETE";
        const auto answer = guarded<DkimKey>(change, ask, read, progress);
        if (!answer)
            return answer.error();
        return Applied{change, {}, answer->shortfall};
    }
    if (const auto stray = strayField(change, {"state"}))
        return *stray;
    ask.method = "PATCH";
    ask.hasBody = true;
    ask.body.insert(QStringLiteral("state"), change.after.value(u"state"));
    const auto answer = guarded<DkimKey>(change, ask, read, progress);
    if (!answer)
        return answer.error();
    if (const auto told = dkimKeyFromWire(answer->data, ref.service); told && told->id == id)
        return Applied{effectiveUpdate(change, *told), {}, answer->shortfall};
    const auto now = read();
    if (!now)
        return Applied{change, {}, answer->shortfall.value_or(now.error())};
    return Applied{effectiveUpdate(change, *now), {}, answer->shortfall};
}

Result<mail::HostJob> HostingApi::rotateDkim(qint64 service, const QString &domain,
                                             int overlapSeconds, Progress &progress)
{
    if (isPublished()) // its route takes no domain and tells nothing
        return Backend::rotateDkim(service, domain, overlapSeconds, progress);
    Ask ask;
    ask.method = "POST";
    ask.path = hosting(service) + "/diagnostic/dkim/rotate";
    ask.hasBody = true;
    ask.body = {{QStringLiteral("domain"), domain}, {QStringLiteral("overlap"), overlapSeconds}};
    const auto answer = send(ask, progress);
    if (!answer)
        return answer.error();
    return hostJobFromWire(answer->data, service);
}

Result<QByteArray> HostingApi::signedMessage(qint64 service, const QString &domain,
                                             Progress &progress)
{
    if (isPublished())
        return Backend::signedMessage(service, domain, progress);
    Ask ask;
    ask.path = hosting(service) + "/dkim_keys/signed_message";
    ask.parameters = {{"domain", domain.toUtf8()}};
    const auto answer = send(ask, progress);
    if (!answer)
        return answer.error();
    const QString message = answer->data.toObject().value(u"message").toString();
    if (message.isEmpty())
        return strange(QStringLiteral("A signed message was asked for, none came"));
    return message.toUtf8();
}

// ---- jobs of the host

Result<QList<mail::HostJob>> HostingApi::hostJobs(qint64 service, Progress &progress)
{
    if (isPublished())
        return Backend::hostJobs(service, progress);
    Ask ask;
    ask.path = hosting(service) + "/jobs";
    ask.service = service;
    ask.kind = mail::HostJob::kind;
    QList<mail::HostJob> jobs;
    const auto done = eachRow(ask, progress, [&](const QJsonValue &row) -> Result<void> {
        auto job = hostJobFromWire(row, service);
        if (!job)
            return job.error();
        jobs.append(std::move(*job));
        return {};
    });
    if (!done)
        return done.error();
    return jobs;
}

Result<mail::HostJob> HostingApi::hostJob(qint64 service, qint64 id, Progress &progress)
{
    if (isPublished())
        return Backend::hostJob(service, id, progress);
    Ask ask;
    ask.path = hosting(service) + "/jobs/" + number(id);
    const auto answer = send(ask, progress);
    if (!answer)
        return answer.error();
    return hostJobFromWire(answer->data, service);
}

Result<void> HostingApi::cancelHostJob(qint64 service, qint64 id, Progress &progress)
{
    if (isPublished())
        return Backend::cancelHostJob(service, id, progress);
    Ask ask;
    ask.method = "DELETE";
    ask.path = hosting(service) + "/jobs/" + number(id);
    const auto answer = send(ask, progress);
    if (!answer)
        return answer.error();
    return {};
}

// ---- looks at a domain

Result<SecurityHistory> HostingApi::securityHistory(qint64 service, const QString &domain,
                                                    Progress &progress)
{
    if (isPublished())
        return Backend::securityHistory(service, domain, progress);
    Ask ask;
    ask.path = hosting(service) + "/security";
    ask.parameters = {{"domain", domain.toUtf8()}};
    const auto answer = send(ask, progress);
    if (!answer)
        return answer.error();
    const QJsonObject json = answer->data.toObject();
    SecurityHistory history;
    if (json.value(u"accepted").isObject()) {
        auto accepted = mail::snapshotFromJson(json.value(u"accepted").toObject());
        if (!accepted)
            return accepted.error();
        history.accepted = std::move(*accepted);
    }
    for (const QJsonValue item : json.value(u"looks").toArray()) {
        auto look = mail::snapshotFromJson(item.toObject());
        if (!look)
            return look.error();
        history.looks.append(std::move(*look));
    }
    if (!mail::fromJson(json.value(u"last_look_at"), history.lastLook))
        history.lastLook = history.looks.isEmpty() ? QDateTime() : history.looks.last().at;
    return history;
}

Result<mail::SecuritySnapshot> HostingApi::lookNow(qint64 service, const QString &domain,
                                                   Progress &progress)
{
    if (isPublished())
        return Backend::lookNow(service, domain, progress);
    Ask ask;
    ask.method = "POST";
    ask.path = hosting(service) + "/security/check";
    ask.hasBody = true;
    ask.body = {{QStringLiteral("domain"), domain}};
    const auto answer = send(ask, progress);
    if (!answer)
        return answer.error();
    return mail::snapshotFromJson(answer->data.toObject());
}

Result<void> HostingApi::acceptSecurity(qint64 service, const mail::SecuritySnapshot &snapshot,
                                        Progress &progress)
{
    if (isPublished())
        return Backend::acceptSecurity(service, snapshot, progress);
    Ask ask;
    ask.method = "PUT";
    ask.path = hosting(service) + "/security/accepted";
    ask.hasBody = true;
    ask.body = {{QStringLiteral("domain"), snapshot.domain},
                {QStringLiteral("look"), mail::toJson(snapshot)}};
    const auto answer = send(ask, progress);
    if (!answer)
        return answer.error();
    return {};
}

} // namespace backend
