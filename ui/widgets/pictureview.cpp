// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/pictureview.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QAccessible>
#include <QContextMenuEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHelpEvent>
#include <QImage>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>
#include <QSvgGenerator>
#include <QToolTip>

namespace ui {

PictureView::PictureView(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    viewport()->setAutoFillBackground(false);
    viewport()->setMouseTracking(true);
}

void PictureView::setDrawing(std::function<Picture(qreal)> draw)
{
    m_draw = std::move(draw);
    m_current = -1;
    layOut();
}

void PictureView::redraw() { layOut(); }

void PictureView::layOut()
{
    m_picture = m_draw ? m_draw(viewport()->width()) : Picture();
    if (m_current >= m_picture.parts.size())
        m_current = -1;
    const QSize size = m_picture.size.toSize();
    horizontalScrollBar()->setRange(0, std::max(0, size.width() - viewport()->width()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    verticalScrollBar()->setRange(0, std::max(0, size.height() - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(scaled(30));
    tellName();
    viewport()->update();
}

QPointF PictureView::origin() const
{
    return {-qreal(horizontalScrollBar()->value()), -qreal(verticalScrollBar()->value())};
}

void PictureView::setCurrent(int part)
{
    const int wanted = part >= 0 && part < m_picture.parts.size() ? part : -1;
    if (wanted == m_current)
        return;
    m_current = wanted;
    if (m_current >= 0) {
        const QRectF area = m_picture.parts.at(m_current).area.translated(origin());
        if (area.top() < 0)
            verticalScrollBar()->setValue(verticalScrollBar()->value() + int(area.top()) - 8);
        else if (area.bottom() > viewport()->height())
            verticalScrollBar()->setValue(verticalScrollBar()->value() +
                                          int(area.bottom() - viewport()->height()) + 8);
    }
    tellName();
    viewport()->update();
    emit currentChanged(m_current);
}

// A drawing has no children that a screen reader could walk: it reads the part that is current.
void PictureView::tellName()
{
    setAccessibleDescription(m_current >= 0 ? m_picture.parts.at(m_current).words : QString());
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

int PictureView::partAt(const QPoint &at) const
{
    const QPointF place = QPointF(at) - origin();
    for (qsizetype i = m_picture.parts.size(); i-- > 0;)
        if (m_picture.parts.at(i).area.contains(place))
            return int(i);
    return -1;
}

bool PictureView::save(const QString &file) const
{
    const QSize size = m_picture.size.toSize();
    if (size.isEmpty() || !m_picture.paint)
        return false;
    const auto draw = [&](QPainter &painter) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setFont(font());
        painter.fillRect(QRect({}, size), colour(Role::Surface, palette()));
        m_picture.paint(painter, palette(), -1);
    };
    if (file.endsWith(QLatin1String(".svg"), Qt::CaseInsensitive)) {
        QSvgGenerator svg;
        svg.setFileName(file);
        svg.setSize(size);
        svg.setViewBox(QRect({}, size));
        svg.setTitle(accessibleName());
        QPainter painter;
        if (!painter.begin(&svg))
            return false;
        draw(painter);
        return painter.end() && QFileInfo(file).size() > 0;
    }
    constexpr int sharp = 2;
    QImage image(size * sharp, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(sharp);
    QPainter painter(&image);
    draw(painter);
    painter.end();
    return image.save(file, "PNG");
}

void PictureView::paintEvent(QPaintEvent *)
{
    if (!m_picture.paint)
        return;
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(origin());
    m_picture.paint(painter, palette(), hasFocus() ? m_current : -1);
}

void PictureView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    layOut();
}

void PictureView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::ApplicationFontChange ||
        event->type() == QEvent::PaletteChange)
        layOut();
}

void PictureView::keyPressEvent(QKeyEvent *event)
{
    const int last = int(m_picture.parts.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Down:
    case Qt::Key_Right:
        setCurrent(std::min(last, m_current + 1));
        return;
    case Qt::Key_Up:
    case Qt::Key_Left:
        setCurrent(std::max(0, m_current - 1));
        return;
    case Qt::Key_Home:
        setCurrent(0);
        return;
    case Qt::Key_End:
        setCurrent(last);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_current >= 0)
            emit activated(m_current);
        return;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void PictureView::mousePressEvent(QMouseEvent *event) { setCurrent(partAt(event->pos())); }

void PictureView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (const int part = partAt(event->pos()); part >= 0)
        emit activated(part);
}

void PictureView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    if (m_current < 0 && event->reason() != Qt::MouseFocusReason)
        setCurrent(0);
    viewport()->update();
}

void PictureView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

void PictureView::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(icon(QStringLiteral("file-down")), tr("Save as SVG…"), this,
                    [this] { askToSave(QStringLiteral("svg")); });
    menu->addAction(icon(QStringLiteral("file-down")), tr("Save as PNG…"), this,
                    [this] { askToSave(QStringLiteral("png")); });
    menu->popup(event->globalPos());
}

void PictureView::askToSave(const QString &ending)
{
    auto *dialog = new QFileDialog(this, tr("Save the picture"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(ending);
    dialog->selectFile(accessibleName() + u'.' + ending);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) { save(file); });
    dialog->open();
}

bool PictureView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int part = partAt(help->pos());
        if (part >= 0)
            QToolTip::showText(help->globalPos(), m_picture.parts.at(part).words, viewport());
        else
            QToolTip::hideText();
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

} // namespace ui
