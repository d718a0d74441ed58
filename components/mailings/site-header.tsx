"use client";

import { Header } from "@/components/layout/header";
import { PauseButtons } from "./pause-buttons";

/** The header, and below it in an attack the pause from mails. In one file, so that pages fetch one script less. */
export function SiteHeader() {
  return (
    <Header>
      <div className="for-member only-in-attack pause-bar">
        <PauseButtons id="no-mails-for" />
      </div>
    </Header>
  );
}
