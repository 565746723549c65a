// SPDX-License-Identifier: GPL-3.0-or-later
// Generated records judged by us, by libspf2 and by python3-spf. Where they differ, the case must
// fall under one of the explained differences below; an unexplained one is a failure.
#include "app/check/dns/spf.h"
#include "app/wire/dns/zoneresolver.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

#include <random>

extern "C" {
#include <arpa/nameser.h>
#include <netdb.h>
#include <netinet/in.h>
#include <spf2/spf.h>
#include <spf2/spf_dns_zone.h>
}

using namespace check;

namespace {

struct Case
{
    QJsonObject zone;
    QByteArray ip, helo, from;
    QByteArray texts; // all records, for the explanations
};

QByteArray wordOf(SpfResult result) { return QByteArray(mail::word(result).latin1()); }

class Generator
{
public:
    explicit Generator(unsigned seed)
        : m_random(seed)
    {
    }

    Case next()
    {
        Case out;
        for (int i = 0; i < 6; ++i) {
            const QString name = host(i);
            QJsonArray entries;
            if (chance(70))
                entries.append(entry("A", address4()));
            if (chance(15))
                entries.append(entry("A", address4()));
            if (chance(40))
                entries.append(entry("AAAA", address6()));
            if (chance(50))
                entries.append(
                    QJsonObject{{QStringLiteral("type"), QStringLiteral("MX")},
                                {QStringLiteral("value"), QJsonArray{10, host(pick(7))}}});
            if (chance(4))
                entries.append(entry(chance(50) ? "A" : "MX", "TIMEOUT"));
            if (i == 0 || chance(60)) {
                const QByteArray text = record();
                out.texts += text + '\n';
                entries.append(entry("TXT", text));
            }
            if (chance(3))
                entries.append(entry("TXT", "v=spf1 -all"));
            if (chance(10))
                entries.append(entry("TXT", "something else"));
            out.zone.insert(name, entries);
        }
        for (int last = 1; last < 4; ++last)
            if (chance(50))
                out.zone.insert(QStringLiteral("%1.2.0.192.in-addr.arpa").arg(last),
                                QJsonArray{entry("PTR", host(pick(6)).toUtf8())});
        out.zone.insert(QStringLiteral("joe.h1.example"), QJsonArray{entry("A", "127.0.0.2")});
        out.zone.insert(QStringLiteral("1.2.0.192.h2.example"),
                        QJsonArray{entry("A", "127.0.0.2")});
        out.ip = chance(70) ? address4() : address6();
        out.helo = chance(90) ? host(pick(6)).toUtf8() : QByteArray("HELO");
        out.from = chance(85) ? "joe@h0.example" : chance(50) ? QByteArray() : "h0.example";
        if (chance(5))
            out.from = "joe.x-y@h0.example";
        return out;
    }

private:
    unsigned pick(unsigned below) { return unsigned(m_random()) % below; }
    bool chance(unsigned percent) { return pick(100) < percent; }
    static QString host(unsigned i) { return QStringLiteral("h%1.example").arg(i); }
    static QJsonObject entry(const char *type, const QByteArray &value)
    {
        return {{QStringLiteral("type"), QLatin1String(type)},
                {QStringLiteral("value"), QString::fromUtf8(value)}};
    }
    QByteArray address4() { return "192.0.2." + QByteArray::number(1 + pick(4)); }
    QByteArray address6() { return "2001:db8::" + QByteArray::number(1 + pick(4)); }
    QByteArray domain()
    {
        static const QByteArrayList macros{
            "%{d}", "%{l}.h1.example", "%{ir}.h2.example", "%{o}",
            "%{h}", "%{d2}",           "%{d1r}.example",   "%{l1r-}.h1.example"};
        if (chance(10))
            return macros[qsizetype(pick(unsigned(macros.size())))];
        return host(pick(7)).toUtf8();
    }
    QByteArray cidr()
    {
        QByteArray out;
        if (chance(20))
            out += '/' + QByteArray::number(20 + pick(14));
        if (chance(10))
            out += "//" + QByteArray::number(60 + pick(71));
        return out;
    }
    QByteArray term()
    {
        static const QByteArrayList wrong{"ip4:192.0.2",
                                          "ip4:192.0.2.1/33",
                                          "ip4:192.0.2.01",
                                          "ip6:2001:db8",
                                          "all/24",
                                          "bogus",
                                          "a:",
                                          "include",
                                          "exists:",
                                          "mx:museum",
                                          "a:h1.example/024",
                                          "redirect=",
                                          "ptr/24",
                                          "exists:%{c}.x.example",
                                          "a:%{x}.example",
                                          "foo=%{",
                                          "=x",
                                          "exp="};
        const QByteArray q = chance(60) ? QByteArray() : QByteArray(1, "+-~?"[pick(4)]);
        switch (pick(20)) {
        case 0:
        case 1:
        case 2:
            return q + "ip4:" + address4() +
                   (chance(30) ? "/" + QByteArray::number(24 + pick(9)) : "");
        case 3:
        case 4:
            return q + "ip6:" + address6() +
                   (chance(30) ? "/" + QByteArray::number(120 + pick(9)) : "");
        case 5:
            return q + "a" + cidr();
        case 6:
        case 7:
            return q + "a:" + domain() + cidr();
        case 8:
            return q + "mx" + cidr();
        case 9:
            return q + "mx:" + domain() + cidr();
        case 10:
        case 11:
        case 12:
            return q + "include:" + domain();
        case 13:
            return q + "exists:" + domain();
        case 14:
            return chance(50) ? q + "ptr" : q + "ptr:" + domain();
        case 15:
            return "foo=bar";
        case 16:
            return chance(40) ? wrong[qsizetype(pick(unsigned(wrong.size())))] : q + "a";
        case 17:
            return chance(50) ? "exp=" + domain() : QByteArray("x.y-z=%{d}");
        default:
            return q + "ip4:" + address4();
        }
    }
    QByteArray record()
    {
        QByteArray out = chance(95) ? QByteArray("v=spf1") : QByteArray("V=sPf1");
        for (unsigned n = pick(7); n > 0; --n)
            out += (chance(95) ? " " : "   ") + term();
        if (chance(20))
            out += " redirect=" + domain();
        if (chance(60))
            out += QByteArray(" ") + "+-~?"[pick(4)] + "all";
        if (chance(3))
            out += ' ';
        return out;
    }

    std::mt19937 m_random;
};

QByteArray libspf2(const Case &one, QByteArray &detail)
{
    SPF_dns_server_t *const zone = SPF_dns_zone_new(nullptr, nullptr, 0);
    for (auto it = one.zone.begin(); it != one.zone.end(); ++it) {
        const QByteArray name = it.key().toUtf8();
        for (const QJsonValue entry : it.value().toArray()) {
            const QByteArray type = entry[QLatin1String("type")].toString().toUtf8();
            const QJsonValue value = entry[QLatin1String("value")];
            const QByteArray text =
                value.isArray() ? value[1].toString().toUtf8() : value.toString().toUtf8();
            const ns_type rr = type == "A"      ? ns_t_a
                               : type == "AAAA" ? ns_t_aaaa
                               : type == "MX"   ? ns_t_mx
                               : type == "PTR"  ? ns_t_ptr
                                                : ns_t_txt;
            if (text == "TIMEOUT")
                SPF_dns_zone_add_str(zone, name.constData(), rr, TRY_AGAIN,
                                     type == "A" ? "0.0.0.0" : "x");
            else
                SPF_dns_zone_add_str(zone, name.constData(), rr, NETDB_SUCCESS, text.constData());
        }
    }
    SPF_server_t *const server = SPF_server_new_dns(zone, 0);
    SPF_request_t *const request = SPF_request_new(server);
    if (one.ip.contains(':'))
        SPF_request_set_ipv6_str(request, one.ip.constData());
    else
        SPF_request_set_ipv4_str(request, one.ip.constData());
    SPF_request_set_helo_dom(request, one.helo.constData());
    if (!one.from.isEmpty())
        SPF_request_set_env_from(request, one.from.constData());
    SPF_response_t *response = nullptr;
    SPF_request_query_mailfrom(request, &response);
    QByteArray result = "crash";
    if (response) {
        result = SPF_strresult(SPF_response_result(response));
        if (SPF_response_result(response) == SPF_RESULT_INVALID ||
            SPF_response_result(response) == SPF_RESULT_PERMERROR) {
            result = "permerror";
            detail = SPF_strerror(SPF_response_errcode(response));
        }
    }
    SPF_response_free(response);
    SPF_request_free(request);
    SPF_server_free(server);
    SPF_dns_free(zone); // the server does not own it
    return result;
}

struct Difference
{
    const char *other;  // who differs
    const char *when;   // a regular expression over "ours>theirs\n" + all records of the case
    const char *reason; // with the paragraph of RFC 7208
};

#include "tests/checkdns/differences.inc"

} // namespace

class Compare : public QObject
{
    Q_OBJECT

private slots:
    void judgesAsOthers()
    {
        constexpr int count = 3000;
        Generator generator(20140401);
        QList<Case> cases;
        QByteArray lines;
        for (int i = 0; i < count; ++i) {
            cases.append(generator.next());
            const Case &one = cases.constLast();
            lines +=
                QJsonDocument(QJsonObject{{QStringLiteral("zone"), one.zone},
                                          {QStringLiteral("ip"), QString::fromUtf8(one.ip)},
                                          {QStringLiteral("helo"), QString::fromUtf8(one.helo)},
                                          {QStringLiteral("from"), QString::fromUtf8(one.from)}})
                    .toJson(QJsonDocument::Compact) +
                '\n';
        }
        QProcess python;
        python.start(QStringLiteral("/usr/bin/python3"), {QStringLiteral(PYSPF)});
        QVERIFY(python.waitForStarted());
        python.write(lines);
        python.closeWriteChannel();
        QVERIFY(python.waitForFinished(100000));
        const QList<QByteArray> theirs = python.readAllStandardOutput().trimmed().split('\n');
        QVERIFY2(theirs.size() == count, python.readAllStandardError()); // python3-spf is missing

        int results[7] = {};
        int same[2] = {};
        QHash<QByteArray, int> explained;
        QList<QByteArray> unexplained;
        Progress progress;
        for (int i = 0; i < count; ++i) {
            const Case &one = cases[i];
            const auto zone = wire::ZoneResolver::fromJson(QJsonDocument(one.zone).toJson());
            QVERIFY(zone);
            const auto outcome =
                checkHost({*wire::IpAddress::parse(one.ip), one.helo, one.from}, **zone, progress);
            QVERIFY(outcome);
            ++results[int(outcome->result)];
            const QByteArray ours = wordOf(outcome->result);
            QByteArray detail; // what libspf2 found wrong
            const std::pair<QByteArray, QByteArray> others[] = {{"libspf2", libspf2(one, detail)},
                                                                {"pyspf", theirs[i]}};
            for (int o = 0; o < 2; ++o) {
                const auto &[who, result] = others[o];
                if (result == ours) {
                    ++same[o];
                    continue;
                }
                const QString about =
                    QString::fromUtf8(ours + '>' + result + '\n' + one.texts + "reason: ") +
                    outcome->reason + u' ' + QString::fromUtf8(outcome->term) +
                    QStringLiteral("\ndetail: ") + QString::fromUtf8(detail);
                bool found = false;
                for (const Difference &difference : differences)
                    if (who == difference.other &&
                        QRegularExpression(QLatin1String(difference.when))
                            .match(about)
                            .hasMatch()) {
                        ++explained[difference.reason];
                        found = true;
                        break;
                    }
                if (!found)
                    unexplained.append(who + ": ours " + ours + " (" + outcome->domain + ' ' +
                                       outcome->term + ' ' + outcome->reason.toUtf8() +
                                       "), theirs " + result + ' ' + detail + "\n  ip " + one.ip +
                                       " helo " + one.helo + " from " + one.from + '\n' +
                                       QJsonDocument(one.zone).toJson(QJsonDocument::Compact));
            }
        }
        qInfo("%d cases; the same: libspf2 %d, python3-spf %d", count, same[0], same[1]);
        for (auto it = explained.begin(); it != explained.end(); ++it)
            qInfo("%5d differ: %s", it.value(), it.key().constData());
        for (const QByteArray &one : std::as_const(unexplained).mid(0, 8))
            qWarning("%s", one.constData());
        QCOMPARE(unexplained.size(), 0);
        for (const int seen : results) // every result occurs
            QVERIFY(seen > 10);
    }
};

QTEST_GUILESS_MAIN(Compare)
#include "compare.moc"
