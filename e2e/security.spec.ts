import { aMember } from "@/lib/testing/factories";
import { expect, test } from "./support/fixtures";
import { signInAs } from "./support/sessions";
import { writeComment } from "./support/steps";
import { aQuestion } from "./support/things";

test("what a script could read or another site could send is not in the cookies", async ({ page }) => {
  await signInAs(page, "editor");
  await expect(page.getByRole("heading", { name: "Hello, margin_notes" })).toBeVisible();
  const thread = await aQuestion();
  await page.goto(`/posts/${thread.id}/${thread.slug}`);
  await writeComment(page, "So that every cookie is there.");
  await page.getByRole("banner").getByText("Screen").click();
  await page.getByRole("button", { name: /^Dark/ }).click();
  const cookies = await page.context().cookies();
  expect(cookies.map(({ name }) => name)).toEqual(expect.arrayContaining(["unknot-session", "theme", "fresh"]));
  for (const { name, httpOnly, sameSite, path, domain } of cookies) {
    expect(sameSite, name).toBe("Lax");
    expect(path, name).toBe("/");
    expect(domain, name).toBe("localhost");
    // Only the theme is set by a script, and tells nothing about anybody.
    expect(httpOnly, name).toBe(name !== "theme");
  }
});

test("every answer carries the headers that protect its reader", async ({ enter }) => {
  const page = await enter(await aMember());
  for (const path of ["/", "/me", "/techniques/shiatsu", "/auth/sign-in", "/nothing/here", "/api/preview"]) {
    const headers = (await page.request.get(path)).headers();
    expect(headers["x-content-type-options"], path).toBe("nosniff");
    expect(headers["x-frame-options"], path).toBe("DENY");
    expect(headers["referrer-policy"], path).toMatch(/^(same-origin|no-referrer)$/);
    expect(headers["x-powered-by"], path).toBeUndefined();
    if (path.startsWith("/me")) expect(headers["cache-control"], path).toContain("no-store");
  }
});

test("a form that another site sends is refused", async ({ enter }) => {
  const page = await enter(await aMember());
  const options = { headers: { origin: "https://elsewhere.example" }, form: { theme: "dark" } };
  expect((await page.request.post("/api/theme", options)).status()).toBe(403);
  expect((await page.request.post("/write/post", options)).status()).toBe(403);
});

test("a sign-in leads nowhere but into this site", async ({ page }) => {
  await page.goto("/auth/sign-in?next=https://elsewhere.example/");
  await expect(page.locator("input[name=next]")).toHaveCount(0);
  for (const next of ["//elsewhere.example", "/\\elsewhere.example", "https://elsewhere.example"]) {
    await page.goto(`/auth/confirm?token=x&next=${encodeURIComponent(next)}`);
    await expect(page.locator("input[name=callbackUrl]")).toHaveValue("/me");
  }
});
