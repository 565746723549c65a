// SPDX-License-Identifier: GPL-3.0-or-later
// One domain looked at as a whole: what is found, what is not complained about, every sentence
// there.
#include "app/check/dns/domaincheck.h"
#include "app/check/dns/snapshot.h"
#include "app/wire/dns/zoneresolver.h"
#include "tests/checkdns/dkimsigner.h"

#include <QTest>

using namespace check;

namespace {

using Row = std::array<const char *, 3>;

// A domain that is all right, plus what a test adds.
std::shared_ptr<wire::ZoneResolver> zone(const QList<Row> &more, bool plain = true)
{
    auto out = std::make_shared<wire::ZoneResolver>();
    QList<Row> rows;
    if (plain)
        rows = {{"a.example", "SOA", "ns.a.example h.a.example 1 2 3 4 5"},
                {"a.example", "TXT", "v=spf1 mx -all"},
                {"a.example", "MX", "10 mx.a.example"},
                {"_dmarc.a.example", "TXT", "v=DMARC1; p=reject; rua=mailto:d@a.example"},
                {"mx.a.example", "A", "192.0.2.1"},
                {"1.2.0.192.in-addr.arpa", "PTR", "mx.a.example"},
                {"_imaps._tcp.a.example", "SRV", "0 1 993 mx.a.example"}};
    rows += more;
    for (const auto &[name, type, value] : rows)
        if (QByteArray(type) == "TXT")
            out->add(wire::DnsRecord{name, wire::RecordType::TXT, 60, wire::TxtData{value}});
        else
            out->add(name, *wire::typeFromWord(type), value);
    static const QByteArray key = DkimSigner(2048).record();
    out->add(wire::DnsRecord{"default._domainkey.a.example", wire::RecordType::TXT, 60,
                             wire::TxtData{key}});
    return out;
}

} // namespace

class DomainCheckTest : public QObject
{
    Q_OBJECT

    Progress m_progress;
    QString codes(wire::Resolver &resolver, const QByteArray &domain = "a.example",
                  const QList<QByteArray> &selectors = {})
    {
        DomainCheck what;
        what.domain = domain;
        what.selectors = selectors;
        return codes(resolver, what);
    }
    QString codes(wire::Resolver &resolver, const DomainCheck &what)
    {
        const auto report = checkDomain(what, resolver, m_progress);
        if (!report)
            return report.error().detail;
        QStringList out;
        for (const mail::Finding &finding : report->findings) {
            const QString text = sentence(finding);
            if (text.isEmpty() || text.contains(u'{') || text.contains(u"  "))
                out.append(QStringLiteral("no sentence for ") + finding.code);
            if (finding.facts.value(QStringLiteral("reference")).toString().isEmpty())
                out.append(QStringLiteral("no reference for ") + finding.code);
            out.append(finding.code);
        }
        return out.join(u' ');
    }

private slots:
    void finds_data()
    {
        QTest::addColumn<QList<Row>>("more");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QList<Row> &more, const char *expected) {
            QTest::newRow(name) << more << QString::fromLatin1(expected);
        };
        row("all right", {}, "");
        row("a host without address", {{"a.example", "MX", "20 gone.a.example"}}, "mx-unresolved");
        row("an alias",
            {{"a.example", "MX", "20 alias.a.example"},
             {"alias.a.example", "CNAME", "mx.a.example"}},
            "mx-alias");
        row("null and others", {{"a.example", "MX", "0 ."}}, "mx-null-and-others");
        row("no way back",
            {{"a.example", "MX", "20 two.a.example"},
             {"two.a.example", "A", "192.0.2.2"},
             {"2.2.0.192.in-addr.arpa", "PTR", "other.example"}},
            "ptr-mismatch");
        row("no name",
            {{"a.example", "MX", "20 two.a.example"}, {"two.a.example", "A", "192.0.2.2"}},
            "ptr-none");
        row("TLSA",
            {{"_25._tcp.mx.a.example", "TLSA",
              "3 1 1 aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}},
            "tlsa-present");
        row("TLSA short", {{"_25._tcp.mx.a.example", "TLSA", "3 1 1 aaaa"}}, "tlsa-unusable");
        row("TLSA usage 1", {{"_25._tcp.mx.a.example", "TLSA", "1 0 0 aaaa"}}, "tlsa-unusable");
        row("STS", {{"_mta-sts.a.example", "TXT", "v=STSv1; id=20240101"}}, "sts-present");
        row("STS wrong", {{"_mta-sts.a.example", "TXT", "v=STSv1; id=2024-01"}}, "sts-wrong");
        row("TLS-RPT", {{"_smtp._tls.a.example", "TXT", "v=TLSRPTv1; rua=mailto:x@a.example"}},
            "tlsrpt-present");
        row("TLS-RPT wrong", {{"_smtp._tls.a.example", "TXT", "v=TLSRPTv1; rua=x@a.example"}},
            "tlsrpt-wrong");
        row("BIMI", {{"default._bimi.a.example", "TXT", "v=BIMI1; l=https://a.example/l.svg"}},
            "bimi-present");
        row("BIMI wrong", {{"default._bimi.a.example", "TXT", "v=BIMI1; l=http://a.example/l.svg"}},
            "bimi-wrong");
        row("CAA", {{"a.example", "CAA", "0 issue \"ca.example\""}}, "");
        row("CAA unknown", {{"a.example", "CAA", "128 what \"ca.example\""}}, "caa-unknown");
        row("SRV nowhere", {{"_submissions._tcp.a.example", "SRV", "0 1 465 gone.a.example"}},
            "autoconfig-unresolved");
        row("SRV not offered", {{"_imap._tcp.a.example", "SRV", "0 0 0 ."}}, "");
        row("somebody else's TXT", {{"a.example", "TXT", "google-site-verification=x"}}, "");
    }
    void finds()
    {
        QFETCH(QList<Row>, more);
        QFETCH(QString, expected);
        QCOMPARE(codes(*zone(more)), expected);
    }
    void others()
    {
        QCOMPARE(codes(*zone({}), "nothing.example"), u"domain-none");
        QCOMPARE(codes(*zone({}), "a..b"), u"domain-invalid");
        QCOMPARE(codes(*zone({}), "a.example", {"missing"}), u"dkim-no-key");
        const auto parked =
            zone({{"p.example", "MX", "0 ."},
                  {"p.example", "TXT", "v=spf1 -all"},
                  {"_dmarc.p.example", "TXT", "v=DMARC1; p=reject; rua=mailto:d@p.example"}},
                 false);
        QCOMPARE(codes(*parked, "p.example"), u"mx-null");
        const auto bare = zone({{"b.example", "A", "192.0.2.1"}}, false);
        QCOMPARE(codes(*bare, "b.example"),
                 u"spf-none dmarc-none mx-implicit dkim-not-found autoconfig-none");
        const auto slow = *wire::ZoneResolver::fromJson(R"({"a.example": [{"type": "TIMEOUT"}]})");
        QCOMPARE(codes(*slow), u"domain-lookup-failed");
        const auto bogus = *wire::ZoneResolver::fromJson(
            R"({"a.example": [{"type": "SECURITY", "value": "bogus: expired"}]})");
        QCOMPARE(codes(*bogus), u"dnssec-bogus");
        Progress stopped;
        stopped.cancel();
        QCOMPARE(checkDomain(DomainCheck{"a.example", {}, {}, {}, {}, {}, {}, 0, false}, *zone({}),
                             stopped)
                     .error()
                     .kind,
                 Error::Kind::Cancelled);
    }
    void ofAService()
    {
        DomainCheck what;
        what.domain = "a.example";
        what.facts.mx = {QStringLiteral("10 mx.a.example")};
        what.facts.spf = {QStringLiteral("MX")};
        what.facts.addresses = {QStringLiteral("192.0.2.1")};
        QCOMPARE(codes(*zone({}), what), u"");
        what.facts.addresses = {QStringLiteral("192.0.2.1"), QStringLiteral("192.0.2.9")};
        QCOMPARE(codes(*zone({}), what), u"spf-service-not-allowed");
        what.facts.addresses.clear(); // then the terms count
        QCOMPARE(codes(*zone({}), what), u"");
        what.facts.spf = {QStringLiteral("include:spf.example")};
        QCOMPARE(codes(*zone({}), what), u"spf-service-missing");
        what.facts.spf.clear();
        what.facts.mx = {QStringLiteral("10 mx.service.example")};
        QCOMPARE(codes(*zone({}), what), u"mx-elsewhere");
        what.facts.mx.append(QStringLiteral("20 MX.a.example."));
        QCOMPARE(codes(*zone({}), what), u"");
        QCOMPARE(codes(*zone({{"a.example", "MX", "20 two.a.example"},
                              {"two.a.example", "A", "192.0.2.1"}}),
                       what),
                 u"mx-also-elsewhere");
        what.facts.mx.clear();
        // its keys: signing ones must be there, others need not
        static const QByteArray own = DkimSigner(2048).record();
        mail::DkimKey key;
        key.domain = QStringLiteral("a.example");
        key.selector = QStringLiteral("mw1");
        key.record = QString::fromUtf8(own);
        key.state = mail::DkimState::Made;
        what.keys = {key};
        QCOMPARE(codes(*zone({}), what), u"dkim-not-yet");
        what.keys[0].state = mail::DkimState::Retired;
        QCOMPARE(codes(*zone({}), what), u"");
        what.keys[0].state = mail::DkimState::Signing;
        QCOMPARE(codes(*zone({}), what), u"dkim-no-key");
        QCOMPARE(codes(*zone({{"mw1._domainkey.a.example", "TXT", own.constData()}}), what), u"");
        static const QByteArray other = DkimSigner(2048).record();
        QCOMPARE(codes(*zone({{"mw1._domainkey.a.example", "TXT", other.constData()}}), what),
                 u"dkim-other-key");
        what.keys.clear();
        what.formerSelectors = {"gone"};
        QCOMPARE(codes(*zone({}), what), u"");
    }
    void isKept()
    {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        DomainCheck what;
        what.domain = "a.example";
        auto report = checkDomain(what, *zone({{"a.example", "TXT", "other"}}), m_progress);
        QVERIFY(report);
        const mail::SecuritySnapshot before = snapshotOf(*report, now);
        const auto valuesOf = [](const mail::SecuritySnapshot &snapshot, const char *name,
                                 const char *type) {
            for (const mail::Published &p : snapshot.records)
                if (p.name == QLatin1String(name) && p.type == QLatin1String(type))
                    return p.values.join(u'|');
            return QStringLiteral("not asked");
        };
        QCOMPARE(valuesOf(before, "a.example", "TXT"), u"other|v=spf1 mx -all");
        QCOMPARE(valuesOf(before, "a.example", "MX"), u"10 mx.a.example");
        QCOMPARE(valuesOf(before, "_imaps._tcp.a.example", "SRV"), u"0 1 993 mx.a.example");
        QCOMPARE(valuesOf(before, "_25._tcp.mx.a.example", "TLSA"), u""); // none there
        QCOMPARE(valuesOf(before, "mx.a.example", "A"), u"not asked");
        QCOMPARE(selectorsIn(before), QList<QByteArray>{"default"});
        QVERIFY(std::is_sorted(before.records.cbegin(), before.records.cend(),
                               [](const auto &a, const auto &b) { return a.name < b.name; }));
        report = checkDomain(what, *zone({}), m_progress);
        const mail::SecuritySnapshot after = snapshotOf(*report, now.addDays(1));
        QVERIFY(!mail::tellsTheSame(before, after));
        const auto changed = mail::drift(before, {after});
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed[0].after, QStringList{QStringLiteral("v=spf1 mx -all")});
        QVERIFY(mail::tellsTheSame(after, snapshotOf(*report, now.addDays(2))));
    }
    void certificates()
    {
        // a certificate of our own
        const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(
            EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"), EVP_PKEY_free);
        const std::unique_ptr<X509, decltype(&X509_free)> x509(X509_new(), X509_free);
        X509_gmtime_adj(X509_getm_notBefore(x509.get()), 0);
        X509_gmtime_adj(X509_getm_notAfter(x509.get()), 3600);
        X509_set_pubkey(x509.get(), key.get());
        QVERIFY(X509_sign(x509.get(), key.get(), nullptr) > 0);
        unsigned char *der = nullptr;
        const int size = i2d_X509(x509.get(), &der);
        const QByteArray certificate(reinterpret_cast<char *>(der), size);
        OPENSSL_free(der);
        der = nullptr;
        const int keySize = i2d_PUBKEY(key.get(), &der);
        const QByteArray info(reinterpret_cast<char *>(der), keySize);
        OPENSSL_free(der);
        const auto sha256 = [](const QByteArray &data) {
            return QCryptographicHash::hash(data, QCryptographicHash::Sha256);
        };
        QVERIFY(tlsaMatches({3, 0, 1, sha256(certificate)}, {certificate}));
        QVERIFY(tlsaMatches({3, 1, 1, sha256(info)}, {certificate}));
        QVERIFY(tlsaMatches({3, 1, 0, info}, {certificate}));
        QVERIFY(tlsaMatches(
            {3, 0, 2, QCryptographicHash::hash(certificate, QCryptographicHash::Sha512)},
            {certificate}));
        QVERIFY(!tlsaMatches({3, 1, 1, sha256(certificate)}, {certificate}));
        QVERIFY(!tlsaMatches({3, 1, 1, sha256(info)}, {"other", certificate}));
        QVERIFY(tlsaMatches({2, 1, 1, sha256(info)}, {"other", certificate}));
        QVERIFY(!tlsaMatches({3, 1, 1, sha256(info)}, {}));
        QCOMPARE(*tlsaFor(certificate), (wire::TlsaData{3, 1, 1, sha256(info)}));
        QVERIFY(!tlsaFor("no certificate"));
        QCOMPARE(tlsaWords({3, 1, 1, {}}),
                 u"the mail host's own certificate, by the SHA-256 hash of its public key");
        QCOMPARE(tlsaWords({2, 0, 2, {}}),
                 u"a certificate authority above the mail host's, by the SHA-512 hash of the "
                 u"certificate");
    }
};

QTEST_GUILESS_MAIN(DomainCheckTest)
#include "domaincheck.moc"
