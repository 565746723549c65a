// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/address/generaltab.h"

#include "app/mail/rules.h"
#include "app/model/text.h"
#include "ui/pages/address/rightwords.h"
#include "ui/pages/address/userrow.h"
#include "ui/shell/accounts.h"
#include "ui/shell/changes.h"
#include "ui/shell/messages.h"
#include "ui/widgets/card.h"
#include "ui/widgets/fact.h"
#include "ui/widgets/flow.h"
#include "ui/widgets/formgrid.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/text.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui {

GeneralTab::GeneralTab(Context &context, model::AccessModel &accesses, model::DeviceModel &devices,
                       QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_accesses(accesses)
    , m_devices(devices)
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto *area = new QScrollArea(this);
    area->setObjectName(QStringLiteral("general.scroll"));
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    auto *inside = new QWidget;
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(scaled(12), grid(2), grid(3), grid(3)); // the page has the rest
    column->setSpacing(grid(2));
    area->setWidget(inside);
    outer->addWidget(area);

    m_users = new Card(tr("Users"), inside);
    m_users->setHint(tr("Everybody here sees the same mailbox. A right takes effect at once."));
    m_usersState = Text::muted({}, m_users);
    m_usersState->setObjectName(QStringLiteral("users.state"));
    m_usersState->setWordWrap(true);
    m_users->body()->addWidget(m_usersState);
    m_list = new QVBoxLayout;
    m_list->setSpacing(0);
    m_users->body()->addLayout(m_list);
    column->addWidget(m_users);

    auto *about = new Card(tr("About this address"), inside);
    makeFacts(about);
    column->addWidget(about);
    column->addStretch();

    connect(&m_accesses, &model::AccessModel::refreshed, this, &GeneralTab::showUsers);
    connect(&m_devices, &model::DeviceModel::refreshed, this, &GeneralTab::showUsers);
}

void GeneralTab::makeFacts(Card *about)
{
    auto *facts = new QWidget(about);
    auto *flow = new Flow(facts);
    flow->setContentsMargins(0, 0, 0, 0);
    flow->setSpacing(grid(2));
    const std::pair<const char *, QString> all[] = {{"size", tr("Storage")},
                                                    {"imap", tr("Last IMAP login")},
                                                    {"pop3", tr("Last POP3 login")},
                                                    {"created", tr("Created")},
                                                    {"features", tr("Switched on")}};
    for (const auto &[name, label] : all) {
        const QString key = QLatin1String(name);
        auto *fact = new Fact(label, QStringLiteral("address.%1").arg(key), facts);
        m_facts.insert(key, fact);
        flow->addWidget(fact);
    }
    auto *refresh = m_refreshSize = new QToolButton(facts);
    refresh->setObjectName(QStringLiteral("address.refreshSize"));
    refresh->setIcon(icon(QStringLiteral("refresh-cw"), Role::Muted));
    refresh->setIconSize({scaled(13), scaled(13)});
    refresh->setFixedSize(scaled(20), scaled(20));
    refresh->setAutoRaise(true);
    refresh->setFocusPolicy(Qt::StrongFocus);
    refresh->setAccessibleName(tr("Refresh the size"));
    refresh->setToolTip(tr("Count the storage again"));
    connect(refresh, &QToolButton::clicked, this, &GeneralTab::refreshWanted);
    m_facts.value(QStringLiteral("size"))->addBeside(refresh);
    about->body()->addWidget(facts);
    m_limited = new Text({}, Size::Body, Role::Warning, about);
    m_limited->setObjectName(QStringLiteral("address.limited"));
    m_limited->setText(
        tr("An account uses this address as its login, so it cannot be shared further."));
    m_limited->setWordWrap(true);
    about->body()->addWidget(m_limited);

    m_form = new FormGrid(about);
    m_note = new QLineEdit(m_form);
    m_note->setObjectName(QStringLiteral("address.note"));
    m_note->setPlaceholderText(tr("What the address is for"));
    m_form->addRow(QStringLiteral("note"), tr("Note"), m_note, {}, FormGrid::Width::Wide);
    about->body()->addSpacing(grid(0.5));
    about->body()->addWidget(m_form);
    connect(m_note, &QLineEdit::textChanged, this, &GeneralTab::tellNote);
    connect(m_note, &QLineEdit::editingFinished, this, &GeneralTab::saveNote);
    m_note->installEventFilter(this); // Escape takes back what was typed
}

void GeneralTab::setMailbox(const store::Scope &scope, const mail::Mailbox &mailbox)
{
    const bool isOther = m_mailbox.name != mailbox.name || !(m_scope == scope);
    m_scope = scope;
    if (isOther) {
        m_wishes.clear();
        m_sent.clear();
    }
    const QString before = m_mailbox.note.value_or(QString());
    m_mailbox = mailbox;
    if (const auto change = m_context.changes.pending(scope, mail::refOf(mailbox)))
        (void)mail::patch(m_mailbox, change->after).has_value();
    const QString note = m_mailbox.note.value_or(QString());
    if (isOther || !m_note->hasFocus() || m_note->text() == before)
        m_note->setText(note); // else the user is typing in it
    tellNote();

    showFacts(mailbox);
    showUsers();
}

void GeneralTab::showFacts(const mail::Mailbox &mailbox)
{
    const QDateTime now = m_context.clock.now();
    const auto date = [&](const char *name, const std::optional<QDateTime> &at,
                          const QString &never) {
        Fact *fact = m_facts.value(QLatin1String(name));
        fact->setVisible(at.has_value());
        const bool isKnown = at && at->isValid();
        fact->setValue(isKnown ? model::relativeText(*at, now) : never,
                       isKnown ? model::exactText(*at) : QString());
    };
    date("imap", mailbox.imapLastLogin, tr("never"));
    date("pop3", mailbox.pop3LastLogin, tr("never"));
    date("created", mailbox.createdAt, {});
    QString size = mailbox.size ? model::sizeText(*mailbox.size) : tr("not known yet");
    if (mailbox.sizeCheckedAt && mailbox.sizeCheckedAt->isValid())
        size = tr("%1, as of %2").arg(size, model::relativeText(*mailbox.sizeCheckedAt, now));
    m_facts.value(QStringLiteral("size"))->setValue(size);
    QStringList on;
    bool isTold = false;
    const auto feature = [&](const std::optional<bool> &has, const QString &name) {
        isTold = isTold || has.has_value();
        if (has.value_or(false))
            on.append(name);
    };
    feature(mailbox.hasRedirection, tr("redirection"));
    feature(mailbox.hasAutoReply, tr("auto-reply"));
    feature(mailbox.hasSpamFilter, tr("spam filter"));
    feature(mailbox.hasAdFilter, tr("ad filter"));
    Fact *features = m_facts.value(QStringLiteral("features"));
    features->setVisible(isTold);
    features->setValue(on.isEmpty() ? tr("nothing") : on.join(QStringLiteral(", ")));
    m_limited->setVisible(mailbox.isLimited.value_or(false));
}

void GeneralTab::showUsers()
{
    const QList<mail::Access> &accesses = m_accesses.accesses();
    const QDateTime now = m_context.clock.now();
    QList<qint64> there;
    bool isNew = false;
    for (const mail::Access &access : accesses) {
        there.append(access.user);
        UserRow *&row = m_rows[access.user];
        if (!row) {
            row = new UserRow(access.user, m_users);
            isNew = true;
            const qint64 user = access.user;
            connect(row, &UserRow::rightToggled, this,
                    [this, user](mail::Right right, bool on) { toggle(user, right, on); });
            connect(row, &UserRow::removeWanted, this, [this, user] { removeUser(user); });
            m_list->addWidget(row);
        }
        mail::Access shown = access;
        bool isPending = false;
        if (const auto change = m_context.changes.pending(m_scope, mail::refOf(access)))
            isPending = mail::patch(shown, change->after).has_value();
        if (m_wishes.contains(access.user))
            shown.rights = m_wishes.value(access.user);
        const bool sent = access.rights.value_or(mail::Rights()).allows(mail::Right::SendEmails);
        row->show(shown, isPending,
                  tr("Waits to be applied. Was: %1").arg(sent ? tr("allowed") : tr("not allowed")),
                  m_devices.devices(), now);
    }
    for (auto it = m_rows.begin(); it != m_rows.end();) {
        if (there.contains(it.key())) {
            ++it;
            continue;
        }
        it.value()->deleteLater();
        it = m_rows.erase(it);
    }
    if (isNew)
        orderKeys();
    m_users->setTitle(accesses.isEmpty() ? tr("Users") : tr("Users (%1)").arg(accesses.size()));
    m_usersState->setVisible(accesses.isEmpty());
    m_usersState->setText(m_accesses.knownSince().isValid()
                              ? tr("Nobody uses this address. It receives mail, but it is visible "
                                   "nowhere until you add a user.")
                              : tr("The users of this address were not read yet."));
    showCapabilities();
}

// From top to bottom: rows are made when their users are known, after what stands below them.
void GeneralTab::orderKeys()
{
    QWidget *last = nullptr;
    const auto then = [&last](QWidget *next) {
        if (last)
            setTabOrder(last, next);
        last = next;
    };
    for (int i = 0; i < m_list->count(); ++i)
        if (const QWidget *row = m_list->itemAt(i)->widget())
            for (QWidget *part : row->findChildren<QWidget *>())
                if (part->focusPolicy() & Qt::TabFocus)
                    then(part);
    then(m_refreshSize);
    then(m_note);
}

bool GeneralTab::eventFilter(QObject *watched, QEvent *event)
{
    const bool isKey =
        event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
    const QString kept = m_mailbox.note.value_or(QString());
    if (watched != m_note || !isKey || static_cast<QKeyEvent *>(event)->key() != Qt::Key_Escape ||
        m_note->text() == kept)
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::KeyPress)
        m_note->setText(kept);
    event->accept();
    return true;
}

QString GeneralTab::refusal(mail::Verb verb, const char *kind, const char *field) const
{
    const mail::Capabilities capabilities = m_context.changes.capabilities(m_scope);
    const auto answer =
        capabilities.can(verb, QString::fromLatin1(kind), QString::fromLatin1(field));
    return answer ? QString() : reasonText(answer.reason);
}

void GeneralTab::showCapabilities()
{
    const QString note = refusal(mail::Verb::Update, "mailbox", "note");
    m_note->setReadOnly(!note.isEmpty());
    m_note->setToolTip(note);
    const QString rights = refusal(mail::Verb::Update, "access", "rights");
    const QString remove = refusal(mail::Verb::Remove, "access");
    for (const mail::Access &access : m_accesses.accesses())
        m_rows.value(access.user)
            ->setReasons(rights, access.canRemove.value_or(true)
                                     ? remove
                                     : tr("The mail service does not let this user be removed."));
}

void GeneralTab::toggle(qint64 user, mail::Right right, bool granted)
{
    const auto access = m_accesses.access(m_accesses.rowOf(user));
    if (!access)
        return;
    mail::Rights wish = m_wishes.value(user, access->rights.value_or(mail::Rights()));
    if (!m_wishes.contains(user))
        if (const auto change = m_context.changes.pending(m_scope, mail::refOf(*access))) {
            mail::Access shown = *access;
            if (mail::patch(shown, change->after) && shown.rights)
                wish = *shown.rights;
        }
    wish.set(right, granted);
    m_wishes.insert(user, wish);
    if (!m_sent.contains(user))
        sendWish(user); // else when the earlier one is back, so that neither outdates the other
}

void GeneralTab::sendWish(qint64 user)
{
    auto access = m_accesses.access(m_accesses.rowOf(user));
    if (!access || !m_wishes.contains(user))
        return;
    // What is staged comes first when all is applied, so this one begins there.
    if (const auto staged = m_context.changes.pending(m_scope, mail::refOf(*access)))
        (void)mail::patch(*access, staged->after).has_value();
    mail::Access wish = *access;
    wish.rights = m_wishes.value(user);
    const mail::Change change = mail::difference(*access, wish);
    if (change.isEmpty()) {
        m_wishes.remove(user);
        showUsers();
        return;
    }
    QStringList said;
    for (mail::Right right : mail::allRights())
        if (const auto granted = wish.rights->get(right);
            granted && granted != access->rights.value_or(mail::Rights()).get(right))
            said.append(rightChanged(right, *granted, access->userName, m_mailbox.addressIdn));
    m_sent.insert(user, *wish.rights);
    const QString name = m_mailbox.name;
    m_context.changes.applyNow(
        m_scope, {tr("Rights of %1 on %2").arg(access->userName, m_mailbox.addressIdn), {change}},
        said.join(u' '), this, [this, user, name](const Result<work::ApplyReport> &report) {
            if (m_mailbox.name != name)
                return;
            const mail::Rights sent = m_sent.take(user);
            const bool isDone = report && report->failed == 0;
            if (!isDone || m_wishes.value(user) == sent)
                m_wishes.remove(user);
            else
                sendWish(user);
            showUsers();
        });
}

void GeneralTab::removeUser(qint64 user)
{
    const auto access = m_accesses.access(m_accesses.rowOf(user));
    if (access)
        m_context.changes.review(
            m_scope,
            {tr("Take %1 away from %2").arg(access->userName, m_mailbox.addressIdn),
             {mail::removal(*access)}},
            this, this, {});
}

void GeneralTab::editNote()
{
    m_note->setFocus();
    m_note->selectAll();
}

void GeneralTab::tellNote()
{
    const int used = int(mail::characters(m_note->text().trimmed()));
    m_form->setHint(QStringLiteral("note"), tr("%1 of %2").arg(used).arg(mail::maxNote));
    m_form->setFault(QStringLiteral("note"),
                     used > mail::maxNote
                         ? tr("%n characters too many; not saved.", nullptr, used - mail::maxNote)
                         : QString());
}

void GeneralTab::saveNote()
{
    mail::Mailbox edited = m_mailbox;
    edited.note = m_note->text().trimmed();
    const bool isSame = edited.note->isEmpty() && m_mailbox.note.value_or(QString()).isEmpty();
    if (isSame || mail::characters(*edited.note) > mail::maxNote || m_note->isReadOnly())
        return;
    const mail::Change change = mail::difference(m_mailbox, edited);
    if (change.isEmpty())
        return;
    m_mailbox.note = edited.note; // Enter and leaving the field both come here
    m_context.changes.applyNow(
        m_scope, {tr("Note of %1").arg(m_mailbox.addressIdn), {change}},
        edited.note->isEmpty()
            ? tr("The note of %1 was removed.").arg(m_mailbox.addressIdn)
            : tr("The note of %1 is now “%2”.").arg(m_mailbox.addressIdn, *edited.note),
        this, [this](const Result<work::ApplyReport> &report) {
            const auto now = m_context.cache.mailbox(m_scope, m_mailbox.name);
            if ((!report || report->failed > 0) && now)
                setMailbox(m_scope, *now);
        });
}

} // namespace ui
