// SPDX-License-Identifier: GPL-3.0-or-later
// Looks at a domain: kept, read back, and what changed between them.
#include "app/mail/security.h"

#include <QJsonDocument>
#include <QTest>

using namespace mail;

namespace {

QDateTime day(int n) { return QDateTime(QDate(2026, 5, n), QTime(4, 0), Qt::UTC); }

const QString dmarcName = QStringLiteral("_dmarc.example.org");

SecuritySnapshot look(int n, const QList<Published> &records)
{
    return {QStringLiteral("example.org"), day(n), {}, records};
}

Published dmarc(const QString &policy)
{
    return {dmarcName, QStringLiteral("TXT"), {QStringLiteral("v=DMARC1; p=") + policy}};
}

Published spf(const QStringList &values)
{
    return {QStringLiteral("example.org"), QStringLiteral("TXT"), values};
}

} // namespace

class TestSecurity : public QObject
{
    Q_OBJECT

private slots:
    void aLookSurvivesJson()
    {
        SecuritySnapshot snapshot = look(1, {dmarc(QStringLiteral("none")), spf({})});
        Finding finding{Severity::Warning,
                        QStringLiteral("dmarc-policy-none"),
                        {QStringLiteral("service"), 7, {}, QStringLiteral("7"), {}, 0},
                        {{QStringLiteral("domain"), QStringLiteral("example.org")}},
                        Change{Verb::Create, {}, {}, {{QStringLiteral("ttl"), 300}}}};
        snapshot.findings = {finding};
        const auto back = snapshotFromJson(
            QJsonDocument::fromJson(QJsonDocument(toJson(snapshot)).toJson()).object());
        QVERIFY(back.has_value());
        QCOMPARE(*back, snapshot);
    }

    void refusesWhatIsNoLook_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("nothing") << QByteArray("{}");
        QTest::newRow("no time") << QByteArray(R"({"domain":"example.org"})");
        QTest::newRow("finding without a code")
            << QByteArray(R"({"domain":"example.org","at":1,"findings":[{"severity":"error"}]})");
        QTest::newRow("record without values")
            << QByteArray(R"({"domain":"example.org","at":1,"records":[{"name":"a","type":"A"}]})");
    }
    void refusesWhatIsNoLook()
    {
        QFETCH(QByteArray, json);
        const auto read = snapshotFromJson(QJsonDocument::fromJson(json).object());
        QVERIFY(!read);
        QCOMPARE(read.error().kind, Error::Kind::Protocol);
    }

    void tellsWhatChangedAndSinceWhen()
    {
        const auto accepted =
            look(1, {dmarc(QStringLiteral("quarantine")), spf({QStringLiteral("v=spf1 mx -all")})});
        const QList<SecuritySnapshot> later{
            look(2, accepted.records),
            look(3, {dmarc(QStringLiteral("none")), spf({QStringLiteral("v=spf1 mx -all")})}),
            look(4, {dmarc(QStringLiteral("none")), spf({})})};
        const auto list = drift(accepted, later);
        QCOMPARE(list.size(), 2);
        QCOMPARE(list[0].name, dmarcName);
        QCOMPARE(list[0].before, QStringList{QStringLiteral("v=DMARC1; p=quarantine")});
        QCOMPARE(list[0].after, QStringList{QStringLiteral("v=DMARC1; p=none")});
        QCOMPARE(list[0].firstSeen, day(3));
        QCOMPARE(list[1].name, QStringLiteral("example.org"));
        QVERIFY(list[1].after.isEmpty());
        QCOMPARE(list[1].firstSeen, day(4));
    }

    void whatDnsDidNotAnswerIsNoChange()
    {
        const auto accepted = look(1, {dmarc(QStringLiteral("reject"))});
        QVERIFY(drift(accepted, {look(2, {}), look(3, accepted.records)}).isEmpty());
        // but what changed before stays changed
        const auto list = drift(accepted, {look(2, {dmarc(QStringLiteral("none"))}), look(3, {})});
        QCOMPARE(list.size(), 1);
        QCOMPARE(list[0].firstSeen, day(2));
    }

    void whatCameBackIsNoDrift()
    {
        const auto accepted = look(1, {dmarc(QStringLiteral("reject"))});
        QVERIFY(
            drift(accepted, {look(2, {dmarc(QStringLiteral("none"))}), look(3, accepted.records)})
                .isEmpty());
    }

    void theTimeAloneIsNoNews()
    {
        QVERIFY(tellsTheSame(look(1, {dmarc(QStringLiteral("none"))}),
                             look(2, {dmarc(QStringLiteral("none"))})));
        QVERIFY(!tellsTheSame(look(1, {dmarc(QStringLiteral("none"))}),
                              look(2, {dmarc(QStringLiteral("reject"))})));
        SecuritySnapshot worse = look(2, {dmarc(QStringLiteral("none"))});
        worse.findings.append({Severity::Error, QStringLiteral("mx-none"), {}, {}, {}});
        QVERIFY(!tellsTheSame(look(1, {dmarc(QStringLiteral("none"))}), worse));
    }
};

QTEST_GUILESS_MAIN(TestSecurity)
#include "security.moc"
