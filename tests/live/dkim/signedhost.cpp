// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/live/dkim/signedhost.h"

#include "app/check/dns/dkim.h"
#include "app/wire/dns/directresolver.h"

#include <QDateTime>
#include <QDir>
#include <QJsonArray>

QJsonObject SignedHost::makeKey(const QString &algorithm)
{
    return api(QStringLiteral("POST"), path("/dkim_keys"),
               {{QStringLiteral("domain"), QStringLiteral("example.test")},
                {QStringLiteral("algorithm"), algorithm}})
        .data()
        .toObject();
}

int SignedHost::setState(const QJsonObject &key, const QString &state)
{
    return api(QStringLiteral("PATCH"),
               path("/dkim_keys/") + QString::number(key.value(u"id").toInteger()),
               {{QStringLiteral("state"), state}})
        .status;
}

QJsonObject SignedHost::signWith(const QString &algorithm)
{
    const QJsonObject key = makeKey(algorithm);
    return setState(key, QStringLiteral("signing")) == 200 ? key : QJsonObject();
}

QStringList SignedHost::states()
{
    QStringList list;
    const QJsonArray keys = api(QStringLiteral("GET"), path("/dkim_keys")).data().toArray();
    for (const QJsonValue key : keys)
        list.append(key[u"selector"].toString() + u' ' + key[u"state"].toString());
    return list;
}

qint64 SignedHost::rotate(int overlap)
{
    return api(QStringLiteral("POST"), path("/diagnostic/dkim/rotate"),
               {{QStringLiteral("domain"), QStringLiteral("example.test")},
                {QStringLiteral("overlap"), overlap}})
        .data()
        .toObject()
        .value(u"id")
        .toInteger();
}

QJsonObject SignedHost::job(qint64 id)
{
    return api(QStringLiteral("GET"), path("/jobs/") + QString::number(id)).data().toObject();
}

QByteArray SignedHost::sent(const QString &subject) const
{
    QByteArray message;
    const QByteArray mark = "Subject: " + subject.toUtf8() + "\r\n";
    waitUntil([&] {
        const QDir out(directory() + QStringLiteral("/out"));
        const QStringList names = out.entryList(QDir::Files);
        for (const QString &name : names) {
            QFile file(out.filePath(name));
            if (!file.open(QIODevice::ReadOnly))
                continue;
            QByteArray text = file.readAll();
            if (!text.contains("\r\n"))
                text.replace("\n", "\r\n");
            if (text.contains(mark))
                message = text;
        }
        return !message.isEmpty();
    });
    // The sink writes what it was told of the envelope before the message.
    while (message.startsWith("X-"))
        message.remove(0, message.indexOf("\r\n") + 2);
    return message;
}

QByteArray SignedHost::received(const QString &address, const QString &password,
                                const QString &subject)
{
    QByteArray message;
    waitUntil([&] {
        const Said found = imap(address, password, QStringLiteral("INBOX"),
                                QStringLiteral("SEARCH SUBJECT \"%1\"").arg(subject));
        const QString number = found.text.section(QLatin1String("SEARCH"), 1).simplified();
        if (number.isEmpty())
            return false;
        const Said read = imap(address, password,
                               QStringLiteral("INBOX;MAILINDEX=%1").arg(number.section(u' ', -1)));
        message = read ? read.text.toUtf8() : QByteArray();
        return !message.isEmpty();
    });
    return message;
}

QStringList SignedHost::byPython(const QByteArray &message) const
{
    const Said said = run(QStringLiteral("/usr/bin/python3"),
                          {QStringLiteral(PEER), QStringLiteral("verify"),
                           QString::number(port(QStringLiteral("dns")))},
                          message);
    QStringList list;
    for (const QString &line : said.text.split(u'\n', Qt::SkipEmptyParts))
        if (line.startsWith(u"pass ") || line.startsWith(u"fail "))
            list.append(line);
        else
            qInfo("%s", qPrintable(line));
    list.sort();
    return list.isEmpty() ? QStringList{QStringLiteral("none")} : list;
}

static wire::DirectResolver nameServer(const SignedHost &host)
{
    return {{{"127.0.0.1", quint16(host.port(QStringLiteral("dns")))}}, {}};
}

QStringList SignedHost::byUs(const QByteArray &message) const
{
    auto resolver = nameServer(*this);
    Progress progress;
    const auto signatures =
        check::verifyDkim(message, resolver, progress, QDateTime::currentSecsSinceEpoch());
    QStringList list;
    if (signatures)
        for (const check::DkimSignature &s : *signatures)
            list.append((s.result == check::DkimResult::Pass ? QStringLiteral("pass ")
                                                             : QStringLiteral("fail ")) +
                        QString::fromLatin1(s.selector) + u' ' + QString::fromLatin1(s.algorithm));
    list.sort();
    return list.isEmpty() ? QStringList{QStringLiteral("none")} : list;
}

bool SignedHost::isPublished(const QString &selector) const
{
    auto resolver = nameServer(*this);
    Progress progress;
    const auto answer = resolver.query(selector.toLatin1() + "._domainkey.example.test",
                                       wire::RecordType::TXT, progress);
    return answer && answer->records.size() == 1 &&
           check::parseDkimKey(answer->records.constFirst().txt()).usable();
}

QStringList SignedHost::selectorsIn(const QByteArray &message)
{
    QStringList list;
    for (const check::HeaderField &field : check::splitMail(message).header)
        if (field.name.toLower() == "dkim-signature")
            list.append(QString::fromLatin1(
                check::parseTags(field.field.mid(field.name.size() + 1)).value("s").value_or("?")));
    list.sort();
    return list;
}
