// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wire/dns/nameservers.h"

#include "app/wire/dns/directresolver.h"
#include "app/wire/dns/resolvers.h"

#include <QFile>
#include <QHash>

#include <mutex>
#include <thread>

#ifdef Q_OS_WIN
#include <winsock2.h>

#include <iphlpapi.h>
#endif

namespace wire {

namespace {

constexpr int patience = 3000; // ms for one server
constexpr qsizetype mostHosts = 13;

// Those this machine's own resolver asks.
QList<DnsServer> systemServers()
{
    QList<DnsServer> out;
#ifdef Q_OS_WIN
    ULONG size = 0;
    GetNetworkParams(nullptr, &size);
    QByteArray memory(qsizetype(size), '\0');
    auto *const info = reinterpret_cast<FIXED_INFO *>(memory.data());
    if (size > 0 && GetNetworkParams(info, &size) == ERROR_SUCCESS)
        for (const IP_ADDR_STRING *one = &info->DnsServerList; one; one = one->Next)
            if (const auto server = serverFromText(one->IpAddress.String))
                out.append(*server);
#else
    QFile file(QStringLiteral("/etc/resolv.conf"));
    if (file.open(QIODevice::ReadOnly))
        while (!file.atEnd()) {
            const QList<QByteArray> words = file.readLine().simplified().split(' ');
            if (words.size() > 1 && words[0] == "nameserver")
                if (const auto server = serverFromText(words[1]))
                    out.append(*server);
        }
#endif
    if (out.isEmpty())
        out.append({"127.0.0.1", 53});
    return out;
}

} // namespace

QString NameServer::text() const
{
    return host.isEmpty() ? server.text()
                          : QStringLiteral("%1 (%2)").arg(QString::fromUtf8(host), server.text());
}

struct NameServers::State
{
    DnsSettings settings;
    std::shared_ptr<Resolver> resolver;
    std::mutex mutex;
    // by server and by what is asked for: all callers share the places at a server
    QHash<QPair<QString, int>, std::shared_ptr<DnsClient>> clients;
    QHash<QString, std::shared_ptr<DirectResolver>> direct;

    int timeout() const { return std::min(patience, settings.timeoutMs); }
    std::shared_ptr<DnsClient> clientOf(const DnsServer &server, bool recursion)
    {
        const std::lock_guard lock(mutex);
        auto &client = clients[{server.text(), int(recursion)}];
        if (!client) {
            ClientSettings asking;
            asking.timeoutMs = timeout();
            asking.recursion = recursion;
            asking.signatures = true;
            client = std::make_shared<DnsClient>(server, asking);
        }
        return client;
    }
    std::shared_ptr<DirectResolver> directOf(const DnsServer &server)
    {
        const std::lock_guard lock(mutex);
        auto &one = direct[server.text()];
        if (!one) {
            ClientSettings asking;
            asking.timeoutMs = timeout();
            one = std::make_shared<DirectResolver>(QList<DnsServer>{server}, asking);
        }
        return one;
    }
};

Result<std::shared_ptr<NameServers>> NameServers::create(const DnsSettings &settings)
{
    auto state = std::make_unique<State>();
    state->settings = settings;
    DnsSettings unvalidated = settings;
    unvalidated.validate = false;
    const auto resolver = makeResolver(unvalidated);
    if (!resolver)
        return resolver.error();
    state->resolver = *resolver;
    return std::shared_ptr<NameServers>(new NameServers(std::move(state)));
}

NameServers::NameServers(std::unique_ptr<State> state)
    : m_state(std::move(state))
{
}

NameServers::~NameServers() = default;

const DnsSettings &NameServers::settings() const { return m_state->settings; }

Result<ZoneServers> NameServers::of(const QByteArray &name, Progress &progress)
{
    ZoneServers out;
    QList<QByteArray> labels = labelsOf(canonicalName(name));
    Error failed{Error::Kind::NotFound,
                 QStringLiteral("%1 is in no zone.").arg(QString::fromUtf8(name)),
                 {},
                 {},
                 0};
    for (;; labels.removeFirst()) {
        const QByteArray at = canonicalName(nameOf(labels));
        const auto soa = m_state->resolver->query(at, RecordType::SOA, progress);
        if (!soa && soa.error().kind == Error::Kind::Cancelled)
            return soa.error();
        if (!soa)
            failed = soa.error();
        if (soa && !soa->records.isEmpty() && soa->chain.isEmpty()) {
            out.zone = at;
            break;
        }
        if (labels.isEmpty())
            return failed;
    }
    const auto names = m_state->resolver->query(out.zone, RecordType::NS, progress);
    if (names)
        for (const DnsRecord &record : names->records)
            if (const auto *host = record.as<NameData>())
                out.hosts.append(canonicalName(*host));
    if (const DnsStub *const stub = m_state->settings.stubFor(out.zone)) {
        for (const DnsServer &server : stub->servers)
            out.servers.append({{}, server});
        return out;
    }
    if (!names)
        return names.error();
    QList<DnsQuestion> questions;
    for (const QByteArray &host : out.hosts.mid(0, mostHosts))
        for (const RecordType type : {RecordType::A, RecordType::AAAA})
            questions.append({host, type});
    const auto addresses = m_state->resolver->queryAll(questions, progress);
    for (qsizetype i = 0; i < addresses.size(); ++i)
        if (addresses[i])
            for (const DnsRecord &record : addresses[i]->records)
                if (const auto *ip = record.as<IpAddress>())
                    out.servers.append({questions[i].name, {ip->text(), 53}});
    if (progress.cancelled())
        return Error{Error::Kind::Cancelled, {}, {}, {}, 0};
    return out;
}

QList<ServerSaid> NameServers::ask(const ZoneServers &zone, const QList<DnsQuestion> &questions,
                                   Progress &progress)
{
    QList<DnsQuestion> asked = questions;
    asked.append({zone.zone, RecordType::SOA});
    QList<ServerSaid> said;
    for (const NameServer &server : zone.servers)
        said.append({server, {}, {}});
    const auto askOne = [&](ServerSaid &one) {
        one.answers = m_state->directOf(one.who.server)->queryAll(asked, progress);
        const Result<DnsAnswer> soa = one.answers.takeLast();
        if (soa && !soa->records.isEmpty())
            if (const auto *data = soa->records.constFirst().as<SoaData>())
                one.serial = data->serial;
    };
    std::vector<std::thread> others;
    for (qsizetype i = 1; i < said.size(); ++i)
        others.emplace_back([&askOne, one = &said[i]] { askOne(*one); });
    if (!said.isEmpty())
        askOne(said[0]);
    for (std::thread &other : others)
        other.join();
    said.removeIf([](const ServerSaid &one) {
        return one.who.server.address.contains(':') && !one.answers.isEmpty() &&
               std::all_of(one.answers.cbegin(), one.answers.cend(),
                           [](const Result<DnsAnswer> &answer) {
                               return !answer && answer.error().code == u"unreachable";
                           });
    });
    return said;
}

Result<DnsPacket> NameServers::signedPacket(const QByteArray &name, RecordType type,
                                            Progress &progress)
{
    const DnsSettings &settings = m_state->settings;
    QList<DnsServer> servers;
    const DnsStub *const stub = settings.stubFor(name);
    const bool direct = stub || settings.way == DnsSettings::Way::Recursion;
    if (stub) {
        servers = stub->servers;
    } else if (settings.way == DnsSettings::Way::Servers) {
        servers = settings.servers;
    } else if (settings.way == DnsSettings::Way::System) {
        servers = systemServers();
    } else {
        // DS is the parent's to say
        const QByteArray at =
            type == RecordType::DS ? nameOf(labelsOf(canonicalName(name)).mid(1)) : name;
        const auto zone = of(at, progress);
        if (!zone)
            return zone.error();
        for (const NameServer &one : zone->servers)
            servers.append(one.server);
    }
    Result<DnsPacket> packet = dnsTimeout(name, type);
    for (const DnsServer &server : std::as_const(servers)) {
        packet = m_state->clientOf(server, !direct)->ask({{name, type}}, progress).constFirst();
        const bool answered = packet && (packet->rcode == 0 || packet->rcode == 3);
        if (answered || progress.cancelled())
            break;
    }
    return packet;
}

} // namespace wire
