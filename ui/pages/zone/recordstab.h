// SPDX-License-Identifier: GPL-3.0-or-later
// The records of a zone: types to pick, table, editors; all that is done to single records.
#pragma once

#include "app/model/zonemodel.h"
#include "ui/context.h"

#include <QWidget>

#include <optional>

class QAction;

namespace ui {

class ObjectTable;
class TypeChips;

class RecordsTab : public QWidget
{
    Q_OBJECT

public:
    // Actions belong to `owner`, the page: they work in its other tabs, too.
    RecordsTab(Context &context, QWidget *owner, QWidget *parent = nullptr);

    void setZone(const store::Scope &scope, const mail::Zone &zone);
    void setFilter(const QString &text);
    void setError(const std::optional<Error> &error); // of the last reading
    void showCapabilities();

    const model::ZoneModel &rows() const { return m_model; }
    ObjectTable *table() const { return m_table; }
    QAction *createAction() const { return m_create; }
    QAction *deleteAction() const { return m_delete; }
    QAction *importAction() const { return m_import; }
    QList<QAction *> fileActions() const { return {m_import, m_exportZone, m_exportCsv}; }
    QList<QAction *> rowActions() const { return {m_duplicate, m_ttl, m_copy}; }
    void importFile(const QString &file);

    QByteArray saveState() const;
    void restoreState(const QByteArray &state);

signals:
    void countsChanged();
    void ticksChanged(qint64 count);
    void refreshWanted();
    void clearFilterWanted();

private:
    void makeTable();
    void makeActions(QWidget *owner);
    void showState();
    void restoreRow();
    void menu(const QPoint &at);
    void create();
    void edit();
    void duplicate();
    void editTtl();
    void setTtl(qint64 id, int seconds);
    void copyValue();
    void removeChosen();
    void chooseImport();
    void exportAs(bool isCsv);
    QList<mail::ZoneRecord> chosen() const;
    std::optional<mail::ZoneRecord> current() const;
    bool isChangeable(const mail::ZoneRecord &record);

    Context &m_context;
    store::Scope m_scope;
    mail::Zone m_zone;
    model::ZoneModel m_model;
    std::optional<Error> m_error;
    qint64 m_wantedId = 0; // to be made current when it is there
    QByteArray m_wantedView;
    TypeChips *m_types;
    ObjectTable *m_table;
    QAction *m_create;
    QAction *m_edit;
    QAction *m_duplicate;
    QAction *m_ttl;
    QAction *m_copy;
    QAction *m_delete;
    QAction *m_import;
    QAction *m_exportZone;
    QAction *m_exportCsv;
};

} // namespace ui
