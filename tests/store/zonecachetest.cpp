// SPDX-License-Identifier: GPL-3.0-or-later
// The cache of zones, records, DKIM keys and jobs of the host.
#include "app/store/cache.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace store;

namespace {

const Scope scope{QStringLiteral("a1"), 7};
const Scope other{QStringLiteral("a1"), 8};
const QDateTime morning = QDateTime::fromSecsSinceEpoch(1'800'000'000, Qt::UTC);

mail::Zone zone(const QString &name)
{
    mail::Zone z;
    z.service = 7;
    z.name = z.nameIdn = name;
    z.isSigned = true;
    z.delegation = QStringList{QStringLiteral("12345 13 2 49fd")};
    z.serial = 4'000'000'000; // more than an int holds
    z.version = 3;
    return z;
}

mail::ZoneRecord record(const QString &in, qint64 id, const QString &source,
                        const QString &target = QStringLiteral("192.0.2.1"))
{
    mail::ZoneRecord r;
    r.service = 7;
    r.zone = in;
    r.id = id;
    r.source = source;
    r.type = QStringLiteral("A");
    r.target = target;
    r.ttl = 3600;
    r.updatedAt = morning;
    return r;
}

mail::DkimKey key(qint64 id, const char *selector)
{
    mail::DkimKey k;
    k.service = 7;
    k.id = id;
    k.domain = QStringLiteral("example.org");
    k.selector = QLatin1String(selector);
    k.algorithm = mail::DkimAlgorithm::Ed25519;
    k.state = mail::DkimState::Signing;
    k.createdAt = morning.addDays(id);
    k.signsSince = QDateTime(); // never is known
    return k;
}

const QString org = QStringLiteral("example.org");
const QString net = QStringLiteral("example.net");

} // namespace

class ZoneCacheTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_cache = std::make_unique<Cache>(m_folder->filePath(QStringLiteral("cache.db")));
        QVERIFY(m_cache->open());
    }
    void goesInComesOut();
    void neverReadIsNotEmpty();
    void singleRecords();
    void zonesThatGo();
    void scopesStayApart();
    void keysAndJobs();
    void restart();
    void many();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Cache> m_cache;
};

void ZoneCacheTest::goesInComesOut()
{
    const QList<mail::Zone> zones{zone(org), zone(net)}; // not in the order of their names
    QVERIFY(m_cache->setZones(scope, zones, morning));
    QCOMPARE(m_cache->zones(scope), zones);
    const QList<mail::ZoneRecord> records{record(org, 9, {}),
                                          record(org, 2, QStringLiteral("www"))};
    QVERIFY(m_cache->setRecords(scope, org, records, morning));
    QCOMPARE(m_cache->records(scope, org), records);
    QCOMPARE(m_cache->record(scope, org, 2), records.last());
    QVERIFY(!m_cache->record(scope, net, 2));
    QCOMPARE(m_cache->readAt(scope, QStringLiteral("record"), org), morning);
}

void ZoneCacheTest::neverReadIsNotEmpty()
{
    QVERIFY(!m_cache->readAt(scope, QStringLiteral("zone")).isValid());
    QVERIFY(m_cache->setZones(scope, {}, morning)); // its DNS is elsewhere
    QCOMPARE(m_cache->readAt(scope, QStringLiteral("zone")), morning);
    QVERIFY(m_cache->zones(scope).isEmpty());
    QVERIFY(!m_cache->readAt(scope, QStringLiteral("record"), org).isValid());
    // one record that became known is not the list
    QVERIFY(m_cache->putRecords(scope, org, {record(org, 1, {})}));
    QVERIFY(!m_cache->readAt(scope, QStringLiteral("record"), org).isValid());
}

void ZoneCacheTest::singleRecords()
{
    QVERIFY(m_cache->setRecords(
        scope, org, {record(org, 1, {}), record(org, 2, QStringLiteral("a"))}, morning));
    QSignalSpy changed(m_cache.get(), &Cache::changed);
    mail::ZoneRecord edited = record(org, 1, {}, QStringLiteral("192.0.2.77"));
    QVERIFY(m_cache->putRecords(scope, org, {edited, record(org, 3, QStringLiteral("b"))}, {2}));
    QCOMPARE(changed.size(), 1); // together
    const auto touched = changed.first().first().value<Touched>();
    QCOMPARE(touched.kind, QStringLiteral("record"));
    QCOMPARE(touched.parent, org);
    QCOMPARE(touched.keys.size(), 3);
    const auto records = m_cache->records(scope, org);
    QCOMPARE(records.size(), 2);
    QCOMPARE(records.first().target, QStringLiteral("192.0.2.77"));
    QCOMPARE(records.last().id, 3);
    QVERIFY(m_cache->putRecords(scope, org, {}));
    QCOMPARE(changed.size(), 1); // nothing, nothing said
}

void ZoneCacheTest::zonesThatGo()
{
    QVERIFY(m_cache->setZones(scope, {zone(org), zone(net)}, morning));
    QVERIFY(m_cache->setRecords(scope, org, {record(org, 1, {})}, morning));
    QVERIFY(m_cache->setRecords(scope, net, {record(net, 1, {})}, morning));
    QVERIFY(m_cache->setZones(scope, {zone(net)}, morning));
    QVERIFY(m_cache->records(scope, org).isEmpty());
    QVERIFY(!m_cache->readAt(scope, QStringLiteral("record"), org).isValid());
    QCOMPARE(m_cache->records(scope, net).size(), 1);
    mail::Zone unsigned_ = zone(net);
    unsigned_.isSigned = false;
    QVERIFY(m_cache->putZone(scope, unsigned_));
    QCOMPARE(m_cache->zones(scope), QList<mail::Zone>{unsigned_});
    QVERIFY(m_cache->putZone(scope, zone(org))); // not one of them: stays out
    QCOMPARE(m_cache->zones(scope).size(), 1);
    mail::Service service;
    service.id = 99;
    QVERIFY(m_cache->setServices(scope.account, {service})); // the service itself is gone
    QVERIFY(m_cache->zones(scope).isEmpty());
    QVERIFY(m_cache->records(scope, net).isEmpty());
    QVERIFY(!m_cache->readAt(scope, QStringLiteral("zone")).isValid());
}

void ZoneCacheTest::scopesStayApart()
{
    QVERIFY(m_cache->setRecords(scope, org, {record(org, 1, {})}, morning));
    QVERIFY(m_cache->setRecords(other, org, {record(org, 1, {}, QStringLiteral("192.0.2.9"))},
                                morning));
    QCOMPARE(m_cache->records(scope, org).first().target, QStringLiteral("192.0.2.1"));
    QVERIFY(m_cache->setRecords(other, org, {}, morning));
    QCOMPARE(m_cache->records(scope, org).size(), 1);
    QVERIFY(m_cache->forgetAccount(scope.account));
    QVERIFY(m_cache->records(scope, org).isEmpty());
}

void ZoneCacheTest::keysAndJobs()
{
    QVERIFY(m_cache->setDkimKeys(scope, {key(1, "a"), key(2, "b")}, morning));
    auto keys = m_cache->dkimKeys(scope);
    QCOMPARE(keys.size(), 2);
    QCOMPARE(keys.first(), key(2, "b")); // the newest first
    mail::DkimKey retired = key(1, "a");
    retired.state = mail::DkimState::Retired;
    QVERIFY(m_cache->putDkimKey(scope, retired));
    QVERIFY(m_cache->removeDkimKey(scope, 2));
    QCOMPARE(m_cache->dkimKeys(scope), QList<mail::DkimKey>{retired});
    QCOMPARE(m_cache->readAt(scope, QStringLiteral("dkim_key")), morning);

    mail::HostJob job;
    job.service = 7;
    job.id = 5;
    job.work = QStringLiteral("dkim-rotation");
    job.about = org;
    job.state = mail::HostJobState::Waiting;
    job.nextAt = morning;
    QVERIFY(m_cache->setHostJobs(scope, {job}, morning));
    mail::HostJob next = job;
    next.id = 6;
    QVERIFY(m_cache->putHostJob(scope, next));
    QCOMPARE(m_cache->hostJobs(scope), (QList<mail::HostJob>{next, job}));
}

void ZoneCacheTest::restart()
{
    QVERIFY(m_cache->setRecords(scope, org, {record(org, 1, {})}, morning));
    m_cache = std::make_unique<Cache>(m_folder->filePath(QStringLiteral("cache.db")));
    QVERIFY(m_cache->open());
    QCOMPARE(m_cache->records(scope, org), QList<mail::ZoneRecord>{record(org, 1, {})});
}

// A zone of the size that hosters have is there before anybody waits.
void ZoneCacheTest::many()
{
    QList<mail::ZoneRecord> records;
    for (int i = 1; i <= 5000; ++i)
        records.append(record(org, i, QStringLiteral("host-%1").arg(i)));
    QElapsedTimer timer;
    timer.start();
    QVERIFY(m_cache->setRecords(scope, org, records, morning));
    const qint64 written = timer.restart();
    QCOMPARE(m_cache->records(scope, org).size(), 5000);
    const qint64 read = timer.elapsed();
    qInfo("5,000 records: written in %lld ms, read in %lld ms", written, read);
    QVERIFY(written < 5000);
    QVERIFY(read < 2000);
}

QTEST_GUILESS_MAIN(ZoneCacheTest)
#include "zonecachetest.moc"
