// SPDX-License-Identifier: GPL-3.0-or-later
// What a target says about the result: a broken promise ends the program, as a crash does.
#pragma once

#include <QByteArray>

#include <cstdio>
#include <cstdlib>

inline QByteArray inputOf(const unsigned char *data, size_t size)
{
    return {reinterpret_cast<const char *>(data), qsizetype(size)};
}

#define PROMISE(condition)                                                                         \
    do {                                                                                           \
        if (!(condition)) {                                                                        \
            std::fprintf(stderr, "%s:%d: not so: %s\n", __FILE__, __LINE__, #condition);           \
            std::abort();                                                                          \
        }                                                                                          \
    } while (false)
