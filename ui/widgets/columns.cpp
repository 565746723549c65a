// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/columns.h"

#include "ui/widgets/theme.h"

#include <QAbstractItemDelegate>
#include <QHeaderView>
#include <QMenu>
#include <QStyleOptionViewItem>
#include <QTableView>

#include <algorithm>

namespace ui {

Columns::Columns(QTableView *table)
    : QObject(table)
    , m_table(table)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(50);
    connect(&m_soon, &QTimer::timeout, this, [this] {
        if (m_isDue)
            measureSoon();
    });
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
    if (!state.isEmpty() && m_table->model() &&
        header()->count() == m_table->model()->columnCount()) {
        QMap<int, int> sizes;
        for (int section = 0; section < header()->count(); ++section)
            sizes.insert(section, header()->sectionSize(section));
        header()->restoreState(state);
        // Its widths are those of that window: only what was chosen counts in this one.
        const QList<QByteArray> widths =
            settings.state(name + QStringLiteral("/widths")).split(',');
        m_chosen = widths.size() == header()->count();
        for (auto it = sizes.begin(); it != sizes.end(); ++it) {
            if (m_chosen && widths.at(it.key()).toInt() > 0)
                *it = widths.at(it.key()).toInt();
            if (!header()->isSectionHidden(it.key()))
                header()->resizeSection(it.key(), *it);
            if (it.key() != m_stretch)
                m_wished.insert(it.key(), *it);
        }
    }
    header()->setSectionsMovable(true);
    setStretch(m_stretch, 0);
    if (state.isEmpty())
        header()->setSortIndicator(0, Qt::AscendingOrder);
    m_table->setSortingEnabled(true); // asks the model for the remembered order
    m_restoring = false;
    connect(header(), &QHeaderView::sectionMoved, this, &Columns::save);
    connect(header(), &QHeaderView::sectionResized, this, [this](int section, int was, int is) {
        // The one that stretches follows the window; to and from nothing is hiding and showing.
        if (section == m_stretch || m_restoring || was == 0 || is == 0 || !m_table->isVisible())
            return;
        m_chosen = true;
        m_wished.insert(section, is);
        save();
    });
    connect(header(), &QHeaderView::sortIndicatorChanged, this, &Columns::save);
}

void Columns::save()
{
    if (m_restoring || !m_settings || !m_table->isVisible())
        return;
    m_settings->setState(m_name + QStringLiteral("/columns"), header()->saveState());
    if (!m_chosen)
        return;
    QByteArrayList widths;
    for (int section = 0; section < header()->count(); ++section)
        widths.append(QByteArray::number(m_wished.value(section)));
    m_settings->setState(m_name + QStringLiteral("/widths"), widths.join(','));
}

// The column that stretches is never squeezed while others have room, also to what was chosen in a
// wider window.
void Columns::fit()
{
    auto *head = header();
    if (!m_table->model() || m_stretch >= head->count())
        return;
    // A table is narrow while its page is laid out: what was squeezed for that comes back.
    QMap<int, int> sizes;
    const int least = m_leastStretch > 0 ? m_leastStretch : scaled(250);
    const int words = qMax(least, m_needed.value(m_stretch)); // in the one that stretches
    int missing = words - m_table->viewport()->width();
    for (int section = 0; section < head->count(); ++section) {
        if (section == m_stretch || head->isSectionHidden(section))
            continue;
        if (!m_wished.contains(section))
            m_wished.insert(section, head->sectionSize(section));
        sizes.insert(section, m_wished.value(section));
        missing += m_wished.value(section);
    }
    // First what is beyond what stands in them, then what is left beside their titles.
    missing -= squeeze(sizes, missing, true);
    missing -= words - least;
    if (m_needed.contains(m_stretch)) // what stands in it may need less than it has
        missing -= qMax(0, least - m_needed.value(m_stretch));
    squeeze(sizes, missing, false);
    m_restoring = true;
    for (auto it = sizes.cbegin(); it != sizes.cend(); ++it)
        head->resizeSection(it.key(), it.value());
    m_restoring = false;
}

// From all that have something to spare, by their widths: no word is cut to nothing while others
// stand whole. Returns what it took.
int Columns::squeeze(QMap<int, int> &sizes, int missing, bool keepsWords) const
{
    const auto spareOf = [&](int section) {
        // The first says which object it is, wherever it stands in line.
        int floor = qMax(header()->sectionSizeHint(section), section ? 0 : scaled(200));
        if (keepsWords)
            floor = qMax(floor, m_needed.value(section));
        return qMax(0, sizes.value(section) - floor);
    };
    int taken = 0;
    while (taken < missing) {
        const QMap<int, int> before = sizes;
        const int open = missing - taken;
        int total = 0;
        for (auto it = before.cbegin(); it != before.cend(); ++it)
            total += spareOf(it.key()) > 0 ? it.value() : 0;
        if (total == 0)
            break;
        for (auto it = before.cbegin(); it != before.cend() && taken < missing; ++it) {
            const int share = qMax(1, int(qint64(open) * it.value() / total));
            const int part = std::min({share, spareOf(it.key()), missing - taken});
            sizes[it.key()] -= part;
            taken += part;
        }
    }
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
    if (!m_table->model() || m_most.isEmpty())
        return;
    auto *head = header();
    const QAbstractItemModel *rows = m_table->model();
    const int first = qMax(0, m_table->rowAt(0));
    const int last = qMin(rows->rowCount(), first + enough);
    QStyleOptionViewItem option;
    option.initFrom(m_table);
    option.font = m_table->font();
    const auto needOf = [&](int section) {
        int need = head->sectionSizeHint(section);
        for (int row = first; row < last; ++row)
            need = qMax(
                need, m_table->itemDelegate()->sizeHint(option, rows->index(row, section)).width());
        return need;
    };
    const QHash<int, int> before = m_needed;
    m_needed.insert(m_stretch, needOf(m_stretch));
    for (auto it = m_most.cbegin(); it != m_most.cend(); ++it) {
        if (it.key() == m_stretch || head->isSectionHidden(it.key()))
            continue;
        const int need = qMin(needOf(it.key()), it.value());
        m_needed.insert(it.key(), need);
        // Never narrower while there is room: columns do not jump.
        if (!m_chosen)
            m_wished.insert(it.key(),
                            qMax(need, m_wished.value(it.key(), head->sectionSize(it.key()))));
    }
    if (m_needed != before)
        fit();
}

void Columns::measureSoon()
{
    m_isDue = m_soon.isActive();
    if (m_isDue)
        return;
    measure();
    m_soon.start();
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
