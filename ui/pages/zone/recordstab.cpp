// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/zone/recordstab.h"

#include "app/model/text.h"
#include "app/wire/dns/recordvalue.h"
#include "app/wire/dns/zonetext.h"
#include "ui/pages/zone/importdialog.h"
#include "ui/pages/zone/recorddialog.h"
#include "ui/pages/zone/typechips.h"
#include "ui/pages/zone/zonefiles.h"
#include "ui/shell/actions.h"
#include "ui/shell/changes.h"
#include "ui/shell/messages.h"
#include "ui/widgets/celledit.h"
#include "ui/widgets/objecttable.h"

#include <QClipboard>
#include <QDataStream>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLocale>
#include <QMenu>
#include <QVBoxLayout>

namespace ui {

namespace {

QString labelOf(const mail::ZoneRecord &record) { return mail::refOf(record).label; }

// -1: no time that a record may have.
int ttlFrom(const QString &text)
{
    const auto seconds = wire::secondsFrom(text.toUtf8());
    return seconds && *seconds >= quint32(mail::minTtl) && *seconds <= quint32(mail::maxTtl)
               ? int(*seconds)
               : -1;
}

} // namespace

RecordsTab::RecordsTab(Context &context, QWidget *owner, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_model(context.cache, context.clock)
{
    setObjectName(QStringLiteral("zone.records"));
    makeTable();
    makeActions(owner);
    m_model.setPending([this] {
        return m_context.changes.pending(m_scope, QLatin1String(mail::ZoneRecord::kind));
    });
    connect(&context.changes, &Changes::pendingChanged, &m_model,
            &model::ZoneModel::pendingChanged);
    connect(m_types, &TypeChips::pickedChanged, this, [this] {
        m_model.setTypes(m_types->picked());
        showState();
    });
    connect(&m_model, &model::ZoneModel::countsChanged, this, [this] {
        m_types->setCounts(m_model.typeCounts());
        m_exportZone->setEnabled(m_model.total() > 0);
        m_exportCsv->setEnabled(m_model.shown() > 0);
        if (m_wantedId != 0)
            restoreRow();
        showState();
        emit countsChanged();
    });
    // All rows are made anew when many differ: the view stays where it was.
    connect(&m_model, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        const auto record = current();
        if (record && m_wantedId == 0)
            m_wantedId = record->id;
        if (m_wantedView.isEmpty())
            m_wantedView = m_table->saveView();
    });
    connect(&m_model, &QAbstractItemModel::modelReset, this, &RecordsTab::restoreRow);
    connect(m_table, &ObjectTable::ticksChanged, this, &RecordsTab::ticksChanged);
    connect(m_table, &ObjectTable::opened, this, &RecordsTab::edit);
    connect(m_table, &ObjectTable::deleteWanted, this, &RecordsTab::removeChosen);
    connect(m_table, &ObjectTable::menuWanted, this, &RecordsTab::menu);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &RecordsTab::showCapabilities);
}

void RecordsTab::makeTable()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_types = new TypeChips(this);
    m_types->setContentsMargins(grid(3), grid(), grid(3), grid());
    column->addWidget(m_types);
    m_table = new ObjectTable(this);
    m_table->setObjectName(QStringLiteral("zone.table"));
    m_table->setAccessibleName(tr("Records"));
    m_table->setTicks(true);
    m_table->setModel(&m_model);
    m_table->setStretch(model::ZoneModel::Value, scaled(240));
    const std::tuple<int, int, int> widths[] = {{model::ZoneModel::Name, 240, 420},
                                                {model::ZoneModel::Type, 80, 100},
                                                {model::ZoneModel::Ttl, 90, 130},
                                                {model::ZoneModel::Updated, 110, 150}};
    for (const auto &[section, width, most] : widths) {
        m_table->setColumnWidth(section, scaled(width));
        m_table->setFollow(section, scaled(most));
    }
    // A name that stands above already steps back, so that what belongs together is one group.
    m_table->setLook(model::ZoneModel::Name, [](const QModelIndex &index) {
        Cell cell;
        cell.text = index.data().toString();
        cell.isBold = index.data(model::PendingRole).toBool();
        if (const QString icon = index.data(model::IconRole).toString(); !icon.isEmpty())
            cell.icons.append(icon);
        cell.role = index.data(model::RepeatsRole).toBool() ? Role::Muted : Role::Text;
        return cell;
    });
    m_table->setLook(model::ZoneModel::Type, [](const QModelIndex &index) {
        Cell cell;
        cell.chip = index.data().toString();
        cell.chipRole = index.data(model::PendingRole).toBool() ? Role::Accent : Role::Muted;
        return cell;
    });
    m_table->remember(m_context.settings, QStringLiteral("zone/table"));
    column->addWidget(m_table, 1);
}

void RecordsTab::makeActions(QWidget *owner)
{
    Actions &actions = m_context.actions;
    const auto add = [&](const char *id, const QString &text, const char *icon,
                         const QKeySequence &keys, auto does) {
        QAction *action = actions.add(QLatin1String(id), text, QLatin1String(icon), keys, owner);
        connect(action, &QAction::triggered, this, does);
        return action;
    };
    m_create = add("zone.create", tr("New record"), "plus", QKeySequence::New, &RecordsTab::create);
    m_edit = add("zone.edit", tr("Edit…"), "pencil", {}, &RecordsTab::edit);
    m_duplicate = add("zone.duplicate", tr("New record like this…"), "copy",
                      QKeySequence(tr("Ctrl+D")), &RecordsTab::duplicate);
    m_ttl = add("zone.ttl", tr("Edit the TTL"), "clock", QKeySequence(Qt::Key_F2),
                &RecordsTab::editTtl);
    m_copy = add("zone.copy", tr("Copy the value"), "clipboard", QKeySequence::Copy,
                 &RecordsTab::copyValue);
    m_delete = add("zone.delete", tr("Delete…"), "trash-2", {}, &RecordsTab::removeChosen);
    m_import =
        add("zone.import", tr("Import a zone file…"), "import", {}, &RecordsTab::chooseImport);
    m_exportZone = add("zone.exportZone", tr("Export as a zone file…"), "file-text", {},
                       [this] { exportAs(false); });
    m_exportCsv = add("zone.exportCsv", tr("Export these rows to CSV…"), "file-down", {},
                      [this] { exportAs(true); });
}

void RecordsTab::setZone(const store::Scope &scope, const mail::Zone &zone)
{
    if (!(scope == m_scope) || zone.name != m_zone.name)
        m_types->clear();
    m_scope = scope;
    m_zone = zone;
    m_model.setZone(scope, zone.name);
    showCapabilities();
    showState();
}

void RecordsTab::setFilter(const QString &text)
{
    m_model.setFilter(text);
    showState();
}

void RecordsTab::setError(const std::optional<Error> &error)
{
    m_error = error;
    showState();
}

void RecordsTab::showState()
{
    if (m_zone.name.isEmpty())
        return;
    const bool wasRead =
        m_context.cache.readAt(m_scope, QStringLiteral("record"), m_zone.name).isValid();
    if (m_error && m_error->kind != Error::Kind::Cancelled) {
        const bool isForbidden =
            m_error->kind == Error::Kind::Forbidden || m_error->kind == Error::Kind::Unauthorized;
        m_table->setState(
            m_error->kind == Error::Kind::Offline ? PageState::Offline
            : isForbidden                         ? PageState::Forbidden
                                                  : PageState::Error,
            wasRead ? tr("The records were not refreshed") : tr("The records were not read yet"),
            sentenceFor(*m_error).text, tr("Retry"), [this] { emit refreshWanted(); });
    } else if (m_model.shown() > 0) {
        m_table->setState(PageState::Ready);
    } else if (m_model.total() > 0) {
        m_table->setState(PageState::Empty, tr("No record matches"),
                          m_model.filter().isEmpty()
                              ? tr("There is no record of these types.")
                              : tr("Nothing contains “%1”, neither in the name nor in the value.")
                                    .arg(m_model.filter()),
                          tr("Clear the filter"), [this] {
                              m_types->clear();
                              emit clearFilterWanted();
                          });
    } else if (wasRead) {
        m_table->setState(PageState::Empty, tr("No records yet"),
                          tr("Create the first one (Ctrl+N), or import a zone file."),
                          m_create->text(), [this] { create(); });
    } else {
        m_table->setState(PageState::Loading, tr("Reading the records"));
    }
}

void RecordsTab::showCapabilities()
{
    const mail::Capabilities capabilities = m_context.changes.capabilities(m_scope);
    const bool hasZone = !m_zone.name.isEmpty();
    const bool hasRow = hasZone && m_table->currentRow() >= 0;
    const auto tell = [](QAction *action, bool isThere, const mail::Capabilities::Answer &answer) {
        action->setEnabled(isThere && answer);
        action->setToolTip(answer ? action->text().remove(u'…') : reasonText(answer.reason));
    };
    const auto create = capabilities.can(mail::Verb::Create, u"record");
    tell(m_create, hasZone, create);
    tell(m_import, hasZone, create);
    tell(m_duplicate, hasRow, create);
    tell(m_edit, hasRow, capabilities.can(mail::Verb::Update, u"record", u"target"));
    tell(m_ttl, hasRow, capabilities.can(mail::Verb::Update, u"record", u"ttl"));
    tell(m_delete, hasZone, capabilities.can(mail::Verb::Remove, u"record"));
    m_copy->setEnabled(hasRow);
}

QByteArray RecordsTab::saveState() const
{
    QByteArray state;
    QDataStream out(&state, QIODevice::WriteOnly);
    const auto record = current();
    out << (record ? record->id : qint64(0)) << m_table->saveView();
    return state;
}

void RecordsTab::restoreState(const QByteArray &state)
{
    QDataStream in(state);
    in >> m_wantedId >> m_wantedView;
    restoreRow();
    m_table->setFocus();
}

void RecordsTab::restoreRow()
{
    const int row = m_model.rowOf(m_wantedId);
    if (row < 0)
        return;
    if (!m_wantedView.isEmpty())
        m_table->restoreView(m_wantedView);
    m_table->setCurrentRow(row);
    m_wantedId = 0;
    m_wantedView.clear();
}

std::optional<mail::ZoneRecord> RecordsTab::current() const
{
    return m_model.record(m_table->currentRow());
}

QList<mail::ZoneRecord> RecordsTab::chosen() const
{
    auto records = m_model.tickedRecords();
    if (const auto record = current(); record && records.isEmpty())
        records.append(*record);
    records.removeIf(
        [](const mail::ZoneRecord &record) { return !model::ZoneModel::isThere(record); });
    return records;
}

bool RecordsTab::isChangeable(const mail::ZoneRecord &record)
{
    const auto type = wire::typeFromWord(record.type.toLatin1());
    const QString why =
        !model::ZoneModel::isThere(record)
            ? tr("This record is staged or on its way. Review the staged changes to change it.")
        : mail::isOfHost(record) || !type || !wire::isWritable(*type)
            ? tr("%1: the host looks after this record; it cannot be changed here.")
                  .arg(labelOf(record))
            : QString();
    if (!why.isEmpty())
        m_context.messages.say({Messages::Kind::Information, why, {}, {}, {}});
    return why.isEmpty();
}

void RecordsTab::menu(const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("zone.menu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    menu->addActions({m_edit, m_ttl, m_duplicate, m_copy});
    menu->addSeparator();
    menu->addAction(m_delete);
    menu->popup(at);
}

void RecordsTab::create()
{
    if (!m_create->isEnabled())
        return;
    mail::ZoneRecord record;
    record.zone = m_zone.name;
    record.service = m_zone.service;
    // What is looked at is what is made, more often than not.
    if (const QSet<QString> types = m_types->picked(); types.size() == 1)
        record.type = *types.cbegin();
    (new RecordDialog(m_context, m_scope, m_zone, record, this))->open();
}

void RecordsTab::edit()
{
    const auto record = current();
    if (record && m_edit->isEnabled() && isChangeable(*record))
        (new RecordDialog(m_context, m_scope, m_zone, *record, this))->open();
}

void RecordsTab::duplicate()
{
    auto record = current();
    if (!record || !m_duplicate->isEnabled())
        return;
    record->id = 0;
    record->version.reset();
    record->updatedAt.reset();
    (new RecordDialog(m_context, m_scope, m_zone, *record, this))->open();
}

void RecordsTab::editTtl()
{
    const auto record = current();
    if (!record || !m_ttl->isEnabled() || !isChangeable(*record))
        return;
    if (m_table->isColumnHidden(model::ZoneModel::Ttl))
        m_table->setColumnHidden(model::ZoneModel::Ttl, false);
    auto *editor = new CellEdit(
        m_table, m_model.index(m_table->currentRow(), model::ZoneModel::Ttl),
        QString::number(record->ttl.value_or(mail::usualTtl)), [](const QString &text) {
            return ttlFrom(text) > 0
                       ? QString()
                       : tr("Seconds, or a time such as 1h: between %1 and %2 seconds.")
                             .arg(QLocale().toString(mail::minTtl),
                                  QLocale().toString(mail::maxTtl));
        });
    editor->setObjectName(QStringLiteral("zone.ttlCell"));
    editor->setAccessibleName(tr("TTL"));
    connect(editor, &CellEdit::accepted, this,
            [this, id = record->id](const QString &text) { setTtl(id, ttlFrom(text)); });
}

void RecordsTab::setTtl(qint64 id, int seconds)
{
    auto known = m_context.cache.record(m_scope, m_zone.name, id);
    if (!known)
        return;
    // What is staged comes first when all is applied, so this one begins there.
    if (const auto staged = m_context.changes.pending(m_scope, mail::refOf(*known)))
        (void)mail::patch(*known, staged->after).has_value();
    mail::ZoneRecord wish = *known;
    wish.ttl = seconds;
    const mail::Change change = mail::difference(*known, wish);
    if (change.isEmpty())
        return;
    m_context.changes.applyNow(
        m_scope, {tr("TTL of %1").arg(labelOf(*known)), {change}},
        tr("The TTL of %1 is now %2.").arg(labelOf(*known), model::ttlText(seconds)), this);
}

void RecordsTab::copyValue()
{
    QStringList values;
    for (const mail::ZoneRecord &record : chosen())
        values.append(record.target);
    if (values.isEmpty())
        return;
    QGuiApplication::clipboard()->setText(values.join(u'\n'));
    m_context.messages.confirm(tr("%Ln value(s) copied.", nullptr, int(values.size())));
}

void RecordsTab::removeChosen()
{
    if (!m_delete->isEnabled())
        return;
    auto records = chosen();
    if (records.size() == 1 && !isChangeable(records.first()))
        return;
    records.removeIf([](const mail::ZoneRecord &record) { return mail::isOfHost(record); });
    mail::ChangeSet set;
    for (const mail::ZoneRecord &record : qAsConst(records))
        set.changes.append(mail::removal(record));
    if (set.changes.isEmpty())
        return;
    set.title = set.changes.size() == 1
                    ? tr("Delete %1").arg(labelOf(records.first()))
                    : tr("Delete %Ln records", nullptr, int(set.changes.size()));
    m_context.changes.review(m_scope, set, this, this,
                             [this](const Result<work::ApplyReport> &report) {
                                 if (report && report->failed == 0)
                                     m_table->clearTicks();
                             });
}

void RecordsTab::chooseImport()
{
    auto *dialog = new QFileDialog(this, tr("Import a zone file into %1").arg(m_zone.nameIdn));
    dialog->setObjectName(QStringLiteral("zone.importDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptOpen);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Zone files (*.zone *.db *.txt *.hosts)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &RecordsTab::importFile);
    dialog->open();
}

void RecordsTab::importFile(const QString &file)
{
    if (m_import->isEnabled())
        (new ImportDialog(m_context, m_scope, m_zone, file, this))->open();
}

void RecordsTab::exportAs(bool isCsv)
{
    QList<mail::ZoneRecord> records;
    if (isCsv) {
        for (int row = 0; row < m_model.shown(); ++row)
            if (const auto record = m_model.record(row);
                record && model::ZoneModel::isThere(*record))
                records.append(*record);
    } else {
        records = m_context.cache.records(m_scope, m_zone.name);
    }
    auto *dialog = new QFileDialog(this, tr("Export %Ln records", nullptr, int(records.size())));
    dialog->setObjectName(QStringLiteral("zone.exportDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(isCsv ? tr("Comma-separated values (*.csv)") : tr("Zone files (*.zone)"));
    dialog->setDefaultSuffix(isCsv ? QStringLiteral("csv") : QStringLiteral("zone"));
    dialog->selectFile(m_zone.name + (isCsv ? QStringLiteral(".csv") : QStringLiteral(".zone")));
    connect(dialog, &QFileDialog::fileSelected, this, [this, records, isCsv](const QString &file) {
        m_context.jobs.run(
            tr("Export records"), {},
            [zone = m_zone, records, isCsv, file](Progress &) {
                return writeRecords(zone, records, isCsv, file);
            },
            this,
            [this, file](const Result<int> &written) {
                if (written)
                    m_context.messages.confirm(
                        tr("%Ln records were written to %1.", nullptr, *written).arg(file));
                else
                    m_context.messages.error(written.error());
            });
    });
    dialog->open();
}

} // namespace ui
