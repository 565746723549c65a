// SPDX-License-Identifier: GPL-3.0-or-later
// The mail host's parts that need no server: who a From: line names, what a refusal says,
// certificates, ports.
#include "app/mail/domain.h"
#include "server/host/authors.h"
#include "server/host/certificates.h"
#include "server/host/configfile.h"
#include "server/host/dovecot.h"
#include "server/host/logtail.h"
#include "server/host/reports.h"
#include "server/host/sendercheck.h"
#include "server/host/sessions.h"
#include "server/host/spellings.h"

#include <QFileInfo>
#include <QSslCertificate>
#include <QTemporaryDir>
#include <QTest>
#include <QUdpSocket>

#include <atomic>
#include <poll.h>
#include <thread>

using namespace host;

namespace {

// As root, a directory that is closed to the mail servers' users is another layout.
void letPass(const QTemporaryDir &dir)
{
    QFile::setPermissions(dir.path(),
                          QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ExeOther);
}

} // namespace

class Parts : public QObject
{
    Q_OBJECT

private slots:
    void authors_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("addresses"); // "!" = an error
        const auto row = [](const char *line, const char *addresses) {
            QTest::newRow(line) << QByteArray(line) << QString::fromUtf8(addresses);
        };
        row(" ana@example.test", "ana@example.test");
        row(" Ana <ANA@Example.Test>", "ana@example.test");
        row("\"Ana, at home\" <ana@example.test>", "ana@example.test");
        row("\"boss@else.test\" <ana@example.test>", "ana@example.test");
        row("ana@example.test (boss@else.test)", "ana@example.test");
        row("Ana\r\n <ana@example.test>", "ana@example.test");
        row("ana@example.test, Ben <ben@example.test>", "ana@example.test,ben@example.test");
        row("Team: ana@example.test, ben@example.test;", "ana@example.test,ben@example.test");
        row("\"ana\"@example.test", "ana@example.test");
        row("=?utf-8?q?boss=40else.test?= <ana@example.test>", "ana@example.test");
        row("ana@b\xc3\xbc"
            "cher.test",
            "ana@xn--bcher-kva.test");
        row("", "!");
        row("Ana", "!");
        row("Team:;", "!");
        row("<>", "!");
        row("ana@", "!");
        row("Ana ana@example.test", "!");
        row("<ana@example.test> <ben@example.test>", "!");
        row("<ana@example.test> ben@example.test", "!");
        row("\"ana@example.test\"@else.test", "!");
        row("<@else.test:ana@example.test>", "!");
        row("<ana@example.test", "!");
        row("\"Ana <ana@example.test>", "!");
        row("(Ana ana@example.test", "!");
        row("ana@example.test\x01", "!");
        row("\xff@example.test", "!");
        row("=?utf-8?q?ana=40example.test?=", "!");
        row("Team: a@b.c; Other: d@e.f", "!");

        // What is no name (RFC 5322, 3.4) is read in more than one way.
        row("boss@else.test <ana@example.test>", "!");
        row("boss @else.test <ana@example.test>", "!");
        row("boss@else <ana@example.test>", "!");
        row("boss@[192.0.2.1] <ana@example.test>", "!");
        row("The boss boss@else.test <ana@example.test>", "!");
        row("\"The boss\" boss@else.test <ana@example.test>", "!");
        row("=?utf-8?q?The?= boss@else.test <ana@example.test>", "!");
        row("=?utf-8?q?boss@else.test?= <ana@example.test>", "!"); // RFC 2047, 5 (3)
        row("boss@else.test:ana@example.test;", "!");
        row("Team: boss@else.test <ana@example.test>;", "!");
        row("Team: ana@example.test; boss@else.test", "!");
        row(".Ana <ana@example.test>", "!");
        row("[Ana] <ana@example.test>", "!");
        row("@ <ana@example.test>", "!");
        row("ana@example.test <>", "!");
        row("<boss@else.test <ana@example.test>", "!");
        row("Ana\\, boss@else.test <ana@example.test>", "!");
        row("ana @example.test", "!");
        row("ana(boss)@example.test", "!");
        row("<ana@example.test.>", "!");
        row("ana@[127.0.0.1]", "!");
        row("ana@example.test@else.test", "!");
        row("\"ana\".\"b\"@example.test", "!");
        row("\"ana b\"@example.test", "!");
        row("\"..ana\"@example.test", "!");
        row("Ana\xc2\x85 <ana@example.test>", "!");

        // What people are called, and what their programs make of it.
        row("Dr. Ana M. Sample-O'Hara <ana@example.test>", "ana@example.test");
        row("J\xc3\xbcrgen \xe6\x97\xa5\xe6\x9c\xac <ana@example.test>", "ana@example.test");
        row("=?utf-8?b?SsO8cmdlbg==?=\r\n =?utf-8?q?_K=2E?= <ana@example.test>",
            "ana@example.test");
        row("Ana \"the cook\" Sample <ana@example.test>", "ana@example.test");
        row("Ana (at home) Sample (really (yes)) <ana@example.test> (mine)", "ana@example.test");
        row("\"ana@example.test\" <ana@example.test>", "ana@example.test");
        row("\"Ana \\\"<boss@else.test>\\\", \" <ana@example.test>", "ana@example.test");
        row("\"\" <ana@example.test>", "ana@example.test");
        row("Ana< ana@example.test >", "ana@example.test");
        row("R&D / Shop #1 {50%} <ana+shop@example.test>", "ana+shop@example.test");
        row(",ana@example.test,, ,", "ana@example.test");
        row("Sam's team: Ana <ana@example.test>,, ben@example.test; , cy@example.test",
            "ana@example.test,ben@example.test,cy@example.test");
    }
    void authors()
    {
        QFETCH(QByteArray, line);
        QFETCH(QString, addresses);
        const auto read = addressesIn(line);
        QCOMPARE(read ? read->join(u',') : QStringLiteral("!"), addresses);
    }

    void spellingsOfADomain()
    {
        const auto of = [](const char *ascii) {
            return spellings(QString::fromLatin1(ascii)).join(u' ');
        };
        QCOMPARE(of("example.test"), QStringLiteral("example.test"));
        QCOMPARE(of("xn--bcher-kva.example"), QString::fromUtf8("xn--bcher-kva.example b\xc3\xbc"
                                                                "cher.example b\xc3\x9c"
                                                                "cher.example"));
        // "\xc3\x9f" has no large form of one letter; three letters in eight mixtures.
        QCOMPARE(spellings(QStringLiteral("xn--strae-oqa.example")).size(), 2);
        const auto domain = mail::domainFrom(QString::fromUtf8("\xc3\xa4\xc3\xb6\xc3\xbc.test"));
        QCOMPARE(spellings(domain->ascii).size(), 1 + 8);
        const QString many = QString::fromUtf8("\xc3\xa4").repeated(40) + QStringLiteral(".test");
        const QStringList all = spellings(mail::domainFrom(many)->ascii);
        QCOMPARE(all.size(), 1 + 64 + 1);
        QVERIFY(all.contains(many));
        QVERIFY(all.contains(QString::fromUtf8("\xc3\x84").repeated(40) + QStringLiteral(".test")));
    }

    void refusals()
    {
        const QString ana = QStringLiteral("ana@example.test");
        const QStringList also{QStringLiteral("info@example.test")};
        const auto good = [&](const QList<QByteArray> &from, const QList<QByteArray> &sender = {}) {
            return refusal({from, sender, false}, ana, also).isEmpty();
        };
        QVERIFY(good({"ana@example.test"}));
        QVERIFY(good({"ana+shop@example.test"}));
        QVERIFY(good({"info@example.test"}, {"ana@example.test"}));
        QVERIFY(!good({}));
        QVERIFY(!good({"ana@example.test", "ana@example.test"}));
        QVERIFY(!good({"ben@example.test"}));
        QVERIFY(!good({"ana@example.test"}, {"ben@example.test"}));
        QVERIFY(!good({"ana@example.test"}, {"ana@example.test", "ana@example.test"}));
        QVERIFY(!refusal({{"ana@example.test"}, {}, true}, ana, also).isEmpty());
        const Submitter phone = Submitter::of(ana, 12, QByteArray(64, 'a'));
        QCOMPARE(Submitter::fromLogin(phone.login()), phone);
        QVERIFY(Submitter::of(ana, 12, QByteArray(64, 'b')) != phone);
        QCOMPARE(Submitter::fromLogin(QStringLiteral("ana@example.test#d12")).device, 0);
        QCOMPARE(Submitter::fromLogin(QStringLiteral("ana@example.test#d12.")).device, 0);
        QCOMPARE(Submitter::fromLogin(QStringLiteral("ana@example.test")).device, 0);
        QCOMPARE(Submitter::fromLogin(QStringLiteral("#d1.a")).device, 0);
    }

    void loginLines()
    {
        const auto login = LoginLine::parse(
            "2026-01-02T03:04:05 imap-login: Info: Login: user=<ana@example.test>, method=PLAIN, "
            "rip=127.0.0.1, mpid=4711, TLS, grant=<7.42>");
        QVERIFY(login.has_value());
        QCOMPARE(login->pid, 4711);
        QCOMPARE(login->device, 7);
        QCOMPARE(login->grant, 42);
        QVERIFY(!LoginLine::parse("2026-01-02T03:04:05 auth: Info: sql(x -login: Info: Login: "
                                  "user=<ana>, mpid=1, grant=<1.1>): unknown user"));

        // Whose mailbox is to be counted again.
        const auto active = [](const char *said) {
            return activeMailbox(QByteArray("2026-01-02T03:04:05 ") + said);
        };
        const QString ana = QStringLiteral("ana@example.test");
        QCOMPARE(active("lmtp(ana@example.test)<20797><TF9CBnJNB2s9UQAAg+zDdQ>: Info: "
                        "msgid=<x@vm>: saved mail to INBOX"),
                 ana);
        QCOMPARE(active("lmtp(ana@example.test)<20797><TF9C:1>: Info: sieve: msgid=<x@vm>: stored "
                        "mail into mailbox 'Junk'"),
                 ana);
        QCOMPARE(active("imap(ana@example.test)<20749><8cV3LSBhftF/AAAB>: Info: Disconnected: "
                        "Logged out in=27 out=740 deleted=0 expunged=0 trashed=0"),
                 ana);
        QCOMPARE(active("pop3(ana@example.test)<1><a>: Info: Disconnected: Logged out top=0/0, "
                        "retr=1/640, del=1/1, size=640"),
                 ana);
        QCOMPARE(active("pop3(ana@example.test)<1><a>: Info: Disconnected: Logged out top=0/0, "
                        "retr=1/640, del=0/1, size=640"),
                 QString());
        QCOMPARE(active("lmtp(20797): Info: Disconnect from local: Logged out (state=READY)"),
                 QString());
        QCOMPARE(active("imap-login: Info: Disconnected: Connection closed: user=<imap(ana@"
                        "example.test)<1><a>: Info: Disconnected: >, rip=127.0.0.1"),
                 QString());

        // That lookup.db is damaged is seen by its readers first.
        QVERIFY(Dovecot::tellsOfBadLookup(
            "2026-01-02T03:04:05 auth-worker(6404): Error: conn unix:auth-worker (pid=2,uid=103): "
            "auth-worker<65>: sql(ana@example.test,127.0.0.1,<rsqdMiBhptd/AAAB>): User query "
            "failed: database disk image is malformed"));
        QVERIFY(Dovecot::tellsOfBadLookup(
            "2026-01-02T03:04:05 auth: Error: lua(ana@example.test,127.0.0.1,<WKOqDSJhwql/AAAB>): "
            "passdb-lua: login.lua:19: Error preparing statement handle: file is not a database"));
        QVERIFY(!Dovecot::tellsOfBadLookup(
            "2026-01-02T03:04:05 auth-worker(6404): Info: conn unix:auth-worker (pid=2,uid=103): "
            "auth-worker<65>: sql(ana@example.test,127.0.0.1): unknown user"));
    }

    // Who takes his listener away may go: it is not called any more, nor is it still at work.
    void reports()
    {
        Reports reports;
        reports.start();
        std::atomic<bool> isIn = false;
        std::atomic<bool> mayGo = false;
        std::atomic<int> heard = 0;
        reports.onActivity([&](const QString &) {
            isIn = true;
            while (!mayGo)
                std::this_thread::yield();
            ++heard;
        });
        reports.activity(QStringLiteral("ana@example.test"));
        QTRY_VERIFY(isIn);
        std::atomic<bool> isAway = false;
        std::thread leaving([&] {
            reports.onActivity({});
            isAway = true;
        });
        for (int i = 0; i < 1000; ++i)
            std::this_thread::yield();
        QVERIFY(!isAway);
        mayGo = true;
        leaving.join();
        QCOMPARE(heard.load(), 1);

        std::atomic<qint64> device = 0;
        reports.onLogin([&](const Login &login) { device = login.device; });
        reports.activity(QStringLiteral("ana@example.test")); // nobody listens
        reports.login({7, QStringLiteral("ana@example.test"), QStringLiteral("imap"), {}});
        QTRY_COMPARE(device.load(), 7);
        reports.stop();
        QCOMPARE(heard.load(), 1);
    }

    // A log that a server writes: what is new is read, in pieces or whole, and it does not grow for
    // ever.
    void logs()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("server.log"));
        QFile server(path);
        const auto write = [&](const QByteArray &text) {
            return server.write(text) == text.size() && server.flush();
        };
        QVERIFY(server.open(QIODevice::WriteOnly | QIODevice::Append));
        QVERIFY(write("of yesterday\n"));
        LogTail tail(path);
        QByteArrayList heard;
        const auto listen = [&] {
            pollfd p{tail.descriptor(), POLLIN, 0};
            const bool isTold = poll(&p, 1, 5000) == 1;
            tail.read([&](const QByteArray &line) { heard.append(line); });
            return isTold;
        };
        QVERIFY(write("one\ntw"));
        QVERIFY(listen());
        QCOMPARE(heard, QByteArrayList{"one"});
        QVERIFY(write("o\n"));
        QVERIFY(listen());
        QCOMPARE(heard, (QByteArrayList{"one", "two"}));
        QVERIFY(!tail.rotate());
        QVERIFY(!(QFileInfo(path).permissions() & (QFile::ReadGroup | QFile::ReadOther)));

        QVERIFY(write(QByteArray(11 * 1024 * 1024, 'x') + '\n'));
        QVERIFY(listen());
        heard.clear();
        QVERIFY(tail.rotate());
        QCOMPARE(QFileInfo(path).size(), 0);
        QVERIFY(QFile::exists(path + QStringLiteral(".1")));
        // The server has not noticed yet.
        QVERIFY(write("late\n"));
        QVERIFY(listen());
        server.close();
        QVERIFY(server.open(QIODevice::WriteOnly | QIODevice::Append));
        QVERIFY(write("anew\n"));
        QVERIFY(listen());
        tail.append("of ours");
        QVERIFY(listen());
        QCOMPARE(heard, (QByteArrayList{"late", "anew", "of ours"}));
    }

    void otherPeoplesDirectories()
    {
        const QTemporaryDir dir;
        QFile letter(dir.filePath(QStringLiteral("letter.txt")));
        QVERIFY(letter.open(QIODevice::WriteOnly));
        const auto modeOf = [](const QString &path) { return QFileInfo(path).permissions(); };
        const auto before = modeOf(dir.path());
        const auto layout = localLayout(dir.path(), {});
        QVERIFY(layout);
        const auto made = makeDirectories(*layout);
        QVERIFY(!made);
        QVERIFY(made.error().detail.contains(QStringLiteral("letter.txt")));
        QCOMPARE(modeOf(dir.path()), before);
        QVERIFY(!QFileInfo::exists(dir.filePath(QStringLiteral("state"))));

        // An empty one will do, and what is ours already.
        QVERIFY(letter.remove());
        QVERIFY(makeDirectories(*layout));
        QVERIFY(letter.open(QIODevice::WriteOnly));
        QVERIFY(makeDirectories(*layout));
    }

    void certificates()
    {
        const QTemporaryDir dir;
        letPass(dir);
        auto layout = localLayout(dir.filePath(QStringLiteral("host")), {});
        QVERIFY(layout);
        QVERIFY(makeDirectories(*layout));
        const QDateTime now = QDateTime::currentDateTimeUtc();
        QVERIFY(ensureCertificates(*layout, now));
        const auto serial = [&] {
            const auto all = QSslCertificate::fromPath(layout->certificate);
            return all.isEmpty() ? QByteArray() : all.first().serialNumber();
        };
        const QByteArray first = serial();
        QVERIFY(!first.isEmpty());
        QVERIFY(ensureCertificates(*layout, now.addDays(300)));
        QCOMPARE(serial(), first);
        QVERIFY(ensureCertificates(*layout, now.addDays(340)));
        QVERIFY(serial() != first);
        QVERIFY(!QFileInfo(layout->key).permission(QFile::ReadGroup));
        QVERIFY(QFileInfo(layout->ca).permission(QFile::ReadOther));
    }

    // Names and datagrams take a port together.
    void portsForDatagrams()
    {
        const QString loopback = QStringLiteral("127.0.0.1");
        PortReservation holder;
        const int port = holder.takeAny(loopback, true);
        QVERIFY(port > 0);
        PortReservation other;
        QVERIFY(!other.take(loopback, port, true));
        holder.release();
        QVERIFY(other.take(loopback, port, true));
        other.release();
        // Free for connections, but not for datagrams: nothing of it stays taken.
        QUdpSocket socket;
        QVERIFY(socket.bind(QHostAddress(loopback), quint16(port)));
        QVERIFY(!other.take(loopback, port, true));
        QVERIFY(holder.take(loopback, port));
    }

    void nameServerInTheConfiguration_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<QString>("fault"); // empty: good
        const QByteArray whole = "dns_api_url = http://127.0.0.1:8081\ndns_api_key_file = /etc/k\n"
                                 "dns_name_servers = NS1.example.org, ns2.example.net.\n";
        const auto row = [](const char *name, const QByteArray &lines, const char *fault = "") {
            QTest::newRow(name) << lines << QString::fromLatin1(fault);
        };
        row("none", "");
        row("whole",
            whole + "dns_server = 192.0.2.53:5300\naddresses = 192.0.2.25, 2001:db8::25\n");
        row("without key", "dns_api_url = http://127.0.0.1:8081\ndns_name_servers = a.example\n",
            "\"dns_api_key_file\" is missing, which dns_api_url needs");
        row("without names", "dns_api_url = http://127.0.0.1:8081\ndns_api_key_file = /etc/k\n",
            "\"dns_name_servers\" is missing");
        row("no URL", "dns_api_url = 127.0.0.1\n", "dns_api_url: the address of PowerDNS's");
        row("the key in the open", "dns_api_url = http://192.0.2.1:8081\n", "begin with https://");
        row("no name", "dns_name_servers = ns1\n", "dns_name_servers: ");
        row("no server", "dns_server = ns1.example.org\n", "dns_server: an address is needed");
        row("no address", "addresses = 192.0.2.1, here\n", "\"here\" is no address");
        row("a port that is not ours", "port_dns = 53\n", "there is no key \"port_dns\"");
    }
    void nameServerInTheConfiguration()
    {
        QFETCH(QByteArray, lines);
        QFETCH(QString, fault);
        const QTemporaryDir dir;
        QFile file(dir.filePath(QStringLiteral("mailwright.conf")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("host_name = mail.example.org\ncertificate = /etc/c\nkey = /etc/c\n" + lines);
        file.close();
        const auto layout = layoutFromFile(file.fileName());
        if (!fault.isEmpty()) {
            QVERIFY(!layout);
            QVERIFY2(layout.error().detail.contains(fault), qPrintable(layout.error().detail));
            return;
        }
        QVERIFY2(layout, layout ? "" : qPrintable(layout.error().detail));
        QVERIFY(layout->dnsFacts(true).servers.isEmpty()); // the world finds them
        QCOMPARE(layout->dnsFacts(true).mx, QStringList{QStringLiteral("10 mail.example.org")});
        if (!lines.isEmpty()) {
            QCOMPARE(layout->dnsNames, (QStringList{QStringLiteral("ns1.example.org"),
                                                    QStringLiteral("ns2.example.net")}));
            QCOMPARE(layout->dnsServer, QStringLiteral("192.0.2.53:5300"));
            QCOMPARE(layout->dnsFacts(true).addresses.size(), 2);
        }
    }

    void tlsOfTheApi_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<bool>("isTls");
        QTest::addColumn<QString>("fault"); // empty: good
        const auto row = [](const char *name, const QByteArray &lines, bool isTls,
                            const char *fault = "") {
            QTest::newRow(name) << lines << isTls << QString::fromLatin1(fault);
        };
        row("unsaid", "", true);
        row("yes", "api_tls = yes\n", true);
        row("behind a proxy", "api_tls = no\napi_listen = 127.0.0.1\n", false);
        row("loopback alone", "api_tls = no\nlisten = 127.0.0.1\n", false);
        row("in the clear", "api_tls = no\n", false, "in the clear");
        row("asked for", "api_tls = insecure\n", false);
        row("a word", "api_tls = maybe\n", false, "api_tls: yes, no");
        row("no address", "api_listen = here\n", false, "api_listen: an address is needed");
    }
    void tlsOfTheApi()
    {
        QFETCH(QByteArray, lines);
        QFETCH(bool, isTls);
        QFETCH(QString, fault);
        const QTemporaryDir dir;
        QFile file(dir.filePath(QStringLiteral("mailwright.conf")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("host_name = mail.example.org\ncertificate = /etc/c\nkey = /etc/c\n" + lines);
        file.close();
        const auto layout = layoutFromFile(file.fileName());
        if (!fault.isEmpty()) {
            QVERIFY(!layout);
            QVERIFY2(layout.error().detail.contains(fault), qPrintable(layout.error().detail));
            return;
        }
        QVERIFY2(layout, layout ? "" : qPrintable(layout.error().detail));
        QCOMPARE(layout->apiTls, isTls);
    }

    void ports()
    {
        const QTemporaryDir dir;
        letPass(dir);
        auto layout = localLayout(dir.filePath(QStringLiteral("host")), {});
        QVERIFY(layout);
        QVERIFY(makeDirectories(*layout));
        QStringList notes;
        PortReservation reservation;
        const auto first = choosePorts(*layout, 0, reservation, notes);
        QVERIFY(first);
        QVERIFY(notes.isEmpty());
        {
            // While they are held nobody else gets them.
            PortReservation other;
            QVERIFY(!other.take(layout->listen, first->imaps));
        }
        reservation.release();
        const auto second = choosePorts(*layout, 0, reservation, notes);
        QVERIFY(second);
        QVERIFY(*first == *second);
        reservation.release();
        PortReservation somebody;
        QVERIFY(somebody.take(layout->listen, first->imaps));
        const auto third = choosePorts(*layout, 0, reservation, notes);
        QVERIFY(third);
        QVERIFY(third->imaps != first->imaps);
        QCOMPARE(third->imap, first->imap);
        QCOMPARE(notes.size(), 1);
        QVERIFY(notes.first().contains(QString::number(first->imaps)));
    }
};

QTEST_GUILESS_MAIN(Parts)
#include "parts.moc"
