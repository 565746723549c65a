// SPDX-License-Identifier: GPL-3.0-or-later
// Records to publish where the DNS of the domain is kept elsewhere: each value to copy, and a look
// that waits until the world sees them (S-67: up to 48 hours).
#pragma once

#include "app/check/dns/repair.h"
#include "app/work/look.h"
#include "ui/context.h"

#include <QDialog>

class QPushButton;

namespace ui {

class Text;

class PublishDialog : public QDialog
{
    Q_OBJECT

public:
    PublishDialog(Context &context, const QString &domain, const check::Proposal &proposal,
                  work::MakeDns dns, QWidget *parent);

signals:
    void published(); // all of it is seen

private:
    QWidget *rowOf(const check::RecordToPublish &record, const QString &heading);
    void look(bool wait);

    Context &m_context;
    const QString m_domain;
    const check::Proposal m_proposal;
    work::MakeDns m_dns;
    Text *m_state;
    QPushButton *m_once;
    QPushButton *m_wait;
};

} // namespace ui
