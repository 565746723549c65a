// SPDX-License-Identifier: GPL-3.0-or-later
// Daemon killed, name server killed, databases lost: afterwards what is served is what was
// answered.
#include "tests/live/zones/asked.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <atomic>
#include <csignal>
#include <thread>
#include <unistd.h>

class LiveZonesTrouble : public QObject
{
    Q_OBJECT

    const QString domain = QStringLiteral("example.test");

    static int dns(const LocalHost &host) { return host.port(QStringLiteral("dns")); }

    static pid_t pidOf(const LocalHost &host, const char *name)
    {
        QFile file(host.directory() + QStringLiteral("/state/children.json"));
        if (!file.open(QIODevice::ReadOnly))
            return -1;
        for (const QJsonValue child :
             QJsonDocument::fromJson(file.readAll()).object()[u"children"].toArray())
            if (child[u"name"].toString() == QLatin1String(name))
                return pid_t(child[u"pid"].toInteger());
        return -1;
    }

    static void loseDatabase(const LocalHost &host)
    {
        const QString directory = host.directory() + QStringLiteral("/powerdns/db/");
        for (const QString &file : QDir(directory).entryList(QDir::Files))
            QVERIFY(QFile::remove(directory + file));
    }

    static LocalHost::Said sql(const LocalHost &host, const char *statement)
    {
        return LocalHost::run(
            QStringLiteral("sqlite3"),
            {host.directory() + QStringLiteral("/data/mailwright.db"), QLatin1String(statement)});
    }

    // Every record of the API is served, and nothing else of these names.
    static void servedIsAnswered(const LocalHost &host, const QJsonArray &records)
    {
        QMap<QString, QStringList> wanted;
        for (const QJsonValue record : records)
            if (record[u"type"].toString() == u"A")
                wanted[record[u"source"].toString()].append(record[u"target"].toString());
        for (auto it = wanted.begin(); it != wanted.end(); ++it) {
            it->sort();
            QCOMPARE(
                dug(dns(host), it.key() + QStringLiteral(".example.test"), QStringLiteral("A")),
                *it);
        }
    }

private slots:
    void killedWhileWriting()
    {
        LocalHost host;
        QVERIFY2(host.start(), qPrintable(host.problem()));
        ApiZone zone(host);
        QVERIFY(zone.now().contains(u"serial"));
        std::atomic<int> answered = 0;
        const auto pid = pid_t(host.pid());
        std::thread killer([&answered, pid] {
            LocalHost::waitUntil([&answered] { return answered >= 8; }, 30000);
            ::kill(pid, SIGKILL);
        });
        // Pairs of one name, so that half of a set would be noticed.
        QStringList made;
        for (int i = 0; i < 400; ++i) {
            const QString name = QStringLiteral("k%1").arg(i / 2);
            if (!zone.add(name, QStringLiteral("A"), QStringLiteral("192.0.2.%1").arg(1 + i % 2)))
                break;
            made.append(name);
            ++answered;
        }
        killer.join();
        QVERIFY(made.size() >= 8 && made.size() < 400);
        host.killDaemon(); // it is dead; this is where the process is buried
        QVERIFY2(host.start(), qPrintable(host.problem()));
        const QJsonArray records = zone.records();
        int there = 0;
        for (const QJsonValue record : records)
            there += record[u"source"].toString().startsWith(u'k');
        QVERIFY(there == made.size() || there == made.size() + 1); // the one under way
        servedIsAnswered(host, records);
        const qint64 serial = zone.now().value(QLatin1String("serial")).toInteger();
        QCOMPARE(dug(dns(host), domain, QStringLiteral("SOA")).value(0).section(u' ', 2, 2),
                 QString::number(serial));
        QCOMPARE(host.stop(), 0);
        QCOMPARE(host.processes(), QStringList());
    }

    void nameServerKilled()
    {
        LocalHost host;
        QVERIFY2(host.start(), qPrintable(host.problem()));
        ApiZone zone(host);
        QVERIFY(zone.add(QStringLiteral("www"), QStringLiteral("A"), QStringLiteral("192.0.2.1")));
        const QString anchor = zone.setSigned(true);
        const pid_t before = pidOf(host, "powerdns");
        QVERIFY(before > 1);
        // Stopped, so that it can take over nothing: the change is saved, and that is said.
        ::kill(before, SIGKILL);
        if (zone.add(QStringLiteral("late"), QStringLiteral("A"), QStringLiteral("192.0.2.2")) ==
            0) {
            QCOMPARE(zone.last.status, 500);
            QCOMPARE(zone.last.json[u"error"][u"code"].toString(),
                     QStringLiteral("saved_not_in_effect"));
        }
        QVERIFY(host.createMailbox(QStringLiteral("ana"))); // mail goes on
        const auto isBack = [&] {
            return dug(dns(host), QStringLiteral("late.example.test"), QStringLiteral("A")) ==
                   QStringList{QStringLiteral("192.0.2.2")};
        };
        QVERIFY(LocalHost::waitUntil(isBack, 20000));
        QVERIFY(pidOf(host, "powerdns") != before);

        // Killed once more, and its database is gone with it.
        ::kill(pidOf(host, "powerdns"), SIGKILL);
        loseDatabase(host);
        QVERIFY(LocalHost::waitUntil(isBack, 20000));
        QCOMPARE(dug(dns(host), QStringLiteral("www.example.test"), QStringLiteral("A")),
                 QStringList{QStringLiteral("192.0.2.1")});
        const auto isSigned = [&] {
            return validated(dns(host), domain, anchor, QStringLiteral("late.example.test"),
                             QStringLiteral("A"))
                .contains(QLatin1String("; fully validated"));
        };
        QVERIFY(LocalHost::waitUntil(isSigned, 20000)); // by the key that was kept
        QCOMPARE(host.stop(), 0);
        QCOMPARE(host.processes(), QStringList());
    }

    // Whichever of the two keeps the key, the zone above need not be told anything.
    void keysAreKept()
    {
        LocalHost host;
        QVERIFY2(host.start(), qPrintable(host.problem()));
        ApiZone zone(host);
        const QString anchor = zone.setSigned(true);
        QVERIFY(!anchor.isEmpty());
        const QString key = host.directory() + QStringLiteral("/state/dnssec/example.test.private");
        QCOMPARE(int(QFile::permissions(key) &
                     (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther)),
                 0);
        const auto isSigned = [&] {
            return validated(dns(host), domain, anchor, QStringLiteral("mail.example.test"),
                             QStringLiteral("A"))
                .contains(QLatin1String("; fully validated"));
        };
        QVERIFY(isSigned());
        host.killDaemon();
        QVERIFY(LocalHost::waitUntil([&] { return pidOf(host, "powerdns") > 0; }));
        loseDatabase(host);
        QVERIFY2(host.start(), qPrintable(host.problem()));
        QVERIFY(isSigned());
        QCOMPARE(zone.now().value(QLatin1String("delegation"))[0].toString(), anchor);

        QCOMPARE(host.stop(), 0);
        QVERIFY(QFile::remove(key));
        QVERIFY2(host.start(), qPrintable(host.problem()));
        QVERIFY(LocalHost::waitUntil([&] { return QFile::exists(key); }));
        QVERIFY(isSigned());
        QCOMPARE(zone.now().value(QLatin1String("delegation"))[0].toString(), anchor);

        // Both lost: another key, and everyone is told so.
        QCOMPARE(host.stop(), 0);
        QVERIFY(QFile::remove(key));
        loseDatabase(host);
        QVERIFY2(host.start(), qPrintable(host.problem()));
        const QString fresh = zone.now().value(QLatin1String("delegation"))[0].toString();
        QVERIFY(!fresh.isEmpty() && fresh != anchor);
        QVERIFY(!isSigned());
    }

    void aDatabaseThatIsNone()
    {
        LocalHost host;
        QVERIFY2(host.start(), qPrintable(host.problem()));
        QCOMPARE(host.stop(), 0);
        loseDatabase(host);
        QFile file(host.directory() + QStringLiteral("/powerdns/db/pdns.db"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(5000, 'x'));
        file.close();
        QVERIFY2(host.start(), qPrintable(host.problem()));
        QCOMPARE(dug(dns(host), domain, QStringLiteral("MX")),
                 QStringList{QStringLiteral("10 mail.example.test.")});
    }

    void sideBySide()
    {
        LocalHost one;
        LocalHost two;
        QVERIFY2(one.start({QStringLiteral("--domain"), QStringLiteral("one.test")}),
                 qPrintable(one.problem()));
        QVERIFY2(two.start({QStringLiteral("--domain"), QStringLiteral("two.test")}),
                 qPrintable(two.problem()));
        QVERIFY(dns(one) != dns(two));
        ApiZone first(one, QStringLiteral("one.test"));
        QVERIFY(first.add(QStringLiteral("www"), QStringLiteral("A"), QStringLiteral("192.0.2.1")));
        QCOMPARE(dug(dns(one), QStringLiteral("www.one.test"), QStringLiteral("A")),
                 QStringList{QStringLiteral("192.0.2.1")});
        QCOMPARE(statusOf(dns(two), QStringLiteral("www.one.test"), QStringLiteral("A")),
                 QStringLiteral("REFUSED"));
        QCOMPARE(dug(dns(two), QStringLiteral("two.test"), QStringLiteral("MX")),
                 QStringList{QStringLiteral("10 mail.two.test.")});
        QCOMPARE(one.stop(), 0);
        QCOMPARE(one.processes(), QStringList());
        QCOMPARE(dug(dns(two), QStringLiteral("two.test"), QStringLiteral("MX")),
                 QStringList{QStringLiteral("10 mail.two.test.")});
    }

    // A host whose tables know of no zones yet has its own at the next start.
    void aHostFromBefore()
    {
        LocalHost host;
        QVERIFY2(host.start(), qPrintable(host.problem()));
        QCOMPARE(host.stop(), 0);
        QVERIFY(sql(host, "PRAGMA foreign_keys = ON; DELETE FROM zone; "
                          "UPDATE domain SET zone_serial = 0"));
        loseDatabase(host);
        QVERIFY2(host.start(), qPrintable(host.problem()));
        QCOMPARE(dug(dns(host), domain, QStringLiteral("MX")),
                 QStringList{QStringLiteral("10 mail.example.test.")});
    }

    // A port that another program took: the SRV record leads to the new one.
    void otherPorts()
    {
        LocalHost host;
        QVERIFY2(host.start(), qPrintable(host.problem()));
        ApiZone zone(host);
        const int before = host.port(QStringLiteral("imaps"));
        for (const QJsonValue record : zone.records())
            if (record[u"source"].toString() == u"_imaps._tcp")
                QCOMPARE(zone.send(QStringLiteral("PUT"),
                                   QStringLiteral("/records/%1").arg(record[u"id"].toInteger()),
                                   {{QStringLiteral("target"),
                                     QStringLiteral("5 7 %1 mail.example.test").arg(before)}})
                             .status,
                         200);
        QCOMPARE(host.stop(), 0);
        QFile ports(host.directory() + QStringLiteral("/state/ports.json"));
        QVERIFY(ports.open(QIODevice::ReadOnly));
        QJsonObject remembered = QJsonDocument::fromJson(ports.readAll()).object();
        ports.close();
        remembered.remove(QStringLiteral("imaps"));
        QVERIFY(ports.open(QIODevice::WriteOnly));
        ports.write(QJsonDocument(remembered).toJson());
        ports.close();
        QVERIFY2(host.start(), qPrintable(host.problem()));
        const int now = host.port(QStringLiteral("imaps"));
        QVERIFY(now != before);
        QCOMPARE(dug(dns(host), QStringLiteral("_imaps._tcp.example.test"), QStringLiteral("SRV")),
                 QStringList{QStringLiteral("5 7 %1 mail.example.test.").arg(now)});
    }

    // Everything else runs, and it is said why there are no zones.
    void withoutPowerDns()
    {
        if (geteuid() != 0)
            QSKIP("only root can take the program away");
        QTemporaryDir files;
        QFile script(files.filePath(QStringLiteral("without")));
        QVERIFY(script.open(QIODevice::WriteOnly));
        script.write("set -e\nmount --bind /dev/null \"$(PATH=$PATH:/usr/sbin command -v "
                     "pdns_server)\"\nexec \"$@\"\n");
        script.close();
        if (!LocalHost::run(QStringLiteral("unshare"),
                            {QStringLiteral("--mount"), QStringLiteral("true")}))
            QSKIP("no mount namespace here");
        LocalHost host;
        host.setRunner({QStringLiteral("unshare"), QStringLiteral("--mount"), QStringLiteral("sh"),
                        script.fileName()});
        QVERIFY2(host.start(), qPrintable(host.problem()));
        QCOMPARE(dns(host), 0);
        QVERIFY(host.createMailbox(QStringLiteral("ana")));
        ApiZone zone(host);
        const auto refused = zone.send(QStringLiteral("GET"), {});
        QCOMPARE(refused.status, 501);
        QVERIFY(refused.json[u"error"][u"description"].toString().contains(
            QLatin1String("packages are missing: pdns-server")));
        const QJsonObject can =
            host.api(QStringLiteral("GET"),
                     QStringLiteral("/1/mail_hostings/%1/capabilities").arg(host.serviceId()))
                .data()
                .toObject();
        QVERIFY(!can.value(QLatin1String("features")).toArray().contains(QStringLiteral("zones")));
        QCOMPARE(can.value(QLatin1String("cannot"))[u"create record"].toString(),
                 QStringLiteral("no-name-server"));
        QCOMPARE(host.stop(), 0);
        QCOMPARE(host.processes(), QStringList());
        // Installed later: the domain has its zone at the next start.
        host.setRunner({});
        QVERIFY2(host.start(), qPrintable(host.problem()));
        QCOMPARE(dug(dns(host), domain, QStringLiteral("MX")),
                 QStringList{QStringLiteral("10 mail.example.test.")});
    }
};

QTEST_GUILESS_MAIN(LiveZonesTrouble)
#include "trouble.moc"
