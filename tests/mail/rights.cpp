// SPDX-License-Identifier: GPL-3.0-or-later
// Rights of a user on an address (N-01): granted, denied or not known, in both forms of the
// contract.
#include "app/mail/rights.h"
#include "app/mail/json.h"

#include <QJsonObject>
#include <QSet>
#include <QTest>

using namespace mail;

namespace {

Rights readRights(const QJsonValue &value)
{
    Rights rights;
    if (!fromJson(value, rights))
        QTest::qFail("not read", __FILE__, __LINE__);
    return rights;
}

} // namespace

class TestRights : public QObject
{
    Q_OBJECT

private slots:
    void everyRightHasItsFlag()
    {
        QSet<QString> flags;
        for (Right right : allRights()) {
            const QString flag = QLatin1String(flagName(right));
            flags.insert(flag);
            QVERIFY(flag.startsWith(u"can_"));
            QVERIFY(rightFromFlag(flag) == right);
        }
        QCOMPARE(flags.size(), rightCount);
        QVERIFY(!rightFromFlag(u"can_fly"));
        QVERIFY(!rightFromFlag(u""));
    }

    void isUnknownUntilTold()
    {
        const Rights unknown;
        for (Right right : allRights()) {
            QVERIFY(!unknown.get(right));
            QVERIFY(!unknown.allows(right)); // not known is not allowed
            QVERIFY(Rights::all().allows(right));
            QVERIFY(Rights::none().get(right) == false);
        }
        QVERIFY(toJson(unknown).toObject().isEmpty());
        QVERIFY(unknown != Rights::none());
    }

    void goesThereAndBack()
    {
        Rights some;
        some.set(Right::SendEmails, false);
        some.set(Right::ManageAliases, true);
        for (const Rights &rights : {Rights(), Rights::all(), Rights::none(), some})
            QVERIFY(readRights(toJson(rights)) == rights);
        QCOMPARE(toJson(some).toObject(),
                 (QJsonObject{{QStringLiteral("can_send_emails"), false},
                              {QStringLiteral("can_manage_aliases"), true}}));
    }

    void readsTheObject()
    {
        const Rights rights =
            readRights(QJsonObject{{QStringLiteral("can_manage_rules"), 1},
                                   {QStringLiteral("can_access_logs"), QStringLiteral("0")},
                                   {QStringLiteral("can_restore_emails"), QJsonValue()},
                                   {QStringLiteral("can_of_tomorrow"), true}});
        QVERIFY(rights.get(Right::ManageRules) == true);
        QVERIFY(rights.get(Right::AccessLogs) == false);
        QVERIFY(!rights.get(Right::RestoreEmails)); // null: not told
        QVERIFY(!rights.get(Right::SendEmails));
        QVERIFY(!rights.get(Right::ManageFilters));
    }

    void readsTheList()
    {
        const Rights rights = readRights(
            QJsonArray{QStringLiteral("can_manage_rules"), QStringLiteral("can_of_tomorrow")});
        QVERIFY(rights.get(Right::ManageRules) == true);
        QVERIFY(rights.get(Right::ManageAliases) == false);
        QVERIFY(!rights.get(Right::SendEmails)); // the published list has no word for it

        const Rights sends = readRights(QJsonArray{QStringLiteral("can_send_emails")});
        QVERIFY(sends.get(Right::SendEmails) == true);

        const Rights nothing = readRights(QJsonArray{});
        QVERIFY(nothing.get(Right::ManageRules) == false);
        QVERIFY(!nothing.get(Right::SendEmails));
    }

    void refusesWhatIsNeither()
    {
        Rights rights = Rights::all();
        QVERIFY(!fromJson(QJsonValue(QStringLiteral("all")), rights));
        QVERIFY(!fromJson(QJsonValue(7), rights));
        QVERIFY(!fromJson(
            QJsonValue(QJsonObject{{QStringLiteral("can_manage_rules"), QStringLiteral("maybe")}}),
            rights));
        QVERIFY(rights == Rights::all());
        QVERIFY(readRights(QJsonValue()) == Rights());
    }
};

QTEST_GUILESS_MAIN(TestRights)
#include "rights.moc"
