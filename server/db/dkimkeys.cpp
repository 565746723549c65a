// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/db/dkimkeys.h"

#include "server/db/mailboxes.h"
#include "server/db/zones.h"

namespace db {

namespace {

using mail::DkimKey;
using mail::DkimState;

QString columns()
{
    return QStringLiteral("SELECT k.id, d.service_id, d.ascii, k.selector, k.algorithm, k.bits, "
                          "k.state, k.record, k.created_at, k.signs_since, k.retires_at, "
                          "k.version FROM dkim_key k JOIN domain d ON d.id = k.domain_id ");
}

QDateTime time(const Rows &rows, int column)
{
    return rows.isNull(column) ? QDateTime()
                               : QDateTime::fromSecsSinceEpoch(rows.number(column), Qt::UTC);
}

DkimKey keyFrom(const Rows &rows)
{
    DkimKey key;
    key.id = rows.number(0);
    key.service = rows.number(1);
    key.domain = rows.text(2);
    key.selector = rows.text(3);
    key.algorithm = mail::fromWord<mail::DkimAlgorithm>(rows.text(4));
    key.bits = int(rows.number(5));
    key.state = mail::fromWord<DkimState>(rows.text(6));
    key.record = rows.text(7);
    key.createdAt = time(rows, 8);
    key.signsSince = time(rows, 9);
    key.retiresAt = time(rows, 10);
    key.version = rows.number(11);
    return key;
}

Result<QList<DkimKey>> keysWhere(Database &database, const QString &where,
                                 const QVariantList &values = {})
{
    auto rows = database.run(columns() + where, values);
    if (!rows)
        return rows.error();
    QList<DkimKey> list;
    while (rows->next())
        list.append(keyFrom(*rows));
    return list;
}

// Where the zone is ours: the key's record is in it, or not any more.
Result<void> keepRecord(Database &database, const Caller &caller, const DkimKey &key, bool isThere)
{
    if (const auto ours = zone(database, key.domain); !ours)
        return ours.error().kind == Error::Kind::NotFound ? Result<void>() : ours.error();
    const QString source = key.selector + QStringLiteral("._domainkey");
    const QString type = QStringLiteral("TXT");
    const QString text = key.record.value_or(QString());
    const auto done = isThere ? ensureRecord(database, caller, key.domain, {source, type, text})
                              : dropRecord(database, caller, key.domain, source, type, text);
    if (!done)
        return done.error();
    return {};
}

QVariant orNull(const QDateTime &time)
{
    return time.isValid() ? QVariant(time.toSecsSinceEpoch()) : QVariant();
}

} // namespace

Result<Page<DkimKey>> dkimKeys(Database &database, qint64 service, const Listing &listing)
{
    Page<DkimKey> page;
    {
        auto rows = database.run(
            QStringLiteral("SELECT count(*) FROM dkim_key k JOIN domain d ON "
                           "d.id = k.domain_id WHERE d.service_id = ? AND k.is_removed = 0"),
            {service});
        if (!rows)
            return rows.error();
        if (rows->next())
            page.total = rows->number(0);
    }
    QVariantList values{service};
    const auto keys =
        keysWhere(database,
                  QStringLiteral("WHERE d.service_id = ? AND k.is_removed = 0") +
                      ordered(listing, {{"domain", "d.ascii"}, {"created_at", "k.created_at"}},
                              "k.id", values),
                  values);
    if (!keys)
        return keys.error();
    page.rows = *keys;
    return page;
}

Result<DkimKey> dkimKey(Database &database, qint64 service, qint64 id)
{
    const auto keys = keysWhere(
        database, QStringLiteral("WHERE d.service_id = ? AND k.id = ? AND k.is_removed = 0"),
        {service, id});
    if (!keys)
        return keys.error();
    if (keys->isEmpty())
        return Error{Error::Kind::NotFound, QStringLiteral("No such DKIM key"), {}, {}, 0};
    return keys->constFirst();
}

Result<QList<DkimKey>> dkimKeysOf(Database &database, const QString &domain)
{
    return keysWhere(
        database, QStringLiteral("WHERE d.ascii = ? AND k.is_removed = 0 ORDER BY k.id"), {domain});
}

Result<QStringList> selectorsEverUsed(Database &database, const QString &domain)
{
    auto rows = database.run(
        QStringLiteral("SELECT k.selector FROM dkim_key k JOIN domain d ON d.id = k.domain_id "
                       "WHERE d.ascii = ?"),
        {domain});
    if (!rows)
        return rows.error();
    QStringList list;
    while (rows->next())
        list.append(rows->text(0));
    return list;
}

Result<QList<DkimKey>> signingKeys(Database &database)
{
    return keysWhere(
        database,
        QStringLiteral("WHERE k.state = 'signing' AND k.is_removed = 0 ORDER BY d.ascii, k.id"));
}

Result<QList<DkimKey>> livingKeys(Database &database)
{
    return keysWhere(
        database,
        QStringLiteral("WHERE k.state <> 'retired' AND k.is_removed = 0 ORDER BY d.ascii, k.id"));
}

Result<KeptKey> addDkimKey(Database &database, const Caller &caller, qint64 service,
                           const NewDkimKey &wish)
{
    return database.write([&]() -> Result<KeptKey> {
        qint64 domain = 0;
        {
            auto rows = database.run(
                QStringLiteral("SELECT id FROM domain WHERE service_id = ? AND ascii = ?"),
                {service, wish.domain});
            if (!rows)
                return rows.error();
            if (!rows->next())
                return Error{
                    Error::Kind::NotFound,
                    QStringLiteral("%1 is no domain of this mail hosting").arg(wish.domain),
                    {},
                    {},
                    0};
            domain = rows->number(0);
        }
        qint64 id = 0;
        {
            const auto rows = database.run(
                QStringLiteral("INSERT INTO dkim_key (domain_id, selector, algorithm, bits, state, "
                               "record, created_at) VALUES (?, ?, ?, ?, 'made', ?, ?)"),
                {domain, wish.selector, QString(mail::word(wish.algorithm)), wish.bits, wish.record,
                 caller.now.toSecsSinceEpoch()});
            if (!rows && rows.error().kind == Error::Kind::Conflict)
                return Error{Error::Kind::Conflict,
                             QStringLiteral("%1 has or had a key under the selector %2 already; "
                                            "each key needs a selector of its own")
                                 .arg(wish.domain, wish.selector),
                             QStringLiteral("selector"), QStringLiteral("selector_already_exists"),
                             0};
            if (!rows)
                return rows.error();
            id = rows->insertedId();
        }
        const auto key = dkimKey(database, service, id);
        if (!key)
            return key.error();
        if (auto kept = keepRecord(database, caller, *key, true); !kept)
            return kept.error();
        const auto effective = record(database, caller, mail::creation(*key));
        if (!effective)
            return effective.error();
        return KeptKey{*key, effective->sequence};
    });
}

Result<KeptKey> setDkimState(Database &database, const Caller &caller, qint64 service, qint64 id,
                             DkimState state, const QDateTime &retiresAt, qint64 version)
{
    return database.write([&]() -> Result<KeptKey> {
        const auto old = dkimKey(database, service, id);
        if (!old)
            return old.error();
        if (version && version != old->version)
            return changedMeanwhile(QStringLiteral("The key"));
        // Also when nothing else changes: the zone may have become ours since.
        if (auto kept = keepRecord(database, caller, *old, state != DkimState::Retired); !kept)
            return kept.error();
        if (old->state == state)
            return KeptKey{*old, 0};
        const QVariant since = state == DkimState::Signing
                                   ? orNull(caller.now)
                                   : orNull(old->signsSince.value_or(QDateTime()));
        if (auto done = database.run(
                QStringLiteral("UPDATE dkim_key SET state = ?, signs_since = ?, retires_at = ?, "
                               "version = version + 1 WHERE id = ?"),
                {QString(mail::word(state)), since,
                 state == DkimState::Retiring ? orNull(retiresAt) : QVariant(), id});
            !done)
            return done.error();
        const auto key = dkimKey(database, service, id);
        if (!key)
            return key.error();
        const auto effective = record(database, caller, mail::difference(*old, *key));
        if (!effective)
            return effective.error();
        return KeptKey{*key, effective->sequence};
    });
}

Result<qint64> removeDkimKey(Database &database, const Caller &caller, qint64 service, qint64 id,
                             qint64 version)
{
    return database.write([&]() -> Result<qint64> {
        const auto old = dkimKey(database, service, id);
        if (!old)
            return old.error();
        if (version && version != old->version)
            return changedMeanwhile(QStringLiteral("The key"));
        if (old->state == DkimState::Signing)
            return Error{Error::Kind::Conflict,
                         QStringLiteral("This key signs; it has to retire before it is deleted"),
                         {},
                         QStringLiteral("key_signs"),
                         0};
        if (auto kept = keepRecord(database, caller, *old, false); !kept)
            return kept.error();
        if (auto done = database.run(
                QStringLiteral("UPDATE dkim_key SET is_removed = 1 WHERE id = ?"), {id});
            !done)
            return done.error();
        const auto effective = record(database, caller, mail::removal(*old));
        if (!effective)
            return effective.error();
        return effective->sequence;
    });
}

} // namespace db
