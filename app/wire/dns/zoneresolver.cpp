// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wire/dns/zoneresolver.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace wire {

namespace {

constexpr int longestChain = 16; // CNAMEs; a longer chain is a loop for every resolver

Error wrong(const QString &name, const QString &what)
{
    return Error::invalid(name, QStringLiteral("%1: %2").arg(name, what));
}

QByteArray plainName(const QString &text)
{
    QByteArray name = text.toUtf8();
    if (name.endsWith('.') && !name.endsWith("\\."))
        name.chop(1);
    return name;
}

} // namespace

Result<std::shared_ptr<ZoneResolver>> ZoneResolver::fromJson(const QByteArray &json)
{
    QJsonParseError problem{};
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (!document.isObject())
        return Error::invalid(QStringLiteral("zone"),
                              problem.error == QJsonParseError::NoError
                                  ? QStringLiteral("The zone is not a JSON object.")
                                  : QStringLiteral("The zone is not JSON: %1 (at byte %2).")
                                        .arg(problem.errorString())
                                        .arg(problem.offset));
    auto zone = std::make_shared<ZoneResolver>();
    const QJsonObject names = document.object();
    for (auto it = names.begin(); it != names.end(); ++it) {
        const QByteArray owner = canonicalName(it.key().toUtf8());
        Name &name = zone->m_names[owner];
        if (!it.value().isArray())
            return wrong(it.key(), QStringLiteral("not a list of records"));
        for (const QJsonValue entry : it.value().toArray()) {
            // a bare word in place of an object stands for its type
            const QString word = entry.isString()
                                     ? entry.toString()
                                     : entry.toObject().value(QLatin1String("type")).toString();
            const QJsonValue value = entry.toObject().value(QLatin1String("value"));
            const QString text = value.toString();
            if (word.compare(QLatin1String("TIMEOUT"), Qt::CaseInsensitive) == 0) {
                name.all = Failure::Timeout;
                continue;
            }
            if (word.compare(QLatin1String("SERVFAIL"), Qt::CaseInsensitive) == 0) {
                name.all = Failure::Servfail;
                continue;
            }
            if (word == QLatin1String("SECURITY")) {
                name.security = text == QLatin1String("secure")     ? DnsSecurity::Secure
                                : text == QLatin1String("insecure") ? DnsSecurity::Insecure
                                                                    : DnsSecurity::Bogus;
                if (text.startsWith(QLatin1String("bogus:")))
                    name.why = text.mid(6).trimmed();
                continue;
            }
            const auto type = typeFromWord(word.toUtf8());
            if (!type) {
                if (word.isEmpty())
                    return wrong(it.key(), QStringLiteral("a record without a type"));
                continue; // nobody here asks for it; the name is there all the same
            }
            if (text == QLatin1String("TIMEOUT") || text == QLatin1String("SERVFAIL")) {
                name.byType.insert(int(*type), text == QLatin1String("TIMEOUT")
                                                   ? Failure::Timeout
                                                   : Failure::Servfail);
                continue;
            }
            DnsRecord record{owner, *type, 3600, RawData{}};
            bool fits = true;
            switch (*type) {
            case RecordType::TXT:
            case RecordType::SPF: {
                TxtData strings;
                if (value.isArray()) {
                    for (const QJsonValue string : value.toArray()) {
                        fits = fits && string.isString();
                        strings.append(string.toString().toUtf8());
                    }
                } else {
                    fits = value.isString();
                    strings.append(text.toUtf8());
                }
                record.data = strings;
                break;
            }
            case RecordType::MX:
                if (value.isArray()) {
                    const QJsonArray pair = value.toArray();
                    const int preference = pair.at(0).toVariant().toInt();
                    fits = pair.size() == 2 && pair.at(1).isString() && preference >= 0 &&
                           preference <= 65535;
                    record.data = MxData{quint16(preference), plainName(pair.at(1).toString())};
                } else if (const auto parsed = recordFromText(owner, *type, text.toUtf8())) {
                    record = *parsed;
                } else {
                    fits = false;
                }
                break;
            case RecordType::CNAME:
            case RecordType::PTR:
            case RecordType::NS:
                // taken as it is: a zone may hold names that no resolver would accept
                fits = value.isString();
                record.data = NameData(plainName(text));
                break;
            case RecordType::AAAA:
                if (const auto mapped = IpAddress::parse6(text.toUtf8())) {
                    record.data = *mapped;
                } else {
                    fits = false;
                }
                break;
            default:
                if (const auto parsed = recordFromText(owner, *type, text.toUtf8()))
                    record = *parsed;
                else
                    fits = false;
            }
            if (!fits)
                return wrong(it.key(), QStringLiteral("the value does not fit type %1").arg(word));
            name.records.append(record);
        }
    }
    return zone;
}

void ZoneResolver::add(const DnsRecord &record)
{
    m_names[canonicalName(record.name)].records.append(record);
}

void ZoneResolver::add(const QByteArray &name, RecordType type, const QByteArray &value)
{
    if (const auto record = recordFromText(name, type, value))
        add(*record);
}

Result<DnsAnswer> ZoneResolver::query(const QByteArray &asked, RecordType type, Progress &progress)
{
    if (progress.cancelled())
        return Error{Error::Kind::Cancelled, {}, {}, {}, 0};
    if (!isUsableName(asked))
        return Error::invalid(
            QStringLiteral("name"),
            QStringLiteral("\"%1\" is not a DNS name.").arg(QString::fromUtf8(asked)));
    m_queries.fetch_add(1);
    DnsAnswer answer;
    answer.name = canonicalName(asked);
    answer.type = type;
    answer.server = QStringLiteral("zone data");
    QByteArray at = answer.name;
    bool first = true;
    for (;;) {
        const auto found = m_names.constFind(at);
        if (found == m_names.constEnd()) {
            answer.rcode = 3;
            if (first)
                answer.security = DnsSecurity::Unchecked;
            return answer;
        }
        const Failure failure = found->all != Failure::None
                                    ? found->all
                                    : found->byType.value(int(type), Failure::None);
        if (failure == Failure::Timeout)
            return dnsTimeout(asked, type);
        if (failure == Failure::Servfail)
            return dnsFailure(asked, type, 2);
        if (first || found->security > answer.security) { // the weakest link judges the chain
            answer.security = found->security;
            answer.why = found->why;
        }
        first = false;
        QByteArray target;
        bool alias = false;
        for (const DnsRecord &record : found->records) {
            if (record.type == type) {
                answer.records.append(record);
                answer.ttl = record.ttl;
            } else if (record.type == RecordType::CNAME) {
                alias = true;
                target = canonicalName(*record.as<NameData>());
            }
        }
        if (!answer.records.isEmpty() || !alias)
            return answer;
        if (answer.chain.size() == longestChain || !isUsableName(target))
            return dnsFailure(asked, type, 2, QStringLiteral("The chain of aliases does not end."));
        answer.chain.append(target);
        at = target;
    }
}

} // namespace wire
