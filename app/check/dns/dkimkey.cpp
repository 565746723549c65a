// SPDX-License-Identifier: GPL-3.0-or-later
// Tag lists and key records.
#include "app/check/dns/dkim.h"

#include <openssl/evp.h>
#include <openssl/x509.h>

#include <memory>

namespace check {

namespace {

constexpr int leastBits = 1024; // RFC 8301, 3.2
constexpr int goodBits = 2048;

QByteArray withoutSpace(QByteArrayView text)
{
    QByteArray out;
    for (const char c : text)
        if (c != ' ' && c != '\t' && c != '\r' && c != '\n')
            out += c;
    return out;
}

QList<QByteArray> words(const QByteArray &value)
{
    QList<QByteArray> out;
    for (const QByteArray &word : value.split(':'))
        out.append(withoutSpace(word).toLower());
    return out;
}

int rsaBits(const QByteArray &der)
{
    const auto *begin = reinterpret_cast<const unsigned char *>(der.constData());
    std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(d2i_PUBKEY(nullptr, &begin, der.size()),
                                                            EVP_PKEY_free);
    if (!key) { // PKCS#1, which some publish
        begin = reinterpret_cast<const unsigned char *>(der.constData());
        key.reset(d2i_PublicKey(EVP_PKEY_RSA, nullptr, &begin, der.size()));
    }
    return key && EVP_PKEY_get_base_id(key.get()) == EVP_PKEY_RSA ? EVP_PKEY_get_bits(key.get())
                                                                  : 0;
}

} // namespace

std::optional<QByteArray> TagList::value(QByteArrayView name) const
{
    for (const auto &[tag, value] : tags)
        if (tag == name)
            return value;
    return {};
}

TagList parseTags(QByteArrayView text)
{
    TagList out;
    QList<QByteArray> parts = text.toByteArray().split(';');
    if (parts.size() > 1 && parts.constLast().trimmed().isEmpty())
        parts.removeLast();
    for (const QByteArray &part : std::as_const(parts)) {
        const qsizetype equals = part.indexOf('=');
        const QByteArray name = part.left(equals < 0 ? part.size() : equals).trimmed();
        bool valid = equals >= 0 && !name.isEmpty() && isalpha(uchar(name[0]));
        for (const char c : name)
            valid = valid && (isalnum(uchar(c)) || c == '_');
        const QByteArray value = equals < 0 ? QByteArray() : part.mid(equals + 1).trimmed();
        for (const char c : value) // VALCHAR, and FWS inside
            valid = valid &&
                    ((uchar(c) >= 0x20 && uchar(c) <= 0x7e) || c == '\t' || c == '\r' || c == '\n');
        if (!valid && out.problem.isEmpty())
            out.problem = part.trimmed().isEmpty()
                              ? QStringLiteral("an empty tag")
                              : QStringLiteral("\"%1\" is not a tag")
                                    .arg(QString::fromUtf8(part.trimmed().left(40)));
        if (!valid)
            continue;
        if (out.value(name) && out.problem.isEmpty())
            out.problem =
                QStringLiteral("the tag %1= appears twice").arg(QString::fromLatin1(name));
        out.tags.append({name, value});
    }
    return out;
}

DkimKey parseDkimKey(const QByteArray &text)
{
    DkimKey key;
    key.text = text;
    const TagList tags = parseTags(text);
    const auto version = tags.value("v");
    if (!tags.problem.isEmpty()) {
        key.problem = tags.problem;
        return key;
    }
    if (version && (*version != "DKIM1" || tags.tags.constFirst().first != "v")) {
        key.problem = *version != "DKIM1"
                          ? QStringLiteral("v=%1 is not DKIM1").arg(QString::fromUtf8(*version))
                          : QStringLiteral("v= is not the first tag");
        return key;
    }
    if (const auto type = tags.value("k"))
        key.type = withoutSpace(*type).toLower();
    if (const auto hashes = tags.value("h"))
        key.hashes = words(*hashes);
    if (const auto services = tags.value("s"))
        key.services = words(*services);
    if (const auto flags = tags.value("t")) {
        key.testing = words(*flags).contains("y");
        key.strict = words(*flags).contains("s");
    }
    const auto published = tags.value("p");
    if (!published) {
        key.problem = QStringLiteral("the tag p= is missing");
        return key;
    }
    const QByteArray base64 = withoutSpace(*published);
    if (base64.isEmpty()) {
        key.revoked = true;
        return key;
    }
    const auto decoded =
        QByteArray::fromBase64Encoding(base64, QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded) {
        key.problem = QStringLiteral("p= is not base64");
        return key;
    }
    key.data = decoded.decoded;
    if (key.type == "rsa")
        key.bits = rsaBits(key.data);
    else if (key.type == "ed25519")
        key.bits = key.data.size() == 32 ? 256 : 0;
    else
        key.problem = QStringLiteral("k=%1 is not known").arg(QString::fromUtf8(key.type));
    if (key.problem.isEmpty() && key.bits == 0)
        key.problem = QStringLiteral("p= holds no %1 key").arg(QString::fromLatin1(key.type));
    return key;
}

QList<DkimKey> keysIn(const Result<wire::DnsAnswer> &answer)
{
    QList<DkimKey> keys;
    if (answer)
        for (const wire::DnsRecord &record : answer->records)
            keys.append(parseDkimKey(record.txt()));
    return keys;
}

QList<mail::Finding> dkimKeyFindings(const QByteArray &domain, const QByteArray &selector,
                                     const Result<wire::DnsAnswer> &answer)
{
    return dkimKeyFindings(domain, selector, answer, keysIn(answer));
}

QList<mail::Finding> dkimKeyFindings(const QByteArray &domain, const QByteArray &selector,
                                     const Result<wire::DnsAnswer> &answer,
                                     const QList<DkimKey> &keys)
{
    using mail::Severity;
    QList<mail::Finding> out;
    const auto found = [&](Severity severity, const char *code, const char *reference,
                           QJsonObject facts = {}) {
        facts.insert(QStringLiteral("domain"), QString::fromUtf8(domain));
        facts.insert(QStringLiteral("selector"), QString::fromUtf8(selector));
        facts.insert(QStringLiteral("reference"), QLatin1String(reference));
        if (answer)
            facts.insert(QStringLiteral("server"), answer->server);
        mail::Finding finding;
        finding.severity = severity;
        finding.code = QLatin1String(code);
        finding.facts = facts;
        out.append(finding);
    };
    if (!answer) {
        found(Severity::Error, "dkim-lookup-failed", "RFC 6376, section 6.1.2",
              {{QStringLiteral("reason"), answer.error().detail}});
        return out;
    }
    if (answer->security == wire::DnsSecurity::Bogus) {
        found(Severity::Error, "dkim-bogus", "RFC 4035, section 5",
              {{QStringLiteral("reason"), answer->why}});
        return out;
    }
    if (answer->records.isEmpty()) {
        found(Severity::Error, "dkim-no-key", "RFC 6376, section 6.1.2");
        return out;
    }
    if (answer->records.size() > 1)
        found(Severity::Warning, "dkim-many-keys", "RFC 6376, section 3.6.2.2",
              {{QStringLiteral("count"), answer->records.size()}});
    for (const DkimKey &key : keys) {
        const QJsonObject facts{{QStringLiteral("record"), QString::fromUtf8(key.text)},
                                {QStringLiteral("bits"), key.bits},
                                {QStringLiteral("type"), QString::fromUtf8(key.type)},
                                {QStringLiteral("reason"), key.problem}};
        if (!key.problem.isEmpty()) {
            found(Severity::Error, "dkim-key-syntax", "RFC 6376, section 3.6.1", facts);
            continue;
        }
        if (key.revoked) {
            found(Severity::Information, "dkim-revoked", "RFC 6376, section 3.6.1", facts);
            continue;
        }
        if (key.type == "rsa" && key.bits < leastBits)
            found(Severity::Error, "dkim-key-too-short", "RFC 8301, section 3.2", facts);
        else if (key.type == "rsa" && key.bits < goodBits)
            found(Severity::Warning, "dkim-key-short", "RFC 8301, section 3.2", facts);
        if (key.testing)
            found(Severity::Information, "dkim-testing", "RFC 6376, section 3.6.1", facts);
        if (!key.hashes.isEmpty() && !key.hashes.contains("sha256"))
            found(Severity::Error, "dkim-sha1-only", "RFC 8301, section 3.1", facts);
        if (!key.services.contains("*") && !key.services.contains("email"))
            found(Severity::Error, "dkim-not-for-mail", "RFC 6376, section 3.6.1", facts);
    }
    return out;
}

const QList<QByteArray> &commonSelectors()
{
    static const QList<QByteArray> list{"default",
                                        "dkim",
                                        "mail",
                                        "selector1",
                                        "selector2",
                                        "google",
                                        "s1",
                                        "s2",
                                        "k1",
                                        "k2",
                                        "k3",
                                        "key1",
                                        "key2",
                                        "fm1",
                                        "fm2",
                                        "fm3",
                                        "zoho",
                                        "mandrill",
                                        "mxvault",
                                        "smtp",
                                        "email",
                                        "20161025",
                                        "20210112",
                                        "20230601",
                                        "protonmail",
                                        "protonmail2",
                                        "protonmail3",
                                        "sig1",
                                        "everlytickey1",
                                        "everlytickey2",
                                        "eversrv",
                                        "mailjet",
                                        "sm",
                                        "pm",
                                        "dkim1",
                                        "dkim2",
                                        "rsa",
                                        "ed25519",
                                        "brisbane",
                                        "litesrv",
                                        "scph0920",
                                        "turbo-smtp",
                                        "cm",
                                        "ctct1",
                                        "ctct2"};
    return list;
}

Result<QList<QByteArray>> discoverSelectors(const QByteArray &domain,
                                            const QList<QByteArray> &candidates,
                                            wire::Resolver &resolver, Progress &progress)
{
    const auto nameOf = [&](const QByteArray &selector) {
        return selector + "._domainkey." + domain;
    };
    QList<wire::DnsQuestion> questions{
        {nameOf("mailwright-no-such-selector"), wire::RecordType::TXT}};
    for (const QByteArray &selector : candidates)
        questions.append({nameOf(selector), wire::RecordType::TXT});
    const auto answers = resolver.queryAll(questions, progress);
    QList<QByteArray> out;
    if (answers[0] && !answers[0]->records.isEmpty())
        return out; // a wildcard: finding something means nothing
    for (qsizetype i = 1; i < answers.size(); ++i) {
        if (!answers[i]) {
            if (answers[i].error().kind == Error::Kind::Cancelled)
                return answers[i].error();
            continue;
        }
        for (const wire::DnsRecord &record : answers[i]->records) {
            // a key in good order says no version, or this one, and has p=
            const QByteArray text = record.txt();
            const TagList tags = parseTags(text);
            if (text.startsWith("v=DKIM1") || (tags.problem.isEmpty() && tags.value("p") &&
                                               tags.value("v").value_or("DKIM1") == "DKIM1")) {
                out.append(candidates[i - 1]);
                break;
            }
        }
    }
    return out;
}

} // namespace check
