// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/address/userrow.h"

#include "app/model/text.h"
#include "ui/pages/address/rightseditor.h"
#include "ui/pages/address/rightwords.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/text.h"
#include "ui/widgets/toggle.h"

#include <QHBoxLayout>
#include <QToolButton>

namespace ui {

namespace {

QStringList labelsOf(const QList<mail::Device> &devices, qint64 user)
{
    QStringList labels;
    for (const mail::Device &device : devices)
        if (device.user == user)
            labels.append(device.label.value_or(QString()));
    return labels;
}

} // namespace

UserRow::UserRow(qint64 user, QWidget *parent)
    : QWidget(parent)
{
    const QString name = QStringLiteral("user.%1").arg(user);
    setObjectName(name);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, grid(), 0, grid());
    column->setSpacing(grid(0.5));
    m_line = new QBoxLayout(QBoxLayout::LeftToRight);
    m_line->setSpacing(grid());
    column->addLayout(m_line);

    auto *person = new QHBoxLayout;
    person->setSpacing(grid());
    m_sign = new QLabel(this);
    m_sign->setPixmap(icon(QStringLiteral("user"), Role::Muted).pixmap(scaled(20)));
    person->addWidget(m_sign);
    auto *who = new QVBoxLayout;
    who->setSpacing(0);
    m_name = new Text({}, Size::Body, Role::Text, this);
    m_name->setSize(Size::Body, QFont::DemiBold);
    m_below = new Text({}, Size::Small, Role::Muted, this);
    for (Text *text : {m_name, m_below}) {
        text->setElided(true);
        text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        who->addWidget(text);
    }
    person->addLayout(who, 1);
    m_line->addLayout(person, 1);

    // Beside the person, their middles in one line; below where it is narrow.
    m_controls = new QWidget(this);
    auto *controls = new QHBoxLayout(m_controls);
    controls->setContentsMargins(0, 0, 0, 0);
    controls->setSpacing(grid());
    m_send = RightsEditor::makeToggle(mail::Right::SendEmails,
                                      QStringLiteral("%1.can_send_emails").arg(name), m_controls);
    controls->addWidget(m_send, 0, Qt::AlignVCenter);
    m_more = new QToolButton(m_controls);
    m_more->setObjectName(QStringLiteral("%1.more").arg(name));
    m_more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_more->setCheckable(true);
    m_more->setAutoRaise(true);
    m_more->setFocusPolicy(Qt::StrongFocus);
    controls->addWidget(m_more, 0, Qt::AlignVCenter);
    m_remove = new QToolButton(m_controls);
    m_remove->setObjectName(QStringLiteral("%1.remove").arg(name));
    m_remove->setIcon(icon(QStringLiteral("user-minus")));
    m_remove->setAutoRaise(true);
    m_remove->setFocusPolicy(Qt::StrongFocus);
    controls->addWidget(m_remove, 0, Qt::AlignVCenter);
    m_line->addWidget(m_controls);

    m_warning = new Text({}, Size::Small, Role::Warning, this);
    m_warning->setObjectName(QStringLiteral("%1.warning").arg(name));
    m_warning->setTextFormat(Qt::PlainText);
    m_warning->setWordWrap(true);
    m_warning->setIndent(scaled(20) + grid());
    column->addWidget(m_warning);
    m_panel = new QWidget(this);
    auto *inside = new QVBoxLayout(m_panel);
    inside->setContentsMargins(scaled(20) + grid(), grid(), 0, grid());
    inside->setSpacing(grid());
    m_consequence = new Text({}, Size::Small, Role::Muted, m_panel);
    m_consequence->setObjectName(QStringLiteral("%1.consequence").arg(name));
    m_consequence->setTextFormat(Qt::PlainText);
    m_consequence->setWordWrap(true);
    inside->addWidget(m_consequence);
    m_rights = new RightsEditor(name, RightsEditor::WithoutSending, false, m_panel);
    inside->addWidget(m_rights);
    column->addWidget(m_panel);

    connect(m_send, &Toggle::toggled, this,
            [this](bool on) { emit rightToggled(mail::Right::SendEmails, on); });
    connect(m_rights, &RightsEditor::toggled, this, &UserRow::rightToggled);
    connect(m_more, &QToolButton::toggled, this, &UserRow::expand);
    connect(m_remove, &QToolButton::clicked, this, &UserRow::removeWanted);
    expand(false);
}

void UserRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    constexpr int leastPerson = 180;
    const int rights = scaled(232); // whatever they say: the toggles stand below each other
    const int controls = m_send->sizeHint().width() + rights + controlHeight() + grid(2);
    const bool isNarrow = width() < controls + scaled(leastPerson);
    m_more->setMinimumWidth(isNarrow ? 0 : rights);
    m_line->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_controls->layout()->setContentsMargins(isNarrow ? scaled(20) + grid() : 0, 0, 0, 0);
}

void UserRow::expand(bool on)
{
    m_panel->setVisible(on);
    m_more->setChecked(on);
    m_more->setIcon(icon(on ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right")));
}

bool UserRow::isExpanded() const { return m_more->isChecked(); }

void UserRow::show(const mail::Access &shown, bool pending, const QString &was,
                   const QList<mail::Device> &devices, const QDateTime &now)
{
    m_access = shown;
    m_name->setText(shown.userName.isEmpty() ? shown.userEmail : shown.userName);
    const QString used = !shown.lastUsedAt ? QString()
                         : !shown.lastUsedAt->isValid()
                             ? tr("never used it")
                             : tr("last used %1").arg(model::relativeText(*shown.lastUsedAt, now));
    m_below->setText(used.isEmpty() ? shown.userEmail : tr("%1 · %2").arg(shown.userEmail, used));
    if (shown.lastUsedAt && shown.lastUsedAt->isValid())
        m_below->setToolTip(model::exactText(*shown.lastUsedAt));
    const mail::Rights rights = shown.rights.value_or(mail::Rights());
    m_more->setText(rightsSummary(rights));
    m_more->setAccessibleName(tr("Rights of %1: %2").arg(m_name->text(), m_more->text()));
    m_more->setToolTip(tr("Show each right"));
    m_rights->setPerson(m_name->text());
    m_rights->setRights(rights);
    m_send->setPending(pending);
    RightsEditor::showState(m_send, mail::Right::SendEmails, rights.get(mail::Right::SendEmails),
                            m_reason, m_name->text());
    if (pending && m_reason.isEmpty())
        m_send->setToolTip(was);
    m_remove->setAccessibleName(tr("Remove %1").arg(m_name->text()));
    tellDevices(devices);
}

void UserRow::setReasons(const QString &rights, const QString &remove)
{
    m_reason = rights;
    m_rights->setReadOnly(rights);
    m_remove->setEnabled(remove.isEmpty());
    m_remove->setToolTip(remove.isEmpty() ? tr("Remove this user from the address…") : remove);
}

void UserRow::tellDevices(const QList<mail::Device> &devices)
{
    const QStringList own = labelsOf(devices, m_access.user);
    const QStringList free = labelsOf(devices, 0);
    const QString ownList = own.join(QStringLiteral(", "));
    const QString freeList = free.join(QStringLiteral(", "));
    const auto sends =
        m_access.rights ? m_access.rights->get(mail::Right::SendEmails) : std::optional<bool>();
    // After: what a taken right leaves open. Before: what taking it away will do.
    QStringList open;
    QStringList ahead;
    if (sends == false) {
        if (!free.isEmpty())
            open.append(tr("Can still send, because they have no user: %1.").arg(freeList));
        if (!own.isEmpty())
            open.append(tr("No longer send: %1.").arg(ownList));
        open.append(tr("Auto-replies that are switched on go on."));
    } else if (sends == true) {
        ahead.append(own.isEmpty()
                         ? tr("Without the right to send, this person can still read.")
                         : tr("Without the right to send, these devices of this person stop "
                              "sending: %1.")
                               .arg(ownList));
        if (!free.isEmpty())
            ahead.append(tr("Without user, and so not bound by it: %1.").arg(freeList));
        ahead.append(tr("Auto-replies go on; they are a right of their own."));
    }
    m_warning->setRole(free.isEmpty() ? Role::Muted : Role::Warning);
    m_warning->setText(open.join(u' '));
    m_warning->setVisible(!open.isEmpty());
    m_consequence->setText(ahead.join(u' '));
    m_consequence->setVisible(!ahead.isEmpty());
    if (!ahead.isEmpty() && m_send->isEnabled())
        m_send->setToolTip(ahead.join(u'\n'));
}

} // namespace ui
