// SPDX-License-Identifier: GPL-3.0-or-later
// One of a few words that stand side by side, the usual one first: arrow keys choose, Tab goes on
// to the next control.
#pragma once

#include <QWidget>

class QButtonGroup;

namespace ui {

class Segments : public QWidget
{
    Q_OBJECT

public:
    // `label` says what is chosen; it goes before each word for those who do not see the row. The
    // object names of the words end in .0, .1 …
    Segments(const QString &name, const QString &label, const QStringList &words,
             QWidget *parent = nullptr);

    int chosen() const;
    void choose(int at); // without changed()

signals:
    void changed(int at);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QButtonGroup *m_group;
};

} // namespace ui
