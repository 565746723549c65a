// SPDX-License-Identifier: GPL-3.0-or-later
// The private host's own certificate authority and server certificate.
#pragma once

#include "app/base/result.h"
#include "server/host/layout.h"

#include <QDateTime>

namespace host {

// Makes what is missing, wrong or about to end: the authority (EC P-256, ten years) and the
// server's certificate (one year, renewed 30 days before its end; for localhost, layout.mailName,
// 127.0.0.1 and ::1). Keys are mode 0600. A layout that is not local is left alone.
Result<void> ensureCertificates(const Layout &layout, const QDateTime &now);

} // namespace host
