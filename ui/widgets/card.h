// SPDX-License-Identifier: GPL-3.0-or-later
// A raised area with a hairline and round corners, for groups on pages of details.
#pragma once

#include <QFrame>

class QHBoxLayout;
class QVBoxLayout;

namespace ui {

class Text;

class Card : public QFrame
{
    Q_OBJECT

public:
    // Without a title the header line is left out.
    explicit Card(const QString &title = {}, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setHint(const QString &hint); // muted, under the title
    void addToHeader(QWidget *widget); // right in the header line: a button, a chip
    QVBoxLayout *body() const { return m_body; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Text *m_title = nullptr;
    Text *m_hint = nullptr;
    QWidget *m_header = nullptr;
    QHBoxLayout *m_headerLine = nullptr;
    QVBoxLayout *m_body = nullptr;
};

} // namespace ui
