// SPDX-License-Identifier: GPL-3.0-or-later
// The addresses of one service as a table, for a million rows: it holds row numbers only, fetches
// the rows that are looked at, filters (by text and by traits) and sorts through a name index that
// a job builds. First it shows the first rows straight from the cache. UI thread.
#pragma once

#include "app/base/clock.h"
#include "app/base/jobs.h"
#include "app/mail/change.h"
#include "app/model/roles.h"
#include "app/model/tickable.h"
#include "app/model/ticks.h"
#include "app/store/cache.h"
#include "app/store/nameindex.h"

#include <QAbstractTableModel>
#include <QCache>
#include <QElapsedTimer>
#include <QSet>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace model {

class AddressModel : public QAbstractTableModel, public Tickable
{
    Q_OBJECT

public:
    enum Column
    {
        Address, // checkable: the tick
        Users,
        Devices,
        Note,
        Size,
        LastLogin,
        State,
        ColumnCount
    };

    AddressModel(store::Cache &cache, Jobs &jobs, const Clock &clock, QObject *parent = nullptr);
    ~AddressModel() override;

    void setScope(const store::Scope &scope); // another one: empties ticks, keeps filter and order
    const store::Scope &scope() const { return m_scope; }

    void setFilter(const QString &text);
    const QString &filter() const { return m_filter.text; }
    void setTraits(const store::TraitFilter &traits); // beside the text
    const store::TraitFilter &traits() const { return m_filter.traits; }
    bool isFiltered() const { return !m_filter.isEmpty(); }
    // Of any address; true while there is none to ask.
    bool isTold(store::Trait trait) const
    {
        return !m_index || !m_index->size() || m_index->tells(trait);
    }
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    Column sortColumn() const { return m_column; }
    Qt::SortOrder sortOrder() const { return m_order; }

    int total() const { return m_total; }
    int shown() const { return int(m_shown.size()); }
    bool isSettled() const; // filter and order asked for are the ones shown; all rows are listed

    std::optional<mail::Mailbox> mailbox(int row) const;
    int rowOf(const QString &name) const; // -1: not shown
    QModelIndex indexOf(const QString &name, int column = Address) const;

    // Ticks are kept by row, across filters and syncs. tickAll() takes what is shown now: without a
    // filter that is "everything but", so that a million costs nothing.
    bool isTicked(int row) const override;
    void tick(int row, bool on);
    void tickRange(int first, int last, bool on) override;
    void tickAll() override;
    void clearTicks() override;
    int tickedCount() const override;
    // What gives every ticked mailbox in the order of the addresses: as they are ticked now, for a
    // job to run; it may be a million.
    using EachTicked =
        std::function<Result<void>(const std::function<void(const mail::Mailbox &)> &, Progress &)>;
    EachTicked eachTicked() const;

    // What is on its way or staged for an object: shown bold in its row. Call pendingChanged() when
    // answers differ.
    void setPending(std::function<std::optional<mail::Change>(const mail::Ref &)> pending);
    void pendingChanged();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

signals:
    void countsChanged(int shown, int total);
    void ticksChanged(int ticked);
    void settled(); // isSettled() became true

private:
    struct Order
    {
        QString column;
        bool descending = false;
        bool operator==(const Order &) const = default;
    };
    struct Filter
    {
        QString text;
        store::TraitFilter traits;
        bool isEmpty() const { return text.isEmpty() && traits.isEmpty(); }
        bool operator==(const Filter &) const = default;
    };
    using Index = std::shared_ptr<const store::NameIndex>;

    Order order() const;
    void begin(); // anew: first rows from the cache, then the index
    void startBuild();
    void takeIndex(const Index &index, const Order &order);
    void rebuildLater(); // the cache changed
    void startFind();
    void takeRows(std::vector<qint64> rows);
    void replaceRows(std::vector<qint64> rows);
    void permute(std::vector<qint64> rows);
    void onTouched(const store::Touched &touched);
    void removeGoing();
    std::vector<qint64> present(std::vector<qint64> rows);
    void read(const QList<qint64> &rows) const;
    void tellCounts();
    void tellTicks(int first, int last);
    int positionOf(qint64 id) const;
    const mail::Mailbox *fetch(int row) const;

    store::Cache &m_cache;
    Jobs &m_jobs;
    const Clock &m_clock;
    store::Scope m_scope;
    Filter m_filter;
    Column m_column = Address;
    Qt::SortOrder m_order = Qt::AscendingOrder;

    Index m_index; // null until the first one is built
    Order m_indexOrder;
    Filter m_foundFilter; // what m_shown answers
    std::vector<qint64> m_shown;
    int m_total = 0;
    mutable QCache<qint64, mail::Mailbox> m_window;
    mutable int m_asked = 0;      // the row that a view looked at last
    mutable QSet<qint64> m_going; // deleted, still shown: they leave together
    mutable QTimer m_leave;
    QSet<qint64> m_gone; // deleted, but still in m_index

    qint64 m_buildJob = 0;
    qint64 m_findJob = 0;
    bool m_isStale = false; // the cache changed since the running or last build began
    QTimer m_pause; // between two builds, so that a run of changes does not build all the time
    QElapsedTimer m_building;

    Ticks m_ticks;
    std::function<std::optional<mail::Change>(const mail::Ref &)> m_pending;
};

} // namespace model
