// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/firststart.h"
#include "tests/support/fakebackend.h"
#include "ui/shell/scheme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace {

void picture(QWidget *widget, const QString &name)
{
    const QString folder = qEnvironmentVariable("MAILWRIGHT_PICTURES");
    QCoreApplication::sendPostedEvents(); // what is laid out late
    if (!folder.isEmpty())
        widget->grab().save(QDir(folder).filePath(name + QStringLiteral(".png")));
}

} // namespace

class FirstStartTest : public QObject
{
    Q_OBJECT

private slots:
    void serverIsTestedThenKept()
    {
        QTemporaryDir folder;
        store::Settings settings(folder.filePath(QStringLiteral("settings.ini")));
        ui::Scheme scheme(*qApp, settings);
        store::Cache cache(folder.filePath(QStringLiteral("cache.db")));
        QVERIFY(cache.open());
        store::MemorySecrets secrets;
        const SystemClock clock;
        Jobs jobs;
        auto far = std::make_shared<test::FakeBackend>();
        ui::Accounts accounts(jobs, cache, settings, secrets, clock,
                              [far](const mail::Account &, const Secret &) { return far; });
        Error failure{
            Error::Kind::Offline, QStringLiteral("NXDOMAIN"), {}, QStringLiteral("name"), 0};
        bool works = false;
        const auto test = [&](const mail::Account &, const Secret &,
                              Progress &progress) -> Result<mail::User> {
            if (!works)
                return failure;
            return far->me(progress);
        };
        ui::LocalHosts hosts(accounts, jobs, test, QStringLiteral("/nowhere/mailwrightd"));
        ui::FirstStart page(accounts, hosts, jobs, test);
        page.resize(1000, 700);
        page.begin(true);
        page.show();
        picture(&page, QStringLiteral("firststart-light"));
        scheme.setTheme(store::Settings::Theme::Dark);
        picture(&page, QStringLiteral("firststart-dark"));
        scheme.setTheme(store::Settings::Theme::Light);

        auto *server = page.findChild<QAbstractButton *>(QStringLiteral("firststart.server"));
        QVERIFY(server);
        QTest::keyClick(server, Qt::Key_Return);
        auto *url = page.findChild<QLineEdit *>(QStringLiteral("firststart.url"));
        auto *token = page.findChild<QLineEdit *>(QStringLiteral("firststart.token"));
        QVERIFY(url->isVisible());
        QTest::keyClick(url, Qt::Key_Escape); // back to where it was chosen
        QVERIFY(!url->isVisible() && server->isVisible());
        QTest::keyClick(server, Qt::Key_Space);
        QVERIFY(url->isVisible());
        auto *fault = page.findChild<QLabel *>(QStringLiteral("url.hint"));
        QTest::keyClick(url, Qt::Key_Return); // nothing typed yet
        QVERIFY(fault->isVisible());
        QTest::keyClicks(url, QStringLiteral("mail.example.org"));
        QVERIFY(!fault->isVisible());
        QTest::keyClicks(token, QStringLiteral("secret-token"));

        const QSignalSpy finished(&page, &ui::FirstStart::finished);
        // Each reason beside the field that is wrong.
        for (const auto &[code, field] :
             {std::pair{"name", "url.hint"}, std::pair{"connect", "url.hint"},
              std::pair{"tls", "url.hint"}, std::pair{"token", "token.hint"},
              std::pair{"rights", "token.hint"}, std::pair{"not-mailwright", "url.hint"}}) {
            failure.code = QLatin1String(code);
            QTest::keyClick(token, Qt::Key_Return);
            auto *where = page.findChild<QLabel *>(QLatin1String(field));
            const QString before = where->text();
            QTRY_VERIFY2(token->isEnabled() && where->isVisible() &&
                             (where->property("wrong").toBool() || !where->text().isEmpty()) &&
                             jobs.isIdle(),
                         code);
            QVERIFY2(page.findChild<QLineEdit *>(field[0] == 'u'
                                                     ? QStringLiteral("firststart.url")
                                                     : QStringLiteral("firststart.token"))
                         ->property("wrong")
                         .toBool(),
                     code);
            if (failure.code == u"tls")
                picture(&page, QStringLiteral("firststart-tls"));
        }
        QVERIFY(finished.isEmpty());
        QVERIFY(accounts.list().isEmpty());

        works = true;
        QTest::keyClick(token, Qt::Key_Return);
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(accounts.list().size(), 1);
        QCOMPARE(accounts.list().first().url, QStringLiteral("https://mail.example.org"));
        QTRY_VERIFY(secrets.read(accounts.list().first().secretKey()).has_value());
        QVERIFY(token->text().isEmpty());
        QFile file(folder.filePath(QStringLiteral("settings.ini")));
        QTRY_VERIFY(jobs.isIdle());
        QVERIFY(!file.open(QIODevice::ReadOnly) || !file.readAll().contains("secret-token"));
    }

    void aStartIsToldInPlainWords()
    {
        const QString line =
            QStringLiteral("2026-11-26T06:56:42.497 info host: powerdns started (process 9568)");
        QCOMPARE(ui::LocalHosts::stepOf(line), QStringLiteral("Starting the name server…"));
        QVERIFY(ui::LocalHosts::stepOf(QStringLiteral("2026-11-26T06:56:42 info host: stopping"))
                    .isEmpty());

        // A whole host that writes such lines: none of them stands on the page as it is.
        QTemporaryDir folder;
        QFile daemon(folder.filePath(QStringLiteral("mailwrightd")));
        QVERIFY(daemon.open(QIODevice::WriteOnly));
        daemon.write("#!/bin/sh\necho '" + line.toUtf8() + "'\nread -r end\n");
        daemon.close();
        QVERIFY(daemon.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        store::Settings settings(folder.filePath(QStringLiteral("settings.ini")));
        store::Cache cache(folder.filePath(QStringLiteral("cache.db")));
        QVERIFY(cache.open());
        store::MemorySecrets secrets;
        const SystemClock clock;
        Jobs jobs;
        ui::Accounts accounts(jobs, cache, settings, secrets, clock,
                              [](const mail::Account &, const Secret &) {
                                  return std::make_shared<test::FakeBackend>();
                              });
        const auto test = [](const mail::Account &, const Secret &,
                             Progress &) -> Result<mail::User> {
            return Error{Error::Kind::Offline, {}, {}, {}, 0};
        };
        ui::LocalHosts hosts(accounts, jobs, test, daemon.fileName());
        const QSignalSpy noted(&hosts, &ui::LocalHosts::noted);
        hosts.open(folder.filePath(QStringLiteral("host")));
        QTRY_COMPARE(noted.size(), 1);
        QCOMPARE(noted.first().at(1).toString(), QStringLiteral("Starting the name server…"));
    }

    void aFileThatIsNoAuthorityIsToldAtItsField()
    {
        QTemporaryDir folder;
        store::Settings settings(folder.filePath(QStringLiteral("settings.ini")));
        store::Cache cache(folder.filePath(QStringLiteral("cache.db")));
        QVERIFY(cache.open());
        store::MemorySecrets secrets;
        const SystemClock clock;
        Jobs jobs;
        ui::Accounts accounts(jobs, cache, settings, secrets, clock,
                              [](const mail::Account &, const Secret &) {
                                  return std::make_shared<test::FakeBackend>();
                              });
        std::atomic<int> asked = 0;
        const auto test = [&](const mail::Account &, const Secret &,
                              Progress &) -> Result<mail::User> {
            ++asked;
            return Error{Error::Kind::Offline, {}, {}, QStringLiteral("tls"), 0};
        };
        ui::LocalHosts hosts(accounts, jobs, test, QStringLiteral("/nowhere/mailwrightd"));
        ui::FirstStart page(accounts, hosts, jobs, test);
        page.resize(1000, 700);
        page.begin(true);
        page.show();
        QTest::keyClick(page.findChild<QAbstractButton *>(QStringLiteral("firststart.server")),
                        Qt::Key_Space);
        auto *ca = page.findChild<QLineEdit *>(QStringLiteral("firststart.ca"));
        auto *token = page.findChild<QLineEdit *>(QStringLiteral("firststart.token"));
        QTest::keyClicks(page.findChild<QLineEdit *>(QStringLiteral("firststart.url")),
                         QStringLiteral("mail.example.org"));
        QTest::keyClicks(token, QStringLiteral("secret"));
        auto *below = page.findChild<QLabel *>(QStringLiteral("ca_file.hint"));

        QFile text(folder.filePath(QStringLiteral("hostname")));
        QVERIFY(text.open(QIODevice::WriteOnly));
        text.write("a-host\n");
        text.close();
        QFile broken(folder.filePath(QStringLiteral("broken.pem")));
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("-----BEGIN CERTIFICATE-----\nnonsense\n-----END CERTIFICATE-----\n");
        broken.close();
        const std::pair<QString, const char *> wrong[] = {
            {QStringLiteral("/nonexistent.pem"), "no such file"},
            {folder.path(), "a folder"},
            {text.fileName(), "no certificate"},
            {broken.fileName(), "no certificate"}};
        for (const auto &[file, words] : wrong) {
            ca->setText(file);
            QTest::keyClick(token, Qt::Key_Return);
            QVERIFY2(below->text().contains(QLatin1String(words)), qPrintable(below->text()));
            QVERIFY(ca->property("wrong").toBool());
            QCOMPARE(asked.load(), 0); // and no server was asked
        }
        picture(&page, QStringLiteral("firststart-ca"));

        // A real one that did not sign this server's certificate.
        QFile real(folder.filePath(QStringLiteral("real.pem")));
        QVERIFY(real.open(QIODevice::WriteOnly));
        real.write("-----BEGIN CERTIFICATE-----\n" +
                   QByteArray("\x30\x03\x02\x01\x05", 5).toBase64() +
                   "\n-----END CERTIFICATE-----\n");
        real.close();
        ca->setText(real.fileName());
        QTest::keyClick(token, Qt::Key_Return);
        QTRY_VERIFY(asked == 1 && jobs.isIdle() && ca->isEnabled());
        QVERIFY2(below->text().contains(QStringLiteral("neither this authority")),
                 qPrintable(below->text()));
        QVERIFY(ca->property("wrong").toBool());
    }

    void aHostThatCannotStartSaysWhy()
    {
        QTemporaryDir folder;
        store::Settings settings(folder.filePath(QStringLiteral("settings.ini")));
        store::Cache cache(folder.filePath(QStringLiteral("cache.db")));
        QVERIFY(cache.open());
        store::MemorySecrets secrets;
        const SystemClock clock;
        Jobs jobs;
        ui::Accounts accounts(jobs, cache, settings, secrets, clock,
                              [](const mail::Account &, const Secret &) {
                                  return std::make_shared<test::FakeBackend>();
                              });
        const auto test = [](const mail::Account &, const Secret &,
                             Progress &) -> Result<mail::User> {
            return Error{Error::Kind::Offline, {}, {}, {}, 0};
        };
        ui::LocalHosts hosts(accounts, jobs, test, QStringLiteral("/nowhere/mailwrightd"));
        const QSignalSpy failed(&hosts, &ui::LocalHosts::failed);
        hosts.open(folder.filePath(QStringLiteral("host")));
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(accounts.list().isEmpty());
        QVERIFY(!hosts.isStarting());

        // A host may say a lot before it ends; the end tells.
        QStringList lines;
        for (int i = 1; i <= 50; ++i)
            lines.append(QStringLiteral("line %1").arg(i));
        const ui::Sentence why = ui::LocalHosts::whyFailed(
            {Error::Kind::Internal, lines.join(QLatin1Char('\n')), {}, {}, 0});
        QVERIFY(why.text.contains(QStringLiteral("last words")));
        QCOMPARE(why.details.split(QLatin1Char('\n')), lines.mid(44));
    }
};

QTEST_MAIN(FirstStartTest)
#include "firststart.moc"
