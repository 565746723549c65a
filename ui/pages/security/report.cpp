// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/security/report.h"

#include "app/model/text.h"
#include "app/wire/dns/zonetext.h"
#include "ui/pages/security/sectionwords.h"
#include "ui/shell/messages.h"

#include <QCoreApplication>
#include <QPageSize>
#include <QPdfWriter>
#include <QSaveFile>
#include <QTextDocument>

namespace ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::SecurityReport)
};

QString when(const work::DomainLook &look)
{
    return Words::tr("As of %1").arg(model::exactText(look.at));
}

QStringList proposed(const check::Proposal &proposal)
{
    QStringList lines;
    for (const check::RecordToPublish &record : proposal.publish)
        lines.append(Words::tr("Publish: %1 %2 %3").arg(record.name, record.type, record.value));
    for (const check::RecordToPublish &record : proposal.withdraw)
        lines.append(Words::tr("Remove: %1 %2 %3").arg(record.name, record.type, record.value));
    return lines;
}

} // namespace

QString securityTitle(const work::DomainLook &look)
{
    return Words::tr("Security of %1").arg(wire::nameForPeople(look.report.domain));
}

QString securityText(const work::DomainLook &look)
{
    QStringList lines{securityTitle(look), when(look), {}, overallWords(look.states)};
    for (const check::SectionState &state : look.states) {
        lines += {QString(), QStringLiteral("%1: %2").arg(sectionTitle(state.section),
                                                          standingOf(state).word)};
        lines.append(QStringLiteral("  ") + state.summary);
        if (const QString evidence = sentenceFor(state.verdict).details; !evidence.isEmpty())
            lines.append(QStringLiteral("      ") + evidence);
        for (const mail::Finding &finding : state.findings) {
            const Sentence sentence = sentenceFor(finding);
            if (sentence.text == state.summary)
                continue;
            lines.append(QStringLiteral("  - ") + sentence.text);
            if (!sentence.details.isEmpty())
                lines.append(QStringLiteral("      ") + sentence.details);
        }
        for (const QString &line : proposed(state.proposal))
            lines.append(QStringLiteral("  > ") + line);
    }
    return lines.join(u'\n') + u'\n';
}

QString securityHtml(const work::DomainLook &look)
{
    // The colours of paper, not of the window.
    const auto colourOf = [](Role role) { return colour(role, false).name(); };
    const auto text = [](const QString &plain) { return plain.toHtmlEscaped(); };
    QString html =
        QStringLiteral("<html><head><meta charset=\"utf-8\"><title>%1</title></head><body>"
                       "<h1>%1</h1><p style=\"color:%2\">%3</p><p><b>%4</b></p>")
            .arg(text(securityTitle(look)), colourOf(Role::Muted), text(when(look)),
                 text(overallWords(look.states)));
    for (const check::SectionState &state : look.states) {
        const Standing standing = standingOf(state);
        html += QStringLiteral("<h2>%1 <span style=\"color:%2\">%3</span></h2><p>%4<br>"
                               "<span style=\"color:%5\">%6</span></p>")
                    .arg(text(sectionTitle(state.section)), colourOf(standing.role),
                         text(standing.word), text(state.summary), colourOf(Role::Muted),
                         text(sentenceFor(state.verdict).details));
        QString items;
        for (const mail::Finding &finding : state.findings) {
            const Sentence sentence = sentenceFor(finding);
            if (sentence.text == state.summary)
                continue;
            items += QStringLiteral("<li>%1<br><span style=\"color:%2\">%3</span></li>")
                         .arg(text(sentence.text), colourOf(Role::Muted), text(sentence.details));
        }
        for (const QString &line : proposed(state.proposal))
            items += QStringLiteral("<li><code>%1</code></li>").arg(text(line));
        if (!items.isEmpty())
            html += QStringLiteral("<ul>%1</ul>").arg(items);
    }
    return html + QStringLiteral("</body></html>");
}

Result<void> writeSecurityPdf(const QString &html, const QString &title, const QFont &font,
                              const QString &file)
{
    QSaveFile out(file);
    const auto failed = [&] {
        return Error{
            Error::Kind::Storage, out.errorString(), {}, QStringLiteral("export-failed"), 0};
    };
    if (!out.open(QIODevice::WriteOnly))
        return failed();
    {
        QPdfWriter writer(&out);
        writer.setTitle(title);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins(QMarginsF(20, 20, 20, 20), QPageLayout::Millimeter);
        QTextDocument document;
        document.setDefaultFont(font);
        document.setHtml(html);
        document.print(&writer);
    }
    if (!out.commit())
        return failed();
    return {};
}

} // namespace ui
