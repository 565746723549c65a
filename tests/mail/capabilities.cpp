// SPDX-License-Identifier: GPL-3.0-or-later
// Capabilities: yes, no with a reason, or never heard of.
#include "app/mail/capabilities.h"

#include <QJsonDocument>
#include <QTest>

using namespace mail;

namespace {

Capabilities some()
{
    Capabilities c;
    c.allow(Verb::Create, QStringLiteral("mailbox"));
    c.allow(Verb::Update, QStringLiteral("mailbox"), QStringLiteral("note"));
    c.deny(Verb::Create, QStringLiteral("device"), {}, QStringLiteral("read-only-token"));
    c.add(QStringLiteral("changes"));
    c.mailSettings = {QStringLiteral("127.0.0.1"), 1993, 1143, 1995, 1110, 1465, 1587, 1419};
    return c;
}

} // namespace

class TestCapabilities : public QObject
{
    Q_OBJECT

private slots:
    void answers()
    {
        const Capabilities c = some();
        QVERIFY(c.can(Verb::Create, u"mailbox"));
        QVERIFY(c.can(Verb::Update, u"mailbox", u"note"));
        QVERIFY(c.can(Verb::Create, u"mailbox").reason.isEmpty());
        QVERIFY(!c.can(Verb::Create, u"device"));
        QCOMPARE(c.can(Verb::Create, u"device").reason, QStringLiteral("read-only-token"));
        QVERIFY(!c.can(Verb::Remove, u"mailbox"));
        QCOMPARE(c.can(Verb::Remove, u"mailbox").reason, QStringLiteral("not-offered"));
        // a verb as a whole says nothing about one field, nor a field about the verb
        QVERIFY(!c.can(Verb::Update, u"mailbox"));
        QVERIFY(!c.can(Verb::Update, u"mailbox", u"size"));
        QVERIFY(c.has(u"changes"));
        QVERIFY(!c.has(u"audit"));
    }

    void theLastWordCounts()
    {
        Capabilities c = some();
        c.deny(Verb::Create, QStringLiteral("mailbox"), {}, QStringLiteral("no-right"));
        QCOMPARE(c.can(Verb::Create, u"mailbox").reason, QStringLiteral("no-right"));
        c.allow(Verb::Create, QStringLiteral("mailbox"));
        QVERIFY(c.can(Verb::Create, u"mailbox"));
    }

    void goThroughText()
    {
        const QByteArray text = QJsonDocument(toJson(some())).toJson();
        const auto again = capabilitiesFromJson(QJsonDocument::fromJson(text).object());
        QVERIFY(again.has_value());
        QVERIFY(*again == some());
        QVERIFY(capabilitiesFromJson({}).value() == Capabilities());
        // the same every time, so that a cache can compare it
        QCOMPARE(QJsonDocument(toJson(*again)).toJson(), text);
    }

    void refuseBrokenSettings()
    {
        const QJsonObject json{
            {QStringLiteral("mail_settings"),
             QJsonObject{{QStringLiteral("imaps"), QStringLiteral("the usual")}}}};
        QCOMPARE(capabilitiesFromJson(json).error().field, QStringLiteral("imaps"));
    }

    void aDenialWithoutAReasonIsStillADenial()
    {
        Capabilities c;
        c.deny(Verb::Remove, QStringLiteral("mailbox"), {}, {});
        QVERIFY(!c.can(Verb::Remove, u"mailbox"));
        QVERIFY(!c.can(Verb::Remove, u"mailbox").reason.isEmpty());
        const auto again =
            capabilitiesFromJson({{QStringLiteral("cannot"),
                                   QJsonObject{{QStringLiteral("create mailbox"), QString()}}}});
        QVERIFY(!again->can(Verb::Create, u"mailbox"));
    }
};

QTEST_GUILESS_MAIN(TestCapabilities)
#include "capabilities.moc"
