import next from "@next/eslint-plugin-next";
import reactHooks from "eslint-plugin-react-hooks";
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";

const typescript = ["**/*.{ts,tsx}"];
const pages = ["app/**/*.{ts,tsx}", "components/**/*.{ts,tsx}"];

/** A warning that nobody has to act on is not read: whatever a preset reports is an error. */
const asErrors = (rules) => Object.fromEntries(Object.keys(rules).map((name) => [name, "error"]));

const noStyleAttribute = {
  selector: "JSXAttribute[name.name='style']",
  message:
    "The content security policy drops style attributes. Give the element a class and write the rule in app/styles.",
};

export default defineConfig(
  globalIgnores([".next*/**", ".data/**", "coverage/**", "test-results/**", "playwright-report/**", "next-env.d.ts"]),
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  tseslint.configs.recommended,
  {
    rules: {
      // It counts lines as they stand: a file that scrolls for ever does too many things, comments or not.
      "max-lines": ["error", { max: 250 }],
      eqeqeq: "error",
      "no-var": "error",
      "prefer-const": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", ignoreRestSiblings: true }],
    },
  },
  {
    files: typescript,
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/no-floating-promises": "error",
      // React's event handlers may be async: those here end every path themselves. A timer or a condition may not.
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
    },
  },
  {
    // TypeScript checks names in its own files; these have nobody else.
    files: ["**/*.{mjs,cjs}"],
    languageOptions: {
      globals: Object.fromEntries(
        ["AbortController", "AbortSignal", "Buffer", "URL", "URLSearchParams", "clearInterval", "clearTimeout"]
          .concat(["console", "crypto", "fetch", "module", "performance", "process", "queueMicrotask", "require"])
          .concat(["setImmediate", "setInterval", "setTimeout", "structuredClone"])
          .map((name) => [name, "readonly"]),
      ),
    },
    rules: { "no-undef": "error" },
  },
  {
    files: pages,
    plugins: { "react-hooks": reactHooks, "@next/next": next },
    rules: {
      ...asErrors(reactHooks.configs.flat.recommended.rules),
      ...asErrors(next.configs["core-web-vitals"].rules),
      // Between shared pages people move with ordinary links, on purpose (docs/decisions/0001-one-page-per-audience.md).
      "@next/next/no-html-link-for-pages": "off",
    },
  },
  {
    files: [...pages, "lib/**/*.{ts,tsx}"],
    // Mail programs know no stylesheets: what a mail looks like stands on its elements.
    ignores: ["lib/**/*-mail.tsx", "lib/platform/mail-frame.tsx"],
    rules: { "no-restricted-syntax": ["error", noStyleAttribute] },
  },
  {
    files: [...pages, "lib/**/*.{ts,tsx}", "db/client.ts", "server.ts", "instrumentation.ts"],
    rules: { "no-console": "error" },
  },
);
