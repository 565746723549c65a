// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/db/tokens.h"

#include "server/db/feed.h"
#include "server/db/people.h"

#include <QCryptographicHash>
#include <QJsonObject>

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

Error noSuchToken()
{
    return {Error::Kind::NotFound, QStringLiteral("There is no such token"), {}, {}, 0};
}

// In the audit of every mail hosting that it reaches.
Result<void> note(Database &database, const Caller &caller, mail::Verb verb,
                  const ListedToken &token)
{
    QList<qint64> reached;
    {
        auto rows = database.run(
            QStringLiteral("SELECT s.id FROM service s WHERE s.organisation_id = ? AND (NOT EXISTS "
                           "(SELECT 1 FROM token_service t WHERE t.token_id = ?) OR EXISTS "
                           "(SELECT 1 FROM token_service t WHERE t.token_id = ? AND "
                           "t.service_id = s.id)) ORDER BY s.id"),
            {token.organisation, token.id, token.id});
        if (!rows)
            return rows.error();
        while (rows->next())
            reached.append(rows->number(0));
    }
    const QJsonObject told{
        {QStringLiteral("name"), token.name},
        {QStringLiteral("scope"), QString(mail::word(token.scope))},
        {QStringLiteral("user"), token.user},
        {QStringLiteral("expires_at"),
         token.expiresAt ? QJsonValue(token.expiresAt->toSecsSinceEpoch()) : QJsonValue()}};
    const bool isMade = verb == mail::Verb::Create;
    for (const qint64 service : std::as_const(reached)) {
        const mail::Change change{
            verb,
            {QStringLiteral("token"), service, {}, QString::number(token.id), token.name, 0},
            isMade ? QJsonObject() : told,
            isMade ? told : QJsonObject()};
        if (auto noted = record(database, caller, change); !noted)
            return noted.error();
    }
    return {};
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
        const auto done = database.run(QStringLiteral("DELETE FROM token WHERE id = ?"), {id});
        if (!done)
            return done.error();
        if (done->affected() == 0)
            return noSuchToken();
        return {};
    });
}

Result<QList<ListedToken>> tokens(Database &database)
{
    auto rows = database.run(
        QStringLiteral("SELECT t.id, t.name, t.scope, p.email, p.organisation_id, t.created_at, "
                       "t.expires_at FROM token t JOIN person p ON p.id = t.person_id "
                       "ORDER BY t.id"));
    if (!rows)
        return rows.error();
    QList<ListedToken> list;
    while (rows->next()) {
        ListedToken token{rows->number(0),
                          rows->text(1),
                          mail::fromWord<Scope>(rows->text(2)).value_or(Scope::Read),
                          rows->text(3),
                          rows->number(4),
                          QDateTime::fromSecsSinceEpoch(rows->number(5), Qt::UTC),
                          {}};
        if (!rows->isNull(6))
            token.expiresAt = QDateTime::fromSecsSinceEpoch(rows->number(6), Qt::UTC);
        list.append(token);
    }
    return list;
}

Result<MadeToken> issueToken(Database &database, const Caller &caller, const NewToken &wish)
{
    return database.write([&]() -> Result<MadeToken> {
        const auto secret = createToken(database, wish, caller.now);
        if (!secret)
            return secret.error();
        const auto made = tokenByDigest(database, digest(secret->reveal()));
        if (!made)
            return made.error();
        const auto all = tokens(database);
        if (!all)
            return all.error();
        for (const ListedToken &token : *all)
            if (token.id == made->caller.token)
                if (auto noted = note(database, caller, mail::Verb::Create, token); !noted)
                    return noted.error();
        return MadeToken{made->caller.token, *secret};
    });
}

Result<ListedToken> revokeToken(Database &database, const Caller &caller, qint64 id)
{
    return database.write([&]() -> Result<ListedToken> {
        const auto all = tokens(database);
        if (!all)
            return all.error();
        for (const ListedToken &token : *all) {
            if (token.id != id)
                continue;
            if (auto noted = note(database, caller, mail::Verb::Remove, token); !noted)
                return noted.error();
            if (auto done = removeToken(database, id); !done)
                return done.error();
            return token;
        }
        return noSuchToken();
    });
}

} // namespace db
