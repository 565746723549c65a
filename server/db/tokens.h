// SPDX-License-Identifier: GPL-3.0-or-later
// API tokens. Only a digest is kept, and a single SHA-256 is enough for it: a token is always
// generated, with 160 bits, so there is nothing to guess.
#pragma once

#include "app/base/secret.h"
#include "server/db/caller.h"
#include "server/db/database.h"

#include <optional>

namespace db {

struct NewToken
{
    qint64 person = 0;
    QString name;
    Scope scope = Scope::Read;
    QList<qint64> services; // empty = every service of the organisation
    std::optional<QDateTime> expiresAt;
};

struct TokenRow
{
    Caller caller;
    std::optional<QDateTime> expiresAt;
};

QByteArray digest(const QByteArray &secret); // 64 hex digits, lower case

Result<Secret> createToken(Database &database, const NewToken &wish, const QDateTime &now);
// Of a digest. NotFound: there is none; an expired one is answered too.
Result<TokenRow> tokenByDigest(Database &database, const QByteArray &digest);
// NotFound: there is no such token.
Result<void> removeToken(Database &database, qint64 id);

// What a list may tell of a token; never its secret.
struct ListedToken
{
    qint64 id = 0;
    QString name;
    Scope scope = Scope::Read;
    QString user; // whose rights it has, by login
    qint64 organisation = 0;
    QDateTime createdAt;
    std::optional<QDateTime> expiresAt;
};
Result<QList<ListedToken>> tokens(Database &database);

// The same as above with a row of audit for each mail hosting that the token reaches.
struct MadeToken
{
    qint64 id = 0;
    Secret secret; // told once; only its digest is kept
};
Result<MadeToken> issueToken(Database &database, const Caller &caller, const NewToken &wish);
Result<ListedToken> revokeToken(Database &database, const Caller &caller, qint64 id);

} // namespace db
