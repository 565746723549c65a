// SPDX-License-Identifier: GPL-3.0-or-later
// The desktop without its window, signed in to a real private host: its backend, its store in a
// folder of its own, its jobs and its list of addresses. Whatever takes time goes through a job, as
// in the window.
#pragma once

#include "app/backend/hostingapi.h"
#include "app/base/clock.h"
#include "app/base/jobs.h"
#include "app/model/addressmodel.h"
#include "app/store/cache.h"
#include "app/store/journal.h"
#include "app/work/apply.h"
#include "app/work/sync.h"
#include "tests/support/localhost.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <optional>

class Desktop
{
public:
    // `by` is who sits in front of it: it stands in the journal.
    Desktop(const LocalHost &host, const QString &by);

    // Account, people and the list of addresses.
    Result<work::SyncReport> sync();
    Result<void> read(const QString &mailbox); // one address with its users and devices

    using Report = Result<work::ApplyReport>;
    Report apply(const QList<mail::Change> &changes);
    Report undo(qint64 entry);
    Report retry(qint64 entry);
    // The same as apply(), without waiting: the report comes while the event loop runs.
    std::shared_ptr<std::optional<Report>> begin(const QList<mail::Change> &changes);
    qint64 rowsAnswered() const; // of the job begun last, as the tray shows it

    // Wishes, as pages and wizards make them.
    mail::Mailbox newMailbox(const QString &name) const;
    mail::Access newAccess(const QString &mailbox, qint64 user) const;
    mail::Device newDevice(const QString &mailbox, const QString &label, qint64 user = 0,
                           mail::Protocols protocols = mail::Protocols::Pop3Imap) const;
    mail::Change allowing(const QString &mailbox, qint64 user, mail::Right right, bool may) const;
    mail::Change note(const QString &mailbox, const QString &text) const;
    mail::Change newPassword(const mail::Device &device) const;

    // A device as its wizard leaves it: made, and its password known.
    struct Made
    {
        mail::Device device;
        Secret password;
        QString plain() const { return QString::fromUtf8(password.reveal()); }
    };
    std::optional<Made> makeDevice(const mail::Device &wish);

    // What the cache has.
    std::optional<mail::Access> access(const QString &mailbox, qint64 user) const;
    std::optional<mail::Device> device(const QString &mailbox, qint64 id) const;
    qint64 person(const QString &firstName) const; // 0: no such
    QStringList listed();                          // local parts, as the table shows them

    const store::Scope &scope() const { return m_scope; }
    store::Cache &cache() { return m_cache; }
    store::Journal &journal() { return m_journal; }
    QString folder() const { return m_folder.path(); }

private:
    template <class Work>
    auto start(Work work)
    {
        using Outcome = std::invoke_result_t<Work, Progress &>;
        auto got = std::make_shared<std::optional<Outcome>>();
        m_lastJob = m_jobs.run(QStringLiteral("Story"), {}, std::move(work), &m_receiver,
                               [got](const Outcome &outcome) { got->emplace(outcome); });
        return got;
    }
    template <class Outcome>
    static Outcome ended(const std::shared_ptr<std::optional<Outcome>> &got)
    {
        if (!QTest::qWaitFor([&] { return got->has_value(); }, 50'000))
            got->emplace(Error{Error::Kind::Internal, QStringLiteral("no end"), {}, {}, 0});
        return **got;
    }
    template <class Work>
    auto finish(Work work)
    {
        return ended(start(std::move(work)));
    }

    QTemporaryDir m_folder;
    SystemClock m_clock;
    QString m_by;
    store::Scope m_scope;
    store::Cache m_cache;
    store::Journal m_journal;
    std::unique_ptr<backend::HostingApi> m_backend;
    QObject m_receiver;
    Jobs m_jobs;
    qint64 m_lastJob = 0;
    model::AddressModel m_addresses;
};

// Begins with a host and a desktop at it, and ends with nothing left running.
class DeskStory : public QObject
{
    Q_OBJECT

protected:
    virtual void prepare() {}
    LocalHost m_host;
    std::unique_ptr<Desktop> m_desk;

private slots:
    void initTestCase();
    void cleanupTestCase();
};

inline QString reason(const Desktop::Report &report)
{
    if (!report)
        return kindName(report.error().kind) + QStringLiteral(": ") + report.error().detail;
    QStringList lines;
    for (const work::RowResult &row : report->rows)
        if (!row.effective || row.error != Error())
            lines.append(row.wish.object.key + QStringLiteral(": ") + kindName(row.error.kind) +
                         QStringLiteral(", ") + row.error.detail);
    return lines.join(u'\n');
}

// All rows of the report are done.
#define VERIFY_DONE(report)                                                                        \
    do {                                                                                           \
        const Desktop::Report &done_ = (report);                                                   \
        QVERIFY2(done_.has_value() && done_->failed == 0, qPrintable(reason(done_)));              \
    } while (false)
