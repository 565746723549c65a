// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/work/dnsworld.h"

#include "app/check/dns/snapshot.h"
#include "app/wire/dns/nameservers.h"
#include "app/wire/dns/resolvers.h"

#include <algorithm>

namespace hostwork {

namespace {

// Names of which the world's DNS has none (RFC 6761, 6.2 and 6.4). A private host often is one of
// them; what is above and beside its zones there is nobody's, and nobody is asked.
class BesideTheWorld final : public wire::Resolver
{
public:
    BesideTheWorld(std::shared_ptr<wire::Resolver> world, const QStringList &zones)
        : m_world(std::move(world))
    {
        for (const QString &zone : zones)
            m_zones.append(zone.toLatin1());
    }

    Result<wire::DnsAnswer> query(const QByteArray &name, wire::RecordType type,
                                  Progress &progress) override
    {
        return isNobodys(name) ? nobodys(name, type) : m_world->query(name, type, progress);
    }
    QList<Result<wire::DnsAnswer>> queryAll(const QList<wire::DnsQuestion> &questions,
                                            Progress &progress) override
    {
        QList<wire::DnsQuestion> asked;
        for (const wire::DnsQuestion &question : questions)
            if (!isNobodys(question.name))
                asked.append(question);
        QList<Result<wire::DnsAnswer>> answers = m_world->queryAll(asked, progress);
        for (qsizetype i = 0; i < questions.size(); ++i)
            if (isNobodys(questions[i].name))
                answers.insert(i, nobodys(questions[i].name, questions[i].type));
        return answers;
    }

private:
    bool isNobodys(const QByteArray &name) const
    {
        if (!wire::isSameOrBelow(name, "test") && !wire::isSameOrBelow(name, "invalid"))
            return false;
        return std::none_of(m_zones.cbegin(), m_zones.cend(), [&](const QByteArray &zone) {
            return wire::isSameOrBelow(name, zone);
        });
    }
    static wire::DnsAnswer nobodys(const QByteArray &name, wire::RecordType type)
    {
        wire::DnsAnswer answer;
        answer.name = wire::canonicalName(name);
        answer.type = type;
        answer.rcode = 3;
        answer.security = wire::DnsSecurity::Insecure;
        answer.server = QStringLiteral("RFC 6761");
        return answer;
    }

    std::shared_ptr<wire::Resolver> m_world;
    QList<QByteArray> m_zones;
};

} // namespace

Result<QStringList> DnsWorld::lacking(const QByteArray &name, const QByteArray &text,
                                      Progress &progress)
{
    const auto servers = wire::NameServers::create(m_settings);
    if (!servers)
        return servers.error();
    const auto zone = (*servers)->of(name, progress);
    if (!zone && zone.error().kind == Error::Kind::NotFound)
        return Error{Error::Kind::Offline, zone.error().detail, {}, {}, 0};
    if (!zone)
        return zone.error();
    const auto said = (*servers)->ask(*zone, {{name, wire::RecordType::TXT}}, progress);
    if (progress.cancelled())
        return Error{Error::Kind::Cancelled, {}, {}, {}, 0};
    if (said.isEmpty())
        return Error{Error::Kind::Offline,
                     QStringLiteral("No name server of %1 can be reached")
                         .arg(QString::fromUtf8(zone->zone)),
                     {},
                     {},
                     0};
    QStringList lacking;
    for (const wire::ServerSaid &one : said) {
        const auto &answer = one.answers.constFirst();
        bool has = false;
        if (answer)
            for (const wire::DnsRecord &record : answer->records)
                has = has || record.txt() == text;
        if (has)
            continue;
        lacking.append((!answer ? QStringLiteral("%1 does not answer (%2)")
                                      .arg(one.who.text(), answer.error().detail)
                        : answer->records.isEmpty()
                            ? QStringLiteral("%1 does not have it").arg(one.who.text())
                            : QStringLiteral("%1 has another record").arg(one.who.text())));
    }
    return lacking;
}

Result<mail::SecuritySnapshot> DnsWorld::look(const LookRequest &request, Progress &progress)
{
    const auto settings = wire::settingsFor(m_settings, {request.facts});
    if (!settings)
        return settings.error();
    const auto resolver = wire::makeResolver(*settings);
    if (!resolver)
        return resolver.error();
    const auto servers = wire::NameServers::create(*settings);
    if (!servers)
        return servers.error();
    check::DomainCheck what;
    what.domain = request.domain.toLatin1();
    what.keys = request.keys;
    if (request.before)
        what.formerSelectors = check::selectorsIn(*request.before);
    what.facts = request.facts;
    what.nameServers = *servers;
    what.signs = request.signs;
    BesideTheWorld world(*resolver, request.facts.zones);
    const auto report =
        check::checkDomain(what, request.facts.servers.isEmpty() ? **resolver : world, progress);
    if (!report)
        return report.error();
    return check::snapshotOf(*report, request.at);
}

} // namespace hostwork
