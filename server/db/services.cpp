// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/db/services.h"

#include "app/mail/domain.h"
#include "server/db/rights.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace db {

namespace {

QString columns(Counting counting = Counting::Addresses)
{
    return QStringLiteral(
               "SELECT s.id, s.organisation_id, s.name, d.ascii, d.for_people, s.created_at, "
               "s.is_locked, s.address_quota, %1, "
               "s.default_rights, s.spam_filter_enabled, s.promotion_filter_enabled, "
               "s.external_mail_flag_enabled, s.authorized_senders, s.blocked_senders, "
               "s.updated_at, s.version "
               "FROM service s JOIN domain d ON d.service_id = s.id AND d.is_main = 1 ")
        .arg(counting == Counting::Addresses
                 ? QStringLiteral("(SELECT count(*) FROM mailbox m WHERE m.service_id = s.id)")
                 : QStringLiteral("0"));
}

ServiceRow rowFrom(const Rows &rows)
{
    ServiceRow row;
    row.id = rows.number(0);
    row.organisation = rows.number(1);
    row.name = rows.text(2);
    row.domain = rows.text(3);
    row.domainForPeople = rows.text(4);
    row.createdAt = rows.number(5);
    row.isLocked = rows.flag(6);
    row.addressQuota = int(rows.number(7));
    row.addressesUsed = int(rows.number(8));
    row.defaultRights = int(rows.number(9));
    row.spamFilter = rows.flag(10);
    row.adFilter = rows.flag(11);
    row.externalMailFlag = rows.flag(12);
    row.authorizedSenders = rows.bytes(13);
    row.blockedSenders = rows.bytes(14);
    row.updatedAt = rows.number(15);
    row.version = rows.number(16);
    return row;
}

QByteArray listJson(const QStringList &list)
{
    return QJsonDocument(QJsonArray::fromStringList(list)).toJson(QJsonDocument::Compact);
}

} // namespace

Result<ServiceRow> service(Database &database, qint64 id, Counting counting)
{
    static const QString where = QStringLiteral("WHERE s.id = ?");
    static const QString counted = columns() + where;
    static const QString uncounted = columns(Counting::Nothing) + where;
    auto rows = database.run(counting == Counting::Addresses ? counted : uncounted, {id});
    if (!rows)
        return rows.error();
    if (!rows->next())
        return Error{Error::Kind::NotFound, QStringLiteral("No such mail hosting"), {}, {}, 0};
    return rowFrom(*rows);
}

const QList<Column> &serviceColumns()
{
    static const QList<Column> list{{"id", "s.id"},
                                    {"customer_name", "s.name_search"},
                                    {"main_fqdn", "d.ascii"},
                                    {"created_at", "s.created_at"}};
    return list;
}

Result<Page<ServiceRow>> services(Database &database, const ServiceFilter &filter)
{
    Where where(QStringLiteral("s.organisation_id = ?"), {filter.organisation});
    if (!filter.search.isEmpty()) {
        const QString like = likePattern(filter.search);
        where.add(QStringLiteral("(s.name_search LIKE ? ESCAPE '\\' OR d.ascii LIKE ? ESCAPE '\\' "
                                 "OR d.for_people LIKE ? ESCAPE '\\')"),
                  {like, like, like});
    }
    if (!filter.only.isEmpty()) {
        QStringList marks;
        QVariantList ids;
        for (qint64 id : filter.only) {
            marks.append(QStringLiteral("?"));
            ids.append(id);
        }
        where.add(QStringLiteral("s.id IN (%1)").arg(marks.join(u',')), ids);
    }
    Page<ServiceRow> page;
    {
        auto rows = database.run(QStringLiteral("SELECT count(*) FROM service s JOIN domain d ON "
                                                "d.service_id = s.id AND d.is_main = 1 WHERE ") +
                                     where.text(),
                                 where.values());
        if (!rows)
            return rows.error();
        if (rows->next())
            page.total = rows->number(0);
    }
    QVariantList values = where.values();
    const QString sql = columns() + QStringLiteral("WHERE ") + where.text() +
                        ordered(filter, serviceColumns(), "s.id", values);
    auto rows = database.run(sql, values);
    if (!rows)
        return rows.error();
    while (rows->next())
        page.rows.append(rowFrom(*rows));
    return page;
}

Result<qint64> createService(Database &database, const NewService &wish, const QDateTime &now)
{
    const auto domain = mail::domainFrom(wish.domain);
    if (!domain)
        return domain.error();
    return database.write([&]() -> Result<qint64> {
        const qint64 at = now.toSecsSinceEpoch();
        qint64 id = 0;
        {
            auto rows = database.run(
                QStringLiteral("INSERT INTO service (organisation_id, name, name_search, "
                               "created_at, address_quota, mailbox_bytes, default_rights, "
                               "updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
                {wish.organisation, wish.name, folded(wish.name), at, wish.addressQuota,
                 wish.mailboxBytes, wish.defaultRights, at});
            if (!rows)
                return rows.error();
            id = rows->insertedId();
        }
        auto rows = database.run(QStringLiteral("INSERT INTO domain (service_id, ascii, "
                                                "for_people, is_main) VALUES (?, ?, ?, 1)"),
                                 {id, domain->ascii, domain->unicode});
        if (!rows)
            return rows.error();
        return id;
    });
}

Result<Effective> updatePreferences(Database &database, const Caller &caller, qint64 id,
                                    const PreferencesEdit &edit, qint64 version)
{
    return database.write([&]() -> Result<Effective> {
        const auto old = service(database, id);
        if (!old)
            return old.error();
        if (version && version != old->version)
            return changedMeanwhile(old->domainForPeople);
        mail::Change change{
            mail::Verb::Update,
            {QStringLiteral("service"), id, {}, QString::number(id), old->domainForPeople, 0},
            {},
            {}};
        QStringList sets;
        QVariantList values;
        const auto differ = [&](const char *column, const char *name, const QVariant &value,
                                const QJsonValue &before, const QJsonValue &after) {
            if (before == after)
                return;
            sets.append(QLatin1String(column) + QStringLiteral(" = ?"));
            values.append(value);
            change.before.insert(QLatin1String(name), before);
            change.after.insert(QLatin1String(name), after);
        };
        const int rights = (old->defaultRights | edit.grantedRights) & ~edit.deniedRights;
        differ("default_rights", "default_rights", rights, toJson(rightsFrom(old->defaultRights)),
               toJson(rightsFrom(rights)));
        if (edit.spamFilter)
            differ("spam_filter_enabled", "is_spam_filter_default", int(*edit.spamFilter),
                   old->spamFilter, *edit.spamFilter);
        if (edit.adFilter)
            differ("promotion_filter_enabled", "is_ad_filter_default", int(*edit.adFilter),
                   old->adFilter, *edit.adFilter);
        if (edit.externalMailFlag)
            differ("external_mail_flag_enabled", "has_external_mail_flag",
                   int(*edit.externalMailFlag), old->externalMailFlag, *edit.externalMailFlag);
        const auto list = [&](const char *column, const QByteArray &before,
                              const std::optional<QStringList> &after) {
            if (after)
                differ(column, column, QString::fromUtf8(listJson(*after)),
                       QJsonDocument::fromJson(before).array(), QJsonArray::fromStringList(*after));
        };
        list("authorized_senders", old->authorizedSenders, edit.authorizedSenders);
        list("blocked_senders", old->blockedSenders, edit.blockedSenders);
        if (sets.isEmpty())
            return Effective{change, 0, old->version};
        values << caller.now.toSecsSinceEpoch() << id;
        if (auto done = database.run(QStringLiteral("UPDATE service SET %1, updated_at = ?, "
                                                    "version = version + 1 WHERE id = ?")
                                         .arg(sets.join(u", ")),
                                     values);
            !done)
            return done.error();
        auto effective = record(database, caller, change);
        if (effective) // a service is never made again under its number: counting on is enough
            effective->version = old->version + 1;
        return effective;
    });
}

Result<QStringList> allDomains(Database &database)
{
    auto rows = database.run(QStringLiteral("SELECT ascii FROM domain ORDER BY ascii"));
    if (!rows)
        return rows.error();
    QStringList list;
    while (rows->next())
        list.append(rows->text(0));
    return list;
}

} // namespace db
