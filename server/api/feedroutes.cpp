// SPDX-License-Identifier: GPL-3.0-or-later
// What the published contract lacks: what is possible here, what changed, who did it.
#include "app/mail/capabilities.h"
#include "server/api/handlers.h"
#include "server/api/handling.h"
#include "server/api/represent.h"
#include "server/api/zonejson.h"
#include "server/db/activity.h"
#include "server/db/dkimkeys.h"
#include "server/work/facts.h"

namespace api {

namespace {

QJsonValue orNull(const Result<QJsonObject> &json)
{
    return json ? QJsonValue(*json) : QJsonValue();
}

// The object of a change as it is now.
QJsonValue currentObject(const db::FeedRow &row, const std::optional<db::MailboxRow> &box,
                         const QJsonValue &boxJson, bool mayWrite, Context &context)
{
    if (row.kind == u"mailbox")
        return boxJson;
    if (row.kind == u"zone")
        return orNull(db::zone(context.database, row.zone)
                          .and_then([&](const db::ZoneRow &zone) -> Result<QJsonObject> {
                              return zoneJson(zone, context.host.zones().names());
                          }));
    if (row.kind == u"record")
        return orNull(db::record(context.database, row.zone, row.key.toLongLong())
                          .and_then([](const db::RecordRow &record) -> Result<QJsonObject> {
                              return recordJson(record);
                          }));
    if (row.kind == u"dkim_key")
        return orNull(db::dkimKey(context.database, row.service, row.key.toLongLong())
                          .and_then([](const mail::DkimKey &key) -> Result<QJsonObject> {
                              return dkimKeyJson(key);
                          }));
    if (row.kind == u"security" || row.kind == u"token") // has a route of its own, or none
        return {};
    if (row.kind == u"service")
        return orNull(db::service(context.database, row.service)
                          .and_then([](const db::ServiceRow &service) -> Result<QJsonObject> {
                              QJsonObject json = serviceJson(service, {QStringLiteral("quota")});
                              json.insert(QStringLiteral("preferences"), preferencesJson(service));
                              return json;
                          }));
    if (!box)
        return {};
    if (row.kind == u"access")
        return orNull(db::access(context.database, box->id, row.key.toLongLong())
                          .and_then([](const db::AccessRow &access) -> Result<QJsonObject> {
                              return accessJson(access);
                          }));
    return orNull(db::device(context.database, box->id, row.key.toLongLong())
                      .and_then([&](const db::DeviceRow &device) -> Result<QJsonObject> {
                          return deviceAccessJson(device, mayWrite);
                      }));
}

// What moved by itself after that number: nothing when it is beyond the newest.
Result<QJsonObject> activityJson(const db::Caller &caller, Context &context, qint64 service,
                                 qint64 since, int limit)
{
    const auto last = db::lastActivity(context.database);
    if (!last)
        return last.error();
    QList<db::MailboxRow> rows;
    if (since < *last) {
        auto active = db::activeSince(context.database, service, since, limit);
        if (!active)
            return active.error();
        rows = std::move(*active);
    }
    QList<qint64> ids;
    for (const db::MailboxRow &row : rows)
        ids.append(row.id);
    const auto users = db::accessesOf(context.database, ids);
    if (!users)
        return users.error();
    QHash<qint64, QList<db::AccessRow>> byMailbox;
    for (const db::AccessRow &row : *users)
        byMailbox[row.mailbox].append(row);
    MailboxView view;
    view.all = true;
    view.mayWrite = caller.scope >= db::Scope::Write;
    QJsonArray mailboxes;
    for (const db::MailboxRow &row : rows)
        mailboxes.append(mailboxJson(row, byMailbox.value(row.id), view));
    const bool isComplete = rows.size() < limit;
    return QJsonObject{{QStringLiteral("mailboxes"), mailboxes},
                       {QStringLiteral("last"), isComplete ? *last : rows.last().activity},
                       {QStringLiteral("complete"), isComplete}};
}

} // namespace

Result<Response> capabilities(const Request &request, const db::Caller &caller, Context &context)
{
    mail::Capabilities can;
    const auto offer = [&](db::Scope needed, mail::Verb verb, const char *kind,
                           const QString &field = {}) {
        if (caller.scope >= needed)
            can.allow(verb, QLatin1String(kind), field);
        else
            can.deny(verb, QLatin1String(kind), field,
                     caller.scope == db::Scope::Read ? QStringLiteral("read-only-token")
                                                     : QStringLiteral("no-right"));
    };
    const auto write = db::Scope::Write;
    offer(write, mail::Verb::Create, "mailbox");
    offer(write, mail::Verb::Remove, "mailbox");
    offer(write, mail::Verb::Update, "mailbox");
    for (const char *field : {"note", "has_spam_filter", "has_ad_filter"})
        offer(write, mail::Verb::Update, "mailbox", QLatin1String(field));
    for (const char *kind : {"access", "device"}) {
        offer(write, mail::Verb::Create, kind);
        offer(write, mail::Verb::Update, kind);
        offer(write, mail::Verb::Remove, kind);
    }
    for (const char *field : {"name", "note", "target"})
        offer(write, mail::Verb::Create, "mailbox", QLatin1String(field));
    for (const char *field : {"user", "rights"})
        offer(write, mail::Verb::Create, "access", QLatin1String(field));
    for (const char *field : {"label", "type", "protocols", "user", "password"})
        offer(write, mail::Verb::Create, "device", QLatin1String(field));
    offer(write, mail::Verb::Update, "access", QStringLiteral("rights"));
    for (mail::Right right : mail::allRights())
        offer(write, mail::Verb::Update, "access",
              QStringLiteral("rights.") + QLatin1String(mail::flagName(right)));
    offer(write, mail::Verb::Update, "device", QStringLiteral("password"));
    offer(db::Scope::Admin, mail::Verb::Update, "service");
    for (const char *field : {"default_rights", "is_spam_filter_default", "is_ad_filter_default"})
        offer(db::Scope::Admin, mail::Verb::Update, "service", QLatin1String(field));
    can.add(QStringLiteral("changes"));
    can.add(QStringLiteral("audit"));
    const bool hasZones = context.host.zones().missing().isEmpty();
    const auto offerZones = [&](mail::Verb verb, const char *kind, const QString &field = {}) {
        if (hasZones)
            offer(db::Scope::Admin, verb, kind, field);
        else
            can.deny(verb, QLatin1String(kind), field, QStringLiteral("no-name-server"));
    };
    for (const char *kind : {"zone", "record"})
        for (const mail::Verb verb : {mail::Verb::Create, mail::Verb::Update, mail::Verb::Remove})
            offerZones(verb, kind);
    offerZones(mail::Verb::Create, "zone", QStringLiteral("name"));
    offerZones(mail::Verb::Update, "zone", QStringLiteral("is_signed"));
    for (const char *field : {"source", "type", "target", "ttl"})
        offerZones(mail::Verb::Create, "record", QLatin1String(field));
    for (const char *field : {"target", "ttl"})
        offerZones(mail::Verb::Update, "record", QLatin1String(field));
    if (hasZones)
        can.add(QStringLiteral("zones"));
    const bool canSign = context.host.signing().missing().isEmpty();
    const auto offerKeys = [&](mail::Verb verb, const QString &field = {}) {
        if (canSign)
            offer(db::Scope::Admin, verb, "dkim_key", field);
        else
            can.deny(verb, QStringLiteral("dkim_key"), field, QStringLiteral("no-opendkim"));
    };
    for (const mail::Verb verb : {mail::Verb::Create, mail::Verb::Update, mail::Verb::Remove})
        offerKeys(verb);
    for (const char *field : {"domain", "algorithm", "selector"})
        offerKeys(mail::Verb::Create, QLatin1String(field));
    offerKeys(mail::Verb::Update, QStringLiteral("state"));
    if (canSign)
        can.add(QStringLiteral("dkim"));
    can.add(QStringLiteral("jobs"));
    can.add(QStringLiteral("security"));
    can.mailSettings = context.host.mailSettings();
    const auto facts = hostwork::dnsFactsOf(context.database, context.host, serviceIn(request));
    if (!facts)
        return facts.error();
    can.dns = *facts;
    return answer(toJson(can));
}

Result<Response> changes(const Request &request, const db::Caller &caller, Context &context)
{
    db::Database &database = context.database;
    const qint64 service = serviceIn(request);
    const auto last = db::lastSequence(database);
    if (!last)
        return last.error();
    const auto first = db::firstSequence(database);
    if (!first)
        return first.error();
    const auto since = number(request, QLatin1String("since"));
    const int limit = int(number(request, QLatin1String("limit")).value_or(100));
    const auto told = [&](const QJsonArray &list, bool complete, bool reset) -> Result<Response> {
        QJsonObject json{{QStringLiteral("changes"), list},
                         {QStringLiteral("last"), *last},
                         {QStringLiteral("complete"), complete},
                         {QStringLiteral("reset"), reset}};
        if (const auto from = number(request, QLatin1String("activity"))) {
            const auto activity = activityJson(caller, context, service, *from, limit);
            if (!activity)
                return activity.error();
            json.insert(QStringLiteral("activity"), *activity);
        }
        return answer(json);
    };
    if (!since) // where the feed stands: what a client notes before it reads everything
        return told({}, true, false);
    if (*since > *last || (*since + 1 < *first))
        return told({}, true, true);
    const auto rows = db::changesSince(database, service, *since, limit);
    if (!rows)
        return rows.error();
    const bool mayWrite = caller.scope >= db::Scope::Write;
    MailboxView view;
    view.all = true;
    view.mayWrite = mayWrite;
    QJsonArray list;
    for (const db::FeedRow &row : *rows) {
        std::optional<db::MailboxRow> box;
        QJsonValue boxJson;
        if (!row.mailboxName.isEmpty()) {
            const auto found = db::mailbox(database, service, row.mailboxName);
            if (found) {
                const auto users = db::accessesOf(database, {found->id});
                if (!users)
                    return users.error();
                box = *found;
                boxJson = mailboxJson(*found, *users, view);
            } else if (found.error().kind != Error::Kind::NotFound) {
                return found.error();
            }
        }
        list.append(QJsonObject{
            {QStringLiteral("sequence"), row.sequence},
            {QStringLiteral("verb"), row.verb},
            {QStringLiteral("kind"), row.kind},
            {QStringLiteral("mailbox_name"), row.mailboxName},
            {QStringLiteral("zone"), row.zone},
            {QStringLiteral("key"), row.key},
            {QStringLiteral("object"), currentObject(row, box, boxJson, mayWrite, context)},
            {QStringLiteral("mailbox"), boxJson}});
    }
    return told(list, rows->size() < limit, false);
}

Result<Response> audit(const Request &request, const db::Caller &, Context &context)
{
    db::Listing listing;
    readListing(request, listing);
    if (listing.limit < 0)
        listing.limit = maxPerPage;
    const auto page = db::audit(context.database, serviceIn(request), listing);
    if (!page)
        return page.error();
    return listAnswer(request, *page, auditJson);
}

} // namespace api
