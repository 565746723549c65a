// SPDX-License-Identifier: GPL-3.0-or-later
// What was done at a service or at all: when, what, by whom, with what result; its rows before and
// after; undo and retry.
#pragma once

#include "app/model/changemodel.h"
#include "app/model/journalmodel.h"
#include "ui/pages/page.h"

class QAction;
class QSplitter;

namespace ui {

class ObjectTable;
class PageHeader;
class Segments;
class Text;

class JournalPage : public Page
{
    Q_OBJECT

public:
    JournalPage(Context &context, const Place &place, QWidget *parent = nullptr);

    void show(const Place &place) override;
    QByteArray saveState() const override;
    void restoreState(const QByteArray &state) override;

private:
    void makeDetails(QSplitter *split);
    void chooseAll(bool all);
    void showAskedFor();
    bool isMoreThanOne() const; // there are changes of other services, or could be
    void showEntry();
    void showState();
    void menu(const QPoint &at);
    std::optional<store::JournalEntry> current() const;

    model::JournalModel m_model;
    model::ChangeModel m_rows;
    PageHeader *m_header;
    Segments *m_whose;
    ObjectTable *m_table;
    QWidget *m_panel = nullptr;
    ObjectTable *m_details;
    Text *m_title;
    Text *m_facts;
    Text *m_reason;
    QAction *m_undo;
    QAction *m_retry;
};

} // namespace ui
