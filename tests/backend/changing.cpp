// SPDX-License-Identifier: GPL-3.0-or-later
// From a wish to requests, and from the answers to what then was so.
#include "tests/backend/farside.h"

#include <QTest>

using namespace backend;
using mail::Change;
using mail::Right;
using Kind = Error::Kind;

class ChangingTest : public QObject
{
    Q_OBJECT

private:
    static constexpr const char *list = "/1/mail_hostings/7/mailboxes";
    static constexpr const char *box = "/1/mail_hostings/7/mailboxes/ana";

    static mail::Mailbox ana()
    {
        mail::Mailbox m;
        m.service = 7;
        m.name = QStringLiteral("ana");
        m.address = m.addressIdn = QStringLiteral("ana@example.org");
        m.note = QStringLiteral("old");
        m.hasSpamFilter = true;
        m.version = 3;
        return m;
    }
    static QByteArray anaJson(const char *note = "old", int version = 3, bool spam = true)
    {
        return QJsonDocument(
                   QJsonObject{{QStringLiteral("mailbox_name"), QStringLiteral("ana")},
                               {QStringLiteral("mailbox"), QStringLiteral("ana@example.org")},
                               {QStringLiteral("note"), QLatin1String(note)},
                               {QStringLiteral("has_move_spam"), spam},
                               {QStringLiteral("version"), version}})
            .toJson(QJsonDocument::Compact);
    }
    static Change noteChange(int version = 3)
    {
        mail::Mailbox from = ana();
        from.version = version;
        mail::Mailbox to = from;
        to.note = QStringLiteral("new");
        return mail::difference(from, to);
    }
    static mail::Access bo()
    {
        mail::Access a;
        a.service = 7;
        a.mailbox = QStringLiteral("ana");
        a.user = 3;
        a.rights = mail::Rights::all();
        return a;
    }

private slots:
    void createMailbox();
    void createMailboxWithFilters();
    void createdButNotReadAgain();
    void updateMailbox();
    void clearedNote();
    void versionMovedElsewhere();
    void changedMeanwhile();
    void providerComparesHere_data();
    void providerComparesHere();
    void removeMailbox();
    void strayFields();
    void createAccess();
    void updateAccess();
    void sendingAtTheProvider();
    void removeAccess();
    void createDevice();
    void createDeviceAtTheProvider();
    void passwordKeptBack();
    void newPassword();
    void removeDevices();
    void defaultRights();
    void savedAndNotInEffect();
    void refusalsComeThrough();
    void secretsStayOut();
};

void ChangingTest::createMailbox()
{
    FarSide far;
    far.on(QByteArray("POST ") + list,
           {PeerAnswer::json(201, R"({"result":"success","data":{"mailbox":"ana@example.org"}})")});
    far.on(QByteArray("GET ") + box, anaJson("old", 1));
    HostingApi api(far.account(), far.token());
    Progress progress;
    mail::Mailbox wish;
    wish.service = 7;
    wish.name = QStringLiteral("Ana");
    wish.note = QStringLiteral("old");
    wish.target = mail::Target::CurrentUser;
    const auto applied = api.apply(mail::creation(wish), progress);
    QVERIFY(applied);
    QVERIFY(!applied->shortfall);
    QCOMPARE(far.lastBody(QByteArray("POST ") + list),
             (QJsonObject{{QStringLiteral("mailbox_name"), QStringLiteral("Ana")},
                          {QStringLiteral("note"), QStringLiteral("old")},
                          {QStringLiteral("target"), QStringLiteral("current_user")}}));
    QCOMPARE(applied->effective.object.key, QStringLiteral("ana")); // as it was made
    QCOMPARE(applied->effective.object.version, 1);
    QCOMPARE(applied->effective.after.value(u"address").toString(),
             QStringLiteral("ana@example.org"));
    QVERIFY(applied->effective.before.isEmpty());
}

void ChangingTest::createMailboxWithFilters()
{
    FarSide far;
    far.on(QByteArray("POST ") + list, R"({"mailbox":"ana@example.org"})");
    far.on(QByteArray("GET ") + box,
           {FarSide::success(anaJson("old", 1)), FarSide::success(anaJson("old", 2, false))});
    far.on(QByteArray("PATCH ") + box, "true");
    HostingApi api(far.account(), far.token());
    Progress progress;
    mail::Mailbox wish = ana();
    wish.hasSpamFilter = false;
    auto applied = api.apply(mail::creation(wish), progress);
    QVERIFY(applied);
    QVERIFY(!applied->shortfall);
    QCOMPARE(far.lastBody(QByteArray("PATCH ") + box),
             (QJsonObject{{QStringLiteral("has_move_spam"), false}}));
    QCOMPARE(applied->effective.after.value(u"has_spam_filter").toBool(true), false);
    // the second half fails: said, and the first half is not forgotten
    far.on(QByteArray("GET ") + box, anaJson("old", 1));
    far.on(QByteArray("PATCH ") + box, {FarSide::failure(500, "cannot_update_object")});
    applied = api.apply(mail::creation(wish), progress);
    QVERIFY(applied);
    QVERIFY(applied->shortfall);
    QCOMPARE(kindName(applied->shortfall->kind), kindName(Kind::Forbidden));
    QCOMPARE(applied->effective.after.value(u"has_spam_filter").toBool(false), true);
}

void ChangingTest::createdButNotReadAgain()
{
    FarSide far;
    far.on(QByteArray("POST ") + list, R"({"mailbox":"ana@example.org"})");
    far.on(QByteArray("GET ") + box, {PeerAnswer{"", 0, false, false}});
    HostingApi api(far.account(), far.token());
    Progress progress;
    const auto applied = api.apply(mail::creation(ana()), progress);
    QVERIFY(applied); // it is there: that must not be lost
    QVERIFY(applied->shortfall);
    QCOMPARE(kindName(applied->shortfall->kind), kindName(Kind::Offline));
    QCOMPARE(applied->effective.object.key, QStringLiteral("ana"));
}

void ChangingTest::updateMailbox()
{
    FarSide far;
    far.on(QByteArray("PATCH ") + box, "true");
    far.on(QByteArray("GET ") + box, anaJson("new, trimmed", 4));
    HostingApi api(far.account(), far.token());
    Progress progress;
    const auto applied = api.apply(noteChange(), progress);
    QVERIFY(applied);
    const PeerRequest patch = far.heard(QByteArray("PATCH ") + box).first();
    QCOMPARE(patch.headers.value("if-match"), QByteArray("\"3\""));
    QCOMPARE(far.lastBody(QByteArray("PATCH ") + box),
             (QJsonObject{{QStringLiteral("note"), QStringLiteral("new")}}));
    QCOMPARE(applied->effective.before.value(u"note").toString(), QStringLiteral("old"));
    QCOMPARE(applied->effective.after.value(u"note").toString(), QStringLiteral("new, trimmed"));
    QCOMPARE(applied->effective.object.version, 4);
}

void ChangingTest::clearedNote()
{
    FarSide far;
    far.on(QByteArray("PATCH ") + box, "true");
    far.on(QByteArray("GET ") + box, anaJson("", 4));
    HostingApi api(far.account(), far.token());
    Progress progress;
    mail::Mailbox to = ana();
    to.note = QString();
    QVERIFY(api.apply(mail::difference(ana(), to), progress));
    QVERIFY(far.lastBody(QByteArray("PATCH ") + box).value(u"note").isNull());
}

// The version moved, but not because of what this change is about: the change still goes.
void ChangingTest::versionMovedElsewhere()
{
    FarSide far;
    far.on(QByteArray("PATCH ") + box,
           {FarSide::failure(409, "conflict"), FarSide::success("true")});
    far.on(QByteArray("GET ") + box, {FarSide::success(anaJson("old", 5, false)),
                                      FarSide::success(anaJson("new", 6, false))});
    HostingApi api(far.account(), far.token());
    Progress progress;
    const auto applied = api.apply(noteChange(), progress);
    QVERIFY(applied);
    const auto patches = far.heard(QByteArray("PATCH ") + box);
    QCOMPARE(patches.size(), 2);
    QCOMPARE(patches.last().headers.value("if-match"), QByteArray("\"5\""));
    QCOMPARE(applied->effective.object.version, 6);
}

void ChangingTest::changedMeanwhile()
{
    FarSide far;
    far.on(QByteArray("PATCH ") + box, {FarSide::failure(409, "conflict")});
    far.on(QByteArray("GET ") + box, anaJson("theirs", 5));
    HostingApi api(far.account(), far.token());
    Progress progress;
    const auto refused = api.apply(noteChange(), progress);
    QVERIFY(!refused);
    QCOMPARE(kindName(refused.error().kind), kindName(Kind::Conflict));
    QCOMPARE(refused.error().field, QStringLiteral("note"));
    QCOMPARE(far.heard(QByteArray("PATCH ") + box).size(), 1);
}

void ChangingTest::providerComparesHere_data()
{
    QTest::addColumn<QByteArray>("now");
    QTest::addColumn<int>("kind"); // -1 = goes through
    QTest::newRow("as it was") << anaJson() << -1;
    QTest::newRow("not told") << QByteArray(R"({"mailbox_name":"ana","mailbox":"ana@example.org"})")
                              << -1;
    QTest::newRow("another note") << anaJson("theirs") << int(Kind::Conflict);
    QTest::newRow("another field") << anaJson("old", 3, false) << -1;
}

void ChangingTest::providerComparesHere()
{
    QFETCH(QByteArray, now);
    QFETCH(int, kind);
    FarSide far;
    far.on(QByteArray("PATCH ") + box, "true");
    far.on(QByteArray("GET ") + box, now);
    HostingApi api(far.account(mail::AccountKind::Infomaniak), far.token());
    Progress progress;
    const auto applied = api.apply(noteChange(), progress);
    QCOMPARE(applied.has_value(), kind < 0);
    QCOMPARE(far.heard(QByteArray("PATCH ") + box).size(), kind < 0 ? 1 : 0);
    if (kind < 0)
        QVERIFY(!far.heard(QByteArray("PATCH ") + box).first().headers.contains("if-match"));
    else
        QVERIFY(applied.error().kind == Kind(kind));
}

void ChangingTest::removeMailbox()
{
    FarSide far;
    far.on(QByteArray("DELETE ") + box, "true");
    HostingApi api(far.account(), far.token());
    Progress progress;
    const auto applied = api.apply(mail::removal(ana()), progress);
    QVERIFY(applied);
    QCOMPARE(far.heard(QByteArray("DELETE ") + box).first().headers.value("if-match"),
             QByteArray("\"3\""));
    QCOMPARE(applied->effective, mail::removal(ana()));
    // without a version: looked at first, and not removed when it is another by now
    far.on(QByteArray("GET ") + box, anaJson("theirs"));
    mail::Mailbox seen = ana();
    seen.version = {};
    const auto refused = api.apply(mail::removal(seen), progress);
    QVERIFY(!refused);
    QCOMPARE(kindName(refused.error().kind), kindName(Kind::Conflict));
    QCOMPARE(far.heard(QByteArray("DELETE ") + box).size(), 1);
}

void ChangingTest::strayFields()
{
    FarSide far;
    HostingApi api(far.account(), far.token());
    Progress progress;
    for (const char *field : {"name", "target", "quota"}) {
        Change change = noteChange();
        change.after.insert(QLatin1String(field), QStringLiteral("x"));
        const auto refused = api.apply(change, progress);
        QVERIFY(!refused);
        QCOMPARE(kindName(refused.error().kind), kindName(Kind::Unsupported));
        QCOMPARE(refused.error().field, QString::fromLatin1(field));
    }
    Change unknown = noteChange();
    unknown.object.kind = QStringLiteral("signature");
    QCOMPARE(kindName(api.apply(unknown, progress).error().kind), kindName(Kind::Unsupported));
    Change nothing = noteChange();
    nothing.after = nothing.before = {};
    QVERIFY(api.apply(nothing, progress));
    QCOMPARE(far.peer().requests().size(), 0);
}

void ChangingTest::createAccess()
{
    FarSide far;
    const QByteArray webmail = QByteArray(box) + "/accesses/webmail";
    far.on("POST " + webmail, {PeerAnswer::json(201, R"({"result":"success","data":true})")});
    far.on("GET " + webmail,
           R"([{"user_access":{"id":9,"user":{"id":3,"display_name":"Bo"},"permissions":[],)"
           R"("can_send_emails":true,"version":1}}])");
    HostingApi api(far.account(), far.token());
    Progress progress;
    mail::Access wish = bo();
    wish.rights = mail::Rights::none();
    wish.rights->set(Right::SendEmails, true);
    wish.rights->set(Right::ManageRules, {});
    const auto applied = api.apply(mail::creation(wish), progress);
    QVERIFY(applied);
    const QJsonObject body = far.lastBody("POST " + webmail);
    QCOMPARE(body.value(u"user_id").toInt(), 3);
    const QJsonObject permissions = body.value(u"permissions").toObject();
    QCOMPARE(permissions.value(u"can_send_emails").toBool(false), true);
    QCOMPARE(permissions.value(u"can_manage_aliases").toBool(true), false);
    QVERIFY(!permissions.contains(u"can_manage_rules"));
    QCOMPARE(applied->effective.object.key, QStringLiteral("3"));
    QCOMPARE(applied->effective.object.version, 1);
    QCOMPARE(applied->effective.after.value(u"id").toInt(), 9);
    far.on("POST " + webmail, {FarSide::failure(409, "user_already_has_access_to_mailbox")});
    QCOMPARE(kindName(api.apply(mail::creation(wish), progress).error().kind),
             kindName(Kind::Conflict));
}

void ChangingTest::updateAccess()
{
    FarSide far;
    const QByteArray webmail = QByteArray(box) + "/accesses/webmail";
    far.on("PATCH " + webmail + "/users/3", "true");
    far.on("GET " + webmail,
           R"([{"user_access":{"id":9,"user":{"id":3},"permissions":[],"can_send_emails":false,)"
           R"("version":2}}])");
    HostingApi api(far.account(), far.token());
    Progress progress;
    mail::Access from = bo();
    from.version = 1;
    mail::Access to = from;
    to.rights->set(Right::SendEmails, false);
    const auto applied = api.apply(mail::difference(from, to), progress);
    QVERIFY(applied);
    const PeerRequest patch = far.heard("PATCH " + webmail + "/users/3").first();
    QCOMPARE(patch.headers.value("if-match"), QByteArray("\"1\""));
    QCOMPARE(QJsonDocument::fromJson(patch.body)
                 .object()
                 .value(u"permissions")
                 .toObject()
                 .value(u"can_send_emails")
                 .toBool(true),
             false);
    QCOMPARE(applied->effective.object.version, 2);
    const QJsonObject now = applied->effective.after.value(u"rights").toObject();
    QCOMPARE(now.value(u"can_manage_rules").toBool(true), false); // the truth, not the wish
}

void ChangingTest::sendingAtTheProvider()
{
    FarSide far;
    const QByteArray webmail = QByteArray(box) + "/accesses/webmail";
    far.on("PATCH " + webmail + "/users/3", "true");
    far.on("POST " + webmail, "true");
    far.on("GET " + webmail,
           R"([{"user_access":{"id":9,"user":{"id":3},"permissions":["can_manage_rules"]}}])");
    HostingApi api(far.account(mail::AccountKind::Infomaniak), far.token());
    Progress progress;
    mail::Access from = bo();
    from.rights = mail::Rights();
    mail::Access to = from;
    to.rights->set(Right::SendEmails, false);
    auto refused = api.apply(mail::difference(from, to), progress);
    QVERIFY(!refused);
    QCOMPARE(kindName(refused.error().kind), kindName(Kind::Unsupported));
    to.rights->set(Right::SendEmails, true);
    refused = api.apply(mail::difference(from, to), progress);
    QVERIFY(!refused); // nothing of it could be asked for
    QCOMPARE(far.peer().requests().size(), 0);
    to.rights->set(Right::ManageRules, true);
    QVERIFY(api.apply(mail::difference(from, to), progress));
    QCOMPARE(far.lastBody("PATCH " + webmail + "/users/3").value(u"permissions").toObject(),
             (QJsonObject{{QStringLiteral("can_manage_rules"), true}}));
}

void ChangingTest::removeAccess()
{
    FarSide far;
    const QByteArray path = QByteArray(box) + "/accesses/webmail/users/3";
    far.on("DELETE " + path, "true");
    HostingApi api(far.account(), far.token());
    Progress progress;
    mail::Access access = bo();
    access.version = 4;
    const auto applied = api.apply(mail::removal(access), progress);
    QVERIFY(applied);
    QCOMPARE(far.heard("DELETE " + path).first().headers.value("if-match"), QByteArray("\"4\""));
}

void ChangingTest::createDevice()
{
    FarSide far;
    const QByteArray path = QByteArray(box) + "/accesses/devices";
    far.on("POST " + path, R"({"password":"horse-battery","id":22,"device_id":5})");
    far.on("GET " + path, R"([{"id":22,"device":{"label":"Phone","type":"phone"},)"
                          R"("protocols":"imap","user_access":{"id":3}},)"
                          R"({"id":40,"device":{"label":"Phone"}}])");
    HostingApi api(far.account(), far.token());
    Progress progress;
    mail::Device wish;
    wish.service = 7;
    wish.mailbox = QStringLiteral("ana");
    wish.label = QStringLiteral("Phone");
    wish.type = mail::DeviceType::Phone;
    wish.protocols = mail::Protocols::Imap;
    wish.user = 3;
    wish.password = QStringLiteral("set");
    auto applied = api.apply(mail::creation(wish), progress);
    QVERIFY(applied);
    QVERIFY(!applied->shortfall);
    QCOMPARE(far.lastBody("POST " + path),
             (QJsonObject{{QStringLiteral("label"), QStringLiteral("Phone")},
                          {QStringLiteral("type"), QStringLiteral("phone")},
                          {QStringLiteral("protocols"), QStringLiteral("imap")},
                          {QStringLiteral("user_id"), 3}}));
    QCOMPARE(applied->effective.object.key, QStringLiteral("22"));
    QCOMPARE(applied->password.reveal(), QByteArray("horse-battery"));
    wish.user = 0; // without user
    applied = api.apply(mail::creation(wish), progress);
    QVERIFY(applied);
    QVERIFY(far.lastBody("POST " + path).contains(u"user_id"));
    QVERIFY(far.lastBody("POST " + path).value(u"user_id").isNull());
}

// There the answer is the password alone.
void ChangingTest::createDeviceAtTheProvider()
{
    FarSide far;
    const QByteArray path = QByteArray(box) + "/accesses/devices";
    far.on("POST " + path, R"({"password":"horse-battery"})");
    far.on("GET " + path, R"([{"id":22,"device":{"label":"Phone"},"user_access":null},)"
                          R"({"id":40,"device":{"label":"Phone"},"user_access":null},)"
                          R"({"id":41,"device":{"label":"Phone"},"user_access":{"id":9}},)"
                          R"({"id":50,"device":{"label":"Tablet"},"user_access":null}])");
    HostingApi api(far.account(mail::AccountKind::Infomaniak), far.token());
    Progress progress;
    mail::Device wish;
    wish.service = 7;
    wish.mailbox = QStringLiteral("ana");
    wish.label = QStringLiteral("Phone");
    wish.protocols = mail::Protocols::Imap;
    wish.user = 0;
    const auto applied = api.apply(mail::creation(wish), progress);
    QVERIFY(applied);
    QCOMPARE(applied->effective.object.key, QStringLiteral("40"));
    QCOMPARE(applied->password.reveal(), QByteArray("horse-battery"));
}

void ChangingTest::passwordKeptBack()
{
    FarSide far;
    const QByteArray path = QByteArray(box) + "/accesses/devices";
    far.on("POST " + path, "true");
    far.on("GET " + path, {FarSide::failure(503, "service_unavailable")});
    HostingApi api(far.account(), far.token());
    Progress progress;
    mail::Device wish;
    wish.service = 7;
    wish.mailbox = QStringLiteral("ana");
    wish.label = QStringLiteral("Phone");
    const auto applied = api.apply(mail::creation(wish), progress);
    QVERIFY(applied);
    QVERIFY(applied->shortfall);
    QVERIFY(applied->password.isEmpty());
}

void ChangingTest::newPassword()
{
    FarSide far;
    const QByteArray path = QByteArray(box) + "/accesses/devices/22";
    far.on("POST " + path, R"({"password":"horse-battery"})");
    HostingApi api(far.account(), far.token());
    Progress progress;
    mail::Device from;
    from.service = 7;
    from.mailbox = QStringLiteral("ana");
    from.id = 22;
    mail::Device to = from;
    to.password = QStringLiteral("set");
    const auto applied = api.apply(mail::difference(from, to), progress);
    QVERIFY(applied);
    QCOMPARE(applied->password.reveal(), QByteArray("horse-battery"));
    QCOMPARE(applied->effective.after.value(u"password").toString(), QStringLiteral("set"));
    QVERIFY(far.heard("POST " + path).first().body.isEmpty());
    to.label = QStringLiteral("Other");
    QCOMPARE(kindName(api.apply(mail::difference(from, to), progress).error().kind),
             kindName(Kind::Unsupported));
}

void ChangingTest::removeDevices()
{
    FarSide far;
    const QByteArray path = QByteArray(box) + "/accesses/devices";
    far.on("GET " + path, R"([{"id":22,"device":{"label":"Phone"}}])");
    far.on("DELETE " + path + "/22", "true");
    far.on("DELETE " + path, "true");
    HostingApi api(far.account(), far.token());
    Progress progress;
    mail::Device device;
    device.service = 7;
    device.mailbox = QStringLiteral("ana");
    device.id = 22;
    QVERIFY(api.apply(mail::removal(device), progress));
    device.id = 23;
    QCOMPARE(kindName(api.apply(mail::removal(device), progress).error().kind),
             kindName(Kind::NotFound));
    mail::Change all = mail::removal(device);
    all.object.key = QStringLiteral("*");
    QVERIFY(api.apply(all, progress));
    QCOMPARE(far.heard("DELETE " + path).size(), 1);
    all.object.key = QStringLiteral("../../..");
    QCOMPARE(kindName(api.apply(all, progress).error().kind), kindName(Kind::Invalid));
}

void ChangingTest::defaultRights()
{
    FarSide far;
    const QByteArray path = "/1/mail_hostings/7";
    far.on("GET " + path, R"({"id":7,"main_fqdn":"example.org"})");
    far.on(
        "GET " + path + "/preferences",
        {FarSide::success(
             R"({"default_permissions":{"can_manage_rules":true},"spam_filter_enabled":true})"),
         FarSide::success(
             R"({"default_permissions":{"can_manage_rules":false},"spam_filter_enabled":false})")});
    far.on("PATCH " + path + "/preferences", "true");
    HostingApi api(far.account(), far.token());
    Progress progress;
    mail::Service from;
    from.id = 7;
    from.defaultRights = mail::Rights();
    from.defaultRights->set(Right::ManageRules, true);
    from.isSpamFilterDefault = true;
    mail::Service to = from;
    to.defaultRights->set(Right::ManageRules, false);
    to.isSpamFilterDefault = false;
    const auto applied = api.apply(mail::difference(from, to), progress);
    QVERIFY(applied);
    QCOMPARE(far.lastBody("PATCH " + path + "/preferences"),
             (QJsonObject{{QStringLiteral("default_permissions"),
                           QJsonObject{{QStringLiteral("can_manage_rules"), false}}},
                          {QStringLiteral("spam_filter_enabled"), false}}));
    QCOMPARE(applied->effective.after.value(u"is_spam_filter_default").toBool(true), false);
}

// Saved over there, and its servers do not know it yet: done, and what is missing is said.
void ChangingTest::savedAndNotInEffect()
{
    const PeerAnswer saved = FarSide::failure(500, "saved_not_in_effect", "Tried again");
    FarSide far;
    const QByteArray devices = QByteArray(box) + "/accesses/devices";
    far.on(QByteArray("PATCH ") + box, {saved});
    far.on(QByteArray("POST ") + list, {saved});
    far.on(QByteArray("DELETE ") + box, {saved});
    far.on(QByteArray("GET ") + box, anaJson("new", 4));
    far.on("GET " + devices, R"([{"id":22,"device":{"label":"Phone"}}])");
    HostingApi api(far.account(), far.token());
    Progress progress;
    for (const Change &change : {noteChange(), mail::creation(ana()), mail::removal(ana())}) {
        const auto applied = api.apply(change, progress);
        QVERIFY2(applied, mail::word(change.verb).latin1());
        QVERIFY(applied->shortfall);
        QCOMPARE(applied->shortfall->code, QStringLiteral("not-yet"));
        QCOMPARE(applied->shortfall->detail, QStringLiteral("Tried again"));
        QCOMPARE(applied->effective.object.key, QStringLiteral("ana"));
    }
    mail::Device wish;
    wish.service = 7;
    wish.mailbox = QStringLiteral("ana");
    wish.label = QStringLiteral("Phone");
    far.on("POST " + devices, R"({"password":"horse-battery","id":22,"in_effect":false})");
    auto made = api.apply(mail::creation(wish), progress);
    QVERIFY(made && made->shortfall);
    QCOMPARE(made->shortfall->code, QStringLiteral("not-yet"));
    QCOMPARE(made->password.reveal(), QByteArray("horse-battery"));
    QCOMPARE(made->effective.object.key, QStringLiteral("22"));
    // One that keeps the password back: another has to be made.
    far.on("POST " + devices, {saved});
    made = api.apply(mail::creation(wish), progress);
    QVERIFY(made && made->shortfall);
    QCOMPARE(made->shortfall->code, QStringLiteral("password-untold"));
    QCOMPARE(made->effective.object.key, QStringLiteral("22"));

    // Records, and keys: found again where the answer does not have them.
    const QByteArray records = "/2/zones/example.org/records";
    far.on("POST " + records, {saved});
    far.on("GET " + records,
           R"([{"id":12,"source":"www","type":"A","target":"192.0.2.1","ttl":300}])");
    mail::ZoneRecord record;
    record.service = 7;
    record.zone = QStringLiteral("example.org");
    record.source = QStringLiteral("www");
    record.type = QStringLiteral("A");
    record.target = QStringLiteral("192.0.2.1");
    record.ttl = 300;
    auto applied = api.apply(mail::creation(record), progress);
    QVERIFY(applied && applied->shortfall);
    QCOMPARE(applied->shortfall->code, QStringLiteral("not-yet"));
    QCOMPARE(applied->effective.object.key, QStringLiteral("12"));
    const QByteArray keys = "/1/mail_hostings/7/dkim_keys";
    far.on("POST " + keys, {saved});
    far.on("GET " + keys, R"([{"id":3,"domain":"example.org","selector":"a","algorithm":"rsa"},)"
                          R"({"id":4,"domain":"example.org","selector":"b","algorithm":"rsa"},)"
                          R"({"id":5,"domain":"example.net","selector":"c","algorithm":"rsa"}])");
    mail::DkimKey key;
    key.service = 7;
    key.domain = QStringLiteral("example.org");
    applied = api.apply(mail::creation(key), progress);
    QVERIFY(applied && applied->shortfall);
    QCOMPARE(applied->shortfall->code, QStringLiteral("not-yet"));
    QCOMPARE(applied->effective.object.key, QStringLiteral("4"));
}

void ChangingTest::refusalsComeThrough()
{
    FarSide far;
    HostingApi api(far.account(), far.token());
    Progress progress;
    far.on(QByteArray("POST ") + list,
           {FarSide::failure(422, "validation_failed", "Bad",
                             R"(,"errors":[{"code":"validation_rule_x","description":"Too long",)"
                             R"("context":{"attribute":"mailbox_name"}}])")});
    auto refused = api.apply(mail::creation(ana()), progress);
    QVERIFY(!refused);
    QCOMPARE(refused.error().field, QStringLiteral("name"));
    far.on(QByteArray("POST ") + list, {FarSide::failure(500, "cannot_create_object", "Quota")});
    refused = api.apply(mail::creation(ana()), progress);
    QVERIFY(!refused);
    QCOMPARE(kindName(refused.error().kind), kindName(Kind::Forbidden));
    QCOMPARE(refused.error().detail, QStringLiteral("Quota"));
}

// Neither a token nor a password in what is kept or shown.
void ChangingTest::secretsStayOut()
{
    FarSide far;
    const QByteArray path = QByteArray(box) + "/accesses/devices";
    far.on("POST " + path, R"({"password":"horse-battery","id":22})");
    far.on("GET " + path, R"([{"id":22,"device":{"label":"Phone"}}])");
    HostingApi api(far.account(), far.token());
    Progress progress;
    mail::Device wish;
    wish.service = 7;
    wish.mailbox = QStringLiteral("ana");
    wish.label = QStringLiteral("Phone");
    const auto applied = api.apply(mail::creation(wish), progress);
    QVERIFY(applied);
    const QByteArray json = QJsonDocument(mail::toJson(applied->effective)).toJson();
    QVERIFY(!json.contains("horse-battery") && !json.contains("tok-en-value"));
    for (const PeerRequest &request : far.peer().requests())
        QVERIFY(!request.target.contains("tok-en-value") && !request.body.contains("tok-en-value"));
}

QTEST_GUILESS_MAIN(ChangingTest)
#include "changing.moc"
