// SPDX-License-Identifier: GPL-3.0-or-later
// The review of changes to zones, one table: what is planned, and what it finds.
#include "app/check/review.h"

#include <QElapsedTimer>
#include <QTest>

using mail::Change;
using mail::Verb;
using mail::ZoneRecord;

namespace {

ZoneRecord record(qint64 id, const QString &source, const QString &type, const QString &target,
                  int ttl = 3600)
{
    ZoneRecord r;
    r.service = 7;
    r.zone = u"example.org"_qs;
    r.id = id;
    r.source = source;
    r.type = type;
    r.target = target;
    r.ttl = ttl;
    return r;
}

const QList<ZoneRecord> &zone()
{
    static const QList<ZoneRecord> records{
        record(1, {}, u"SOA"_qs, u"ns1.example.org host.example.org 1 2 3 4 5"_qs),
        record(2, {}, u"NS"_qs, u"ns1.example.net"_qs),
        record(3, {}, u"MX"_qs, u"10 mail.example.org"_qs),
        record(4, u"mail"_qs, u"A"_qs, u"192.0.2.25"_qs),
        record(5, {}, u"TXT"_qs, u"v=spf1 mx -all"_qs),
        record(6, u"_dmarc"_qs, u"TXT"_qs, u"v=DMARC1; p=none"_qs),
        record(7, u"a._domainkey"_qs, u"TXT"_qs, u"v=DKIM1; p=AAAA"_qs),
        record(8, u"www"_qs, u"CNAME"_qs, u"mail.example.org"_qs),
        record(9, u"old"_qs, u"A"_qs, u"192.0.2.9"_qs, 30)}; // a TTL that nobody may set
    return records;
}

ZoneRecord at(qint64 id)
{
    for (const ZoneRecord &r : zone())
        if (r.id == id)
            return r;
    return {};
}

Change edit(qint64 id, const QString &target, int ttl = 3600)
{
    ZoneRecord to = at(id);
    to.target = target;
    to.ttl = ttl;
    return mail::difference(at(id), to);
}

Change create(const QString &source, const QString &type, const QString &target, int ttl = 3600)
{
    return mail::creation(record(0, source, type, target, ttl));
}

mail::Capabilities capabilities()
{
    mail::Capabilities can;
    for (const Verb verb : {Verb::Create, Verb::Update, Verb::Remove})
        can.allow(verb, u"record"_qs);
    for (const QString &field : {u"source"_qs, u"type"_qs, u"target"_qs, u"ttl"_qs})
        can.allow(Verb::Update, u"record"_qs, field);
    can.allow(Verb::Update, u"zone"_qs, u"is_signed"_qs);
    can.allow(Verb::Remove, u"dkim_key"_qs);
    return can;
}

check::Known known()
{
    check::Known k;
    k.records = [](const QString &name) -> std::optional<QList<ZoneRecord>> {
        return name == u"example.org" ? std::optional(zone()) : std::nullopt;
    };
    k.zone = [](const QString &name) {
        mail::Zone z;
        z.service = 7;
        z.name = z.nameIdn = name;
        z.isSigned = false;
        return std::optional(z);
    };
    return k;
}

QStringList codes(const QList<mail::Finding> &findings)
{
    QStringList list;
    for (const mail::Finding &finding : findings)
        list.append(QString(mail::word(finding.severity)).left(1) + u':' + finding.code);
    list.sort();
    return list;
}

} // namespace

class ZoneReviewTest : public QObject
{
    Q_OBJECT

private slots:
    void finds_data()
    {
        QTest::addColumn<QList<Change>>("changes");
        QTest::addColumn<QStringList>("found");
        using L = QList<Change>;
        const auto row = [](const char *name, const L &changes, const QStringList &found = {}) {
            QTest::newRow(name) << changes << found;
        };
        row("a good record", {create(u"ftp"_qs, u"A"_qs, u"192.0.2.7"_qs)});
        row("a good edit", {edit(4, u"192.0.2.26"_qs)});
        row("an address that is none", {create(u"ftp"_qs, u"A"_qs, u"192.0.2.700"_qs)},
            {u"e:zone-record-invalid"_qs});
        row("a type that is kept by no one", {create({}, u"FOO"_qs, u"x"_qs)},
            {u"e:zone-type-unsupported"_qs});
        row("a TTL out of bounds", {create(u"ftp"_qs, u"A"_qs, u"192.0.2.7"_qs, 59)},
            {u"e:zone-ttl-out-of-range"_qs});
        row("what was wrong before stays unsaid", {edit(4, u"192.0.2.26"_qs)});
        row("but not when it is sent again", {edit(9, u"192.0.2.10"_qs, 30)},
            {u"e:zone-ttl-out-of-range"_qs});
        row("the same once more", {create({}, u"MX"_qs, u"10 mail.example.org"_qs)},
            {u"e:zone-duplicate"_qs});
        row("beside an alias", {create(u"www"_qs, u"A"_qs, u"192.0.2.7"_qs)},
            {u"e:zone-alias-not-alone"_qs});
        row("in place of an alias",
            {mail::removal(at(8)), create(u"www"_qs, u"A"_qs, u"192.0.2.7"_qs)});
        row("two SPF records", {create({}, u"TXT"_qs, u"v=spf1 -all"_qs)},
            {u"w:zone-spf-multiple"_qs});
        row("the mail host loses its address", {mail::removal(at(4))},
            {u"w:zone-target-missing"_qs, u"w:zone-target-missing"_qs});
        row("the only MX goes", {mail::removal(at(3))}, {u"w:last-mx"_qs});
        row("one of two goes",
            {create({}, u"MX"_qs, u"20 mx.example.net"_qs), mail::removal(at(3))});
        row("another value is no loss", {edit(3, u"10 mx.example.net"_qs)});
        row("SPF, DMARC and DKIM go",
            {mail::removal(at(5)), mail::removal(at(6)), mail::removal(at(7))},
            {u"w:last-dkim-key"_qs, u"w:last-dmarc"_qs, u"w:last-spf"_qs});
        row("SPF becomes something else", {edit(5, u"hello"_qs)}, {u"w:last-spf"_qs});
        row("the host's own", {mail::removal(at(1)), edit(2, u"ns9.example.net"_qs)},
            {u"e:record-of-host"_qs, u"e:record-of-host"_qs});
        row("a name server of the zone", {create({}, u"NS"_qs, u"ns2.example.net"_qs)},
            {u"e:record-of-host"_qs});
        row("a delegation is nobody's own", {create(u"sub"_qs, u"NS"_qs, u"ns1.example.net"_qs)});
        row("gone already", {mail::removal(record(99, u"x"_qs, u"A"_qs, u"192.0.2.1"_qs))},
            {u"i:does-nothing"_qs});
        Change stale = edit(4, u"192.0.2.26"_qs);
        stale.before.insert(u"target"_qs, u"192.0.2.1"_qs);
        row("changed by somebody", {stale}, {u"w:stale"_qs});
        // A zone that was never read: what a record tells by itself.
        Change there = create(u"ftp"_qs, u"MX"_qs, u"10 192.0.2.1"_qs);
        there.object.parent = u"example.net"_qs;
        row("in a zone unknown, wrong", {there}, {u"e:zone-record-invalid"_qs});
        there = create(u"ftp"_qs, u"MX"_qs, u"10 gone.example.net"_qs);
        there.object.parent = u"example.net"_qs;
        row("in a zone unknown, good", {there});

        mail::Zone from;
        from.service = 7;
        from.name = u"example.org"_qs;
        from.isSigned = false;
        mail::Zone to = from;
        to.isSigned = true;
        row("signed", {mail::difference(from, to)}, {u"i:sign-tell-parent"_qs});
        row("signed no more", {mail::difference(to, from)},
            {u"i:does-nothing"_qs, u"w:stale"_qs, u"w:unsign-after-parent"_qs});
        mail::DkimKey key;
        key.service = 7;
        key.id = 3;
        key.domain = u"example.org"_qs;
        key.selector = u"a"_qs;
        row("a key", {mail::removal(key)}, {u"w:key-is-lost"_qs});
    }

    void finds()
    {
        QFETCH(QList<Change>, changes);
        QFETCH(QStringList, found);
        const auto findings = check::review({u"t"_qs, changes}, known(), capabilities());
        QCOMPARE(codes(findings), found);
    }

    void aboutWhat()
    {
        const auto findings = check::review(
            {u"t"_qs, {create(u"www"_qs, u"A"_qs, u"192.0.2.7"_qs), mail::removal(at(3))}}, known(),
            capabilities());
        QCOMPARE(codes(findings), (QStringList{u"e:zone-alias-not-alone"_qs, u"w:last-mx"_qs}));
        for (const mail::Finding &finding : findings) {
            QCOMPARE(finding.about.kind, u"record"_qs);
            QVERIFY(!finding.about.label.isEmpty());
            QVERIFY(!finding.about.key.startsWith(u'-')); // numbers of ours stay inside
            QVERIFY(!finding.facts.value(u"name").toString().isEmpty());
        }
    }

    void notAllowed()
    {
        mail::Capabilities can;
        can.deny(Verb::Create, u"record"_qs, {}, u"no-right"_qs);
        const auto findings =
            check::review({u"t"_qs, {create(u"a"_qs, u"A"_qs, u"192.0.2.7"_qs)}}, known(), can);
        QCOMPARE(codes(findings), QStringList{u"e:not-possible"_qs});
    }

    // A zone file of 5,000 lines is judged while somebody waits.
    void many()
    {
        QList<Change> changes;
        for (int i = 0; i < 5000; ++i)
            changes.append(create(u"h%1"_qs.arg(i), u"A"_qs, u"192.0.2.7"_qs));
        QElapsedTimer timer;
        timer.start();
        QVERIFY(check::review({u"t"_qs, changes}, known(), capabilities()).isEmpty());
        qInfo("5,000 new records judged in %lld ms", timer.elapsed());
        QVERIFY(timer.elapsed() < 5000);
    }
};

QTEST_GUILESS_MAIN(ZoneReviewTest)
#include "zonereviewtest.moc"
