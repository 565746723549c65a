// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/backend.h"

namespace backend {

namespace {

Error notOffered(const char *what)
{
    return {Error::Kind::Unsupported,
            QStringLiteral("This mail service offers no %1").arg(QLatin1String(what)),
            {},
            QStringLiteral("not-offered"),
            0};
}

} // namespace

Result<QList<mail::Zone>> Backend::zones(const mail::Service &, Progress &)
{
    return notOffered("DNS zones");
}
Result<QList<mail::ZoneRecord>> Backend::records(const mail::Zone &, Progress &)
{
    return notOffered("DNS zones");
}
Result<bool> Backend::isLive(const mail::ZoneRecord &, Progress &)
{
    return notOffered("look at its name servers");
}
Result<QList<AuditRow>> Backend::zoneHistory(const mail::Zone &, int, Progress &)
{
    return notOffered("history of its zones");
}
Result<QList<mail::DkimKey>> Backend::dkimKeys(qint64, Progress &)
{
    return notOffered("list of its DKIM keys");
}
Result<mail::HostJob> Backend::rotateDkim(qint64, const QString &, int, Progress &)
{
    return notOffered("rotation of DKIM keys");
}
Result<QByteArray> Backend::signedMessage(qint64, const QString &, Progress &)
{
    return notOffered("signed message to test with");
}
Result<QList<mail::HostJob>> Backend::hostJobs(qint64, Progress &)
{
    return notOffered("list of its jobs");
}
Result<mail::HostJob> Backend::hostJob(qint64, qint64, Progress &)
{
    return notOffered("list of its jobs");
}
Result<void> Backend::cancelHostJob(qint64, qint64, Progress &)
{
    return notOffered("list of its jobs");
}
Result<SecurityHistory> Backend::securityHistory(qint64, const QString &, Progress &)
{
    return notOffered("looks at a domain's security");
}
Result<mail::SecuritySnapshot> Backend::lookNow(qint64, const QString &, Progress &)
{
    return notOffered("looks at a domain's security");
}
Result<void> Backend::acceptSecurity(qint64, const mail::SecuritySnapshot &, Progress &)
{
    return notOffered("looks at a domain's security");
}

} // namespace backend
