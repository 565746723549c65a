// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/zone/historytab.h"

#include "app/work/apply.h"
#include "ui/shell/accounts.h"
#include "ui/shell/changes.h"
#include "ui/shell/messages.h"
#include "ui/widgets/objecttable.h"
#include "ui/widgets/text.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

constexpr int rowsOfAPage = 100;      // as the far side gives them
constexpr int ownEntriesAtMost = 500; // of the journal that are looked through

} // namespace

HistoryTab::HistoryTab(Context &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_model(context.clock)
{
    setObjectName(QStringLiteral("zone.history"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(grid(3), grid(2), grid(3), grid(2));
    column->setSpacing(grid());
    auto *top = new QHBoxLayout;
    top->setSpacing(grid(2));
    m_hint = Text::muted({}, this);
    m_hint->setObjectName(QStringLiteral("zone.history.hint"));
    m_hint->setWordWrap(true);
    m_back = new QPushButton(this);
    m_back->setObjectName(QStringLiteral("zone.history.takeBack"));
    m_back->setAutoDefault(false);
    top->addWidget(m_hint, 1);
    top->addWidget(m_back, 0, Qt::AlignTop);
    column->addLayout(top);

    m_table = new ObjectTable(this);
    m_table->setObjectName(QStringLiteral("zone.history.table"));
    m_table->setAccessibleName(tr("What was done to the records"));
    m_table->setTicks(true);
    m_table->setModel(&m_model);
    m_table->setStretch(model::ChangeListModel::After, scaled(160));
    const std::tuple<int, int, int> widths[] = {
        {model::ChangeListModel::What, 120, 160}, {model::ChangeListModel::Name, 170, 260},
        {model::ChangeListModel::Type, 60, 90},   {model::ChangeListModel::Before, 150, 210},
        {model::ChangeListModel::When, 100, 150}, {model::ChangeListModel::By, 110, 180}};
    for (const auto &[section, width, most] : widths) {
        m_table->setColumnWidth(section, scaled(width));
        m_table->setFollow(section, scaled(most));
    }
    m_table->remember(context.settings, QStringLiteral("zone/history"));
    m_table->setSortingEnabled(false); // newest first, always
    column->addWidget(m_table, 1);
    m_older = new QPushButton(tr("Show older"), this);
    m_older->setObjectName(QStringLiteral("zone.history.older"));
    m_older->setAutoDefault(false);
    column->addWidget(m_older, 0, Qt::AlignLeft);

    connect(m_back, &QPushButton::clicked, this, &HistoryTab::takeBack);
    connect(m_older, &QPushButton::clicked, this, [this] { read(m_page + 1); });
    connect(m_table, &ObjectTable::ticksChanged, this, &HistoryTab::showButton);
    connect(m_table, &ObjectTable::opened, this, &HistoryTab::takeBack);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &HistoryTab::showButton);
    connect(&context.journal, &store::Journal::changed, this, [this] {
        if (m_isOwn && isVisible())
            readJournal();
    });
    showButton();
}

void HistoryTab::setZone(const store::Scope &scope, const mail::Zone &zone)
{
    const bool isOther = !(scope == m_scope) || zone.name != m_zone.name;
    m_scope = scope;
    m_zone = zone;
    if (!isOther)
        return;
    m_model.setLines({});
    m_page = 0;
    m_isOwn = false;
    if (isVisible())
        load();
}

void HistoryTab::load()
{
    m_page = 0;
    m_isOwn = false;
    read(1);
}

void HistoryTab::read(int page)
{
    const auto backend = m_context.accounts.backend(m_scope.account);
    if (!backend) {
        take(page, Error{Error::Kind::Offline, {}, {}, {}, 0});
        return;
    }
    m_isLoading = true;
    showState();
    const quint64 asked = ++m_asked;
    m_context.jobs.run(
        tr("History of %1").arg(m_zone.nameIdn),
        {QStringLiteral("read:%1").arg(m_scope.account), true},
        [backend, zone = m_zone, page](Progress &progress) {
            return backend->zoneHistory(zone, page, progress);
        },
        this,
        [this, asked, page](const Result<QList<backend::AuditRow>> &rows) {
            if (asked == m_asked)
                take(page, rows);
        });
}

void HistoryTab::take(int page, const Result<QList<backend::AuditRow>> &rows)
{
    m_isLoading = false;
    if (!rows) {
        // What was done from here is known without asking.
        if (page == 1)
            readJournal();
        const bool isNews = rows.error().kind != Error::Kind::Unsupported &&
                            rows.error().kind != Error::Kind::Cancelled;
        showState(isNews ? std::optional(rows.error()) : std::nullopt);
        return;
    }
    m_page = page;
    m_isOwn = false;
    QList<model::ChangeListModel::Line> lines;
    for (const backend::AuditRow &row : *rows) {
        if (row.change.object.kind != QLatin1String(mail::ZoneRecord::kind))
            continue;
        const bool can = work::canUndo(row.change);
        lines.append(
            {row.change, row.at, row.by, can, can ? QString() : tr("This cannot be taken back.")});
    }
    if (page == 1)
        m_model.setLines(lines);
    else
        m_model.append(lines);
    m_older->setVisible(rows->size() >= rowsOfAPage);
    showState();
}

void HistoryTab::readJournal()
{
    m_isOwn = true;
    QList<model::ChangeListModel::Line> lines;
    for (const store::JournalEntry &entry : m_context.journal.entries(ownEntriesAtMost)) {
        if (!(entry.scope == m_scope))
            continue;
        std::for_each(entry.rows.crbegin(), entry.rows.crend(), [&](const store::JournalRow &row) {
            const mail::Change &change = row.effective;
            if (row.state == store::JournalRow::State::Done &&
                change.object.kind == QLatin1String(mail::ZoneRecord::kind) &&
                change.object.parent == m_zone.name)
                lines.append({change, entry.at, entry.by, work::canUndo(change), {}});
        });
    }
    m_model.setLines(lines);
    m_older->hide();
    showState();
}

void HistoryTab::showState(const std::optional<Error> &error)
{
    m_hint->setText(m_isOwn
                        ? tr("What was done from this computer: there is no other history. Tick "
                             "what shall be taken back.")
                        : tr("Tick what shall be taken back: deleted records are restored, changes "
                             "undone."));
    m_older->setVisible(m_older->isVisible() && !m_isOwn);
    if (m_page == 0)
        m_older->hide();
    if (error) {
        m_table->setState(error->kind == Error::Kind::Offline     ? PageState::Offline
                          : error->kind == Error::Kind::Forbidden ? PageState::Forbidden
                                                                  : PageState::Error,
                          tr("The history was not read"), sentenceFor(*error).text, tr("Retry"),
                          [this] { load(); });
    } else if (m_model.total() > 0) {
        m_table->setState(m_model.rowCount() > 0 ? PageState::Ready : PageState::Empty,
                          tr("No line matches"),
                          tr("Nothing contains “%1”.").arg(m_model.filter()));
    } else if (m_isLoading) {
        m_table->setState(PageState::Loading, tr("Reading the history"));
    } else {
        m_table->setState(PageState::Empty, tr("Nothing was done yet"),
                          tr("Every change of a record is listed here, with what it was before."));
    }
    showButton();
}

QList<model::ChangeListModel::Line> HistoryTab::chosen() const
{
    auto lines = m_model.tickedLines();
    if (lines.isEmpty())
        if (const auto current = m_model.line(m_table->currentRow());
            current && current->isPickable)
            lines.append(*current);
    return lines;
}

void HistoryTab::showButton()
{
    const auto lines = chosen();
    const bool restores =
        !lines.isEmpty() && std::all_of(lines.cbegin(), lines.cend(), [](const auto &line) {
            return line.change.verb == mail::Verb::Remove;
        });
    m_back->setText(restores ? tr("Restore %Ln deleted record(s)…", nullptr, int(lines.size()))
                    : lines.isEmpty() ? tr("Take back…")
                                      : tr("Take %Ln change(s) back…", nullptr, int(lines.size())));
    m_back->setAccessibleName(m_back->text());
    const auto can = m_context.changes.capabilities(m_scope).can(mail::Verb::Create, u"record");
    m_back->setEnabled(!lines.isEmpty() && can);
    m_back->setToolTip(!can              ? reasonText(can.reason)
                       : lines.isEmpty() ? tr("Tick a line that can be taken back.")
                                         : QString());
}

void HistoryTab::takeBack()
{
    if (!m_back->isEnabled())
        return;
    const auto lines = chosen();
    mail::ChangeSet set;
    for (const auto &line : lines) // the newest first: what came later goes first
        set.changes.append(work::takenBack(line.change));
    set.title = QString(m_back->text()).remove(u'…');
    m_context.changes.review(m_scope, set, this, this,
                             [this](const Result<work::ApplyReport> &report) {
                                 if (report && report->failed == 0)
                                     m_table->clearTicks();
                                 if (!m_isOwn)
                                     load();
                             });
}

} // namespace ui
