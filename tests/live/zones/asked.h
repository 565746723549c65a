// SPDX-License-Identifier: GPL-3.0-or-later
// What a name server says, by dig and delv.
#pragma once

#include "tests/support/localhost.h"

// Values of the answer as dig shows them, sorted; `extra`: "+tcp" and the like.
QStringList dug(int port, const QString &name, const QString &type, const QStringList &extra = {});
// "NOERROR", "NXDOMAIN", …; empty: no answer.
QString statusOf(int port, const QString &name, const QString &type);
// What delv finds with `anchor` ("12345 13 2 49fd…") for the zone: "fully validated", or why not.
QString validated(int port, const QString &zone, const QString &anchor, const QString &name,
                  const QString &type);

// A zone of a local host, by its API.
class ApiZone
{
public:
    explicit ApiZone(LocalHost &host, const QString &name = QStringLiteral("example.test"))
        : m_host(host)
        , m_name(name)
    {
    }

    QString path(const QString &rest = {}) const
    {
        return QStringLiteral("/2/zones/") + m_name + rest;
    }
    LocalHost::Answer send(const QString &method, const QString &rest,
                           const QJsonObject &body = {}) const
    {
        return m_host.api(method, path(rest), body);
    }
    // Its id, 0 = refused; the answer is in `last`.
    qint64 add(const QString &source, const QString &type, const QString &target, int ttl = 300);
    bool remove(qint64 id);
    // Signs or unsigns it; the DS record.
    QString setSigned(bool isSigned);
    QJsonObject now() const { return send(QStringLiteral("GET"), {}).data().toObject(); }
    QJsonArray records() const;

    LocalHost::Answer last;

private:
    LocalHost &m_host;
    QString m_name;
};
