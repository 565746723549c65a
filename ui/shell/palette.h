// SPDX-License-Identifier: GPL-3.0-or-later
// Ctrl+K: every action, page and address by a few letters. Recent first, keys shown, Enter does it.
// Addresses come from a name index that a quiet job builds from the cache when the palette is first
// opened and after the cache changed.
#pragma once

#include "app/store/nameindex.h"
#include "ui/context.h"
#include "ui/shell/navigator.h"

#include <QAction>
#include <QFrame>
#include <QPointer>

#include <memory>

class QLineEdit;
class QListWidget;

namespace ui {

class CommandPalette : public QFrame
{
    Q_OBJECT

public:
    explicit CommandPalette(Context &context, QWidget *window);

    enum class Mode
    {
        Everything,
        Addresses
    };
    void open(Mode mode);
    void close();

    struct Names
    {
        store::NameIndex index;
        QList<store::Scope> scopes; // of the rows' high bits
    };

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    struct Item
    {
        QString id; // remembered among the recent ones
        QString text;
        QString hint; // keys, or where it is
        QString icon;
        int score = 0;
        QPointer<QAction> action;
        Place place;
    };
    void fill();
    void addActions(const QString &typed, QList<Item> &items) const;
    void addPages(const QString &typed, QList<Item> &items) const;
    void addAddresses(const QString &typed, QList<Item> &items) const;
    void run(int row);
    void buildNames();
    void place();
    QStringList recent() const;

    Context &m_context;
    QWidget *m_window;
    QLineEdit *m_field;
    QListWidget *m_list;
    Mode m_mode = Mode::Everything;
    QList<Item> m_items;
    std::shared_ptr<const Names> m_names;
    bool m_namesStale = true;
    bool m_building = false;
    QPointer<QWidget> m_focusBefore;
};

} // namespace ui
