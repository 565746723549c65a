// SPDX-License-Identifier: GPL-3.0-or-later
// Result and Error: a value or a kind, never both, and names that stay.
#include "app/base/result.h"

#include <QSet>
#include <QTest>

namespace {

Result<int> half(int n)
{
    if (n % 2)
        return Error::invalid(QStringLiteral("n"), QStringLiteral("%1 is odd").arg(n));
    return n / 2;
}

Result<void> done(bool well)
{
    if (!well)
        return Error{Error::Kind::Storage, QStringLiteral("disk full"), {}, {}, 0};
    return {};
}

// Moves, but has no copy and no default.
struct Ticket
{
    explicit Ticket(int n)
        : number(n)
    {
    }
    Ticket(Ticket &&) = default;
    Ticket &operator=(Ticket &&) = default;
    int number;
};

} // namespace

class TestResult : public QObject
{
    Q_OBJECT

private slots:
    void holdsAValue()
    {
        const auto r = half(8);
        QVERIFY(r.has_value());
        QVERIFY(bool(r));
        QCOMPARE(r.value(), 4);
        QCOMPARE(*r, 4);
        QCOMPARE(r.value_or(-1), 4);
    }

    void holdsAnError()
    {
        const auto r = half(7);
        QVERIFY(!r);
        QCOMPARE(r.error().kind, Error::Kind::Invalid);
        QCOMPARE(r.error().field, QStringLiteral("n"));
        QCOMPARE(r.error().detail, QStringLiteral("7 is odd"));
        QCOMPARE(r.value_or(-1), -1);
    }

    void goesOnWithTheValueOnly()
    {
        QCOMPARE(half(8).and_then(half).and_then(half).value(), 1);
        const auto stopped = half(6).and_then(half).and_then(half);
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().detail, QStringLiteral("3 is odd"));
    }

    void canBeNothing()
    {
        QVERIFY(done(true).has_value());
        QCOMPARE(done(false).error().kind, Error::Kind::Storage);
    }

    void carriesWhatCannotBeCopied()
    {
        Result<Ticket> r(Ticket(7));
        QCOMPARE(r->number, 7);
        const Ticket taken = *std::move(r);
        QCOMPARE(taken.number, 7);
    }

    void everyKindHasItsOwnName()
    {
        QSet<QString> names;
        for (int i = 0; i <= int(Error::Kind::Internal); ++i)
            names.insert(kindName(Error::Kind(i)));
        QCOMPARE(names.size(), int(Error::Kind::Internal) + 1);
        QCOMPARE(QString(kindName(Error::Kind::Offline)), QStringLiteral("Offline"));
        QCOMPARE(QString(kindName(Error::Kind::Internal)), QStringLiteral("Internal"));
    }
};

QTEST_GUILESS_MAIN(TestResult)
#include "result.moc"
