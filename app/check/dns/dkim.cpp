// SPDX-License-Identifier: GPL-3.0-or-later
// Verifying signatures.
#include "app/check/dns/dkim.h"

#include <openssl/evp.h>
#include <openssl/x509.h>

#include <QCryptographicHash>

#include <memory>

namespace check {

namespace {

using Verdict = DkimStep::Verdict;
using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;

bool isBlank(char c) { return c == ' ' || c == '\t'; }

QByteArray withoutSpace(QByteArrayView text)
{
    QByteArray out;
    for (const char c : text)
        if (!isBlank(c) && c != '\r' && c != '\n')
            out += c;
    return out;
}

QByteArray valueOf(const QByteArray &field) { return field.mid(field.indexOf(':') + 1); }

// The field with the value of b= taken out, everything else untouched (RFC 6376, 3.7).
QByteArray withoutSignature(const QByteArray &field)
{
    const qsizetype colon = field.indexOf(':');
    QByteArray out = field.left(colon + 1);
    const QList<QByteArray> parts = field.mid(colon + 1).split(';');
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const qsizetype equals = parts[i].indexOf('=');
        const bool isB = equals >= 0 && parts[i].left(equals).trimmed() == "b";
        out += (i > 0 ? ";" : "") + (isB ? parts[i].left(equals + 1) : parts[i]);
    }
    return out;
}

Key publicKey(const DkimKey &key)
{
    const auto *begin = reinterpret_cast<const unsigned char *>(key.data.constData());
    if (key.type == "ed25519")
        return {
            EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, begin, size_t(key.data.size())),
            EVP_PKEY_free};
    Key out(d2i_PUBKEY(nullptr, &begin, key.data.size()), EVP_PKEY_free);
    if (!out) {
        begin = reinterpret_cast<const unsigned char *>(key.data.constData());
        out.reset(d2i_PublicKey(EVP_PKEY_RSA, nullptr, &begin, key.data.size()));
    }
    return out;
}

bool isRight(const DkimKey &key, const QByteArray &algorithm, const QByteArray &data,
             const QByteArray &signature)
{
    const Key pkey = publicKey(key);
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(),
                                                                          EVP_MD_CTX_free);
    if (!pkey || !context)
        return false;
    // Ed25519 signs the hash as its message (RFC 8463, 3)
    const bool edwards = key.type == "ed25519";
    const QByteArray message =
        edwards ? QCryptographicHash::hash(data, QCryptographicHash::Sha256) : data;
    const EVP_MD *digest = edwards ? nullptr : algorithm == "rsa-sha1" ? EVP_sha1() : EVP_sha256();
    return EVP_DigestVerifyInit(context.get(), nullptr, digest, nullptr, pkey.get()) == 1 &&
           EVP_DigestVerify(context.get(),
                            reinterpret_cast<const unsigned char *>(signature.constData()),
                            size_t(signature.size()),
                            reinterpret_cast<const unsigned char *>(message.constData()),
                            size_t(message.size())) == 1;
}

std::optional<qint64> seconds(const std::optional<QByteArray> &text)
{
    if (!text || text->isEmpty() || text->size() > 12)
        return {};
    for (const char c : *text)
        if (c < '0' || c > '9')
            return {};
    return text->toLongLong();
}

class Verification
{
public:
    Verification(const MailText &mail, const QByteArray &field, wire::Resolver &resolver,
                 Progress &progress, qint64 now)
        : m_mail(mail)
        , m_resolver(resolver)
        , m_progress(progress)
        , m_now(now)
    {
        m_out.field = field;
    }
    DkimSignature run()
    {
        if (readTags() && bodyIsRight() && findKey())
            signatureIsRight();
        return m_out;
    }
    bool cancelled() const { return m_cancelled; }

private:
    void note(Verdict verdict, const char *what, const QString &detail, const char *reference)
    {
        m_out.steps.append({verdict, QLatin1String(what), detail, QLatin1String(reference)});
    }
    bool wrong(DkimResult result, const char *what, const QString &detail, const char *reference)
    {
        note(Verdict::Wrong, what, detail, reference);
        m_out.result = result;
        return false;
    }
    bool readTags();
    bool bodyIsRight();
    bool findKey();
    bool keyFits(const DkimKey &key);
    void signatureIsRight();

    const MailText &m_mail;
    wire::Resolver &m_resolver;
    Progress &m_progress;
    qint64 m_now;
    DkimSignature m_out;
    TagList m_tags;
    bool m_relaxedHeader = false;
    bool m_relaxedBody = false;
    bool m_cancelled = false;
    QList<DkimKey> m_keys;
};

bool Verification::readTags()
{
    const char *rfc = "RFC 6376, section 3.5";
    m_tags = parseTags(valueOf(m_out.field));
    const auto text = [&](const char *tag) { return withoutSpace(m_tags.value(tag).value_or("")); };
    m_out.domain = text("d");
    m_out.selector = text("s");
    m_out.algorithm = text("a").toLower();
    m_out.identity = m_tags.value("i") ? text("i") : '@' + m_out.domain;
    for (const QByteArray &name : m_tags.value("h").value_or("").split(':'))
        m_out.signedFields.append(name.trimmed());
    if (!m_tags.problem.isEmpty())
        return wrong(DkimResult::PermError, "syntax",
                     QStringLiteral("The signature field is malformed: %1.").arg(m_tags.problem),
                     rfc);
    for (const char *tag : {"v", "a", "b", "bh", "d", "h", "s"})
        if (text(tag).isEmpty())
            return wrong(DkimResult::PermError, "syntax",
                         QStringLiteral("The tag %1= is missing.").arg(QLatin1String(tag)), rfc);
    if (text("v") != "1")
        return wrong(DkimResult::PermError, "version",
                     QStringLiteral("Version %1 is not known.").arg(QString::fromUtf8(text("v"))),
                     rfc);
    if (m_out.algorithm != "rsa-sha256" && m_out.algorithm != "ed25519-sha256" &&
        m_out.algorithm != "rsa-sha1")
        return wrong(DkimResult::PermError, "algorithm",
                     QStringLiteral("The algorithm %1 is not known.")
                         .arg(QString::fromUtf8(m_out.algorithm)),
                     "RFC 6376, section 3.3");
    if (!m_out.domain.contains('.') || !wire::isUsableName(m_out.domain) ||
        !wire::isUsableName(m_out.selector))
        return wrong(DkimResult::PermError, "syntax", QStringLiteral("d= or s= is not a DNS name."),
                     rfc);
    const bool from = std::any_of(m_out.signedFields.cbegin(), m_out.signedFields.cend(),
                                  [](const QByteArray &name) { return name.toLower() == "from"; });
    if (!from)
        return wrong(DkimResult::PermError, "fields",
                     QStringLiteral("The From field is not signed."), "RFC 6376, section 5.4");
    const qsizetype at = m_out.identity.lastIndexOf('@');
    if (at < 0 || !wire::isSameOrBelow(m_out.identity.mid(at + 1), m_out.domain))
        return wrong(DkimResult::PermError, "identity",
                     QStringLiteral("i=%1 is not in the domain %2.")
                         .arg(QString::fromUtf8(m_out.identity), QString::fromUtf8(m_out.domain)),
                     rfc);
    if (m_tags.value("q")) {
        const QList<QByteArray> methods = text("q").toLower().split(':');
        if (!methods.contains("dns/txt"))
            return wrong(DkimResult::PermError, "query",
                         QStringLiteral("No known way to the key is offered (q=)."), rfc);
    }
    const QList<QByteArray> canonical = text("c").toLower().split('/');
    for (const QByteArray &one : canonical)
        if ((one != "simple" && one != "relaxed" && !(one.isEmpty() && !m_tags.value("c"))) ||
            canonical.size() > 2)
            return wrong(DkimResult::PermError, "canonicalization",
                         QStringLiteral("c=%1 is not known.").arg(QString::fromUtf8(text("c"))),
                         "RFC 6376, section 3.4");
    m_relaxedHeader = canonical.value(0) == "relaxed";
    m_relaxedBody = canonical.value(1) == "relaxed";
    note(Verdict::Fine, "syntax",
         QStringLiteral("%1 by %2, key %3.")
             .arg(QString::fromUtf8(m_out.algorithm), QString::fromUtf8(m_out.domain),
                  QString::fromUtf8(m_out.selector)),
         rfc);
    if (m_out.algorithm == "rsa-sha1")
        note(Verdict::Note, "algorithm",
             QStringLiteral("rsa-sha1 counts no longer, whatever it says."),
             "RFC 8301, section 3.1");
    const auto made = seconds(m_tags.value("t"));
    const auto expires = seconds(m_tags.value("x"));
    if ((m_tags.value("t") && !made) || (m_tags.value("x") && !expires))
        return wrong(DkimResult::PermError, "time", QStringLiteral("t= or x= is not a time."), rfc);
    if (made && expires && *expires <= *made)
        return wrong(DkimResult::PermError, "time",
                     QStringLiteral("The signature expires before it was made."), rfc);
    if (expires && *expires < m_now)
        return wrong(DkimResult::PermError, "time", QStringLiteral("The signature has expired."),
                     rfc);
    if (made && *made > m_now + 300)
        note(Verdict::Note, "time", QStringLiteral("The signature was made in the future."), rfc);
    return true;
}

bool Verification::bodyIsRight()
{
    QByteArray body = canonicalBody(m_mail.body, m_relaxedBody);
    if (const auto text = m_tags.value("l")) {
        bool ok = !text->isEmpty();
        for (const char c : *text)
            ok = ok && c >= '0' && c <= '9';
        const qsizetype length = ok ? qsizetype(text->toULongLong(&ok)) : 0;
        if (!ok || length < 0 || length > body.size())
            return wrong(
                DkimResult::PermError, "body length",
                QStringLiteral("l= is more than the body has (%1 bytes).").arg(body.size()),
                "RFC 6376, section 3.5");
        if (length < body.size()) {
            m_out.partial = true;
            note(Verdict::Note, "body length",
                 QStringLiteral(
                     "Only the first %1 of %2 bytes are signed; the rest may be anyone's.")
                     .arg(length)
                     .arg(body.size()),
                 "RFC 6376, section 8.2");
        }
        body.truncate(length);
    }
    const auto hash =
        QCryptographicHash::hash(body, m_out.algorithm == "rsa-sha1" ? QCryptographicHash::Sha1
                                                                     : QCryptographicHash::Sha256);
    const QByteArray told = withoutSpace(*m_tags.value("bh"));
    if (hash.toBase64() != told)
        return wrong(DkimResult::Fail, "body hash",
                     QStringLiteral("The body was changed: its hash is %1, signed was %2.")
                         .arg(QString::fromLatin1(hash.toBase64()), QString::fromUtf8(told)),
                     "RFC 6376, section 6.1.3");
    note(Verdict::Fine, "body hash", QStringLiteral("The body is as it was signed."),
         "RFC 6376, section 6.1.3");
    return true;
}

bool Verification::keyFits(const DkimKey &key)
{
    const char *rfc = "RFC 6376, section 6.1.2";
    if (!key.problem.isEmpty())
        return wrong(DkimResult::PermError, "key",
                     QStringLiteral("The key record is wrong: %1.").arg(key.problem), rfc);
    if (key.revoked)
        return wrong(DkimResult::PermError, "key", QStringLiteral("The key was revoked."), rfc);
    const QByteArray type = m_out.algorithm.left(m_out.algorithm.indexOf('-'));
    const QByteArray hash = m_out.algorithm.mid(m_out.algorithm.indexOf('-') + 1);
    if (key.type != type)
        return wrong(DkimResult::PermError, "key",
                     QStringLiteral("The key is for %1.").arg(QString::fromUtf8(key.type)), rfc);
    if (!key.hashes.isEmpty() && !key.hashes.contains(hash))
        return wrong(DkimResult::PermError, "key",
                     QStringLiteral("The key does not allow %1 (h=).").arg(QString::fromUtf8(hash)),
                     rfc);
    if (!key.services.contains("*") && !key.services.contains("email"))
        return wrong(DkimResult::PermError, "key", QStringLiteral("The key is not for mail (s=)."),
                     "RFC 6376, section 3.6.1");
    const QByteArray identityDomain = m_out.identity.mid(m_out.identity.lastIndexOf('@') + 1);
    if (key.strict && wire::canonicalName(identityDomain) != wire::canonicalName(m_out.domain))
        return wrong(DkimResult::PermError, "identity",
                     QStringLiteral("The key forbids subdomains in i= (t=s)."),
                     "RFC 6376, section 3.6.1");
    if (key.type == "rsa" && key.bits < 1024)
        return wrong(
            DkimResult::PermError, "key",
            QStringLiteral("The key has %1 bits; below 1,024 it does not count.").arg(key.bits),
            "RFC 8301, section 3.2");
    return true;
}

bool Verification::findKey()
{
    const char *rfc = "RFC 6376, section 6.1.2";
    const QByteArray name = m_out.selector + "._domainkey." + m_out.domain;
    const QString shown = QString::fromUtf8(name);
    const auto answer = m_resolver.query(name, wire::RecordType::TXT, m_progress);
    if (!answer) {
        m_cancelled = answer.error().kind == Error::Kind::Cancelled;
        return wrong(answer.error().kind == Error::Kind::Invalid ? DkimResult::PermError
                                                                 : DkimResult::TempError,
                     "key", answer.error().detail, rfc);
    }
    m_out.answer = *answer;
    if (answer->security == wire::DnsSecurity::Bogus)
        return wrong(DkimResult::TempError, "key",
                     QStringLiteral("The answer for %1 is bogus: %2").arg(shown, answer->why), rfc);
    if (answer->records.isEmpty())
        return wrong(DkimResult::PermError, "key",
                     QStringLiteral("There is no key at %1.").arg(shown), rfc);
    // Of several records any that fits may verify; what is wrong with the others is told.
    const qsizetype before = m_out.steps.size();
    for (const wire::DnsRecord &record : answer->records) {
        const DkimKey key = parseDkimKey(record.txt());
        if (!m_out.key)
            m_out.key = key;
        if (keyFits(key))
            m_keys.append(key);
    }
    if (m_keys.isEmpty())
        return false;
    m_out.steps.resize(before);
    m_out.key = m_keys.constFirst();
    note(Verdict::Fine, "key",
         QStringLiteral("%1: %2, %3 bits.")
             .arg(shown, QString::fromUtf8(m_out.key->type))
             .arg(m_out.key->bits),
         rfc);
    if (m_out.key->testing)
        note(Verdict::Note, "key", QStringLiteral("The domain is testing DKIM (t=y)."),
             "RFC 6376, section 3.6.1");
    return true;
}

void Verification::signatureIsRight()
{
    const auto signature = QByteArray::fromBase64Encoding(withoutSpace(*m_tags.value("b")),
                                                          QByteArray::AbortOnBase64DecodingErrors);
    if (!signature) {
        wrong(DkimResult::PermError, "signature", QStringLiteral("b= is not base64."),
              "RFC 6376, section 3.5");
        return;
    }
    const QByteArray data =
        signedHeader(m_mail.header, m_out.signedFields, m_out.field, m_relaxedHeader);
    for (const DkimKey &key : std::as_const(m_keys)) {
        if (!isRight(key, m_out.algorithm, data, signature.decoded))
            continue;
        m_out.key = key;
        if (m_out.algorithm == "rsa-sha1") {
            wrong(DkimResult::PermError, "algorithm",
                  QStringLiteral("The signature is right, but rsa-sha1 must not be accepted."),
                  "RFC 8301, section 3.1");
            return;
        }
        note(Verdict::Fine, "signature", QStringLiteral("The signature is right."),
             "RFC 6376, section 6.1.3");
        m_out.result = DkimResult::Pass;
        return;
    }
    wrong(DkimResult::Fail, "signature",
          QStringLiteral("The signature does not fit: a signed field was changed, or the key is "
                         "another one."),
          "RFC 6376, section 6.1.3");
}

} // namespace

QByteArray withCrLf(const QByteArray &message)
{
    QByteArray out;
    out.reserve(message.size() + message.size() / 32);
    for (qsizetype i = 0; i < message.size(); ++i) {
        if (message[i] == '\n' && (i == 0 || message[i - 1] != '\r'))
            out += '\r';
        out += message[i];
    }
    return out;
}

MailText splitMail(const QByteArray &message)
{
    MailText out;
    qsizetype at = 0;
    while (at < message.size()) {
        qsizetype end = message.indexOf("\r\n", at);
        if (end < 0)
            end = message.size();
        if (end == at) { // the empty line
            out.body = message.mid(end + 2);
            return out;
        }
        const QByteArray line = message.mid(at, end - at);
        if (isBlank(line[0]) && !out.header.isEmpty()) {
            out.header.last().field += "\r\n" + line;
        } else {
            const qsizetype colon = line.indexOf(':');
            out.header.append({line.left(std::max<qsizetype>(colon, 0)).trimmed(), line});
        }
        at = end + 2;
    }
    return out;
}

QByteArray canonicalField(const QByteArray &field, bool relaxed)
{
    if (!relaxed)
        return field;
    const qsizetype colon = field.indexOf(':');
    QByteArray out = field.left(std::max<qsizetype>(colon, 0)).trimmed().toLower() + ':';
    bool blank = false;
    bool begun = false;
    for (const char c : QByteArrayView(field).sliced(colon + 1)) {
        if (c == '\r' || c == '\n')
            continue; // unfolded: what follows is white space
        if (isBlank(c)) {
            blank = true;
            continue;
        }
        if (blank && begun)
            out += ' ';
        blank = false;
        begun = true;
        out += c;
    }
    return out;
}

QByteArray canonicalBody(const QByteArray &body, bool relaxed)
{
    QByteArray out;
    if (!relaxed) {
        out = body;
        while (out.endsWith("\r\n\r\n"))
            out.chop(2);
        if (!out.endsWith("\r\n"))
            out += "\r\n";
        return out == "\r\n" || out.isEmpty() ? QByteArray("\r\n") : out;
    }
    out.reserve(body.size());
    qsizetype at = 0;
    while (at < body.size()) {
        qsizetype end = body.indexOf("\r\n", at);
        const qsizetype next = end < 0 ? body.size() : end + 2;
        if (end < 0)
            end = body.size();
        bool blank = false;
        for (qsizetype i = at; i < end; ++i) {
            if (isBlank(body[i])) {
                blank = true;
                continue;
            }
            if (blank)
                out += ' ';
            blank = false;
            out += body[i];
        }
        out += "\r\n";
        at = next;
    }
    while (out.endsWith("\r\n\r\n"))
        out.chop(2);
    return out == "\r\n" ? QByteArray() : out;
}

QByteArray signedHeader(const QList<HeaderField> &header, const QList<QByteArray> &names,
                        const QByteArray &signatureField, bool relaxed)
{
    QByteArray out;
    QList<bool> used(header.size(), false);
    for (const QByteArray &name : names) {
        // the last one that is not signed yet; none: an empty string is signed (5.4.2)
        for (qsizetype i = header.size() - 1; i >= 0; --i) {
            if (used[i] || header[i].field == signatureField ||
                header[i].name.compare(name, Qt::CaseInsensitive) != 0)
                continue;
            used[i] = true;
            out += canonicalField(header[i].field, relaxed) + "\r\n";
            break;
        }
    }
    return out + canonicalField(withoutSignature(signatureField), relaxed);
}

Result<QList<DkimSignature>> verifyDkim(const QByteArray &message, wire::Resolver &resolver,
                                        Progress &progress, qint64 now)
{
    const MailText mail = splitMail(withCrLf(message));
    QList<DkimSignature> out;
    for (const HeaderField &field : mail.header) {
        if (field.name.compare("DKIM-Signature", Qt::CaseInsensitive) != 0)
            continue;
        Verification verification(mail, field.field, resolver, progress, now);
        out.append(verification.run());
        if (verification.cancelled())
            return Error{Error::Kind::Cancelled, {}, {}, {}, 0};
    }
    return out;
}

} // namespace check
