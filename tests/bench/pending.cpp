// SPDX-License-Identifier: GPL-3.0-or-later
// bench_pending DIR ROWS CHANGES: how long 40 pages of the table of ROWS addresses take to paint
// without changes waiting, and with CHANGES of them waiting. Prints both, in seconds.
#include "ui/shell/pending.h"
#include "app/base/clock.h"
#include "app/base/jobs.h"
#include "app/model/addressmodel.h"
#include "app/store/cache.h"
#include "ui/widgets/objecttable.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>

#include <cstdio>
#include <exception>

namespace {

const store::Scope scope{QStringLiteral("bench"), 1};

QList<mail::Mailbox> mailboxes(int count)
{
    QList<mail::Mailbox> list;
    list.reserve(count);
    for (int i = 0; i < count; ++i) {
        mail::Mailbox mailbox;
        mailbox.service = scope.service;
        mailbox.name = QStringLiteral("user%1").arg(i, 7, 10, QLatin1Char('0'));
        mailbox.address = mailbox.addressIdn = mailbox.name + QStringLiteral("@example.test");
        list.append(mailbox);
    }
    return list;
}

double seconds(ui::ObjectTable &table)
{
    constexpr int pages = 40;
    const int rows = table.model()->rowCount();
    QElapsedTimer time;
    time.start();
    for (int page = 0; page < pages; ++page) {
        table.scrollTo(table.model()->index(int(qint64(rows) * page / pages), 0),
                       QAbstractItemView::PositionAtTop);
        (void)table.viewport()->grab();
    }
    return double(time.nsecsElapsed()) / 1e9;
}

int measure(const QStringList &arguments)
{
    if (arguments.size() < 4)
        return 2;
    const QDir data(arguments.at(1));
    if (!data.mkpath(QStringLiteral(".")))
        return 1;
    store::Cache cache(data.filePath(QStringLiteral("cache.db")));
    const auto all = mailboxes(arguments.at(2).toInt());
    if (!cache.open() || !cache.putMailboxes(scope, all))
        return 1;
    Jobs jobs;
    const SystemClock clock;
    model::AddressModel model(cache, jobs, clock);
    ui::Pending pending;
    model.setPending([&](const mail::Ref &object) -> std::optional<mail::Change> {
        const auto changes = pending.of(scope, object);
        return changes.isEmpty() ? std::nullopt : std::optional(changes.last());
    });
    ui::ObjectTable table;
    table.resize(1200, 800);
    table.setModel(&model);
    model.setScope(scope);
    table.show();
    while (!model.isSettled())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    seconds(table);
    const double without = seconds(table);
    QList<mail::Change> changes;
    for (const mail::Mailbox &mailbox : all.mid(0, arguments.at(3).toInt()))
        changes.append(mail::removal(mailbox));
    pending.add(scope, changes);
    const double with = seconds(table);
    std::printf("%.6f %.6f\n", without, with);
    table.setModel(nullptr);
    return 0;
}

} // namespace

int main(int argc, char **argv)
try {
    QApplication app(argc, argv);
    return measure(QCoreApplication::arguments());
} catch (const std::exception &e) {
    std::fprintf(stderr, "pending: %s\n", e.what());
    return 1;
}
