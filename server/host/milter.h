// SPDX-License-Identifier: GPL-3.0-or-later
// The frames of the milter protocol (version 6): a length, a letter, data. Shared by the check that
// answers Postfix and by the client that asks a filter as Postfix would.
#pragma once

#include "app/base/result.h"

#include <QByteArray>

#include <optional>

namespace host {

struct MilterPacket
{
    char command = 0;
    QByteArray data;
};

QByteArray milterBytes(char command, const QByteArray &data = {});

// Takes the first packet off `buffer`; nothing while it is not whole. Protocol: no packet begins
// like that.
Result<std::optional<MilterPacket>> takeMilterPacket(QByteArray &buffer);

inline constexpr quint32 milterVersion = 6;

// Steps that a filter does without, or wants otherwise.
enum MilterStep : quint32
{
    NoConnect = 0x01,
    NoHelo = 0x02,
    NoMail = 0x04,
    NoRecipient = 0x08,
    NoBody = 0x10,
    NoHeaders = 0x20,
    NoEndOfHeaders = 0x40,
    NoReplyToHeader = 0x80,
    NoUnknown = 0x100,
    NoData = 0x200,
    MaySkip = 0x400, // the rest of the body
    NoReplyToConnect = 0x1000,
    NoReplyToHelo = 0x2000,
    NoReplyToMail = 0x4000,
    NoReplyToRecipient = 0x8000,
    NoReplyToData = 0x10000,
    NoReplyToUnknown = 0x20000,
    NoReplyToEndOfHeaders = 0x40000,
    NoReplyToBody = 0x80000,
    KeepLeadingSpace = 0x100000 // of header values
};

} // namespace host
