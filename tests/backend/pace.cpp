// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/publishedroutes.h"
#include "tests/backend/farside.h"

#include <QTest>

using namespace backend;

class PaceTest : public QObject
{
    Q_OBJECT

private slots:
    void sixtyAMinute();
    void noLimit();
    void cancellable();
    void onlyForTheProvider();
};

void PaceTest::sixtyAMinute()
{
    HandClock clock;
    Pace pace(60, 60'000, clock.stopwatch());
    QStringList notes;
    Progress progress([&](qint64, qint64, const QString &note) { notes.append(note); });
    QList<qint64> sent;
    for (int i = 0; i < 200; ++i) {
        QVERIFY(pace.waitForTurn(progress));
        sent.append(*clock.ms);
    }
    for (int i = 60; i < sent.size(); ++i)
        QVERIFY(sent[i] - sent[i - 60] >= 60'000);
    QVERIFY(sent.last() < 3 * 60'000 + 1000); // and no slower than it must
    QVERIFY(!notes.isEmpty());
}

void PaceTest::noLimit()
{
    HandClock clock;
    Pace pace(0, 60'000, clock.stopwatch());
    Progress progress;
    for (int i = 0; i < 1000; ++i)
        QVERIFY(pace.waitForTurn(progress));
    QCOMPARE(clock.ms->load(), 0);
}

void PaceTest::cancellable()
{
    HandClock clock;
    Progress progress;
    Stopwatch stopwatch = clock.stopwatch();
    stopwatch.pause = [&, pause = stopwatch.pause](qint64 ms) {
        pause(ms);
        if (*clock.ms >= 1000)
            progress.cancel();
    };
    Pace pace(1, 60'000, stopwatch);
    QVERIFY(pace.waitForTurn(progress));
    const auto refused = pace.waitForTurn(progress);
    QVERIFY(!refused);
    QCOMPARE(kindName(refused.error().kind), kindName(Error::Kind::Cancelled));
    QVERIFY(*clock.ms < 1200);
}

void PaceTest::onlyForTheProvider()
{
    FarSide far;
    far.on("GET /2/profile", R"({"id":3})");
    HandClock clock;
    HostingApi::Options options;
    options.stopwatch = clock.stopwatch();
    Progress progress;
    HostingApi ours(far.account(), far.token(), options);
    for (int i = 0; i < 100; ++i)
        QVERIFY(ours.me(progress));
    QCOMPARE(clock.ms->load(), 0);
    HostingApi theirs(far.account(mail::AccountKind::Infomaniak), far.token(), options);
    for (int i = 0; i <= publishedRequestsPerMinute; ++i)
        QVERIFY(theirs.me(progress));
    QVERIFY(*clock.ms >= 60'000);
}

QTEST_GUILESS_MAIN(PaceTest)
#include "pace.moc"
