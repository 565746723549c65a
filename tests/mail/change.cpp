// SPDX-License-Identifier: GPL-3.0-or-later
// Changes: what differs and nothing else, and the way back.
#include "app/mail/change.h"
#include "app/mail/access.h"
#include "app/mail/device.h"
#include "app/mail/finding.h"
#include "app/mail/mailbox.h"

#include <QJsonDocument>
#include <QTest>

using namespace mail;

namespace {

Mailbox ana()
{
    Mailbox m;
    m.service = 7;
    m.name = QStringLiteral("ana");
    m.address = QStringLiteral("ana@xn--bcher-kva.example");
    m.addressIdn = QStringLiteral("ana@bücher.example");
    m.note = QStringLiteral("Sales");
    m.hasSpamFilter = true;
    m.size = 4711;
    m.version = 3;
    return m;
}

QJsonObject throughText(const QJsonObject &json)
{
    return QJsonDocument::fromJson(QJsonDocument(json).toJson()).object();
}

} // namespace

class TestChange : public QObject
{
    Q_OBJECT

private slots:
    void keepsOnlyWhatDiffers()
    {
        Mailbox edited = ana();
        edited.note = QStringLiteral("Sales, north");
        edited.size = 4712; // changes by itself
        const Change change = difference(ana(), edited);
        QCOMPARE(change.verb, Verb::Update);
        QCOMPARE(change.before, (QJsonObject{{QStringLiteral("note"), QStringLiteral("Sales")}}));
        QCOMPARE(change.after,
                 (QJsonObject{{QStringLiteral("note"), QStringLiteral("Sales, north")}}));
        QCOMPARE(change.object.kind, QStringLiteral("mailbox"));
        QCOMPARE(change.object.service, 7);
        QCOMPARE(change.object.key, QStringLiteral("ana"));
        QCOMPARE(change.object.label, QStringLiteral("ana@bücher.example"));
        QCOMPARE(change.object.version, 3);
        QVERIFY(difference(ana(), ana()).isEmpty());
    }

    void saysNullForWhatWasNotKnown()
    {
        Mailbox before = ana();
        before.note.reset();
        const Change change = difference(before, ana());
        QVERIFY(change.before.contains(u"note"));
        QVERIFY(change.before.value(u"note").isNull());
        QCOMPARE(change.after.value(u"note").toString(), QStringLiteral("Sales"));
    }

    void turnsRound()
    {
        Mailbox edited = ana();
        edited.note = QString();
        edited.hasSpamFilter = false;
        const Change change = difference(ana(), edited);
        QCOMPARE(change.inverse().before, change.after);
        QCOMPARE(change.inverse().after, change.before);
        QCOMPARE(change.inverse().verb, Verb::Update);
        QVERIFY(change.inverse().inverse() == change);

        Mailbox there = edited;
        QVERIFY(patch(there, change.inverse().after).has_value());
        QVERIFY(there == ana());

        QCOMPARE(creation(ana()).inverse().verb, Verb::Remove);
        QCOMPARE(removal(ana()).inverse().verb, Verb::Create);
        QCOMPARE(removal(ana()).before, toJson(ana()));
        QVERIFY(removal(ana()).after.isEmpty());
        QVERIFY(creation(ana()).before.isEmpty());
    }

    void createsWithWritableFieldsOnly()
    {
        const Change change = creation(ana());
        QCOMPARE(change.after, (QJsonObject{{QStringLiteral("name"), QStringLiteral("ana")},
                                            {QStringLiteral("note"), QStringLiteral("Sales")},
                                            {QStringLiteral("has_spam_filter"), true}}));
    }

    void aSetTurnsRoundBackwards()
    {
        Device phone;
        phone.service = 7;
        phone.mailbox = QStringLiteral("ana");
        phone.label = QStringLiteral("Phone");
        Mailbox edited = ana();
        edited.note = QStringLiteral("Gone");
        ChangeSet set{QStringLiteral("Three things"),
                      {creation(ana()), difference(ana(), edited), creation(phone)}};
        const ChangeSet back = set.inverse();
        QCOMPARE(back.title, set.title);
        QCOMPARE(back.changes.size(), 3);
        QVERIFY(back.changes.at(0) == creation(phone).inverse());
        QVERIFY(back.changes.at(1) == difference(edited, ana()));
        QCOMPARE(back.changes.at(2).verb, Verb::Remove);
        QVERIFY(back.inverse() == set);
        QVERIFY(ChangeSet{}.inverse() == ChangeSet{});
    }

    void goesThroughText()
    {
        Access access;
        access.service = 7;
        access.mailbox = QStringLiteral("ana");
        access.user = 12;
        access.userName = QStringLiteral("Ben");
        access.rights = Rights::all();
        Access edited = access;
        edited.rights->set(Right::SendEmails, false);
        const ChangeSet set{QStringLiteral("Ben may not send"),
                            {difference(access, edited), removal(ana())}};
        const auto again = changeSetFromJson(throughText(toJson(set)));
        QVERIFY(again.has_value());
        QVERIFY(*again == set);
        QCOMPARE(again->changes.first().object.parent, QStringLiteral("ana"));
        QCOMPARE(again->changes.first().object.label, QStringLiteral("Ben"));
        QCOMPARE(again->changes.last().object.version, 3);
    }

    void refusesAVerbItDoesNotKnow()
    {
        QJsonObject json = toJson(removal(ana()));
        json.insert(QStringLiteral("verb"), QStringLiteral("explode"));
        QCOMPARE(changeFromJson(json).error().kind, Error::Kind::Protocol);
        QVERIFY(!changeSetFromJson({{QStringLiteral("changes"), QJsonArray{json}}}));
    }

    void knowsAnObjectByWhatItIsNotByItsLabel()
    {
        Ref a = refOf(ana());
        Ref b = a;
        b.label = QStringLiteral("another word");
        b.version = 99;
        QVERIFY(a == b);
        QCOMPARE(qHash(a), qHash(b));
        b.key = QStringLiteral("ben");
        QVERIFY(!(a == b));
    }

    void theWorstFindingCounts()
    {
        QCOMPARE(worst({}), Severity::Information);
        Finding f;
        f.severity = Severity::Warning;
        QCOMPARE(worst({Finding{}, f, Finding{}}), Severity::Warning);
        f.code = QStringLiteral("device-escapes-send-right");
        f.fix = removal(ana());
        const QJsonObject json = toJson(f);
        QCOMPARE(json.value(u"severity").toString(), QStringLiteral("warning"));
        QVERIFY(changeFromJson(json.value(u"fix").toObject()).value() == *f.fix);
    }
};

QTEST_GUILESS_MAIN(TestChange)
#include "change.moc"
