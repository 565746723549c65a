// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/journal/journalpage.h"

#include "app/model/text.h"
#include "ui/shell/accounts.h"
#include "ui/shell/actions.h"
#include "ui/shell/changes.h"
#include "ui/shell/messages.h"
#include "ui/shell/servicename.h"
#include "ui/widgets/objecttable.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/segments.h"
#include "ui/widgets/text.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>

namespace ui {

namespace {

const QString allName = QStringLiteral("journal/all");

// A button that does what an action does and tells the same reason when it cannot.
QPushButton *buttonFor(QAction *action, QWidget *parent)
{
    auto *button = new QPushButton(action->icon(), action->text(), parent);
    button->setObjectName(QStringLiteral("button.%1").arg(action->objectName()));
    button->setAutoDefault(false);
    const auto follow = [button, action] {
        button->setEnabled(action->isEnabled());
        button->setToolTip(action->toolTip());
        button->setAccessibleName(action->text());
    };
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
    QObject::connect(action, &QAction::changed, button, follow);
    follow();
    return button;
}

} // namespace

JournalPage::JournalPage(Context &context, const Place &place, QWidget *parent)
    : Page(context, place, parent)
    , m_model(context.journal, context.clock)
    , m_rows(phrases())
{
    setObjectName(QStringLiteral("page.journal"));
    m_undo = context.actions.add(QStringLiteral("journal.undo"), tr("Undo…"),
                                 QStringLiteral("undo-2"), {}, this);
    m_retry = context.actions.add(QStringLiteral("journal.retry"), tr("Retry what failed"),
                                  QStringLiteral("rotate-cw"), {}, this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_header = new PageHeader(this);
    m_header->setTitle(tr("Journal"));
    m_whose = new Segments(QStringLiteral("journal.whose"), tr("Changes of"),
                           {tr("This service"), tr("All services")}, this);
    m_header->addWidget(m_whose);
    column->addWidget(m_header);
    auto *split = new QSplitter(Qt::Vertical, this);
    split->setObjectName(QStringLiteral("journal.split"));
    split->setChildrenCollapsible(false);
    column->addWidget(split, 1);
    m_table = new ObjectTable(split);
    m_table->setObjectName(QStringLiteral("journal.table"));
    m_table->setAccessibleName(tr("What was done"));
    m_model.setNames([this](const store::Scope &scope) {
        return fullServiceName(m_context.accounts, m_context.cache, scope);
    });
    m_table->setModel(&m_model);
    m_table->setStretch(model::JournalModel::Title);
    const std::tuple<int, int, int> widths[] = {{model::JournalModel::When, 130, 200},
                                                {model::JournalModel::Where, 190, 300},
                                                {model::JournalModel::By, 150, 260},
                                                {model::JournalModel::State, 110, 200}};
    for (const auto &[section, width, most] : widths) {
        m_table->setColumnWidth(section, scaled(width));
        m_table->setFollow(section, scaled(most));
    }
    m_table->remember(context.settings, QStringLiteral("journal/entries"));
    m_table->setSortingEnabled(false); // newest first, always
    split->addWidget(m_table);
    takeFocusAt(m_table);
    makeDetails(split);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);

    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &JournalPage::showEntry);
    connect(m_table, &ObjectTable::menuWanted, this, &JournalPage::menu);
    connect(m_whose, &Segments::changed, this, [this](int at) { chooseAll(at == 1); });
    connect(m_table, &ObjectTable::opened, this, [this] { m_details->setFocus(); });
    const auto changed = [this] {
        if (m_table->currentRow() < 0)
            m_table->setCurrentRow(0);
        showState();
        showEntry();
    };
    connect(&m_model, &QAbstractItemModel::modelReset, this, changed);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, changed);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, changed);
    connect(m_undo, &QAction::triggered, this, [this] {
        if (const auto entry = current())
            m_context.changes.undo(entry->id, this);
    });
    connect(m_retry, &QAction::triggered, this, [this] {
        if (const auto entry = current())
            m_context.changes.retry(entry->id);
    });
    connect(&context.accounts, &Accounts::listChanged, this, [this] {
        showState();
        showEntry();
        m_table->viewport()->update(); // accounts are named in it
    });
    // As it was left, where there is more than one to choose from.
    chooseAll(context.settings.value(allName).toBool() && isMoreThanOne());
    changed();
    showAskedFor();
}

void JournalPage::show(const Place &place)
{
    Page::show(place);
    showAskedFor();
}

// The tab of a place is here the entry that is asked for.
void JournalPage::showAskedFor()
{
    if (const qint64 entry = m_place.tab.toLongLong())
        m_table->setCurrentRow(m_model.rowOf(entry));
}

bool JournalPage::isMoreThanOne() const
{
    int services = 0;
    for (const mail::Account &account : m_context.accounts.list())
        services += int(m_context.cache.services(account.id).size());
    return services > 1 || m_context.journal.count() > m_context.journal.count(m_place.scope);
}

void JournalPage::chooseAll(bool all)
{
    if (isMoreThanOne())
        m_context.settings.setValue(allName, all);
    m_whose->choose(all ? 1 : 0);
    m_table->setColumnHidden(model::JournalModel::Where, !all);
    m_model.setScope(all ? std::nullopt : std::optional(m_place.scope));
    showState();
}

void JournalPage::makeDetails(QSplitter *split)
{
    m_panel = new QWidget(split);
    auto *panel = m_panel;
    auto *column = new QVBoxLayout(panel);
    column->setContentsMargins(grid(3), grid(2), grid(3), grid(2));
    column->setSpacing(grid());
    auto *line = new QHBoxLayout;
    line->setSpacing(grid());
    auto *words = new QVBoxLayout;
    words->setSpacing(scaled(2));
    m_title = Text::section({}, panel);
    m_title->setObjectName(QStringLiteral("journal.title"));
    m_facts = Text::muted({}, panel);
    m_facts->setObjectName(QStringLiteral("journal.facts"));
    for (Text *text : {m_title, m_facts}) {
        text->setElided(true);
        text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        words->addWidget(text);
    }
    line->addLayout(words, 1);
    line->addWidget(buttonFor(m_retry, panel));
    line->addWidget(buttonFor(m_undo, panel));
    column->addLayout(line);
    m_reason = Text::muted({}, panel);
    m_reason->setObjectName(QStringLiteral("journal.reason"));
    m_reason->setWordWrap(true);
    column->addWidget(m_reason);
    m_details = new ObjectTable(panel);
    m_details->setObjectName(QStringLiteral("journal.details"));
    m_details->setAccessibleName(tr("Before and after"));
    m_details->setModel(&m_rows);
    m_details->setStretch(model::ChangeModel::Outcome, scaled(120));
    const std::tuple<int, int, int> widths[] = {{model::ChangeModel::Object, 200, 320},
                                                {model::ChangeModel::Field, 120, 220},
                                                {model::ChangeModel::Before, 100, 260},
                                                {model::ChangeModel::After, 120, 260}};
    for (const auto &[section, width, most] : widths) {
        m_details->setColumnWidth(section, scaled(width));
        m_details->setFollow(section, scaled(most));
    }
    m_details->remember(m_context.settings, QStringLiteral("journal/details"));
    m_details->setSortingEnabled(false);
    column->addWidget(m_details, 1);
    split->addWidget(panel);
}

std::optional<store::JournalEntry> JournalPage::current() const
{
    return m_table->currentRow() < 0 ? std::nullopt : m_model.entry(m_table->currentRow());
}

void JournalPage::showState()
{
    const int count = m_context.journal.count(m_model.scope());
    m_header->setCount(count ? tr("%Ln entries", nullptr, count) : QString());
    m_whose->setVisible(isMoreThanOne());
    if (m_model.rowCount() > 0)
        m_table->setState(PageState::Ready);
    else if (m_model.scope() && m_context.journal.count() > 0)
        m_table->setState(PageState::Empty, tr("Nothing was done at this service yet"),
                          tr("Other services have changes in the journal."),
                          tr("Show all services"), [this] { chooseAll(true); });
    else
        m_table->setState(PageState::Empty, tr("Nothing was done yet"),
                          tr("Every change that you make is listed here, with what it was before, "
                             "and can be undone where that is possible."));
}

void JournalPage::showEntry()
{
    const auto entry = current();
    m_panel->setVisible(entry.has_value());
    if (!entry) {
        m_undo->setEnabled(false);
        m_retry->setEnabled(false);
        return;
    }
    // The table and the lines below it say the same of it.
    const QModelIndex state = m_model.index(m_table->currentRow(), model::JournalModel::State);
    const bool isUnderWay = m_context.journal.isUnderWay(entry->id);
    const bool isCutOff = entry->state == store::JournalEntry::State::Running && !isUnderWay;
    m_rows.setEntry(*entry, isUnderWay);
    m_title->setText(entry->title);
    m_facts->setText(tr("%1 · %2 · %3")
                         .arg(model::exactText(entry->at),
                              entry->by.isEmpty() ? tr("unknown person") : entry->by,
                              state.data().toString()));
    int open = 0; // failed or not known to be done, and can be tried again
    bool madePassword = false;
    int possible = 0;
    int done = 0;
    for (const store::JournalRow &row : entry->rows) {
        const bool isOpen = row.state != store::JournalRow::State::Done;
        open += isOpen && work::canRetry(row.wish) ? 1 : 0;
        madePassword = madePassword || (isOpen && !work::canRetry(row.wish));
        done += row.state == store::JournalRow::State::Done ? 1 : 0;
        possible += row.state == store::JournalRow::State::Done && work::canUndo(row.effective);
    }
    // Why neither can be had at all.
    const QString barred =
        !m_context.accounts.account(entry->scope.account)
            ? tr("Its account was removed from this computer, so nothing can be sent there.")
        : isUnderWay ? tr("It is being applied at this moment.")
                     : QString();
    const QString why =
        !barred.isEmpty() ? barred
        : entry->undoneBy ? tr("This has been undone.")
        : done == 0 && isCutOff
            ? tr("Nothing of it is known to be done, so there is nothing to undo.")
        : done == 0       ? tr("Nothing of it was done, so there is nothing to undo.")
        : possible == 0   ? tr("This cannot be undone: what was lost cannot be brought back.")
        : possible < done ? tr("%Ln of its rows cannot be undone.", nullptr, done - possible)
                          : QString();
    m_undo->setEnabled(barred.isEmpty() && !entry->undoneBy && possible > 0);
    m_undo->setToolTip(m_undo->isEnabled() ? tr("Undo %1").arg(entry->title) : why);
    m_retry->setEnabled(barred.isEmpty() && open > 0);
    m_retry->setToolTip(
        !barred.isEmpty()           ? barred
        : open == 0 && madePassword ? sentenceFor(work::unseenPassword()).text
        : open == 0                 ? tr("Nothing failed.")
        : isCutOff ? tr("Tries the %Ln rows again that are not known to be done.", nullptr, open)
                   : tr("Tries the %Ln rows again that failed.", nullptr, open));
    const QString below =
        isCutOff && barred.isEmpty() ? state.data(Qt::ToolTipRole).toString() : why;
    m_reason->setText(below);
    m_reason->setVisible(!below.isEmpty());
}

void JournalPage::menu(const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("journal.menu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    menu->addActions({m_undo, m_retry});
    menu->popup(at);
}

QByteArray JournalPage::saveState() const { return m_table->saveView(); }
void JournalPage::restoreState(const QByteArray &state) { m_table->restoreView(state); }

} // namespace ui
