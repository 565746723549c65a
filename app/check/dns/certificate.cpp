// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/check/dns/certificate.h"

#include <openssl/x509.h>
#include <openssl/x509_vfy.h>
#include <openssl/x509v3.h>

#include <QFile>

#include <ctime>
#include <memory>

namespace check {

namespace {

template <auto f>
struct Freed
{
    template <class T>
    void operator()(T *one) const
    {
        f(one);
    }
};
using Certificate = std::unique_ptr<X509, Freed<X509_free>>;

void freeStack(STACK_OF(X509) * stack) { sk_X509_pop_free(stack, X509_free); }

Certificate parsed(const QByteArray &der)
{
    const auto *begin = reinterpret_cast<const unsigned char *>(der.constData());
    return Certificate(d2i_X509(nullptr, &begin, long(der.size())));
}

QString textOf(const ASN1_STRING *string)
{
    unsigned char *utf8 = nullptr;
    const int size = ASN1_STRING_to_UTF8(&utf8, string);
    if (size < 0)
        return {};
    const QString out = QString::fromUtf8(reinterpret_cast<char *>(utf8), size);
    OPENSSL_free(utf8);
    return out;
}

QString entryOf(const X509_NAME *name, int what)
{
    const int at = X509_NAME_get_index_by_NID(name, what, -1);
    return at < 0 ? QString() : textOf(X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, at)));
}

// The common name, or the organisation where there is none.
QString nameOf(const X509_NAME *name)
{
    const QString common = entryOf(name, NID_commonName);
    return common.isEmpty() ? entryOf(name, NID_organizationName) : common;
}

QDateTime timeOf(const ASN1_TIME *time)
{
    std::tm parts{};
    if (ASN1_TIME_to_tm(time, &parts) != 1)
        return {};
    return QDateTime(QDate(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday),
                     QTime(parts.tm_hour, parts.tm_min, parts.tm_sec), Qt::UTC);
}

} // namespace

std::optional<CertificateFacts> certificateFacts(const QByteArray &der)
{
    const Certificate certificate = parsed(der);
    if (!certificate)
        return {};
    CertificateFacts facts;
    facts.subject = nameOf(X509_get_subject_name(certificate.get()));
    facts.issuer = nameOf(X509_get_issuer_name(certificate.get()));
    facts.from = timeOf(X509_get0_notBefore(certificate.get()));
    facts.until = timeOf(X509_get0_notAfter(certificate.get()));
    facts.isSelfSigned = X509_self_signed(certificate.get(), 0) == 1;
    auto *const names = static_cast<GENERAL_NAMES *>(
        X509_get_ext_d2i(certificate.get(), NID_subject_alt_name, nullptr, nullptr));
    for (int i = 0; i < sk_GENERAL_NAME_num(names); ++i)
        if (const GENERAL_NAME *name = sk_GENERAL_NAME_value(names, i); name->type == GEN_DNS)
            facts.names.append(textOf(name->d.dNSName));
    GENERAL_NAMES_free(names);
    if (facts.subject.isEmpty())
        facts.subject = facts.names.value(0);
    return facts;
}

bool isForHost(const QByteArray &der, const QByteArray &host)
{
    const Certificate certificate = parsed(der);
    return certificate && X509_check_host(certificate.get(), host.constData(), size_t(host.size()),
                                          0, nullptr) == 1;
}

std::optional<bool> isTrusted(const QList<QByteArray> &chain, const QString &caFile, qint64 now)
{
#ifdef Q_OS_WIN
    if (caFile.isEmpty())
        return {}; // Windows keeps its authorities where OpenSSL does not look
#endif
    if (chain.isEmpty())
        return false;
    const std::unique_ptr<X509_STORE, Freed<X509_STORE_free>> store(X509_STORE_new());
    X509_STORE_set_default_paths(store.get());
    if (!caFile.isEmpty())
        X509_STORE_load_file(store.get(), QFile::encodeName(caFile).constData());
    const std::unique_ptr<STACK_OF(X509), Freed<freeStack>> others(sk_X509_new_null());
    const Certificate own = parsed(chain.constFirst());
    if (!own)
        return false;
    for (const QByteArray &der : chain.mid(1))
        if (Certificate other = parsed(der))
            sk_X509_push(others.get(), other.release());
    const std::unique_ptr<X509_STORE_CTX, Freed<X509_STORE_CTX_free>> context(X509_STORE_CTX_new());
    if (X509_STORE_CTX_init(context.get(), store.get(), own.get(), others.get()) != 1)
        return {};
    X509_STORE_CTX_set_time(context.get(), 0, time_t(now));
    return X509_verify_cert(context.get()) == 1;
}

} // namespace check
