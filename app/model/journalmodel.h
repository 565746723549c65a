// SPDX-License-Identifier: GPL-3.0-or-later
// What was done, newest first, at one service or at all, read in portions as the view scrolls. The
// rows of one entry are a ChangeModel. UI thread.
#pragma once

#include "app/base/clock.h"
#include "app/model/roles.h"
#include "app/store/journal.h"

#include <QAbstractTableModel>
#include <QTimer>

#include <functional>
#include <optional>

namespace model {

class JournalModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        When,
        Title,
        Where, // account and domain
        By,
        State,
        ColumnCount
    };

    using NameOf = std::function<QString(const store::Scope &)>; // of a service, for people

    JournalModel(store::Journal &journal, const Clock &clock, QObject *parent = nullptr);

    void setNames(NameOf nameOf);
    void setScope(const std::optional<store::Scope> &scope); // none: of all services
    const std::optional<store::Scope> &scope() const { return m_scope; }

    std::optional<store::JournalEntry> entry(int row) const;
    int rowOf(qint64 entry) const; // among those read so far; -1: not there

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

private:
    void begin();
    void reload();

    store::Journal &m_journal;
    const Clock &m_clock;
    NameOf m_nameOf;
    std::optional<store::Scope> m_scope;
    QList<store::JournalEntry> m_entries;
    bool m_more = true;
    QTimer m_reload;
};

} // namespace model
