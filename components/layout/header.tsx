"use client";

import type { ReactNode } from "react";
import { Knot } from "./knot";
import { NewsLink } from "./news-link";
import { ThemeMenu } from "./theme-menu";

/**
 * A client component only so that the page's data does not hold its markup a second time.
 * @param children what stands below it
 */
export function Header({ children }: { children?: ReactNode }) {
  return (
    <header>
      <div className="bar">
        <a className="brand" href="/">
          <Knot />
          Unknot
        </a>
        <nav className="main-nav" aria-label="Main">
          <ul className="nav">
            <li>
              <a href="/techniques">Techniques</a>
            </li>
            <li>
              <a href="/what-helped">What helped</a>
            </li>
            <li>
              <a href="/articles">Articles</a>
            </li>
            <li className="for-member">
              <a href="/write">Write</a>
            </li>
            <li className="for-member">
              <a href="/me">My page</a>
            </li>
            <li className="for-suspended">
              <a href="/me/statements">From the moderators</a>
            </li>
          </ul>
        </nav>
        <div className="bar-end">
          <a className="button button-grave for-staff" href="/staff/queue">
            Queue
          </a>
          <NewsLink />
          <ThemeMenu />
          <a className="button for-visitor" href="/auth/sign-in">
            Sign in
          </a>
          <a className="button for-joining" href="/auth/welcome">
            Choose a handle
          </a>
        </div>
      </div>
      {children}
    </header>
  );
}
