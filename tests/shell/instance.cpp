// SPDX-License-Identifier: GPL-3.0-or-later
// A second start for the same data: the first hears of it; other data are another program's.
#include "ui/shell/instance.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <future>
#include <memory>

class InstanceTest : public QObject
{
    Q_OBJECT

private slots:
    void theFirstHearsOfTheSecond()
    {
        QTemporaryDir data;
        auto first = std::make_unique<ui::Instance>(data.path());
        QVERIFY(first->isFirst({}));
        QSignalSpy shown(first.get(), &ui::Instance::shown);
        // The other start is another process: here a thread, for it waits for the answer.
        const auto start = [&](const QString &directory) {
            return std::async(std::launch::async, [&data, directory] {
                ui::Instance second(data.path());
                return second.isFirst(directory);
            });
        };
        auto second = start(QStringLiteral("/a host/ünd mehr"));
        QTRY_COMPARE(shown.size(), 1);
        QVERIFY(!second.get());
        QCOMPARE(shown.last().first().toString(), QStringLiteral("/a host/ünd mehr"));
        auto third = start({});
        QTRY_COMPARE(shown.size(), 2);
        QVERIFY(!third.get());
        QCOMPARE(shown.last().first().toString(), QString());

        QTemporaryDir elsewhere;
        ui::Instance other(elsewhere.path());
        QVERIFY(other.isFirst({}));

        first.reset();
        ui::Instance again(data.path()); // the place is free
        QVERIFY(again.isFirst({}));
    }

    // It stops its hosts, and runs no event loop that would hear of anybody.
    void oneThatEndsIsNotTheFirst()
    {
        QTemporaryDir data;
        ui::Instance ending(data.path());
        QVERIFY(ending.isFirst({}));
        ending.close();
        ui::Instance next(data.path());
        QVERIFY(next.isFirst({}));
        // Nor does it matter whether the start came before the end or after it.
        auto late = std::async(std::launch::async, [&data] {
            ui::Instance other(data.path());
            return other.isFirst({});
        });
        next.close();
        QVERIFY(late.get());
    }
};

QTEST_GUILESS_MAIN(InstanceTest)
#include "instance.moc"
