// SPDX-License-Identifier: GPL-3.0-or-later
// What the daemon says it can do.
#include "app/mail/capabilities.h"
#include "tests/support/servedapi.h"

#include <QTest>

class CapabilitiesTest : public QObject
{
    Q_OBJECT

    static mail::Capabilities asked(ServedApi &api)
    {
        const auto can =
            mail::capabilitiesFromJson(api.get("/1/mail_hostings/1/capabilities").object());
        return can ? *can : mail::Capabilities();
    }

private slots:
    void all()
    {
        ServedApi api;
        const mail::Capabilities can = asked(api);
        using mail::Verb;
        QVERIFY(can.can(Verb::Create, u"mailbox"));
        QVERIFY(can.can(Verb::Create, u"mailbox", u"note"));
        QVERIFY(can.can(Verb::Update, u"mailbox", u"note"));
        QVERIFY(can.can(Verb::Update, u"access", u"rights"));
        for (mail::Right right : mail::allRights())
            QVERIFY(
                can.can(Verb::Update, u"access", u"rights."_qs + QLatin1String(flagName(right))));
        QVERIFY(can.can(Verb::Update, u"device", u"password"));
        QVERIFY(can.can(Verb::Update, u"service", u"default_rights"));
        QVERIFY(can.has(u"changes"));
        QVERIFY(can.has(u"audit"));
        QCOMPARE(can.can(Verb::Update, u"mailbox", u"has_redirection").reason, u"not-offered"_qs);
        QCOMPARE(can.mailSettings, api.host.settings);
        QCOMPARE(api.misfits, QStringList());
    }

    void asFarAsTheTokenGoes()
    {
        ServedApi api;
        api.useToken(1, db::Scope::Read);
        mail::Capabilities can = asked(api);
        QCOMPARE(can.can(mail::Verb::Create, u"mailbox").reason, u"read-only-token"_qs);
        QCOMPARE(can.can(mail::Verb::Update, u"service", u"default_rights").reason,
                 u"read-only-token"_qs);
        api.useToken(1, db::Scope::Write);
        can = asked(api);
        QVERIFY(can.can(mail::Verb::Create, u"mailbox"));
        QCOMPARE(can.can(mail::Verb::Update, u"service", u"default_rights").reason, u"no-right"_qs);
    }
};

QTEST_GUILESS_MAIN(CapabilitiesTest)
#include "capabilities.moc"
