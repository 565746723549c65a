// SPDX-License-Identifier: GPL-3.0-or-later
// Selectors of DKIM keys: which are allowed, and those we make.
#include "app/mail/selector.h"

#include <QTest>

using namespace mail;

class TestSelector : public QObject
{
    Q_OBJECT

    static QString from(const char *text, const QString &domain = QStringLiteral("example.org"))
    {
        const auto selector = selectorFrom(QString::fromUtf8(text), domain);
        return selector ? *selector : selector.error().field;
    }

private slots:
    void good()
    {
        QCOMPARE(from("mw20261125a"), QStringLiteral("mw20261125a"));
        QCOMPARE(from(" Mail "), QStringLiteral("mail"));
        QCOMPARE(from("2026.eu-west.a"), QStringLiteral("2026.eu-west.a"));
        QCOMPARE(from("0"), QStringLiteral("0"));
        QCOMPARE(from(QByteArray(63, 'a')), QString(63, u'a'));
    }

    void bad()
    {
        for (const char *text : {"", " ", ".", "a.", ".a", "a..b", "-a", "a-", "a.-b", "a_b", "a b",
                                 "a/b", "../a", "a:b", "a;b", "\xc3\xa4", "a\nb", "*"})
            QCOMPARE(from(text), QStringLiteral("selector"));
        QCOMPARE(from(QByteArray(64, 'a')), QStringLiteral("selector"));
    }

    // The name of the record is a name of DNS.
    void asLongAsTheDomainLets()
    {
        const QString domain = (QString(60, u'd') + u'.').repeated(3) + QStringLiteral("example");
        const qsizetype left = 253 - domain.size() - QStringLiteral("._domainkey.").size();
        QVERIFY(left < 63);
        QVERIFY(selectorFrom(QString(left, u's'), domain));
        QVERIFY(!selectorFrom(QString(left + 1, u's'), domain));
        QVERIFY(selectorFrom(QString(left + 1, u's'), {}));
    }

    void made()
    {
        const QDate day(2026, 11, 25);
        QStringList taken;
        for (int i = 0; i < 800; ++i) {
            const QString next = selectorMade(day, taken);
            QVERIFY(!taken.contains(next));
            QVERIFY(selectorFrom(next, QStringLiteral("example.org")));
            taken.append(next);
        }
        QCOMPARE(taken.at(0), QStringLiteral("mw20261125a"));
        QCOMPARE(taken.at(25), QStringLiteral("mw20261125z"));
        QCOMPARE(taken.at(26), QStringLiteral("mw20261125aa"));
        QCOMPARE(taken.at(52), QStringLiteral("mw20261125ba"));
        QCOMPARE(taken.at(702), QStringLiteral("mw20261125aaa"));
        QCOMPARE(selectorMade(day.addDays(1), taken), QStringLiteral("mw20261126a"));
    }
};

QTEST_GUILESS_MAIN(TestSelector)
#include "selector.moc"
