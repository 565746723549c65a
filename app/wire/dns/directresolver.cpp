// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wire/dns/directresolver.h"

#include "app/wire/dns/answers.h"

#include <algorithm>

namespace wire {

namespace {

Error elsewhere(const DnsQuestion &question, const DnsServer &server, const char *code)
{
    return {Error::Kind::Protocol,
            QStringLiteral("%1 does not hold the zone of %2.")
                .arg(server.text(), QString::fromUtf8(question.name)),
            {},
            QLatin1String(code),
            0};
}

Result<DnsAnswer> judge(const DnsQuestion &question, const Result<DnsPacket> &packet,
                        const DnsServer &server, DnsSecurity security)
{
    if (!packet)
        return packet.error();
    if (packet->rcode != 0 && packet->rcode != 3)
        return dnsFailure(question.name, question.type, packet->rcode);
    if (!packet->authoritative) {
        const bool refers =
            std::any_of(packet->authority.cbegin(), packet->authority.cend(),
                        [](const DnsRecord &record) { return record.type == RecordType::NS; });
        return elsewhere(question, server,
                         refers && packet->answers.isEmpty() ? "referral" : "lame");
    }
    DnsAnswer answer;
    answer.name = canonicalName(question.name);
    answer.type = question.type;
    answer.rcode = packet->rcode;
    answer.server = server.text();
    answer.security = security;
    readAnswer(*packet, answer);
    return answer;
}

bool isFinal(const Result<DnsAnswer> &answer)
{
    if (answer)
        return true;
    const Error &error = answer.error();
    return error.kind == Error::Kind::Cancelled || error.kind == Error::Kind::Invalid ||
           error.code == u"referral";
}

} // namespace

DirectResolver::DirectResolver(const QList<DnsServer> &servers, const ClientSettings &settings,
                               DnsSecurity security)
    : m_security(security)
{
    for (const DnsServer &server : servers)
        m_clients.push_back(std::make_unique<DnsClient>(server, settings));
}

Result<DnsAnswer> DirectResolver::query(const QByteArray &name, RecordType type, Progress &progress)
{
    return queryAll({{name, type}}, progress).constFirst();
}

QList<Result<DnsAnswer>> DirectResolver::queryAll(const QList<DnsQuestion> &questions,
                                                  Progress &progress)
{
    QList<Result<DnsAnswer>> out;
    for (const DnsQuestion &question : questions)
        out.append(dnsTimeout(question.name, question.type));
    QList<qsizetype> left;
    for (qsizetype i = 0; i < questions.size(); ++i)
        left.append(i);
    for (const auto &client : m_clients) {
        if (left.isEmpty())
            break;
        QList<DnsQuestion> asked;
        for (const qsizetype i : std::as_const(left))
            asked.append(questions[i]);
        const auto packets = client->ask(asked, progress);
        QList<qsizetype> still;
        for (qsizetype i = 0; i < asked.size(); ++i) {
            out[left[i]] = judge(asked[i], packets[i], client->server(), m_security);
            if (!isFinal(out.at(left[i])))
                still.append(left[i]);
        }
        left = still;
    }
    return out;
}

} // namespace wire
