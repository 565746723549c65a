// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong with one value of a request: which one, by which rule.
#pragma once

#include <QList>
#include <QString>

namespace api {

struct Fault
{
    QString attribute; // "permissions.can_send_emails"
    QString code;      // "validation_rule_required"
    QString description;
};

} // namespace api
