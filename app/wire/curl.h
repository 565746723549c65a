// SPDX-License-Identifier: GPL-3.0-or-later
// libcurl as this folder uses it: one place for TLS, time-outs, cancellation, transcripts and what
// a failure is called. Private to app/wire.
#pragma once

#include "app/base/progress.h"
#include "app/base/result.h"
#include "app/wire/options.h"
#include "app/wire/transcript.h"

#include <QByteArray>
#include <QElapsedTimer>

#include <curl/curl.h>

#include <memory>

namespace wire {

// An easy handle in its own multi handle: the multi handle keeps the connections for the next
// request, and is what lets a transfer end within a blink of being cancelled (curl_easy_perform
// asks only once a second). One thread at a time.
class Curl
{
public:
    Curl();
    ~Curl();
    Curl(const Curl &) = delete;
    Curl &operator=(const Curl &) = delete;

    // Forgets the last request's options, keeps its connections, sets what every request has.
    // Error: Invalid "ca_file".
    Result<void> prepare(const QByteArray &url, const char *protocols, const Options &options,
                         Transcript *transcript);

    template <class T>
    void set(CURLoption option, T value)
    {
        curl_easy_setopt(m_easy, option, value);
    }
    // Says good-bye after this request, within its time-outs, and closes.
    void closeAfterwards() { set(CURLOPT_FORBID_REUSE, 1L); }
    void appendHeader(const QByteArray &line);
    void appendRecipient(const QByteArray &address);
    // The host's addresses are these; nobody is asked for them.
    void setAddresses(const QByteArray &host, int port, const QList<QByteArray> &addresses);
    // What is sent; `bytes` must live as long as run(). It cannot be rewound, so that libcurl never
    // sends a request with a body a second time on its own.
    void setUpload(const QByteArray &bytes);

    // Blocks. The body is in body(), what came as header lines in head().
    Result<void> run(Progress &progress);

    const QByteArray &body() const { return m_body; }
    const QByteArray &head() const { return m_head; } // of the last answer
    int responseCode() const;
    // What the server showed (DER, its own first); asked for by CURLOPT_CERTINFO.
    QList<QByteArray> certificates() const;
    QString peerAddress() const;
    bool isBodyTooLarge() const { return m_tooLarge; }
    QString lastError() const;

private:
    struct Free;
    static size_t takeBody(char *bytes, size_t size, size_t count, void *self);
    static size_t takeHead(char *bytes, size_t size, size_t count, void *self);
    static size_t giveUpload(char *bytes, size_t size, size_t count, void *self);
    static int askOn(void *self, curl_off_t, curl_off_t, curl_off_t, curl_off_t);
    static int hear(CURL *, curl_infotype type, char *bytes, size_t size, void *self);
    CURLcode loop(Progress &progress);
    Error errorOf(CURLcode code) const;

    CURL *m_easy = nullptr;
    CURLM *m_multi = nullptr;
    curl_slist *m_headers = nullptr;
    curl_slist *m_recipients = nullptr;
    curl_slist *m_addresses = nullptr;
    Options m_options;
    Transcript *m_transcript = nullptr;
    const Progress *m_progress = nullptr;
    const QByteArray *m_upload = nullptr;
    qsizetype m_uploadAt = 0;
    QByteArray m_body;
    QByteArray m_head;
    QElapsedTimer m_lastByte;
    bool m_tooLarge = false;
    bool m_idle = false;
    bool m_cancelled = false;
    bool m_isHttp = false;
    char m_errorText[CURL_ERROR_SIZE] = {};
};

} // namespace wire
