// SPDX-License-Identifier: GPL-3.0-or-later
// The daemon's own life: ready, a second one, two of them, stop, kill, and what its children do.
#include "tests/support/localhost.h"

#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <atomic>
#include <csignal>
#include <thread>

class Lifecycle : public QObject
{
    Q_OBJECT

private slots:
    void ready()
    {
        LocalHost host;
        QVERIFY2(host.start(), qPrintable(host.problem()));
        // Without SMTP the rest is looked at, but only where this machine cannot have it.
        const auto lack = host.lacking(
            {LocalHost::Server::Smtp, LocalHost::Server::Dkim, LocalHost::Server::Dns});
        QVERIFY2(!lack || lack->isExcused, qPrintable(lack ? lack->text : QString()));
        const bool smtp = host.port(QStringLiteral("smtp")) > 0;
        QCOMPARE(host.output().count(u'\n'), smtp ? 1 : 2);
        QVERIFY(host.output().contains(QLatin1String("ready https://127.0.0.1:")));
        const QFileInfo file(host.directory() + QStringLiteral("/service.json"));
        QCOMPARE(int(file.permissions() & ~(QFile::ReadUser | QFile::WriteUser)),
                 int(QFile::ReadOwner | QFile::WriteOwner));
        QCOMPARE(host.service().keys(),
                 QStringList({QStringLiteral("api_url"), QStringLiteral("ca_file"),
                              QStringLiteral("domain"), QStringLiteral("ports"),
                              QStringLiteral("token")}));
        QCOMPARE(host.service().value(QLatin1String("ports")).toObject().size(), 10);
        QCOMPARE(host.service().value(QLatin1String("domain")).toString(),
                 QStringLiteral("example.test"));
        QVERIFY(!QFileInfo(host.directory() + QStringLiteral("/tls/ca.key"))
                     .permission(QFile::ReadGroup));
        QCOMPARE(host.api(QStringLiteral("GET"), QStringLiteral("/1/accounts")).status, 200);

        // Its certificate is for this name and signed by that authority.
        const auto tls = LocalHost::run(
            QStringLiteral("openssl"),
            {QStringLiteral("s_client"), QStringLiteral("-connect"),
             QStringLiteral("127.0.0.1:%1").arg(host.port(QStringLiteral("pop3s"))),
             QStringLiteral("-CAfile"), host.caFile(), QStringLiteral("-verify_hostname"),
             QStringLiteral("mail.example.test"), QStringLiteral("-verify_return_error")},
            "QUIT\r\n");
        QVERIFY2(tls.text.contains(QLatin1String("Verify return code: 0 (ok)")),
                 qPrintable(tls.text));

        // A second one in the same directory is told so.
        const auto second = LocalHost::run(QStringLiteral(MAILWRIGHTD),
                                           {QStringLiteral("--local"), host.directory()});
        QCOMPARE(second.exitCode, 1);
        QVERIFY2(second.text.contains(QStringLiteral("(process %1)").arg(host.pid())),
                 qPrintable(second.text));
        QCOMPARE(host.api(QStringLiteral("GET"), QStringLiteral("/1/accounts")).status, 200);

        // What was chosen once stays: mail programs of yesterday work today.
        const QJsonObject yesterday = host.service();
        QVERIFY(host.processes().size() > 3);
        // Nor is anybody waited for who is at his mail.
        QVERIFY(host.createMailbox(QStringLiteral("ana")));
        const auto device = host.createDevice(QStringLiteral("ana"), QStringLiteral("Phone"));
        OpenImap session(host, QStringLiteral("ana@example.test"), device.password);
        QVERIFY(session.isLoggedIn());
        QElapsedTimer stopping;
        stopping.start();
        QCOMPARE(host.stop(), 0);
        QVERIFY2(stopping.elapsed() < 4000, qPrintable(QString::number(stopping.elapsed())));
        QCOMPARE(host.processes(), QStringList());
        QVERIFY(!QFile::exists(host.directory() + QStringLiteral("/service.json")));
        QVERIFY2(host.start(), qPrintable(host.problem()));
        QCOMPARE(host.service(), yesterday);
        QCOMPARE(host.api(QStringLiteral("GET"), QStringLiteral("/1/accounts")).status, 200);
    }

    // Tokens come and go while the daemon runs.
    void tokens()
    {
        LocalHost host;
        QVERIFY2(host.start(), qPrintable(host.problem()));
        const auto token = [&](const QStringList &words) {
            return LocalHost::run(QStringLiteral(MAILWRIGHTD),
                                  QStringList{QStringLiteral("token")} + words +
                                      QStringList{QStringLiteral("--local"), host.directory()});
        };
        const auto made =
            token({QStringLiteral("create"), QStringLiteral("--scope"), QStringLiteral("read"),
                   QStringLiteral("--expires"), QStringLiteral("30"), QStringLiteral("--name"),
                   QStringLiteral("Backup of addresses")});
        QVERIFY2(made, qPrintable(made.text));
        const QStringList lines = made.text.trimmed().split(u'\n');
        const auto line = std::find_if(lines.begin(), lines.end(), [](const QString &one) {
            return one.size() > 20 && !one.contains(u' ');
        });
        QVERIFY(line != lines.end());
        const QByteArray secret = line->toLatin1();
        const auto status = [&] {
            return LocalHost::run(QStringLiteral("curl"),
                                  {QStringLiteral("-s"), QStringLiteral("--cacert"), host.caFile(),
                                   QStringLiteral("-H"), QStringLiteral("@-"), QStringLiteral("-o"),
                                   QStringLiteral("/dev/null"), QStringLiteral("-w"),
                                   QStringLiteral("%{http_code}"),
                                   host.service().value(QLatin1String("api_url")).toString() +
                                       QStringLiteral("/1/accounts")},
                                  "Authorization: Bearer " + secret + "\n")
                .text.trimmed();
        };
        QCOMPARE(status(), QStringLiteral("200"));
        const auto listed = token({QStringLiteral("list")});
        QVERIFY(listed.text.contains(QStringLiteral("Backup of addresses")));
        QVERIFY(!listed.text.contains(*line));
        const QString row = listed.text.trimmed().split(u'\n').last();
        QVERIFY(token({QStringLiteral("revoke"), row.section(u'\t', 0, 0)}));
        QTRY_COMPARE_WITH_TIMEOUT(status(), QStringLiteral("401"), 5000);
        QVERIFY(!host.log().contains(*line));
        for (const QStringList &wrong :
             {QStringList{QStringLiteral("create"), QStringLiteral("--name"), QStringLiteral("x")},
              QStringList{QStringLiteral("create"), QStringLiteral("--scope"),
                          QStringLiteral("read")},
              QStringList{QStringLiteral("revoke")}, QStringList{QStringLiteral("burn")}})
            QCOMPARE(token(wrong).exitCode, 2);
        QCOMPARE(token({QStringLiteral("revoke"), QStringLiteral("999")}).exitCode, 1);
    }

    // Their directory's mode is not what they depend on; also where an earlier version made them.
    void privateFiles()
    {
        LocalHost host;
        QVERIFY2(host.start(), qPrintable(host.problem()));
        QVERIFY(host.createMailbox(QStringLiteral("ana")));
        const auto openFiles = [&] {
            QStringList open;
            for (const char *part : {"data", "state", "powerdns"}) {
                QDirIterator each(host.directory() + u'/' + QLatin1String(part),
                                  QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
                while (each.hasNext()) {
                    each.next();
                    if (each.fileInfo().permissions() & (QFile::ReadGroup | QFile::WriteGroup |
                                                         QFile::ReadOther | QFile::WriteOther))
                        open.append(QDir(host.directory()).relativeFilePath(each.filePath()));
                }
            }
            open.sort();
            return open;
        };
        const QStringList harmless{QStringLiteral("state/children.json"),
                                   QStringLiteral("state/domain"),
                                   QStringLiteral("state/ports.json")};
        QCOMPARE(openFiles(), harmless);
        const QStringList secrets{QStringLiteral("data/mailwright.db"),
                                  QStringLiteral("state/dns-api-key"),
                                  QStringLiteral("powerdns/db/pdns.db")};
        QCOMPARE(host.stop(), 0);
        for (const QString &name : secrets) {
            QFile file(host.directory() + u'/' + name);
            QVERIFY2(file.exists(), qPrintable(name));
            QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup |
                                        QFile::ReadOther));
        }
        QVERIFY2(host.start(), qPrintable(host.problem()));
        QVERIFY(host.createMailbox(QStringLiteral("ben")));
        QCOMPARE(openFiles(), harmless);
    }

    // As the desktop starts it: however that one ends, nothing of the host is left.
    void endsWithWhoeverStartedIt()
    {
        LocalHost host;
        QVERIFY2(host.start({QStringLiteral("--until-eof")}), qPrintable(host.problem()));
        QCOMPARE(host.api(QStringLiteral("GET"), QStringLiteral("/1/accounts")).status, 200);
        QCOMPARE(host.endInput(), 0);
        QCOMPARE(host.processes(), QStringList());
        QVERIFY(!QFile::exists(host.directory() + QStringLiteral("/service.json")));
    }

    // The token's file is gone: the host makes another, and the addresses are still there.
    void lostToken()
    {
        LocalHost host;
        QVERIFY2(host.start(), qPrintable(host.problem()));
        QVERIFY(host.createMailbox(QStringLiteral("ana")));
        const QString before = host.token();
        QCOMPARE(host.stop(), 0);
        QVERIFY(QFile::remove(host.directory() + QStringLiteral("/state/token")));
        QVERIFY2(host.start(), qPrintable(host.problem()));
        QVERIFY(host.token() != before);
        QCOMPARE(host.api(QStringLiteral("GET"), host.mailboxPath(QStringLiteral("ana"))).status,
                 200);
    }

    void sideBySide()
    {
        LocalHost one;
        LocalHost two;
        QVERIFY2(one.start({QStringLiteral("--domain"), QStringLiteral("one.test")}),
                 qPrintable(one.problem()));
        QVERIFY2(two.start({QStringLiteral("--domain"), QStringLiteral("two.test")}),
                 qPrintable(two.problem()));
        QVERIFY(one.createMailbox(QStringLiteral("ana")));
        QVERIFY(two.createMailbox(QStringLiteral("ana")));
        const auto first = one.createDevice(QStringLiteral("ana"), QStringLiteral("Phone"));
        const auto second = two.createDevice(QStringLiteral("ana"), QStringLiteral("Phone"));
        QVERIFY(one.imap(QStringLiteral("ana@one.test"), first.password));
        QVERIFY(two.imap(QStringLiteral("ana@two.test"), second.password));
        QCOMPARE(two.imap(QStringLiteral("ana@one.test"), first.password).exitCode, 67);
        QCOMPARE(one.stop(), 0);
        QCOMPARE(one.processes(), QStringList());
        QVERIFY(two.imap(QStringLiteral("ana@two.test"), second.password));
    }

    void childrenComeBack()
    {
        LocalHost host;
        QVERIFY2(host.start(), qPrintable(host.problem()));
        QVERIFY(host.createMailbox(QStringLiteral("ana")));
        const auto device = host.createDevice(QStringLiteral("ana"), QStringLiteral("Phone"));
        const QString ana = QStringLiteral("ana@example.test");
        const QJsonArray children = childrenOf(host);
        QVERIFY(!children.isEmpty());
        for (const auto &child : children)
            ::kill(pid_t(child.toObject().value(QLatin1String("pid")).toInteger()), SIGKILL);
        QVERIFY(LocalHost::waitUntil([&] {
            const QJsonArray now = childrenOf(host);
            return now.size() == children.size() && now.first() != children.first();
        }));
        QVERIFY(LocalHost::waitUntil([&] { return bool(host.imap(ana, device.password)); }));
        if (host.port(QStringLiteral("smtp")) > 0) {
            QVERIFY(LocalHost::waitUntil([&] {
                return bool(host.deliver(QStringLiteral("x@elsewhere.test"), ana,
                                         QStringLiteral("BackAgain")));
            }));
            QVERIFY(host.hasMail(ana, device.password, QStringLiteral("BackAgain")));
        }
        QCOMPARE(host.stop(), 0);
        QCOMPARE(host.processes(), QStringList());
    }

    // Dovecot's log has grown large while nobody looked: it begins another, and what it says is
    // heard from there.
    void largeLog()
    {
        LocalHost host;
        QVERIFY2(host.start(), qPrintable(host.problem()));
        QVERIFY(host.createMailbox(QStringLiteral("ana")));
        const auto device = host.createDevice(QStringLiteral("ana"), QStringLiteral("Phone"));
        const QString ana = QStringLiteral("ana@example.test");
        const QString log = host.directory() + QStringLiteral("/log/dovecot.log");
        QFile file(log);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Append));
        QVERIFY(file.write(QByteArray(11 * 1024 * 1024, '\n')) > 0);
        file.close();
        QVERIFY(host.imap(ana, device.password));
        QVERIFY(LocalHost::waitUntil([&] { return QFile::exists(log + QStringLiteral(".1")); }));
        QVERIFY(LocalHost::waitUntil(
            [&] { return host.imap(ana, device.password) && QFileInfo(log).size() > 0; }));
        QVERIFY(QFileInfo(log).size() < 1024 * 1024);
        QVERIFY(!(QFileInfo(log).permissions() & (QFile::ReadGroup | QFile::ReadOther)));
        OpenImap session(host, ana, device.password);
        QVERIFY(session.isLoggedIn());
        QCOMPARE(host.api(QStringLiteral("DELETE"),
                          host.mailboxPath(QStringLiteral("ana")) +
                              QStringLiteral("/accesses/devices/%1").arg(device.id))
                     .status,
                 200);
        QVERIFY(session.waitEnd(1000));
    }

    void killed()
    {
        LocalHost host;
        QVERIFY2(host.start(), qPrintable(host.problem()));
        QVERIFY(host.createMailbox(QStringLiteral("ana")));
        const auto device = host.createDevice(QStringLiteral("ana"), QStringLiteral("Phone"));
        const QString ana = QStringLiteral("ana@example.test");
        const QJsonObject before = host.service();
        // Nobody is there to read what they say; people's mail goes on for as long as that takes.
        host.killDaemon();
        OpenImap session(host, ana, device.password);
        QVERIFY(session.isLoggedIn());
        const bool smtp = host.port(QStringLiteral("smtp")) > 0;
        for (int i = 0; i < 10; ++i) {
            const QString subject = QStringLiteral("WithoutTheDaemon%1").arg(i);
            QVERIFY(host.imap(ana, device.password) && host.pop3(ana, device.password));
            QCOMPARE(host.imap(ana, QStringLiteral("wrong")).exitCode, 67);
            if (!smtp)
                continue;
            const auto taken = host.deliver(QStringLiteral("x@elsewhere.test"), ana, subject);
            QVERIFY2(taken, qPrintable(taken.text));
            QVERIFY(host.hasMail(ana, device.password, subject));
        }
        // Their author check is gone with it: what people send waits with them.
        if (smtp) {
            const auto later =
                host.submit(ana, device.password, {ana, {ana}, {}, QStringLiteral("Later"), {}});
            QVERIFY2(later.text.contains(QLatin1String("454 4.3.0")), qPrintable(later.text));
        }
        QVERIFY(session.isAlive());
        QVERIFY2(host.start(), qPrintable(host.problem()));
        QCOMPARE(host.service(), before);
        QVERIFY(host.imap(ana, device.password));
        QCOMPARE(host.stop(), 0);
        QCOMPARE(host.processes(), QStringList());
    }

    // What was answered is there, what was not may be: at most the one that was under way.
    void killedWhileCreating()
    {
        LocalHost host;
        QVERIFY2(host.start(), qPrintable(host.problem()));
        QVERIFY(host.serviceId() > 0);
        std::atomic<int> answered = 0;
        const auto pid = pid_t(host.pid());
        std::thread killer([&answered, pid] {
            LocalHost::waitUntil([&answered] { return answered >= 8; }, 20000);
            ::kill(pid, SIGKILL);
        });
        QStringList made;
        for (int i = 0; i < 400; ++i) {
            const QString name = QStringLiteral("box%1").arg(i);
            if (!host.createMailbox(name))
                break;
            made.append(name);
            ++answered;
        }
        killer.join();
        QVERIFY(made.size() >= 8 && made.size() < 400);
        host.killDaemon(); // it is dead; this is where the process is buried
        QVERIFY2(host.start(), qPrintable(host.problem()));
        QStringList there;
        const QJsonArray all = host.api(QStringLiteral("GET"),
                                        QStringLiteral("/1/mail_hostings/%1/mailboxes?per_page=500")
                                            .arg(host.serviceId()))
                                   .data()
                                   .toArray();
        for (const auto &one : all)
            there.append(one.toObject().value(QLatin1String("mailbox_name")).toString());
        for (const QString &name : std::as_const(made))
            QVERIFY2(there.contains(name), qPrintable(name));
        QVERIFY(there.size() <= made.size() + 1);
        if (host.port(QStringLiteral("smtp")) > 0)
            QVERIFY(host.deliver(QStringLiteral("x@elsewhere.test"),
                                 made.last() + QStringLiteral("@example.test")));
    }

    // Names of sockets are limited to 107 bytes; those of directories are not.
    void deepDirectory_data()
    {
        QTest::addColumn<int>("length"); // of the directory's name
        for (int length : {64, 81, 250})
            QTest::addRow("%d", length) << length;
    }
    void deepDirectory()
    {
        QFETCH(int, length);
        QTemporaryDir temporary;
        QFile::setPermissions(temporary.path(), QFile::ReadOwner | QFile::WriteOwner |
                                                    QFile::ExeOwner | QFile::ExeOther);
        QString deep = temporary.path() + u'/';
        while (deep.size() < length)
            deep += deep.size() % 60 == 0 && deep.size() < length - 1 ? u'/' : u'd';
        LocalHost host(deep);
        QVERIFY2(host.start(), qPrintable(host.problem()));
        oddStory(host, 1);
        QVERIFY(QDir(deep + QStringLiteral("/mail/example.test/ana1")).exists());
        QCOMPARE(host.stop(), 0);
        QCOMPARE(host.processes(), QStringList());
    }

    // A server that cannot come up: the host is not ready, and says which one it is.
    void notReady()
    {
        LocalHost host;
        QVERIFY2(host.start(), qPrintable(host.problem()));
        NEEDS_SERVERS(host, LocalHost::Server::Smtp);
        QCOMPARE(host.stop(), 0);
        const QString inTheWay = host.directory() + QStringLiteral("/postfix/spool/pid/master.pid");
        QVERIFY(QFile::remove(inTheWay) && QDir().mkpath(inTheWay));
        QVERIFY(!host.start());
        QVERIFY2(host.problem().contains(QLatin1String("mailwrightd: postfix ended at once")) &&
                     !host.output().contains(QLatin1String("ready")),
                 qPrintable(host.problem()));
        QCOMPARE(host.processes(), QStringList());
        QVERIFY(QDir().rmdir(inTheWay));
        QVERIFY2(host.start(), qPrintable(host.problem()));
    }

    // A home may be called anything: what the servers read names it in a way they all understand.
    void oddDirectory()
    {
        QTemporaryDir temporary;
        QFile::setPermissions(temporary.path(), QFile::ReadOwner | QFile::WriteOwner |
                                                    QFile::ExeOwner | QFile::ExeOther);
        const QString odd = temporary.filePath(QString::fromUtf8(
            "J\xc3\xbcrgen K/it's 100% (a&b) $HOME #1; {x},\"y\"=\\z \t\xe6\x97\xa5"));
        LocalHost host(odd);
        QVERIFY2(host.start(), qPrintable(host.problem()));
        QCOMPARE(QFileInfo(host.caFile()).absolutePath(), odd + QStringLiteral("/tls"));
        oddStory(host, 1);
        // It was killed, and begins again: the way to it is made anew.
        host.killDaemon();
        QVERIFY2(host.start(), qPrintable(host.problem()));
        oddStory(host, 2);
        // What was made lies in there, and nothing is left elsewhere.
        QVERIFY(QDir(odd + QStringLiteral("/mail/example.test/ana1")).exists());
        QVERIFY(QFile::exists(odd + QStringLiteral("/log/dovecot.log")));
        const QString run = host.runDirectory();
        if (host.port(QStringLiteral("smtp")) > 0)
            QCOMPARE(QFile::symLinkTarget(run + QStringLiteral("/dir")), odd);
        QCOMPARE(host.stop(), 0);
        QCOMPARE(host.processes(), QStringList());
        QVERIFY(run.isEmpty() || !QFileInfo::exists(run));
    }

    void misuse()
    {
        const auto said = [](const QStringList &arguments) {
            return LocalHost::run(QStringLiteral(MAILWRIGHTD), arguments);
        };
        QCOMPARE(said({QStringLiteral("--version")}).exitCode, 0);
        QVERIFY(said({QStringLiteral("--help")}).text.contains(QLatin1String("sample colleagues")));
        QCOMPARE(said({}).exitCode, 2);
        QTemporaryDir temporary;
        // A domain that cannot be leaves nothing behind.
        for (const char *domain : {"bad domain", "localhost"}) {
            const QString directory = temporary.filePath(QStringLiteral("host"));
            const auto refused = said({QStringLiteral("--local"), directory,
                                       QStringLiteral("--domain"), QLatin1String(domain)});
            QCOMPARE(refused.exitCode, 2);
            QVERIFY(!QFile::exists(directory));
            QCOMPARE(said({QStringLiteral("token"), QStringLiteral("list"),
                           QStringLiteral("--local"), directory})
                         .exitCode,
                     1);
            QVERIFY(!QFile::exists(directory));
        }
        const QString file = temporary.filePath(QStringLiteral("mailwright.conf"));
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write("# a remark\nhost_name = mail.example.org\ncolour = red\nport_imap = many\n");
        out.close();
        const auto wrong = said({QStringLiteral("--config"), file});
        QCOMPARE(wrong.exitCode, 2);
        QVERIFY2(wrong.text.contains(QLatin1String(":3: there is no key \"colour\"")) &&
                     wrong.text.contains(QLatin1String(":4: port_imap")) &&
                     wrong.text.contains(QLatin1String("\"certificate\" is missing")),
                 qPrintable(wrong.text));
    }

private:
    static void oddStory(LocalHost &host, int number)
    {
        const QString name = QStringLiteral("ana%1").arg(number);
        const QString address = name + QStringLiteral("@example.test");
        QVERIFY(host.createMailbox(name));
        const auto device = host.createDevice(name, QStringLiteral("Phone"));
        QVERIFY(host.imap(address, device.password));
        if (host.port(QStringLiteral("smtp")) == 0)
            return;
        QVERIFY(host.deliver(QStringLiteral("x@elsewhere.test"), address, QStringLiteral("Odd")));
        QVERIFY(host.hasMail(address, device.password, QStringLiteral("Odd")));
        QVERIFY(host.submit(address, device.password,
                            {address, {QStringLiteral("x@elsewhere.test")}, {}, name, {}}));
        QVERIFY(LocalHost::waitUntil([&] {
            const QDir out(host.directory() + QStringLiteral("/out"));
            return out.entryList(QDir::Files).size() == number;
        }));
    }
    static QJsonArray childrenOf(const LocalHost &host)
    {
        QFile file(host.directory() + QStringLiteral("/state/children.json"));
        if (!file.open(QIODevice::ReadOnly))
            return {};
        return QJsonDocument::fromJson(file.readAll())
            .object()
            .value(QLatin1String("children"))
            .toArray();
    }
};

QTEST_GUILESS_MAIN(Lifecycle)
#include "lifecycle.moc"
