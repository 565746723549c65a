// SPDX-License-Identifier: GPL-3.0-or-later
// RFC 7208 by section: the cases of spf/*.txt, and what the outcome tells besides the result.
//
// The files: "== title" begins a block with a zone of its own. "@ name TYPE value" is a record of
// it (a value that begins with a quote is a list of character-strings); "@ name TIMEOUT" as in
// ZoneResolver. "? record | ip | result [| explanation]" judges a record published at t.example for
// joe@t.example, HELO mail.t.example. "! ip | helo | mailfrom | result [| explanation]" judges what
// the zone holds. \xHH in either is a byte, \_ a space at an end.
#include "app/check/dns/spf.h"
#include "app/check/dns/spfmacro.h"
#include "app/wire/dns/zoneresolver.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

#include <random>

using namespace check;

namespace {

QByteArray unescaped(QByteArray text)
{
    text.replace("\\_", " ");
    for (qsizetype at = 0; (at = text.indexOf("\\x", at)) >= 0; ++at)
        text.replace(at, 4, QByteArray::fromHex(text.mid(at + 2, 2)));
    return text;
}

struct Case
{
    QList<wire::DnsRecord> zone;
    QByteArray json; // failures and records that only data can say
    SpfQuery query;
    QByteArray published; // at t.example
    QByteArray result;
    std::optional<QByteArray> explanation;
};

} // namespace

Q_DECLARE_METATYPE(Case)

class Spf : public QObject
{
    Q_OBJECT

private slots:
    void cases_data();
    void cases();
    void tells();
    void cancelled();
    void damagedRecords();
    void mappedAndMacros();
};

void Spf::cases_data()
{
    QTest::addColumn<Case>("one");
    int count = 0;
    const QFileInfoList files =
        QDir(QStringLiteral(CASES)).entryInfoList({QStringLiteral("*.txt")});
    for (const QFileInfo &info : files) {
        QFile file(info.filePath());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QByteArray title;
        QJsonObject names;
        QList<wire::DnsRecord> zone;
        int line = 0;
        while (!file.atEnd()) {
            const QByteArray text = file.readLine().trimmed();
            ++line;
            if (text.isEmpty() || text.startsWith('#'))
                continue;
            if (text.startsWith("==")) {
                title = text.mid(2).trimmed();
                names = {};
                zone.clear();
                continue;
            }
            QList<QByteArray> parts = text.mid(1).split('|');
            for (QByteArray &part : parts)
                part = part.trimmed();
            Case one;
            if (text.startsWith('@')) {
                const QByteArray rest = text.mid(1).trimmed();
                const qsizetype a = rest.indexOf(' ');
                qsizetype b = rest.indexOf(' ', a + 1);
                if (b < 0)
                    b = rest.size();
                const QByteArray name = rest.left(a);
                const QByteArray type = rest.mid(a + 1, b - a - 1);
                const QByteArray value = rest.mid(b + 1).trimmed();
                const bool failure = value == "TIMEOUT" || value == "SERVFAIL" || value.isEmpty();
                if ((type == "TXT" || type == "SPF") && !failure) {
                    wire::TxtData strings{unescaped(value)};
                    if (value.startsWith('"'))
                        strings = *wire::recordFromText(name, wire::RecordType::TXT, value)
                                       ->as<wire::TxtData>();
                    zone.append({name, *wire::typeFromWord(type), 60, strings});
                    continue;
                }
                QJsonObject entry{{QStringLiteral("type"), QString::fromLatin1(type)}};
                if (type == "MX" && !failure) {
                    const auto words = value.split(' ');
                    entry.insert(
                        QStringLiteral("value"),
                        QJsonArray{words.at(0).toInt(), QString::fromUtf8(words.value(1))});
                } else if (!value.isEmpty()) {
                    entry.insert(QStringLiteral("value"), QString::fromUtf8(value));
                }
                QJsonArray entries = names.value(QString::fromUtf8(name)).toArray();
                entries.append(entry);
                names.insert(QString::fromUtf8(name), entries);
                continue;
            }
            one.zone = zone;
            one.json = QJsonDocument(names).toJson();
            qsizetype at = 0;
            if (text.startsWith('?')) {
                one.published = unescaped(parts.value(at++));
                one.query.helo = "mail.t.example";
                one.query.mailFrom = "joe@t.example";
            }
            const auto ip = wire::IpAddress::parse(parts.value(at++));
            if (!ip)
                qFatal("%s:%d: no address", qPrintable(info.fileName()), line);
            one.query.ip = *ip;
            if (text.startsWith('!')) {
                one.query.helo = unescaped(parts.value(at++));
                one.query.mailFrom = unescaped(parts.value(at++));
            }
            one.query.time = 1700000000;
            one.query.receiver = "mx.receiver.example";
            one.result = parts.value(at++);
            if (at < parts.size())
                one.explanation = parts.value(at);
            ++count;
            QTest::addRow("%s:%d %s", qPrintable(info.fileName()), line, title.constData()) << one;
        }
    }
    QVERIFY(count > 700);
}

void Spf::cases()
{
    QFETCH(Case, one);
    auto zone = wire::ZoneResolver::fromJson(one.json);
    QVERIFY2(zone, qPrintable(zone ? QString() : zone.error().detail));
    for (const wire::DnsRecord &record : std::as_const(one.zone))
        (*zone)->add(record);
    if (!one.published.isEmpty())
        (*zone)->add(
            wire::DnsRecord{"t.example", wire::RecordType::TXT, 60, wire::TxtData{one.published}});
    Progress progress;
    const auto outcome = checkHost(one.query, **zone, progress);
    QVERIFY(outcome);
    if (QByteArray(mail::word(outcome->result).latin1()) != one.result)
        qInfo() << one.published << outcome->term << outcome->reason;
    QCOMPARE(QByteArray(mail::word(outcome->result).latin1()), one.result);
    QCOMPARE(outcome->explanation.value_or("(none)"),
             one.explanation ? one.explanation.value() : outcome->explanation.value_or("(none)"));
    if (outcome->result != SpfResult::Fail)
        QVERIFY(!outcome->explanation);
}

void Spf::tells()
{
    auto zone = wire::ZoneResolver::fromJson(R"({
      "a.example": [{"type": "TXT", "value": "v=spf1 ip4:192.0.2.1 include:b.example redirect=c.example"}],
      "b.example": [{"type": "TXT", "value": "v=spf1 a:host.example ?all"}],
      "c.example": [{"type": "TXT", "value": "v=spf1 include:broken.example ~all"}],
      "d.example": [{"type": "TXT", "value": "v=spf1 ~ip4:192.0.2.0/24"}],
      "broken.example": [{"type": "TXT", "value": "v=spf1 ip4:1.2.3 -all"}],
      "host.example": [{"type": "A", "value": "192.0.2.2"}]
    })");
    QVERIFY(zone);
    Progress progress;
    const auto ask = [&](const char *ip, const char *domain) {
        return *checkHost(
            {*wire::IpAddress::parse(ip), "mail.x.example", "joe@" + QByteArray(domain)}, **zone,
            progress);
    };
    SpfOutcome o = ask("192.0.2.1", "a.example");
    QCOMPARE(o.result, SpfResult::Pass);
    QCOMPARE(o.term, "ip4:192.0.2.1");
    QCOMPARE(o.lookups, 0);
    o = ask("192.0.2.2", "a.example");
    QCOMPARE(o.result, SpfResult::Pass);
    QCOMPARE(o.term, "include:b.example");
    QCOMPARE(o.domain, "a.example");
    QCOMPARE(o.lookups, 2);
    o = ask("192.0.2.3", "a.example");
    QCOMPARE(o.result, SpfResult::PermError);
    QCOMPARE(o.domain, "broken.example");
    QCOMPARE(o.term, "ip4:1.2.3");
    QCOMPARE(o.section, u"5.6");
    QCOMPARE(o.path, (QList<QByteArray>{"a.example", "c.example", "broken.example"}));
    QCOMPARE(o.lookups, 4);
    o = ask("192.0.3.3", "d.example");
    QCOMPARE(o.result, SpfResult::Neutral);
    QVERIFY(o.term.isEmpty());
}

void Spf::cancelled()
{
    auto zone = wire::ZoneResolver::fromJson(
        R"({"a.example": [{"type": "TXT", "value": "v=spf1 a mx -all"}]})");
    Progress progress;
    progress.cancel();
    const auto outcome = checkHost(
        {*wire::IpAddress::parse("192.0.2.1"), "x.example", "joe@a.example"}, **zone, progress);
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, Error::Kind::Cancelled);
}

// Whatever is published, judging it ends with one of the seven words.
void Spf::damagedRecords()
{
    const QByteArray good =
        "v=spf1 a:%{d2r-}.x.example/24//64 mx:%{p}.y.example ip4:192.0.2.0/24 ip6:2001:db8::/32 "
        "include:%{l}.%{o} ptr exists:%{ir}.%{v}.%{h} exp=%{d} foo=%{t} redirect=t.example";
    std::mt19937 random(11);
    const QByteArray letters = " %{}/:=.-+~?0123456789abcdehilmoprstvx_@\\\"[]";
    Progress progress;
    int seen[7] = {};
    for (int i = 0; i < 20000; ++i) {
        QByteArray text = good;
        for (unsigned n = random() % 6; n > 0; --n) {
            const auto at = qsizetype(random() % unsigned(text.size() - 8)) + 7;
            const char c = random() % 10 == 0
                               ? char(random())
                               : letters[qsizetype(random() % unsigned(letters.size()))];
            switch (random() % 4) {
            case 0:
                text[at] = c;
                break;
            case 1:
                text.insert(at, c);
                break;
            case 2:
                text.remove(at, qsizetype(random() % 12));
                break;
            case 3:
                text.insert(at, text.mid(qsizetype(random() % unsigned(text.size())), 12));
                break;
            }
            if (text.size() < 16)
                break;
        }
        wire::ZoneResolver zone;
        zone.add(wire::DnsRecord{"t.example", wire::RecordType::TXT, 60, wire::TxtData{text}});
        const auto outcome = checkHost(
            {*wire::IpAddress::parse(i % 2 ? "192.0.3.1" : "::1"), "h.t.example", "joe@t.example"},
            zone, progress);
        QVERIFY(outcome);
        ++seen[int(outcome->result)];
    }
    QVERIFY(seen[int(SpfResult::PermError)] > 1000);
}

void Spf::mappedAndMacros()
{
    // the table of RFC 7208, 7.4
    SpfMacroValues values;
    values.local = "strong-bad";
    values.senderDomain = values.domain = "email.example.com";
    values.helo = "mx.example.org";
    values.ip = *wire::IpAddress::parse("192.0.2.3");
    const std::pair<const char *, const char *> rows[] = {
        {"%{s}", "strong-bad@email.example.com"},
        {"%{o}", "email.example.com"},
        {"%{d}", "email.example.com"},
        {"%{d4}", "email.example.com"},
        {"%{d3}", "email.example.com"},
        {"%{d2}", "example.com"},
        {"%{d1}", "com"},
        {"%{dr}", "com.example.email"},
        {"%{d2r}", "example.email"},
        {"%{l}", "strong-bad"},
        {"%{l-}", "strong.bad"},
        {"%{lr}", "strong-bad"},
        {"%{lr-}", "bad.strong"},
        {"%{l1r-}", "strong"},
        {"%{ir}.%{v}._spf.%{d2}", "3.2.0.192.in-addr._spf.example.com"},
        {"%{lr-}.lp._spf.%{d2}", "bad.strong.lp._spf.example.com"},
        {"%{lr-}.lp.%{ir}.%{v}._spf.%{d2}", "bad.strong.lp.3.2.0.192.in-addr._spf.example.com"},
        {"%{ir}.%{v}.%{l1r-}.lp._spf.%{d2}", "3.2.0.192.in-addr.strong.lp._spf.example.com"},
        {"%{d2}.trusted-domains.example.net", "example.com.trusted-domains.example.net"},
        {"%{S}", "strong-bad%40email.example.com"},
        {"%%%_%-", "% %20"}};
    for (const auto &[macro, expanded] : rows)
        QCOMPARE(expandMacros(macro, values), expanded);
    values.ip = *wire::IpAddress::parse("2001:db8::cb01");
    QCOMPARE(
        expandMacros("%{ir}.%{v}._spf.%{d2}", values),
        "1.0.b.c.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6._spf.example.com");
    QCOMPARE(expandMacros("%{c}", values), "2001:db8::cb01");
    // shortened from the left (7.3)
    values.local = QByteArray("aaaaaaaaa.").repeated(30) + "b";
    const QByteArray name = targetName("%{l}.example.com", values);
    QVERIFY(name.size() <= 253 && name.size() > 240);
    QVERIFY(name.endsWith("aaaaaaaaa.b.example.com"));
}

QTEST_GUILESS_MAIN(Spf)
#include "spf.moc"
