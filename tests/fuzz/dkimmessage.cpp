// SPDX-License-Identifier: GPL-3.0-or-later
// A message as somebody drops it on the page: signatures, From field, policy. Two keys are known.
#include "tests/fuzz/fuzz.h"

#include "app/check/dns/message.h"
#include "app/wire/dns/zoneresolver.h"

namespace {

const char *const rsa =
    "v=DKIM1; k=rsa; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDkHlOQoBTzWRiGs5V6NpP3idY6Wk08a5qhdR6"
    "wy5bdOKb2jLQiY/J16JYi0Qvx/byYzCNb3W91y3FutACDfzwQ/BC/e/8uBsCR+yz1Lxj+PL6lHvqMKrM3rG4hstT5QjvH"
    "O9PzoxZyVYLzBfO2EeC3Ip3G+2kryOTIKT+l/K4w3QIDAQAB";
const char *const edwards = "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    wire::ZoneResolver zone;
    const auto text = [&](const char *name, const char *value) {
        zone.add(wire::DnsRecord{name, wire::RecordType::TXT, 60, wire::TxtData{value}});
    };
    text("rsa._domainkey.example.com", rsa);
    text("ed._domainkey.example.com", edwards);
    text("_dmarc.example.com", "v=DMARC1; p=reject; sp=none");
    const QByteArray message = inputOf(data, size);
    Progress progress;
    check::MessageOrigin origin;
    origin.ip = wire::IpAddress::parse("192.0.2.1");
    origin.mailFrom = "joe@example.com";
    const auto report = check::judgeMessage(message, origin, zone, progress, 1700000000);
    PROMISE(report);
    for (const check::DkimSignature &signature : report->signatures)
        PROMISE(signature.result == check::DkimResult::Pass || !signature.steps.isEmpty());
    for (const bool relaxed : {false, true}) {
        const QByteArray body = check::canonicalBody(message, relaxed);
        PROMISE(check::canonicalBody(body, relaxed) == body); // once is enough
    }
    return 0;
}
