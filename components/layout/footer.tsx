"use client";

/** A client component only so that the page's data does not hold its markup a second time. */
export function Footer() {
  return (
    <footer className="foot">
      <div className="foot-inner">
        <p>
          Members write from their own experience. It is not medical advice, and nobody here can examine you.{" "}
          <a href="/safety">When to get help now</a>
        </p>
        <nav aria-label="About this site">
          <ul>
            <li>
              <a href="/guidelines">Guidelines</a>
            </li>
            <li>
              <a href="/safety">Safety</a>
            </li>
            <li>
              <a href="/privacy">Privacy</a>
            </li>
            <li>
              <a href="/transparency">Transparency</a>
            </li>
            <li>
              <a href="/feed.xml">Feed</a>
            </li>
            <li>
              <a href="/newsletter">Newsletter</a>
            </li>
            <li>
              <a href="/report">Report illegal content</a>
            </li>
          </ul>
        </nav>
        <p className="quiet">
          Nothing here comes from another company: no trackers, no advertising, no pictures from elsewhere.
        </p>
      </div>
    </footer>
  );
}
