// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/security/dnschoice.h"

#include "app/wire/dns/resolvers.h"
#include "ui/widgets/text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace ui {

namespace {

const QString wayName = QStringLiteral("dns/way");
const QString serversName = QStringLiteral("dns/servers");
const QString anchorsName = QStringLiteral("dns/trust_anchors");

// One DS or DNSKEY record in a line.
QList<QByteArray> anchorLines(const QString &text)
{
    QList<QByteArray> lines;
    for (const QString &line : text.split(u'\n'))
        if (!line.simplified().isEmpty())
            lines.append(line.simplified().toUtf8());
    return lines;
}

QStringList words(const QString &text)
{
    return QString(text).replace(u',', u' ').simplified().split(u' ', Qt::SkipEmptyParts);
}

} // namespace

wire::DnsSettings dnsSettings(const store::Settings &settings)
{
    wire::DnsSettings dns;
    const QString way = settings.value(wayName).toString();
    if (way == u"recursion")
        dns.way = wire::DnsSettings::Way::Recursion;
    if (way == u"servers") {
        for (const QString &word : words(settings.value(serversName).toString()))
            if (const auto server = wire::serverFromText(word.toLatin1()))
                dns.servers.append(*server);
        if (!dns.servers.isEmpty())
            dns.way = wire::DnsSettings::Way::Servers;
    }
    dns.trustAnchors = anchorLines(settings.value(anchorsName).toString());
    return dns;
}

work::MakeDns dnsFor(const store::Settings &settings, const QList<mail::Capabilities> &services)
{
    QList<mail::DnsFacts> facts;
    for (const mail::Capabilities &service : services)
        facts.append(service.dns);
    return [chosen = dnsSettings(settings), facts]() -> Result<work::Dns> {
        const auto all = wire::settingsFor(chosen, facts);
        if (!all)
            return all.error();
        const auto resolver = wire::makeResolver(*all);
        if (!resolver)
            return resolver.error();
        const auto servers = wire::NameServers::create(*all);
        if (!servers)
            return servers.error();
        check::MxProbeSettings probe;
        // A private host tells its own port; of several services each could have another.
        if (facts.size() == 1 && facts.constFirst().mxPort) {
            probe.port = facts.constFirst().mxPort;
            probe.portIsTold = true;
        }
        return work::Dns{*resolver, *servers, std::make_shared<check::MxProber>(probe)};
    };
}

DnsChoice::DnsChoice(store::Settings &settings, QWidget *parent)
    : QDialog(parent)
    , m_settings(settings)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("dnsChoice"));
    setWindowTitle(tr("How to ask DNS"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(grid(3), grid(3), grid(3), grid(2));
    column->setSpacing(grid());
    column->addWidget(Text::section(tr("How to ask DNS"), this));
    m_system = new QRadioButton(tr("As this computer does"), this);
    m_system->setObjectName(QStringLiteral("dns.system"));
    m_servers = new QRadioButton(tr("These servers"), this);
    m_servers->setObjectName(QStringLiteral("dns.servers"));
    m_list = new QLineEdit(m_settings.value(serversName).toString(), this);
    m_list->setObjectName(QStringLiteral("dns.list"));
    m_list->setAccessibleName(tr("Addresses of DNS servers"));
    m_list->setPlaceholderText(QStringLiteral("9.9.9.9 [2620:fe::fe]:53"));
    m_list->setMinimumWidth(scaled(320));
    m_recursion = new QRadioButton(tr("From the root down, asking nobody in between"), this);
    m_recursion->setObjectName(QStringLiteral("dns.recursion"));
    m_fault = new Text({}, Size::Small, Role::Bad, this);
    m_fault->setObjectName(QStringLiteral("dns.fault"));
    m_fault->hide();
    column->addWidget(m_system);
    column->addWidget(m_servers);
    column->addWidget(m_list);
    column->addWidget(m_fault);
    column->addWidget(m_recursion);
    auto *anchors = new QLabel(tr("Trust &anchors, when not those of the root"), this);
    m_anchors = new QPlainTextEdit(m_settings.value(anchorsName).toString(), this);
    m_anchors->setObjectName(QStringLiteral("dns.anchors"));
    m_anchors->setPlaceholderText(tr("example.org. IN DS 12345 13 2 49fd…"));
    m_anchors->setFont(fixedFont(Size::Small));
    m_anchors->setTabChangesFocus(true);
    m_anchors->setFixedHeight(scaled(64));
    anchors->setBuddy(m_anchors);
    m_anchorFault = new Text({}, Size::Small, Role::Bad, this);
    m_anchorFault->setObjectName(QStringLiteral("dns.anchors.fault"));
    m_anchorFault->hide();
    column->addWidget(anchors);
    column->addWidget(m_anchors);
    column->addWidget(m_anchorFault);
    auto *hint =
        Text::muted(tr("DNSSEC is verified on this computer in each case. Zones of a private mail "
                       "host are always asked at that host."),
                    this);
    hint->setWordWrap(true);
    column->addWidget(hint);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(grid());
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(QStringLiteral("dns.cancel"));
    auto *save = new QPushButton(tr("Use this"), this);
    save->setObjectName(QStringLiteral("dns.save"));
    save->setDefault(true);
    setWeight(save, Weight::Primary);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(save);
    column->addLayout(buttons);
    const QString way = m_settings.value(wayName).toString();
    (way == u"servers"     ? m_servers
     : way == u"recursion" ? m_recursion
                           : m_system)
        ->setChecked(true);
    const auto follow = [this] {
        m_list->setEnabled(m_servers->isChecked());
        m_fault->hide();
    };
    connect(m_servers, &QRadioButton::toggled, this, follow);
    connect(m_anchors, &QPlainTextEdit::textChanged, m_anchorFault, &QWidget::hide);
    connect(m_list, &QLineEdit::textChanged, m_fault, &QWidget::hide);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(save, &QPushButton::clicked, this, &DnsChoice::save);
    follow();
}

void DnsChoice::save()
{
    if (m_servers->isChecked()) {
        const QStringList list = words(m_list->text());
        for (const QString &word : list) {
            if (wire::serverFromText(word.toLatin1()))
                continue;
            m_fault->setText(tr("“%1” is not the address of a server.").arg(word));
            m_fault->show();
            m_list->setFocus();
            return;
        }
        if (list.isEmpty()) {
            m_fault->setText(tr("At least one address is needed."));
            m_fault->show();
            m_list->setFocus();
            return;
        }
        m_settings.setValue(serversName, list.join(u' '));
    }
    wire::DnsSettings wish;
    wish.trustAnchors = anchorLines(m_anchors->toPlainText());
    if (!wish.trustAnchors.isEmpty() && wish.anchors().size() != wish.trustAnchors.size()) {
        m_anchorFault->setText(tr("Each line must be a DS or DNSKEY record."));
        m_anchorFault->show();
        m_anchors->setFocus();
        return;
    }
    m_settings.setValue(anchorsName, m_anchors->toPlainText().trimmed());
    m_settings.setValue(wayName, m_servers->isChecked()     ? QStringLiteral("servers")
                                 : m_recursion->isChecked() ? QStringLiteral("recursion")
                                                            : QStringLiteral("system"));
    accept();
}

} // namespace ui
