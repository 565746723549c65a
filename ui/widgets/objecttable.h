// SPDX-License-Identifier: GPL-3.0-or-later
// The table of every page with rows: sorts by header click, remembers columns, marks the matches of
// the filter, ticks rows, opens, deletes and edits by keyboard, and draws the states empty,
// loading, offline, error and forbidden.
//
// What it shows it asks by app/model/roles.h (icons, tone, pending, words to mark). Ticks are the
// model's (Qt::CheckStateRole of its first column; model::AddressModel keeps a million at no cost);
// the current row is apart from them. Keys: arrows, Home/End, type-ahead in the first column, Space
// ticks, Shift extends, Ctrl+A ticks all, Esc unticks, Enter opens, F2 edits, Delete asks, Menu
// opens the row menu.
#pragma once

#include "app/store/settings.h"
#include "ui/widgets/statepanel.h"
#include "ui/widgets/theme.h"

#include <QHash>
#include <QTableView>

#include <functional>
#include <optional>

namespace ui {

class Columns;
class MessageBar;

// How a cell looks, when it is more than its text.
struct Cell
{
    QString text;
    QStringList icons; // names, drawn before the text; their words belong into the tooltip
    Role role = Role::Text;
    bool isBold = false;           // a change is on its way
    bool isRight = false;          // numbers, sizes, dates: tabular figures
    bool isWordSpare = false;      // the icon says the same: alone where the word does not fit
    bool isElidedInMiddle = false; // addresses: the local part is shortened, never the domain
    QString chip;                  // drawn as a chip after the text, in `chipRole`
    Role chipRole = Role::Muted;
    Role iconRole = Role::Muted;
};

class ObjectTable : public QTableView
{
    Q_OBJECT

public:
    explicit ObjectTable(QWidget *parent = nullptr);

    // Remembers order, widths, hidden columns and sort under `name`; call after setModel().
    void remember(store::Settings &settings, const QString &name);
    void setDense(bool dense);

    // By default a cell is its DisplayRole, right-aligned where the model says so.
    void setLook(int column, std::function<Cell(const QModelIndex &)> look);
    Cell cellOf(const QModelIndex &index) const;
    // This one takes the spare width, by default the first; the others give way before it has less
    // than `least`.
    void setStretch(int column, int least = 0);
    // Until the user chose widths, the column grows to what its shown rows need, up to `most`.
    void setFollow(int column, int most);

    // The menu of columns, below the header; a right click on it has the same.
    void chooseColumns();

    void setTicks(bool on); // tick boxes before the first column; off by default
    bool hasTicks() const { return m_ticks; }
    qint64 tickedCount() const;
    bool isTicked(int row) const;
    QList<int> tickedRows() const; // ascending
    // The ticked rows, or the current one when none is ticked: what an action is about.
    QList<int> chosenRows() const;
    void clearTicks();
    int currentRow() const; // -1 = none
    void setCurrentRow(int row);

    void setFilterText(const QString &text); // its words are marked in the cells
    QString filterText() const { return m_filterText; }

    // Ready, Empty with rows, Error with rows: the rows stay. A row-less table shows the panel; an
    // error or offline with rows puts one line above them.
    void setState(PageState state, const QString &title = {}, const QString &text = {},
                  const QString &actionText = {}, const std::function<void()> &action = {},
                  const QString &details = {}); // these of the line above the rows
    PageState state() const;

    // Sorting asked by the header; the model does it by sort().
    std::optional<std::pair<int, Qt::SortOrder>> sorting() const;

    void setModel(QAbstractItemModel *model) override;
    int tickWidth() const; // of the box with its margins, 0 without ticks

    // For going back: current row, scroll.
    QByteArray saveView() const;
    void restoreView(const QByteArray &state);

signals:
    void opened(const QModelIndex &index); // Enter, double click
    void deleteWanted();                   // Delete; see chosenRows()
    void menuWanted(const QPoint &global); // right click or Menu key; see chosenRows()
    void ticksChanged(qint64 count);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void leaveEvent(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void updateGeometries() override;
    QItemSelectionModel::SelectionFlags
    selectionCommand(const QModelIndex &index, const QEvent *event = nullptr) const override;

private:
    friend class ObjectDelegate;
    friend class ObjectHeader;
    void tickRange(int from, int to, bool on);
    void tickAll();
    void toggle(int row);
    Qt::CheckState ticksTogether() const;
    void tellTicks();
    void layoutOver();
    void tellState();
    void openRow(const QModelIndex &index);
    bool isOnTick(const QPoint &at) const;
    void typeAhead(const QString &text);

    Columns *m_columns;
    QHash<int, std::function<Cell(const QModelIndex &)>> m_looks;
    QString m_filterText;
    QStringList m_words;
    bool m_told = false;
    bool m_ticks = false;
    bool m_dense = false;
    int m_anchor = -1;
    int m_hovered = -1;
    QString m_typed;
    qint64 m_typedAt = 0;
    StatePanel *m_panel = nullptr;
    MessageBar *m_bar = nullptr;
};

} // namespace ui
