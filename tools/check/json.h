// SPDX-License-Identifier: GPL-3.0-or-later
// What was found out, as JSON: the shape that docs/man/mailwright-check.1 promises.
#pragma once

#include "app/check/dns/message.h"
#include "app/check/dns/repair.h"

#include <QJsonObject>

QJsonObject toJson(const check::SpfOutcome &outcome);
QJsonObject toJson(const check::SpfNode &node); // with everything it leads to
QJsonObject toJson(const check::DkimSignature &signature);
QJsonObject toJson(const check::DnssecChain &chain);
QJsonObject toJson(const check::MessageReport &report);
// `states`: of sectionStates().
QJsonObject toJson(const check::DomainReport &report, const QList<check::SectionState> &states);
