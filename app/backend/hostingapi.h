// SPDX-License-Identifier: GPL-3.0-or-later
// The client of the mail-hosting API: the published dialect as the provider's service and our
// daemon answer it, with what only our daemon has beside it.
#pragma once

#include "app/backend/answer.h"
#include "app/backend/backend.h"
#include "app/backend/dialect.h"
#include "app/backend/pace.h"
#include "app/wire/http.h"

#include <QHash>
#include <QSet>

#include <atomic>
#include <functional>
#include <mutex>

namespace backend {

class HostingApi final : public Backend
{
public:
    struct Options
    {
        wire::Options wire; // its caFile is replaced by the account's where that has one
        Stopwatch stopwatch = Stopwatch::system();
    };

    HostingApi(mail::Account account, Secret token, Options options);
    HostingApi(mail::Account account, Secret token)
        : HostingApi(std::move(account), std::move(token), Options())
    {
    }

    const mail::Account &account() const override { return m_account; }

    Result<mail::User> me(Progress &progress) override;
    Result<QList<mail::Service>> services(Progress &progress) override;
    Result<mail::Service> service(qint64 id, Progress &progress) override;
    Result<QList<mail::User>> users(qint64 organisation, Progress &progress) override;
    Result<mail::Capabilities> capabilities(qint64 service, Progress &progress) override;

    Result<MailboxPage> mailboxes(qint64 service, int page, Progress &progress) override;
    Result<mail::Mailbox> mailbox(qint64 service, const QString &name, Progress &progress) override;
    Result<QList<mail::Access>> accesses(qint64 service, const QString &mailbox,
                                         Progress &progress) override;
    Result<QList<mail::Device>> devices(qint64 service, const QString &mailbox,
                                        Progress &progress) override;

    Result<Feed> changes(qint64 service, qint64 since, qint64 activity,
                         Progress &progress) override;
    Result<QList<AuditRow>> audit(qint64 service, int page, Progress &progress) override;

    Result<Applied> apply(const mail::Change &change, Progress &progress) override;

    Result<QList<mail::Zone>> zones(const mail::Service &service, Progress &progress) override;
    Result<QList<mail::ZoneRecord>> records(const mail::Zone &zone, Progress &progress) override;
    Result<bool> isLive(const mail::ZoneRecord &record, Progress &progress) override;
    Result<QList<AuditRow>> zoneHistory(const mail::Zone &zone, int page,
                                        Progress &progress) override;

    Result<QList<mail::DkimKey>> dkimKeys(qint64 service, Progress &progress) override;
    Result<mail::HostJob> rotateDkim(qint64 service, const QString &domain, int overlapSeconds,
                                     Progress &progress) override;
    Result<QByteArray> signedMessage(qint64 service, const QString &domain,
                                     Progress &progress) override;

    Result<QList<mail::HostJob>> hostJobs(qint64 service, Progress &progress) override;
    Result<mail::HostJob> hostJob(qint64 service, qint64 id, Progress &progress) override;
    Result<void> cancelHostJob(qint64 service, qint64 id, Progress &progress) override;

    Result<SecurityHistory> securityHistory(qint64 service, const QString &domain,
                                            Progress &progress) override;
    Result<mail::SecuritySnapshot> lookNow(qint64 service, const QString &domain,
                                           Progress &progress) override;
    Result<void> acceptSecurity(qint64 service, const mail::SecuritySnapshot &snapshot,
                                Progress &progress) override;

    // Called for every request before it is sent: method, path and query still encoded, body.
    using Watch = std::function<void(const wire::HttpRequest &)>;
    void setWatch(Watch watch) { m_watch = std::move(watch); } // before the first request

private:
    using Parameters = QList<std::pair<QByteArray, QByteArray>>;

    struct Ask
    {
        QByteArray method = "GET";
        QByteArray path;       // encoded, from the base
        Parameters parameters; // not encoded
        QJsonObject body;
        bool hasBody = false;
        qint64 ifMatch = 0;
        // What is switched off when the answer is 501: of which service, which verb (none =
        // reading) and kind.
        qint64 service = 0;
        std::optional<mail::Verb> verb;
        const char *kind = "";
    };

    Result<Answer> send(const Ask &ask, Progress &progress);
    Result<Answer> finished(const Answer &answer, Progress &progress); // of an asynchronous one
    // f(item) -> Result<void> for every row of every page.
    Result<void> eachRow(Ask ask, Progress &progress,
                         const std::function<Result<void>(const QJsonValue &)> &f);

    bool isPublished() const { return m_account.kind == mail::AccountKind::Infomaniak; }
    Reading reading() const { return isPublished() ? Reading::Partial : Reading::Complete; }
    void remember501(const Ask &ask);
    void overlay501(qint64 service, mail::Capabilities &capabilities);
    Result<mail::Capabilities> publishedCapabilities(qint64 service, Progress &progress);
    Result<void> readPreferences(mail::Service &service, Progress &progress);
    Result<void> readFeedObject(FeedEntry &entry, const QJsonObject &change) const;

    // hostingchanges.cpp
    Result<Applied> applyMailbox(const mail::Change &change, Progress &progress);
    Result<Applied> applyAccess(const mail::Change &change, Progress &progress);
    Result<Applied> applyDevice(const mail::Change &change, Progress &progress);
    Result<Applied> applyService(const mail::Change &change, Progress &progress);
    Result<mail::Access> access(const mail::Ref &ref, Progress &progress);
    Result<mail::Device> device(const mail::Ref &ref, Progress &progress);

    // hostingzones.cpp
    Result<QList<mail::Zone>> publishedZones(const mail::Service &service, Progress &progress);
    Result<QList<mail::Zone>> zonesOf(const QString &domain, qint64 service, Progress &progress);
    Result<mail::Zone> zone(const mail::Ref &ref, Progress &progress);
    Result<mail::ZoneRecord> record(const mail::Ref &ref, Progress &progress);
    Result<Applied> applyZone(const mail::Change &change, Progress &progress);
    Result<Applied> createZone(const mail::Change &change, Progress &progress);
    Result<Applied> applyRecord(const mail::Change &change, Progress &progress);
    Result<Applied> updateRecord(const mail::Change &change, Progress &progress);
    Result<Applied> replaceRecord(const mail::Change &change, const mail::ZoneRecord &now,
                                  Progress &progress);
    // `shortfall` is set where it is done, but not in effect yet.
    Result<mail::ZoneRecord> makeRecord(const mail::ZoneRecord &wish,
                                        std::optional<Error> &shortfall, Progress &progress);
    Result<void> dropRecord(const mail::ZoneRecord &record, std::optional<Error> &shortfall,
                            Progress &progress);

    // hostingsecurity.cpp
    Result<Applied> applyDkimKey(const mail::Change &change, Progress &progress);
    Result<mail::DkimKey> dkimKey(const mail::Ref &ref, Progress &progress);
    Result<mail::DkimKey> newestLike(const mail::Change &creation, Progress &progress);

    // changing.h
    template <mail::Fielded T>
    Result<Answer> guarded(const mail::Change &change, Ask ask,
                           const std::function<Result<T>()> &read, Progress &progress);

    mail::Account m_account;
    Secret m_token;
    QByteArray m_base; // encoded, without a slash at the end
    wire::Http m_http;
    Pace m_pace;
    Watch m_watch;
    std::atomic<qint64> m_me = 0;
    std::mutex m_mutex;
    QHash<qint64, QSet<QString>> m_off; // service -> "update mailbox", "read device"
    QSet<qint64> m_probed;
};

} // namespace backend
