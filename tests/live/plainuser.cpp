// SPDX-License-Identifier: GPL-3.0-or-later
// The same for somebody who is not root: Postfix in a user namespace where the system allows it.
// Run by root, the test becomes an ordinary user who has subordinate ids in a mount namespace only.
#include "tests/live/zones/asked.h"

#include <QDir>
#include <QTest>

#include <pwd.h>
#include <unistd.h>

class PlainUser : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (geteuid() != 0)
            return;
        m_user = getpwuid(1000) ? getpwuid(1000) : getpwnam("games");
        QVERIFY(m_user);
        QFile ids(m_files.filePath(QStringLiteral("ids")));
        QVERIFY(ids.open(QIODevice::WriteOnly));
        ids.write(QByteArray(m_user->pw_name) + ":100000:65536\n");
        ids.close();
        ids.setPermissions(QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther);
        QFile script(m_files.filePath(QStringLiteral("as-user")));
        QVERIFY(script.open(QIODevice::WriteOnly));
        script.write("set -e\n"
                     "if [ \"$1\" = yes ]; then mount --bind \"$2\" /etc/subuid\n"
                     "mount --bind \"$2\" /etc/subgid; fi\n"
                     "if [ \"$1\" = no ]; then mount --bind /dev/null /etc/subuid; fi\n"
                     "user=$3 group=$4; shift 4\n"
                     "exec setpriv --reuid \"$user\" --regid \"$group\" --clear-groups "
                     "env -i PATH=\"$PATH\" \"$@\"\n");
        script.close();
        const auto possible = LocalHost::run(QStringLiteral("unshare"),
                                             {QStringLiteral("--mount"), QStringLiteral("true")});
        if (!possible)
            QSKIP(qPrintable(QStringLiteral("no mount namespace here: ") + possible.text));
    }

    void withSmtp()
    {
        LocalHost host(place());
        asUser(host, true);
        QVERIFY2(host.start(), qPrintable(host.problem()));
        NEEDS_SERVERS(host, LocalHost::Server::Smtp);
        story(host);
        QVERIFY(host.deliver(outside, ana, QStringLiteral("ForAUser")));
        QVERIFY(host.hasMail(ana, m_device.password, QStringLiteral("ForAUser")));
        QVERIFY(host.submit(ana, m_device.password, {ana, {ana}, {}, QStringLiteral("Own"), {}}));
        QVERIFY(host.hasMail(ana, m_device.password, QStringLiteral("Own")));
        QVERIFY(
            host.submit(ana, m_device.password, {ana, {ana}, outside, QStringLiteral("Forged"), {}})
                .text.contains(QLatin1String("550 5.7.1")));
        isSigned(host);
        QVERIFY(host.deliver(outside, QStringLiteral("no@example.test"))
                    .text.contains(QLatin1String("550 5.1.1")));

        // lookup.db made anew is read by his servers, too.
        QVERIFY(QFile::remove(host.directory() + QStringLiteral("/lookup/lookup.db")));
        QVERIFY(host.createMailbox(QStringLiteral("ben")));
        const auto ben = host.createDevice(QStringLiteral("ben"), QStringLiteral("Phone"));
        QVERIFY(host.imap(QStringLiteral("ben@example.test"), ben.password));
        QVERIFY(host.deliver(outside, QStringLiteral("ben@example.test")));

        // The daemon killed, mail goes on; the next one takes over.
        host.killDaemon();
        QVERIFY(host.imap(ana, m_device.password) && host.pop3(ana, m_device.password));
        QVERIFY(host.deliver(outside, ana, QStringLiteral("Alone")));
        QVERIFY(host.hasMail(ana, m_device.password, QStringLiteral("Alone")));
        QVERIFY2(host.start(), qPrintable(host.problem()));
        QVERIFY(host.imap(ana, m_device.password));
        QCOMPARE(host.stop(), 0);
        QCOMPARE(host.processes(), QStringList());

        // All it made is the user's own to remove.
        if (m_user) {
            const auto removed =
                LocalHost::run(QStringLiteral("setpriv"),
                               {QStringLiteral("--reuid"), QString::number(m_user->pw_uid),
                                QStringLiteral("--regid"), QString::number(m_user->pw_gid),
                                QStringLiteral("--clear-groups"), QStringLiteral("rm"),
                                QStringLiteral("-r"), host.directory()});
            QVERIFY2(removed, qPrintable(removed.text));
        }
    }

    void inAnOddPlace()
    {
        LocalHost host(place() + QString::fromUtf8(" of J\xc3\xbcrgen & Co (1)"));
        asUser(host, true);
        QVERIFY2(host.start(), qPrintable(host.problem()));
        NEEDS_SERVERS(host, LocalHost::Server::Smtp);
        story(host);
        QVERIFY(host.submit(ana, m_device.password, {ana, {ana}, {}, QStringLiteral("Odd"), {}}));
        QVERIFY(host.hasMail(ana, m_device.password, QStringLiteral("Odd")));
        // The way to it lies where nobody else may change it.
        const QFileInfo run(host.runDirectory());
        QCOMPARE(QFile::symLinkTarget(run.filePath() + QStringLiteral("/dir")), host.directory());
        QCOMPARE(int(run.permissions() &
                     (QFile::WriteGroup | QFile::WriteOther | QFile::ReadOther | QFile::ExeOther)),
                 0);
        QCOMPARE(run.ownerId(), m_user ? m_user->pw_uid : geteuid());
        QCOMPARE(host.stop(), 0);
        QCOMPARE(host.processes(), QStringList());
        QVERIFY(!QFileInfo::exists(run.filePath()));
    }

    void withoutSubordinateIds()
    {
        if (!m_user)
            QSKIP("only root can take the ids away");
        LocalHost host(place());
        asUser(host, false);
        QVERIFY2(host.start(), qPrintable(host.problem()));
        QVERIFY2(host.output().contains(QLatin1String("no SMTP: /etc/subuid")),
                 qPrintable(host.output()));
        for (const char *name : {"smtp", "submission", "submissions"})
            QCOMPARE(host.port(QString::fromLatin1(name)), 0);
        story(host);
        QCOMPARE(host.stop(), 0);
        QCOMPARE(host.processes(), QStringList());
    }

private:
    // A home as closed as Debian makes it.
    QString place()
    {
        const QString home = m_files.filePath(QStringLiteral("home%1").arg(++m_count));
        QDir().mkpath(home);
        QFile::setPermissions(home, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        if (m_user) {
            QFile::setPermissions(m_files.path(), QFile::ReadOwner | QFile::WriteOwner |
                                                      QFile::ExeOwner | QFile::ExeOther);
            [[maybe_unused]] const int done =
                ::chown(QFile::encodeName(home).constData(), m_user->pw_uid, m_user->pw_gid);
        }
        return home + QStringLiteral("/host");
    }
    void asUser(LocalHost &host, bool ids) const
    {
        if (m_user)
            host.setRunner({QStringLiteral("unshare"), QStringLiteral("--mount"),
                            QStringLiteral("sh"), m_files.filePath(QStringLiteral("as-user")),
                            ids ? QStringLiteral("yes") : QStringLiteral("no"),
                            m_files.filePath(QStringLiteral("ids")),
                            QString::number(m_user->pw_uid), QString::number(m_user->pw_gid)});
    }
    // OpenDKIM is the user's own process, too.
    void isSigned(LocalHost &host)
    {
        const QString keys = QStringLiteral("/1/mail_hostings/%1/dkim_keys").arg(host.serviceId());
        const QJsonObject key =
            host.api(QStringLiteral("POST"), keys,
                     {{QStringLiteral("domain"), QStringLiteral("example.test")},
                      {QStringLiteral("algorithm"), QStringLiteral("ed25519")}})
                .data()
                .toObject();
        QCOMPARE(host.api(QStringLiteral("PATCH"),
                          keys + u'/' + QString::number(key.value(QLatin1String("id")).toInteger()),
                          {{QStringLiteral("state"), QStringLiteral("signing")}})
                     .status,
                 200);
        QVERIFY(host.submit(ana, m_device.password,
                            {ana, {outside}, {}, QStringLiteral("Signed"), {}}));
        const QByteArray selector =
            "s=" + key.value(QLatin1String("selector")).toString().toLatin1();
        const QDir out(host.directory() + QStringLiteral("/out"));
        QVERIFY(LocalHost::waitUntil([&] {
            for (const QString &name : QDir(out.path()).entryList(QDir::Files))
                if (QFile file(out.filePath(name));
                    file.open(QIODevice::ReadOnly) && file.readAll().contains(selector))
                    return true;
            return false;
        }));
    }
    void story(LocalHost &host)
    {
        QVERIFY(host.createMailbox(QStringLiteral("ana")));
        m_device = host.createDevice(QStringLiteral("ana"), QStringLiteral("Phone"));
        QVERIFY(host.imap(ana, m_device.password));
        QVERIFY(host.pop3(ana, m_device.password));
        OpenImap session(host, ana, m_device.password);
        const auto lost = host.createDevice(QStringLiteral("ana"), QStringLiteral("Lost"));
        OpenImap cut(host, ana, lost.password);
        QVERIFY(session.isLoggedIn() && cut.isLoggedIn());
        QCOMPARE(host.api(QStringLiteral("DELETE"),
                          host.mailboxPath(QStringLiteral("ana")) +
                              QStringLiteral("/accesses/devices/%1").arg(lost.id))
                     .status,
                 200);
        QVERIFY(cut.waitEnd(1000));
        QVERIFY(session.isAlive());

        // The name server is the user's own process, too.
        ApiZone zone(host);
        QVERIFY(zone.add(QStringLiteral("www"), QStringLiteral("A"), QStringLiteral("192.0.2.1")));
        const QString anchor = zone.setSigned(true);
        const QString found =
            validated(host.port(QStringLiteral("dns")), QStringLiteral("example.test"), anchor,
                      QStringLiteral("www.example.test"), QStringLiteral("A"));
        QVERIFY2(found.contains(QLatin1String("; fully validated")), qPrintable(found));
    }

    const QString ana = QStringLiteral("ana@example.test");
    const QString outside = QStringLiteral("writer@elsewhere.test");
    QTemporaryDir m_files;
    const passwd *m_user = nullptr; // null: the test itself runs as an ordinary user
    LocalHost::Device m_device;
    int m_count = 0;
};

QTEST_GUILESS_MAIN(PlainUser)
#include "plainuser.moc"
