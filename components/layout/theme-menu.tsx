"use client";

import { useRef, type FormEvent } from "react";

const themes = [
  { value: "auto", label: "Like my device", hint: "Light by day, dark by night" },
  { value: "light", label: "Light", hint: "Warm paper" },
  { value: "dark", label: "Dark", hint: "Soft, for the evening" },
  { value: "attack", label: "In an attack", hint: "Very dim, large, few words" },
];

/** Chooses the theme. Without JavaScript the form is posted and the page comes back in its new colours. */
export function ThemeMenu() {
  const menu = useRef<HTMLDetailsElement>(null);

  function choose(event: FormEvent<HTMLFormElement>) {
    const button = (event.nativeEvent as SubmitEvent).submitter;
    if (!(button instanceof HTMLButtonElement)) return;
    event.preventDefault();
    document.cookie = `theme=${button.value}; path=/; max-age=31536000; samesite=lax`;
    document.documentElement.dataset.theme = button.value;
    if (menu.current) menu.current.open = false;
  }

  return (
    <details className="menu" ref={menu}>
      <summary>
        <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
          <circle cx="10" cy="10" r="7.5" fill="none" stroke="currentColor" strokeWidth="1.8" />
          <path d="M10 2.5a7.5 7.5 0 0 1 0 15z" fill="currentColor" />
        </svg>
        <span className="menu-label">Screen</span>
      </summary>
      <form className="menu-body" action="/api/theme" method="post" onSubmit={choose} aria-label="Colours and size">
        {themes.map((theme) => (
          <button key={theme.value} name="theme" value={theme.value}>
            {theme.label}
            <span className="quiet">{theme.hint}</span>
          </button>
        ))}
      </form>
    </details>
  );
}
