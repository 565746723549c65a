// SPDX-License-Identifier: GPL-3.0-or-later
// What a person types into a mail program (S-102): server and ports of a service. Port 0 = not
// offered.
#pragma once

#include "app/mail/field.h"

namespace mail {

struct MailSettings
{
    QString host;
    int imaps = 0;       // implicit TLS
    int imap = 0;        // STARTTLS
    int pop3s = 0;       // implicit TLS
    int pop3 = 0;        // STARTTLS
    int submissions = 0; // implicit TLS
    int submission = 0;  // STARTTLS
    int sieve = 0;       // ManageSieve, STARTTLS

    static constexpr auto kind = "mail_settings";
    static constexpr auto fields()
    {
        return std::tuple{Field{"host", &MailSettings::host},
                          Field{"imaps", &MailSettings::imaps},
                          Field{"imap", &MailSettings::imap},
                          Field{"pop3s", &MailSettings::pop3s},
                          Field{"pop3", &MailSettings::pop3},
                          Field{"submissions", &MailSettings::submissions},
                          Field{"submission", &MailSettings::submission},
                          Field{"sieve", &MailSettings::sieve}};
    }
    bool operator==(const MailSettings &) const = default;

    // The published settings of the provider's service.
    static MailSettings infomaniak()
    {
        return {QStringLiteral("mail.infomaniak.com"), 993, 143, 995, 110, 465, 587, 0};
    }
};

} // namespace mail
