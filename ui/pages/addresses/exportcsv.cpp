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

QString when(const std::optional<QDateTime> &at)
{
    return at && at->isValid() ? at->toUTC().toString(Qt::ISODate) : QString();
}

QString number(const auto &value) { return value ? QString::number(*value) : QString(); }

QString lineOf(const mail::Mailbox &m)
{
    const QStringList cells{
        work::csvCell(m.addressIdn),
        work::csvCell(m.userNames.value_or(QStringList()).join(QStringLiteral("; "))),
        number(m.userCount),
        number(m.deviceCount),
        work::csvCell(m.note.value_or(QString())),
        number(m.size),
        when(m.imapLastLogin),
        when(m.pop3LastLogin),
        when(m.createdAt)};
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
    out.write("\xEF\xBB\xBF"
              "address,users,user_count,device_count,note,size_bytes,last_imap_login,"
              "last_pop3_login,created\r\n");
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
