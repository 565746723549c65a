// SPDX-License-Identifier: GPL-3.0-or-later
// The tray: what ended well leaves by itself, what failed stays until it is closed or tried again.
#include "ui/shell/jobtray.h"

#include <QAbstractButton>
#include <QLabel>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>

class JobTrayTest : public QObject
{
    Q_OBJECT

private:
    static Error error(Error::Kind kind) { return {kind, {}, {}, {}, 0}; }
    template <class Work>
    qint64 run(const QString &title, bool isQuiet, Work work)
    {
        return m_jobs.run(title, {{}, isQuiet}, work, this, [](const Result<int> &) {});
    }
    QWidget *row(const ui::JobTray &tray, qint64 id)
    {
        auto *found = tray.findChild<QWidget *>(QStringLiteral("job.%1").arg(id));
        return found && !found->isHidden() ? found : nullptr;
    }

    SystemClock m_clock;
    Jobs m_jobs;

private slots:
    void whatEndedWellLeaves()
    {
        ui::JobTray tray(m_jobs, m_clock);
        const qint64 done =
            run(QStringLiteral("Refresh"), false, [](Progress &) -> Result<int> { return 1; });
        QTRY_VERIFY(row(tray, done));
        const qint64 quiet =
            run(QStringLiteral("Look"), true, [](Progress &) -> Result<int> { return 1; });
        QTRY_VERIFY(m_jobs.isIdle());
        QVERIFY(!row(tray, quiet));
        QTRY_VERIFY_WITH_TIMEOUT(m_jobs.lines().isEmpty(), 6000);
        QVERIFY(!row(tray, done));
        QVERIFY(tray.isHidden());
    }

    void whatFailedStaysUntilItIsClosed()
    {
        ui::JobTray tray(m_jobs, m_clock);
        const qint64 id =
            run(QStringLiteral("Keep the token"), true,
                [](Progress &) -> Result<int> { return error(Error::Kind::Storage); });
        QTRY_VERIFY(row(tray, id));
        QVERIFY(!row(tray, id)->toolTip().isEmpty());
        auto *close = tray.findChild<QAbstractButton *>(QStringLiteral("job.%1.stop").arg(id));
        QVERIFY(close);
        QTest::keyClick(close, Qt::Key_Space);
        QTRY_VERIFY(m_jobs.lines().isEmpty());
        QTRY_VERIFY(!row(tray, id));
    }

    void whatIsDoneIsSaidAsDoneWithItsReport()
    {
        ui::JobTray tray(m_jobs, m_clock);
        tray.show();
        const auto id = std::make_shared<qint64>(0);
        *id = m_jobs.run(
            QStringLiteral("Delete 315 addresses"), {},
            [](Progress &progress) -> Result<int> {
                progress.step(315, 315, QStringLiteral("lars.lars1975@example.test"));
                return 1;
            },
            this,
            [this, id](const Result<int> &) {
                m_jobs.setResult(*id, QStringLiteral("315 addresses were deleted."), 42);
            });
        QTRY_VERIFY(row(tray, *id));
        QTRY_COMPARE(row(tray, *id)->toolTip(), QStringLiteral("315 addresses were deleted."));
        QStringList words; // neither the order nor the last object
        for (const QLabel *label : row(tray, *id)->findChildren<QLabel *>())
            if (!label->isHidden() && !label->text().isEmpty())
                words.append(label->text());
        QCOMPARE(words, QStringList{QStringLiteral("315 addresses were deleted.")});
        const QSignalSpy wanted(&tray, &ui::JobTray::reportWanted);
        auto *report = tray.findChild<QAbstractButton *>(QStringLiteral("job.%1.report").arg(*id));
        QVERIFY(report && report->isVisible());
        QTest::keyClick(report, Qt::Key_Space);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.first().first().toLongLong(), 42);
        m_jobs.forget(*id);
    }

    void whatIsTriedAgainIsSaidOnce()
    {
        ui::JobTray tray(m_jobs, m_clock);
        qint64 last = 0;
        for (int i = 0; i < 5; ++i) {
            last = run(QStringLiteral("Refresh"), true,
                       [](Progress &) -> Result<int> { return error(Error::Kind::Protocol); });
            QTRY_VERIFY(m_jobs.isIdle());
        }
        QTRY_COMPARE(m_jobs.lines().size(), 1);
        QCOMPARE(m_jobs.lines().first().id, last);
        // That the service does not answer is told by the page and the navigation.
        run(QStringLiteral("Refresh"), true,
            [](Progress &) -> Result<int> { return error(Error::Kind::Offline); });
        QTRY_VERIFY(m_jobs.lines().isEmpty());
    }

    void theKeyboardStaysOnCancelWhileItRuns()
    {
        ui::JobTray tray(m_jobs, m_clock);
        tray.show();
        tray.activateWindow();
        QSemaphore step;
        const qint64 id =
            run(QStringLiteral("Copy"), false, [&](Progress &progress) -> Result<int> {
                for (int i = 1; !progress.cancelled(); ++i) {
                    progress.step(i, 1000, QStringLiteral("%1 of 1000").arg(i));
                    step.tryAcquire(1, 20);
                }
                return error(Error::Kind::Cancelled);
            });
        QTRY_VERIFY(row(tray, id));
        auto *cancel = tray.findChild<QAbstractButton *>(QStringLiteral("job.%1.stop").arg(id));
        cancel->setFocus();
        QTRY_VERIFY(cancel->hasFocus());
        const QString before = row(tray, id)->toolTip();
        QTRY_VERIFY(row(tray, id)->toolTip() != before); // it went on
        QVERIFY(cancel->hasFocus());
        QTest::keyClick(cancel, Qt::Key_Space);
        QTRY_VERIFY(m_jobs.isIdle());
        QTRY_VERIFY_WITH_TIMEOUT(m_jobs.lines().isEmpty(), 6000);
    }
};

QTEST_MAIN(JobTrayTest)
#include "jobtray.moc"
