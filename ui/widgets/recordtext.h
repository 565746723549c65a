// SPDX-License-Identifier: GPL-3.0-or-later
// Text of a machine (a DNS record, a line of a protocol) in letters of one width, selectable, with
// a button that copies it.
#pragma once

#include <QWidget>

class QLabel;
class QToolButton;

namespace ui {

class RecordText : public QWidget
{
    Q_OBJECT

public:
    explicit RecordText(const QString &text = {}, QWidget *parent = nullptr);

    void setText(const QString &text); // lines stay lines; long ones wrap
    QString text() const;
    void setWhat(const QString &what); // for the button's name: "Copy %1"

signals:
    void copied();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QLabel *m_label;
    QToolButton *m_copy;
};

} // namespace ui
