// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wire/dns/resolvers.h"

#include "app/wire/dns/cachedresolver.h"
#include "app/wire/dns/directresolver.h"

namespace wire {

namespace {

constexpr int longestChain = 16;

// Zones of stubs whose answers nobody can validate are asked at their servers without a detour;
// everything else goes through libunbound.
class SplitResolver final : public Resolver
{
public:
    SplitResolver(const DnsSettings &settings, std::shared_ptr<Resolver> below)
        : m_settings(settings)
        , m_below(std::move(below))
    {
        ClientSettings direct;
        direct.timeoutMs = settings.timeoutMs;
        for (const DnsStub &stub : settings.stubs)
            m_direct.push_back(
                settings.isValidated(stub)
                    ? nullptr
                    : std::make_unique<DirectResolver>(stub.servers, direct,
                                                       settings.validate ? DnsSecurity::Insecure
                                                                         : DnsSecurity::Unchecked));
    }

    static bool isUseful(const DnsSettings &settings)
    {
        return std::any_of(settings.stubs.cbegin(), settings.stubs.cend(),
                           [&](const DnsStub &stub) { return !settings.isValidated(stub); });
    }

    Result<DnsAnswer> query(const QByteArray &name, RecordType type, Progress &progress) override
    {
        return queryAll({{name, type}}, progress).constFirst();
    }

    QList<Result<DnsAnswer>> queryAll(const QList<DnsQuestion> &questions,
                                      Progress &progress) override
    {
        return ask(questions, progress, 0);
    }

private:
    QList<Result<DnsAnswer>> ask(const QList<DnsQuestion> &questions, Progress &progress, int depth)
    {
        QList<Result<DnsAnswer>> out;
        std::vector<QList<qsizetype>> byStub(m_direct.size());
        QList<qsizetype> rest;
        for (qsizetype i = 0; i < questions.size(); ++i) {
            out.append(Error{Error::Kind::Cancelled, {}, {}, {}, 0});
            const DnsStub *const stub = m_settings.stubFor(questions[i].name);
            const auto at = stub ? size_t(stub - m_settings.stubs.constData()) : m_direct.size();
            if (stub && m_direct[at])
                byStub[at].append(i);
            else
                rest.append(i);
        }
        const auto hand = [&](Resolver &resolver, const QList<qsizetype> &places) {
            QList<DnsQuestion> asked;
            for (const qsizetype i : places)
                asked.append(questions[i]);
            const auto answers = resolver.queryAll(asked, progress);
            for (qsizetype i = 0; i < places.size(); ++i)
                out[places[i]] = answers[i];
        };
        for (size_t s = 0; s < byStub.size(); ++s) {
            if (byStub[s].isEmpty())
                continue;
            hand(*m_direct[s], byStub[s]);
            for (const qsizetype i : std::as_const(byStub[s])) {
                if (!out.at(i) && out.at(i).error().code == u"referral")
                    rest.append(i); // a zone of its own below, held elsewhere
                else if (out.at(i))
                    out[i] = followed(*out.at(i), progress, depth);
            }
        }
        if (!rest.isEmpty())
            hand(*m_below, rest);
        return out;
    }

    // An alias may lead out of what the servers hold.
    Result<DnsAnswer> followed(DnsAnswer answer, Progress &progress, int depth)
    {
        if (!answer.records.isEmpty() || answer.chain.isEmpty())
            return answer;
        const QByteArray target = answer.chain.constLast();
        if (m_settings.stubFor(target) == m_settings.stubFor(answer.name))
            return answer; // they have said all they know about it
        if (answer.chain.size() >= longestChain || depth >= longestChain)
            return dnsFailure(answer.name, answer.type, 2,
                              QStringLiteral("The chain of aliases does not end."));
        auto next = ask({{target, answer.type}}, progress, depth + 1).constFirst();
        if (!next)
            return next.error();
        answer.records = next->records;
        answer.rcode = next->rcode;
        answer.chain += next->chain;
        answer.ttl = std::min(answer.ttl, next->ttl);
        if (next->security == DnsSecurity::Bogus) { // the weakest link judges the chain
            answer.security = next->security;
            answer.why = next->why;
        }
        return answer;
    }

    DnsSettings m_settings;
    std::shared_ptr<Resolver> m_below;
    // as settings.stubs; null where libunbound can validate
    std::vector<std::unique_ptr<DirectResolver>> m_direct;
};

} // namespace

Result<DnsSettings> settingsFor(const DnsSettings &chosen, const QList<mail::DnsFacts> &services)
{
    DnsSettings settings = chosen;
    for (const mail::DnsFacts &facts : services) {
        if (facts.servers.isEmpty())
            continue;
        QList<DnsServer> servers;
        for (const QString &text : facts.servers) {
            const auto server = serverFromText(text.toUtf8());
            if (!server)
                return Error::invalid(
                    QStringLiteral("servers"),
                    QStringLiteral("\"%1\" is not the address of a DNS server.").arg(text));
            servers.append(*server);
        }
        for (const QString &name : facts.zones) {
            DnsStub stub{canonicalName(name.toUtf8()), servers, {}};
            for (const QString &line : facts.trustAnchors) {
                const QByteArray anchor = line.simplified().toUtf8();
                if (isSameOrBelow(stub.zone, anchor.left(anchor.indexOf(' '))))
                    stub.trustAnchors.append(anchor);
            }
            // what the user set by hand for the same zone stays
            const bool taken =
                std::any_of(settings.stubs.cbegin(), settings.stubs.cend(),
                            [&](const DnsStub &other) { return other.zone == stub.zone; });
            if (!taken)
                settings.stubs.append(stub);
        }
    }
    return settings;
}

Result<std::shared_ptr<Resolver>> makeResolver(const DnsSettings &settings)
{
    const auto unbound = UnboundResolver::create(settings);
    if (!unbound)
        return unbound.error();
    std::shared_ptr<Resolver> resolver = *unbound;
    if (SplitResolver::isUseful(settings))
        resolver = std::make_shared<SplitResolver>(settings, resolver);
    return std::shared_ptr<Resolver>(std::make_shared<CachedResolver>(resolver));
}

} // namespace wire
