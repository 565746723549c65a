// SPDX-License-Identifier: GPL-3.0-or-later
// JSON from elsewhere: answers of the API, kept looks, change sets, zones given as data.
#include "tests/fuzz/fuzz.h"

#include "app/backend/answer.h"
#include "app/mail/capabilities.h"
#include "app/mail/mailbox.h"
#include "app/mail/security.h"
#include "app/mail/zone.h"
#include "app/wire/dns/zoneresolver.h"

#include <QJsonDocument>

namespace {

template <class T>
void read(const QJsonObject &json)
{
    if (const auto object = mail::read<T>(json)) {
        const auto again = mail::read<T>(mail::toJson(*object));
        PROMISE(again && *again == *object);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const QByteArray input = inputOf(data, size);
    wire::HttpAnswer http;
    http.status = input.size() % 5 == 0 ? 422 : 200;
    http.body = input;
    (void)backend::answerFrom(http);
    (void)wire::ZoneResolver::fromJson(input);
    const QJsonObject json = QJsonDocument::fromJson(input).object();
    read<mail::ZoneRecord>(json);
    read<mail::DnsFacts>(json);
    read<mail::Mailbox>(json);
    if (const auto look = mail::snapshotFromJson(json)) {
        const auto again = mail::snapshotFromJson(mail::toJson(*look));
        PROMISE(again && *again == *look);
        PROMISE(mail::drift(*look, {*again}).isEmpty());
        PROMISE(mail::tellsTheSame(*look, *again));
    }
    if (const auto set = mail::changeSetFromJson(json))
        PROMISE(set->inverse().inverse() == *set);
    (void)mail::capabilitiesFromJson(json);
    return 0;
}
