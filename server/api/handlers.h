// SPDX-License-Identifier: GPL-3.0-or-later
// The functions of the route table. Each gets a request that the Router has judged: path, query and
// body are well formed, the caller may.
#pragma once

#include "server/api/route.h"

namespace api {

Result<Response> profile(const Request &, const db::Caller &, Context &);
Result<Response> accounts(const Request &, const db::Caller &, Context &);
Result<Response> account(const Request &, const db::Caller &, Context &);
Result<Response> accountUsers(const Request &, const db::Caller &, Context &);

Result<Response> mailHostings(const Request &, const db::Caller &, Context &);
Result<Response> mailHosting(const Request &, const db::Caller &, Context &);
Result<Response> preferences(const Request &, const db::Caller &, Context &);
Result<Response> patchPreferences(const Request &, const db::Caller &, Context &);

Result<Response> mailboxes(const Request &, const db::Caller &, Context &);
Result<Response> createMailbox(const Request &, const db::Caller &, Context &);
Result<Response> mailbox(const Request &, const db::Caller &, Context &);
Result<Response> patchMailbox(const Request &, const db::Caller &, Context &);
Result<Response> deleteMailbox(const Request &, const db::Caller &, Context &);

Result<Response> accesses(const Request &, const db::Caller &, Context &);
Result<Response> addAccess(const Request &, const db::Caller &, Context &);
Result<Response> accessUsers(const Request &, const db::Caller &, Context &);
Result<Response> patchAccess(const Request &, const db::Caller &, Context &);
Result<Response> deleteAccess(const Request &, const db::Caller &, Context &);

Result<Response> devices(const Request &, const db::Caller &, Context &);
Result<Response> createDevice(const Request &, const db::Caller &, Context &);
Result<Response> deleteDevices(const Request &, const db::Caller &, Context &);
Result<Response> userDevices(const Request &, const db::Caller &, Context &);
Result<Response> deleteUserDevices(const Request &, const db::Caller &, Context &);
Result<Response> renewPassword(const Request &, const db::Caller &, Context &);
Result<Response> deleteDevice(const Request &, const db::Caller &, Context &);

Result<Response> zones(const Request &, const db::Caller &, Context &);
Result<Response> domainZones(const Request &, const db::Caller &, Context &);
Result<Response> zone(const Request &, const db::Caller &, Context &);
Result<Response> zoneExists(const Request &, const db::Caller &, Context &);
Result<Response> createZone(const Request &, const db::Caller &, Context &);
Result<Response> replaceZone(const Request &, const db::Caller &, Context &);
Result<Response> patchZone(const Request &, const db::Caller &, Context &);
Result<Response> deleteZone(const Request &, const db::Caller &, Context &);
Result<Response> zoneHistory(const Request &, const db::Caller &, Context &);
Result<Response> zoneRecords(const Request &, const db::Caller &, Context &);
Result<Response> zoneRecord(const Request &, const db::Caller &, Context &);
Result<Response> createZoneRecord(const Request &, const db::Caller &, Context &);
Result<Response> putZoneRecord(const Request &, const db::Caller &, Context &);
Result<Response> deleteZoneRecord(const Request &, const db::Caller &, Context &);
Result<Response> checkZoneRecord(const Request &, const db::Caller &, Context &);

Result<Response> capabilities(const Request &, const db::Caller &, Context &);
Result<Response> changes(const Request &, const db::Caller &, Context &);
Result<Response> audit(const Request &, const db::Caller &, Context &);

Result<Response> dkimKeys(const Request &, const db::Caller &, Context &);
Result<Response> createDkimKey(const Request &, const db::Caller &, Context &);
Result<Response> patchDkimKey(const Request &, const db::Caller &, Context &);
Result<Response> deleteDkimKey(const Request &, const db::Caller &, Context &);
Result<Response> signedMessage(const Request &, const db::Caller &, Context &);
Result<Response> rotateDkim(const Request &, const db::Caller &, Context &);
Result<Response> lastDkimRotation(const Request &, const db::Caller &, Context &);

Result<Response> jobs(const Request &, const db::Caller &, Context &);
Result<Response> job(const Request &, const db::Caller &, Context &);
Result<Response> cancelJob(const Request &, const db::Caller &, Context &);

Result<Response> security(const Request &, const db::Caller &, Context &);
Result<Response> lookNow(const Request &, const db::Caller &, Context &);
Result<Response> acceptLook(const Request &, const db::Caller &, Context &);

} // namespace api
