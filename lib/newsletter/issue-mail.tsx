import { toPlainText } from "@react-email/render";
import { env } from "@/lib/platform/env";
import { letter, MailHeading, MailLink, MailText, MailWords } from "@/lib/platform/mail-frame";
import type { IssueArticle } from "./queries";

const why =
  "You get this mail because this address was put on the list of our newsletter, and the link in a mail to it was pressed. It comes once a week at the most.";

/** Headings as they were written, and not in capitals, which are read out letter by letter. */
const asWritten = ["h3", "h4"].map((selector) => ({ selector, options: { uppercase: false } }));

type Input = { subject: string; introductionHtml: string; articles: IssueArticle[]; leave: string };

/** One issue for one reader. */
export function issueMail({ subject, introductionHtml, articles, leave }: Input) {
  const introduction = withWholeLinks(introductionHtml);
  const told = articles.map((article) => ({ ...article, href: new URL(article.path, env().APP_URL).href }));
  return letter({
    subject,
    said: [],
    more: {
      html: (
        <>
          {introduction && <MailWords html={introduction} />}
          {told.map(({ id, title, excerpt, href }) => (
            <div key={id}>
              <MailHeading level={2}>{title}</MailHeading>
              <MailText>{excerpt}</MailText>
              <MailText>
                <MailLink href={href}>Read “{title}”</MailLink>
              </MailText>
            </div>
          ))}
        </>
      ),
      text: [plainly(introduction), ...told.map(({ title, excerpt, href }) => `${title}\n${excerpt}\n${href}`)]
        .filter((part) => part !== "")
        .join("\n\n"),
    },
    why,
    unsubscribe: { label: "Leave the newsletter", href: leave },
  });
}

/** A mail has no address of its own that a path could belong to. */
function withWholeLinks(html: string): string {
  return html.replaceAll('href="/', `href="${new URL(env().APP_URL).origin}/`);
}

function plainly(html: string): string {
  return html ? toPlainText(html, { wordwrap: false, selectors: asWritten }).trim() : "";
}
