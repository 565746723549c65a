// SPDX-License-Identifier: GPL-3.0-or-later
// The description of the API, made from the route table and the schemas.
#pragma once

#include "server/api/request.h"

#include <QJsonObject>

namespace api {

QJsonObject openApiJson();
Response openApi(); // the same, serialised once

} // namespace api
