// SPDX-License-Identifier: GPL-3.0-or-later
// Organisations and their people.
#pragma once

#include "app/mail/user.h"
#include "server/db/caller.h"
#include "server/db/database.h"
#include "server/db/listing.h"

#include <optional>

namespace db {

struct OrganisationRow
{
    qint64 id = 0;
    QString name;
    qint64 createdAt = 0;
};

struct PersonRow
{
    qint64 id = 0;
    QString firstName;
    QString lastName;
    QString email;
    mail::Role role = mail::Role::Normal;
    qint64 createdAt = 0; // told by person() alone

    QString displayName() const;
};

struct PersonFilter : Listing
{
    std::optional<mail::Role> role;
};

Result<OrganisationRow> organisation(Database &database, qint64 id);
Result<qint64> createOrganisation(Database &database, const QString &name, const QDateTime &now);
Result<Page<PersonRow>> people(Database &database, qint64 organisation, const PersonFilter &filter);
Result<PersonRow> person(Database &database, qint64 organisation, qint64 id);
// Who owns the oldest service: for a host that has lost its own token. NotFound when nobody does.
Result<qint64> firstOwner(Database &database);
// By login, of any organisation. NotFound.
Result<PersonRow> personByLogin(Database &database, const QString &email);
// Conflict: the login is taken.
Result<qint64> createPerson(Database &database, qint64 organisation, const PersonRow &row,
                            const QDateTime &now);
const QList<Column> &personColumns(); // what a list of people can be ordered by

// The columns first_name, last_name, email, role of `alias`, and how to read them from `at` on.
QString personSql(const char *alias);
PersonRow personFrom(const Rows &rows, int at); // id, then those

} // namespace db
