// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/db/rights.h"

namespace db {

namespace {

struct Bit
{
    mail::Right right;
    int mask;
};

constexpr std::array<Bit, mail::rightCount> bits{{{mail::Right::SendEmails, 1 << 0},
                                                  {mail::Right::ManageAutoReply, 1 << 1},
                                                  {mail::Right::ManageSignatures, 1 << 2},
                                                  {mail::Right::ManageRedirections, 1 << 3},
                                                  {mail::Right::ManageAliases, 1 << 4},
                                                  {mail::Right::ManageFilters, 1 << 5},
                                                  {mail::Right::ManageRules, 1 << 6},
                                                  {mail::Right::ConfigureFolders, 1 << 7},
                                                  {mail::Right::ManageSecurity, 1 << 8},
                                                  {mail::Right::ManageDevices, 1 << 9},
                                                  {mail::Right::AccessLogs, 1 << 10},
                                                  {mail::Right::RestoreEmails, 1 << 11}}};

} // namespace

int maskFrom(const mail::Rights &rights)
{
    int mask = 0;
    for (const Bit &bit : bits)
        if (rights.allows(bit.right))
            mask |= bit.mask;
    return mask;
}

mail::Rights rightsFrom(int mask)
{
    mail::Rights rights;
    for (const Bit &bit : bits)
        rights.set(bit.right, (mask & bit.mask) != 0);
    return rights;
}

int sendMask() { return bits[0].mask; }

} // namespace db
