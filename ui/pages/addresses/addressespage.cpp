// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/addresses/addressespage.h"

#include "app/mail/rules.h"
#include "ui/pages/addresses/exportcsv.h"
#include "ui/pages/addresses/filterpanel.h"
#include "ui/pages/addresses/traitwords.h"
#include "ui/pages/remedy.h"
#include "ui/shell/accounts.h"
#include "ui/shell/actions.h"
#include "ui/shell/changes.h"
#include "ui/shell/messages.h"
#include "ui/widgets/bulkbar.h"
#include "ui/widgets/celledit.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/objecttable.h"
#include "ui/widgets/pageheader.h"
#include "ui/wizards/adddevice.h"
#include "ui/wizards/createaddress.h"

#include <QClipboard>
#include <QDataStream>
#include <QFileDialog>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

namespace {

const QString filtersKey = QStringLiteral("addresses/filters");

// What is typed looks for somebody of one service.
QString typedKey(const store::Scope &scope)
{
    return QStringLiteral("addresses/typed/%1/%2").arg(scope.account).arg(scope.service);
}

} // namespace

AddressesPage::AddressesPage(Context &context, const Place &place, QWidget *parent)
    : Page(context, place, parent)
    , m_model(context.cache, context.jobs, context.clock)
{
    setObjectName(QStringLiteral("page.addresses"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_header = new PageHeader(this);
    m_header->setTitle(tr("Addresses"));
    m_header->showFilter(tr("Filter addresses"));
    m_full = new Chip(tr("Full"), Role::Warning, QStringLiteral("triangle-alert"), this);
    m_full->setObjectName(QStringLiteral("addresses.full"));
    m_full->setToolTip(tr("The service has no room for another address. Delete one, or have its "
                          "quota raised."));
    m_full->hide();
    m_header->addUnderTitle(m_full);
    column->addWidget(m_header);
    m_filters = new QPushButton(icon(QStringLiteral("list-filter")), {}, this);
    m_filters->setObjectName(QStringLiteral("addresses.filtersButton"));
    m_header->addWidget(m_filters);
    m_panel = new FilterPanel(this);
    m_chips = new ChipBar(this);
    m_chips->setObjectName(QStringLiteral("addresses.chips"));
    column->addWidget(m_chips);
    m_table = new ObjectTable(this);
    m_table->setObjectName(QStringLiteral("addresses.table"));
    m_table->setAccessibleName(tr("Addresses"));
    m_table->setTicks(true);
    m_table->setModel(&m_model);
    m_table->setStretch(model::AddressModel::Note, scaled(120));
    const std::tuple<int, int, int> widths[] = {
        {model::AddressModel::Address, 220, 400},   {model::AddressModel::Users, 130, 220},
        {model::AddressModel::Devices, 70, 100},    {model::AddressModel::Size, 80, 120},
        {model::AddressModel::LastLogin, 100, 150}, {model::AddressModel::State, 90, 180}};
    for (const auto &[section, width, most] : widths) {
        m_table->setColumnWidth(section, scaled(width));
        m_table->setFollow(section, scaled(most));
    }
    m_table->remember(context.settings, QStringLiteral("addresses/table"));
    column->addWidget(m_table, 1);
    takeFocusAt(m_table);
    m_bulk = new BulkBar(this);
    m_bulk->setObjectName(QStringLiteral("addresses.bulk"));
    column->addWidget(m_bulk);
    makeActions();

    m_model.setPending(
        [this](const mail::Ref &ref) { return m_context.changes.pending(m_place.scope, ref); });
    connect(&context.changes, &Changes::pendingChanged, &m_model,
            &model::AddressModel::pendingChanged);
    // The model says which words to mark, and where: in what the filter looked at.
    connect(m_header, &PageHeader::filterChanged, this, [this](const QString &text) {
        m_rowBeforeFilter = current() ? current()->name : QString();
        m_context.settings.setState(typedKey(m_place.scope), text.toUtf8());
        m_model.setFilter(text);
    });
    connect(m_panel, &FilterPanel::changed, this, &AddressesPage::setTraits);
    connect(m_chips, &ChipBar::removeWanted, this, [this](const QString &chip) {
        store::TraitFilter traits = m_model.traits();
        takeAway(traits, chip);
        setTraits(traits);
    });
    connect(m_chips, &ChipBar::clearWanted, this, [this] { setTraits({}); });
    connect(m_chips, &ChipBar::emptied, m_filters, [this] { m_filters->setFocus(); });
    connect(m_header->filter(), &QLineEdit::returnPressed, this, [this] {
        m_table->setFocus();
        if (m_table->currentRow() < 0)
            m_table->setCurrentRow(0);
    });
    connect(&m_model, &model::AddressModel::countsChanged, this, &AddressesPage::showCounts);
    connect(&m_model, &model::AddressModel::settled, this, [this] {
        showRowAfterFilter();
        restoreRow();
        showCounts();
    });
    connect(m_table, &ObjectTable::ticksChanged, m_bulk, &BulkBar::setCount);
    connect(m_bulk, &BulkBar::clearWanted, m_table, &ObjectTable::clearTicks);
    connect(m_table, &ObjectTable::opened, this, &AddressesPage::open);
    connect(m_table, &ObjectTable::deleteWanted, this, &AddressesPage::removeChosen);
    connect(m_table, &ObjectTable::menuWanted, this, &AddressesPage::menu);

    connect(&context.accounts, &Accounts::refreshed, this, [this](const store::Scope &scope) {
        if (!(scope == m_place.scope))
            return;
        m_isLoading = false;
        m_error.reset();
        showState();
    });
    connect(&context.accounts, &Accounts::refreshFailed, this,
            [this](const store::Scope &scope, const Error &error) {
                // A single address that is gone says nothing about the list.
                if (!(scope == m_place.scope) || error.kind == Error::Kind::NotFound)
                    return;
                m_isLoading = false;
                m_error = error;
                showState();
            });
    connect(&context.accounts, &Accounts::connectionChanged, this, [this](const QString &account) {
        if (account != m_place.scope.account)
            return;
        using Connection = Accounts::Connection;
        const Connection now = m_context.accounts.connection(account);
        if (now == Connection::Offline || now == Connection::Refused) {
            m_isLoading = false;
            m_error = m_context.accounts.lastError(account);
        }
        showState();
    });
    connect(&context.cache, &store::Cache::changed, this, [this](const store::Touched &touched) {
        if (touched.scope.account == m_place.scope.account &&
            (touched.kind == u"service" || touched.kind == u"capabilities")) {
            showCapabilities();
            showCounts();
        }
    });
    setTraits(store::TraitFilter::fromJson(
        QJsonDocument::fromJson(context.settings.state(filtersKey)).object()));
    show(place);
}

void AddressesPage::makeActions()
{
    Actions &actions = m_context.actions;
    const auto add = [&](const char *id, const QString &text, const char *icon,
                         const QKeySequence &keys, auto does) {
        QAction *action = actions.add(QLatin1String(id), text, QLatin1String(icon), keys, this);
        connect(action, &QAction::triggered, this, does);
        return action;
    };
    m_create = add("addresses.create", tr("Create address"), "plus", QKeySequence::New,
                   &AddressesPage::create);
    m_open = add("addresses.open", tr("Open"), "arrow-right", {}, &AddressesPage::open);
    m_device = add("addresses.device", tr("Create device password…"), "key-round", {},
                   &AddressesPage::openDevice);
    m_copy = add("addresses.copy", tr("Copy address"), "copy", QKeySequence::Copy,
                 &AddressesPage::copyAddress);
    m_note = add("addresses.note", tr("Edit note"), "pencil", QKeySequence(Qt::Key_F2),
                 &AddressesPage::editNote);
    m_delete = add("addresses.delete", tr("Delete…"), "trash-2", {}, &AddressesPage::removeChosen);
    m_export = add("addresses.export", tr("Export these rows to CSV…"), "file-down", {},
                   &AddressesPage::exportShown);
    QAction *columns = add("addresses.columns", tr("Choose columns…"), "columns-3", {},
                           [this] { m_table->chooseColumns(); });
    QAction *filters =
        add("addresses.filters", tr("Filter by properties…"), "list-filter",
            QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L), &AddressesPage::openFilters);
    m_clearFilters = add("addresses.clearFilters", tr("Clear the filters"), "x", {},
                         &AddressesPage::clearFilters);
    connect(m_filters, &QPushButton::clicked, filters, &QAction::trigger);
    m_header->setPrimary(m_create);
    for (QAction *action : {m_export, m_note, m_copy, columns})
        m_header->more()->addAction(action);
    if (QAction *dense = m_context.actions.action(QStringLiteral("view.dense"))) // of the window
        m_header->more()->addAction(dense);
    m_bulk->add(m_delete, true);
}

void AddressesPage::show(const Place &place)
{
    const bool isOther = !(m_model.scope() == place.scope);
    Page::show(place);
    if (!isOther)
        return;
    m_error.reset();
    m_header->filter()->setText(QString::fromUtf8(m_context.settings.state(typedKey(place.scope))));
    m_model.setScope(place.scope);
    showCapabilities();
    refresh();
    showCounts();
}

void AddressesPage::refresh()
{
    m_isLoading = true;
    m_context.accounts.refreshMailboxes(m_place.scope);
    showState();
}

void AddressesPage::focusFilter()
{
    m_header->filter()->setFocus();
    m_header->filter()->selectAll();
}

void AddressesPage::setTraits(const store::TraitFilter &traits)
{
    if (!(traits == m_model.traits())) {
        if (m_model.scope().service)
            m_rowBeforeFilter = current() ? current()->name : QString();
        m_context.settings.setState(
            filtersKey, traits.isEmpty()
                            ? QByteArray()
                            : QJsonDocument(traits.toJson()).toJson(QJsonDocument::Compact));
        m_model.setTraits(traits);
    }
    showFilters();
    showCounts();
}

void AddressesPage::openFilters()
{
    showFilters();
    for (const TraitWords &words : traitWords())
        m_panel->setTold(words.trait, m_model.isTold(words.trait));
    m_panel->openUnder(m_filters);
}

void AddressesPage::clearFilters()
{
    m_header->filter()->clear();
    setTraits({});
}

void AddressesPage::showFilters()
{
    const store::TraitFilter &traits = m_model.traits();
    m_panel->set(traits);
    m_chips->set(chipsOf(traits));
    const int count = traits.count();
    m_filters->setText(count ? tr("Filters (%1)").arg(count) : tr("Filters"));
    m_filters->setAccessibleName(count ? tr("Filters, %n on", nullptr, count) : tr("Filters"));
    m_filters->setToolTip(
        tr("Filter by properties (%1)")
            .arg(
                QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L).toString(QKeySequence::NativeText)));
}

// The row that was current stays in view; where the filter took it away the list begins at its top.
void AddressesPage::showRowAfterFilter()
{
    if (!m_rowBeforeFilter)
        return;
    const int row = m_rowBeforeFilter->isEmpty() ? -1 : m_model.rowOf(*m_rowBeforeFilter);
    m_rowBeforeFilter.reset();
    if (row >= 0) {
        m_table->setCurrentRow(row);
    } else {
        m_table->setCurrentRow(0);
        m_table->scrollToTop();
    }
}

void AddressesPage::showCounts()
{
    const QLocale locale;
    const QString all = tr("%Ln addresses", nullptr, m_model.total());
    const QString some =
        tr("%1 of %2").arg(locale.toString(m_model.shown()), locale.toString(m_model.total()));
    m_panel->setCount(m_model.isFiltered() ? some : all);
    const auto service = m_context.cache.service(m_place.scope);
    const int quota = service ? service->addressQuota.value_or(0) : 0;
    const bool hasQuota = quota > 0 && service->addressesUsed;
    m_full->setVisible(hasQuota && *service->addressesUsed >= quota);
    m_header->setCount(m_model.isFiltered() ? some
                       : hasQuota           ? tr("%1 of %Ln addresses used", nullptr, quota)
                                        .arg(locale.toString(*service->addressesUsed))
                                  : all);
    m_clearFilters->setEnabled(m_model.isFiltered());
    m_export->setEnabled(m_model.shown() > 0);
    showState();
}

void AddressesPage::showAge()
{
    m_header->setAge(m_context.cache.syncState(m_place.scope).at,
                     m_context.accounts.connection(m_place.scope.account) ==
                         Accounts::Connection::Offline);
}

void AddressesPage::showState()
{
    showAge();
    const bool wasRead = m_context.cache.syncState(m_place.scope).at.isValid();
    const auto retry = [this] { refresh(); };
    if (m_error && m_error->kind != Error::Kind::Cancelled) {
        const PageState state =
            m_error->kind == Error::Kind::Offline ? PageState::Offline
            : m_error->kind == Error::Kind::Forbidden || m_error->kind == Error::Kind::Unauthorized
                ? PageState::Forbidden
                : PageState::Error;
        const Remedy remedy = remedyFor(m_context, *m_error, retry);
        const Sentence sentence = sentenceFor(*m_error);
        m_table->setState(state,
                          wasRead ? tr("The addresses were not refreshed")
                                  : tr("The addresses were not read yet"),
                          sentence.text, remedy.text, remedy.run, sentence.details);
    } else if (m_model.shown() > 0) {
        m_table->setState(PageState::Ready);
    } else if (m_model.isFiltered() && m_model.total() > 0) {
        if (m_model.isSettled())
            m_table->setState(PageState::Empty, tr("No address matches"), whyNoMatch(),
                              tr("Clear the filters"), [this] { clearFilters(); });
    } else if (wasRead && m_model.isSettled()) {
        m_table->setState(PageState::Empty, tr("No addresses yet"),
                          tr("Create the first one (Ctrl+N)."), m_create->text(),
                          [this] { create(); });
    } else {
        m_table->setState(PageState::Loading, tr("Reading the addresses"));
    }
}

QString AddressesPage::whyNoMatch() const
{
    QStringList chips;
    for (const ChipBar::Item &chip : m_chips->items())
        chips.append(chip.text);
    if (chips.isEmpty())
        return tr("Nothing contains “%1”, neither in the address nor in its note or users.")
            .arg(m_model.filter());
    const QString all = chips.join(QStringLiteral(", "));
    if (m_model.filter().isEmpty())
        return tr("No address matches “%1”.").arg(all);
    return tr("No address contains “%1” and matches “%2”.").arg(m_model.filter(), all);
}

void AddressesPage::showCapabilities()
{
    const mail::Capabilities capabilities = m_context.changes.capabilities(m_place.scope);
    const auto tell = [](QAction *action, const mail::Capabilities::Answer &answer) {
        action->setEnabled(bool(answer));
        action->setToolTip(answer ? action->text().remove(u'…') : reasonText(answer.reason));
    };
    tell(m_create, capabilities.can(mail::Verb::Create, u"mailbox"));
    tell(m_delete, capabilities.can(mail::Verb::Remove, u"mailbox"));
    tell(m_note, capabilities.can(mail::Verb::Update, u"mailbox", u"note"));
    tell(m_device, capabilities.can(mail::Verb::Create, u"device"));
}

QByteArray AddressesPage::saveState() const
{
    QByteArray state;
    QDataStream out(&state, QIODevice::WriteOnly);
    const auto mailbox = current();
    out << m_header->filter()->text() << (mailbox ? mailbox->name : QString())
        << m_table->saveView();
    return state;
}

void AddressesPage::restoreState(const QByteArray &state)
{
    QDataStream in(state);
    QString filter;
    in >> filter >> m_wantedRow >> m_wantedView;
    if (in.status() != QDataStream::Ok)
        return;
    m_header->filter()->setText(filter);
    if (m_model.isSettled())
        restoreRow();
    m_table->setFocus();
}

void AddressesPage::restoreRow()
{
    if (m_wantedRow.isEmpty())
        return;
    m_table->restoreView(m_wantedView);
    if (const int row = m_model.rowOf(m_wantedRow); row >= 0)
        m_table->setCurrentRow(row);
    m_wantedRow.clear();
    m_wantedView.clear();
}

std::optional<mail::Mailbox> AddressesPage::current() const
{
    return m_table->currentRow() < 0 ? std::nullopt : m_model.mailbox(m_table->currentRow());
}

void AddressesPage::menu(const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("addresses.menu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    // The keys of the table itself, which no action may take from a field that is typed in.
    const auto add = [menu](QAction *action, Qt::Key key) {
        auto *entry = menu->addAction(action->icon(), action->text(), action, &QAction::trigger);
        entry->setObjectName(action->objectName());
        entry->setEnabled(action->isEnabled());
        entry->setToolTip(action->toolTip());
        entry->setShortcut(key);
        entry->setShortcutContext(Qt::WidgetShortcut); // shown only: the menu is open or gone
        entry->setShortcutVisibleInContextMenu(true);
    };
    add(m_open, Qt::Key_Return);
    menu->addActions({m_device, m_copy, m_note});
    menu->addSeparator();
    add(m_delete, Qt::Key_Delete);
    menu->popup(at);
}

void AddressesPage::create()
{
    if (!m_create->isEnabled())
        return;
    auto *wizard = new CreateAddress(m_context, m_place.scope, this);
    connect(wizard, &CreateAddress::created, this, [this](const QString &name) {
        m_wantedRow = name;
        if (m_model.isSettled())
            restoreRow();
    });
    wizard->open();
}

void AddressesPage::open()
{
    if (const auto mailbox = current())
        m_context.navigator.go({QStringLiteral("address"), m_place.scope, mailbox->name, {}});
}

void AddressesPage::openDevice()
{
    if (const auto mailbox = current(); mailbox && m_device->isEnabled())
        (new AddDevice(m_context, m_place.scope, mailbox->name, this))->open();
}

void AddressesPage::copyAddress()
{
    const auto copy = [this](const QStringList &addresses) {
        if (addresses.isEmpty())
            return;
        QGuiApplication::clipboard()->setText(addresses.join(u'\n'));
        m_context.messages.confirm(
            addresses.size() == 1
                ? tr("%1 was copied.").arg(addresses.first())
                : tr("%Ln addresses were copied.", nullptr, int(addresses.size())));
    };
    if (m_model.tickedCount() == 0) {
        if (const auto mailbox = current())
            copy({mailbox->addressIdn});
        return;
    }
    m_context.jobs.run(
        m_copy->text(), {{}, true},
        [each = m_model.eachTicked()](Progress &progress) -> Result<QStringList> {
            QStringList addresses;
            const auto read =
                each([&](const mail::Mailbox &mailbox) { addresses.append(mailbox.addressIdn); },
                     progress);
            if (!read)
                return read.error();
            return addresses;
        },
        this,
        [this, copy](const Result<QStringList> &addresses) {
            if (addresses)
                copy(*addresses);
            else if (addresses.error().kind != Error::Kind::Cancelled)
                m_context.messages.error(addresses.error());
        });
}

void AddressesPage::editNote()
{
    const auto mailbox = current();
    if (!mailbox || !m_note->isEnabled())
        return;
    if (m_table->isColumnHidden(model::AddressModel::Note))
        m_table->setColumnHidden(model::AddressModel::Note, false);
    const QModelIndex cell = m_model.index(m_table->currentRow(), model::AddressModel::Note);
    auto *editor =
        new CellEdit(m_table, cell, mailbox->note.value_or(QString()), [](const QString &text) {
            return mail::characters(text) > mail::maxNote
                       ? tr("A note has at most %n characters.", nullptr, mail::maxNote)
                       : QString();
        });
    editor->setObjectName(QStringLiteral("addresses.noteCell"));
    editor->setAccessibleName(tr("Note"));
    connect(editor, &CellEdit::accepted, this,
            [this, name = mailbox->name](const QString &note) { saveNote(name, note); });
}

void AddressesPage::saveNote(const QString &name, const QString &note)
{
    auto known = m_context.cache.mailbox(m_place.scope, name);
    if (!known)
        return;
    // What is staged comes first when all is applied, so this one begins there.
    if (const auto staged = m_context.changes.pending(m_place.scope, mail::refOf(*known)))
        (void)mail::patch(*known, staged->after).has_value();
    mail::Mailbox edited = *known;
    edited.note = note;
    const mail::Change change = mail::difference(*known, edited);
    if (!change.isEmpty())
        m_context.changes.applyNow(
            m_place.scope, {tr("Note of %1").arg(known->addressIdn), {change}},
            note.isEmpty() ? tr("The note of %1 was removed.").arg(known->addressIdn)
                           : tr("The note of %1 is now “%2”.").arg(known->addressIdn, note));
}

void AddressesPage::removeChosen()
{
    const auto mailbox = current();
    const int count = m_model.tickedCount();
    if (!m_delete->isEnabled() || (count == 0 && !mailbox))
        return;
    model::AddressModel::EachTicked each = m_model.eachTicked();
    if (count == 0)
        each = [mailbox](const auto &f, Progress &) -> Result<void> {
            f(*mailbox);
            return {};
        };
    m_context.changes.review(
        m_place.scope,
        count == 0 ? tr("Delete %1").arg(mailbox->addressIdn)
                   : tr("Delete %Ln addresses", nullptr, count),
        [each](Progress &progress) -> Result<mail::ChangeSet> {
            mail::ChangeSet set;
            const auto read = each(
                [&](const mail::Mailbox &m) { set.changes.append(mail::removal(m)); }, progress);
            if (!read)
                return read.error();
            const auto changes = int(set.changes.size());
            set.title = changes == 1 ? tr("Delete %1").arg(set.changes.first().object.label)
                                     : tr("Delete %Ln addresses", nullptr, changes);
            return set;
        },
        this, this,
        [this](const Result<work::ApplyReport> &report) {
            if (report && report->failed == 0)
                m_table->clearTicks();
        });
}

void AddressesPage::exportShown()
{
    QList<qint64> rows;
    rows.reserve(m_model.shown());
    for (int row = 0; row < m_model.shown(); ++row)
        rows.append(m_model.index(row, 0).data(model::RowRole).toLongLong());
    auto *dialog = new QFileDialog(this, tr("Export %Ln addresses", nullptr, int(rows.size())));
    dialog->setObjectName(QStringLiteral("addresses.exportDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("Comma-separated values (*.csv)"));
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    connect(dialog, &QFileDialog::fileSelected, this, [this, rows](const QString &file) {
        m_context.jobs.run(
            tr("Export addresses"), {},
            [&cache = m_context.cache, scope = m_place.scope, rows, file](Progress &progress) {
                return exportCsv(cache, scope, rows, file, progress);
            },
            this,
            [this, file](const Result<int> &written) {
                if (written)
                    m_context.messages.confirm(
                        tr("%Ln addresses were written to %1.", nullptr, *written).arg(file));
                else
                    m_context.messages.error(written.error());
            });
    });
    dialog->open();
}

} // namespace ui
