// SPDX-License-Identifier: GPL-3.0-or-later
// Secrets: what is made is safe to paste anywhere, and nothing prints one by accident (S-42).
#include "app/base/secret.h"

#include <QDebug>
#include <QSet>
#include <QTest>
#include <QVariant>

#include <array>
#include <cmath>
#include <sstream>

namespace {

template <class T>
concept Debuggable = requires(QDebug out, const T &value)
{
    out << value;
};
template <class T>
concept Streamable = requires(std::ostream &out, const T &value)
{
    out << value;
};

static_assert(Debuggable<QString> && !Debuggable<Secret>);
static_assert(Streamable<int> && !Streamable<Secret>);
static_assert(!std::is_convertible_v<Secret, QVariant>);
static_assert(!std::is_convertible_v<Secret, QString>);
static_assert(!std::is_convertible_v<Secret, QByteArray>);
static_assert(!std::is_convertible_v<QString, Secret>, "a plain text becomes one on purpose only");

} // namespace

class TestSecret : public QObject
{
    Q_OBJECT

private slots:
    void usesOnlyCharactersThatNothingTreatsSpecially()
    {
        QSet<char> seen;
        for (int i = 0; i < 400; ++i)
            for (char c : Secret::generate().reveal())
                seen.insert(c);
        for (char c : std::as_const(seen)) {
            QVERIFY2((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '2' && c <= '9'),
                     qPrintable(QStringLiteral("character %1").arg(int(c))));
            QVERIFY2(!QByteArray("0O1lI$").contains(c),
                     qPrintable(QStringLiteral("look-alike %1").arg(int(c))));
        }
        QCOMPARE(seen.size(), 56); // all of the alphabet comes up in 11,200 characters
    }

    void isAsLongAsItsBitsNeed_data()
    {
        QTest::addColumn<int>("bits");
        QTest::addColumn<int>("length");
        QTest::newRow("default") << 160 << 28;
        QTest::newRow("a token") << 256 << 45;
        QTest::newRow("one") << 1 << 1;
    }

    void isAsLongAsItsBitsNeed()
    {
        QFETCH(int, bits);
        QFETCH(int, length);
        const QByteArray text = Secret::generate(bits).reveal();
        QCOMPARE(int(text.size()), length);
        QVERIFY(double(text.size()) * std::log2(56.0) >= bits);
    }

    void usesItsLettersEvenly()
    {
        std::array<int, 128> count{};
        int total = 0;
        for (int i = 0; i < 2000; ++i) {
            for (char c : Secret::generate().reveal()) {
                ++count[uchar(c)];
                ++total;
            }
        }
        // chi square with 55 degrees of freedom: above 120 happens by chance less than once in
        // a million runs
        const double expected = total / 56.0;
        double sum = 0;
        for (int n : count)
            if (n)
                sum += (n - expected) * (n - expected) / expected;
        QVERIFY2(sum < 120, qPrintable(QString::number(sum)));
    }

    void comesUpOnce()
    {
        QSet<QByteArray> all;
        for (int i = 0; i < 1000; ++i)
            all.insert(Secret::generate().reveal());
        QCOMPARE(all.size(), 1000);
    }

    void comparesWhole()
    {
        QVERIFY(Secret(QByteArray("abc")) == Secret(QByteArray("abc")));
        QVERIFY(!(Secret(QByteArray("abc")) == Secret(QByteArray("abd"))));
        QVERIFY(!(Secret(QByteArray("abc")) == Secret(QByteArray("ab"))));
        QVERIFY(!(Secret(QByteArray("ab")) == Secret(QByteArray("abab"))));
        QVERIFY(!(Secret(QByteArray("abab")) == Secret(QByteArray("ab"))));
        QVERIFY(!(Secret() == Secret(QByteArray("a"))));
        QVERIFY(!(Secret(QByteArray("a")) == Secret()));
        QVERIFY(Secret() == Secret(QByteArray()));
    }

    void revealsACopy()
    {
        const Secret secret(QStringLiteral("pässword"));
        QByteArray out = secret.reveal();
        QCOMPARE(out, QByteArray("p\xc3\xa4ssword"));
        out.fill('x');
        QCOMPARE(secret.reveal(), QByteArray("p\xc3\xa4ssword"));
        QVERIFY(Secret().isEmpty());
        QVERIFY(Secret(QString()).isEmpty());
        QVERIFY(!secret.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestSecret)
#include "secret.moc"
