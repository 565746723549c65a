// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/firststart.h"

#include "ui/shell/authorityfile.h"
#include "ui/shell/connectionfault.h"
#include "ui/shell/messages.h"
#include "ui/widgets/formgrid.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/strokes.h"
#include "ui/widgets/text.h"

#include <QAbstractButton>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QUrl>
#include <QUuid>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr auto infomaniakUrl = "https://api.infomaniak.com";

// One of the three ways in: icon, title, what it means, a chevron.
class Choice final : public QAbstractButton
{
public:
    Choice(const QString &name, const QString &iconName, const QString &title, const QString &text,
           QWidget *parent)
        : QAbstractButton(parent)
        , m_icon(iconName)
        , m_words(text)
    {
        setObjectName(name);
        setText(title);
        setAccessibleName(title);
        setAccessibleDescription(text);
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
        setCursor(Qt::PointingHandCursor);
        QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
        policy.setHeightForWidth(true);
        setSizePolicy(policy);
    }

    void setWords(const QString &words)
    {
        m_words = words;
        setAccessibleDescription(words);
        updateGeometry();
    }

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override
    {
        const QFontMetrics title(fontOf(Size::Section, QFont::DemiBold));
        const QFontMetrics words(fontOf(Size::Body));
        return grid(4) + title.height() + scaled(4) +
               words.boundingRect(0, 0, wordsWidth(width), 10000, Qt::TextWordWrap, m_words)
                   .height();
    }
    QSize sizeHint() const override { return {scaled(560), heightForWidth(scaled(560))}; }

protected:
    void keyPressEvent(QKeyEvent *event) override
    {
        if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
            click();
        else
            QAbstractButton::keyPressEvent(event);
    }
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QPalette &p = palette();
        const bool over = isEnabled() && (underMouse() || hasFocus());
        painter.setPen(colour(over ? Role::Accent : Role::Line, p));
        painter.setBrush(colour(isDown()      ? Role::AccentSoft
                                : isDark(p)   ? Role::Raised
                                : isEnabled() ? Role::Surface
                                              : Role::Window,
                                p));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), scaled(8),
                                scaled(8));
        if (hasFocus())
            drawFocusRing(&painter, rect(), scaled(8), p);

        const int side = scaled(40);
        const QRect badge(grid(2), grid(2), side, side);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour(isEnabled() ? Role::AccentSoft : Role::Hover, p));
        painter.drawRoundedRect(badge, scaled(8), scaled(8));
        const int icon = scaled(22);
        painter.drawPixmap(badge.center().x() - icon / 2 + 1, badge.center().y() - icon / 2 + 1,
                           iconPixmap(m_icon, colour(isEnabled() ? Role::Accent : Role::Outline, p),
                                      icon, devicePixelRatioF()));
        const int left = badge.right() + grid(2);
        const QFont titleFont = fontOf(Size::Section, QFont::DemiBold);
        painter.setFont(titleFont);
        painter.setPen(colour(isEnabled() ? Role::Text : Role::Muted, p));
        const int height = QFontMetrics(titleFont).height();
        painter.drawText(QRect(left, grid(2) - scaled(2), width() - left, height),
                         Qt::AlignLeft | Qt::AlignVCenter, text());
        painter.setFont(fontOf(Size::Body));
        painter.setPen(colour(Role::Muted, p));
        painter.drawText(QRect(left, grid(2) + height + scaled(2), wordsWidth(width()), 10000),
                         Qt::TextWordWrap, m_words);
        if (isEnabled()) {
            const int mark = scaled(16);
            painter.drawPixmap(width() - grid(2) - mark, (this->height() - mark) / 2,
                               iconPixmap(QStringLiteral("chevron-right"), colour(Role::Muted, p),
                                          mark, devicePixelRatioF()));
        }
    }

private:
    static int wordsWidth(int width) { return width - grid(2) - scaled(40) - grid(2) - grid(6); }

    QString m_icon;
    QString m_words;
};

// A column of one reading width in the middle of what there is.
QWidget *centred(QWidget *content, QWidget *parent)
{
    auto *area = new QScrollArea(parent);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    auto *room = new QWidget(area);
    auto *column = new QVBoxLayout(room);
    column->setContentsMargins(grid(3), grid(3), grid(3), grid(3));
    column->addStretch(2);
    auto *line = new QHBoxLayout;
    line->addStretch(1);
    content->setMaximumWidth(scaled(620));
    content->setMinimumWidth(scaled(420));
    line->addWidget(content, 8);
    line->addStretch(1);
    column->addLayout(line);
    column->addStretch(3);
    area->setWidget(room);
    return area;
}

} // namespace

FirstStart::FirstStart(Accounts &accounts, LocalHosts &hosts, Jobs &jobs, Test test,
                       QWidget *parent)
    : QWidget(parent)
    , m_accounts(accounts)
    , m_hosts(hosts)
    , m_jobs(jobs)
    , m_test(std::move(test))
{
    setObjectName(QStringLiteral("firststart"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_pages = new QStackedWidget(this);
    column->addWidget(m_pages);
    m_pages->addWidget(centred(makeChoices(), m_pages));
    m_pages->addWidget(centred(makeForm(), m_pages));
    m_pages->addWidget(centred(makeStarting(), m_pages));

    connect(&hosts, &LocalHosts::ready, this, [this](const QString &account) {
        if (m_pages->currentIndex() == 2 && isVisible())
            emit finished(account);
    });
    connect(&hosts, &LocalHosts::noted, this,
            [this](const QString &, const QString &line) { m_startingNote->setText(line); });
    connect(&hosts, &LocalHosts::failed, this, [this](const QString &, const Error &error) {
        m_startingTitle->setText(tr("The mail host could not start"));
        const Sentence why = LocalHosts::whyFailed(error);
        m_startingNote->setText(why.text);
        m_startingDetails->setText(why.details);
        m_startingAgain->show();
    });
}

QWidget *FirstStart::makeChoices()
{
    auto *page = new QWidget(this);
    auto *column = new QVBoxLayout(page);
    column->setSpacing(grid(1.5));
    m_welcome = Text::title(tr("Welcome to Mailwright"), page);
    m_intro = Text::muted({}, page);
    m_intro->setWordWrap(true);
    column->addWidget(m_welcome);
    column->addWidget(m_intro);
    column->addSpacing(grid());

    auto *local = new Choice(QStringLiteral("firststart.local"), QStringLiteral("house"),
                             tr("Mail host on this computer"),
                             tr("A private host with real mailboxes, for trying things out and for "
                                "rehearsing changes. It answers only on this computer."),
                             page);
    if (const QString reason = LocalHosts::whyNot(); !reason.isEmpty()) {
        local->setEnabled(false);
        local->setToolTip(reason);
        local->setWords(reason);
    }
    auto *server = new Choice(
        QStringLiteral("firststart.server"), QStringLiteral("server"), tr("A Mailwright server"),
        tr("Your own mail host that runs the Mailwright daemon. You need its address "
           "and a token."),
        page);
    auto *infomaniak = new Choice(
        QStringLiteral("firststart.infomaniak"), QStringLiteral("cloud"), tr("Infomaniak"),
        tr("Mail services in your Infomaniak organisation. You need an API token with "
           "the scopes for your profile and for mail."),
        page);
    connect(local, &QAbstractButton::clicked, this, [this] { choose(mail::AccountKind::Local); });
    connect(server, &QAbstractButton::clicked, this, [this] { choose(mail::AccountKind::Server); });
    connect(infomaniak, &QAbstractButton::clicked, this,
            [this] { choose(mail::AccountKind::Infomaniak); });
    column->addWidget(local);
    column->addWidget(server);
    column->addWidget(infomaniak);
    m_leave = new QPushButton(tr("Back"), page);
    m_leave->setObjectName(QStringLiteral("firststart.leave"));
    m_leave->setAccessibleName(m_leave->text());
    setWeight(m_leave, Weight::Quiet);
    connect(m_leave, &QPushButton::clicked, this, &FirstStart::left);
    column->addWidget(m_leave, 0, Qt::AlignLeft);
    return page;
}

QWidget *FirstStart::makeForm()
{
    auto *page = new QWidget(this);
    auto *column = new QVBoxLayout(page);
    column->setSpacing(grid(1.5));
    m_formTitle = Text::title({}, page);
    m_formHint = Text::muted({}, page);
    m_formHint->setWordWrap(true);
    m_bar = new MessageBar(page);
    m_bar->setObjectName(QStringLiteral("firststart.message"));
    column->addWidget(m_formTitle);
    column->addWidget(m_formHint);
    column->addWidget(m_bar);
    column->addSpacing(grid());

    m_form = new FormGrid(page);
    m_url = new QLineEdit(m_form);
    m_url->setPlaceholderText(QStringLiteral("https://mail.example.org:8443"));
    m_url->setInputMethodHints(Qt::ImhUrlCharactersOnly);
    m_token = new QLineEdit(m_form);
    m_token->setEchoMode(QLineEdit::Password);
    auto *ca = new QWidget(m_form);
    auto *caLine = new QHBoxLayout(ca);
    caLine->setContentsMargins(0, 0, 0, 0);
    m_ca = new QLineEdit(ca);
    m_ca->setObjectName(QStringLiteral("firststart.ca"));
    m_ca->setAccessibleName(tr("Certificate of the authority"));
    auto *browse = new QPushButton(tr("Choose…"), ca);
    browse->setObjectName(QStringLiteral("firststart.browse"));
    browse->setAccessibleName(tr("Choose the file of the certificate authority"));
    caLine->addWidget(m_ca, 1);
    caLine->addWidget(browse);
    ca->setFocusProxy(m_ca);
    m_form->addRow(QStringLiteral("url"), tr("Address"), m_url, {}, FormGrid::Width::Wide);
    m_form->addRow(QStringLiteral("token"), tr("Token"), m_token,
                   tr("Kept in this computer's keyring, never in a file."), FormGrid::Width::Wide);
    m_form->addRow(QStringLiteral("ca_file"), tr("Authority"), ca,
                   tr("Only when the server's certificate was signed by an authority of your own."),
                   FormGrid::Width::Wide);
    m_url->setObjectName(QStringLiteral("firststart.url"));
    m_token->setObjectName(QStringLiteral("firststart.token"));
    column->addWidget(m_form);

    m_progress = Text::muted({}, page);
    m_progress->setObjectName(QStringLiteral("firststart.progress"));
    auto *buttons = new QHBoxLayout;
    auto *back = new QPushButton(tr("Back"), page);
    back->setObjectName(QStringLiteral("firststart.back"));
    back->setAccessibleName(back->text());
    m_connect = new QPushButton(tr("Connect"), page);
    m_connect->setObjectName(QStringLiteral("firststart.connect"));
    m_connect->setAccessibleName(m_connect->text());
    setWeight(m_connect, Weight::Primary);
    buttons->addWidget(m_progress, 1);
    buttons->addWidget(back);
    buttons->addWidget(m_connect);
    column->addSpacing(grid());
    column->addLayout(buttons);

    connect(back, &QPushButton::clicked, this, &FirstStart::goBack);
    connect(m_connect, &QPushButton::clicked, this, &FirstStart::connectNow);
    for (QLineEdit *field : {m_url, m_token, m_ca}) {
        connect(field, &QLineEdit::returnPressed, this, &FirstStart::connectNow);
        connect(field, &QLineEdit::textEdited, this, [this] {
            m_form->clearFaults();
            m_bar->dismiss();
        });
    }
    connect(browse, &QPushButton::clicked, this, [this] {
        auto *dialog = new QFileDialog(this, tr("Certificate of the authority"), {},
                                       tr("Certificates (*.pem *.crt *.cer);;All files (*)"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
            m_ca->setText(file);
            m_form->setFault(QStringLiteral("ca_file"), authorityFault(file));
        });
        dialog->open();
    });
    return page;
}

QWidget *FirstStart::makeStarting()
{
    auto *page = new QWidget(this);
    auto *column = new QVBoxLayout(page);
    column->setSpacing(grid(1.5));
    m_startingTitle = Text::title({}, page);
    m_startingTitle->setObjectName(QStringLiteral("firststart.starting"));
    auto *busy = new QProgressBar(page);
    busy->setRange(0, 0);
    busy->setTextVisible(false);
    busy->setFixedHeight(scaled(4));
    busy->setAccessibleName(tr("Starting"));
    m_startingNote = Text::muted({}, page);
    m_startingNote->setWordWrap(true);
    m_startingDetails = new Text({}, Size::Small, Role::Muted, page);
    m_startingDetails->setWordWrap(true);
    m_startingDetails->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *buttons = new QHBoxLayout;
    auto *back = new QPushButton(tr("Back"), page);
    back->setObjectName(QStringLiteral("firststart.startingBack"));
    back->setAccessibleName(back->text());
    m_startingAgain = new QPushButton(tr("Try again"), page);
    m_startingAgain->setObjectName(QStringLiteral("firststart.again"));
    m_startingAgain->setAccessibleName(m_startingAgain->text());
    setWeight(m_startingAgain, Weight::Primary);
    buttons->addStretch(1);
    buttons->addWidget(back);
    buttons->addWidget(m_startingAgain);
    column->addWidget(m_startingTitle);
    column->addWidget(busy);
    column->addWidget(m_startingNote);
    column->addWidget(m_startingDetails);
    column->addLayout(buttons);
    connect(back, &QPushButton::clicked, this, &FirstStart::goBack);
    connect(m_startingAgain, &QPushButton::clicked, this,
            [this] { choose(mail::AccountKind::Local); });
    // The bar says "something happens": not when it failed.
    connect(&m_hosts, &LocalHosts::failed, busy, &QWidget::hide);
    connect(m_startingAgain, &QPushButton::clicked, busy, &QWidget::show);
    return page;
}

void FirstStart::begin(bool isFirst)
{
    m_welcome->setText(isFirst ? tr("Welcome to Mailwright") : tr("Add an account"));
    m_intro->setText(isFirst ? tr("Addresses, people and devices of your mail services in one "
                                  "place. Where is your mail?")
                             : tr("Where is your mail?"));
    m_leave->setVisible(!isFirst);
    m_pages->setCurrentIndex(0);
    if (auto *first = findChild<QAbstractButton *>(QStringLiteral("firststart.local")))
        first->setFocus();
}

void FirstStart::goBack()
{
    if (m_pages->currentIndex() == 0) {
        if (!m_leave->isHidden())
            emit left();
        return;
    }
    if (m_job)
        m_jobs.cancel(m_job);
    tellBusy(false);
    m_pages->setCurrentIndex(0);
    const char *from = m_kind == mail::AccountKind::Local    ? "firststart.local"
                       : m_kind == mail::AccountKind::Server ? "firststart.server"
                                                             : "firststart.infomaniak";
    if (auto *choice = findChild<QAbstractButton *>(QLatin1String(from)))
        choice->setFocus();
}

void FirstStart::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        goBack();
    else
        QWidget::keyPressEvent(event);
}

void FirstStart::choose(mail::AccountKind kind)
{
    m_kind = kind;
    m_form->clearFaults();
    m_bar->dismiss();
    tellBusy(false);
    if (kind == mail::AccountKind::Local) {
        m_startingTitle->setText(tr("Starting the mail host"));
        m_startingNote->setText(tr("The first time this takes some seconds: it makes its own "
                                   "certificates and directories."));
        m_startingDetails->setText({});
        m_startingAgain->hide();
        m_pages->setCurrentIndex(2);
        m_hosts.open(LocalHosts::usualDirectory());
        return;
    }
    const bool isServer = kind == mail::AccountKind::Server;
    m_formTitle->setText(isServer ? tr("Connect to a Mailwright server")
                                  : tr("Connect to Infomaniak"));
    m_formHint->setText(isServer
                            ? tr("The server's administrator gives you both. The connection is "
                                 "tested before anything is kept.")
                            : tr("Make a token in your Infomaniak Manager under Developer, API "
                                 "tokens, with the scopes user_info and mail. This connection "
                                 "follows the published API; it was not tried against the live "
                                 "service while it was built."));
    m_form->setRowVisible(QStringLiteral("url"), isServer);
    m_form->setRowVisible(QStringLiteral("ca_file"), isServer);
    m_token->clear();
    // Said before the token is typed: it may not be kept at all.
    m_accounts.probeKeyring(this, [this] { tellKeyring(); });
    m_pages->setCurrentIndex(1);
    (isServer ? m_url : m_token)->setFocus();
}

void FirstStart::tellKeyring()
{
    m_form->setHint(QStringLiteral("token"),
                    m_accounts.isLasting()
                        ? tr("Kept in this computer's keyring, never in a file.")
                        : tr("No keyring works on this computer: the token is kept until "
                             "Mailwright ends, and never in a file."));
}

mail::Account FirstStart::typed() const
{
    mail::Account account;
    account.id = m_typedId;
    account.kind = m_kind;
    if (m_kind == mail::AccountKind::Infomaniak) {
        account.name = QStringLiteral("Infomaniak");
        account.url = QLatin1String(infomaniakUrl);
        return account;
    }
    QString url = m_url->text().trimmed();
    if (!url.contains(QStringLiteral("://")))
        url.prepend(QStringLiteral("https://"));
    while (url.endsWith(u'/'))
        url.chop(1);
    account.url = url;
    account.name = QUrl(url).host();
    account.caFile = m_ca->text().trimmed();
    return account;
}

void FirstStart::connectNow()
{
    if (m_job)
        return;
    m_form->clearFaults();
    m_bar->dismiss();
    const bool isServer = m_kind == mail::AccountKind::Server;
    const Secret token(m_token->text().trimmed());
    if (m_typedId.isEmpty())
        m_typedId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const mail::Account account = typed();
    if (isServer && (m_url->text().trimmed().isEmpty() || account.name.isEmpty())) {
        m_form->setFault(QStringLiteral("url"), tr("Type the address of the server, as in "
                                                   "https://mail.example.org:8443."));
        m_url->setFocus();
        return;
    }
    if (token.isEmpty()) {
        m_form->setFault(QStringLiteral("token"), tr("Paste the token."));
        m_token->setFocus();
        return;
    }
    if (const QString fault =
            isServer && !account.caFile.isEmpty() ? authorityFault(account.caFile) : QString();
        !fault.isEmpty()) {
        m_form->setFault(QStringLiteral("ca_file"), fault);
        m_ca->setFocus();
        return;
    }
    tellBusy(true);
    m_job = m_jobs.run(
        tr("Test the connection to %1").arg(account.name), {{}, true},
        [test = m_test, account, token](Progress &progress) {
            return test(account, token, progress);
        },
        this,
        [this, account, token](const Result<mail::User> &user) {
            m_job = 0;
            tellBusy(false);
            if (!user) {
                tellFault(user.error());
                return;
            }
            m_token->clear();
            m_typedId.clear();
            m_accounts.add(account, token);
            emit finished(account.id);
        });
}

void FirstStart::tellFault(const Error &error)
{
    if (error.kind == Error::Kind::Cancelled)
        return;
    const bool isServer = m_kind == mail::AccountKind::Server;
    const auto &[field, text] = connectionFault(error, !m_ca->text().isEmpty());
    if (!text.isEmpty() && (isServer || field == u"token")) {
        m_form->setFault(field, text);
        QWidget *where = field == u"token" ? m_token : field == u"url" ? m_url : m_ca;
        where->setFocus();
        if (!error.detail.isEmpty())
            m_form->field(field)->setToolTip(error.detail);
        return;
    }
    const Sentence sentence = sentenceFor(error);
    m_bar->say(
        {Messages::Kind::Error, text.isEmpty() ? sentence.text : text, sentence.details, {}, {}});
}

void FirstStart::tellBusy(bool busy)
{
    m_progress->setText(busy ? tr("Testing the connection…") : QString());
    m_connect->setEnabled(!busy);
    for (QLineEdit *field : {m_url, m_token, m_ca})
        field->setEnabled(!busy);
}

} // namespace ui
