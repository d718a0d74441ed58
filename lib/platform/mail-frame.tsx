import { Body, Container, Head, Html, Preview, Text } from "@react-email/components";
import type { ReactNode } from "react";

const body = {
  backgroundColor: "#ece6da",
  color: "#383040",
  fontFamily: "Georgia, serif",
  margin: "0",
  padding: "24px 12px",
};
const sheet = { backgroundColor: "#f6f1e7", borderRadius: "12px", maxWidth: "560px", padding: "24px 28px" };
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
