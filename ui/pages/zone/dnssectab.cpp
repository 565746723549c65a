// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/zone/dnssectab.h"

#include "ui/shell/changes.h"
#include "ui/shell/messages.h"
#include "ui/widgets/card.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/text.h"
#include "ui/widgets/toggle.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui {

DnssecTab::DnssecTab(Context &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
{
    setObjectName(QStringLiteral("zone.dnssec"));
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto *area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    outer->addWidget(area);
    auto *panel = new QWidget(area);
    auto *column = new QVBoxLayout(panel);
    column->setContentsMargins(grid(3), grid(2), grid(3), grid(3));
    column->setSpacing(grid(2));
    area->setWidget(panel);
    area->viewport()->setAutoFillBackground(false);
    panel->setAutoFillBackground(false);

    auto *state = new Card(tr("Signed with DNSSEC"), panel);
    state->setHint(tr("With DNSSEC resolvers can tell that an answer is the zone's own. DANE "
                      "(TLSA), SSHFP and S/MIME records count only then."));
    m_signed = new Toggle(tr("Sign the zone"), state);
    m_signed->setObjectName(QStringLiteral("zone.signed"));
    m_signed->setStateTexts(tr("Signed"), tr("Not signed"), tr("Not known"));
    state->body()->addWidget(m_signed, 0, Qt::AlignLeft);
    m_state = Text::muted({}, state);
    m_state->setObjectName(QStringLiteral("zone.signed.state"));
    m_state->setWordWrap(true);
    state->body()->addWidget(m_state);
    column->addWidget(state);

    m_delegation = new Card(tr("For the registrar"), panel);
    m_delegation->setObjectName(QStringLiteral("zone.delegation"));
    column->addWidget(m_delegation);
    m_servers = new Card(tr("Name servers"), panel);
    m_servers->setObjectName(QStringLiteral("zone.servers"));
    m_servers->setHint(
        tr("The registrar must name these servers for the domain, or nobody sees this zone."));
    column->addWidget(m_servers);
    column->addStretch(1);
    connect(m_signed, &QAbstractButton::clicked, this, &DnssecTab::toggle);
}

void DnssecTab::setZone(const store::Scope &scope, const mail::Zone &zone)
{
    const bool isSame = scope == m_scope && zone == m_zone && m_records;
    m_scope = scope;
    m_zone = zone;
    if (!isSame || wished() != m_wished) // a long import tells of each of its rows
        showZone();
}

QJsonValue DnssecTab::wished() const
{
    const auto pending = m_context.changes.pending(m_scope, mail::refOf(m_zone));
    return pending ? pending->after.value(u"is_signed") : QJsonValue();
}

void DnssecTab::addCopyable(QVBoxLayout *to, const QString &name, const QString &text,
                            const QString &said)
{
    auto *line = new QHBoxLayout;
    line->setSpacing(grid());
    auto *words = new Text(text, Size::Body, Role::Text, to->parentWidget());
    words->setObjectName(name);
    words->setTextFormat(Qt::PlainText);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    words->setWordWrap(true);
    words->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *copy = new QToolButton(to->parentWidget());
    copy->setObjectName(name + QStringLiteral(".copy"));
    copy->setIcon(icon(QStringLiteral("copy")));
    copy->setAutoRaise(true);
    copy->setToolTip(tr("Copy"));
    copy->setAccessibleName(tr("Copy %1").arg(text));
    line->addWidget(words, 1, Qt::AlignVCenter);
    line->addWidget(copy, 0, Qt::AlignVCenter);
    to->addLayout(line);
    connect(copy, &QToolButton::clicked, this, [this, text, said] {
        QGuiApplication::clipboard()->setText(text);
        m_context.messages.confirm(said);
    });
}

void DnssecTab::showZone()
{
    const auto can =
        m_context.changes.capabilities(m_scope).can(mail::Verb::Update, u"zone", u"is_signed");
    m_wished = wished();
    m_signed->setEnabled(bool(can));
    m_signed->setToolTip(can ? QString() : reasonText(can.reason));
    m_signed->setPending(m_wished.isBool());
    m_signed->setUnknown(!m_zone.isSigned && !m_wished.isBool());
    m_signed->setOn(m_wished.isBool() ? m_wished.toBool() : m_zone.isSigned.value_or(false));

    const bool isSigned = m_zone.isSigned.value_or(false);
    const QStringList delegation = m_zone.delegation.value_or(QStringList());
    m_state->setText(
        !m_zone.isSigned ? tr("The service does not tell whether the zone is signed.")
        : !isSigned      ? tr("Answers of this zone can be forged on their way.")
        : delegation.isEmpty()
            ? tr("The service signs the zone. Where it is the registrar of the domain, too, it "
                 "hands the DS record over by itself; otherwise its own manager shows the record.")
            : tr("The service signs the zone. It counts once the zone above has the DS record."));

    delete m_records;
    m_records = new QWidget(m_delegation);
    auto *list = new QVBoxLayout(m_records);
    list->setContentsMargins(0, 0, 0, 0);
    list->setSpacing(scaled(4));
    int number = 1;
    for (const QString &record : delegation)
        addCopyable(list, QStringLiteral("zone.ds.%1").arg(number++),
                    QStringLiteral("%1. IN DS %2").arg(m_zone.name, record),
                    tr("The DS record was copied."));
    m_delegation->setHint(
        tr("Hand this DS record to the registrar of the domain; it goes into the zone above. "
           "Before signing is ended it has to be removed there, at least a day earlier."));
    m_delegation->body()->addWidget(m_records);
    m_delegation->setVisible(!delegation.isEmpty());

    delete m_names;
    m_names = new QWidget(m_servers);
    auto *names = new QVBoxLayout(m_names);
    names->setContentsMargins(0, 0, 0, 0);
    names->setSpacing(scaled(4));
    const QStringList servers = m_zone.nameServers.value_or(QStringList());
    number = 1;
    for (const QString &server : servers)
        addCopyable(names, QStringLiteral("zone.ns.%1").arg(number++), server,
                    tr("%1 was copied.").arg(server));
    m_servers->body()->addWidget(m_names);
    m_servers->setVisible(!servers.isEmpty());
}

// Both ways have something to be thought of first, so both go through the review.
void DnssecTab::toggle()
{
    mail::Zone wish = m_zone;
    wish.isSigned = !m_zone.isSigned.value_or(false);
    const mail::Change change = mail::difference(m_zone, wish);
    showZone(); // as it is, until it is otherwise
    const QString title = *wish.isSigned ? tr("Sign %1 with DNSSEC").arg(m_zone.nameIdn)
                                         : tr("End the signing of %1").arg(m_zone.nameIdn);
    m_context.changes.review(m_scope, {title, {change}}, this, this, {});
}

} // namespace ui
