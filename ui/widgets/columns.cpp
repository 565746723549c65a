// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/columns.h"

#include "ui/widgets/theme.h"

#include <QAbstractItemDelegate>
#include <QHeaderView>
#include <QMenu>
#include <QStyleOptionViewItem>
#include <QTableView>

namespace ui {

Columns::Columns(QTableView *table)
    : QObject(table)
    , m_table(table)
{
}

QHeaderView *Columns::header() const { return m_table->horizontalHeader(); }

void Columns::begin()
{
    m_wished.clear();
    m_needed.clear();
    setStretch(m_stretch, 0);
}

void Columns::remember(store::Settings &settings, const QString &name)
{
    m_settings = &settings;
    m_name = name;
    m_restoring = true;
    const QByteArray state = settings.state(name + QStringLiteral("/columns"));
    m_chosen = !state.isEmpty();
    if (!state.isEmpty() && m_table->model() &&
        header()->count() == m_table->model()->columnCount())
        header()->restoreState(state);
    header()->setSectionsMovable(true);
    setStretch(m_stretch, 0);
    if (state.isEmpty())
        header()->setSortIndicator(0, Qt::AscendingOrder);
    m_table->setSortingEnabled(true); // asks the model for the remembered order
    m_restoring = false;
    connect(header(), &QHeaderView::sectionMoved, this, &Columns::save);
    connect(header(), &QHeaderView::sectionResized, this, [this](int section) {
        if (section != m_stretch) // that one follows the window
            save();
    });
    connect(header(), &QHeaderView::sortIndicatorChanged, this, &Columns::save);
}

void Columns::save()
{
    if (m_restoring || !m_settings || !m_table->isVisible())
        return;
    m_chosen = true;
    m_settings->setState(m_name + QStringLiteral("/columns"), header()->saveState());
}

// Until the user chose widths: the column that stretches is never squeezed while others have room.
void Columns::fit()
{
    auto *head = header();
    if (m_chosen || !m_table->model() || m_stretch >= head->count())
        return;
    // A table is narrow while its page is laid out: what was squeezed for that comes back.
    QHash<int, int> sizes;
    int missing =
        (m_leastStretch > 0 ? m_leastStretch : scaled(250)) - m_table->viewport()->width();
    for (int section = 0; section < head->count(); ++section) {
        if (section == m_stretch || head->isSectionHidden(section))
            continue;
        if (!m_wished.contains(section))
            m_wished.insert(section, head->sectionSize(section));
        sizes.insert(section, m_wished.value(section));
        missing += m_wished.value(section);
    }
    // First what is beyond what stands in them, then what is left beside their titles.
    for (const bool keepsWords : {true, false})
        while (missing > 0) {
            const int taken = squeeze(sizes, missing, keepsWords);
            if (taken == 0)
                break;
            missing -= taken;
        }
    m_restoring = true;
    for (auto it = sizes.cbegin(); it != sizes.cend(); ++it)
        head->resizeSection(it.key(), it.value());
    m_restoring = false;
}

// From the column that has the most to spare; 0: none has.
int Columns::squeeze(QHash<int, int> &sizes, int missing, bool keepsWords) const
{
    int widest = -1;
    int spare = 0;
    for (auto it = sizes.cbegin(); it != sizes.cend(); ++it) {
        // The first says which object it is, wherever it stands in line.
        int floor = qMax(header()->sectionSizeHint(it.key()), it.key() ? 0 : scaled(200));
        if (keepsWords)
            floor = qMax(floor, m_needed.value(it.key()));
        if (it.value() - floor > spare) {
            spare = it.value() - floor;
            widest = it.key();
        }
    }
    if (widest < 0)
        return 0;
    const int taken = qMin(spare, missing);
    sizes[widest] -= taken;
    return taken;
}

void Columns::setFollow(int column, int most)
{
    m_most.insert(column, most);
    measure();
}

void Columns::measure()
{
    constexpr int enough = 50; // about a screen of rows: the rest is not read for its width
    if (m_chosen || !m_table->model() || m_most.isEmpty())
        return;
    auto *head = header();
    const QAbstractItemModel *rows = m_table->model();
    const int first = qMax(0, m_table->rowAt(0));
    const int last = qMin(rows->rowCount(), first + enough);
    QStyleOptionViewItem option;
    option.initFrom(m_table);
    option.font = m_table->font();
    bool isWider = false;
    for (auto it = m_most.cbegin(); it != m_most.cend(); ++it) {
        if (it.key() == m_stretch || head->isSectionHidden(it.key()))
            continue;
        int need = head->sectionSizeHint(it.key());
        for (int row = first; row < last; ++row)
            need =
                qMax(need,
                     m_table->itemDelegate()->sizeHint(option, rows->index(row, it.key())).width());
        need = qMin(need, it.value());
        const int had = m_wished.value(it.key(), head->sectionSize(it.key()));
        m_needed.insert(it.key(), qMax(need, m_needed.value(it.key())));
        m_wished.insert(it.key(), qMax(had, need)); // never narrower: columns do not jump
        isWider = isWider || need > had;
    }
    if (isWider)
        fit();
}

void Columns::setStretch(int column, int least)
{
    m_stretch = column;
    if (least > 0)
        m_leastStretch = least;
    auto *head = header();
    for (int section = 0; section < head->count(); ++section)
        head->setSectionResizeMode(section, section == column ? QHeaderView::Stretch
                                                              : QHeaderView::Interactive);
}

void Columns::choose(const QPoint &global)
{
    auto *menu = new QMenu(m_table);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto *head = header();
    for (int visual = 0; visual < head->count(); ++visual) {
        const int section = head->logicalIndex(visual);
        if (section == 0) // what a row is called is always seen
            continue;
        QAction *action =
            menu->addAction(m_table->model()->headerData(section, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!head->isSectionHidden(section));
        connect(action, &QAction::toggled, this, [this, head, section](bool shown) {
            head->setSectionHidden(section, !shown);
            save();
        });
    }
    menu->popup(global);
}

} // namespace ui
