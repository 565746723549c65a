// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/addresses/exportcsv.h"

#include "app/mail/mailbox.h"
#include "app/work/csv.h"

#include <QCoreApplication>
#include <QSaveFile>

#include <algorithm>

namespace ui {

namespace {

constexpr qsizetype batch = 1000;

constexpr const char *titles =
    "address,users,user_count,device_count,note,size_bytes,last_imap_login_utc,"
    "last_pop3_login_utc,created_utc,redirection,auto_reply,spam_filter,ad_filter,limited\r\n";

// Unknown is an empty cell. Spreadsheets take this form for a date; one with T and Z is text to
// them.
QString when(const std::optional<QDateTime> &at)
{
    if (!at)
        return {};
    return at->isValid() ? at->toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"))
                         : QStringLiteral("never");
}

QString number(const auto &value) { return value ? QString::number(*value) : QString(); }

QString yes(const std::optional<bool> &value)
{
    return !value ? QString() : *value ? QStringLiteral("yes") : QStringLiteral("no");
}

// The list names the first few only; how many more there are is said, never left out.
QString people(const mail::Mailbox &m)
{
    QStringList names = m.userNames.value_or(QStringList());
    const auto more = m.userCount.value_or(0) - names.size();
    if (!names.isEmpty() && more > 0)
        names.append(QStringLiteral("+%1").arg(more));
    return names.join(QStringLiteral("; "));
}

QString lineOf(const mail::Mailbox &m)
{
    const QStringList cells{work::csvCell(m.addressIdn.isEmpty() ? m.address : m.addressIdn),
                            work::csvCell(people(m)),
                            number(m.userCount),
                            number(m.deviceCount),
                            work::csvCell(m.note.value_or(QString())),
                            number(m.size),
                            when(m.imapLastLogin),
                            when(m.pop3LastLogin),
                            when(m.createdAt),
                            yes(m.hasRedirection),
                            yes(m.hasAutoReply),
                            yes(m.hasSpamFilter),
                            yes(m.hasAdFilter),
                            yes(m.isLimited)};
    return cells.join(u',') + QStringLiteral("\r\n");
}

} // namespace

Result<int> exportCsv(const store::Cache &cache, const store::Scope &scope,
                      const QList<qint64> &rows, const QString &file, Progress &progress)
{
    QSaveFile out(file);
    const auto failed = [&] {
        return Error{
            Error::Kind::Storage, QStringLiteral("%1: %2").arg(file, out.errorString()), {}, {}, 0};
    };
    if (!out.open(QIODevice::WriteOnly))
        return failed();
    out.write("\xEF\xBB\xBF");
    out.write(titles);
    int written = 0;
    for (qsizetype at = 0; at < rows.size(); at += batch) {
        if (progress.cancelled())
            return Error{Error::Kind::Cancelled, {}, {}, {}, 0};
        for (const mail::Mailbox &mailbox : cache.mailboxes(scope, rows.mid(at, batch))) {
            out.write(lineOf(mailbox).toUtf8());
            ++written;
        }
        progress.step(std::min(at + batch, rows.size()), rows.size());
    }
    if (!out.commit())
        return failed();
    return written;
}

} // namespace ui
