// SPDX-License-Identifier: GPL-3.0-or-later
// The last page of a wizard: what was done, row by row, and what is next.
#pragma once

#include "app/work/apply.h"

#include <QWidget>

#include <functional>

class QHBoxLayout;
class QPushButton;
class QVBoxLayout;

namespace ui {

class ResultPage : public QWidget
{
    Q_OBJECT

public:
    // `title` is what the wizard shows as its heading.
    explicit ResultPage(const QString &title, QWidget *parent = nullptr);

    void addRows(const QList<work::RowResult> &rows, const QString &domain);
    void addText(const QString &text);
    void addWidget(QWidget *widget);
    // The first one added is the primary button.
    QPushButton *addButton(const QString &text, const QString &name, std::function<void()> does);

private:
    QVBoxLayout *m_body;
    QHBoxLayout *m_buttons;
    bool m_hasPrimary = false;
};

} // namespace ui
