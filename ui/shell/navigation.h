// SPDX-License-Identifier: GPL-3.0-or-later
// The tree on the left: account, its services, their pages. Says whether an account answers;
// shrinks to icons.
#pragma once

#include "ui/context.h"
#include "ui/shell/navigator.h"

#include <QTreeWidget>

namespace ui {

class Navigation : public QTreeWidget
{
    Q_OBJECT

public:
    explicit Navigation(Context &context, QWidget *parent = nullptr);

    void setNarrow(bool narrow);
    bool isNarrow() const { return m_narrow; }
    void show(const Place &place); // marks where we are
    std::optional<Place> firstPlace() const;
    QList<Place> pagesOf(const store::Scope &scope) const; // in the order shown: Alt+1 … Alt+9

protected:
    void changeEvent(QEvent *event) override;
    void drawBranches(QPainter *painter, const QRect &rect,
                      const QModelIndex &index) const override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QStringList told() const;
    void rebuild();
    void tellConnection(const QString &account);
    void open(QTreeWidgetItem *item);

    Context &m_context;
    bool m_narrow = false;
    Place m_shown;
    QStringList m_told; // what the tree was built of
};

} // namespace ui
