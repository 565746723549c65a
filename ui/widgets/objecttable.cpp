// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/objecttable.h"

#include "app/model/addressmodel.h"
#include "app/model/roles.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/style.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QDataStream>
#include <QDateTime>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>

#include <algorithm>

namespace ui {

namespace {

constexpr int typeAheadScan = 5000; // rows that are looked at when the order does not help

int boxSide() { return scaled(16); }

// "a.very.long.name@example.org" -> "a.very…@example.org": the domain says whose it is.
QString elidedAddress(const QString &text, const QFontMetrics &metrics, int width)
{
    if (metrics.horizontalAdvance(text) <= width)
        return text;
    const auto at = text.lastIndexOf(u'@');
    if (at < 0)
        return metrics.elidedText(text, Qt::ElideRight, width);
    const QString domain = text.mid(at);
    const int left = width - metrics.horizontalAdvance(domain);
    if (left < metrics.horizontalAdvance(QStringLiteral("m…")))
        return metrics.elidedText(text, Qt::ElideLeft, width);
    return metrics.elidedText(text.left(at), Qt::ElideRight, left) + domain;
}

} // namespace

class ObjectDelegate final : public QStyledItemDelegate
{
public:
    explicit ObjectDelegate(ObjectTable *table)
        : QStyledItemDelegate(table)
        , m_table(table)
    {
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const QPalette &palette = m_table->palette();
        const Cell cell = m_table->cellOf(index);
        const bool isFirst =
            m_table->horizontalHeader()->visualIndex(index.column()) == firstVisual();
        const bool isCurrent = index.row() == m_table->currentRow();
        const bool isTicked = m_table->m_ticks && m_table->isTicked(index.row());
        const qreal ratio = painter->device()->devicePixelRatioF();

        painter->save();
        QColor back;
        if (isTicked || isCurrent)
            back = colour(Role::AccentSoft, palette);
        else if (index.row() == m_table->m_hovered)
            back = colour(Role::Hover, palette);
        if (back.isValid())
            painter->fillRect(option.rect, back);
        painter->setPen(colour(Role::Line, palette));
        painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
        if (isCurrent && isFirst && m_table->hasFocus())
            painter->fillRect(
                QRect(option.rect.left(), option.rect.top(), scaled(3), option.rect.height()),
                colour(Role::Accent, palette));

        QRect r = option.rect.adjusted(grid(), 0, -grid(), 0);
        if (isFirst) {
            r.adjust(scaled(4), 0, 0, 0);
            if (m_table->m_ticks) {
                const QRect box(r.left(), r.top() + (r.height() - boxSide()) / 2, boxSide(),
                                boxSide());
                drawTickBox(painter, box, isTicked ? Qt::Checked : Qt::Unchecked, true, palette);
                r.setLeft(r.left() + m_table->tickWidth());
            }
        }

        const int iconSide = scaled(16);
        for (const QString &name : cell.icons) {
            if (r.width() < iconSide)
                break;
            painter->drawPixmap(r.left(), r.top() + (r.height() - iconSide) / 2,
                                iconPixmap(name, colour(cell.iconRole, palette), iconSide, ratio));
            r.setLeft(r.left() + iconSide + scaled(6));
        }
        if (!cell.chip.isEmpty()) {
            const int width = Chip::widthOf(cell.chip, {});
            const int words = QFontMetrics(option.font).horizontalAdvance(cell.text);
            const int x = qMin(r.left() + (words ? words + grid() : 0), r.right() - width);
            if (x >= r.left()) {
                Chip::draw(*painter, QRect(x, r.top(), width, r.height()), cell.chip, cell.chipRole,
                           {}, palette, ratio);
                r.setRight(x - grid());
            }
        }

        QFont font = option.font;
        if (cell.isBold)
            font.setWeight(QFont::DemiBold);
        painter->setFont(font);
        const QFontMetrics metrics(font);
        const QString shown = cell.isElidedInMiddle
                                  ? elidedAddress(cell.text, metrics, r.width())
                                  : metrics.elidedText(cell.text, Qt::ElideRight, r.width());
        const int width = metrics.horizontalAdvance(shown);
        int x = r.left();
        if (cell.isRight)
            x = qMax(r.left(), r.right() - width + 1);
        drawMarks(painter, shown, x, r, metrics, index);
        painter->setPen(colour(cell.role, palette));
        painter->drawText(QRect(x, r.top(), r.right() - x + 1, r.height()),
                          Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, shown);
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Cell cell = m_table->cellOf(index);
        int width = QFontMetrics(option.font).horizontalAdvance(cell.text) + grid(3) +
                    int(cell.icons.size()) * scaled(22);
        if (m_table->horizontalHeader()->visualIndex(index.column()) == firstVisual())
            width += m_table->tickWidth() + scaled(4);
        if (!cell.chip.isEmpty())
            width += Chip::widthOf(cell.chip, {}) + grid();
        return {width, ui::rowHeight(m_table->m_dense)};
    }

    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override
    {
        QStyledItemDelegate::updateEditorGeometry(editor, option, index);
        editor->setGeometry(option.rect.adjusted(0, 0, 0, -1));
    }

private:
    int firstVisual() const
    {
        const auto *header = m_table->horizontalHeader();
        for (int visual = 0; visual < header->count(); ++visual)
            if (!header->isSectionHidden(header->logicalIndex(visual)))
                return visual;
        return 0;
    }

    void drawMarks(QPainter *painter, const QString &shown, int x, const QRect &r,
                   const QFontMetrics &metrics, const QModelIndex &index) const
    {
        QStringList words = index.data(model::MatchRole).toStringList();
        if (words.isEmpty())
            words = m_table->m_words;
        for (const QString &word : qAsConst(words)) {
            if (word.isEmpty())
                continue;
            for (auto at = shown.indexOf(word, 0, Qt::CaseInsensitive); at >= 0;
                 at = shown.indexOf(word, at + word.size(), Qt::CaseInsensitive)) {
                const int from = x + metrics.horizontalAdvance(shown, int(at));
                const int to = x + metrics.horizontalAdvance(shown, int(at + word.size()));
                const int height = metrics.height();
                painter->fillRect(
                    QRect(from, r.top() + (r.height() - height) / 2, to - from, height),
                    colour(Role::Mark, m_table->palette()));
            }
        }
    }

    ObjectTable *m_table;
};

// The header of the table: the box that ticks all stands in its first visible section.
class ObjectHeader final : public QHeaderView
{
public:
    explicit ObjectHeader(ObjectTable *table)
        : QHeaderView(Qt::Horizontal, table)
        , m_table(table)
    {
        setSectionsClickable(true);
        setSectionsMovable(true);
        setHighlightSections(false);
        setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        setMinimumSectionSize(scaled(48));
    }

    // Keeps `above` pixels free over the sections.
    void reserve(int above)
    {
        if (above == m_above)
            return;
        m_above = above;
        setViewportMargins(0, above, 0, 0);
        updateGeometry();
    }

    QSize sizeHint() const override { return QHeaderView::sizeHint() + QSize(0, m_above); }

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override
    {
        painter->save();
        const QPalette &palette = m_table->palette();
        QStyleOptionHeader option;
        initStyleOption(&option);
        option.rect = rect;
        style()->drawControl(QStyle::CE_HeaderSection, &option, painter, this);

        QRect r = rect.adjusted(grid(), 0, -grid(), 0);
        if (isFirst(section)) {
            r.adjust(scaled(4), 0, 0, 0);
            if (m_table->hasTicks()) {
                drawTickBox(
                    painter,
                    QRect(r.left(), r.top() + (r.height() - boxSide()) / 2, boxSide(), boxSide()),
                    m_table->ticksTogether(), true, palette);
                r.setLeft(r.left() + m_table->tickWidth());
            }
        }
        const bool isSorted = isSortIndicatorShown() && sortIndicatorSection() == section;
        const QString text = model()->headerData(section, Qt::Horizontal).toString();
        const auto alignment = Qt::Alignment(
            model()->headerData(section, Qt::Horizontal, Qt::TextAlignmentRole).toInt());
        const QFont font = fontOf(Size::Small, isSorted ? QFont::DemiBold : QFont::Medium);
        const QFontMetrics metrics(font);
        const int arrow = isSorted ? scaled(16) : 0;
        const QString shown = metrics.elidedText(text, Qt::ElideRight, r.width() - arrow);
        const int width = metrics.horizontalAdvance(shown);
        int x = r.left();
        if (alignment & Qt::AlignRight)
            x = qMax(r.left(), r.right() - width - arrow + 1);
        painter->setFont(font);
        painter->setPen(colour(isSorted ? Role::Text : Role::Muted, palette));
        painter->drawText(QRect(x, r.top(), width + scaled(2), r.height()),
                          Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, shown);
        if (isSorted) {
            const int side = scaled(12);
            painter->drawPixmap(x + width + scaled(4), r.top() + (r.height() - side) / 2,
                                iconPixmap(sortIndicatorOrder() == Qt::AscendingOrder
                                               ? QStringLiteral("arrow-up")
                                               : QStringLiteral("arrow-down"),
                                           colour(Role::Muted, palette), side,
                                           painter->device()->devicePixelRatioF()));
        }
        painter->restore();
    }

    void mousePressEvent(QMouseEvent *event) override
    {
        if (event->button() == Qt::LeftButton && isOnTick(event->pos())) {
            if (m_table->ticksTogether() == Qt::Unchecked)
                m_table->tickAll();
            else
                m_table->clearTicks();
            return;
        }
        QHeaderView::mousePressEvent(event);
    }

    QSize sectionSizeFromContents(int section) const override
    {
        const QFontMetrics metrics(fontOf(Size::Small, QFont::DemiBold));
        const QString text = model()->headerData(section, Qt::Horizontal).toString();
        return {metrics.horizontalAdvance(text) + grid(2) + scaled(18) +
                    (isFirst(section) ? m_table->tickWidth() + scaled(4) : 0),
                scaled(32)};
    }

private:
    bool isFirst(int section) const
    {
        for (int visual = 0; visual < count(); ++visual)
            if (!isSectionHidden(logicalIndex(visual)))
                return logicalIndex(visual) == section;
        return false;
    }

    bool isOnTick(const QPoint &at) const
    {
        if (!m_table->hasTicks())
            return false;
        const int section = logicalIndexAt(at);
        return section >= 0 && isFirst(section) &&
               at.x() - sectionViewportPosition(section) < m_table->tickWidth() + grid(1.5);
    }

    ObjectTable *m_table;
    int m_above = 0;
};

ObjectTable::ObjectTable(QWidget *parent)
    : QTableView(parent)
{
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setEditTriggers(QAbstractItemView::EditKeyPressed);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setMouseTracking(true);
    setHorizontalHeader(new ObjectHeader(this));
    setItemDelegate(new ObjectDelegate(this));
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(scaled(16));
    verticalHeader()->setDefaultSectionSize(ui::rowHeight(false));
    horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(horizontalHeader(), &QWidget::customContextMenuRequested, this,
            [this](const QPoint &at) { chooseColumns(horizontalHeader()->mapToGlobal(at)); });
    setSortingEnabled(false);
    setAccessibleName(tr("Table"));
}

void ObjectTable::setModel(QAbstractItemModel *newModel)
{
    if (model())
        disconnect(model(), nullptr, this, nullptr);
    QTableView::setModel(newModel);
    m_anchor = -1;
    m_wished.clear();
    if (!newModel)
        return;
    auto *header = horizontalHeader();
    header->setStretchLastSection(false);
    for (int column = 0; column < newModel->columnCount(); ++column)
        header->resizeSection(column, qMax(header->sectionSizeHint(column), scaled(110)));
    setStretch(m_stretch);
    const auto rowsChanged = [this] {
        tellState();
        tellTicks();
        measure();
    };
    connect(newModel, &QAbstractItemModel::modelReset, this, rowsChanged);
    connect(newModel, &QAbstractItemModel::rowsInserted, this, rowsChanged);
    connect(newModel, &QAbstractItemModel::rowsRemoved, this, rowsChanged);
    connect(newModel, &QAbstractItemModel::dataChanged, this, &ObjectTable::measure);
    if (auto *addresses = qobject_cast<model::AddressModel *>(newModel))
        connect(addresses, &model::AddressModel::ticksChanged, this, &ObjectTable::tellTicks);
    else
        connect(newModel, &QAbstractItemModel::dataChanged, this, &ObjectTable::tellTicks);
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this] { viewport()->update(); });
    tellState();
}

void ObjectTable::remember(store::Settings &settings, const QString &name)
{
    m_settings = &settings;
    m_name = name;
    setDense(settings.isDense());
    m_restoring = true;
    const QByteArray state = settings.state(name + QStringLiteral("/columns"));
    m_chosen = !state.isEmpty();
    if (!state.isEmpty() && model() && horizontalHeader()->count() == model()->columnCount())
        horizontalHeader()->restoreState(state);
    horizontalHeader()->setSectionsMovable(true);
    setStretch(m_stretch);
    if (state.isEmpty())
        horizontalHeader()->setSortIndicator(0, Qt::AscendingOrder);
    setSortingEnabled(true); // asks the model for the remembered order
    m_restoring = false;
    const auto save = [this] { saveColumns(); };
    connect(horizontalHeader(), &QHeaderView::sectionMoved, this, save);
    connect(horizontalHeader(), &QHeaderView::sectionResized, this, [this](int section) {
        if (section != m_stretch) // that one follows the window
            saveColumns();
    });
    connect(horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, save);
}

void ObjectTable::saveColumns()
{
    if (m_restoring || !m_settings || !isVisible())
        return;
    m_chosen = true;
    m_settings->setState(m_name + QStringLiteral("/columns"), horizontalHeader()->saveState());
}

// Until the user chose widths: the column that stretches is never squeezed while others have room.
void ObjectTable::fitColumns()
{
    auto *header = horizontalHeader();
    if (m_chosen || !model() || m_stretch >= header->count())
        return;
    m_restoring = true;
    // A table is narrow while its page is laid out: what was squeezed for that comes back.
    for (int section = 0; section < header->count(); ++section) {
        if (section == m_stretch || header->isSectionHidden(section))
            continue;
        if (!m_wished.contains(section))
            m_wished.insert(section, header->sectionSize(section));
        header->resizeSection(section, m_wished.value(section));
    }
    for (int round = 0; round < header->count(); ++round) {
        const int least = m_leastStretch > 0 ? m_leastStretch : scaled(250);
        const int missing = least - header->sectionSize(m_stretch);
        if (missing <= 0)
            break;
        int widest = -1;
        int spare = 0;
        for (int section = 0; section < header->count(); ++section) {
            if (section == m_stretch || header->isSectionHidden(section))
                continue;
            // The first says which object it is, wherever it stands in line.
            const int floor = qMax(header->sectionSizeHint(section), section ? 0 : scaled(200));
            const int own = header->sectionSize(section) - floor;
            if (own > spare) {
                spare = own;
                widest = section;
            }
        }
        if (widest < 0)
            break;
        header->resizeSection(widest, header->sectionSize(widest) - qMin(spare, missing));
    }
    m_restoring = false;
}

void ObjectTable::setFollow(int column, int most)
{
    m_most.insert(column, most);
    measure();
}

void ObjectTable::measure()
{
    constexpr int enough = 50; // about a screen of rows: the rest is not read for its width
    if (m_chosen || !model() || m_most.isEmpty())
        return;
    auto *header = horizontalHeader();
    const int first = qMax(0, rowAt(0));
    const int last = qMin(model()->rowCount(), first + enough);
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    bool isWider = false;
    for (auto it = m_most.cbegin(); it != m_most.cend(); ++it) {
        if (it.key() == m_stretch || header->isSectionHidden(it.key()))
            continue;
        int need = header->sectionSizeHint(it.key());
        for (int row = first; row < last; ++row)
            need =
                qMax(need, itemDelegate()->sizeHint(option, model()->index(row, it.key())).width());
        need = qMin(need, it.value());
        const int had = m_wished.value(it.key(), header->sectionSize(it.key()));
        m_wished.insert(it.key(), qMax(had, need)); // never narrower: columns do not jump
        isWider = isWider || need > had;
    }
    if (isWider)
        fitColumns();
}

void ObjectTable::setDense(bool dense)
{
    m_dense = dense;
    verticalHeader()->setDefaultSectionSize(ui::rowHeight(dense));
    viewport()->update();
}

void ObjectTable::setLook(int column, std::function<Cell(const QModelIndex &)> look)
{
    m_looks.insert(column, std::move(look));
    viewport()->update();
}

Cell ObjectTable::cellOf(const QModelIndex &index) const
{
    if (const auto look = m_looks.constFind(index.column()); look != m_looks.cend())
        return (*look)(index);
    Cell cell;
    cell.text = index.data().toString();
    cell.isElidedInMiddle = cell.text.contains(u'@');
    cell.isRight =
        Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt()).testFlag(Qt::AlignRight);
    cell.isBold = index.data(model::PendingRole).toBool();
    cell.icons = index.data(model::IconsRole).toStringList();
    if (const QString name = index.data(model::IconRole).toString();
        !name.isEmpty() && !cell.icons.contains(name))
        cell.icons.prepend(name);
    const QVariant tone = index.data(model::ToneRole);
    if (tone.isValid()) {
        switch (model::Tone(tone.toInt())) {
        case model::Tone::Muted:
            cell.role = Role::Muted;
            break;
        case model::Tone::Good:
            cell.role = cell.iconRole = Role::Good;
            break;
        case model::Tone::Warning:
            cell.role = cell.iconRole = Role::Warning;
            break;
        case model::Tone::Bad:
            cell.role = cell.iconRole = Role::Bad;
            break;
        case model::Tone::Plain:
            break;
        }
    } else if (index.column() > 0) {
        cell.role = Role::Muted;
    }
    return cell;
}

void ObjectTable::setStretch(int column, int least)
{
    m_stretch = column;
    if (least > 0)
        m_leastStretch = least;
    auto *header = horizontalHeader();
    for (int section = 0; section < header->count(); ++section)
        header->setSectionResizeMode(section, section == column ? QHeaderView::Stretch
                                                                : QHeaderView::Interactive);
}

void ObjectTable::setTicks(bool on)
{
    m_ticks = on;
    horizontalHeader()->viewport()->update();
    viewport()->update();
}

int ObjectTable::tickWidth() const { return m_ticks ? boxSide() + grid(1.25) : 0; }

qint64 ObjectTable::tickedCount() const
{
    if (const auto *own = dynamic_cast<const model::Tickable *>(model()))
        return own->tickedCount();
    return tickedRows().size();
}

bool ObjectTable::isTicked(int row) const
{
    if (!model() || !m_ticks)
        return false;
    return model()->index(row, 0).data(Qt::CheckStateRole).toInt() == Qt::Checked;
}

QList<int> ObjectTable::tickedRows() const
{
    QList<int> rows;
    if (!model() || !m_ticks)
        return rows;
    for (int row = 0; row < model()->rowCount(); ++row)
        if (isTicked(row))
            rows.append(row);
    return rows;
}

QList<int> ObjectTable::chosenRows() const
{
    QList<int> rows = tickedCount() ? tickedRows() : QList<int>();
    if (rows.isEmpty() && currentRow() >= 0)
        rows.append(currentRow());
    return rows;
}

void ObjectTable::clearTicks()
{
    if (auto *own = dynamic_cast<model::Tickable *>(model()))
        own->clearTicks();
    else if (model())
        tickRange(0, model()->rowCount() - 1, false);
    viewport()->update();
}

void ObjectTable::tickAll()
{
    if (auto *own = dynamic_cast<model::Tickable *>(model()))
        own->tickAll();
    else if (model())
        tickRange(0, model()->rowCount() - 1, true);
    viewport()->update();
}

void ObjectTable::tickRange(int from, int to, bool on)
{
    if (!model() || !m_ticks)
        return;
    const int first = qMin(from, to);
    const int last = qMax(from, to);
    if (auto *own = dynamic_cast<model::Tickable *>(model())) {
        own->tickRange(first, last, on);
    } else {
        for (int row = first; row <= last; ++row)
            model()->setData(model()->index(row, 0), on ? Qt::Checked : Qt::Unchecked,
                             Qt::CheckStateRole);
    }
    viewport()->update();
}

void ObjectTable::toggle(int row)
{
    if (row < 0)
        return;
    m_anchor = row;
    tickRange(row, row, !isTicked(row));
}

Qt::CheckState ObjectTable::ticksTogether() const
{
    const qint64 ticked = m_ticks ? tickedCount() : 0;
    if (ticked == 0)
        return Qt::Unchecked;
    return ticked >= model()->rowCount() ? Qt::Checked : Qt::PartiallyChecked;
}

void ObjectTable::tellTicks()
{
    if (!m_ticks)
        return;
    horizontalHeader()->viewport()->update();
    emit ticksChanged(tickedCount());
}

int ObjectTable::currentRow() const { return currentIndex().isValid() ? currentIndex().row() : -1; }

void ObjectTable::setCurrentRow(int row)
{
    if (!model() || row < 0 || row >= model()->rowCount())
        return;
    const int column = currentIndex().isValid() ? currentIndex().column() : 0;
    setCurrentIndex(model()->index(row, column));
    scrollTo(currentIndex());
}

void ObjectTable::setFilterText(const QString &text)
{
    m_filterText = text;
    m_words = text.simplified().split(u' ', Qt::SkipEmptyParts);
    viewport()->update();
}

void ObjectTable::setState(PageState state, const QString &title, const QString &text,
                           const QString &actionText, std::function<void()> action)
{
    if (!m_panel) {
        m_panel = new StatePanel(this);
        m_panel->setObjectName(objectName() + QStringLiteral(".state"));
        m_bar = new MessageBar(this);
        m_bar->setObjectName(objectName() + QStringLiteral(".bar"));
        m_bar->hide();
        connect(m_bar, &MessageBar::dismissed, this, [this] { layoutOver(); });
    }
    m_panel->set(state, title, text, actionText, action);
    if (state == PageState::Error || state == PageState::Forbidden || state == PageState::Offline) {
        Messages::Message message;
        message.kind =
            state == PageState::Offline ? Messages::Kind::Information : Messages::Kind::Error;
        message.text = text.isEmpty() ? title : text;
        message.actionText = actionText;
        message.action = action;
        m_bar->say(message);
    } else {
        m_bar->dismiss();
    }
    tellState();
}

PageState ObjectTable::state() const { return m_panel ? m_panel->state() : PageState::Ready; }

void ObjectTable::tellState()
{
    if (!m_panel)
        return;
    const bool hasRows = model() && model()->rowCount() > 0;
    m_panel->setVisible(!hasRows && m_panel->state() != PageState::Ready);
    m_bar->setVisible(hasRows && m_bar->isShowing());
    layoutOver();
}

void ObjectTable::layoutOver()
{
    if (!m_panel)
        return;
    updateGeometries();
    const QRect area = viewport()->geometry();
    m_panel->setGeometry(area);
    m_panel->raise();
}

// The bar stands where the header keeps room for it: the margins of the viewport are the table's
// own, it sets them again at every turn.
void ObjectTable::updateGeometries()
{
    const bool hasBar = m_bar && !m_bar->isHidden();
    const int height = hasBar ? m_bar->sizeHint().height() : 0;
    if (auto *header = dynamic_cast<ObjectHeader *>(horizontalHeader()))
        header->reserve(height);
    QTableView::updateGeometries();
    if (hasBar) {
        const QRect header = horizontalHeader()->geometry();
        m_bar->setGeometry(header.left(), header.top(), header.width(), height);
        m_bar->raise();
    }
}

std::optional<std::pair<int, Qt::SortOrder>> ObjectTable::sorting() const
{
    if (!isSortingEnabled())
        return {};
    return std::pair{horizontalHeader()->sortIndicatorSection(),
                     horizontalHeader()->sortIndicatorOrder()};
}

QByteArray ObjectTable::saveView() const
{
    QByteArray state;
    QDataStream out(&state, QIODevice::WriteOnly);
    out << currentRow() << verticalScrollBar()->value() << horizontalScrollBar()->value();
    return state;
}

void ObjectTable::restoreView(const QByteArray &state)
{
    QDataStream in(state);
    int row = -1;
    int y = 0;
    int x = 0;
    in >> row >> y >> x;
    if (in.status() != QDataStream::Ok)
        return;
    setCurrentRow(row);
    verticalScrollBar()->setValue(y);
    horizontalScrollBar()->setValue(x);
}

void ObjectTable::openRow(const QModelIndex &index)
{
    if (index.isValid())
        emit opened(index);
}

void ObjectTable::keyPressEvent(QKeyEvent *event)
{
    const auto modifiers = event->modifiers() & ~Qt::KeypadModifier;
    const int row = currentRow();
    const int last = model() ? model()->rowCount() - 1 : -1;
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (state() != PageState::Ready && last < 0)
            break;
        openRow(currentIndex());
        return;
    case Qt::Key_Space:
        if (m_ticks && modifiers == Qt::NoModifier && row >= 0) {
            toggle(row);
            return;
        }
        break;
    case Qt::Key_A:
        if (modifiers == Qt::ControlModifier) {
            if (m_ticks)
                tickAll();
            return;
        }
        break;
    case Qt::Key_Escape:
        if (m_ticks && tickedCount() > 0) {
            clearTicks();
            return;
        }
        break;
    case Qt::Key_Delete:
        if (row >= 0 || tickedCount() > 0)
            emit deleteWanted();
        return;
    case Qt::Key_Home:
    case Qt::Key_End:
        if (last >= 0 && !(modifiers & Qt::ShiftModifier)) {
            setCurrentRow(event->key() == Qt::Key_Home ? 0 : last);
            return;
        }
        [[fallthrough]];
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        if (m_ticks && (modifiers & Qt::ShiftModifier) && row >= 0) {
            const int page = qMax(1, viewport()->height() / qMax(1, ui::rowHeight(m_dense)) - 1);
            const int key = event->key();
            const int to = key == Qt::Key_Up         ? row - 1
                           : key == Qt::Key_Down     ? row + 1
                           : key == Qt::Key_PageUp   ? row - page
                           : key == Qt::Key_PageDown ? row + page
                           : key == Qt::Key_Home     ? 0
                                                     : last;
            const int target = qBound(0, to, last);
            if (m_anchor < 0)
                m_anchor = row;
            // What lies between the old place and the anchor is given up, the new range is taken.
            if (qAbs(target - m_anchor) < qAbs(row - m_anchor))
                tickRange(row, target + (target < row ? 1 : -1), false);
            tickRange(m_anchor, target, true);
            const int anchor = m_anchor;
            setCurrentRow(target);
            m_anchor = anchor;
            return;
        }
        break;
    default:
        break;
    }
    if (!event->text().isEmpty() && event->text().at(0).isPrint() && event->text() != u" " &&
        event->text() != u"/" && event->text() != u"?" &&
        !(modifiers & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))) {
        typeAhead(event->text());
        return;
    }
    if (!(modifiers & Qt::ShiftModifier))
        m_anchor = -1;
    QTableView::keyPressEvent(event);
}

void ObjectTable::typeAhead(const QString &text)
{
    if (!model() || model()->rowCount() == 0)
        return;
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    m_typed = now - m_typedAt > QApplication::keyboardInputInterval() * 3 ? text : m_typed + text;
    m_typedAt = now;
    const int rows = model()->rowCount();
    const auto textAt = [this](int row) { return model()->index(row, 0).data().toString(); };
    const auto order = sorting();
    if (order && order->first == 0 && order->second == Qt::AscendingOrder) {
        int low = 0;
        int high = rows;
        while (low < high) {
            const int middle = low + (high - low) / 2;
            if (textAt(middle).compare(m_typed, Qt::CaseInsensitive) < 0)
                low = middle + 1;
            else
                high = middle;
        }
        if (low < rows && textAt(low).startsWith(m_typed, Qt::CaseInsensitive)) {
            setCurrentRow(low);
            return;
        }
    }
    const int start = qMax(0, currentRow()) + (m_typed.size() == 1 ? 1 : 0);
    for (int step = 0; step < qMin(rows, typeAheadScan); ++step) {
        const int row = (start + step) % rows;
        if (textAt(row).startsWith(m_typed, Qt::CaseInsensitive)) {
            setCurrentRow(row);
            return;
        }
    }
}

bool ObjectTable::isOnTick(const QPoint &at) const
{
    if (!m_ticks)
        return false;
    const QModelIndex index = indexAt(at);
    if (!index.isValid())
        return false;
    const auto *header = horizontalHeader();
    for (int visual = 0; visual < header->count(); ++visual) {
        const int section = header->logicalIndex(visual);
        if (header->isSectionHidden(section))
            continue;
        return section == index.column() &&
               at.x() - columnViewportPosition(section) < tickWidth() + grid(1.5);
    }
    return false;
}

void ObjectTable::mousePressEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->pos());
    if (index.isValid() && m_ticks && event->button() == Qt::LeftButton) {
        const bool extends = event->modifiers() & Qt::ShiftModifier;
        if (extends) {
            const int from = m_anchor >= 0 ? m_anchor : qMax(0, currentRow());
            setCurrentIndex(index);
            tickRange(from, index.row(), true);
            m_anchor = from;
            return;
        }
        if (isOnTick(event->pos()) || (event->modifiers() & Qt::ControlModifier)) {
            setCurrentIndex(index);
            toggle(index.row());
            return;
        }
        m_anchor = index.row();
    }
    QTableView::mousePressEvent(event);
}

void ObjectTable::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->pos());
    if (index.isValid() && event->button() == Qt::LeftButton && !isOnTick(event->pos())) {
        openRow(index);
        return;
    }
    QTableView::mouseDoubleClickEvent(event);
}

void ObjectTable::mouseMoveEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->pos());
    const int row = index.isValid() ? index.row() : -1;
    if (row != m_hovered) {
        m_hovered = row;
        viewport()->update();
    }
    if (event->buttons() == Qt::NoButton)
        QTableView::mouseMoveEvent(event);
}

void ObjectTable::leaveEvent(QEvent *event)
{
    m_hovered = -1;
    viewport()->update();
    QTableView::leaveEvent(event);
}

bool ObjectTable::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave && m_hovered >= 0) {
        m_hovered = -1;
        viewport()->update();
    }
    return QTableView::viewportEvent(event);
}

void ObjectTable::contextMenuEvent(QContextMenuEvent *event)
{
    QPoint at = event->globalPos();
    if (event->reason() == QContextMenuEvent::Keyboard) {
        const QRect cell = visualRect(currentIndex());
        at = viewport()->mapToGlobal(cell.isValid() ? cell.bottomLeft() : QPoint());
    } else {
        const QModelIndex index = indexAt(event->pos());
        if (!index.isValid())
            return;
        setCurrentIndex(index);
    }
    if (currentRow() >= 0)
        emit menuWanted(at);
}

void ObjectTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
    if (m_panel)
        m_panel->setGeometry(viewport()->geometry());
}

void ObjectTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::ApplicationFontChange)
        setDense(m_dense);
}

QItemSelectionModel::SelectionFlags ObjectTable::selectionCommand(const QModelIndex &,
                                                                  const QEvent *) const
{
    return QItemSelectionModel::NoUpdate;
}

void ObjectTable::chooseColumns(const QPoint &global)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto *header = horizontalHeader();
    for (int visual = 0; visual < header->count(); ++visual) {
        const int section = header->logicalIndex(visual);
        if (section == 0) // what a row is called is always seen
            continue;
        QAction *action = menu->addAction(model()->headerData(section, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!header->isSectionHidden(section));
        connect(action, &QAction::toggled, this, [this, header, section](bool shown) {
            header->setSectionHidden(section, !shown);
            saveColumns();
        });
    }
    menu->popup(global);
}

} // namespace ui
