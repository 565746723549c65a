// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/host/pdnszones.h"

#include "app/wire/dns/resolvers.h"

#include <QJsonArray>
#include <QMap>

#include <algorithm>
#include <chrono>
#include <thread>

namespace host {

namespace {

using Steady = std::chrono::steady_clock;

constexpr char ours[] = "mailwright"; // the account of the zones that are
constexpr char denial[] = "1 0 0 -";  // NSEC3 as RFC 9276 has it: no salt, no iterations
constexpr char noEdit[] = "NONE";     // the serial that is served is ours, whatever the default
constexpr int questionLimit = 2000;   // ms
constexpr auto settling = std::chrono::seconds(3); // a PowerDNS with caches, a busy machine

QString dotted(const QString &name) { return name + u'.'; }
QString path(const QString &zone, const char *rest = "")
{
    return QStringLiteral("/zones/") + dotted(zone) + QLatin1String(rest);
}

Error notOurs(const QString &zone)
{
    return {Error::Kind::Conflict,
            QStringLiteral("The name server has a zone %1 that was not made here; it is left as it "
                           "is")
                .arg(zone),
            {},
            QStringLiteral("zone_not_ours"),
            0};
}

// Records of one name and type.
struct Set
{
    quint32 ttl = 0;
    QStringList contents;

    bool operator==(const Set &) const = default;
};
using SetName = QPair<QString, QString>; // "www.example.org.", "A"

QMap<SetName, Set> setsOf(const QList<wire::DnsRecord> &records)
{
    QMap<SetName, Set> sets;
    for (const wire::DnsRecord &record : records) {
        Set &set = sets[{dotted(QString::fromUtf8(record.name)),
                         QString::fromLatin1(wire::typeWord(record.type))}];
        set.ttl = record.ttl;
        set.contents.append(QString::fromLatin1(record.dataText()));
    }
    for (Set &set : sets)
        set.contents.sort();
    return sets;
}

// As PowerDNS tells them, written as we write them; what we could not have written stays as it is
// and differs from everything.
QMap<SetName, Set> setsOf(const QJsonArray &rrsets)
{
    QMap<SetName, Set> sets;
    for (const QJsonValue rrset : rrsets) {
        const QString name = rrset[u"name"].toString().toLower();
        const QString word = rrset[u"type"].toString();
        Set &set = sets[{name, word}];
        set.ttl = quint32(rrset[u"ttl"].toInteger());
        const auto type = wire::typeFromWord(word.toLatin1());
        for (const QJsonValue record : rrset[u"records"].toArray()) {
            const QByteArray content = record[u"content"].toString().toUtf8();
            const auto read = type && !record[u"disabled"].toBool()
                                  ? wire::recordFromText(name.toUtf8(), *type, content)
                                  : std::nullopt;
            set.contents.append(QString::fromUtf8(read ? read->dataText() : "?" + content));
        }
        set.contents.sort();
    }
    return sets;
}

QJsonObject replacement(const SetName &name, const Set &set)
{
    QJsonArray records;
    for (const QString &content : set.contents)
        records.append(
            QJsonObject{{QStringLiteral("content"), content}, {QStringLiteral("disabled"), false}});
    return {{QStringLiteral("name"), name.first},
            {QStringLiteral("type"), name.second},
            {QStringLiteral("ttl"), qint64(set.ttl)},
            {QStringLiteral("changetype"), QStringLiteral("REPLACE")},
            {QStringLiteral("records"), records}};
}

// Whether the answer says exactly this, however TXT is split. The name servers of a part that is
// delegated stand in a referral, for which nobody here has authority.
bool says(const wire::DnsPacket &answer, const wire::DnsRecord &record, const QString &zone)
{
    const bool isReferral =
        record.type == wire::RecordType::NS && wire::canonicalName(record.name) != zone.toLatin1();
    const auto isIt = [&](const wire::DnsRecord &one) {
        return one.type == record.type &&
               wire::canonicalName(one.name) == wire::canonicalName(record.name) &&
               (one.as<wire::TxtData>() ? one.txt() == record.txt()
                                        : one.dataText().toLower() == record.dataText().toLower());
    };
    const QList<wire::DnsRecord> &told = isReferral ? answer.authority : answer.answers;
    return (isReferral || answer.authoritative) && std::any_of(told.begin(), told.end(), isIt);
}

} // namespace

void PdnsZones::setPlace(const PowerDnsPlace &place)
{
    m_place = place;
    wire::Options options;
    options.caFile = place.caFile;
    options.connectTimeout = 2'000;
    options.idleTimeout = 10'000;
    options.totalTimeout = 30'000;
    m_http = std::make_unique<wire::Http>(options);
}

void PdnsZones::restarted()
{
    std::function<void()> listener;
    {
        const std::lock_guard lock(m_mutex);
        listener = m_listener;
    }
    if (listener)
        listener();
}

void PdnsZones::onRestart(std::function<void()> listener)
{
    const std::lock_guard lock(m_mutex);
    m_listener = std::move(listener);
}

Result<QJsonDocument> PdnsZones::call(const QByteArray &method, const QString &path,
                                      const QJsonObject &body)
{
    wire::HttpRequest request;
    request.method = method;
    request.url = m_place.api;
    const QStringList parts = path.split(u'?');
    request.url.setPath(m_place.api.path() + QStringLiteral("/api/v1/servers/localhost") +
                        parts.first());
    request.url.setQuery(parts.value(1));
    request.headers = {{"X-API-Key", m_place.key.reveal()},
                       {"Accept", "application/json"},
                       {"Content-Type", "application/json"}};
    if (!body.isEmpty())
        request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    Progress progress;
    const auto answer = m_http->send(request, progress);
    if (!answer)
        return answer.error();
    const QJsonDocument json = QJsonDocument::fromJson(answer->body);
    if (answer->status >= 200 && answer->status < 300)
        return json;
    QString said = json[u"error"].toString();
    if (said.isEmpty())
        said = QStringLiteral("HTTP %1").arg(answer->status);
    const auto kind = answer->status == 404   ? Error::Kind::NotFound
                      : answer->status == 401 ? Error::Kind::Unauthorized
                                              : Error::Kind::Internal;
    return Error{kind,
                 answer->status == 401 ? QStringLiteral("PowerDNS does not take the key of its API")
                                       : QStringLiteral("PowerDNS: ") + said,
                 {},
                 {},
                 0};
}

Result<QJsonObject> PdnsZones::open(const QString &zone)
{
    auto now = call("GET", path(zone));
    if (!now && now.error().kind == Error::Kind::NotFound) {
        // Empty but for a SOA of PowerDNS's own; ours comes with the records, in one step.
        now = call("POST", QStringLiteral("/zones"),
                   {{QStringLiteral("name"), dotted(zone)},
                    {QStringLiteral("kind"), QStringLiteral("Native")},
                    {QStringLiteral("account"), QLatin1String(ours)},
                    {QStringLiteral("soa_edit"), QLatin1String(noEdit)},
                    {QStringLiteral("soa_edit_api"), QString(QLatin1String(""))},
                    {QStringLiteral("api_rectify"), true},
                    {QStringLiteral("nameservers"), QJsonArray()}});
    }
    if (!now)
        return now.error();
    const QJsonObject json = now->object();
    if (json.value(u"account").toString() != QLatin1String(ours))
        return notOurs(zone);
    // The serial is ours, and signing needs the order of the names.
    const bool isAsMade = json.value(u"kind").toString() == u"Native" &&
                          json.value(u"soa_edit").toString() == QLatin1String(noEdit) &&
                          json.value(u"soa_edit_api").toString().isEmpty() &&
                          json.value(u"api_rectify").toBool();
    if (!isAsMade)
        if (auto done = call("PUT", path(zone),
                             {{QStringLiteral("kind"), QStringLiteral("Native")},
                              {QStringLiteral("soa_edit"), QLatin1String(noEdit)},
                              {QStringLiteral("soa_edit_api"), QString(QLatin1String(""))},
                              {QStringLiteral("api_rectify"), true}});
            !done)
            return done.error();
    return json;
}

Result<QStringList> PdnsZones::publish(const ZonePublication &zone)
{
    const auto now = open(zone.name);
    if (!now)
        return now.error();
    // The serial comes last: while it is not served the zone is not as it has to be.
    const auto delegation = keepKeys(zone, *now);
    if (!delegation)
        return delegation;
    if (auto done = keepRecords(zone, *now); !done)
        return done.error();
    if (auto done = confirm(zone); !done)
        return done.error();
    return delegation;
}

Result<QStringList> PdnsZones::keepKeys(const ZonePublication &zone, const QJsonObject &now)
{
    const bool isSigned = now.value(u"dnssec").toBool();
    if (!zone.isSigned) {
        if (isSigned)
            if (auto done = call("PUT", path(zone.name), {{QStringLiteral("dnssec"), false}});
                !done)
                return done.error();
        return QStringList();
    }
    const auto list = call("GET", path(zone.name, "/cryptokeys"));
    if (!list)
        return list.error();
    Secret another;
    if (!m_keys.has(zone.name)) // lost here; the name server may still have it
        for (const QJsonValue one : list->array()) {
            const auto whole =
                call("GET", path(zone.name, "/cryptokeys/") + QString::number(one[u"id"].toInt()));
            const Secret text(whole ? whole->object().value(u"privatekey").toString().toUtf8()
                                    : QByteArray());
            if (another.isEmpty() && one[u"active"].toBool() && ZoneKeys::fromText(text))
                another = text;
        }
    const auto key = m_keys.keyOf(zone.name, another);
    if (!key)
        return key.error();
    bool isThere = false;
    QList<int> others;
    for (const QJsonValue one : list->array()) {
        const bool isIt = one[u"dnskey"].toString().toLatin1() == key->dnskey() &&
                          one[u"active"].toBool() && one[u"published"].toBool(true);
        if (isIt && !isThere)
            isThere = true;
        else
            others.append(one[u"id"].toInt());
    }
    if (!isThere)
        if (auto done = call(
                "POST", path(zone.name, "/cryptokeys"),
                {{QStringLiteral("keytype"), QStringLiteral("csk")},
                 {QStringLiteral("active"), true},
                 {QStringLiteral("published"), true},
                 {QStringLiteral("privatekey"), QString::fromLatin1(key->privateText.reveal())}});
            !done)
            return done.error();
    for (const int id : std::as_const(others))
        if (auto done = call("DELETE", path(zone.name, "/cryptokeys/") + QString::number(id));
            !done)
            return done.error();
    if (now.value(u"nsec3param").toString() != QLatin1String(denial)) {
        if (auto done = call("PUT", path(zone.name),
                             {{QStringLiteral("nsec3param"), QLatin1String(denial)},
                              {QStringLiteral("nsec3narrow"), false}});
            !done)
            return done.error();
        if (auto done = call("PUT", path(zone.name, "/rectify")); !done)
            return done.error();
    }
    return QStringList{key->delegation(zone.name.toLatin1())};
}

// One request, which PowerDNS carries out as one transaction or refuses whole.
Result<void> PdnsZones::keepRecords(const ZonePublication &zone, const QJsonObject &now)
{
    const QMap<SetName, Set> wanted = setsOf(zone.records);
    const QMap<SetName, Set> present = setsOf(now.value(u"rrsets").toArray());
    QJsonArray rrsets;
    // What goes, first: an alias takes the place of others and the other way round.
    for (auto it = present.cbegin(); it != present.cend(); ++it)
        if (!wanted.contains(it.key()))
            rrsets.append(QJsonObject{{QStringLiteral("name"), it.key().first},
                                      {QStringLiteral("type"), it.key().second},
                                      {QStringLiteral("changetype"), QStringLiteral("DELETE")}});
    for (auto it = wanted.cbegin(); it != wanted.cend(); ++it)
        if (present.value(it.key()) != it.value())
            rrsets.append(replacement(it.key(), it.value()));
    if (rrsets.isEmpty())
        return {};
    const auto done = call("PATCH", path(zone.name), {{QStringLiteral("rrsets"), rrsets}});
    return done ? Result<void>() : Result<void>(done.error());
}

Result<void> PdnsZones::confirm(const ZonePublication &zone)
{
    wire::DnsClient client(m_place.server, {.timeoutMs = questionLimit, .signatures = true});
    const QList<wire::DnsQuestion> question{{zone.name.toLatin1(), wire::RecordType::SOA}};
    Progress progress;
    const auto until = Steady::now() + settling;
    for (auto pause = std::chrono::milliseconds(5);; pause *= 2) {
        const auto answer = client.ask(question, progress).constFirst();
        bool isSigned = false;
        std::optional<quint32> serial;
        for (const wire::DnsRecord &record : answer ? answer->answers : QList<wire::DnsRecord>()) {
            isSigned = isSigned || record.type == wire::RecordType::RRSIG;
            if (const auto *soa = record.as<wire::SoaData>())
                serial = soa->serial;
        }
        if (serial == zone.serial && isSigned == zone.isSigned)
            return {};
        if (Steady::now() > until)
            return answer ? Error{Error::Kind::Internal,
                                  QStringLiteral("The name server answers for %1 with the serial "
                                                 "%2, not %3")
                                      .arg(zone.name)
                                      .arg(serial.value_or(0))
                                      .arg(zone.serial),
                                  {},
                                  {},
                                  0}
                          : answer.error();
        std::this_thread::sleep_for(pause);
    }
}

Result<void> PdnsZones::withdraw(const QString &zone)
{
    const auto now = call("GET", path(zone, "?rrsets=false"));
    if (!now)
        return now.error().kind == Error::Kind::NotFound ? Result<void>() : now.error();
    if (now->object().value(u"account").toString() != QLatin1String(ours))
        return {};
    const auto done = call("DELETE", path(zone));
    return done || done.error().kind == Error::Kind::NotFound ? Result<void>() : done.error();
}

Result<QHash<QString, quint32>> PdnsZones::served()
{
    const auto list = call("GET", QStringLiteral("/zones?dnssec=false"));
    if (!list)
        return list.error();
    QHash<QString, quint32> serials;
    for (const QJsonValue one : list->array())
        if (one[u"account"].toString() == QLatin1String(ours))
            serials.insert(one[u"name"].toString().chopped(1), quint32(one[u"serial"].toInteger()));
    return serials;
}

Result<void> PdnsZones::mayPublish(const QString &zone)
{
    const auto now = call("GET", path(zone, "?rrsets=false"));
    if (!now)
        // A name server that is away is no reason: the zone is published when it is back.
        return now.error().kind == Error::Kind::NotFound || now.error().kind == Error::Kind::Offline
                   ? Result<void>()
                   : now.error();
    return now->object().value(u"account").toString() == QLatin1String(ours)
               ? Result<void>()
               : Result<void>(notOurs(zone));
}

QList<wire::DnsServer> PdnsZones::serversOf(const QString &name, Progress &progress)
{
    if (m_place.isPrivate)
        return {m_place.server};
    QList<wire::DnsServer> servers;
    const auto resolver = wire::makeResolver({});
    if (!resolver)
        return servers;
    for (const auto &answer : (*resolver)->queryAll(
             {{name.toLatin1(), wire::RecordType::A}, {name.toLatin1(), wire::RecordType::AAAA}},
             progress))
        if (answer)
            for (const wire::DnsRecord &record : answer->records)
                if (const auto *ip = record.as<wire::IpAddress>())
                    servers.append({ip->text()});
    return servers;
}

Result<bool> PdnsZones::isLive(const QString &zone, const wire::DnsRecord &record,
                               Progress &progress)
{
    for (const QString &name : std::as_const(m_place.names)) {
        const QList<wire::DnsServer> servers = serversOf(name, progress);
        // One that has no address, or does not answer, does not answer with the record.
        bool all = !servers.isEmpty();
        for (const wire::DnsServer &server : servers) {
            if (progress.cancelled())
                return Error{Error::Kind::Cancelled, {}, {}, {}, 0};
            wire::DnsClient client(server, {.timeoutMs = questionLimit});
            const auto answer = client.ask({{record.name, record.type}}, progress).constFirst();
            all = all && answer && says(*answer, record, zone);
        }
        if (!all)
            return false;
    }
    return true;
}

} // namespace host
