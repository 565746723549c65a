// SPDX-License-Identifier: GPL-3.0-or-later
// From the wire's words to ours.
#include "tests/backend/farside.h"

#include <QTest>

using namespace backend;
using mail::Right;

class ReadingTest : public QObject
{
    Q_OBJECT

private:
    static constexpr const char *hosting = "/1/mail_hostings/7";
    static constexpr const char *box = "/1/mail_hostings/7/mailboxes/ana";

    static const QByteArray &mailboxJson()
    {
        static const QByteArray json =
            R"({"mailbox_name":"ana","mailbox":"ana@xn--bcher-kva.example",)"
            R"("mailbox_idn":"ana@b\u00fccher.example","mailbox_id":5,"note":null,)"
            R"("count_users":"2","count_devices":1,"users":[{"name":"Ana A"},{"name":"Bo"},)"
            R"({"name":"Cy"},{"name":"Di"}],"size":4096,"size_checked_at":1700000000,)"
            R"("created_at":1600000000,"imap_last_login_at":1700000001,"is_limited":"1",)"
            R"("has_redirection":0,"has_auto_responder":true,"has_move_spam":1,)"
            R"("has_mail_filtering":"0","version":3,"type":null,"private":{}})";
        return json;
    }

private slots:
    void mailboxes();
    void oneMailbox();
    void absentStaysUnknown();
    void strangeRows_data();
    void strangeRows();
    void accesses();
    void permissions_data();
    void permissions();
    void devices();
    void servicesOfAllOrganisations();
    void serviceWithPreferences();
    void people();
    void pathsAreEncoded();
    void changeFeed();
    void audit();
    void capabilitiesOfOurDaemon();
    void capabilitiesOfTheProvider();
    void switchedOff();
};

void ReadingTest::mailboxes()
{
    FarSide far;
    far.on(QByteArray("GET ") + hosting + "/mailboxes",
           {FarSide::success('[' + mailboxJson() + ']',
                             ",\"total\":501,\"page\":1,\"pages\":2,\"items_per_page\":500")});
    HostingApi api(far.account(), far.token());
    Progress progress;
    const auto page = api.mailboxes(7, 1, progress);
    QVERIFY(page);
    QCOMPARE(page->pages, 2);
    QCOMPARE(page->total, 501);
    QCOMPARE(page->mailboxes.size(), 1);
    const mail::Mailbox m = page->mailboxes.first();
    QCOMPARE(m.service, 7);
    QCOMPARE(m.name, QStringLiteral("ana"));
    QCOMPARE(m.address, QStringLiteral("ana@xn--bcher-kva.example"));
    QCOMPARE(m.addressIdn, QStringLiteral("ana@bücher.example"));
    QCOMPARE(m.id, 5);
    QCOMPARE(m.note, QString());
    QCOMPARE(m.userCount, 2);
    QCOMPARE(m.deviceCount, 1);
    QCOMPARE(*m.userNames,
             (QStringList{QStringLiteral("Ana A"), QStringLiteral("Bo"), QStringLiteral("Cy")}));
    QCOMPARE(m.size, 4096);
    QCOMPARE(m.sizeCheckedAt->toSecsSinceEpoch(), 1700000000);
    QCOMPARE(m.imapLastLogin->toSecsSinceEpoch(), 1700000001);
    QVERIFY(m.pop3LastLogin && !m.pop3LastLogin->isValid()); // never
    QCOMPARE(m.isLimited, true);
    QCOMPARE(m.hasRedirection, false);
    QCOMPARE(m.hasAutoReply, true);
    QCOMPARE(m.hasSpamFilter, true);
    QCOMPARE(m.hasAdFilter, false);
    QCOMPARE(m.version, 3);
    const PeerRequest heard = far.peer().requests().first();
    QVERIFY(heard.target.contains("page=1&per_page=500"));
    QVERIFY(heard.target.contains("with=mailbox_id,"));
    QCOMPARE(heard.headers.value("authorization"), QByteArray("Bearer tok-en-value"));
}

void ReadingTest::oneMailbox()
{
    FarSide far;
    far.on(QByteArray("GET ") + box, mailboxJson());
    HostingApi api(far.account(), far.token());
    Progress progress;
    const auto m = api.mailbox(7, QStringLiteral("ana"), progress);
    QVERIFY(m);
    QCOMPARE(m->size, 4096);
    QVERIFY(far.peer().requests().first().target.endsWith("unit=B"));
}

void ReadingTest::absentStaysUnknown()
{
    FarSide far;
    far.on(QByteArray("GET ") + box, R"({"mailbox_name":"ana","mailbox":"ana@example.org"})");
    HostingApi api(far.account(mail::AccountKind::Infomaniak), far.token());
    Progress progress;
    const auto m = api.mailbox(7, QStringLiteral("ana"), progress);
    QVERIFY(m);
    QCOMPARE(m->addressIdn, QStringLiteral("ana@example.org"));
    mail::Mailbox expected;
    expected.service = 7;
    expected.name = QStringLiteral("ana");
    expected.address = expected.addressIdn = QStringLiteral("ana@example.org");
    QCOMPARE(mail::toJson(*m), mail::toJson(expected));
}

void ReadingTest::strangeRows_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::newRow("no list") << QByteArray("{}");
    QTest::newRow("null") << QByteArray("null");
    QTest::newRow("a number in the list") << QByteArray("[1]");
    QTest::newRow("nameless") << QByteArray("[{\"mailbox\":\"a@b\"}]");
    QTest::newRow("name of another type") << QByteArray("[{\"mailbox_name\":[]}]");
}

void ReadingTest::strangeRows()
{
    QFETCH(QByteArray, data);
    FarSide far;
    far.on(QByteArray("GET ") + hosting + "/mailboxes", data);
    HostingApi api(far.account(), far.token());
    Progress progress;
    const auto page = api.mailboxes(7, 1, progress);
    QVERIFY(!page); // a row left out in silence would be a mailbox deleted from the cache
    QCOMPARE(kindName(page.error().kind), kindName(Error::Kind::Protocol));
}

void ReadingTest::accesses()
{
    FarSide far;
    const QByteArray path = QByteArray("GET ") + box + "/accesses/webmail";
    const QByteArray user =
        R"({"user_access":{"id":9,"user":{"id":3,"display_name":"Bo B","email":"bo@example.net"},)"
        R"("permissions":["can_manage_rules","can_unknown"],"can_send_emails":false,)"
        R"("created_at":1600000000,"last_used_at":null,"access_rights":{"can_delete":true},)"
        R"("version":4}})";
    far.on(path,
           {FarSide::success('[' + user + ",{\"invitation\":{\"key\":\"k\"}}]",
                             ",\"page\":1,\"pages\":2,\"total\":3"),
            FarSide::success("[{\"id\":10,\"user\":{\"id\":\"4\",\"firstname\":\"Cy\","
                             "\"lastname\":\"C\"},\"permissions\":{\"can_manage_rules\":\"1\"}}]",
                             ",\"page\":2,\"pages\":2,\"total\":3")});
    HostingApi api(far.account(), far.token());
    Progress progress;
    const auto list = api.accesses(7, QStringLiteral("ana"), progress);
    QVERIFY(list);
    QCOMPARE(list->size(), 2);
    const mail::Access a = list->first();
    QCOMPARE(a.user, 3);
    QCOMPARE(a.id, 9);
    QCOMPARE(a.userName, QStringLiteral("Bo B"));
    QCOMPARE(a.userEmail, QStringLiteral("bo@example.net"));
    QCOMPARE(a.rights->get(Right::SendEmails), false);
    QCOMPARE(a.rights->get(Right::ManageRules), true);
    QCOMPARE(a.rights->get(Right::ManageAliases), false);
    QVERIFY(a.lastUsedAt && !a.lastUsedAt->isValid());
    QCOMPARE(a.canRemove, true);
    QCOMPARE(a.version, 4);
    const mail::Access b = list->last();
    QCOMPARE(b.user, 4);
    QCOMPARE(b.userName, QStringLiteral("Cy C"));
    QCOMPARE(b.rights->get(Right::ManageRules), true);
    QVERIFY(!b.rights->get(Right::ManageAliases));
    QVERIFY(!b.rights->get(Right::SendEmails));
    QVERIFY(!b.lastUsedAt);
    QCOMPARE(far.heard(path).size(), 2);
    QVERIFY(far.heard(path).last().target.contains("page=2"));
}

void ReadingTest::permissions_data()
{
    QTest::addColumn<QByteArray>("json"); // {"p": permissions, "s": can_send_emails}
    QTest::addColumn<QString>("rules");   // "yes", "no", "?"
    QTest::addColumn<QString>("send");
    const auto row = [](const char *json, const char *rules, const char *send) {
        QTest::newRow(json) << QByteArray(json) << QString::fromLatin1(rules)
                            << QString::fromLatin1(send);
    };
    row(R"({})", "?", "?");
    row(R"({"p":null})", "?", "?");
    row(R"({"p":[]})", "no", "?");
    row(R"({"p":[],"s":1})", "no", "yes");
    row(R"({"p":["can_send_emails"]})", "no", "yes");
    row(R"({"p":["can_send_emails"],"s":false})", "no", "no");
    row(R"({"p":{"can_manage_rules":true}})", "yes", "?");
    row(R"({"p":{"can_manage_rules":"0","can_send_emails":"1"}})", "no", "yes");
    row(R"({"p":{"can_manage_rules":"maybe","can_send_emails":true}})", "?", "yes");
    row(R"({"p":{"can_manage_rules":null}})", "?", "?");
    row(R"({"p":[{"name":"can_manage_rules"}]})", "?", "?");
    row(R"({"p":[1,2]})", "?", "?");
    row(R"({"p":"all"})", "?", "?");
    row(R"({"p":7,"s":{}})", "?", "?");
    row(R"({"s":"true"})", "?", "yes");
    row(R"({"s":null})", "?", "?");
}

void ReadingTest::permissions()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, rules);
    QFETCH(QString, send);
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const auto rights = rightsFromWire(object.value(u"p"), object.value(u"s"));
    const auto shown = [&](Right right) {
        const auto granted = rights ? rights->get(right) : std::nullopt;
        return !granted   ? QStringLiteral("?")
               : *granted ? QStringLiteral("yes")
                          : QStringLiteral("no");
    };
    QCOMPARE(shown(Right::ManageRules), rules);
    QCOMPARE(shown(Right::SendEmails), send);
}

void ReadingTest::devices()
{
    const QByteArray json =
        R"([{"id":21,"device":{"id":2,"label":"Phone","type":"phone"},"protocols":"pop3-imap",)"
        R"("last_connection":null,"created_at":1600000000,"status":"healthy",)"
        R"("user_access":{"id":3,"firstname":"Bo","lastname":"B"},"creator":{"firstname":"Ana"}},)"
        R"({"id":22,"device":{"label":"Scanner","type":"other"},"protocols":"imap"},)"
        R"({"id":23,"device":{"type":"spaceship"},"protocols":"carrier","user_access":null,)"
        R"("status":7,"last_connection":"soon"}])";
    FarSide far;
    far.on(QByteArray("GET ") + box + "/accesses/devices", json);
    Progress progress;
    HostingApi ours(far.account(), far.token());
    const auto list = ours.devices(7, QStringLiteral("ana"), progress);
    QVERIFY(list);
    QCOMPARE(list->size(), 3);
    QCOMPARE(list->at(0).id, 21);
    QCOMPARE(list->at(0).label, QStringLiteral("Phone"));
    QCOMPARE(list->at(0).type, mail::DeviceType::Phone);
    QCOMPARE(list->at(0).protocols, mail::Protocols::Pop3Imap);
    QCOMPARE(list->at(0).user, 3);
    QCOMPARE(list->at(0).userName, QStringLiteral("Bo B"));
    QCOMPARE(list->at(0).creatorName, QStringLiteral("Ana"));
    QCOMPARE(list->at(0).status, mail::DeviceStatus::Healthy);
    QVERIFY(list->at(0).lastConnection && !list->at(0).lastConnection->isValid());
    QCOMPARE(list->at(1).user, 0); // ours leaves it out when there is none
    QVERIFY(!list->at(2).type && !list->at(2).protocols && !list->at(2).status);
    QVERIFY(!list->at(2).lastConnection);
    QCOMPARE(list->at(2).user, 0);
    HostingApi theirs(far.account(mail::AccountKind::Infomaniak), far.token());
    const auto other = theirs.devices(7, QStringLiteral("ana"), progress);
    QVERIFY(other);
    QVERIFY(!other->at(1).user);
    QCOMPARE(other->at(2).user, 0);
}

void ReadingTest::servicesOfAllOrganisations()
{
    FarSide far;
    far.on("GET /1/accounts", R"([{"id":1},{"id":"2"},{"id":3},{"name":"odd"}])");
    far.on("GET /1/mail_hostings",
           {FarSide::success(R"([{"id":7,"account_id":1,"customer_name":"Shop","main_fqdn":)"
                             R"("xn--bcher-kva.example","quota":null,"used":4,"is_locked":"0"}])"),
            FarSide::failure(403, "access_denied"),
            FarSide::success(R"([{"id":8,"main_fqdn":"example.org","quota":5,"used":5}])")});
    HostingApi api(far.account(), far.token());
    Progress progress;
    const auto list = api.services(progress);
    QVERIFY(list);
    QCOMPARE(list->size(), 2);
    QCOMPARE(list->at(0).name, QStringLiteral("Shop"));
    QCOMPARE(list->at(0).domainIdn, QStringLiteral("bücher.example"));
    QCOMPARE(list->at(0).addressQuota, 0);
    QCOMPARE(list->at(0).addressesUsed, 4);
    QCOMPARE(list->at(0).isLocked, false);
    QCOMPARE(list->at(1).organisation, 3);
    QCOMPARE(list->at(1).name, QStringLiteral("example.org"));
    QCOMPARE(list->at(1).addressQuota, 5);
    QVERIFY(!list->at(1).isLocked);
    far.on("GET /1/mail_hostings", {FarSide::failure(403, "access_denied")});
    const auto refused = api.services(progress);
    QVERIFY(!refused);
    QCOMPARE(kindName(refused.error().kind), kindName(Error::Kind::Forbidden));
}

void ReadingTest::serviceWithPreferences()
{
    FarSide far;
    far.on(QByteArray("GET ") + hosting, R"({"id":7,"main_fqdn":"example.org"})");
    far.on(QByteArray("GET ") + hosting + "/preferences",
           R"({"default_permissions":{"can_manage_rules":true,"can_send_emails":false},)"
           R"("spam_filter_enabled":1,"promotion_filter_enabled":"0"})");
    HostingApi api(far.account(), far.token());
    Progress progress;
    auto service = api.service(7, progress);
    QVERIFY(service);
    QCOMPARE(service->defaultRights->get(Right::ManageRules), true);
    QCOMPARE(service->defaultRights->get(Right::SendEmails), false);
    QCOMPARE(service->isSpamFilterDefault, true);
    QCOMPARE(service->isAdFilterDefault, false);
    far.on(QByteArray("GET ") + hosting + "/preferences", {FarSide::failure(403, "forbidden")});
    service = api.service(7, progress);
    QVERIFY(service);
    QVERIFY(!service->defaultRights);
}

void ReadingTest::people()
{
    FarSide far;
    far.on("GET /2/profile", R"({"id":3,"display_name":"Bo B","email":"bo@example.net"})");
    far.on("GET /2/accounts/1/users",
           R"([{"user_id":3,"first_name":"Bo","last_name":"B","email":"bo@example.net",)"
           R"("role_type":"admin"},{"user_id":null,"email":"invited@example.net"},)"
           R"({"user_id":4,"display_name":"Cy","role_type":"wizard"}])");
    HostingApi api(far.account(), far.token());
    Progress progress;
    const auto list = api.users(1, progress);
    QVERIFY(list);
    QCOMPARE(list->size(), 2);
    QCOMPARE(list->at(0).displayName, QStringLiteral("Bo B"));
    QCOMPARE(list->at(0).isMe, true);
    QCOMPARE(list->at(0).role, mail::Role::Administrator);
    QCOMPARE(list->at(1).isMe, false);
    QVERIFY(!list->at(1).role);
}

void ReadingTest::pathsAreEncoded()
{
    FarSide far;
    HostingApi api(far.account(), far.token());
    Progress progress;
    for (const char *name : {"a/b", "a?b", "a#b", "a%2Fb", "a b", "ü", "a@b"}) {
        QVERIFY(!api.mailbox(7, QString::fromUtf8(name), progress));
        const QByteArray target = far.peer().requests().last().target;
        QVERIFY2(target.startsWith("/1/mail_hostings/7/mailboxes/" +
                                   QString::fromUtf8(name).toUtf8().toPercentEncoding() + '?'),
                 target.constData());
    }
    const qsizetype before = far.peer().requests().size();
    for (const char *name : {"", ".", ".."}) {
        const auto refused = api.mailbox(7, QString::fromUtf8(name), progress);
        QVERIFY(!refused);
        QCOMPARE(kindName(refused.error().kind), kindName(Error::Kind::Invalid));
    }
    QCOMPARE(far.peer().requests().size(), before);
}

void ReadingTest::changeFeed()
{
    FarSide far;
    const QByteArray path = QByteArray("GET ") + hosting + "/changes";
    const QByteArray rows =
        R"([{"sequence":11,"verb":"update","kind":"mailbox","mailbox_name":"ana","key":"ana","object":)" +
        mailboxJson() + R"(,"mailbox":)" + mailboxJson() +
        R"(},{"sequence":12,"verb":"create","kind":"device","mailbox_name":"ana","key":21,)"
        R"("object":{"id":21},"mailbox":)" +
        mailboxJson() +
        R"(},{"sequence":13,"verb":"remove","kind":"mailbox","mailbox_name":"bo","key":"bo",)"
        R"("object":null,"mailbox":null}])";
    far.on(path, "{\"changes\":" + rows + ",\"last\":99,\"complete\":false,\"reset\":false}");
    HostingApi api(far.account(), far.token());
    Progress progress;
    auto feed = api.changes(7, 10, 3, progress);
    QVERIFY(feed);
    QVERIFY(far.peer().requests().last().target.contains("since=10"));
    QVERIFY(far.peer().requests().last().target.contains("activity=3"));
    QCOMPARE(feed->entries.size(), 3);
    QCOMPARE(feed->last, 13); // the rest comes after this
    QVERIFY(!feed->complete);
    QCOMPARE(feed->entries.at(0).object.key, QStringLiteral("ana"));
    QCOMPARE(feed->entries.at(0).object.parent, QString());
    QCOMPARE(feed->entries.at(0).object.version, 3);
    QCOMPARE(feed->entries.at(0).mailbox->deviceCount, 1);
    QCOMPARE(feed->entries.at(1).object.parent, QStringLiteral("ana"));
    QCOMPARE(feed->entries.at(1).object.key, QStringLiteral("21"));
    QCOMPARE(feed->entries.at(1).mailbox->name, QStringLiteral("ana"));
    QCOMPARE(feed->entries.at(2).verb, mail::Verb::Remove);
    QVERIFY(!feed->entries.at(2).mailbox);
    far.on(path, R"({"changes":[],"last":99,"complete":true,"reset":true})");
    feed = api.changes(7, 10, 3, progress);
    QVERIFY(feed);
    QCOMPARE(feed->last, 99);
    QVERIFY(feed->reset && feed->complete);
    // Who does not count activity has none to tell, and is asked the same the next time.
    QCOMPARE(feed->active.size(), 0);
    QCOMPARE(feed->activity, 3);
    far.on(path, R"({"changes":[],"last":99,"complete":true,"reset":false,"activity":{"last":8,)"
                 R"("complete":false,"mailboxes":[)" +
                     mailboxJson() + "]}}");
    feed = api.changes(7, 10, 3, progress);
    QVERIFY(feed);
    QCOMPARE(feed->entries.size(), 0);
    QCOMPARE(feed->active.size(), 1);
    QCOMPARE(feed->active.first().name, QStringLiteral("ana"));
    QCOMPARE(feed->activity, 8);
    QVERIFY(!feed->complete);
    far.on(path, R"({"changes":[],"last":99,"activity":{"mailboxes":[]}})");
    QVERIFY(!api.changes(7, 10, 3, progress));
    far.on(path, R"({"changes":[],"last":99,"activity":{"last":8,"mailboxes":[{}]}})");
    QVERIFY(!api.changes(7, 10, 3, progress));
    far.on(path, R"({"changes":[{"verb":"dance"}],"last":1})");
    QVERIFY(!api.changes(7, 10, 3, progress));
    far.on(path, "[]");
    QVERIFY(!api.changes(7, 10, 3, progress));
    HostingApi theirs(far.account(mail::AccountKind::Infomaniak), far.token());
    const qsizetype before = far.peer().requests().size();
    QCOMPARE(kindName(theirs.changes(7, 0, 3, progress).error().kind),
             kindName(Error::Kind::Unsupported));
    QCOMPARE(far.peer().requests().size(), before);
}

void ReadingTest::audit()
{
    FarSide far;
    far.on(QByteArray("GET ") + hosting + "/audit",
           R"([{"id":4,"at":1700000000,"user":{"id":3,"display_name":"Bo"},"verb":"update",)"
           R"("object":{"kind":"mailbox","service":7,"key":"ana"},"before":{"note":""},)"
           R"("after":{"note":"x"}}])");
    HostingApi api(far.account(), far.token());
    Progress progress;
    const auto rows = api.audit(7, 1, progress);
    QVERIFY(rows);
    QCOMPARE(rows->size(), 1);
    QCOMPARE(rows->first().id, 4);
    QCOMPARE(rows->first().by, QStringLiteral("Bo"));
    QCOMPARE(rows->first().at.toSecsSinceEpoch(), 1700000000);
    QCOMPARE(rows->first().change.object.key, QStringLiteral("ana"));
    QCOMPARE(rows->first().change.after.value(u"note").toString(), QStringLiteral("x"));
}

void ReadingTest::capabilitiesOfOurDaemon()
{
    FarSide far;
    far.on(QByteArray("GET ") + hosting + "/capabilities",
           R"({"can":["update mailbox.note"],"cannot":{"create device":"read-only-token"},)"
           R"("features":["changes"],"mail_settings":{"host":"127.0.0.1","imaps":10993}})");
    HostingApi api(far.account(), far.token());
    Progress progress;
    const auto can = api.capabilities(7, progress);
    QVERIFY(can);
    QVERIFY(can->can(mail::Verb::Update, u"mailbox", u"note"));
    QCOMPARE(can->can(mail::Verb::Create, u"device").reason, QStringLiteral("read-only-token"));
    QVERIFY(can->has(u"changes"));
    QCOMPARE(can->mailSettings.imaps, 10993);
}

void ReadingTest::capabilitiesOfTheProvider()
{
    FarSide far;
    far.on(QByteArray("GET ") + hosting + "/mailboxes",
           R"([{"mailbox_name":"ana","mailbox":"ana@example.org"}])");
    far.on(QByteArray("GET ") + box + "/accesses/webmail", "[]");
    far.on(QByteArray("GET ") + box + "/accesses/devices", {FarSide::failure(501, "error")});
    HostingApi api(far.account(mail::AccountKind::Infomaniak), far.token());
    Progress progress;
    const auto can = api.capabilities(7, progress);
    QVERIFY(can);
    using mail::Verb;
    QVERIFY(can->can(Verb::Create, u"mailbox"));
    QVERIFY(can->can(Verb::Update, u"mailbox", u"note"));
    QVERIFY(can->can(Verb::Update, u"access", u"rights"));
    QCOMPARE(can->can(Verb::Update, u"access", u"rights.can_send_emails").reason,
             QStringLiteral("not-offered-by-provider"));
    QCOMPARE(can->can(Verb::Create, u"device").reason, QStringLiteral("not-enabled-here"));
    QCOMPARE(can->can(Verb::Update, u"device", u"password").reason,
             QStringLiteral("not-enabled-here"));
    QVERIFY(!can->has(u"changes"));
    QVERIFY(!can->has(u"audit"));
    QCOMPARE(can->mailSettings, mail::MailSettings::infomaniak());
    const qsizetype asked = far.peer().requests().size();
    QVERIFY(api.capabilities(7, progress)); // looked once
    QCOMPARE(far.peer().requests().size(), asked);
}

// A 501 on the way of a change is remembered for that verb alone.
void ReadingTest::switchedOff()
{
    FarSide far;
    far.on(QByteArray("GET ") + hosting + "/mailboxes", "[]");
    far.on(QByteArray("GET ") + box, mailboxJson());
    far.on(QByteArray("PATCH ") + box, {PeerAnswer::text(501, "<html>no</html>", "text/html")});
    HostingApi api(far.account(mail::AccountKind::Infomaniak), far.token());
    Progress progress;
    mail::Change change;
    change.object = {QStringLiteral("mailbox"), 7, {}, QStringLiteral("ana"), {}, 0};
    change.after.insert(QStringLiteral("note"), QStringLiteral("x"));
    const auto applied = api.apply(change, progress);
    QVERIFY(!applied);
    QCOMPARE(kindName(applied.error().kind), kindName(Error::Kind::Unsupported));
    const auto can = api.capabilities(7, progress);
    QVERIFY(can);
    QCOMPARE(can->can(mail::Verb::Update, u"mailbox", u"note").reason,
             QStringLiteral("not-enabled-here"));
    QVERIFY(can->can(mail::Verb::Remove, u"mailbox"));
}

QTEST_GUILESS_MAIN(ReadingTest)
#include "reading.moc"
