import { Body, Container, Head, Heading, Html, Preview, Text } from "@react-email/components";
import { render } from "@react-email/render";
import type { ReactNode } from "react";

const body = {
  backgroundColor: "#ece6da",
  color: "#383040",
  fontFamily: "Georgia, serif",
  margin: "0",
  padding: "24px 12px",
};
const sheet = { backgroundColor: "#f6f1e7", borderRadius: "12px", maxWidth: "560px", padding: "24px 28px" };
const large = { fontSize: "17px", lineHeight: "1.6" };
const small = { color: "#554b5c", fontSize: "14px", lineHeight: "1.5" };

/** The sheet that all mails are written on: no pictures, nothing loaded, colours that a dark mail reader may turn. */
export function MailFrame({ preview, why, children }: { preview: string; why: string; children: ReactNode }) {
  return (
    <Html lang="en">
      <Head>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
      </Head>
      <Preview>{preview}</Preview>
      <Body style={body}>
        <Container style={sheet}>
          {children}
          <Text style={small}>{why}</Text>
        </Container>
      </Body>
    </Html>
  );
}

/**
 * A mail of some paragraphs, as HTML and as plain text.
 * @param why says why somebody gets it, in small letters at its end
 */
export async function letter({ subject, said, why }: { subject: string; said: string[]; why: string }) {
  const html = await render(
    <MailFrame preview={subject} why={why}>
      <Heading as="h1">{subject}</Heading>
      {said.map((paragraph) => (
        <Text key={paragraph} style={large}>
          {paragraph}
        </Text>
      ))}
    </MailFrame>,
  );
  return { subject, text: `${[...said, why].join("\n\n")}\n`, html };
}
