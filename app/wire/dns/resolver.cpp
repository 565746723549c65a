// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wire/dns/resolver.h"

namespace wire {

QList<Result<DnsAnswer>> Resolver::queryAll(const QList<DnsQuestion> &questions, Progress &progress)
{
    QList<Result<DnsAnswer>> answers;
    answers.reserve(questions.size());
    for (const DnsQuestion &question : questions)
        answers.append(query(question.name, question.type, progress));
    return answers;
}

Error dnsTimeout(const QByteArray &name, RecordType type)
{
    return {Error::Kind::Offline,
            QStringLiteral("No answer for %1 %2 in time.")
                .arg(QString::fromUtf8(name), QString::fromLatin1(typeWord(type))),
            {},
            QStringLiteral("timeout"),
            0};
}

Error dnsFailure(const QByteArray &name, RecordType type, int rcode, const QString &why)
{
    const QString code = rcode == 2   ? QStringLiteral("servfail")
                         : rcode == 5 ? QStringLiteral("refused")
                                      : QStringLiteral("rcode-%1").arg(rcode);
    return {Error::Kind::Protocol,
            QStringLiteral("The question %1 %2 was answered %3.%4")
                .arg(QString::fromUtf8(name), QString::fromLatin1(typeWord(type)), code.toUpper(),
                     why.isEmpty() ? QString() : u' ' + why),
            {},
            code,
            0};
}

} // namespace wire
