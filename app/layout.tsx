import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { Footer } from "@/components/layout/footer";

import { PageSlots } from "@/components/ui/page-slots";
import { env } from "@/lib/platform/env";
import { placeholders } from "@/lib/serving/slots";
import { fontClasses } from "./_fonts";
import { SiteHeader } from "./_shared/shell";
import "./styles/index.css";

/** Made per request, because the site's address is a setting and the build knows none. */
export function generateMetadata(): Metadata {
  return { ...metadata, metadataBase: new URL(env().APP_URL) };
}

const metadata: Metadata = {
  title: { default: "Unknot: migraine and massage, from people who know both", template: "%s | Unknot" },
  description: "A peer-support community for people who live with migraine and try massage therapy.",
  other: { referrer: "same-origin" },
};

export const viewport: Viewport = { width: "device-width", initialScale: 1 };

// Every page is rendered on request, by server.ts's page cache or for one reader; nothing is made at build time.
export const dynamic = "force-dynamic";

/** One shell for every page. What differs between readers stands in slots, which `server.ts` fills per response. */
export default function Layout({ children }: { children: ReactNode }) {
  const slot = placeholders();
  return (
    <html
      lang="en"
      className={fontClasses}
      data-theme={slot.theme}
      data-viewer={slot.viewer}
      data-follow={slot.follow}
      data-quiet={slot.quiet}
      data-unread={slot.unread}
      data-state={slot.state}
      suppressHydrationWarning
    >
      <head>
        <style nonce={slot.nonce} suppressHydrationWarning>
          {slot.style}
        </style>
      </head>
      <body>
        <a className="skip-link" href="#main">
          Skip to the text
        </a>
        <PageSlots formKey={slot.key}>
          <SiteHeader />
          <main id="main" tabIndex={-1}>
            {children}
          </main>
          <Footer />
        </PageSlots>
      </body>
    </html>
  );
}
