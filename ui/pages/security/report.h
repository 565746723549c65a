// SPDX-License-Identifier: GPL-3.0-or-later
// What a look at a domain saw as a document: plain text, HTML, PDF.
#pragma once

#include "app/base/result.h"
#include "app/work/look.h"

#include <QFont>
#include <QString>

namespace ui {

QString securityTitle(const work::DomainLook &look);
QString securityText(const work::DomainLook &look);
QString securityHtml(const work::DomainLook &look);
// On A4, in any thread. A file that was there stays when this fails; Storage says why.
Result<void> writeSecurityPdf(const QString &html, const QString &title, const QFont &font,
                              const QString &file);

} // namespace ui
