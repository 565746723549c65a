// SPDX-License-Identifier: GPL-3.0-or-later
// The records of one zone as a table, also for zones of many thousands: all in memory, filtered by
// words and types, sorted so that what belongs together stands together. What is on its way or
// staged is shown as it will be: changed, going, or as a row that has no number yet. UI thread.
#pragma once

#include "app/base/clock.h"
#include "app/mail/change.h"
#include "app/mail/zone.h"
#include "app/model/roles.h"
#include "app/model/tickable.h"
#include "app/store/cache.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QMap>
#include <QSet>
#include <QTimer>

#include <functional>
#include <optional>

namespace model {

class ZoneModel : public QAbstractTableModel, public Tickable
{
    Q_OBJECT

public:
    enum Column
    {
        Name, // checkable: the tick
        Type,
        Value,
        Ttl,
        Updated,
        ColumnCount
    };

    ZoneModel(store::Cache &cache, const Clock &clock, QObject *parent = nullptr);

    void setZone(const store::Scope &scope, const QString &zone); // another one: empties the ticks
    const QString &zone() const { return m_zone; }

    void setFilter(const QString &text); // every word of it, in name, type or value
    const QString &filter() const { return m_filter; }
    void setTypes(const QSet<QString> &types); // empty: all
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    int total() const { return int(m_rows.size()); }
    int shown() const { return int(m_shown.size()); }
    QMap<QString, int> typeCounts() const; // of all records

    std::optional<mail::ZoneRecord> record(int row) const; // as it is now, not as it will be
    // A row without a number is not there yet.
    static bool isThere(const mail::ZoneRecord &record) { return record.id > 0; }
    int rowOf(qint64 id) const;                    // -1: not shown
    QList<mail::ZoneRecord> tickedRecords() const; // also those that the filter hides

    // All changes of records that are on their way or staged. Call pendingChanged() when they
    // differ.
    void setPending(std::function<QList<mail::Change>()> pending);
    void pendingChanged();

    bool isTicked(int row) const override;
    void tickRange(int first, int last, bool on) override;
    void tickAll() override;
    void clearTicks() override;
    int tickedCount() const override { return int(m_ticks.size()); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

signals:
    void countsChanged();

private:
    struct Row
    {
        mail::ZoneRecord record;
        mail::ZoneRecord wished; // the same where nothing is pending
        std::optional<mail::Verb> pending;
        QString name;  // of the owner, for people
        QString words; // what the filter looks at, lower case
        QString place; // sorts names by their labels from the right
    };

    void reload();
    QHash<qint64, Row> read() const;
    void complete(Row &row) const;
    QList<qint64> arranged(const QHash<qint64, Row> &rows) const;
    void show(QHash<qint64, Row> rows);
    bool isBefore(const Row &a, const Row &b) const;
    bool passes(const Row &row) const;
    const Row &at(int row) const;
    QString text(const Row &row, const mail::ZoneRecord &record, int column) const;
    QString toolTip(const Row &row, int column) const;

    store::Cache &m_cache;
    const Clock &m_clock;
    std::function<QList<mail::Change>()> m_pending;
    store::Scope m_scope;
    QString m_zone;
    QString m_filter;
    QStringList m_words; // of the filter, lower case
    QSet<QString> m_types;
    int m_column = Name;
    Qt::SortOrder m_order = Qt::AscendingOrder;
    QHash<qint64, Row> m_rows; // by number; what is to be made has numbers below zero
    QList<qint64> m_shown;
    QSet<qint64> m_ticks;
    QTimer m_reload; // a run of changes is shown once
};

} // namespace model
