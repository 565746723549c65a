// SPDX-License-Identifier: GPL-3.0-or-later
// The mail hosts themselves: whether they answer, encrypt, and show the certificate that DANE
// names.
#include "app/check/dns/certificate.h"
#include "app/check/dns/look.h"

#include <QDateTime>

#include <thread>

namespace check {

namespace {

using mail::Severity;

constexpr qsizetype mostHosts = 5; // of one domain; the preferred ones
constexpr qint64 soon = 14 * 24 * 3600;

// Whom the TLSA records let in: those that count, against what was shown.
struct Dane
{
    bool counts = false; // there are records, signed all the way
    bool fits = false;
    bool ownOnly = false; // one of 3 1 1 and nothing for the key that comes next
    QString words;
};

Dane daneOf(const MailHost &host, const QList<QByteArray> &certificates)
{
    Dane dane;
    dane.counts = host.tlsaSecure && !host.tlsa.isEmpty();
    for (const wire::TlsaData &tlsa : host.tlsa)
        if (tlsaMatches(tlsa, certificates)) {
            if (!dane.fits)
                dane.words = tlsaWords(tlsa);
            dane.fits = true;
        }
    dane.ownOnly = host.tlsa.size() == 1 && host.tlsa.constFirst().usage == 3;
    return dane;
}

class Judge
{
public:
    Judge(Look &look, const MailHost &host, qint64 now)
        : m_look(look)
        , m_host(host)
        , m_now(now)
    {
    }
    void run();

private:
    QJsonObject facts(QJsonObject more = {}) const
    {
        more.insert(QStringLiteral("host"), QString::fromUtf8(m_host.mx.host));
        more.insert(QStringLiteral("port"), m_look.what.prober->settings().port);
        return more;
    }
    void unreached(const Error &error);
    void certificates(const wire::SmtpGreeting &said);

    Look &m_look;
    const MailHost &m_host;
    qint64 m_now;
};

void Judge::unreached(const Error &error)
{
    const MxProber &prober = *m_look.what.prober;
    const QJsonObject told = facts({{QStringLiteral("reason"), error.detail}});
    // Many networks let nobody ask on port 25: only where one host answered is silence the host's.
    const QList<MailHost> &hosts = m_look.report.hosts;
    const bool another = std::any_of(hosts.cbegin(), hosts.cend(), [](const MailHost &host) {
        return host.greeting && *host.greeting && (*host.greeting)->code == 220;
    });
    if (prober.settings().portIsTold || prober.reachedAny())
        m_look.add(another ? Severity::Warning : Severity::Error, "mx-unreachable",
                   "RFC 5321, section 4.5.4.1", told);
    else
        m_look.add(Severity::Information, "mx-not-asked", "RFC 5321, section 4.5.4.1", told);
}

void Judge::certificates(const wire::SmtpGreeting &said)
{
    const Dane dane = daneOf(m_host, said.certificates);
    if (dane.counts) {
        const QJsonObject told = facts({{QStringLiteral("words"), dane.words}});
        if (!dane.fits)
            m_look.add(Severity::Error, "tlsa-mismatch", "RFC 7672, section 2.2", told);
        else
            m_look.add(Severity::Information, "tlsa-match", "RFC 7672, section 2.2", told);
        if (dane.fits && dane.ownOnly)
            m_look.add(Severity::Information, "tlsa-rollover", "RFC 7671, section 8.1", told);
    }
    const QByteArray own = said.certificates.value(0);
    const auto certificate = certificateFacts(own);
    if (!certificate)
        return;
    const QString until = certificate->until.toString(Qt::ISODate);
    const QJsonObject told =
        facts({{QStringLiteral("until"), until},
               {QStringLiteral("subject"), certificate->subject},
               {QStringLiteral("issuer"), certificate->issuer},
               {QStringLiteral("names"), certificate->names.join(QLatin1String(", "))},
               {QStringLiteral("tls"), said.tlsVersion},
               {QStringLiteral("address"), said.address}});
    m_look.add(Severity::Information, "mx-encrypts", "RFC 3207", told);
    // Where DANE vouches for the key, names and dates say nothing (RFC 7672, 3.1.1).
    if (dane.counts && dane.fits)
        return;
    const qint64 ends = certificate->until.toSecsSinceEpoch();
    if (ends < m_now)
        m_look.add(Severity::Warning, "mx-certificate-expired", "RFC 5280, section 4.1.2.5", told);
    else if (ends < m_now + soon)
        m_look.add(Severity::Information, "mx-certificate-expires", "RFC 5280, section 4.1.2.5",
                   told);
    // Most senders encrypt whatever the certificate says; only MTA-STS insists.
    if (!isForHost(own, m_host.mx.host))
        m_look.add(Severity::Information, "mx-certificate-name", "RFC 7817, section 3", told);
    const auto trusted =
        isTrusted(said.certificates, m_look.what.prober->settings().options.caFile, m_now);
    if (trusted && !*trusted && ends >= m_now)
        m_look.add(Severity::Information, "mx-certificate-untrusted", "RFC 5280, section 6", told);
}

void Judge::run()
{
    if (!*m_host.greeting) {
        unreached(m_host.greeting->error());
        return;
    }
    const wire::SmtpGreeting &said = **m_host.greeting;
    const QJsonObject told = facts({{QStringLiteral("banner"), said.banner},
                                    {QStringLiteral("code"), said.code},
                                    {QStringLiteral("reason"), said.tlsProblem},
                                    {QStringLiteral("address"), said.address}});
    if (said.code != 220) {
        m_look.add(Severity::Error, "mx-refuses", "RFC 5321, section 3.1", told);
        return;
    }
    if (said.isEncrypted) {
        certificates(said);
        return;
    }
    const bool dane = m_host.tlsaSecure && !m_host.tlsa.isEmpty();
    if (dane)
        m_look.add(Severity::Error, "tlsa-no-encryption", "RFC 7672, section 2.2", told);
    else if (said.offersTls)
        m_look.add(Severity::Warning, "mx-encryption-fails", "RFC 3207", told);
    else
        m_look.add(Severity::Warning, "mx-no-encryption", "RFC 3207", told);
}

} // namespace

void lookAtServers(Look &look)
{
    MxProber *const prober = look.what.prober.get();
    if (!prober)
        return;
    const qint64 now = look.what.now != 0 ? look.what.now : QDateTime::currentSecsSinceEpoch();
    QList<MailHost> &hosts = look.report.hosts;
    std::vector<std::thread> threads;
    for (qsizetype i = 0; i < std::min(hosts.size(), mostHosts); ++i) {
        MailHost &host = hosts[i];
        if (host.addresses.isEmpty())
            continue;
        threads.emplace_back([&look, &host, prober] {
            QList<QByteArray> addresses;
            for (const wire::IpAddress &ip : std::as_const(host.addresses))
                addresses.append(ip.text());
            host.greeting = prober->probe(host.mx.host, addresses, look.progress);
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    for (const MailHost &host : std::as_const(hosts)) {
        if (look.cancelled())
            return;
        if (host.greeting)
            Judge(look, host, now).run();
    }
}

} // namespace check
