// SPDX-License-Identifier: GPL-3.0-or-later
// A change set before, while and after it is applied: object | field | before | after | result, one
// row per field that differs (a row per single right), one for a creation's and a removal's each
// known field that people read. What is before is called "Now" of what is only planned. UI thread.
#pragma once

#include "app/mail/change.h"
#include "app/model/roles.h"
#include "app/model/text.h"
#include "app/store/journal.h"

#include <QAbstractTableModel>

namespace model {

class ChangeModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        Object,
        Field,
        Before,
        After,
        Outcome,
        ColumnCount
    };

    explicit ChangeModel(const Phrases &phrases = {}, QObject *parent = nullptr);

    void setChanges(const mail::ChangeSet &set); // all planned
    // With effective values and outcomes. Running and not under way: the rest is not known.
    void setEntry(const store::JournalEntry &entry, bool isUnderWay = false);
    void setOutcome(int change, const store::JournalRow &row); // `change`: its place in the set
    int changeOf(int row) const; // which change of the set a row belongs to

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

    bool namesFields() const; // false: every change is of something as a whole

private:
    struct Line
    {
        int change = 0;
        bool isFirst = false; // of its change: the object and the outcome stand here
        QString field;        // "mailbox.note"; empty: the change as a whole
        QString before;
        QString after;
    };
    QList<Line> linesOf(int change) const;
    void rebuild();

    Phrases m_phrases;
    QList<store::JournalRow> m_rows;
    bool m_isPlanned = true;      // "Now" is what is before
    bool m_isInterrupted = false; // Running without anyone at work: the rest is not known
    QList<Line> m_lines;
};

} // namespace model
