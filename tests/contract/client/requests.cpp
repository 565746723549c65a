// SPDX-License-Identifier: GPL-3.0-or-later
// Every request that our client makes is one that the published contract knows.
#include "app/mail/rules.h"
#include "tests/backend/farside.h"

#include <QFile>
#include <QTest>
#include <QUrlQuery>

using namespace backend;

class RequestsTest : public QObject
{
    Q_OBJECT

private:
    QJsonObject m_facts;
    QSet<QString> m_seen; // operations asked for, "GET /1/accounts"

    QString fault(const wire::HttpRequest &request, bool toProvider);
    QString bodyFault(const QJsonObject &body, const QJsonObject &fact, bool toProvider) const;
    static QString queryFault(const QUrlQuery &query, const QJsonObject &fact);
    static bool hasType(const QJsonValue &value, const QString &type);
    static void makeEveryRequest(HostingApi &api);
    static void makeEveryRequestOfDns(HostingApi &api, const mail::Service &service);
    static void answerDns(FarSide &far, bool isProvider);

private slots:
    void initTestCase();
    void everyRequest_data();
    void everyRequest();
    void theCheckChecks();
};

void RequestsTest::initTestCase()
{
    QFile file(QStringLiteral(CLIENT_FACTS));
    QVERIFY(file.open(QIODevice::ReadOnly));
    m_facts = QJsonDocument::fromJson(file.readAll()).object();
    QVERIFY(m_facts.value(u"operations").toArray().size() > 20);
}

bool RequestsTest::hasType(const QJsonValue &value, const QString &type)
{
    if (type == u"string")
        return value.isString();
    if (type == u"integer")
        return value.isDouble() && double(qint64(value.toDouble())) == value.toDouble();
    if (type == u"boolean")
        return value.isBool();
    if (type == u"null")
        return value.isNull();
    if (type == u"array")
        return value.isArray();
    return (type == u"permissions" || type == u"object") && value.isObject();
}

QString RequestsTest::queryFault(const QUrlQuery &query, const QJsonObject &fact)
{
    QStringList names;
    for (const auto &[name, value] : query.queryItems(QUrl::FullyDecoded)) {
        names.append(name);
        const QJsonObject parameter = fact.value(name).toObject();
        if (parameter.isEmpty())
            return QStringLiteral("unknown parameter ") + name;
        bool isNumber = false;
        value.toLongLong(&isNumber);
        if (parameter.value(u"type").toString() == u"integer" && !isNumber)
            return name + QStringLiteral(" is no number");
        const QJsonArray words = parameter.value(u"words").toArray();
        if (!words.isEmpty() && !words.contains(value))
            return name + QStringLiteral(" is none of its words");
        const QJsonArray listOf = parameter.value(u"list_of").toArray();
        if (!listOf.isEmpty())
            for (const QString &word : value.split(u','))
                if (!listOf.contains(word))
                    return name + QStringLiteral(" has an unknown word ") + word;
    }
    for (auto it = fact.begin(); it != fact.end(); ++it)
        if (it->toObject().value(u"required").toBool() && !names.contains(it.key()))
            return it.key() + QStringLiteral(" is missing");
    return {};
}

QString RequestsTest::bodyFault(const QJsonObject &body, const QJsonObject &fact,
                                bool toProvider) const
{
    for (const QJsonValue name : fact.value(u"required").toArray())
        if (!body.contains(name.toString()))
            return name.toString() + QStringLiteral(" is missing");
    const QJsonObject fields = fact.value(u"fields").toObject();
    for (auto it = body.begin(); it != body.end(); ++it) {
        const QJsonObject field = fields.value(it.key()).toObject();
        if (field.isEmpty())
            return QStringLiteral("unknown field ") + it.key();
        const QJsonValue type = field.value(u"type");
        QJsonArray types = type.toArray();
        if (type.isString())
            types.append(type);
        if (std::none_of(types.begin(), types.end(),
                         [&](const QJsonValue &one) { return hasType(*it, one.toString()); }))
            return it.key() + QStringLiteral(" is of another type");
        const QJsonArray words = field.value(u"words").toArray();
        if (!words.isEmpty() && !words.contains(*it))
            return it.key() + QStringLiteral(" is none of its words");
        if (field.contains(u"least") && (it->toInt() < field.value(u"least").toInt() ||
                                         it->toInt() > field.value(u"most").toInt()))
            return it.key() + QStringLiteral(" is out of its bounds");
        if (field.contains(u"longest") && it->toString().size() > field.value(u"longest").toInt())
            return it.key() + QStringLiteral(" is too long");
        if (type.toString() != u"permissions")
            continue;
        const QJsonObject flags = it->toObject();
        for (auto flag = flags.begin(); flag != flags.end(); ++flag) {
            const bool known = m_facts.value(u"permission_flags").toArray().contains(flag.key());
            const bool ours = m_facts.value(u"our_permission_flags").toArray().contains(flag.key());
            if (!flag->isBool() || (!known && (toProvider || !ours)))
                return QStringLiteral("unknown flag ") + flag.key();
        }
    }
    return {};
}

// Empty: the contract knows it.
QString RequestsTest::fault(const wire::HttpRequest &request, bool toProvider)
{
    QByteArray method = request.method;
    for (const auto &[name, value] : request.headers)
        if (name == "X-HTTP-METHOD-OVERRIDE")
            method = value;
    const QList<QByteArray> path = request.url.path(QUrl::FullyEncoded).toLatin1().split('/');
    for (const QJsonValue item : m_facts.value(u"operations").toArray()) {
        const QJsonObject fact = item.toObject();
        const QString known = fact.value(u"path").toString();
        const QStringList steps = known.split(u'/');
        bool isIt =
            fact.value(u"method").toString().toLatin1() == method && steps.size() == path.size();
        for (qsizetype i = 0; isIt && i < steps.size(); ++i)
            isIt = steps[i].startsWith(u'{') ? !path[i].isEmpty() : steps[i].toLatin1() == path[i];
        if (!isIt)
            continue;
        if (toProvider && fact.value(u"ours").toBool())
            return QStringLiteral("only our daemon has it");
        m_seen.insert(QString::fromLatin1(method) + u' ' + known);
        if (const QString wrong =
                queryFault(QUrlQuery(request.url), fact.value(u"query").toObject());
            !wrong.isEmpty())
            return wrong;
        if (!fact.contains(u"body"))
            return request.body.isEmpty() ? QString() : QStringLiteral("a body where none is");
        const QJsonDocument body = QJsonDocument::fromJson(request.body);
        if (!body.isObject())
            return QStringLiteral("no body where one must be");
        return bodyFault(body.object(), fact.value(u"body").toObject(), toProvider);
    }
    return QStringLiteral("unknown operation");
}

void RequestsTest::makeEveryRequest(HostingApi &api)
{
    const auto used = [](const auto &result) { return result.has_value(); };
    const bool published = api.account().kind == mail::AccountKind::Infomaniak;
    Progress progress;
    used(api.me(progress));
    used(api.services(progress));
    used(api.service(7, progress));
    used(api.users(1, progress));
    used(api.capabilities(7, progress));
    used(api.mailboxes(7, 1, progress));
    const auto box = api.mailbox(7, QStringLiteral("ana"), progress);
    QVERIFY(box);
    const auto accesses = api.accesses(7, QStringLiteral("ana"), progress);
    QVERIFY(accesses && accesses->size() == 1);
    const auto devices = api.devices(7, QStringLiteral("ana"), progress);
    QVERIFY(devices && devices->size() == 1);
    used(api.changes(7, 5, 3, progress));
    used(api.audit(7, 1, progress));
    const auto apply = [&](const mail::Change &change) {
        const auto applied = api.apply(change, progress);
        QVERIFY2(applied.has_value(), applied ? "" : qPrintable(applied.error().detail));
    };

    mail::Mailbox wish;
    wish.service = 7;
    wish.name = QStringLiteral("ana");
    apply(mail::creation(wish));
    for (const auto &[target, word] : mail::Words<mail::Target>::list) {
        wish.target = target;
        wish.note = QString(mail::maxNote, u'n');
        wish.hasSpamFilter = false;
        wish.hasAdFilter = true;
        apply(mail::creation(wish));
    }
    mail::Mailbox edited = *box;
    edited.note = QString();
    edited.hasSpamFilter = false;
    edited.hasAdFilter = true;
    apply(mail::difference(*box, edited));
    edited.note = QStringLiteral("new");
    apply(mail::difference(*box, edited));
    apply(mail::removal(*box));

    mail::Access access = accesses->first();
    access.rights = published ? mail::Rights() : mail::Rights::none();
    if (published)
        for (const mail::Right right : mail::allRights())
            access.rights->set(right, true);
    apply(mail::creation(access));
    access.rights.reset(); // the far side's default
    apply(mail::creation(access));
    access = accesses->first();
    for (const mail::Right right : mail::allRights())
        if (right != mail::Right::SendEmails || !published)
            access.rights->set(right, !access.rights->allows(right));
    apply(mail::difference(accesses->first(), access));
    apply(mail::removal(accesses->first()));

    mail::Device device;
    device.service = 7;
    device.mailbox = QStringLiteral("ana");
    device.label = QStringLiteral("Phone");
    for (const auto &[protocols, word] : mail::Words<mail::Protocols>::list) {
        device.protocols = protocols;
        device.type = mail::DeviceType::Tablet;
        device.user = protocols == mail::Protocols::Imap ? 0 : 3;
        apply(mail::creation(device));
    }
    for (const auto &[type, word] : mail::Words<mail::DeviceType>::list) {
        device.type = type;
        if (type != mail::DeviceType::Legacy)
            apply(mail::creation(device));
    }
    device.type = mail::DeviceType::Legacy; // there is no asking for one of these
    QVERIFY(!api.apply(mail::creation(device), progress));
    mail::Device renewed = devices->first();
    renewed.password = QStringLiteral("set");
    apply(mail::difference(devices->first(), renewed));
    apply(mail::removal(devices->first()));
    mail::Change all = mail::removal(devices->first());
    all.object.key = QStringLiteral("*");
    apply(all);

    const auto service = api.service(7, progress);
    QVERIFY(service && service->defaultRights);
    mail::Service other = *service;
    other.defaultRights->set(mail::Right::ManageRules, false);
    other.isSpamFilterDefault = false;
    other.isAdFilterDefault = true;
    apply(mail::difference(*service, other));
    makeEveryRequestOfDns(api, *service);
}

void RequestsTest::makeEveryRequestOfDns(HostingApi &api, const mail::Service &service)
{
    const auto used = [](const auto &result) { return result.has_value(); };
    const bool published = api.account().kind == mail::AccountKind::Infomaniak;
    Progress progress;
    const auto apply = [&](const mail::Change &change) {
        const auto applied = api.apply(change, progress);
        QVERIFY2(applied.has_value(), applied ? "" : qPrintable(applied.error().detail));
    };
    const auto zones = api.zones(service, progress);
    QVERIFY(zones && zones->size() == 1);
    mail::Service elsewhere = service;
    elsewhere.domain = QStringLiteral("example.net");
    used(api.zones(elsewhere, progress));
    mail::Zone other = zones->first();
    other.isSigned = true;
    apply(mail::difference(zones->first(), other));
    other.isSigned = false;
    mail::Zone isSigned = zones->first();
    isSigned.isSigned.reset();
    apply(mail::difference(isSigned, other));
    apply(mail::creation(zones->first()));
    apply(mail::removal(zones->first()));
    used(api.zoneHistory(zones->first(), 1, progress));

    const auto records = api.records(zones->first(), progress);
    QVERIFY(records && records->size() == 1);
    const mail::ZoneRecord &record = records->first();
    used(api.isLive(record, progress));
    apply(mail::creation(record));
    mail::ZoneRecord edited = record;
    edited.source.clear();
    edited.ttl.reset();
    apply(mail::creation(edited));
    edited = record;
    edited.ttl = mail::minTtl;
    apply(mail::difference(record, edited));
    edited.target = QStringLiteral("192.0.2.2");
    apply(mail::difference(record, edited));
    edited.source = QStringLiteral("web");
    apply(mail::difference(record, edited));
    edited.type = QStringLiteral("TXT");
    apply(mail::difference(record, edited));
    apply(mail::removal(record));

    mail::SecuritySnapshot look;
    look.domain = service.domain;
    look.at = QDateTime::fromSecsSinceEpoch(1'700'000'000);
    used(api.dkimKeys(7, progress));
    used(api.rotateDkim(7, service.domain, 604'800, progress));
    used(api.signedMessage(7, service.domain, progress));
    used(api.hostJobs(7, progress));
    used(api.hostJob(7, 8, progress));
    used(api.cancelHostJob(7, 8, progress));
    used(api.securityHistory(7, service.domain, progress));
    used(api.lookNow(7, service.domain, progress));
    used(api.acceptSecurity(7, look, progress));
    if (published)
        return;
    mail::DkimKey key;
    key.service = 7;
    key.id = 3;
    key.domain = service.domain;
    apply(mail::creation(key));
    key.algorithm = mail::DkimAlgorithm::Ed25519;
    key.selector = QStringLiteral("s");
    key.state.reset();
    apply(mail::creation(key));
    key.state = mail::DkimState::Made;
    for (const mail::DkimState state :
         {mail::DkimState::Signing, mail::DkimState::Retiring, mail::DkimState::Retired}) {
        mail::DkimKey next = key;
        next.state = state;
        mail::Change step = mail::difference(key, next);
        step.object.version = 2;
        apply(step);
    }
    mail::Change gone = mail::removal(key);
    gone.object.version = 2;
    apply(gone);
}

void RequestsTest::everyRequest_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("our daemon") << int(mail::AccountKind::Server);
    QTest::newRow("the provider") << int(mail::AccountKind::Infomaniak);
}

void RequestsTest::answerDns(FarSide &far, bool isProvider)
{
    const QByteArray hosting = "/1/mail_hostings/7";
    const QByteArray zone = "{\"fqdn\":\"example.org\",\"dnssec\":{\"is_enabled\":false}}";
    const QByteArray record = "{\"id\":12,\"source\":\"www\",\"type\":\"A\",\"target\":"
                              "\"192.0.2.1\",\"ttl\":3600,\"updated_at\":1700000000}";
    const QByteArray records = "/2/zones/example.org/records";
    far.on(isProvider ? "GET /2/domains/example.org/zones" : "GET " + hosting + "/zones",
           '[' + zone + ']');
    far.on("GET /2/domains/example.net/zones", {FarSide::failure(404, "object_not_found")});
    far.on("GET /2/zones/example.net/exists", "false");
    far.on("POST /2/domains/example.org/dnssec/enable", "true");
    far.on("POST /2/domains/example.org/dnssec/disable", "true");
    far.on("GET /2/zones/example.org", zone);
    far.on("PATCH /2/zones/example.org", zone);
    far.on("POST /2/zones/example.org", zone);
    far.on("DELETE /2/zones/example.org", "true");
    far.on("GET /2/zones/example.org/history", "[]");
    far.on("GET " + records, '[' + record + ']');
    far.on("POST " + records, record);
    far.on("GET " + records + "/12", record);
    far.on("PUT " + records + "/12", record);
    far.on("DELETE " + records + "/12", "true");
    far.on("GET " + records + "/12/check", "true");

    const QByteArray key = "{\"id\":3,\"domain\":\"example.org\",\"selector\":\"s\","
                           "\"state\":\"made\"}";
    const QByteArray look = "{\"domain\":\"example.org\",\"at\":1700000000,\"findings\":[],"
                            "\"records\":[]}";
    far.on("GET " + hosting + "/dkim_keys", '[' + key + ']');
    far.on("POST " + hosting + "/dkim_keys", key);
    far.on("PATCH " + hosting + "/dkim_keys/3", key);
    far.on("DELETE " + hosting + "/dkim_keys/3", "true");
    far.on("GET " + hosting + "/dkim_keys/signed_message", "{\"message\":\"m\"}");
    far.on("POST " + hosting + "/diagnostic/dkim/rotate", "{\"id\":8}");
    far.on("GET " + hosting + "/jobs", "[]");
    far.on("GET " + hosting + "/jobs/8", "{\"id\":8}");
    far.on("DELETE " + hosting + "/jobs/8", "true");
    far.on("GET " + hosting + "/security", "{\"looks\":[" + look + "]}");
    far.on("POST " + hosting + "/security/check", look);
    far.on("PUT " + hosting + "/security/accepted", "true");
}

void RequestsTest::everyRequest()
{
    QFETCH(int, kind);
    const bool toProvider = mail::AccountKind(kind) == mail::AccountKind::Infomaniak;
    const QByteArray hosting = "/1/mail_hostings/7";
    const QByteArray box = hosting + "/mailboxes/ana";
    const QByteArray ana = "{\"mailbox_name\":\"ana\",\"mailbox\":\"ana@example.org\",\"note\":"
                           "\"old\",\"has_move_spam\":true,\"has_mail_filtering\":false}";
    FarSide far;
    far.on("GET /2/profile", "{\"id\":3}");
    far.on("GET /1/accounts", "[{\"id\":1}]");
    far.on("GET /2/accounts/1/users", "[{\"user_id\":3}]");
    far.on("GET /1/mail_hostings", "[{\"id\":7}]");
    far.on("GET " + hosting, "{\"id\":7,\"main_fqdn\":\"example.org\"}");
    far.on("GET " + hosting + "/preferences",
           "{\"default_permissions\":{\"can_manage_rules\":true},\"spam_filter_enabled\":true,"
           "\"promotion_filter_enabled\":false}");
    far.on("PATCH " + hosting + "/preferences", "true");
    far.on("GET " + hosting + "/capabilities", "{}");
    far.on("GET " + hosting + "/changes", "{\"changes\":[],\"last\":5}");
    far.on("GET " + hosting + "/audit", "[]");
    far.on("GET " + hosting + "/mailboxes", '[' + ana + ']');
    far.on("POST " + hosting + "/mailboxes", "{\"mailbox\":\"ana@example.org\"}");
    far.on("GET " + box, ana);
    far.on("PATCH " + box, "true");
    far.on("DELETE " + box, "true");
    far.on("GET " + box + "/accesses/webmail",
           "[{\"user_access\":{\"id\":9,\"user\":{\"id\":3},\"permissions\":[\"can_manage_rules\"]"
           "}}]");
    far.on("POST " + box + "/accesses/webmail", "true");
    far.on("PATCH " + box + "/accesses/webmail/users/3", "true");
    far.on("DELETE " + box + "/accesses/webmail/users/3", "true");
    far.on("GET " + box + "/accesses/devices",
           "[{\"id\":21,\"device\":{\"label\":\"Phone\"},\"protocols\":\"imap\"}]");
    far.on("POST " + box + "/accesses/devices", "{\"password\":\"p\",\"id\":21}");
    far.on("DELETE " + box + "/accesses/devices", "true");
    far.on("POST " + box + "/accesses/devices/21", "{\"password\":\"p\"}");
    far.on("DELETE " + box + "/accesses/devices/21", "true");

    answerDns(far, toProvider);

    HostingApi::Options options;
    options.stopwatch = HandClock().stopwatch();
    HostingApi api(far.account(mail::AccountKind(kind)), far.token(), options);
    QStringList faults;
    int requests = 0;
    api.setWatch([&](const wire::HttpRequest &request) {
        ++requests;
        const QString wrong = fault(request, toProvider);
        if (!wrong.isEmpty())
            faults.append(QString::fromLatin1(request.method) + u' ' + request.url.toString() +
                          u' ' + QString::fromUtf8(request.body) + QStringLiteral(": ") + wrong);
    });
    m_seen.clear();
    makeEveryRequest(api);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    QVERIFY(requests > 40);
    // and no operation of the facts was left out of this test
    for (const QJsonValue item : m_facts.value(u"operations").toArray()) {
        const QJsonObject fact = item.toObject();
        const QString name =
            fact.value(u"method").toString() + u' ' + fact.value(u"path").toString();
        if (fact.value(toProvider ? u"ours" : u"provider_only").toBool() ||
            name.contains(u"/async/"))
            continue;
        QVERIFY2(m_seen.contains(name), qPrintable(name));
    }
}

// A check that lets everything through would be worth nothing.
void RequestsTest::theCheckChecks()
{
    const auto wrong = [&](const char *method, const char *target, const char *body = "") {
        wire::HttpRequest request;
        request.method = method;
        request.url = QUrl(QStringLiteral("https://host") + QLatin1String(target));
        request.body = body;
        return fault(request, true);
    };
    QVERIFY(wrong("GET", "/1/accounts").isEmpty());
    QVERIFY(!wrong("GET", "/1/acounts").isEmpty());
    QVERIFY(!wrong("PUT", "/1/accounts").isEmpty());
    QVERIFY(!wrong("GET", "/1/accounts", "{}").isEmpty());
    QVERIFY(!wrong("GET", "/1/mail_hostings").isEmpty()); // account_id
    QVERIFY(!wrong("GET", "/1/mail_hostings?account_id=x").isEmpty());
    QVERIFY(wrong("GET", "/1/mail_hostings?account_id=1").isEmpty());
    QVERIFY(!wrong("GET", "/1/mail_hostings/7/mailboxes?with=users,nonsense").isEmpty());
    QVERIFY(!wrong("GET", "/1/mail_hostings/7/mailboxes?unit=B").isEmpty());
    QVERIFY(!wrong("GET", "/1/mail_hostings/7/changes").isEmpty());
    const char *boxes = "/1/mail_hostings/7/mailboxes";
    QVERIFY(!wrong("POST", boxes).isEmpty());
    QVERIFY(!wrong("POST", boxes, "{}").isEmpty());
    QVERIFY(wrong("POST", boxes, "{\"mailbox_name\":\"a\"}").isEmpty());
    QVERIFY(!wrong("POST", boxes, "{\"mailbox_name\":7}").isEmpty());
    QVERIFY(!wrong("POST", boxes, "{\"mailbox_name\":\"a\",\"target\":\"all\"}").isEmpty());
    QVERIFY(!wrong("POST", boxes, "{\"mailbox_name\":\"a\",\"more\":1}").isEmpty());
    const char *records = "/2/zones/example.org/records";
    QVERIFY(wrong("POST", records, R"({"type":"A","target":"192.0.2.1","ttl":60})").isEmpty());
    QVERIFY(!wrong("POST", records, R"({"type":"A","target":"192.0.2.1"})").isEmpty());
    QVERIFY(!wrong("POST", records, R"({"type":"SOA","target":"x","ttl":60})").isEmpty());
    QVERIFY(!wrong("POST", records, R"({"type":"A","target":"x","ttl":59})").isEmpty());
    QVERIFY(!wrong("PATCH", "/2/zones/example.org", R"({"dnssec":true})").isEmpty());
    const char *user = "/1/mail_hostings/7/mailboxes/a/accesses/webmail/users/3";
    QVERIFY(wrong("PATCH", user, "{\"permissions\":{\"can_manage_rules\":true}}").isEmpty());
    QVERIFY(!wrong("PATCH", user, "{\"permissions\":{\"can_send_emails\":true}}").isEmpty());
    QVERIFY(!wrong("PATCH", user, "{\"permissions\":{\"can_manage_rules\":1}}").isEmpty());
}

QTEST_GUILESS_MAIN(RequestsTest)
#include "requests.moc"
