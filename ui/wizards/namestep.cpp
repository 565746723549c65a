// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizards/namestep.h"

#include "app/mail/rules.h"
#include "ui/widgets/formgrid.h"
#include "ui/widgets/text.h"

#include <QHBoxLayout>
#include <QLineEdit>

namespace ui {

NameStep::NameStep(Context &context, const store::Scope &scope, QWidget *parent)
    : WizardStep(tr("What is the address called?"), tr("Continue"), parent)
    , m_context(context)
    , m_scope(scope)
{
    const auto service = context.cache.service(scope);
    m_domain = service ? service->domainIdn : QString();
    if (service && service->addressQuota.value_or(0) > 0 &&
        service->addressesUsed.value_or(0) >= *service->addressQuota)
        m_full = tr("All %n addresses of this mail service are in use. Delete one or raise the "
                    "number first.",
                    nullptr, *service->addressQuota);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(grid(2));
    if (!m_full.isEmpty()) {
        auto *full = new Text(m_full, Size::Body, Role::Warning, this);
        full->setObjectName(QStringLiteral("create.full"));
        full->setWordWrap(true);
        column->addWidget(full);
    }
    m_form = new FormGrid(this);
    auto *line = new QWidget(this);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(grid(0.5));
    m_name = new QLineEdit(line);
    m_name->setObjectName(QStringLiteral("create.name"));
    m_name->setAccessibleName(tr("Name of the address"));
    m_name->setAccessibleDescription(tr("The part before @%1").arg(m_domain));
    auto *domain = new Text(QStringLiteral("@%1").arg(m_domain), Size::Body, Role::Text, line);
    domain->setObjectName(QStringLiteral("create.domain"));
    row->addWidget(m_name, 1);
    row->addWidget(domain);
    line->setFocusProxy(m_name);
    m_form->addRow(QStringLiteral("name"), tr("Address"), line,
                   tr("Letters, digits, hyphen, underscore and dot; up to %n characters.", nullptr,
                      mail::maxLocalPart),
                   FormGrid::Width::Wide);
    m_note = new QLineEdit(this);
    m_note->setObjectName(QStringLiteral("create.note"));
    m_note->setAccessibleName(tr("Note"));
    m_note->setPlaceholderText(tr("What it is for (optional)"));
    m_form->addRow(QStringLiteral("note"), tr("Note"), m_note, {}, FormGrid::Width::Wide);
    column->addWidget(m_form);
    m_preview = new Text({}, Size::Section, Role::Text, this);
    m_preview->setObjectName(QStringLiteral("create.preview"));
    m_preview->setTextFormat(Qt::PlainText);
    m_preview->setWordWrap(true);
    column->addWidget(m_preview);
    column->addStretch();

    connect(m_name, &QLineEdit::textChanged, this, &NameStep::judge);
    connect(m_note, &QLineEdit::textChanged, this, &NameStep::judge);
    judge();
}

QString NameStep::name() const { return m_name->text().toLower(); }
QString NameStep::note() const { return m_note->text().trimmed(); }
QWidget *NameStep::firstField() const { return m_name; }

bool NameStep::isTouched() const { return !m_name->text().isEmpty() || !m_note->text().isEmpty(); }

bool NameStep::isComplete() const
{
    return m_full.isEmpty() && m_fault.isEmpty() && mail::characters(note()) <= mail::maxNote;
}

QString NameStep::incompleteReason() const
{
    return !m_full.isEmpty() ? m_full : !m_fault.isEmpty() ? m_fault : tr("The note is too long.");
}

void NameStep::judge()
{
    QStringList sentences;
    for (const mail::AddressFault &fault : mail::localPartFaults(m_name->text()))
        sentences.append(mail::sentence(fault));
    if (sentences.isEmpty() && m_context.cache.mailbox(m_scope, name()))
        sentences.append(tr("%1@%2 exists already.").arg(name(), m_domain));
    m_fault = sentences.join(u'\n');
    // An empty field is not wrong yet.
    m_form->setFault(QStringLiteral("name"), m_name->text().isEmpty() ? QString() : m_fault);
    m_preview->setText(m_fault.isEmpty() ? QStringLiteral("%1@%2").arg(name(), m_domain)
                                         : QString());

    const int used = int(mail::characters(note()));
    m_form->setHint(QStringLiteral("note"), tr("%1 of %2").arg(used).arg(mail::maxNote));
    m_form->setFault(QStringLiteral("note"),
                     used > mail::maxNote
                         ? tr("%n characters too many.", nullptr, used - mail::maxNote)
                         : QString());
    emit completeChanged();
}

} // namespace ui
