// SPDX-License-Identifier: GPL-3.0-or-later
// What is possible here. Nobody asks which backend it is; everybody asks can(Update, "mailbox",
// "note").
#pragma once

#include "app/mail/change.h"
#include "app/mail/dnsfacts.h"
#include "app/mail/mailsettings.h"

#include <QHash>
#include <QJsonObject>

namespace mail {

class Capabilities
{
public:
    struct Answer
    {
        bool yes = false;
        QString reason; // a code for the table of sentences: "not-offered", "no-right",
                        // "read-only-token"; empty when yes
        explicit operator bool() const { return yes; }
    };

    // `field` empty: the verb as a whole. Not mentioned at all = not offered.
    Answer can(Verb verb, QStringView kind, QStringView field = {}) const;

    void allow(Verb verb, const QString &kind, const QString &field = {});
    void deny(Verb verb, const QString &kind, const QString &field, const QString &reason);

    // Anything that is not an object and a verb: "changes", "audit". See
    // docs/words.md.
    bool has(QStringView feature) const { return m_features.contains(feature.toString()); }
    void add(const QString &feature) { m_features.insert(feature, true); }

    MailSettings mailSettings; // host empty = not known
    DnsFacts dns;

    bool operator==(const Capabilities &) const = default;

private:
    friend QJsonObject toJson(const Capabilities &);
    friend Result<Capabilities> capabilitiesFromJson(const QJsonObject &);
    QHash<QString, QString> m_answers; // "update mailbox.note" -> "" (yes) or reason
    QHash<QString, bool> m_features;
};

// {"can": ["update mailbox.note", …], "cannot": {"create device": "read-only-token"}, "features":
// […],
//  "mail_settings": {…}}
QJsonObject toJson(const Capabilities &capabilities);
Result<Capabilities> capabilitiesFromJson(const QJsonObject &json);

} // namespace mail
