// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/objecttable.h"

#include "app/model/addressmodel.h"
#include "app/model/roles.h"
#include "ui/widgets/columns.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/objectdelegate.h"
#include "ui/widgets/objectheader.h"
#include "ui/widgets/strokes.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QDataStream>
#include <QDateTime>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>

#include <algorithm>

namespace ui {

namespace {

constexpr int typeAheadScan = 5000; // rows that are looked at when the order does not help

} // namespace

ObjectTable::ObjectTable(QWidget *parent)
    : QTableView(parent)
    , m_columns(new Columns(this))
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
            [this](const QPoint &at) { m_columns->choose(horizontalHeader()->mapToGlobal(at)); });
    setSortingEnabled(false);
    setAccessibleName(tr("Table"));
}

void ObjectTable::setModel(QAbstractItemModel *newModel)
{
    if (model())
        disconnect(model(), nullptr, this, nullptr);
    QTableView::setModel(newModel);
    m_anchor = -1;
    if (!newModel)
        return;
    auto *header = horizontalHeader();
    header->setStretchLastSection(false);
    for (int column = 0; column < newModel->columnCount(); ++column)
        header->resizeSection(column, qMax(header->sectionSizeHint(column), scaled(110)));
    m_columns->begin();
    const auto rowsChanged = [this] {
        tellState();
        tellTicks();
        m_columns->measureSoon();
    };
    connect(newModel, &QAbstractItemModel::modelReset, this, [this] {
        tellState();
        tellTicks();
        m_columns->measure();
    });
    connect(newModel, &QAbstractItemModel::rowsInserted, this, rowsChanged);
    connect(newModel, &QAbstractItemModel::rowsRemoved, this, rowsChanged);
    connect(newModel, &QAbstractItemModel::dataChanged, m_columns, &Columns::measureSoon);
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
    setDense(settings.isDense());
    m_columns->remember(settings, name);
}

void ObjectTable::setStretch(int column, int least) { m_columns->setStretch(column, least); }

void ObjectTable::setFollow(int column, int most) { m_columns->setFollow(column, most); }

void ObjectTable::chooseColumns()
{
    m_columns->choose(horizontalHeader()->mapToGlobal(horizontalHeader()->rect().bottomLeft()));
}

void ObjectTable::setDense(bool dense)
{
    m_dense = dense;
    verticalHeader()->setDefaultSectionSize(ui::rowHeight(dense));
    viewport()->update();
}

void ObjectTable::setLook(int column, std::function<Cell(const QModelIndex &)> look)
{
    m_looks[column] = std::move(look);
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

void ObjectTable::setTicks(bool on)
{
    m_ticks = on;
    horizontalHeader()->viewport()->update();
    viewport()->update();
}

int ObjectTable::tickWidth() const { return m_ticks ? tickBoxSide() + grid(1.25) : 0; }

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
                           const QString &actionText, const std::function<void()> &action,
                           const QString &details)
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
        message.details = details;
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
    return firstShownSection(*horizontalHeader()) == index.column() &&
           at.x() - columnViewportPosition(index.column()) < tickWidth() + grid(1.5);
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
    m_columns->fit();
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

} // namespace ui
