// SPDX-License-Identifier: GPL-3.0-or-later
// Settings survive a restart, hold no secret and are the user's alone; secrets in memory.
#include "app/store/settings.h"
#include "app/store/secretstore.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace store;

class SettingsTest : public QObject
{
    Q_OBJECT

private slots:
    void survivesARestart()
    {
        QTemporaryDir dir;
        const QString file = dir.filePath(u"new/mailwright.ini"_qs);
        mail::Account account{u"id-1"_qs,    mail::AccountKind::Server,
                              u"Büro"_qs,    u"https://mail.example.org/api"_qs,
                              u"/ca.pem"_qs, {}};
        mail::Account other{u"id-2"_qs, mail::AccountKind::Local, u"Here"_qs, {}, {}, u"/d"_qs};
        const QByteArray state("\0\1\xff bytes", 9);
        {
            Settings settings(file);
            QVERIFY(settings.accounts().isEmpty());
            QCOMPARE(settings.theme(), Settings::Theme::System);
            QVERIFY(!settings.isDense());
            settings.setAccounts({account, other});
            settings.setAccounts({other, account});
            settings.setTheme(Settings::Theme::Dark);
            settings.setDense(true);
            settings.setState(u"addresses/header"_qs, state);
            settings.setValue(u"tray/open"_qs, true);
        }
        Settings settings(file);
        QCOMPARE(settings.accounts(), (QList<mail::Account>{other, account}));
        QCOMPARE(settings.theme(), Settings::Theme::Dark);
        QVERIFY(settings.isDense());
        QCOMPARE(settings.state(u"addresses/header"_qs), state);
        QCOMPARE(settings.value(u"tray/open"_qs).toBool(), true);
        QCOMPARE(settings.value(u"none"_qs, 5).toInt(), 5);
        settings.setAccounts({});
        QVERIFY(settings.accounts().isEmpty());
        QVERIFY(!(QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther)));
    }

    void memoryForgets()
    {
        MemorySecrets secrets;
        QVERIFY(!secrets.isLasting());
        QCOMPARE(secrets.read(u"a"_qs).error().kind, Error::Kind::NotFound);
        QVERIFY(secrets.write(u"a"_qs, Secret(QByteArray("one"))));
        QCOMPARE(secrets.read(u"a"_qs)->reveal(), QByteArray("one"));
        QVERIFY(secrets.remove(u"a"_qs));
        QVERIFY(!secrets.read(u"a"_qs));
    }
};

QTEST_GUILESS_MAIN(SettingsTest)
#include "settingstest.moc"
