// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizards/devicesteps.h"

#include "app/mail/rules.h"
#include "app/model/text.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/text.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QRadioButton>
#include <QScrollArea>
#include <QToolButton>

namespace ui {

namespace {

QVBoxLayout *columnOf(QWidget *widget)
{
    auto *column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(grid());
    return column;
}

Text *wrapped(Text *text)
{
    text->setWordWrap(true);
    return text;
}

} // namespace

DeviceStep::DeviceStep(QWidget *parent)
    : WizardStep(tr("Which device or program is it?"), tr("Continue"), parent)
    , m_types(new QButtonGroup(this))
{
    auto *column = columnOf(this);
    column->addWidget(wrapped(Text::muted(
        tr("Every device gets a password of its own, so that one can be disconnected without "
           "touching the others."),
        this)));
    auto *row = new QHBoxLayout;
    row->setSpacing(grid());
    for (mail::DeviceType type : {mail::DeviceType::Computer, mail::DeviceType::Phone,
                                  mail::DeviceType::Tablet, mail::DeviceType::Other}) {
        auto *button = new QToolButton(this);
        button->setCheckable(true);
        button->setText(model::deviceTypeText(type));
        button->setAccessibleName(button->text());
        button->setIcon(icon(model::deviceTypeIcon(type)));
        button->setIconSize(QSize(scaled(32), scaled(32)));
        button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
        button->setMinimumSize(grid(13), grid(10));
        button->setObjectName(QStringLiteral("device.type.%1").arg(mail::word(type)));
        button->setFocusPolicy(Qt::StrongFocus);
        m_types->addButton(button, int(type));
        row->addWidget(button);
    }
    row->addStretch();
    m_types->button(int(mail::DeviceType::Computer))->setChecked(true);
    column->addLayout(row);
    column->addSpacing(grid());
    auto *title = new Text(tr("&Name of the device"), Size::Body, Role::Text, this);
    m_label = new QLineEdit(this);
    m_label->setObjectName(QStringLiteral("device.label"));
    m_label->setAccessibleName(tr("Name of the device"));
    m_label->setPlaceholderText(tr("Such as “Ana’s phone” or “Printer, 2nd floor”"));
    title->setBuddy(m_label);
    m_fault = wrapped(new Text({}, Size::Small, Role::Bad, this));
    column->addWidget(title);
    column->addWidget(m_label);
    column->addWidget(m_fault);
    column->addStretch();
    connect(m_label, &QLineEdit::textChanged, this, [this] {
        m_fault->setText(mail::characters(label()) > mail::maxLabel ? incompleteReason()
                                                                    : QString());
        emit completeChanged();
    });
}

mail::DeviceType DeviceStep::type() const { return mail::DeviceType(m_types->checkedId()); }
QString DeviceStep::label() const { return m_label->text().trimmed(); }
bool DeviceStep::isTouched() const { return !m_label->text().isEmpty(); }
QWidget *DeviceStep::firstField() const { return m_label; }

bool DeviceStep::isComplete() const
{
    return !label().isEmpty() && mail::characters(label()) <= mail::maxLabel;
}

QString DeviceStep::incompleteReason() const
{
    return label().isEmpty() ? tr("Give the device a name that you will recognise later.")
                             : tr("The name has at most %n characters.", nullptr, mail::maxLabel);
}

DeviceUserStep::DeviceUserStep(const QList<mail::Access> &accesses, QWidget *parent)
    : WizardStep(tr("Who uses it?"), tr("Continue"), parent)
    , m_accesses(accesses)
    , m_choices(new QButtonGroup(this))
{
    auto *column = columnOf(this);
    auto *area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    auto *inside = new QWidget;
    auto *list = columnOf(inside);
    for (qsizetype i = 0; i < m_accesses.size(); ++i) {
        const mail::Access &access = m_accesses.at(i);
        auto *choice = new QRadioButton(access.userEmail.isEmpty()
                                            ? access.userName
                                            : tr("%1 · %2").arg(access.userName, access.userEmail),
                                        inside);
        choice->setObjectName(QStringLiteral("device.user.%1").arg(access.user));
        choice->setAccessibleName(choice->text());
        m_choices->addButton(choice, int(i));
        list->addWidget(choice);
    }
    auto *none = new QRadioButton(tr("Without user"), inside);
    none->setObjectName(QStringLiteral("device.user.none"));
    none->setAccessibleName(none->text());
    m_choices->addButton(none, int(m_accesses.size()));
    list->addWidget(none);
    list->addStretch();
    area->setWidget(inside);
    area->viewport()->setAutoFillBackground(false);
    inside->setAutoFillBackground(false);
    area->setSizeAdjustPolicy(QAbstractScrollArea::AdjustToContents);
    area->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    column->addWidget(area);
    m_consequence = wrapped(new Text({}, Size::Body, Role::Muted, this));
    m_consequence->setObjectName(QStringLiteral("device.consequence"));
    m_consequence->setTextFormat(Qt::PlainText);
    column->addWidget(m_consequence);
    column->addStretch();
    m_choices->button(0)->setChecked(true);
    connect(m_choices, &QButtonGroup::idToggled, this, &DeviceUserStep::explain);
    explain();
}

const mail::Access *DeviceUserStep::user() const
{
    const int at = m_choices->checkedId();
    return at >= 0 && at < m_accesses.size() ? &m_accesses.at(at) : nullptr;
}

QWidget *DeviceUserStep::firstField() const { return m_choices->checkedButton(); }

void DeviceUserStep::explain()
{
    const mail::Access *access = user();
    const std::optional<bool> sends =
        access && access->rights ? access->rights->get(mail::Right::SendEmails) : std::nullopt;
    m_consequence->setRole(!access || sends == false ? Role::Warning : Role::Muted);
    m_consequence->setText(
        !access ? tr("No person's rights bind a device without user: it can always send, even when "
                     "the right to send is taken from everybody. For printers, scanners and "
                     "programs.")
        : sends == false
            ? tr("%1 may not send from this address: the device will fetch mail, but the server "
                 "refuses its sending and the program asks for a password again and again.")
                  .arg(access->userName)
            : tr("The device is bound by the rights of %1: when the right to send is taken away, "
                 "the device can no longer send.")
                  .arg(access->userName));
}

ProtocolStep::ProtocolStep(QWidget *parent)
    : WizardStep(tr("How does it fetch mail?"), tr("Create password"), parent)
    , m_choices(new QButtonGroup(this))
{
    auto *column = columnOf(this);
    const auto add = [&](mail::Protocols protocols, const QString &text, const QString &help) {
        auto *choice = new QRadioButton(text, this);
        choice->setObjectName(QStringLiteral("device.protocol.%1").arg(mail::word(protocols)));
        choice->setAccessibleName(text);
        choice->setAccessibleDescription(help);
        QFont font = choice->font();
        font.setWeight(QFont::DemiBold);
        choice->setFont(font);
        m_choices->addButton(choice, int(protocols));
        column->addWidget(choice);
        auto *below = wrapped(Text::muted(help, this));
        below->setIndent(grid(3));
        column->addWidget(below);
        column->addSpacing(grid());
    };
    add(mail::Protocols::Imap, tr("IMAP (recommended)"),
        tr("Mail stays on the server; all devices show the same folders and the same state."));
    add(mail::Protocols::Pop3, tr("POP3"),
        tr("Mail is downloaded from the inbox to one device; folders and sent mail stay there."));
    add(mail::Protocols::Pop3Imap, tr("IMAP and POP3"),
        tr("Only while a program changes from one to the other."));
    column->addWidget(wrapped(Text::muted(
        tr("Use one of the two on one address, never both: POP3 takes away what IMAP devices still "
           "want to see, and “leave a copy on the server” downloads everything again. Sending is "
           "included with each of them, as far as the user may send."),
        this)));
    column->addStretch();
    m_choices->button(int(mail::Protocols::Imap))->setChecked(true);
}

mail::Protocols ProtocolStep::protocols() const { return mail::Protocols(m_choices->checkedId()); }
QWidget *ProtocolStep::firstField() const { return m_choices->checkedButton(); }

} // namespace ui
