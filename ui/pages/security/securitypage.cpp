// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/security/securitypage.h"

#include "app/check/dns/snapshot.h"
#include "app/mail/domain.h"
#include "app/work/security.h"
#include "ui/pages/security/chaintab.h"
#include "ui/pages/security/dkimtab.h"
#include "ui/pages/security/dmarctab.h"
#include "ui/pages/security/dnschoice.h"
#include "ui/pages/security/lookstab.h"
#include "ui/pages/security/messagetab.h"
#include "ui/pages/security/overviewtab.h"
#include "ui/pages/security/publishdialog.h"
#include "ui/pages/security/report.h"
#include "ui/pages/security/sectionwords.h"
#include "ui/pages/security/spftab.h"
#include "ui/shell/accounts.h"
#include "ui/shell/actions.h"
#include "ui/shell/changes.h"
#include "ui/shell/messages.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/statepanel.h"
#include "ui/widgets/theme.h"
#include "ui/wizards/dkimwizard.h"
#include "ui/wizards/dmarcwizard.h"
#include "ui/wizards/spfwizard.h"

#include <QClipboard>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMenu>
#include <QMimeData>
#include <QTabBar>
#include <QTabWidget>
#include <QUrl>
#include <QVBoxLayout>

namespace ui {

SecurityPage::SecurityPage(Context &context, const Place &place, QWidget *parent)
    : Page(context, place, parent)
{
    setObjectName(QStringLiteral("page.security"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_header = new PageHeader(this);
    m_header->setTitle(tr("Security"));
    column->addWidget(m_header);
    m_bar = new MessageBar(this);
    m_bar->setObjectName(QStringLiteral("security.bar"));
    column->addWidget(m_bar);
    m_panel = new StatePanel(this);
    column->addWidget(m_panel, 1);
    m_tabs = new QTabWidget(this);
    m_tabs->setObjectName(QStringLiteral("security.tabs"));
    setAcceptDrops(true);
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setAccessibleName(tr("Parts of the security page"));
    m_tabs->tabBar()->setDrawBase(true);
    m_tabs->tabBar()->setExpanding(false);
    m_overview = new OverviewTab(m_tabs);
    m_spf = new SpfTab(context, m_tabs);
    m_dkim = new DkimTab(context, m_tabs);
    m_dmarc = new DmarcTab(context, m_tabs);
    m_dnssec = new ChainTab(context, m_tabs);
    m_message = new MessageTab(context, m_tabs);
    m_history = new LooksTab(context, m_tabs);
    m_tabs->addTab(m_overview, tr("Overview"));
    m_tabs->addTab(m_spf, tr("SPF"));
    m_tabs->addTab(m_dkim, tr("DKIM"));
    m_tabs->addTab(m_dmarc, tr("DMARC"));
    m_tabs->addTab(m_dnssec, tr("DNSSEC"));
    m_tabs->addTab(m_message, tr("Message"));
    m_tabs->addTab(m_history, tr("History"));
    auto *tabs = new QHBoxLayout; // so that the first tab begins below the title
    tabs->setContentsMargins(grid(3) - scaled(12), 0, 0, 0);
    tabs->addWidget(m_tabs);
    column->addLayout(tabs, 1);
    makeActions();

    connect(m_overview, &OverviewTab::correctWanted, this, &SecurityPage::correct);
    connect(m_overview, &OverviewTab::correctAllWanted, this, &SecurityPage::correctAll);
    connect(m_overview, &OverviewTab::editWanted, this, &SecurityPage::edit);
    connect(m_overview, &OverviewTab::detailsWanted, this, &SecurityPage::details);
    connect(m_spf, &SpfTab::replaceWanted, this, &SecurityPage::replaceSpf);
    connect(m_dmarc, &DmarcTab::wishWanted, this, &SecurityPage::applyWish);
    connect(m_dkim, &DkimTab::lookAgain, this, &SecurityPage::refresh);
    connect(m_dkim, &DkimTab::createWanted, this, [this] { edit(check::Section::Dkim); });
    connect(m_dkim, &DkimTab::publishWanted, this, &SecurityPage::publish);
    connect(m_history, &LooksTab::acceptWanted, this, &SecurityPage::accept);
    connect(m_tabs, &QTabWidget::currentChanged, this, &SecurityPage::showTab);
    connect(&context.accounts, &Accounts::connectionChanged, this, [this](const QString &account) {
        if (account != m_place.scope.account)
            return;
        // Opened before the account was signed in: what the service knows of the zone was missing.
        if (m_context.accounts.connection(account) == Accounts::Connection::Online && !m_look &&
            !m_job)
            look();
        showState();
    });
    connect(&context.cache, &store::Cache::changed, this, [this](const store::Touched &touched) {
        if (!(touched.scope == m_place.scope) || touched.kind != u"capabilities")
            return;
        if ((m_look || m_job) && !(m_asked == m_context.changes.capabilities(m_place.scope).dns))
            refresh(); // DNS is asked at other servers, or trusted otherwise
        else if (m_look)
            fill();
    });
    show(place);
}

void SecurityPage::makeActions()
{
    Actions &actions = m_context.actions;
    const auto add = [&](const char *id, const QString &text, const char *iconName, auto does) {
        QAction *action = actions.add(QLatin1String(id), text, QLatin1String(iconName), {}, this);
        connect(action, &QAction::triggered, this, does);
        return action;
    };
    m_again = add("security.again", tr("Check again"), "refresh-cw", &SecurityPage::refresh);
    m_copyText = add("security.copyText", tr("Copy the report as text"), "copy",
                     [this] { copyReport(false); });
    m_copyHtml = add("security.copyHtml", tr("Copy the report as HTML"), "copy",
                     [this] { copyReport(true); });
    m_savePdf = add("security.savePdf", tr("Save the report as PDF…"), "file-down",
                    &SecurityPage::saveReport);
    QAction *dns = add("security.dns", tr("How to ask DNS…"), "settings-2", [this] {
        auto *dialog = new DnsChoice(m_context.settings, this);
        connect(dialog, &QDialog::accepted, this, &SecurityPage::refresh);
        dialog->open();
    });
    m_header->setPrimary(m_again);
    m_header->more()->addActions({m_copyText, m_copyHtml, m_savePdf});
    m_header->more()->addSeparator();
    m_header->more()->addAction(dns);
}

void SecurityPage::show(const Place &place)
{
    const bool isOther = !(m_place.scope == place.scope) || !m_look;
    Page::show(place);
    if (!place.tab.isEmpty())
        restoreState(place.tab.toUtf8());
    if (isOther && !m_job) {
        m_look.reset();
        look();
    }
    showState();
    showTab();
}

QString SecurityPage::domainForPeople() const
{
    if (m_look)
        return mail::domainFrom(QString::fromUtf8(m_look->report.domain))
            .value_or(mail::Domain{{}, QString::fromUtf8(m_look->report.domain)})
            .unicode;
    const auto service = m_context.cache.service(m_place.scope);
    return service ? service->domainIdn : QString();
}

work::MakeDns SecurityPage::dns() const
{
    return m_context.dns({m_context.changes.capabilities(m_place.scope)});
}

void SecurityPage::refresh()
{
    if (m_job)
        m_context.jobs.cancel(m_job);
    look();
}

void SecurityPage::look()
{
    if (!m_context.cache.service(m_place.scope))
        return; // it is told when the account is read
    work::LookWish wish;
    wish.scope = m_place.scope;
    m_asked = m_context.changes.capabilities(m_place.scope).dns;
    wish.dns = dns();
    wish.backend = m_context.accounts.backend(m_place.scope.account);
    m_again->setEnabled(false);
    m_job = m_context.jobs.run(
        tr("Check %1").arg(domainForPeople()), {},
        [wish, cache = &m_context.cache, clock = &m_context.clock](Progress &progress) {
            return work::lookAtDomain(wish, *cache, *clock, progress);
        },
        this,
        [this, scope = wish.scope](const Result<work::DomainLook> &look) {
            m_job = 0;
            m_again->setEnabled(true);
            if (!(scope == m_place.scope))
                return;
            if (!look && look.error().kind == Error::Kind::Cancelled) {
                showState();
                return;
            }
            tell(look);
        });
    showState();
}

void SecurityPage::tell(const Result<work::DomainLook> &look)
{
    if (look) {
        m_look = *look;
        m_error.reset();
        m_bar->dismiss();
        fill();
        readHistory();
    } else {
        m_error = look.error();
        if (m_look) {
            const Sentence sentence = sentenceFor(look.error());
            m_bar->say({Messages::Kind::Warning, sentence.text, sentence.details, tr("Try again"),
                        [this] { refresh(); }});
        }
    }
    showState();
}

QString SecurityPage::whyNot() const
{
    const auto can =
        m_context.changes.capabilities(m_place.scope).can(mail::Verb::Update, u"record");
    // Where the zone is elsewhere the record is shown to be published: nothing is changed by us.
    if (!m_look || !check::zoneIsOurs(m_look->report, m_look->basis))
        return {};
    return can ? QString() : reasonText(can.reason);
}

void SecurityPage::fill()
{
    const QString why = whyNot();
    m_overview->show(*m_look, why);
    m_spf->show(*m_look, dns());
    m_dkim->show(m_place.scope, *m_look, why, dns());
    m_dmarc->show(*m_look, why);
    m_dnssec->show(*m_look);
    m_message->setDns(dns());
    m_header->setTitle(tr("Security"));
    m_header->setCount(domainForPeople());
    m_header->setAge(m_look->at, false);
}

void SecurityPage::showState()
{
    m_tabs->setVisible(m_look.has_value());
    m_panel->setVisible(!m_look);
    for (QAction *action : {m_copyText, m_copyHtml, m_savePdf})
        action->setEnabled(m_look.has_value());
    if (m_look)
        return;
    const Accounts::Connection connection = m_context.accounts.connection(m_place.scope.account);
    if (m_error) {
        const Sentence sentence = sentenceFor(*m_error);
        m_panel->set(m_error->kind == Error::Kind::Offline ? PageState::Offline : PageState::Error,
                     tr("The domain could not be checked"), sentence.text, tr("Try again"),
                     [this] { refresh(); });
    } else if (!m_context.cache.service(m_place.scope) &&
               connection == Accounts::Connection::Refused) {
        m_panel->set(PageState::Forbidden, tr("The mail service refused the sign-in"),
                     sentenceFor(m_context.accounts.lastError(m_place.scope.account)).text);
    } else {
        m_panel->set(PageState::Loading, tr("Checking %1").arg(domainForPeople()),
                     tr("Asking DNS for SPF, DKIM, DMARC, mail hosts and signatures."));
    }
}

void SecurityPage::showTab()
{
    static const QList<QString> names{QStringLiteral("overview"), QStringLiteral("spf"),
                                      QStringLiteral("dkim"),     QStringLiteral("dmarc"),
                                      QStringLiteral("dnssec"),   QStringLiteral("message"),
                                      QStringLiteral("history")};
    m_place.tab = names.value(m_tabs->currentIndex());
}

QByteArray SecurityPage::saveState() const { return m_place.tab.toUtf8(); }

void SecurityPage::restoreState(const QByteArray &state)
{
    const std::pair<const char *, QWidget *> tabs[] = {
        {"overview", m_overview}, {"spf", m_spf},         {"dkim", m_dkim},      {"dmarc", m_dmarc},
        {"dnssec", m_dnssec},     {"message", m_message}, {"history", m_history}};
    for (const auto &[name, tab] : tabs)
        if (state == name)
            m_tabs->setCurrentWidget(tab);
}

void SecurityPage::dragEnterEvent(QDragEnterEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.size() == 1 && urls.first().isLocalFile())
        event->acceptProposedAction();
}

void SecurityPage::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    verifyMessage(event->mimeData()->urls().first().toLocalFile());
}

void SecurityPage::verifyMessage(const QString &file)
{
    m_tabs->setCurrentWidget(m_message);
    m_message->verify(file);
}

void SecurityPage::details(check::Section section)
{
    if (section == check::Section::Spf)
        m_tabs->setCurrentWidget(m_spf);
    else if (section == check::Section::Dkim)
        m_tabs->setCurrentWidget(m_dkim);
    else if (section == check::Section::Dmarc)
        m_tabs->setCurrentWidget(m_dmarc);
    else if (section == check::Section::Dnssec)
        m_tabs->setCurrentWidget(m_dnssec);
}

void SecurityPage::apply(const check::Proposal &proposal)
{
    if (!proposal.changes.changes.isEmpty())
        m_context.changes.review(m_place.scope, proposal.changes, this, this,
                                 [this](const Result<work::ApplyReport> &) { refresh(); });
    else if (!proposal.publish.isEmpty() || !proposal.withdraw.isEmpty())
        publish(proposal);
}

void SecurityPage::publish(const check::Proposal &proposal)
{
    auto *dialog = new PublishDialog(m_context, domainForPeople(), proposal, dns(), this);
    connect(dialog, &PublishDialog::published, this, &SecurityPage::refresh);
    dialog->open();
}

void SecurityPage::correct(check::Section section)
{
    if (!m_look)
        return;
    for (const check::SectionState &state : m_look->states) {
        if (state.section != section)
            continue;
        if (state.proposal.rotateKeys) {
            m_dkim->makeFirstKey(true);
        } else if (!state.proposal.dropped.isEmpty()) {
            edit(section); // the wizard tells what cannot stay
        } else if (OverviewTab::needsThought(state)) {
            m_context.messages.ask(
                this, tr("Bring the mail of %1 here?").arg(domainForPeople()),
                tr("It is delivered elsewhere now, and that may be meant. Once the correction is "
                   "published, all mail for the domain comes to this service."),
                tr("Review the change"), [this, proposal = state.proposal] { apply(proposal); });
        } else {
            apply(state.proposal);
        }
    }
}

void SecurityPage::correctAll()
{
    if (!m_look)
        return;
    const mail::ChangeSet set = OverviewTab::everything(*m_look);
    const bool needsKey = OverviewTab::needsKey(*m_look);
    if (set.changes.isEmpty()) {
        if (needsKey)
            m_dkim->makeFirstKey(true);
        return;
    }
    m_context.changes.review(m_place.scope, set, this, this,
                             [this, needsKey](const Result<work::ApplyReport> &report) {
                                 // The key is the host's to make; it publishes and signs by itself.
                                 if (report && report->done > 0 && needsKey)
                                     m_dkim->makeFirstKey(false);
                                 refresh();
                             });
}

void SecurityPage::edit(check::Section section)
{
    if (!m_look)
        return;
    Wizard *wizard = nullptr;
    if (section == check::Section::Spf)
        wizard = new SpfWizard(m_context, m_place.scope, *m_look, dns(), this);
    else if (section == check::Section::Dmarc)
        wizard = new DmarcWizard(m_context, m_place.scope, *m_look, dns(), this);
    else if (section == check::Section::Dkim)
        wizard = new DkimWizard(m_context, m_place.scope, *m_look, dns(), this);
    if (!wizard)
        return;
    connect(wizard, &QDialog::finished, this, &SecurityPage::refresh);
    wizard->open();
}

void SecurityPage::replaceSpf(const QByteArray &record)
{
    if (m_look)
        apply(check::spfReplacement(m_look->report, m_look->basis, record));
}

void SecurityPage::applyWish(const check::DmarcWish &wish, const QString &title)
{
    if (!m_look)
        return;
    check::Proposal proposal = check::dmarcRepair(m_look->report, m_look->basis, wish);
    proposal.changes.title = title;
    apply(proposal);
}

// ---- what was seen before

void SecurityPage::readHistory()
{
    const bool farSide = work::farSideLooks(m_context.cache, m_place.scope);
    const QString who =
        farSide ? tr("The mail host looks once a day and keeps what is new.")
                : tr("This computer looks when the page is opened or checked again, and "
                     "keeps what is new.");
    m_context.jobs.run(
        tr("Read the history of %1").arg(domainForPeople()), {{}, true},
        [backend = m_context.accounts.backend(m_place.scope.account), cache = &m_context.cache,
         looks = &m_context.looks, scope = m_place.scope,
         snapshot = check::snapshotOf(m_look->report, m_look->at)](
            Progress &progress) -> Result<backend::SecurityHistory> {
            if (!work::farSideLooks(*cache, scope))
                if (const auto kept = looks->add(scope.account, snapshot); !kept)
                    return kept.error();
            return work::securityHistory(backend.get(), *cache, *looks, scope, snapshot.domain,
                                         progress);
        },
        this,
        [this, who](const Result<backend::SecurityHistory> &history) {
            if (!history) {
                m_history->setCanAccept(false, sentenceFor(history.error()).text);
                m_history->show({}, m_context.clock.now(), sentenceFor(history.error()).text);
                return;
            }
            backend::SecurityHistory shown = *history;
            // What was just seen counts, although the far side has not looked again yet.
            if (m_look) {
                const auto now = check::snapshotOf(m_look->report, m_look->at);
                if (shown.looks.isEmpty() || !mail::tellsTheSame(shown.looks.last(), now))
                    shown.looks.append(now);
            }
            m_history->setCanAccept(true, {});
            m_history->show(shown, m_context.clock.now(), who);
        });
}

void SecurityPage::accept()
{
    if (!m_look)
        return;
    m_context.jobs.run(
        tr("Accept the state of %1").arg(domainForPeople()), {{}, true},
        [backend = m_context.accounts.backend(m_place.scope.account), cache = &m_context.cache,
         looks = &m_context.looks, scope = m_place.scope,
         snapshot = check::snapshotOf(m_look->report, m_look->at)](Progress &progress) {
            return work::acceptSecurity(backend.get(), *cache, *looks, scope, snapshot, progress);
        },
        this,
        [this](const Result<void> &done) {
            if (!done) {
                m_context.messages.error(done.error());
                return;
            }
            m_context.messages.confirm(
                tr("Today's state of %1 is accepted.").arg(domainForPeople()));
            readHistory();
        });
}

// ---- the report

void SecurityPage::copyReport(bool html)
{
    if (!m_look)
        return;
    if (html) {
        auto *data = new QMimeData;
        data->setHtml(securityHtml(*m_look));
        data->setText(securityText(*m_look));
        QGuiApplication::clipboard()->setMimeData(data);
    } else {
        QGuiApplication::clipboard()->setText(securityText(*m_look));
    }
    m_context.messages.confirm(tr("The report was copied."));
}

void SecurityPage::saveReport()
{
    if (!m_look)
        return;
    auto *dialog = new QFileDialog(this, tr("Save the report"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("pdf"));
    dialog->setNameFilter(tr("PDF (*.pdf)"));
    dialog->selectFile(QStringLiteral("%1.pdf").arg(domainForPeople()));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
        if (!m_look)
            return;
        // Fonts are the window's to choose; the rest may take its time.
        m_context.jobs.run(
            tr("Save the report as %1").arg(file), {{}, true},
            [html = securityHtml(*m_look), title = securityTitle(*m_look),
             font = fontOf(Size::Body),
             file](Progress &) { return writeSecurityPdf(html, title, font, file); },
            this,
            [this, file](const Result<void> &done) {
                if (done)
                    m_context.messages.confirm(tr("The report was saved as %1.").arg(file));
                else
                    m_context.messages.error(done.error());
            });
    });
    dialog->open();
}

} // namespace ui
