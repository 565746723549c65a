// SPDX-License-Identifier: GPL-3.0-or-later
// Zones and records: where they are, what is read, and what becomes of a change.
#include "tests/backend/farside.h"

#include <QTest>

using namespace backend;
using mail::Change;
using mail::ZoneRecord;
using Kind = Error::Kind;

class ZonesTest : public QObject
{
    Q_OBJECT

private:
    static constexpr const char *list = "/2/zones/example.org/records";
    static constexpr const char *one = "/2/zones/example.org/records/12";

    static mail::Service service(const char *domain = "example.org")
    {
        mail::Service s;
        s.id = 7;
        s.domain = s.domainIdn = QLatin1String(domain);
        return s;
    }
    static ZoneRecord www()
    {
        ZoneRecord r;
        r.service = 7;
        r.zone = QStringLiteral("example.org");
        r.id = 12;
        r.source = QStringLiteral("www");
        r.type = QStringLiteral("A");
        r.target = QStringLiteral("192.0.2.1");
        r.ttl = 3600;
        r.version = 3;
        return r;
    }
    static QByteArray json(const ZoneRecord &r)
    {
        QJsonObject o{
            {QStringLiteral("id"), r.id},
            {QStringLiteral("source"), r.source.isEmpty() ? QStringLiteral(".") : r.source},
            {QStringLiteral("type"), r.type},
            {QStringLiteral("target"), r.target},
            {QStringLiteral("ttl"), *r.ttl},
            {QStringLiteral("updated_at"), 1'700'000'000}};
        if (r.version)
            o.insert(QStringLiteral("version"), *r.version);
        return QJsonDocument(o).toJson(QJsonDocument::Compact);
    }
    static QByteArray get(const char *path) { return QByteArray("GET ") + path; }
    static QByteArray post(const char *path) { return QByteArray("POST ") + path; }
    static QByteArray put(const char *path) { return QByteArray("PUT ") + path; }
    static QByteArray del(const char *path) { return QByteArray("DELETE ") + path; }

private slots:
    void ourZones();
    void providersZones();
    void parentZone();
    void elsewhereOrWithheld_data();
    void elsewhereOrWithheld();
    void records();
    void pagesOfRecords();
    void create();
    void createAnsweredByItsNumber();
    void createWithoutNumber();
    void updateValue();
    void changedMeanwhile();
    void providerHasNoIfMatch();
    void remove();
    void anotherName();
    void anotherNameButTheOldStays();
    void excludingTypes();
    void excludingTypesRefused();
    void excludingTypesLost();
    void takingAReplacementBack();
    void refusals_data();
    void refusals();
    void isLive();
    void history();
    void dnssec();
    void zoneMadeAndRemoved();
    void feed();
    void capabilities();
};

void ZonesTest::ourZones()
{
    FarSide far;
    far.on("GET /1/mail_hostings/7/zones",
           R"([{"id":4,"fqdn":"xn--bcher-kva.example","nameservers":["ns1.example.net"],)"
           R"("dnssec":{"is_enabled":true},"serial":2026112501,)"
           R"("delegation":["12345 13 2 49fd"],"version":9}])");
    HostingApi api(far.account(), far.token());
    Progress progress;
    const auto zones = api.zones(service(), progress);
    QVERIFY(zones && zones->size() == 1);
    const mail::Zone &zone = zones->first();
    QCOMPARE(zone.service, 7);
    QCOMPARE(zone.name, QStringLiteral("xn--bcher-kva.example"));
    QCOMPARE(zone.nameIdn, QString::fromUtf8("bücher.example"));
    QCOMPARE(zone.isSigned, true);
    QCOMPARE(zone.serial, 2026112501);
    QCOMPARE(zone.delegation, QStringList{QStringLiteral("12345 13 2 49fd")});
    QCOMPARE(zone.version, 9);
}

void ZonesTest::providersZones()
{
    FarSide far;
    far.on("GET /2/domains/example.org/zones",
           R"([{"fqdn":"example.org","nameservers":["ns11.infomaniak.ch"],)"
           R"("dnssec":{"is_enabled":false}}])");
    HostingApi api(far.account(mail::AccountKind::Infomaniak), far.token());
    Progress progress;
    const auto zones = api.zones(service(), progress);
    QVERIFY(zones && zones->size() == 1);
    QCOMPARE(zones->first().isSigned, false);
    QVERIFY(!zones->first().delegation); // not told is not "none"
    QVERIFY(!zones->first().version);
}

// The mail is of news.example.org, the domain is example.org.
void ZonesTest::parentZone()
{
    FarSide far;
    far.on("GET /2/domains/news.example.org/zones", {FarSide::failure(404, "object_not_found")});
    far.on("GET /2/domains/example.org/zones", R"([{"fqdn":"example.org"}])");
    HostingApi api(far.account(mail::AccountKind::Infomaniak), far.token());
    Progress progress;
    const auto zones = api.zones(service("news.example.org"), progress);
    QVERIFY(zones && zones->size() == 1);
    QCOMPARE(zones->first().name, QStringLiteral("example.org"));
}

void ZonesTest::elsewhereOrWithheld_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QByteArray>("exists"); // the answer; empty = a refusal
    QTest::addColumn<int>("kind");          // -1 = an empty list: elsewhere
    QTest::addColumn<QString>("errorCode");
    QTest::newRow("not there") << 404 << QByteArray("object_not_found") << QByteArray("false") << -1
                               << QString();
    QTest::newRow("there, not shown") << 404 << QByteArray("object_not_found") << QByteArray("true")
                                      << int(Kind::Forbidden) << QStringLiteral("zone-withheld");
    QTest::newRow("no scope, 401") << 401 << QByteArray("not_authorized") << QByteArray()
                                   << int(Kind::Forbidden) << QStringLiteral("dns-scope");
    QTest::newRow("no scope, 403") << 403 << QByteArray("access_denied") << QByteArray()
                                   << int(Kind::Forbidden) << QStringLiteral("access_denied");
    QTest::newRow("switched off") << 501 << QByteArray("not_implemented") << QByteArray()
                                  << int(Kind::Unsupported) << QStringLiteral("not_implemented");
}

void ZonesTest::elsewhereOrWithheld()
{
    QFETCH(int, status);
    QFETCH(QByteArray, code);
    QFETCH(QByteArray, exists);
    QFETCH(int, kind);
    QFETCH(QString, errorCode);
    FarSide far;
    far.on("GET /2/domains/example.org/zones", {FarSide::failure(status, code)});
    if (!exists.isEmpty())
        far.on("GET /2/zones/example.org/exists", exists);
    HostingApi api(far.account(mail::AccountKind::Infomaniak), far.token());
    Progress progress;
    const auto zones = api.zones(service(), progress);
    if (kind < 0) {
        QVERIFY(zones && zones->isEmpty());
        return;
    }
    QVERIFY(!zones);
    QCOMPARE(kindName(zones.error().kind), kindName(Kind(kind)));
    QCOMPARE(zones.error().code, errorCode);
}

void ZonesTest::records()
{
    FarSide far;
    far.on(get(list),
           R"([{"id":1,"source":".","type":"MX","target":"10 mail.example.org.","ttl":300,)"
           R"("updated_at":1700000000},)"
           R"({"id":2,"source":"@","type":"TXT","ttl":60,"updated_at":0,)"
           R"("target":"\"v=spf1 mx \" \"-all\""},)"
           R"({"id":3,"source":"example.org.","type":"TXT","target":"plain; text"},)"
           R"({"id":4,"source":"WWW","type":"cname","target":"host.example.net"},)"
           R"({"id":5,"source":"a.example.org.","type":"A","target":"192.0.2.1"}])");
    HostingApi api(far.account(), far.token());
    Progress progress;
    mail::Zone zone;
    zone.service = 7;
    zone.name = QStringLiteral("example.org");
    const auto records = api.records(zone, progress);
    QVERIFY(records);
    QCOMPARE(records->size(), 5);
    QStringList told;
    for (const ZoneRecord &r : *records)
        told.append(r.source + u'|' + r.type + u'|' + r.target);
    QCOMPARE(told,
             (QStringList{QStringLiteral("|MX|10 mail.example.org"),
                          QStringLiteral("|TXT|v=spf1 mx -all"), QStringLiteral("|TXT|plain; text"),
                          QStringLiteral("www|CNAME|host.example.net"),
                          QStringLiteral("a|A|192.0.2.1")}));
    QCOMPARE(records->first().ttl, 300);
    QCOMPARE(records->first().updatedAt->toSecsSinceEpoch(), 1'700'000'000);
    QVERIFY(!records->at(2).ttl);
    QCOMPARE(records->first().service, 7);
    QCOMPARE(records->first().zone, QStringLiteral("example.org"));
}

void ZonesTest::pagesOfRecords()
{
    FarSide far;
    ZoneRecord first = www();
    ZoneRecord second = www();
    second.id = 13;
    far.on(get(list), {FarSide::success('[' + json(first) + ']', ",\"page\":1,\"pages\":2"),
                       FarSide::success('[' + json(second) + ']', ",\"page\":2,\"pages\":2")});
    HostingApi api(far.account(), far.token());
    Progress progress;
    mail::Zone zone;
    zone.name = QStringLiteral("example.org");
    const auto records = api.records(zone, progress);
    QVERIFY(records);
    QCOMPARE(records->size(), 2);
    QCOMPARE(records->last().id, 13);
    zone.name = QStringLiteral("..");
    QCOMPARE(api.records(zone, progress).error().field, QStringLiteral("zone"));
}

void ZonesTest::create()
{
    FarSide far;
    ZoneRecord made = www();
    made.source.clear();
    made.id = 40;
    far.on(post(list), json(made));
    HostingApi api(far.account(), far.token());
    Progress progress;
    ZoneRecord wish = made;
    wish.id = 0;
    wish.ttl.reset();
    const auto applied = api.apply(mail::creation(wish), progress);
    QVERIFY(applied && !applied->shortfall);
    QCOMPARE(far.lastBody(post(list)),
             (QJsonObject{{QStringLiteral("source"), QStringLiteral(".")},
                          {QStringLiteral("type"), QStringLiteral("A")},
                          {QStringLiteral("target"), QStringLiteral("192.0.2.1")},
                          {QStringLiteral("ttl"), 3600}}));
    QCOMPARE(applied->effective.object, refOf(made));
    QCOMPARE(applied->effective.object.parent, QStringLiteral("example.org"));
    QCOMPARE(applied->effective.object.key, QStringLiteral("40"));
    QCOMPARE(applied->effective.object.version, 3);
    QCOMPARE(applied->effective.after.value(u"ttl").toInt(), 3600);
    Change stray = mail::creation(wish);
    stray.after.insert(QStringLiteral("weight"), 1);
    QCOMPARE(kindName(api.apply(stray, progress).error().kind), kindName(Kind::Unsupported));
}

void ZonesTest::createAnsweredByItsNumber()
{
    FarSide far;
    far.on(post(list), "\"41\"");
    HostingApi api(far.account(mail::AccountKind::Infomaniak), far.token());
    Progress progress;
    const auto applied = api.apply(mail::creation(www()), progress);
    QVERIFY(applied && !applied->shortfall);
    QCOMPARE(applied->effective.object.key, QStringLiteral("41"));
    QCOMPARE(applied->effective.after.value(u"target").toString(), QStringLiteral("192.0.2.1"));
}

// "true" tells nothing: the list does, or says that nobody knows.
void ZonesTest::createWithoutNumber()
{
    FarSide far;
    far.on(post(list), "true");
    ZoneRecord other = www();
    other.target = QStringLiteral("192.0.2.9");
    other.id = 50;
    far.on(get(list), {FarSide::success('[' + json(other) + ',' + json(www()) + ']'),
                       FarSide::success('[' + json(other) + ']')});
    HostingApi api(far.account(), far.token());
    Progress progress;
    const auto found = api.apply(mail::creation(www()), progress);
    QVERIFY(found && !found->shortfall);
    QCOMPARE(found->effective.object.key, QStringLiteral("12"));
    const auto lost = api.apply(mail::creation(www()), progress);
    QVERIFY(lost && lost->shortfall);
    QVERIFY(lost->effective.object.key.isEmpty());
}

void ZonesTest::updateValue()
{
    FarSide far;
    ZoneRecord then = www();
    then.target = QStringLiteral("192.0.2.2");
    then.version = 4;
    far.on(get(one), json(www()));
    far.on(put(one), json(then));
    HostingApi api(far.account(), far.token());
    Progress progress;
    ZoneRecord wish = www();
    wish.target = QStringLiteral("192.0.2.2");
    const auto applied = api.apply(mail::difference(www(), wish), progress);
    QVERIFY(applied && !applied->shortfall);
    const auto heard = far.heard(put(one));
    QCOMPARE(heard.size(), 1);
    QCOMPARE(heard.first().headers.value("if-match"), QByteArray("\"3\""));
    // both, so that neither goes back to a default
    QCOMPARE(far.lastBody(put(one)),
             (QJsonObject{{QStringLiteral("target"), QStringLiteral("192.0.2.2")},
                          {QStringLiteral("ttl"), 3600}}));
    QCOMPARE(applied->effective.after,
             (QJsonObject{{QStringLiteral("target"), QStringLiteral("192.0.2.2")}}));
    QCOMPARE(applied->effective.before,
             (QJsonObject{{QStringLiteral("target"), QStringLiteral("192.0.2.1")}}));
    QCOMPARE(applied->effective.object.version, 4);
}

void ZonesTest::changedMeanwhile()
{
    FarSide far;
    ZoneRecord theirs = www();
    theirs.target = QStringLiteral("192.0.2.77");
    theirs.version = 5;
    far.on(get(one), json(theirs));
    HostingApi api(far.account(), far.token());
    Progress progress;
    ZoneRecord wish = www();
    wish.target = QStringLiteral("192.0.2.2");
    const auto refused = api.apply(mail::difference(www(), wish), progress);
    QVERIFY(!refused);
    QCOMPARE(kindName(refused.error().kind), kindName(Kind::Conflict));
    QCOMPARE(refused.error().field, QStringLiteral("target"));
    QVERIFY(far.heard(put(one)).isEmpty());
    // the TTL is nobody's business but ours
    far.on(put(one), json(theirs));
    wish = www();
    wish.ttl = 60;
    QVERIFY(api.apply(mail::difference(www(), wish), progress));
    QCOMPARE(far.lastBody(put(one)).value(u"target").toString(), QStringLiteral("192.0.2.77"));
    // deleted by somebody: not changed, and not made anew
    far.on(get(one), {FarSide::failure(404, "object_not_found")});
    QCOMPARE(kindName(api.apply(mail::difference(www(), wish), progress).error().kind),
             kindName(Kind::NotFound));
}

void ZonesTest::providerHasNoIfMatch()
{
    FarSide far;
    far.on(get(one), json(www()));
    far.on(put(one), json(www()));
    far.on(del(one), "true");
    HostingApi api(far.account(mail::AccountKind::Infomaniak), far.token());
    Progress progress;
    ZoneRecord wish = www();
    wish.ttl = 60;
    QVERIFY(api.apply(mail::difference(www(), wish), progress));
    QVERIFY(!far.heard(put(one)).first().headers.contains("if-match"));
    QVERIFY(api.apply(mail::removal(www()), progress));
    QVERIFY(!far.heard(del(one)).first().headers.contains("if-match"));
    ZoneRecord seen = www();
    seen.target = QStringLiteral("192.0.2.200");
    QCOMPARE(kindName(api.apply(mail::removal(seen), progress).error().kind),
             kindName(Kind::Conflict));
    QCOMPARE(far.heard(del(one)).size(), 1);
}

void ZonesTest::remove()
{
    FarSide far;
    far.on(del(one), "true");
    HostingApi api(far.account(), far.token());
    Progress progress;
    const auto applied = api.apply(mail::removal(www()), progress);
    QVERIFY(applied);
    QCOMPARE(applied->effective, mail::removal(www()));
    QCOMPARE(far.heard(del(one)).first().headers.value("if-match"), QByteArray("\"3\""));
    Change nameless = mail::removal(www());
    nameless.object.key = QStringLiteral("*");
    QCOMPARE(api.apply(nameless, progress).error().field, QStringLiteral("id"));
}

// The API cannot rename a record: the new one is made before the old one goes.
void ZonesTest::anotherName()
{
    FarSide far;
    ZoneRecord then = www();
    then.source = QStringLiteral("web");
    then.id = 90;
    then.version = 1;
    far.on(get(one), json(www()));
    far.on(post(list), json(then));
    far.on(del(one), "true");
    HostingApi api(far.account(), far.token());
    Progress progress;
    ZoneRecord wish = www();
    wish.source = QStringLiteral("web");
    const auto applied = api.apply(mail::difference(www(), wish), progress);
    QVERIFY(applied && !applied->shortfall);
    const auto requests = far.peer().requests();
    QCOMPARE(requests.size(), 3);
    QCOMPARE(FarSide::operationOf(requests.at(1)), post(list));
    QCOMPARE(FarSide::operationOf(requests.at(2)), del(one));
    QCOMPARE(requests.at(2).headers.value("if-match"), QByteArray("\"3\""));
    QCOMPARE(applied->effective.object, refOf(then));
    QCOMPARE(applied->effective.object.label, QStringLiteral("A web.example.org"));
    QCOMPARE(applied->effective.before,
             (QJsonObject{{QStringLiteral("id"), 12},
                          {QStringLiteral("source"), QStringLiteral("www")}}));
    QCOMPARE(applied->effective.after,
             (QJsonObject{{QStringLiteral("id"), 90},
                          {QStringLiteral("source"), QStringLiteral("web")}}));
}

void ZonesTest::anotherNameButTheOldStays()
{
    FarSide far;
    ZoneRecord then = www();
    then.source = QStringLiteral("web");
    then.id = 90;
    far.on(get(one), json(www()));
    far.on(post(list), json(then));
    far.on(del(one), {FarSide::failure(403, "access_denied", "Not yours")});
    far.on("DELETE /2/zones/example.org/records/90", "true");
    HostingApi api(far.account(), far.token());
    Progress progress;
    ZoneRecord wish = www();
    wish.source = QStringLiteral("web");
    const auto refused = api.apply(mail::difference(www(), wish), progress);
    QVERIFY(!refused); // the new one was taken back: nothing happened
    QCOMPARE(kindName(refused.error().kind), kindName(Kind::Forbidden));
    QCOMPARE(far.heard("DELETE /2/zones/example.org/records/90").size(), 1);

    far.on("DELETE /2/zones/example.org/records/90", {FarSide::failure(503, "error")});
    const auto half = api.apply(mail::difference(www(), wish), progress);
    QVERIFY(half && half->shortfall);
    QCOMPARE(half->effective.verb, mail::Verb::Create);
    QCOMPARE(half->effective.object.key, QStringLiteral("90"));
    QCOMPARE(half->shortfall->code, QStringLiteral("half-done"));
    QVERIFY(half->shortfall->detail.contains(QStringLiteral("Not yours")));
}

void ZonesTest::excludingTypes()
{
    FarSide far;
    ZoneRecord then = www();
    then.type = QStringLiteral("CNAME");
    then.target = QStringLiteral("host.example.net");
    then.id = 90;
    far.on(get(one), json(www()));
    far.on(post(list),
           {FarSide::failure(400, "dns_record_mutual_exclusion"), FarSide::success(json(then))});
    far.on(del(one), "true");
    HostingApi api(far.account(), far.token());
    Progress progress;
    ZoneRecord wish = then;
    wish.id = 12;
    const auto applied = api.apply(mail::difference(www(), wish), progress);
    QVERIFY(applied && !applied->shortfall);
    QCOMPARE(applied->effective.after.value(u"type").toString(), QStringLiteral("CNAME"));
    QCOMPARE(applied->effective.after.value(u"id").toInteger(), 90);
}

void ZonesTest::excludingTypesRefused()
{
    FarSide far;
    ZoneRecord back = www();
    back.id = 91;
    far.on(get(one), json(www()));
    far.on(post(list), {FarSide::failure(400, "dns_record_mutual_exclusion"),
                        FarSide::failure(400, "dns_record_mutual_exclusion", "Beside an MX"),
                        FarSide::success(json(back))});
    far.on(del(one), "true");
    HostingApi api(far.account(), far.token());
    Progress progress;
    ZoneRecord wish = www();
    wish.type = QStringLiteral("CNAME");
    wish.target = QStringLiteral("host.example.net");
    const auto refused = api.apply(mail::difference(www(), wish), progress);
    QVERIFY(!refused);
    QCOMPARE(kindName(refused.error().kind), kindName(Kind::Invalid));
    QCOMPARE(refused.error().detail, QStringLiteral("Beside an MX"));
    // the old one stands again
    QCOMPARE(far.lastBody(post(list)).value(u"type").toString(), QStringLiteral("A"));
    QCOMPARE(far.lastBody(post(list)).value(u"target").toString(), QStringLiteral("192.0.2.1"));
}

void ZonesTest::excludingTypesLost()
{
    FarSide far;
    far.on(get(one), json(www()));
    far.on(post(list), {FarSide::failure(400, "dns_record_mutual_exclusion"),
                        FarSide::failure(400, "invalid_dns_record", "No such host"),
                        FarSide::failure(503, "error", "Gone for lunch")});
    far.on(del(one), "true");
    HostingApi api(far.account(), far.token());
    Progress progress;
    ZoneRecord wish = www();
    wish.type = QStringLiteral("CNAME");
    wish.target = QStringLiteral("host");
    const auto half = api.apply(mail::difference(www(), wish), progress);
    QVERIFY(half && half->shortfall);
    QCOMPARE(half->effective.verb, mail::Verb::Remove);
    QCOMPARE(half->effective.object, refOf(www()));
    // all that it was is known, so that it can be brought back
    QCOMPARE(half->effective.before.value(u"target").toString(), QStringLiteral("192.0.2.1"));
    QVERIFY(half->shortfall->detail.contains(QStringLiteral("No such host")));
    QVERIFY(half->shortfall->detail.contains(QStringLiteral("Gone for lunch")));
}

void ZonesTest::takingAReplacementBack()
{
    FarSide far;
    ZoneRecord web = www();
    web.source = QStringLiteral("web");
    web.id = 90;
    ZoneRecord again = www();
    again.id = 91;
    far.on("GET /2/zones/example.org/records/90", json(web));
    far.on(post(list), json(again));
    far.on("DELETE /2/zones/example.org/records/90", "true");
    HostingApi api(far.account(), far.token());
    Progress progress;
    const Change back{
        mail::Verb::Update,
        refOf(web),
        {{QStringLiteral("id"), 90}, {QStringLiteral("source"), QStringLiteral("web")}},
        {{QStringLiteral("id"), 12}, {QStringLiteral("source"), QStringLiteral("www")}}};
    const auto applied = api.apply(back, progress);
    QVERIFY(applied && !applied->shortfall);
    QCOMPARE(applied->effective.object.key, QStringLiteral("91")); // not the number it once had
    QCOMPARE(applied->effective.after.value(u"source").toString(), QStringLiteral("www"));
}

void ZonesTest::refusals_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("field");
    QTest::newRow("is there") << 400 << QByteArray("dns_record_already_exists")
                              << int(Kind::Conflict) << QString();
    QTest::newRow("excludes") << 400 << QByteArray("dns_record_mutual_exclusion")
                              << int(Kind::Invalid) << QStringLiteral("type");
    QTest::newRow("value") << 400 << QByteArray("invalid_dns_record") << int(Kind::Invalid)
                           << QStringLiteral("target");
    QTest::newRow("type") << 400 << QByteArray("unsupported_dns_record_type") << int(Kind::Invalid)
                          << QStringLiteral("type");
    QTest::newRow("zone") << 404 << QByteArray("zone_does_not_exists") << int(Kind::NotFound)
                          << QString();
    QTest::newRow("scope") << 401 << QByteArray("not_authorized") << int(Kind::Forbidden)
                           << QString();
}

void ZonesTest::refusals()
{
    QFETCH(int, status);
    QFETCH(QByteArray, code);
    QFETCH(int, kind);
    QFETCH(QString, field);
    FarSide far;
    far.on(post(list), {FarSide::failure(status, code, "Why")});
    HostingApi api(far.account(), far.token());
    Progress progress;
    const auto refused = api.apply(mail::creation(www()), progress);
    QVERIFY(!refused);
    QCOMPARE(kindName(refused.error().kind), kindName(Kind(kind)));
    QCOMPARE(refused.error().field, field);
    QCOMPARE(refused.error().detail, QStringLiteral("Why"));
}

void ZonesTest::isLive()
{
    FarSide far;
    const QByteArray check = get(one) + "/check";
    far.on(check, {FarSide::success("false"), FarSide::success("true"), FarSide::success("{}"),
                   FarSide::failure(400, "zone_not_managed_by_infomaniak_dns")});
    HostingApi api(far.account(), far.token());
    Progress progress;
    QCOMPARE(api.isLive(www(), progress).value_or(true), false);
    QCOMPARE(api.isLive(www(), progress).value_or(false), true);
    QCOMPARE(kindName(api.isLive(www(), progress).error().kind), kindName(Kind::Protocol));
    QCOMPARE(kindName(api.isLive(www(), progress).error().kind), kindName(Kind::Unsupported));
}

void ZonesTest::history()
{
    FarSide far;
    QJsonObject row = mail::toJson(mail::removal(www()));
    row.insert(QStringLiteral("id"), 5);
    row.insert(QStringLiteral("at"), 1'700'000'000);
    row.insert(QStringLiteral("user"),
               QJsonObject{{QStringLiteral("display_name"), QStringLiteral("Ana")}});
    far.on("GET /2/zones/example.org/history",
           '[' + QJsonDocument(row).toJson(QJsonDocument::Compact) + ']');
    mail::Zone zone;
    zone.service = 7;
    zone.name = QStringLiteral("example.org");
    Progress progress;
    HostingApi api(far.account(), far.token());
    const auto rows = api.zoneHistory(zone, 2, progress);
    QVERIFY(rows && rows->size() == 1);
    QCOMPARE(rows->first().by, QStringLiteral("Ana"));
    QCOMPARE(rows->first().change.before.value(u"target").toString(), QStringLiteral("192.0.2.1"));
    QVERIFY(far.heard("GET /2/zones/example.org/history").first().target.contains("page=2"));
    HostingApi provider(far.account(mail::AccountKind::Infomaniak), far.token());
    QCOMPARE(kindName(provider.zoneHistory(zone, 1, progress).error().kind),
             kindName(Kind::Unsupported));
}

void ZonesTest::dnssec()
{
    const auto zoneJson = [](bool isSigned, int version) {
        return QByteArray("{\"id\":4,\"fqdn\":\"example.org\",\"dnssec\":{\"is_enabled\":") +
               (isSigned ? "true" : "false") + "},\"version\":" + QByteArray::number(version) + '}';
    };
    mail::Zone from;
    from.service = 7;
    from.name = from.nameIdn = QStringLiteral("example.org");
    from.isSigned = false;
    from.version = 1;
    mail::Zone to = from;
    to.isSigned = true;
    Progress progress;
    {
        FarSide far;
        far.on("PATCH /2/zones/example.org", zoneJson(true, 2));
        far.on("GET /2/zones/example.org", zoneJson(true, 2));
        HostingApi api(far.account(), far.token());
        const auto applied = api.apply(mail::difference(from, to), progress);
        QVERIFY(applied && !applied->shortfall);
        QCOMPARE(far.lastBody("PATCH /2/zones/example.org"),
                 (QJsonObject{{QStringLiteral("dnssec"), true}}));
        QCOMPARE(far.heard("PATCH /2/zones/example.org").first().headers.value("if-match"),
                 QByteArray("\"1\""));
        QCOMPARE(applied->effective.object.version, 2);
    }
    FarSide far;
    far.on("POST /2/domains/example.org/dnssec/enable", "true");
    far.on("GET /2/zones/example.org",
           {FarSide::success(zoneJson(false, 0)), FarSide::success(zoneJson(false, 0)),
            FarSide::success(zoneJson(false, 0)), FarSide::success(zoneJson(true, 0))});
    HostingApi api(far.account(mail::AccountKind::Infomaniak), far.token());
    const auto later = api.apply(mail::difference(from, to), progress);
    QVERIFY(later && later->shortfall); // taken over, but not carried out yet
    QCOMPARE(later->effective.after.value(u"is_signed").toBool(), false);
    const auto now = api.apply(mail::difference(from, to), progress);
    QVERIFY(now && !now->shortfall);
}

void ZonesTest::zoneMadeAndRemoved()
{
    FarSide far;
    far.on("POST /2/zones/example.org", R"({"id":4,"fqdn":"example.org","version":1})");
    far.on("DELETE /2/zones/example.org", "true");
    HostingApi api(far.account(), far.token());
    Progress progress;
    mail::Zone wish;
    wish.service = 7;
    wish.name = QStringLiteral("example.org");
    const auto made = api.apply(mail::creation(wish), progress);
    QVERIFY(made && !made->shortfall);
    QVERIFY(far.lastBody("POST /2/zones/example.org").isEmpty());
    QCOMPARE(made->effective.object.key, QStringLiteral("example.org"));
    QCOMPARE(made->effective.object.version, 1);
    mail::Change gone = made->effective.inverse();
    QVERIFY(api.apply(gone, progress));
    QCOMPARE(far.heard("DELETE /2/zones/example.org").first().headers.value("if-match"),
             QByteArray("\"1\""));
    far.on("POST /2/zones/example.org", {FarSide::failure(400, "zone_already_exists")});
    QCOMPARE(kindName(api.apply(mail::creation(wish), progress).error().kind),
             kindName(Kind::Conflict));
}

void ZonesTest::feed()
{
    FarSide far;
    far.on(
        "GET /1/mail_hostings/7/changes",
        R"({"last":9,"complete":true,"changes":[)"
        R"({"sequence":7,"verb":"update","kind":"record","zone":"example.org","key":"12","object":)" +
            json(www()) +
            R"(},{"sequence":8,"verb":"remove","kind":"record","zone":"example.org","key":"13",)"
            R"("object":null},)"
            R"({"sequence":9,"verb":"update","kind":"zone","key":"example.org"}]})");
    HostingApi api(far.account(), far.token());
    Progress progress;
    const auto feed = api.changes(7, 6, 0, progress);
    QVERIFY(feed && feed->entries.size() == 3);
    QCOMPARE(feed->entries.at(0).object, refOf(www()));
    QVERIFY(feed->entries.at(0).record && feed->entries.at(0).record->target == www().target);
    QCOMPARE(feed->entries.at(1).object.key, QStringLiteral("13"));
    QCOMPARE(feed->entries.at(1).object.parent, QStringLiteral("example.org"));
    QVERIFY(!feed->entries.at(1).record);
    QCOMPARE(feed->entries.at(2).object.key, QStringLiteral("example.org"));
}

void ZonesTest::capabilities()
{
    FarSide far;
    far.on("GET /1/mail_hostings/7/capabilities",
           R"({"can":["create record","remove record","update record.target","update record.ttl"],)"
           R"("dns":{"mx":["10 mail.example.org"]}})");
    far.on("GET /1/mail_hostings/8/capabilities",
           R"({"can":["update record.target"],"cannot":{"create record":"read-only-token"}})");
    HostingApi api(far.account(), far.token());
    Progress progress;
    const auto all = api.capabilities(7, progress);
    QVERIFY(all);
    QVERIFY(all->can(mail::Verb::Update, u"record", u"source")); // made anew
    QCOMPARE(all->dns.mx, QStringList{QStringLiteral("10 mail.example.org")});
    const auto few = api.capabilities(8, progress);
    QVERIFY(few && !few->can(mail::Verb::Update, u"record", u"source"));

    far.on("GET /1/mail_hostings/7/mailboxes", "[]");
    far.on("GET /2/domains/example.org/zones", {FarSide::failure(501, "error")});
    far.on(post(list), {FarSide::failure(501, "error")});
    HostingApi provider(far.account(mail::AccountKind::Infomaniak), far.token());
    const auto before = provider.capabilities(7, progress);
    QVERIFY(before && before->has(u"zones"));
    QVERIFY(before->can(mail::Verb::Create, u"record"));
    QVERIFY(before->can(mail::Verb::Update, u"record", u"type"));
    QCOMPARE(before->dns, mail::DnsFacts::infomaniak());
    QVERIFY(!before->has(u"dkim"));
    QVERIFY(!provider.apply(mail::creation(www()), progress));
    const auto after = provider.capabilities(7, progress);
    QCOMPARE(after->can(mail::Verb::Create, u"record").reason, QStringLiteral("not-enabled-here"));
}

QTEST_GUILESS_MAIN(ZonesTest)
#include "zones.moc"
