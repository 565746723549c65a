// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of an ObjectTable: order, widths, hidden ones and sort are remembered. Until the user
// chose widths they follow what stands in them; those and chosen ones are fitted to the window.
#pragma once

#include "app/store/settings.h"

#include <QHash>
#include <QMap>
#include <QObject>
#include <QTimer>

class QHeaderView;
class QTableView;

namespace ui {

class Columns : public QObject
{
    Q_OBJECT

public:
    explicit Columns(QTableView *table);

    void begin(); // the table has another model
    void remember(store::Settings &settings, const QString &name);
    void setStretch(int column, int least); // least 0: as before
    void setFollow(int column, int most);
    void fit();         // the window has another width
    void measure();     // the rows are others
    void measureSoon(); // the same; of many changes that follow each other at the first and last
    void choose(const QPoint &global);

private:
    QHeaderView *header() const;
    void save();
    int squeeze(QMap<int, int> &sizes, int missing, bool keepsWords) const;

    QTableView *m_table;
    store::Settings *m_settings = nullptr;
    QString m_name;
    QHash<int, int> m_wished; // widths before any squeezing, chosen ones too
    QHash<int, int> m_most;   // of those that follow what stands in them
    QHash<int, int> m_needed; // by what stands in them and in the one that stretches
    int m_leastStretch = 0;
    int m_stretch = 0;
    bool m_restoring = false;
    bool m_chosen = false; // the widths are the user's
    QTimer m_soon;
    bool m_isDue = false;
};

} // namespace ui
