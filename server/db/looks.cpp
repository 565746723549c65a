// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/db/looks.h"

#include <QJsonDocument>

namespace db {

namespace {

using mail::SecuritySnapshot;

QString compact(const QJsonObject &json)
{
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

Result<SecuritySnapshot> read(const QByteArray &json)
{
    return mail::snapshotFromJson(QJsonDocument::fromJson(json).object());
}

Result<qint64> idOf(Database &database, const QString &domain)
{
    auto rows = database.run(QStringLiteral("SELECT id FROM domain WHERE ascii = ?"), {domain});
    if (!rows)
        return rows.error();
    if (!rows->next())
        return Error{Error::Kind::NotFound, QStringLiteral("No such domain"), {}, {}, 0};
    return rows->number(0);
}

// So that there is a row to update, on SQLite and PostgreSQL alike.
Result<void> ensureState(Database &database, qint64 domain)
{
    const auto done = database.run(
        QStringLiteral("INSERT INTO security_state (domain_id) VALUES (?) ON CONFLICT DO NOTHING"),
        {domain});
    if (!done)
        return done.error();
    return {};
}

} // namespace

Result<DomainOfService> domainOf(Database &database, qint64 service, const QString &domain)
{
    auto rows = database.run(
        QStringLiteral("SELECT service_id, ascii FROM domain WHERE service_id = ? AND ascii = ?"),
        {service, domain});
    if (!rows)
        return rows.error();
    if (!rows->next())
        return Error{Error::Kind::NotFound,
                     QStringLiteral("%1 is no domain of this mail hosting").arg(domain),
                     {},
                     {},
                     0};
    return DomainOfService{rows->number(0), rows->text(1)};
}

Result<LookHistory> lookHistory(Database &database, qint64 service, const QString &domain)
{
    if (const auto ours = domainOf(database, service, domain); !ours)
        return ours.error();
    const auto id = idOf(database, domain);
    if (!id)
        return id.error();
    LookHistory history;
    {
        auto rows = database.run(
            QStringLiteral("SELECT accepted, last_look_at FROM security_state WHERE domain_id = ?"),
            {*id});
        if (!rows)
            return rows.error();
        if (rows->next()) {
            if (!rows->bytes(0).isEmpty()) {
                auto accepted = read(rows->bytes(0));
                if (!accepted)
                    return accepted.error();
                history.accepted = std::move(*accepted);
            }
            if (!rows->isNull(1))
                history.lastLook = QDateTime::fromSecsSinceEpoch(rows->number(1), Qt::UTC);
        }
    }
    auto rows = database.run(
        QStringLiteral("SELECT look FROM security_look WHERE domain_id = ? ORDER BY at, id"),
        {*id});
    if (!rows)
        return rows.error();
    while (rows->next()) {
        auto look = read(rows->bytes(0));
        if (!look)
            return look.error();
        history.looks.append(std::move(*look));
    }
    return history;
}

Result<std::optional<SecuritySnapshot>> lastLook(Database &database, const QString &domain)
{
    auto rows = database.run(
        QStringLiteral("SELECT l.look FROM security_look l JOIN domain d ON d.id = l.domain_id "
                       "WHERE d.ascii = ? ORDER BY l.at DESC, l.id DESC LIMIT 1"),
        {domain});
    if (!rows)
        return rows.error();
    if (!rows->next())
        return std::optional<SecuritySnapshot>();
    auto look = read(rows->bytes(0));
    if (!look)
        return look.error();
    return std::optional(std::move(*look));
}

Result<bool> noteLook(Database &database, const SecuritySnapshot &look)
{
    return database.write([&]() -> Result<bool> {
        const auto id = idOf(database, look.domain);
        if (!id)
            return id.error();
        const auto last = lastLook(database, look.domain);
        if (!last)
            return last.error();
        if (auto made = ensureState(database, *id); !made)
            return made.error();
        const qint64 at = look.at.toSecsSinceEpoch();
        if (auto done = database.run(
                QStringLiteral("UPDATE security_state SET last_look_at = ? WHERE domain_id = ?"),
                {at, *id});
            !done)
            return done.error();
        const bool isNew = !*last || !mail::tellsTheSame(**last, look);
        if (isNew)
            if (auto done = database.run(QStringLiteral("INSERT INTO security_look (domain_id, at, "
                                                        "look) VALUES (?, ?, ?)"),
                                         {*id, at, compact(toJson(look))});
                !done)
                return done.error();
        const qint64 oldest = look.at.addYears(-yearsOfLooks).toSecsSinceEpoch();
        if (auto done = database.run(
                QStringLiteral("DELETE FROM security_look WHERE domain_id = ? AND at < ? AND id <> "
                               "(SELECT max(id) FROM security_look WHERE domain_id = ?)"),
                {*id, oldest, *id});
            !done)
            return done.error();
        return isNew;
    });
}

Result<Effective> acceptLook(Database &database, const Caller &caller, qint64 service,
                             const SecuritySnapshot &look)
{
    return database.write([&]() -> Result<Effective> {
        if (const auto ours = domainOf(database, service, look.domain); !ours)
            return ours.error();
        const auto id = idOf(database, look.domain);
        if (!id)
            return id.error();
        const auto history = lookHistory(database, service, look.domain);
        if (!history)
            return history.error();
        if (history->accepted && *history->accepted == look)
            return Effective{};
        if (auto made = ensureState(database, *id); !made)
            return made.error();
        if (auto done = database.run(
                QStringLiteral("UPDATE security_state SET accepted = ? WHERE domain_id = ?"),
                {compact(toJson(look)), *id});
            !done)
            return done.error();
        const auto at = [](const std::optional<SecuritySnapshot> &snapshot) {
            return QJsonObject{
                {QStringLiteral("accepted"), snapshot ? mail::toJson(snapshot->at) : QJsonValue()}};
        };
        return record(database, caller,
                      {mail::Verb::Update,
                       {QStringLiteral("security"), service, {}, look.domain, look.domain, 0},
                       at(history->accepted),
                       at(look)});
    });
}

Result<QList<DomainOfService>> domainsToLookAt(Database &database, const QDateTime &before,
                                               bool also, int limit)
{
    auto rows = database.run(
        QStringLiteral("SELECT d.service_id, d.ascii FROM domain d LEFT JOIN security_state s ON "
                       "s.domain_id = d.id WHERE (s.last_look_at <= ? OR (s.last_look_at IS NULL "
                       "AND ? = 1)) AND NOT EXISTS (SELECT 1 FROM job j WHERE j.work = "
                       "'security-check' AND j.about = d.ascii AND j.state IN ('waiting', "
                       "'running')) ORDER BY s.last_look_at, d.id LIMIT ?"),
        {before.toSecsSinceEpoch(), int(also), limit});
    if (!rows)
        return rows.error();
    QList<DomainOfService> list;
    while (rows->next())
        list.append({rows->number(0), rows->text(1)});
    return list;
}

} // namespace db
