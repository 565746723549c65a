// SPDX-License-Identifier: GPL-3.0-or-later
// Changes of DNS records, one line each, to pick from: what a file would bring, or what was done
// and may be taken back. UI thread.
#pragma once

#include "app/base/clock.h"
#include "app/mail/change.h"
#include "app/model/roles.h"
#include "app/model/tickable.h"

#include <QAbstractTableModel>
#include <QDateTime>
#include <QList>
#include <QStringList>

#include <optional>

namespace model {

class ChangeListModel : public QAbstractTableModel, public Tickable
{
    Q_OBJECT

public:
    enum Column
    {
        What, // checkable: the tick; "Added", "Changed", "Deleted"
        Name,
        Type,
        Before,
        After,
        When,
        By,
        ColumnCount
    };
    struct Line
    {
        mail::Change change;
        QDateTime at;
        QString by;
        bool isPickable = true;
        QString note; // tooltip of what it is: "Line 12", why it cannot be picked
    };

    explicit ChangeListModel(const Clock &clock, QObject *parent = nullptr);

    void setLines(const QList<Line> &lines, bool ticked = false);
    void append(const QList<Line> &lines);
    void setFilter(const QString &text); // every word of it, in name, type or value
    const QString &filter() const { return m_filter; }

    int total() const { return int(m_lines.size()); }
    std::optional<Line> line(int row) const;
    QList<Line> tickedLines() const; // also those that the filter hides, in their order

    bool isTicked(int row) const override;
    void tickRange(int first, int last, bool on) override;
    void tickAll() override;
    void clearTicks() override;
    int tickedCount() const override;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Row
    {
        Line line;
        QString name;
        QString type;
        QString before;
        QString after;
        QString words; // what the filter looks at, lower case
        bool isTicked = false;
    };
    Row rowOf(const Line &line) const;
    void arrange();

    const Clock &m_clock;
    QList<Row> m_lines;
    QList<int> m_shown;
    QString m_filter;
    QStringList m_words;
};

} // namespace model
