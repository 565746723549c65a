// SPDX-License-Identifier: GPL-3.0-or-later
// Domain names as people write them and as the wire carries them (S-48).
#include "app/mail/domain.h"

#include <QTest>

using namespace mail;

class TestDomain : public QObject
{
    Q_OBJECT

private slots:
    void readsBothForms_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("ascii");
        QTest::addColumn<QString>("unicode");
        const auto row = [](const char *name, const QString &text, const QString &ascii,
                            const QString &unicode) {
            QTest::newRow(name) << text << ascii << unicode;
        };
        const QString plain = QStringLiteral("example.org");
        row("plain", plain, plain, plain);
        row("capitals", QStringLiteral("Example.ORG"), plain, plain);
        row("dot at the end", QStringLiteral("example.org."), plain, plain);
        row("blanks around", QStringLiteral("  example.org "), plain, plain);
        row("many labels", QStringLiteral("a.b.c.example.org"), QStringLiteral("a.b.c.example.org"),
            QStringLiteral("a.b.c.example.org"));
        row("hyphens and digits", QStringLiteral("a-1--b.example"),
            QStringLiteral("a-1--b.example"), QStringLiteral("a-1--b.example"));
        const QString books = QStringLiteral("xn--bcher-kva.example");
        row("umlaut", QStringLiteral("bücher.example"), books, QStringLiteral("bücher.example"));
        row("umlaut, capital", QStringLiteral("BÜCHER.example"), books,
            QStringLiteral("bücher.example"));
        row("umlaut, two code points", QStringLiteral("bu\u0308cher.example"), books,
            QStringLiteral("bücher.example"));
        row("punycode", books, books, QStringLiteral("bücher.example"));
        row("punycode, capitals", QStringLiteral("XN--BCHER-KVA.example"), books,
            QStringLiteral("bücher.example"));
        row("ideographic dots", QStringLiteral("bücher。example"), books,
            QStringLiteral("bücher.example"));
        row("greek", QStringLiteral("παράδειγμα.δοκιμή"),
            QStringLiteral("xn--hxajbheg2az3al.xn--jxalpdlp"), QStringLiteral("παράδειγμα.δοκιμή"));
        row("cyrillic", QStringLiteral("почта.рф"), QStringLiteral("xn--80a1acny.xn--p1ai"),
            QStringLiteral("почта.рф"));
        row("chinese", QStringLiteral("例子.测试"), QStringLiteral("xn--fsqu00a.xn--0zwm56d"),
            QStringLiteral("例子.测试"));
        row("63", QString(63, u'a') + QStringLiteral(".org"),
            QString(63, u'a') + QStringLiteral(".org"), QString(63, u'a') + QStringLiteral(".org"));
    }

    void readsBothForms()
    {
        QFETCH(QString, text);
        QFETCH(QString, ascii);
        QFETCH(QString, unicode);
        const auto domain = domainFrom(text);
        QVERIFY2(domain.has_value(), domain ? "" : qPrintable(domain.error().detail));
        QCOMPARE(domain->ascii, ascii);
        QCOMPARE(domain->unicode, unicode);
        // either form leads back to both
        QVERIFY(domainFrom(domain->unicode).value() == *domain);
        QVERIFY(domainFrom(domain->ascii).value() == *domain);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("says"); // a piece of the sentence
        const auto row = [](const char *name, const QString &text, const char *says) {
            QTest::newRow(name) << text << QString::fromLatin1(says);
        };
        row("empty", QString(), "missing");
        row("blank", QStringLiteral("  "), "missing");
        row("one dot", QStringLiteral("."), "missing");
        row("one label", QStringLiteral("localhost"), "at least one dot");
        row("two dots", QStringLiteral("a..org"), "two dots");
        row("leading dot", QStringLiteral(".example.org"), "dot");
        row("two dots at the end", QStringLiteral("example.org.."), "dot");
        row("64", QString(64, u'a') + QStringLiteral(".org"), "63");
        row("64 in punycode", QString(60, u'a') + QStringLiteral("ü.org"), "63");
        row("over 253", QString(50, u'a').append(u'.').repeated(5) + QStringLiteral("org"), "253");
        row("leading hyphen", QStringLiteral("-a.org"), "hyphen");
        row("trailing hyphen", QStringLiteral("a-.org"), "hyphen");
        row("underscore", QStringLiteral("a_b.org"), "letters, digits");
        row("blank inside", QStringLiteral("a b.org"), "letters, digits");
        row("at sign", QStringLiteral("ana@example.org"), "letters, digits");
        row("slash", QStringLiteral("example.org/x"), "letters, digits");
        row("no such punycode", QStringLiteral("xn--zzzzzzzzzzzzzzzzzz99999999.org"), "no domain");
    }

    void refuses()
    {
        QFETCH(QString, text);
        QFETCH(QString, says);
        const auto domain = domainFrom(text);
        QVERIFY2(!domain, qPrintable(domain ? domain->ascii : QString()));
        QCOMPARE(domain.error().kind, Error::Kind::Invalid);
        QCOMPARE(domain.error().field, QStringLiteral("domain"));
        QVERIFY2(domain.error().detail.contains(says), qPrintable(domain.error().detail));
    }

    void showsAddressesToPeople()
    {
        const QString wire = QStringLiteral("ana@xn--bcher-kva.example");
        const QString people = QStringLiteral("ana@bücher.example");
        QCOMPARE(addressForPeople(wire), people);
        QCOMPARE(addressForWire(people), wire);
        QCOMPARE(addressForPeople(people), people);
        QCOMPARE(addressForWire(wire), wire);
        QCOMPARE(addressForWire(QStringLiteral("Ana@Example.org")),
                 QStringLiteral("Ana@example.org"));
        for (const auto &other : {QString(), QStringLiteral("ana"), QStringLiteral("ana@"),
                                  QStringLiteral("ana@localhost"), QStringLiteral("@")}) {
            QCOMPARE(addressForPeople(other), other);
            QCOMPARE(addressForWire(other), other);
        }
    }

    void showsNamesOfRecordsToPeople()
    {
        QCOMPARE(nameForPeople(QStringLiteral("_dmarc.xn--bcher-kva.example")),
                 QStringLiteral("_dmarc.bücher.example"));
        // left alone: no punycode, a wildcard, and what would not lead back to itself
        for (const auto &other :
             {QString(), QStringLiteral("*.example.org"), QStringLiteral("_25._tcp.mail"),
              QStringLiteral("xn--.example"), QStringLiteral("xn--zzzzzzzzzzzzzzzzzz99999999.org")})
            QCOMPARE(nameForPeople(other), other);
    }
};

QTEST_GUILESS_MAIN(TestDomain)
#include "domain.moc"
