// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/celledit.h"

#include <QAbstractItemView>
#include <QKeyEvent>
#include <QScrollBar>

namespace ui {

CellEdit::CellEdit(QAbstractItemView *view, const QModelIndex &cell, const QString &text,
                   Fault fault)
    : QLineEdit(text, view->viewport())
    , m_view(view)
    , m_cell(cell)
    , m_before(text)
    , m_fault(std::move(fault))
{
    view->scrollTo(cell);
    place();
    connect(view->verticalScrollBar(), &QScrollBar::valueChanged, this, &CellEdit::place);
    connect(view->horizontalScrollBar(), &QScrollBar::valueChanged, this, &CellEdit::place);
    connect(view->model(), &QAbstractItemModel::modelReset, this, [this] { end(false); });
    connect(this, &QLineEdit::textChanged, this, [this] {
        setProperty("wrong", isWrong());
        setToolTip(m_fault(this->text().trimmed()));
        update();
    });
    show();
    selectAll();
    setFocus();
}

bool CellEdit::isWrong() const { return !m_fault(text().trimmed()).isEmpty(); }

void CellEdit::place()
{
    if (!m_cell.isValid())
        return end(false);
    const QRect cell = m_view->visualRect(m_cell);
    const int height = qMax(cell.height(), minimumSizeHint().height());
    setGeometry(cell.left(), cell.center().y() - height / 2, qMax(cell.width(), 120), height);
}

void CellEdit::end(bool accept)
{
    if (m_ended)
        return;
    m_ended = true;
    const bool hadFocus = hasFocus();
    const QString now = text().trimmed();
    if (accept && now != m_before)
        emit accepted(now);
    hide();
    if (hadFocus)
        m_view->setFocus();
    deleteLater();
}

void CellEdit::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        end(false);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!isWrong()) // stays open, marked, and says why
            end(true);
        break;
    default:
        QLineEdit::keyPressEvent(event);
    }
    event->accept();
}

void CellEdit::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    // A context menu or another window takes the focus for a while only.
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        end(!isWrong());
}

} // namespace ui
