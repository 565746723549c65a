// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/db/tokens.h"

#include "server/db/people.h"

#include <QCryptographicHash>

namespace db {

namespace {

// Every byte is looked at whatever differs.
bool sameBytes(const QByteArray &a, const QByteArray &b)
{
    if (a.size() != b.size())
        return false;
    unsigned char differs = 0;
    for (qsizetype i = 0; i < a.size(); ++i)
        differs |= static_cast<unsigned char>(a.at(i) ^ b.at(i));
    return differs == 0;
}

} // namespace

QByteArray digest(const QByteArray &secret)
{
    return QCryptographicHash::hash(secret, QCryptographicHash::Sha256).toHex();
}

Result<Secret> createToken(Database &database, const NewToken &wish, const QDateTime &now)
{
    return database.write([&]() -> Result<Secret> {
        const Secret secret = Secret::generate();
        qint64 id = 0;
        {
            auto rows = database.run(
                QStringLiteral("INSERT INTO token (person_id, secret_sha256, name, scope, "
                               "created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?)"),
                {wish.person, QString::fromLatin1(digest(secret.reveal())), wish.name,
                 QString(mail::word(wish.scope)), now.toSecsSinceEpoch(),
                 wish.expiresAt ? QVariant(wish.expiresAt->toSecsSinceEpoch()) : QVariant()});
            if (!rows)
                return rows.error();
            id = rows->insertedId();
        }
        for (qint64 service : wish.services)
            if (auto done = database.run(QStringLiteral("INSERT INTO token_service VALUES (?, ?)"),
                                         {id, service});
                !done)
                return done.error();
        return secret;
    });
}

Result<TokenRow> tokenByDigest(Database &database, const QByteArray &digest)
{
    static const QString sql =
        QStringLiteral("SELECT t.id, t.secret_sha256, t.scope, t.expires_at, p.organisation_id, ") +
        personSql("p") +
        QStringLiteral(" FROM token t JOIN person p ON p.id = t.person_id "
                       "WHERE t.secret_sha256 = ?");
    TokenRow token;
    {
        auto rows = database.run(sql, {QString::fromLatin1(digest)});
        if (!rows)
            return rows.error();
        // The index was walked with a digest, whose bytes the sender cannot choose: how long that
        // took tells nothing of the token. The comparison that decides takes the same time always.
        if (!rows->next() || !sameBytes(rows->bytes(1), digest))
            return Error{Error::Kind::NotFound, QStringLiteral("No such token"), {}, {}, 0};
        const PersonRow person = personFrom(*rows, 5);
        Caller &caller = token.caller;
        caller.token = rows->number(0);
        caller.scope = mail::fromWord<Scope>(rows->text(2)).value_or(Scope::Read);
        if (!rows->isNull(3))
            token.expiresAt = QDateTime::fromSecsSinceEpoch(rows->number(3), Qt::UTC);
        caller.organisation = rows->number(4);
        caller.person = person.id;
        caller.name = person.displayName();
        caller.email = person.email;
        caller.role = person.role;
    }
    auto rows =
        database.run(QStringLiteral("SELECT service_id FROM token_service WHERE token_id = ?"),
                     {token.caller.token});
    if (!rows)
        return rows.error();
    while (rows->next())
        token.caller.services.append(rows->number(0));
    return token;
}

Result<void> removeToken(Database &database, qint64 id)
{
    return database.write([&]() -> Result<void> {
        if (auto done = database.run(QStringLiteral("DELETE FROM token WHERE id = ?"), {id}); !done)
            return done.error();
        return {};
    });
}

} // namespace db
