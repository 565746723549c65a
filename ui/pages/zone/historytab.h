// SPDX-License-Identifier: GPL-3.0-or-later
// What was done to the records of a zone, by whom, and the way back: deleted records are restored,
// changes undone, several at once, through the review (S-77). Where the far side keeps no history,
// what was done from this computer.
#pragma once

#include "app/backend/backend.h"
#include "app/mail/zone.h"
#include "app/model/changelistmodel.h"
#include "ui/context.h"

#include <QWidget>

#include <optional>

class QPushButton;

namespace ui {

class ObjectTable;
class Text;

class HistoryTab : public QWidget
{
    Q_OBJECT

public:
    HistoryTab(Context &context, QWidget *parent = nullptr);

    void setZone(const store::Scope &scope, const mail::Zone &zone);
    void load(); // from the beginning
    void setFilter(const QString &text) { m_model.setFilter(text); }

private:
    void read(int page);
    void take(int page, const Result<QList<backend::AuditRow>> &rows);
    void readJournal();
    void showState(const std::optional<Error> &error = {});
    void showButton();
    void takeBack();
    QList<model::ChangeListModel::Line> chosen() const;

    Context &m_context;
    store::Scope m_scope;
    mail::Zone m_zone;
    model::ChangeListModel m_model;
    bool m_isOwn = false; // of this computer's journal
    bool m_isLoading = false;
    int m_page = 0;
    quint64 m_asked = 0; // answers to an earlier question are not taken
    Text *m_hint;
    ObjectTable *m_table;
    QPushButton *m_back;
    QPushButton *m_older;
};

} // namespace ui
