// SPDX-License-Identifier: GPL-3.0-or-later
// Secrets in the system's keyring (run under tests/support/with-keyring) and without one.
#include "app/store/secretstore.h"

#include <QTest>

using namespace store;

class KeyringTest : public QObject
{
    Q_OBJECT

private slots:
    void keepsSecrets()
    {
        if (!qEnvironmentVariableIsSet("MAILWRIGHT_TEST_KEYRING"))
            QSKIP("not under a private keyring");
        const QByteArray token("tök\0en", 7);
        {
            KeyringSecrets secrets(20'000);
            QCOMPARE(secrets.read(u"account/1"_qs).error().kind, Error::Kind::NotFound);
            QVERIFY(secrets.isLasting());
            QVERIFY(secrets.write(u"account/1"_qs, Secret(token)));
            QVERIFY(secrets.isLasting());
        }
        KeyringSecrets secrets(20'000); // as after a restart
        const auto read = secrets.read(u"account/1"_qs);
        QVERIFY(read);
        QCOMPARE(read->reveal(), token);
        QVERIFY(secrets.remove(u"account/1"_qs));
        QCOMPARE(KeyringSecrets(20'000).read(u"account/1"_qs).error().kind, Error::Kind::NotFound);
        QVERIFY(secrets.remove(u"account/1"_qs)); // once more is fine
    }

    void goesOnInMemoryWithout()
    {
        if (qEnvironmentVariableIsSet("MAILWRIGHT_TEST_KEYRING"))
            QSKIP("there is a keyring");
        KeyringSecrets secrets(5'000);
        QVERIFY(secrets.write(u"account/1"_qs, Secret(QByteArray("token"))));
        QVERIFY(!secrets.isLasting());
        QCOMPARE(secrets.read(u"account/1"_qs)->reveal(), QByteArray("token"));
        QCOMPARE(secrets.read(u"account/2"_qs).error().kind, Error::Kind::NotFound);
        // A keyring that does not answer now may have it still.
        QCOMPARE(secrets.remove(u"account/1"_qs).error().kind, Error::Kind::Storage);
        QCOMPARE(secrets.read(u"account/1"_qs).error().kind, Error::Kind::NotFound);
    }
};

QTEST_GUILESS_MAIN(KeyringTest)
#include "keyringtest.moc"
