import type { ReactNode } from "react";
import { env } from "@/lib/platform/env";
import { letter, MailHeading, MailLink, MailText } from "@/lib/platform/mail-frame";
import { commentPath, threadPath } from "@/lib/platform/urls";
import { awayDays } from "./limits";
import { wordsFor } from "./news-mail";
import type { Item, Told } from "./queries";

type Input = { handle: string; told: Told[]; items: Item[]; last: boolean; leave: string };

type Line = { title: string; about: string; href: string };

const headings: Record<Item["why"], string> = {
  new_thread: "New in what you follow",
  unanswered: "Somebody waits for a first answer",
  article: "An article",
};

/** What was new for a member. It holds titles and names, and nobody's words. */
export function digestMail({ handle, told, items, last, leave }: Input) {
  const sections = [
    { heading: "For you", lines: told.map(lineOfTold) },
    ...(["new_thread", "unanswered", "article"] as const).map((why) => ({
      heading: headings[why],
      lines: items.filter((item) => item.why === why).map(lineOfItem),
    })),
  ].filter(({ lines }) => lines.length > 0);
  const goodbye = `You have not been here for ${awayDays} days, so this is the last one. When you come back, they begin again.`;
  return letter({
    subject: subjectFor(told, items),
    heading: "What was new",
    said: [`Hello ${handle},`, ...(last ? [goodbye] : ["Here is what waits for you. Nothing of it is urgent."])],
    more: { html: sections.map(sectionInHtml), text: sections.map(sectionInText).join("\n\n") },
    why: `You get this mail because you have an account here, and chose to hear of these things in one mail. How often it comes, and when, is yours to choose: ${new URL("/me/settings/mail", env().APP_URL).href}`,
    unsubscribe: { label: "Get no more of these digests", href: leave },
  });
}

function subjectFor(told: Told[], items: Item[]): string {
  const first = told[0]?.thread.title ?? items[0]?.title;
  if (!first) return "The last digest until you are back";
  const others = told.length + items.length - 1;
  if (others === 0) return `New for you: ${first}`;
  return `New for you: ${first}, and ${others === 1 ? "one more thing" : `${others} more things`}`;
}

function lineOfTold({ thread, said }: Told): Line {
  const first = Math.min(...said.map(({ position }) => position));
  const path = first > 0 ? commentPath(thread, first) : threadPath(thread);
  return { title: thread.title, about: wordsFor(said), href: new URL(path, env().APP_URL).href };
}

function lineOfItem(item: Item): Line {
  const about = [item.kind === "article" ? null : `by ${item.author}`, item.technique].filter(Boolean).join(", ");
  return { title: item.title, about, href: new URL(threadPath(item), env().APP_URL).href };
}

type Section = { heading: string; lines: Line[] };

function sectionInHtml({ heading, lines }: Section): ReactNode {
  return (
    <div key={heading}>
      <MailHeading level={2}>{heading}</MailHeading>
      {lines.map(({ title, about, href }) => (
        <MailText key={href}>
          <MailLink href={href}>{title}</MailLink>
          {about && (
            <>
              <br />
              {about}
            </>
          )}
        </MailText>
      ))}
    </div>
  );
}

function sectionInText({ heading, lines }: Section): string {
  const told = lines.map(({ title, about, href }) => [title, about, href].filter(Boolean).join("\n"));
  return [heading, ...told].join("\n\n");
}
