// SPDX-License-Identifier: GPL-3.0-or-later
// A message dropped here (.eml) is verified: its signatures step by step, and what DMARC says of
// it.
#pragma once

#include "app/check/dns/message.h"
#include "app/work/look.h"
#include "ui/context.h"

#include <QWidget>

class QPushButton;

namespace ui {

class SignatureView;
class Text;

class MessageTab : public QWidget
{
    Q_OBJECT

public:
    MessageTab(Context &context, QWidget *parent = nullptr);

    void setDns(work::MakeDns dns) { m_dns = std::move(dns); }
    void verify(const QString &file);

private:
    void choose();
    void show(const QString &name, const Result<check::MessageReport> &report);

    Context &m_context;
    work::MakeDns m_dns;
    QPushButton *m_choose;
    Text *m_state;
    Text *m_dmarc;
    SignatureView *m_signatures;
};

} // namespace ui
