// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/looks.h"

#include "app/store/database.h"

#include <QJsonDocument>
#include <QMutex>
#include <QVariant>

namespace store {

namespace {

// Never edit one that was released.
const QList<QStringList> &migrations()
{
    static const QList<QStringList> list{
        {QStringLiteral("CREATE TABLE domain(account TEXT NOT NULL, name TEXT NOT NULL, "
                        "looked_at INTEGER, accepted TEXT, PRIMARY KEY(account, name)) "
                        "WITHOUT ROWID"),
         QStringLiteral("CREATE TABLE look(id INTEGER PRIMARY KEY, account TEXT NOT NULL, "
                        "domain TEXT NOT NULL, at INTEGER NOT NULL, saw TEXT NOT NULL)"),
         QStringLiteral("CREATE INDEX look_at ON look(account, domain, at)")}};
    return list;
}

QString textOf(const mail::SecuritySnapshot &look)
{
    return QString::fromUtf8(QJsonDocument(mail::toJson(look)).toJson(QJsonDocument::Compact));
}

Result<mail::SecuritySnapshot> lookFrom(const QVariant &text)
{
    return mail::snapshotFromJson(QJsonDocument::fromJson(text.toString().toUtf8()).object());
}

} // namespace

struct Looks::Connections
{
    explicit Connections(const QString &file)
        : database(file, Database::Durability::Full)
    {
    }
    Database database;
    QMutex opening;
    bool isOpen = false;
    QString setAside;
};

Looks::Looks(const QString &file, QObject *parent)
    : QObject(parent)
    , m_connections(std::make_unique<Connections>(file))
{
}

Looks::~Looks() = default;

Result<void> Looks::open() const
{
    const QMutexLocker lock(&m_connections->opening);
    if (m_connections->isOpen)
        return {};
    const auto aside = m_connections->database.setAsideIfDamaged();
    if (!aside)
        return aside.error();
    m_connections->setAside = *aside;
    auto done = m_connections->database.migrate(
        migrations(),
        QStringLiteral("The history of looks was written by a newer version of this program"));
    m_connections->isOpen = done.has_value();
    return done;
}

QString Looks::setAside() const
{
    const QMutexLocker lock(&m_connections->opening);
    return m_connections->setAside;
}

Result<LookHistory> Looks::history(const QString &account, const QString &domain) const
{
    if (const auto ready = open(); !ready)
        return ready.error();
    LookHistory history;
    QSqlQuery query(m_connections->database.connection());
    query.setForwardOnly(true);
    query.prepare(
        QStringLiteral("SELECT looked_at, accepted FROM domain WHERE account=? AND name=?"));
    query.addBindValue(account);
    query.addBindValue(domain);
    if (const auto asked = run(query); !asked)
        return asked.error();
    if (!query.next())
        return history;
    if (!query.value(0).isNull())
        history.lastLook = QDateTime::fromSecsSinceEpoch(query.value(0).toLongLong(), Qt::UTC);
    if (!query.value(1).isNull()) {
        auto accepted = lookFrom(query.value(1));
        if (!accepted)
            return accepted.error();
        history.accepted = std::move(*accepted);
    }
    query.prepare(
        QStringLiteral("SELECT saw FROM look WHERE account=? AND domain=? ORDER BY at, id"));
    query.addBindValue(account);
    query.addBindValue(domain);
    if (const auto asked = run(query); !asked)
        return asked.error();
    while (query.next()) {
        auto look = lookFrom(query.value(0));
        if (!look)
            return look.error();
        history.looks.append(std::move(*look));
    }
    return history;
}

Result<void> Looks::add(const QString &account, const mail::SecuritySnapshot &look)
{
    if (const auto ready = open(); !ready)
        return ready;
    const QSqlDatabase db = m_connections->database.connection();
    Transaction transaction(db);
    if (const auto begun = transaction.begin(); !begun)
        return begun;
    const qint64 at = look.at.toSecsSinceEpoch();
    if (const auto noted =
            execWith(db,
                     QStringLiteral("INSERT INTO domain(account, name, looked_at) VALUES(?, ?, ?) "
                                    "ON CONFLICT(account, name) DO UPDATE SET "
                                    "looked_at=max(coalesce(looked_at, 0), excluded.looked_at)"),
                     {account, look.domain, at});
        !noted)
        return noted;
    QSqlQuery query(db);
    query.prepare(QStringLiteral(
        "SELECT saw FROM look WHERE account=? AND domain=? AND at<=? ORDER BY at DESC, id DESC "
        "LIMIT 1"));
    query.addBindValue(account);
    query.addBindValue(look.domain);
    query.addBindValue(at);
    if (const auto asked = run(query); !asked)
        return asked;
    bool isNews = true;
    if (query.next())
        if (const auto last = lookFrom(query.value(0)))
            isNews = !mail::tellsTheSame(*last, look);
    query.finish();
    if (isNews)
        if (const auto kept = execWith(
                db, QStringLiteral("INSERT INTO look(account, domain, at, saw) VALUES(?, ?, ?, ?)"),
                {account, look.domain, at, textOf(look)});
            !kept)
            return kept;
    // The last one says how it still is, however old it is.
    const qint64 oldest = look.at.addDays(-keptDays).toSecsSinceEpoch();
    if (const auto swept = execWith(
            db,
            QStringLiteral("DELETE FROM look WHERE account=? AND domain=? AND at<? AND id<>"
                           "(SELECT id FROM look WHERE account=? AND domain=? "
                           "ORDER BY at DESC, id DESC LIMIT 1)"),
            {account, look.domain, oldest, account, look.domain});
        !swept)
        return swept;
    if (const auto done = transaction.commit(); !done)
        return done;
    emit changed(account, look.domain);
    return {};
}

Result<void> Looks::accept(const QString &account, const mail::SecuritySnapshot &look)
{
    if (const auto ready = open(); !ready)
        return ready;
    if (const auto kept = execWith(m_connections->database.connection(),
                                   QStringLiteral("INSERT INTO domain(account, name, accepted) "
                                                  "VALUES(?, ?, ?) ON CONFLICT(account, name) "
                                                  "DO UPDATE SET accepted=excluded.accepted"),
                                   {account, look.domain, textOf(look)});
        !kept)
        return kept;
    emit changed(account, look.domain);
    return {};
}

Result<void> Looks::forgetAccount(const QString &account)
{
    if (const auto ready = open(); !ready)
        return ready;
    const QSqlDatabase db = m_connections->database.connection();
    Transaction transaction(db);
    if (const auto begun = transaction.begin(); !begun)
        return begun;
    for (const char *table : {"domain", "look"})
        if (const auto gone = execWith(
                db, QStringLiteral("DELETE FROM %1 WHERE account=?").arg(QLatin1String(table)),
                {account});
            !gone)
            return gone;
    if (const auto done = transaction.commit(); !done)
        return done;
    emit changed(account, {});
    return {};
}

} // namespace store
