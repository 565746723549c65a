// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/live/zones/asked.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTemporaryFile>

namespace {

QStringList digArguments(int port, const QString &name, const QString &type)
{
    return {QStringLiteral("@127.0.0.1"),
            QStringLiteral("-p"),
            QString::number(port),
            QStringLiteral("+norecurse"),
            QStringLiteral("+time=2"),
            QStringLiteral("+tries=2"),
            name,
            type};
}

} // namespace

QStringList dug(int port, const QString &name, const QString &type, const QStringList &extra)
{
    const auto said =
        LocalHost::run(QStringLiteral("dig"), digArguments(port, name, type) +
                                                  QStringList{QStringLiteral("+short")} + extra);
    QStringList lines = said.text.split(u'\n', Qt::SkipEmptyParts);
    lines.removeIf([](const QString &line) { return line.startsWith(u';'); });
    lines.sort();
    return lines;
}

QString statusOf(int port, const QString &name, const QString &type)
{
    const auto said = LocalHost::run(QStringLiteral("dig"), digArguments(port, name, type));
    static const QRegularExpression status(QStringLiteral("status: ([A-Z]+)"));
    return status.match(said.text).captured(1);
}

QString validated(int port, const QString &zone, const QString &anchor, const QString &name,
                  const QString &type)
{
    QTemporaryFile anchors;
    if (!anchors.open())
        return anchors.errorString();
    anchors.write(QStringLiteral("trust-anchors { \"%1\" static-ds %2 \"%3\"; };\n")
                      .arg(zone, anchor.section(u' ', 0, 2), anchor.section(u' ', 3))
                      .toLatin1());
    anchors.flush();
    const auto said = LocalHost::run(
        QStringLiteral("delv"),
        {QStringLiteral("@127.0.0.1"), QStringLiteral("-p"), QString::number(port),
         QStringLiteral("-a"), anchors.fileName(), QStringLiteral("+root=") + zone, name, type});
    return said.text;
}

qint64 ApiZone::add(const QString &source, const QString &type, const QString &target, int ttl)
{
    last = send(QStringLiteral("POST"), QStringLiteral("/records"),
                {{QStringLiteral("source"), source},
                 {QStringLiteral("type"), type},
                 {QStringLiteral("target"), target},
                 {QStringLiteral("ttl"), ttl}});
    return last.status == 200 ? last.data().toObject().value(QLatin1String("id")).toInteger() : 0;
}

bool ApiZone::remove(qint64 id)
{
    last = send(QStringLiteral("DELETE"), QStringLiteral("/records/%1").arg(id));
    return last.status == 200;
}

QString ApiZone::setSigned(bool isSigned)
{
    last = send(QStringLiteral("PATCH"), {}, {{QStringLiteral("dnssec"), isSigned}});
    return last.data().toObject().value(QLatin1String("delegation"))[0].toString();
}

QJsonArray ApiZone::records() const
{
    return send(QStringLiteral("GET"), QStringLiteral("/records")).data().toArray();
}
