// SPDX-License-Identifier: GPL-3.0-or-later
// Stands in for libFuzzer where the compiler has none: every file of the corpus, then some
// thousands of mutations of them, the same ones in every run.
//
//   fuzz_x CORPUS [MUTATIONS [SEED]]
//   fuzz_x FILE             one input, to see what it does
#include <QDir>
#include <QFile>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <random>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size);

namespace {

// For whoever has to mend it; SIGABRT is what a broken promise ends with.
QByteArray *atWork = nullptr;

void tellInput(int)
{
    if (atWork)
        std::fprintf(stderr, "The input in base64: %s\n", atWork->toBase64().constData());
}

void feed(const QByteArray &input)
{
    static QByteArray now;
    now = input;
    atWork = &now;
    // a copy of exactly that size: what reads beyond it is noticed
    const auto size = size_t(input.size());
    std::vector<unsigned char> bytes(input.cbegin(), input.cend());
    bytes.shrink_to_fit();
    LLVMFuzzerTestOneInput(bytes.data(), size);
}

class Mutator
{
public:
    Mutator(QList<QByteArray> corpus, unsigned seed)
        : m_corpus(std::move(corpus))
        , m_random(seed)
    {
    }
    QByteArray next()
    {
        QByteArray out = m_corpus[below(m_corpus.size())];
        for (qsizetype n = 1 + below(6); n > 0; --n)
            change(out);
        return out;
    }

private:
    qsizetype below(qsizetype limit) { return qsizetype(m_random() % quint64(limit)); }
    void change(QByteArray &text)
    {
        const qsizetype at = below(text.size() + 1);
        const QByteArray &other = m_corpus[below(m_corpus.size())];
        switch (below(8)) {
        case 0: // a bit
            if (at < text.size())
                text[at] = char(text[at] ^ (1 << below(8)));
            break;
        case 1: // a byte
            if (at < text.size())
                text[at] = char(below(256));
            break;
        case 2:
            text.insert(at, char(below(256)));
            break;
        case 3:
            text.remove(at, 1 + below(16));
            break;
        case 4: // from itself
            text.insert(at, text.mid(below(text.size() + 1), 1 + below(24)));
            break;
        case 5: // from another
            text.insert(at, other.mid(below(other.size() + 1), 1 + below(48)));
            break;
        case 6:
            text.truncate(at);
            break;
        case 7: // what numbers and lengths like least
            text.insert(at, QByteArray(m_extremes[below(std::size(m_extremes))]));
            break;
        }
        if (text.size() > 8192)
            text.truncate(8192);
    }

    static constexpr const char *m_extremes[] = {"0",  "4294967296", "99999999999999999999",
                                                 "-1", "\xff\xff",   "\xc0\x0c",
                                                 "%{", "}",          "\\",
                                                 "\"", "\\255",      "..",
                                                 ";",  "=",          "\r\n",
                                                 " ",  "//",         "\\#"};
    QList<QByteArray> m_corpus;
    std::mt19937_64 m_random;
};

} // namespace

int main(int argc, char **argv)
{
    std::signal(SIGABRT, tellInput);
    if (argc < 2) {
        std::fprintf(stderr, "Usage: %s CORPUS|FILE [MUTATIONS [SEED]]\n", argv[0]);
        return 2;
    }
    const QString path = QString::fromLocal8Bit(argv[1]);
    QStringList files{path};
    if (QFileInfo(path).isDir()) {
        files.clear();
        for (const QFileInfo &info : QDir(path).entryInfoList(QDir::Files, QDir::Name))
            files.append(info.filePath());
    }
    QList<QByteArray> corpus;
    for (const QString &name : std::as_const(files)) {
        QFile file(name);
        if (!file.open(QIODevice::ReadOnly)) {
            std::fprintf(stderr, "%s: %s\n", qPrintable(name), qPrintable(file.errorString()));
            return 2;
        }
        corpus.append(file.readAll());
        feed(corpus.constLast());
    }
    if (corpus.isEmpty()) {
        std::fprintf(stderr, "%s holds no input.\n", argv[1]);
        return 2;
    }
    const int mutations = argc > 2 ? std::atoi(argv[2]) : 0;
    Mutator mutator(corpus, argc > 3 ? unsigned(std::atoi(argv[3])) : 1u);
    for (int i = 0; i < mutations; ++i)
        feed(mutator.next());
    std::printf("%d inputs, %d mutations\n", int(corpus.size()), mutations);
    return 0;
}
