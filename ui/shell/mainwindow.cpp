// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "ui/pages/page.h"
#include "ui/shell/accounts.h"
#include "ui/shell/actions.h"
#include "ui/shell/changes.h"
#include "ui/shell/enterkey.h"
#include "ui/shell/jobtray.h"
#include "ui/shell/messages.h"
#include "ui/shell/navigation.h"
#include "ui/shell/palette.h"
#include "ui/shell/scheme.h"
#include "ui/shell/servicename.h"
#include "ui/shell/setaside.h"
#include "ui/shell/stagedbar.h"
#include "ui/shell/tokendialog.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/objecttable.h"
#include "ui/widgets/text.h"

#include <QApplication>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui {

namespace {

const QString geometryName = QStringLiteral("window/geometry");
const QString narrowName = QStringLiteral("window/narrow");
const QString placeName = QStringLiteral("window/place");

int wideSide() { return scaled(232); }
int narrowSide() { return scaled(56); }
int smallWindow() { return scaled(860); }

QString keyOf(const Place &place)
{
    return QStringLiteral("%1|%2|%3").arg(place.page, place.scope.account).arg(place.scope.service);
}

QString stateKeyOf(const Place &place) { return keyOf(place) + u'|' + place.address; }

} // namespace

MainWindow::MainWindow(Context &context, Scheme &scheme, LocalHosts &hosts, FirstStart::Test test,
                       QWidget *parent)
    : QMainWindow(parent)
    , m_context(context)
    , m_scheme(scheme)
    , m_hosts(hosts)
    , m_test(std::move(test))
{
    setObjectName(QStringLiteral("window"));
    setWindowTitle(QStringLiteral("Mailwright"));
    resizeOnScreen(this, {scaled(1180), scaled(760)});
    setMinimumSize(scaled(720), scaled(480));
    qApp->installEventFilter(new EnterKey(this));
    addActions();
    build();
    if (const QByteArray geometry = context.settings.state(geometryName); !geometry.isEmpty())
        restoreGeometry(geometry);
    setNarrow(context.settings.value(narrowName, false).toBool());

    connect(&context.navigator, &Navigator::went, this, &MainWindow::go);
    connect(&context.messages, &Messages::said, m_bar, &MessageBar::say);
    connect(&context.changes, &Changes::pendingChanged, this, &MainWindow::tellStaged);
    connect(&context.accounts, &Accounts::listChanged, this, [this] {
        if (m_context.accounts.list().isEmpty())
            begin(true);
    });
    connect(&context.cache, &store::Cache::changed, this, [this](const store::Touched &touched) {
        if (touched.kind == u"service" && m_stack->currentWidget() == m_waiting)
            goSomewhere();
    });
    connect(&context.accounts, &Accounts::tokenNotKept, this, [this] {
        m_context.messages.say({Messages::Kind::Warning,
                                m_context.accounts.isKeyringDeclined()
                                    ? tr("The keyring was not unlocked. The token is forgotten "
                                         "when Mailwright ends.")
                                    : tr("No keyring answers on this computer. The token is "
                                         "forgotten when Mailwright ends."),
                                {},
                                {},
                                {}});
    });
    connect(&context.accounts, &Accounts::connectionChanged, this, [this](const QString &account) {
        if (m_stack->currentWidget() == m_waiting &&
            m_context.accounts.connection(account) != Accounts::Connection::Online)
            showStart();
    });
    connect(&hosts, &LocalHosts::ready, this, [this] {
        m_hasSaidFailed = false;
        if (m_stack->currentWidget() == m_waiting)
            goSomewhere();
    });
    connect(
        &hosts, &LocalHosts::failed, this, [this](const QString &directory, const Error &error) {
            const auto again = [this, directory] { openHost(directory); };
            if (m_stack->currentWidget() == m_waiting) {
                const Sentence why = LocalHosts::whyFailed(error);
                m_waiting->set(PageState::Error, tr("The mail host could not start"),
                               (why.text + u'\n' + why.details).trimmed(), tr("Try again"), again);
                if (m_context.accounts.list().isEmpty()) // no menu yet
                    m_waiting->offerInstead(tr("Connect to another service"),
                                            [this] { begin(true); });
                m_waiting->show();
            } else if (currentPage() && !m_hasSaidFailed) { // once, however often it is tried
                m_hasSaidFailed = true;
                m_context.messages.say({Messages::Kind::Error, tr("The mail host could not start"),
                                        error.detail, tr("Try again"), again});
            }
        });
    goSomewhere();
    if (const auto damaged = tellSetAside(context.journal, context.looks))
        context.messages.say(*damaged);
}

MainWindow::~MainWindow() = default;

void MainWindow::build()
{
    auto *frame = new QWidget(this);
    auto *line = new QHBoxLayout(frame);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(0);

    m_side = new QWidget(frame);
    m_side->setObjectName(QStringLiteral("side"));
    auto *sideColumn = new QVBoxLayout(m_side);
    sideColumn->setContentsMargins(0, grid(1.5), 0, 0);
    sideColumn->setSpacing(grid(0.5));
    auto *top = new QHBoxLayout;
    top->setContentsMargins(grid(1.5), 0, grid(1.5), 0);
    top->setSpacing(0);
    m_menuButton = new QToolButton(m_side);
    m_menuButton->setObjectName(QStringLiteral("menuButton"));
    m_menuButton->setAutoRaise(true);
    m_menuButton->setIcon(icon(QStringLiteral("menu")));
    m_menuButton->setToolTip(tr("Menu"));
    m_menuButton->setAccessibleName(tr("Menu"));
    m_menuButton->setPopupMode(QToolButton::InstantPopup);
    m_menuButton->setMenu(makeMenu());
    auto *brand = new Text(QStringLiteral("Mailwright"), Size::Section, Role::Text, m_side);
    brand->setSize(Size::Section, QFont::DemiBold);
    brand->setContentsMargins(grid(0.5), 0, 0, 0);
    m_brand = brand;
    auto *search = new QToolButton(m_side);
    search->setObjectName(QStringLiteral("searchButton"));
    search->setAutoRaise(true);
    search->setDefaultAction(m_context.actions.action(QStringLiteral("app.palette")));
    search->setIcon(icon(QStringLiteral("search")));
    search->setToolTip(
        tr("Find anything (%1)")
            .arg(QKeySequence(Qt::CTRL | Qt::Key_K).toString(QKeySequence::NativeText)));
    search->setAccessibleName(tr("Find anything"));
    top->addWidget(m_menuButton);
    top->addWidget(brand, 1);
    top->addWidget(search);
    sideColumn->addLayout(top);
    m_navigation = new Navigation(m_context, m_side);
    sideColumn->addWidget(m_navigation, 1);
    m_tray = new JobTray(m_context.jobs, m_context.clock, m_side);
    sideColumn->addWidget(m_tray);
    connect(m_tray, &JobTray::reportWanted, this, [this](qint64 entry) {
        if (const auto scope = m_context.journal.scopeOf(entry))
            m_context.navigator.go({QStringLiteral("journal"), *scope, {}, QString::number(entry)});
    });
    line->addWidget(m_side);

    auto *rule = new QFrame(frame);
    rule->setFrameShape(QFrame::VLine);
    rule->setFixedWidth(1);
    line->addWidget(rule);

    auto *centre = new QWidget(frame);
    centre->setAutoFillBackground(true);
    centre->setBackgroundRole(QPalette::Base);
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_bar = new MessageBar(centre);
    m_bar->setObjectName(QStringLiteral("message"));
    m_stack = new QStackedWidget(centre);
    m_stack->setObjectName(QStringLiteral("pages"));
    m_waiting = new StatePanel(m_stack);
    m_waiting->setObjectName(QStringLiteral("waiting"));
    m_stack->addWidget(m_waiting);
    m_staged = new StagedBar(m_context.actions.action(QStringLiteral("changes.review")),
                             m_context.actions.action(QStringLiteral("changes.discard")), centre);
    column->addWidget(m_bar);
    column->addWidget(m_stack, 1);
    column->addWidget(m_staged);
    line->addWidget(centre, 1);
    setCentralWidget(frame);
    m_palette = new CommandPalette(m_context, this);
}

store::Scope MainWindow::scope() const
{
    const Place here = m_context.navigator.current();
    if (!here.page.isEmpty())
        return here.scope;
    const auto accounts = m_context.accounts.list();
    return accounts.isEmpty() ? store::Scope() : store::Scope{accounts.first().id, 0};
}

Page *MainWindow::currentPage() const { return qobject_cast<Page *>(m_stack->currentWidget()); }

void MainWindow::go(const Place &place)
{
    const PageKind *kind = nullptr;
    for (const PageKind &known : pageKinds())
        if (known.id == place.page)
            kind = &known;
    if (!kind)
        return;
    m_newcomer.clear(); // whoever goes somewhere waits no more
    Page *before = currentPage();
    if (before)
        m_states.insert(stateKeyOf(before->place()), before->saveState());
    Page *&page = m_pages[keyOf(place)];
    const bool isOther = !page || page != before || !(page->place() == place);
    if (!page) {
        page = kind->make(m_context, place, m_stack);
        m_stack->addWidget(page);
    } else if (!(page->place() == place)) {
        page->show(place);
    }
    m_stack->setCurrentWidget(page);
    m_side->show();
    if (const auto state = m_states.constFind(stateKeyOf(place));
        isOther && place.tab.isEmpty() && state != m_states.cend())
        page->restoreState(*state); // a tab that was asked for wins over the one left last
    page->setFocus();
    m_navigation->show(place);
    m_context.accounts.setShown(place.scope);
    const auto account = m_context.accounts.account(place.scope.account);
    m_context.actions.action(QStringLiteral("account.token"))
        ->setEnabled(account && account->kind != mail::AccountKind::Local);
    m_context.settings.setValue(placeName, QStringList{place.page, place.scope.account,
                                                       QString::number(place.scope.service)});
    m_context.actions.action(QStringLiteral("go.back"))
        ->setEnabled(m_context.navigator.canGoBack());
    m_context.actions.action(QStringLiteral("go.forward"))
        ->setEnabled(m_context.navigator.canGoForward());
    tellStaged();
    tellTitle();
}

void MainWindow::goSomewhere()
{
    if (m_context.accounts.list().isEmpty()) {
        begin(true);
        return;
    }
    m_side->show();
    if (!m_newcomer.isEmpty() && m_context.accounts.account(m_newcomer)) {
        const auto services = m_context.cache.services(m_newcomer);
        const auto pages = services.isEmpty()
                               ? QList<Place>()
                               : m_navigation->pagesOf({m_newcomer, services.first().id});
        if (pages.isEmpty()) {
            showStart(); // until it tells what it has
            return;
        }
        m_context.navigator.go(pages.first());
        if (m_context.accounts.list().size() > 1)
            m_context.messages.confirm(tr("The account %1 was added.")
                                           .arg(fullServiceName(m_context.accounts, m_context.cache,
                                                                pages.first().scope)));
        return;
    }
    const QStringList last = m_context.settings.value(placeName).toStringList();
    if (last.size() == 3) {
        const Place place{last.at(0), {last.at(1), last.at(2).toLongLong()}, {}, {}};
        const bool isOverall =
            std::any_of(pageKinds().cbegin(), pageKinds().cend(), [&](const PageKind &kind) {
                return kind.isOverall && kind.id == place.page;
            });
        const bool inTree = m_navigation->pagesOf(place.scope).contains(place);
        if (isOverall || (inTree && m_context.cache.service(place.scope))) {
            m_context.navigator.go(place);
            return;
        }
    }
    if (const auto first = m_navigation->firstPlace())
        m_context.navigator.go(*first);
    else
        showStart();
}

// Accounts, but nothing known of them yet: connecting, or why not.
void MainWindow::showStart()
{
    const auto accounts = m_context.accounts.list();
    if (accounts.isEmpty())
        return;
    const mail::Account account = m_context.accounts.account(m_newcomer).value_or(accounts.first());
    m_context.accounts.setShown({account.id, 0}); // asked again until it answers
    m_side->show();
    m_stack->setCurrentWidget(m_waiting);
    const auto again = [this, account] {
        if (account.kind == mail::AccountKind::Local)
            m_hosts.open(account.directory);
        else
            m_context.accounts.refresh(account.id);
        showStart();
    };
    const bool isStarting = account.kind == mail::AccountKind::Local && m_hosts.isStarting();
    switch (isStarting ? Accounts::Connection::Unknown
                       : m_context.accounts.connection(account.id)) {
    case Accounts::Connection::Offline:
        m_waiting->set(PageState::Offline, tr("%1 does not answer").arg(account.name),
                       tr("Nothing was read from it yet, so there is nothing to show. It is tried "
                          "again by itself."),
                       tr("Try again"), again);
        break;
    case Accounts::Connection::Refused: {
        const Error error = m_context.accounts.lastError(account.id);
        const bool hasNone = error.code == u"no-token" || error.code == u"no-keyring";
        const bool asks = account.kind != mail::AccountKind::Local;
        m_waiting->set(PageState::Forbidden,
                       hasNone ? tr("No token for %1").arg(account.name)
                       : error.kind == Error::Kind::Forbidden
                           ? tr("%1 shows you no mail service").arg(account.name)
                           : tr("%1 refused the sign-in").arg(account.name),
                       error.kind == Error::Kind::Forbidden
                           ? tr("The token is good, but its owner may not look after a mail "
                                "service here. An administrator of the organisation can change "
                                "that, or enter a token of somebody who may.")
                           : sentenceFor(error).text,
                       asks ? tr("Enter a new token…") : tr("Try again"),
                       asks ? std::function<void()>([this] { askToken(); }) : again);
        break;
    }
    case Accounts::Connection::Online:
        m_waiting->set(PageState::Empty, tr("No mail service here"),
                       tr("%1 answers, but your token sees no mail service.").arg(account.name));
        break;
    case Accounts::Connection::Unknown:
        m_waiting->set(PageState::Loading, tr("Connecting to %1").arg(account.name),
                       account.kind == mail::AccountKind::Local
                           ? tr("The mail host on this computer is being started.")
                           : QString());
        break;
    }
    m_waiting->show();
}

// Of the account that is looked at, or of the first one where none is.
void MainWindow::askToken()
{
    auto account = m_context.accounts.account(scope().account);
    if (!account && !m_context.accounts.list().isEmpty())
        account = m_context.accounts.list().first();
    if (!account || account->kind == mail::AccountKind::Local) // its host tells it at each start
        return;
    (new TokenDialog(m_context.accounts, m_context.jobs, m_test, *account, this))->open();
}

void MainWindow::openHost(const QString &directory)
{
    m_hasSaidFailed = false;
    if (m_context.accounts.list().isEmpty()) {
        m_side->hide();
        m_stack->setCurrentWidget(m_waiting);
        m_waiting->set(PageState::Loading, tr("Starting the mail host"),
                       tr("The first time this takes some seconds: it makes its own certificates "
                          "and directories."));
        m_waiting->show();
    }
    m_hosts.open(directory);
}

void MainWindow::begin(bool isFirst)
{
    if (!m_start) {
        m_start = new FirstStart(m_context.accounts, m_hosts, m_context.jobs, m_test, m_stack);
        m_stack->addWidget(m_start);
        connect(m_start, &FirstStart::finished, this, [this](const QString &account) {
            m_newcomer = account;
            goSomewhere();
        });
        connect(m_start, &FirstStart::left, this, &MainWindow::goSomewhere);
    }
    m_side->setVisible(!isFirst);
    m_stack->setCurrentWidget(m_start);
    m_start->begin(isFirst);
    tellTitle();
}

void MainWindow::forget(const QString &account)
{
    for (auto it = m_pages.begin(); it != m_pages.end();) {
        if (it.value()->place().scope.account == account) {
            it.value()->deleteLater();
            it = m_pages.erase(it);
        } else {
            ++it;
        }
    }
    m_context.navigator.forget(account);
    m_stack->setCurrentWidget(m_waiting);
    m_context.accounts.remove(account);
    if (!m_context.accounts.list().isEmpty())
        goSomewhere();
}

void MainWindow::tellStaged()
{
    const int count = scope().service ? m_context.changes.stagedCount(scope()) : 0;
    m_staged->setCount(count);
    for (const char *id : {"changes.review", "changes.apply", "changes.discard"})
        m_context.actions.action(QLatin1String(id))->setEnabled(count > 0);
}

void MainWindow::tellTitle()
{
    QString where;
    if (currentPage())
        if (const auto service = m_context.cache.service(scope()))
            where = service->domainIdn;
    setWindowTitle(where.isEmpty() ? QStringLiteral("Mailwright")
                                   : tr("%1 – Mailwright").arg(where));
}

void MainWindow::setNarrow(bool narrow)
{
    m_isNarrow = narrow;
    m_isWideAnyway = !narrow;
    m_context.settings.setValue(narrowName, narrow);
    showSide();
}

void MainWindow::showSide()
{
    const bool isSmall = width() < smallWindow();
    m_isWideAnyway = m_isWideAnyway && isSmall;
    const bool narrow = m_isNarrow || (isSmall && !m_isWideAnyway);
    if (narrow == m_navigation->isNarrow() && m_side->minimumWidth() > 0)
        return;
    m_navigation->setNarrow(narrow);
    m_tray->setNarrow(narrow);
    m_side->setFixedWidth(narrow ? narrowSide() : wideSide());
    m_brand->setVisible(!narrow);
    m_side->findChild<QToolButton *>(QStringLiteral("searchButton"))->setVisible(!narrow);
}

void MainWindow::setDense(bool dense)
{
    m_context.settings.setDense(dense);
    for (ObjectTable *table : findChildren<ObjectTable *>())
        table->setDense(dense);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (const int count = m_context.changes.underWay(); count > 0 && !m_closesAnyway) {
        event->ignore();
        m_context.messages.ask(
            this, tr("%Ln change(s) are still being applied. Close anyway?", nullptr, count),
            tr("What has not been applied by then is not. The journal says what was done, and what "
               "was not can be tried again there."),
            tr("Close"), [this] {
                m_closesAnyway = true;
                close();
            });
        return;
    }
    m_context.settings.setState(geometryName, saveGeometry());
    QMainWindow::closeEvent(event);
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::ApplicationFontChange && m_side) {
        m_side->setMinimumWidth(0); // measured anew
        showSide();
    }
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    if (m_side)
        showSide();
}

} // namespace ui
