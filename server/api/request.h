// SPDX-License-Identifier: GPL-3.0-or-later
// What comes in and what goes out, without a socket.
#pragma once

#include <QByteArray>
#include <QHash>
#include <QJsonValue>
#include <QList>
#include <QPair>
#include <QString>

namespace api {

struct Request
{
    QByteArray method = "GET";
    QByteArray path;  // still percent-encoded, without the query
    QByteArray query; // still percent-encoded, without the "?"
    QByteArray body;
    QByteArray authorization;  // the whole header value
    QByteArray ifMatch;        // the whole header value
    QByteArray methodOverride; // X-HTTP-METHOD-OVERRIDE
    QByteArray peer;           // address of the other side, as text

    // Filled by the Router: the path's variables, decoded, by name.
    QHash<QByteArray, QString> segments;
    // Filled by the Router: the query, decoded, in the order in which it came.
    QList<QPair<QString, QString>> parameters;
    // Filled by the Router: the answer stays the same until something is committed.
    bool isSteady = false;
    qint64 version = 0; // filled by the Router: what If-Match names, 0 = nothing or "*"
    QJsonValue json;    // filled by the Router: the body of a route that has one
};

struct Response
{
    int status = 200;
    QByteArray body; // JSON
    QList<QPair<QByteArray, QByteArray>> headers;
    bool close = false; // the connection, after this answer
};

} // namespace api
