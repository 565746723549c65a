// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/security/publishdialog.h"

#include "app/work/publication.h"
#include "ui/shell/messages.h"
#include "ui/widgets/recordtext.h"
#include "ui/widgets/text.h"

#include <QGridLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr auto pause = std::chrono::seconds(20);
constexpr auto longest = std::chrono::hours(48); // S-67

} // namespace

PublishDialog::PublishDialog(Context &context, const QString &domain,
                             const check::Proposal &proposal, work::MakeDns dns, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_domain(domain)
    , m_proposal(proposal)
    , m_dns(std::move(dns))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("publish"));
    setWindowTitle(tr("Records of %1").arg(domain));
    resizeOnScreen(this, {scaled(640), scaled(480)});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(grid(3), grid(3), grid(3), grid(2));
    column->setSpacing(grid(2));
    auto *title = Text::title(tr("Publish these records"), this);
    column->addWidget(title);
    auto *hint = Text::muted(
        tr("The DNS of %1 is kept elsewhere. Enter the records there, exactly as they are here. It "
           "may take up to 48 hours until everybody sees them.")
            .arg(domain),
        this);
    hint->setWordWrap(true);
    column->addWidget(hint);
    auto *area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    auto *inside = new QWidget;
    auto *rows = new QVBoxLayout(inside);
    rows->setContentsMargins(0, 0, grid(), 0);
    rows->setSpacing(grid(2));
    for (const check::RecordToPublish &record : m_proposal.publish)
        rows->addWidget(rowOf(record, tr("To be published")));
    for (const check::RecordToPublish &record : m_proposal.withdraw)
        rows->addWidget(rowOf(record, tr("To be removed")));
    rows->addStretch();
    area->setWidget(inside);
    column->addWidget(area, 1);
    m_state = new Text({}, Size::Body, Role::Text, this);
    m_state->setObjectName(QStringLiteral("publish.state"));
    m_state->setWordWrap(true);
    m_state->hide();
    column->addWidget(m_state);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(grid());
    m_once = new QPushButton(tr("Check again"), this);
    m_once->setObjectName(QStringLiteral("publish.once"));
    m_wait = new QPushButton(tr("Wait for it"), this);
    m_wait->setObjectName(QStringLiteral("publish.wait"));
    m_wait->setToolTip(
        tr("Looks every 20 seconds and says when the records are seen. The window can be "
           "closed meanwhile."));
    auto *close = new QPushButton(tr("Close"), this);
    close->setObjectName(QStringLiteral("publish.close"));
    setWeight(m_once, Weight::Primary);
    buttons->addStretch();
    buttons->addWidget(m_wait);
    buttons->addWidget(close);
    buttons->addWidget(m_once);
    m_once->setDefault(true);
    column->addLayout(buttons);
    connect(m_once, &QPushButton::clicked, this, [this] { look(false); });
    connect(m_wait, &QPushButton::clicked, this, [this] { look(true); });
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
}

QWidget *PublishDialog::rowOf(const check::RecordToPublish &record, const QString &heading)
{
    auto *row = new QWidget(this);
    row->setObjectName(QStringLiteral("publish.%1").arg(record.name));
    auto *form = new QGridLayout(row);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(grid());
    form->setVerticalSpacing(scaled(4));
    form->setColumnStretch(1, 1);
    auto *title = Text::section(heading, row);
    form->addWidget(title, 0, 0, 1, 2);
    const auto add = [&](int at, const QString &label, const QString &value, const QString &what) {
        auto *name = Text::muted(label, row);
        form->addWidget(name, at, 0, Qt::AlignRight | Qt::AlignVCenter);
        auto *text = new RecordText(value, row);
        text->setWhat(what);
        form->addWidget(text, at, 1);
        connect(text, &RecordText::copied, this, [this, what] {
            m_state->setRole(Role::Muted);
            m_state->setText(tr("Copied: %1.").arg(what));
            m_state->show();
        });
    };
    add(1, tr("Name"), record.name, tr("the name"));
    add(2, tr("Type"), record.type, tr("the type"));
    add(3, tr("Value"), record.value, tr("the value"));
    if (record.type == u"TXT" && record.value.size() > 255)
        add(4, tr("As in a zone file"), record.zoneText, tr("the value as in a zone file"));
    return row;
}

void PublishDialog::look(bool wait)
{
    m_once->setEnabled(false);
    m_wait->setEnabled(false);
    m_state->setRole(Role::Text);
    m_state->setText(wait ? tr("Waiting. You will be told when the records are seen.")
                          : tr("Looking…"));
    m_state->show();
    if (wait) {
        Messages &messages = m_context.messages;
        m_context.jobs.run(
            tr("Wait for the records of %1").arg(m_domain), {},
            [proposal = m_proposal, make = m_dns](Progress &progress) {
                return work::waitUntilPublished(proposal, make, pause, longest, progress);
            },
            &messages,
            [&messages, domain = m_domain](const Result<void> &seen) {
                if (seen)
                    messages.confirm(tr("The records of %1 are seen.").arg(domain));
                else if (seen.error().kind != Error::Kind::Cancelled)
                    messages.error(seen.error());
            });
        accept();
        return;
    }
    m_context.jobs.run(
        tr("Look for the records of %1").arg(m_domain), {{}, true},
        [proposal = m_proposal, make = m_dns](Progress &progress) -> Result<work::Missing> {
            const auto dns = make();
            if (!dns)
                return dns.error();
            return work::missingOf(proposal, *dns->resolver, progress);
        },
        this,
        [this](const Result<work::Missing> &missing) {
            m_once->setEnabled(true);
            m_wait->setEnabled(true);
            if (!missing) {
                m_state->setRole(Role::Bad);
                m_state->setText(sentenceFor(missing.error()).text);
                return;
            }
            m_state->setRole(missing->isEmpty() ? Role::Good : Role::Warning);
            m_state->setText(missing->isEmpty()
                                 ? tr("All of it is seen.")
                                 : tr("%n record(s) not seen yet.", nullptr,
                                      int(missing->publish.size() + missing->withdraw.size())));
            if (missing->isEmpty())
                emit published();
        });
}

} // namespace ui
