// SPDX-License-Identifier: GPL-3.0-or-later
// The review of change sets, one table: what is planned, and what it finds.
#include "app/check/review.h"

#include <QJsonArray>
#include <QTest>

using mail::Change;
using mail::Right;
using mail::Rights;
using mail::Verb;

namespace {

mail::Mailbox mailbox(const QString &name, std::optional<qint64> size = 4'000'000)
{
    mail::Mailbox m;
    m.service = 7;
    m.name = name;
    m.address = m.addressIdn = name + u"@example.org"_qs;
    m.note = u"old"_qs;
    m.size = size;
    m.hasAutoReply = name == u"ana";
    return m;
}

mail::Access access(const QString &box, qint64 user, const QString &name, bool maySend = true)
{
    mail::Access a;
    a.service = 7;
    a.mailbox = box;
    a.user = user;
    a.userName = name;
    a.rights = Rights::all();
    a.rights->set(Right::SendEmails, maySend);
    return a;
}

mail::Device device(qint64 id, const QString &label, qint64 user)
{
    mail::Device d;
    d.service = 7;
    d.mailbox = u"ana"_qs;
    d.id = id;
    d.label = label;
    d.user = user;
    return d;
}

// ana: Ana and Ben, a phone of Ben, a printer without user. ben, cid: nothing.
check::Known known(int quota = 0)
{
    check::Known k;
    k.service.emplace();
    k.service->id = 7;
    k.service->addressQuota = quota;
    k.service->addressesUsed = 3;
    k.mailbox = [](const QString &name) -> std::optional<mail::Mailbox> {
        if (name == u"cid")
            return mailbox(name, std::nullopt);
        if (name == u"ana" || name == u"ben")
            return mailbox(name);
        return {};
    };
    k.isTaken = [](const QString &name) {
        return name == u"ana" || name == u"ben" || name == u"cid";
    };
    k.accesses = [](const QString &name) {
        return name == u"ana"
                   ? QList<mail::Access>{access(name, 1, u"Ana"_qs), access(name, 2, u"Ben"_qs)}
                   : QList<mail::Access>();
    };
    k.devices = [](const QString &name) {
        return name == u"ana"
                   ? QList<mail::Device>{device(11, u"Phone"_qs, 2), device(12, u"Printer"_qs, 0)}
                   : QList<mail::Device>();
    };
    return k;
}

mail::Capabilities all()
{
    mail::Capabilities can;
    for (const char *kind : {"mailbox", "access", "device"})
        for (const Verb verb : {Verb::Create, Verb::Update, Verb::Remove})
            can.allow(verb, QLatin1String(kind));
    can.allow(Verb::Update, u"mailbox"_qs, u"note"_qs);
    can.allow(Verb::Update, u"access"_qs, u"rights"_qs);
    can.allow(Verb::Update, u"device"_qs, u"password"_qs);
    return can;
}

Change create(const QString &name)
{
    mail::Mailbox m;
    m.service = 7;
    m.name = name;
    Change change = mail::creation(m);
    change.object.key = name;
    return change;
}

Change note(const QString &name, const QString &from, const QString &to)
{
    return {Verb::Update, refOf(mailbox(name)), {{u"note"_qs, from}}, {{u"note"_qs, to}}};
}

Change rights(qint64 user, Right right, std::optional<bool> to)
{
    const mail::Access before = access(u"ana"_qs, user, user == 1 ? u"Ana"_qs : u"Ben"_qs);
    mail::Access after = before;
    after.rights->set(right, to);
    return mail::difference(before, after);
}

// The size of cid is known to nobody.
Change remove(const QString &name)
{
    return mail::removal(name == u"cid" ? mailbox(name, std::nullopt) : mailbox(name));
}

QString codes(const QList<mail::Finding> &findings)
{
    QStringList list;
    for (const mail::Finding &finding : findings)
        list.append(finding.code);
    list.sort();
    return list.join(u' ');
}

QJsonObject factsOf(const QList<mail::Finding> &findings, const char *code)
{
    for (const mail::Finding &finding : findings)
        if (finding.code == QLatin1String(code))
            return finding.facts;
    return {};
}

} // namespace

class ReviewTest : public QObject
{
    Q_OBJECT

private slots:
    void finds_data()
    {
        QTest::addColumn<QList<Change>>("changes");
        QTest::addColumn<QString>("expected");
        using Set = QList<Change>;
        const auto row = [](const char *name, const Set &set, const char *expected) {
            QTest::newRow(name) << set << QString(QLatin1String(expected));
        };
        row("nothing", {}, "");
        row("a free name", {create(u"new"_qs)}, "");
        row("a taken name", {create(u"Ana"_qs)}, "address-taken");
        row("twice the same", {create(u"new"_qs), create(u"new"_qs)}, "address-taken");
        row("deleted before", {remove(u"ana"_qs), create(u"ana"_qs)}, "delete-loses-mail");
        row("a bad name", {create(u".dot"_qs)}, "address-invalid");
        row("two faults", {create(u".do t"_qs)}, "address-invalid address-invalid");
        row("a note", {note(u"ana"_qs, u"old"_qs, u"new"_qs)}, "");
        row("a long note", {note(u"ana"_qs, u"old"_qs, QString(81, u'x'))}, "value-too-long");
        row("the same note", {note(u"ana"_qs, u"old"_qs, u"old"_qs)}, "does-nothing");
        row("no difference", {{Verb::Update, refOf(mailbox(u"ana"_qs)), {}, {}}}, "does-nothing");
        row("a stale note", {note(u"ana"_qs, u"older"_qs, u"new"_qs)}, "stale");
        row("not known when seen",
            {{Verb::Update,
              refOf(mailbox(u"ana"_qs)),
              {{u"note"_qs, QJsonValue()}},
              {{u"note"_qs, u"new"_qs}}}},
            "");
        row("twice in a set",
            {note(u"ana"_qs, u"old"_qs, u"new"_qs), note(u"ana"_qs, u"new"_qs, u"newer"_qs)}, "");
        row("not there", {note(u"dora"_qs, u"a"_qs, u"b"_qs)}, "no-such-mailbox");
        row("deleted in the set", {remove(u"ana"_qs), note(u"ana"_qs, u"old"_qs, u"b"_qs)},
            "delete-loses-mail no-such-mailbox");
        row("created in the set", {create(u"new"_qs), note(u"new"_qs, {}, u"b"_qs)}, "");
        row("delete three", {remove(u"ana"_qs), remove(u"ben"_qs), remove(u"cid"_qs)},
            "delete-loses-mail");
        row("send taken", {rights(2, Right::SendEmails, false)},
            "auto-reply-goes-on device-escapes-send-right devices-lose-sending");
        row("send taken, no device of hers", {rights(1, Right::SendEmails, false)},
            "auto-reply-goes-on device-escapes-send-right");
        row("another right taken", {rights(2, Right::ManageRules, false)}, "");
        row("user removed", {mail::removal(access(u"ana"_qs, 2, u"Ben"_qs))},
            "devices-lose-sending");
        row("user added again", {mail::creation(access(u"ana"_qs, 2, u"Ben"_qs))}, "does-nothing");
        row("reader added", {mail::creation(access(u"ana"_qs, 3, u"Cid"_qs, false))},
            "device-escapes-send-right");
        row("disconnect", {mail::removal(device(11, u"Phone"_qs, 2))},
            "cannot-be-undone webmail-stays");
        row("disconnect all",
            {{Verb::Remove, {u"device"_qs, 7, u"ana"_qs, u"*"_qs, {}, 0}, {}, {}}},
            "cannot-be-undone webmail-stays");
        row("new password",
            {{Verb::Update,
              refOf(device(11, u"Phone"_qs, 2)),
              {{u"password"_qs, QJsonValue()}},
              {{u"password"_qs, u"set"_qs}}}},
            "cannot-be-undone programs-must-be-updated");
        row("a field that is not offered",
            {{Verb::Update,
              refOf(device(11, u"Phone"_qs, 2)),
              {{u"label"_qs, u"Phone"_qs}},
              {{u"label"_qs, u"Old phone"_qs}}}},
            "not-possible");
    }
    void finds()
    {
        QFETCH(QList<Change>, changes);
        QTEST(codes(check::review({u"x"_qs, changes}, known(), all())), "expected");
    }

    void saysHowMuchIsLost()
    {
        const auto three = check::review(
            {{}, {remove(u"ana"_qs), remove(u"ben"_qs), remove(u"cid"_qs)}}, known(), all());
        QCOMPARE(
            three.first().facts,
            (QJsonObject{{u"count"_qs, 3},
                         {u"bytes"_qs, 8'000'000},
                         {u"size_unknown"_qs, 1},
                         {u"addresses"_qs, QJsonArray{u"ana@example.org"_qs, u"ben@example.org"_qs,
                                                      u"cid@example.org"_qs}}}));
        QVERIFY(three.first().about.key.isEmpty());
        QCOMPARE(three.first().severity, mail::Severity::Warning);
        const auto one = check::review({{}, {remove(u"ana"_qs)}}, known(), all());
        QCOMPARE(one.first().about, refOf(mailbox(u"ana"_qs)));
    }

    void namesTheDevices()
    {
        const auto found =
            check::review({{}, {rights(2, Right::SendEmails, false)}}, known(), all());
        QCOMPARE(factsOf(found, "devices-lose-sending").value(u"devices").toArray(),
                 QJsonArray{u"Phone"_qs});
        QCOMPARE(factsOf(found, "device-escapes-send-right").value(u"devices").toArray(),
                 QJsonArray{u"Printer"_qs});
        for (const mail::Finding &finding : found)
            if (finding.code == u"auto-reply-goes-on") {
                QVERIFY(finding.fix); // S-17: its own right, one click away
                Rights after;
                QVERIFY(mail::fromJson(finding.fix->after.value(u"rights"), after));
                QCOMPARE(after.get(Right::ManageAutoReply), false);
                QCOMPARE(after.get(Right::SendEmails), false);
                // The fix fits behind the change that it completes.
                const auto both = check::review(
                    {{}, {rights(2, Right::SendEmails, false), *finding.fix}}, known(), all());
                QVERIFY(!codes(both).contains(u"stale"));
            }
    }

    // Without the right to send they go on reading; without the user they do nothing more.
    void tellsWhetherTheUserIsStillThere()
    {
        const auto isRemoved = [](const Change &change) {
            return factsOf(check::review({{}, {change}}, known(), all()), "devices-lose-sending")
                .value(u"user_removed");
        };
        QCOMPARE(isRemoved(mail::removal(access(u"ana"_qs, 2, u"Ben"_qs))), QJsonValue(true));
        QCOMPARE(isRemoved(rights(2, Right::SendEmails, false)), QJsonValue(false));
    }

    void countsAgainstTheQuota_data()
    {
        QTest::addColumn<int>("quota"); // 3 in use
        QTest::addColumn<QString>("expected");
        QTest::newRow("no limit") << 0 << QString();
        QTest::newRow("enough") << 5 << QString();
        QTest::newRow("one short") << 4 << u"quota-exceeded"_qs;
        QTest::newRow("full") << 3 << u"quota-exceeded"_qs;
    }
    void countsAgainstTheQuota()
    {
        QFETCH(int, quota);
        const auto found =
            check::review({{}, {create(u"n1"_qs), create(u"n2"_qs)}}, known(quota), all());
        QTEST(codes(found), "expected");
        if (quota == 4) {
            QCOMPARE(factsOf(found, "quota-exceeded").value(u"free").toInt(), 1);
            QCOMPARE(factsOf(found, "quota-exceeded").value(u"over").toInt(), 1);
        }
    }

    void saysWhyItIsNotPossible()
    {
        mail::Capabilities can = all();
        can.deny(Verb::Create, u"mailbox"_qs, {}, u"read-only-token"_qs);
        can.deny(Verb::Update, u"access"_qs, u"rights.can_send_emails"_qs,
                 u"not-offered-by-provider"_qs);
        auto found = check::review({{}, {create(u"new"_qs)}}, known(), can);
        QCOMPARE(found.first().code, u"not-possible"_qs);
        QCOMPARE(found.first().severity, mail::Severity::Error);
        QCOMPARE(found.first().facts.value(u"reason").toString(), u"read-only-token"_qs);
        found = check::review({{}, {rights(2, Right::SendEmails, false)}}, known(), can);
        QVERIFY(codes(found).contains(u"not-possible"));
        found = check::review({{}, {rights(2, Right::ManageRules, false)}}, known(), can);
        QVERIFY(!codes(found).contains(u"not-possible"));
        found = check::review({{}, {create(u"new"_qs)}}, known(), {});
        QCOMPARE(found.first().facts.value(u"reason").toString(), u"not-offered"_qs);
    }

    void saysLessWhenLessIsKnown()
    {
        const QList<Change> set{create(u"ana"_qs), note(u"ben"_qs, u"x"_qs, u"y"_qs),
                                rights(2, Right::SendEmails, false), remove(u"cid"_qs)};
        const auto found = check::review({{}, set}, {}, all());
        QCOMPARE(codes(found), u"auto-reply-goes-on delete-loses-mail"_qs);
    }
};

QTEST_GUILESS_MAIN(ReviewTest)
#include "reviewtest.moc"
