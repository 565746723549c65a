// SPDX-License-Identifier: GPL-3.0-or-later
// The table of routes: the one place that says what there is. The Router follows it and
// /openapi.json is made from it.
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"
#include "server/api/request.h"
#include "server/db/caller.h"
#include "server/db/database.h"
#include "server/host/host.h"

#include <QStringList>

#include <functional>

namespace hostwork {
class Work;
}

namespace api {

// What routes work with.
struct Context
{
    db::Database &database;
    host::Host &host;
    // Brings the change of that sequence to the mail servers; returns when it is in effect there.
    std::function<Result<void>(qint64)> publish;
    // The same for the zone of that name, which may be gone by now.
    std::function<Result<void>(const QString &zone)> publishZone;
    hostwork::Work &work;
};

// A query parameter.
struct Parameter
{
    enum class Type
    {
        Text,    // 0 .. max characters
        Integer, // min .. max
        Flag,    // 0, 1, true, false
        Word,    // one of `words`
        Words,   // some of `words`, separated by commas or given several times
        Names,   // some words, separated by commas; unknown ones are passed over
        Deep     // name[inner]=value, for each of `inner`
    };
    QString name;
    Type type = Type::Text;
    qint64 min = 0;
    qint64 max = 255;
    QStringList words;
    QList<Parameter> inner;
    bool isRequired = false;
    bool isOurs = false; // of a route that the published contract has without it
};

using Handle = Result<Response> (*)(const Request &, const db::Caller &, Context &);

struct Route
{
    QByteArray method;
    QByteArray path; // variables in braces, as the contract has it
    Handle handle = nullptr;
    db::Scope scope = db::Scope::Read;
    QString summary;
    QString body;   // schema of the request's body, empty = none
    QString answer; // schema of `data`, "[Name]" for a list
    int status = 200;
    QList<Parameter> parameters;
    bool isPaged = false;
    bool isOurs = false;     // not in the published contract
    bool isSteady = false;   // a GET whose answer comes from the tables alone
    bool forAnyRole = false; // else only owners and administrators
    bool isBodyOptional = false;
    bool mayConflict = false;  // 409 also where no version is compared
    bool hasMissing = false;   // 501 for a part of what the published contract has
    bool takesVersion = false; // If-Match is compared with the version of the object
    bool isOfZones = false;    // 501 where no zones are served
    bool mayLackZone = false;  // the zone of the path need not be there
};

const QList<Route> &routes();

// Operations that the published contract has and this program does not offer: "GET /1/countries".
// They answer 501.
const QList<QPair<QByteArray, QByteArray>> &notOffered();

} // namespace api
