import { Body, Button, Container, Head, Heading, Html, Link, Preview, Text } from "@react-email/components";
import { render } from "@react-email/render";
import type { ReactNode } from "react";

/** Ink on paper in both schemes, at 7:1 or more; each element names both, because mail programs turn what has only one. */
export const mailColours = {
  light: { page: "#ece6da", sheet: "#f6f1e7", ink: "#383040", soft: "#4b4252", link: "#24503c", button: "#24503c" },
  dark: { page: "#1c1920", sheet: "#26222b", ink: "#e6dfd2", soft: "#c9c0cd", link: "#a9d0ba", button: "#a9d0ba" },
  onButton: { light: "#f1efe3", dark: "#1c1920" },
} as const;

const { light, dark, onButton } = mailColours;

const inTheDark = [
  // Their colours stand on cells of a table, which is how the library centres things.
  `.m-page,.m-page td{background-color:${dark.page}!important;color:${dark.ink}!important}`,
  `.m-sheet,.m-sheet td{background-color:${dark.sheet}!important;color:${dark.ink}!important}`,
  `.m-ink,.m-words,.m-words h3,.m-words h4{color:${dark.ink}!important}`,
  `.m-soft{color:${dark.soft}!important}`,
  `.m-link,.m-words a{color:${dark.link}!important}`,
  `.m-button{background-color:${dark.button}!important;color:${onButton.dark}!important}`,
].join("");
const sheets = `.m-words a{color:${light.link}}@media (prefers-color-scheme:dark){${inTheDark}}`;

const body = {
  backgroundColor: light.page,
  color: light.ink,
  fontFamily: "Georgia, serif",
  margin: "0",
  padding: "24px 12px",
};
const sheet = { backgroundColor: light.sheet, borderRadius: "12px", maxWidth: "560px", padding: "24px 28px" };
const heading = { color: light.ink };
const large = { color: light.ink, fontSize: "17px", lineHeight: "1.6" };
const small = { color: light.soft, fontSize: "14px", lineHeight: "1.5" };
const link = { color: light.link, textDecoration: "underline" };
const button = {
  backgroundColor: light.button,
  borderRadius: "999px",
  color: onButton.light,
  fontSize: "17px",
  padding: "12px 26px",
  textDecoration: "none",
};

/** The sheet that all mails are written on: no pictures, nothing loaded, and colours for a dark mail program, too. */
function MailFrame({ preview, children }: { preview: string; children: ReactNode }) {
  return (
    <Html lang="en">
      <Head>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{sheets}</style>
      </Head>
      <Preview>{preview}</Preview>
      <Body className="m-page" style={body}>
        <Container className="m-sheet" style={sheet}>
          {children}
        </Container>
      </Body>
    </Html>
  );
}

export function MailHeading({ level, children }: { level: 1 | 2; children: ReactNode }) {
  return (
    <Heading as={`h${level}`} className="m-ink" style={heading}>
      {children}
    </Heading>
  );
}

export function MailText({ children }: { children: ReactNode }) {
  return (
    <Text className="m-ink" style={large}>
      {children}
    </Text>
  );
}

export function MailLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link className="m-link" href={href} style={link}>
      {children}
    </Link>
  );
}

/** What `lib/platform/markdown.ts` made of Markdown, and nothing else. */
export function MailWords({ html }: { html: string }) {
  return <div className="m-words" style={large} dangerouslySetInnerHTML={{ __html: html }} />;
}

type Way = { label: string; href: string };

type Letter = {
  subject: string;
  /** Stands above the paragraphs, where it is not the subject. */
  heading?: string;
  said: string[];
  /** What comes after the paragraphs and is none: the same in two forms. */
  more?: { html: ReactNode; text: string };
  /** Where it leads. `spelledOut` shows the address, too, for a mail program without buttons. */
  button?: Way & { spelledOut?: true };
  /** Says why somebody gets it, in small letters at its end. */
  why: string;
  /** How to get no more of these. */
  unsubscribe?: Way;
};

/** A mail of some paragraphs, as HTML and as plain text. */
export async function letter({ subject, heading: title = subject, said, more, button: way, why, unsubscribe }: Letter) {
  const html = await render(
    <MailFrame preview={subject}>
      <MailHeading level={1}>{title}</MailHeading>
      {said.map((paragraph, index) => (
        <MailText key={index}>{paragraph}</MailText>
      ))}
      {more?.html}
      {way && (
        <Button className="m-button" href={way.href} style={button}>
          {way.label}
        </Button>
      )}
      {way?.spelledOut && (
        <MailText>
          Or copy this address into your browser: <MailLink href={way.href}>{way.href}</MailLink>
        </MailText>
      )}
      <Text className="m-soft" style={small}>
        {why}
      </Text>
      {unsubscribe && (
        <Text className="m-soft" style={small}>
          <MailLink href={unsubscribe.href}>{unsubscribe.label}</MailLink>
        </Text>
      )}
    </MailFrame>,
  );
  const reason = unsubscribe ? `${why} ${unsubscribe.label} with one press at: ${unsubscribe.href}` : why;
  const paragraphs = [...said, ...(more ? [more.text] : []), ...(way ? [way.href] : []), reason];
  return { subject, text: `${paragraphs.join("\n\n")}\n`, html };
}
