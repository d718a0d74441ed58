import { describe, expect, it } from "vitest";
import { contentSecurityPolicy } from "./headers";

describe("the content security policy", () => {
  it("lets only this site's own things in, and only the scripts and styles of this response", () => {
    const directives = contentSecurityPolicy("abc", false).split("; ");
    expect(directives).toEqual([
      "default-src 'none'",
      "script-src 'nonce-abc' 'strict-dynamic'",
      "style-src 'self' 'nonce-abc'",
      "img-src 'self'",
      "font-src 'self'",
      "connect-src 'self'",
      "manifest-src 'self'",
      "form-action 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ]);
  });

  it("is looser only for Next's development client", () => {
    const policy = contentSecurityPolicy("abc", true);
    expect(policy).toContain("'unsafe-eval'");
    expect(policy).toContain("connect-src 'self' ws:");
    expect(policy).toContain("default-src 'none'");
  });
});
