// SPDX-License-Identifier: GPL-3.0-or-later
// The daemon killed in the middle of a run of creations: what was answered is there, what was not
// is tried again, and nothing is there twice.
#include "tests/live/desk/desktop.h"

#include <QJsonArray>

using Row = store::JournalRow::State;
using State = store::JournalEntry::State;

class DeskKilled : public QObject
{
    Q_OBJECT

private slots:
    void duringCreations()
    {
        QVERIFY2(m_host.start(), qPrintable(m_host.problem()));
        NEEDS_SERVERS(m_host, LocalHost::Server::Smtp);
        Desktop desk(m_host, QStringLiteral("Ana"));
        QVERIFY(desk.sync());
        QCOMPARE(existing(), QStringList());
        QList<mail::Change> wishes;
        QStringList names;
        for (int i = 0; i < wanted; ++i) {
            names.append(QStringLiteral("box%1").arg(i, 3, 10, QLatin1Char('0')));
            wishes.append(mail::creation(desk.newMailbox(names.last())));
        }

        const auto running = desk.begin(wishes);
        QVERIFY(QTest::qWaitFor([&] { return desk.rowsAnswered() >= 40; }, 30'000));
        m_host.killDaemon();
        QVERIFY(QTest::qWaitFor([&] { return running->has_value(); }, 20'000));
        const Desktop::Report report = **running;
        QVERIFY(report);
        QVERIFY2(report->done >= 40 && report->failed > 0, qPrintable(reason(report)));
        QCOMPARE(report->done + report->failed, wanted);

        // The run stopped at the first row without an answer, and says so of each.
        QStringList answered;
        QString unanswered;
        for (const work::RowResult &row : report->rows) {
            const QString name = row.wish.object.key;
            if (row.effective) {
                QVERIFY2(unanswered.isEmpty(), qPrintable(name));
                answered.append(name);
            } else {
                QCOMPARE(row.error.kind, Error::Kind::Offline);
                if (unanswered.isEmpty())
                    unanswered = name;
            }
        }
        const auto cut = desk.journal().entry(report->entry);
        QCOMPARE(cut->state, State::Partial);
        for (int i = 0; i < wanted; ++i)
            QCOMPARE(cut->rows.at(i).state, i < report->done ? Row::Done : Row::Failed);
        QCOMPARE(desk.listed(), answered);

        QVERIFY2(m_host.start(), qPrintable(m_host.problem()));
        const QStringList there = existing();
        // The one request that was under way may have been carried out before its answer was lost:
        // the mailbox of that row may be there or not. No other.
        QStringList both = answered;
        if (there.contains(unanswered))
            both.append(unanswered);
        QCOMPARE(there, both);
        areAccepted(answered);
        QVERIFY(m_host.deliver(outside, at(names.last())).text.contains(u"550 5.1.1"_qs));

        const auto retried = desk.retry(report->entry);
        QVERIFY2(retried, qPrintable(reason(retried)));
        QCOMPARE(retried->rows.size(), report->failed); // the failed ones alone
        for (const work::RowResult &row : retried->rows) {
            const bool wasThere = there.contains(row.wish.object.key);
            QCOMPARE(row.effective.has_value(), !wasThere);
            if (wasThere)
                QCOMPARE(row.error.kind, Error::Kind::Conflict); // the name is taken
        }
        QCOMPARE(existing(), names); // all, and none twice

        // Everybody sees the same list: this desktop, one that comes anew, the mail servers.
        QVERIFY(desk.sync());
        QCOMPARE(desk.listed(), names);
        Desktop other(m_host, QStringLiteral("Ben"));
        QVERIFY(other.sync());
        QCOMPARE(other.listed(), names);
        areAccepted(names);
        QCOMPARE(m_host.stop(), 0);
        QCOMPARE(m_host.processes(), QStringList());
    }

private:
    static QString at(const QString &name) { return name + QStringLiteral("@example.test"); }
    // Local parts in their order, by curl.
    QStringList existing()
    {
        QStringList names;
        const auto answer = m_host.api(
            u"GET"_qs, u"/1/mail_hostings/%1/mailboxes?per_page=500"_qs.arg(m_host.serviceId()));
        for (const auto &one : answer.data().toArray())
            names.append(one.toObject().value(u"mailbox_name").toString());
        names.sort();
        return names;
    }
    // By the mail server, at RCPT; a few sessions, as each takes a limited number of recipients.
    void areAccepted(const QStringList &names)
    {
        constexpr qsizetype atOnce = 50;
        for (qsizetype from = 0; from < names.size(); from += atOnce) {
            QStringList to;
            for (const QString &name : names.mid(from, atOnce))
                to.append(at(name));
            const auto said = LocalHost::run(
                u"swaks"_qs, {u"--server"_qs, u"127.0.0.1"_qs, u"--port"_qs,
                              QString::number(m_host.port(u"smtp"_qs)), u"--from"_qs, outside,
                              u"--to"_qs, to.join(u','), u"--quit-after"_qs, u"RCPT"_qs});
            QVERIFY2(said, qPrintable(said.text));
            QCOMPARE(said.text.count(u"250 2.1.5 Ok"_qs), to.size());
        }
    }

    static constexpr int wanted = 300;
    const QString outside = QStringLiteral("writer@elsewhere.test");
    LocalHost m_host;
};

QTEST_GUILESS_MAIN(DeskKilled)
#include "killed.moc"
