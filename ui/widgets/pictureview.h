// SPDX-License-Identifier: GPL-3.0-or-later
// Shows a drawing whose parts can be walked through with the arrow keys and read out, and saves it
// as SVG or PNG. What is drawn and what its parts are called is told by whoever has the figures; a
// table of the same figures is that page's business.
#pragma once

#include <QAbstractScrollArea>
#include <QList>
#include <QPalette>

#include <functional>

class QPainter;

namespace ui {

struct PicturePart
{
    QRectF area;
    QString words; // what it says, for the tooltip and for a screen reader
};

struct Picture
{
    QSizeF size;
    QList<PicturePart> parts; // in the order in which people walk through them
    // Draws into (0, 0, size); `current` is the part that has the keyboard, -1 = none.
    std::function<void(QPainter &painter, const QPalette &palette, int current)> paint;
};

class PictureView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit PictureView(QWidget *parent = nullptr);

    // `draw` is asked for the picture at this width; again when the width changes.
    void setDrawing(std::function<Picture(qreal width)> draw);
    void redraw(); // the figures changed

    int current() const { return m_current; } // -1 = none
    void setCurrent(int part);
    const QList<PicturePart> &parts() const { return m_picture.parts; }
    qreal drawnHeight() const { return m_picture.size.height(); }

    // "SVG" or "PNG" by the ending of the name. False: it could not be written.
    bool save(const QString &file) const;

signals:
    void currentChanged(int part);
    void activated(int part); // Enter, double click

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    QPointF origin() const;
    int partAt(const QPoint &at) const;
    void layOut();
    void tellName();
    void askToSave(const QString &ending);

    std::function<Picture(qreal)> m_draw;
    Picture m_picture;
    int m_current = -1;
};

} // namespace ui
