// The folder table of docs/architecture.md as rules. Each comment says what to do instead; `--output-type err-long` shows it.
/** From the ground up: a domain may read those before it, never those after it. */
const domains = [
  ["members"],
  ["techniques"],
  ["screening"],
  ["threads", "drafts"],
  ["posts", "comments", "testimonials", "articles", "reactions"],
  ["follows", "blocks"],
  ["moderation"],
];
/** They listen: they may read every domain, and no domain knows them. */
const listeners = ["notifications", "search", "insights", "newsletter", "mailings", "offers"];

const anyOf = (names) => `(${names.join("|")})`;
const everyDomain = anyOf([...domains.flat(), ...listeners]);
const inDomain = `^lib/${everyDomain}/`;
const test = "\\.test\\.(ts|tsx)$";

const schemaAndLabels = `^lib/${everyDomain}/(schema|labels|schema-staff|schema-rules|labels-staff)\\.ts$`;
const queries = `^lib/${everyDomain}/(queries|queries-[a-z-]+)\\.ts$`;
const actions = `^lib/${everyDomain}/actions\\.ts$`;
/** The parts of the platform that are pure functions of their arguments, and so may run in the browser. */
const formatters = "^lib/platform/(form-state|pagination|text|urls)\\.ts$";

/**
 * Four that speak with the page under way: a write notes the purge it announces, so that its own reader sees it at
 * once; a refusal may name the status of its page; what people wrote is put aside so that the page carries it once; and
 * the front has already found who asks.
 */
const speaksWithThePage = "^(lib/platform/(action|events|current-viewer)\\.ts|components/ui/words\\.tsx)$";

const outsideTheCode = "^(bin|bench|e2e|lib/testing)/";

/** One rule per rank of the order above: whatever stands higher is out of reach. */
const domainOrder = domains.map((rank, index) => {
  const higher = [...domains.slice(index + 1).flat(), ...listeners];
  const beside = rank.length > 1 ? rank : [];
  return {
    name: `domain-order-${rank.join("-")}`,
    comment:
      `${rank.join(", ")} may read only what stands before ${rank.length > 1 ? "them" : "it"} in ` +
      `${domains.map((names) => names.join("/")).join(" <- ")}. Record an event or add a job, and let the later domain ` +
      "react; or move the code to the later domain.",
    from: { path: `^lib/${anyOf(rank)}/`, pathNot: test },
    to: beside.length
      ? { path: [`^lib/${anyOf(higher)}/`, `^lib/${anyOf(beside)}/`], pathNot: "^lib/$1/" }
      : { path: `^lib/${anyOf(higher)}/` },
  };
});

const rules = [
  {
    name: "no-cycles",
    comment:
      "Two files that need each other are one thing or three: join them, or move what both need to a third file.",
    from: {},
    to: { circular: true },
  },
  {
    name: "app-reads-through-the-domains",
    comment:
      "A page reads through a domain's queries, writes through its actions, and asks no policy: let the query return " +
      "`viewerCan`, and give a verb a server action.",
    from: { path: "^app/" },
    to: {
      path: ["^db/", inDomain, "^lib/jobs/"],
      pathNot: [
        queries,
        actions,
        schemaAndLabels,
        // The gate of the staff pages answers with a redirect or a 404, so it stands in the page and not in a query.
        "^lib/moderation/gate\\.ts$",
        // Only a route can call these: next-auth's end of the mailed link, a mail program's press, a save of an open form.
        "^lib/(members/session-route|newsletter/leave-newsletter|mailings/leave-mails|testimonials/leave-reminders|drafts/draft-route)\\.ts$",
      ],
    },
  },
  {
    name: "app-pages-stand-alone",
    comment: "Pages share through app/_shared (reading), components (showing) or a domain, not with each other.",
    from: { path: "^app/" },
    to: { path: "^app/", pathNot: "^app/(_shared|_fonts|styles)/" },
  },
  {
    name: "ui-knows-no-domain",
    comment:
      "components/ui holds parts for any domain: take what it shows as props or children, or move it to " +
      "components/<domain>. Only formatters of lib/platform are at hand.",
    from: { path: "^components/ui/", pathNot: speaksWithThePage },
    to: { path: "^(app|bin|components|db|lib)/|^server\\.ts$", pathNot: ["^components/ui/", formatters] },
  },
  {
    name: "components-show-what-they-are-given",
    comment:
      "A component takes its data as props: read it in the page with a query, and call a verb through its server " +
      "action. Of the platform only the formatters run in a browser.",
    from: { path: "^components/", pathNot: ["^components/ui/", test] },
    to: {
      path: "^(app|bin|db|lib)/|^server\\.ts$",
      pathNot: [formatters, actions, schemaAndLabels, queries],
    },
  },
  {
    name: "components-take-only-types-from-queries",
    comment: "Of a query a component may know the shape of its answer: write `import type`, and read it in the page.",
    from: { path: "^components/" },
    to: { path: queries, dependencyTypesNot: ["type-only"] },
  },
  {
    name: "actions-call-their-own-verbs",
    comment:
      "A server action parses, calls a verb of its own domain and answers. Put SQL and rules in the verb, and what " +
      "belongs to another domain in that domain's actions.",
    from: { path: `^lib/${everyDomain}/actions\\.ts$` },
    to: {
      path: ["^(app|components|db)/", "^lib/"],
      pathNot: ["^lib/$1/", "^lib/platform/", schemaAndLabels],
    },
  },
  {
    name: "verbs-do-not-know-next",
    comment:
      "Jobs, seeds and tests call verbs, policies and queries too, where Next is not. Keep cookies, headers and redirects " +
      "in actions.ts.",
    from: {
      path: inDomain,
      pathNot: [
        test,
        actions,
        // These two stand between Next and the domain on purpose; see the rule for app.
        "^lib/(moderation/gate|members/session-route)\\.ts$",
      ],
    },
    to: { path: "(^|/)node_modules/next/" },
  },
  {
    name: "actions-are-for-pages",
    comment: "Server actions answer forms. Call the verb behind the action.",
    from: { path: "^(lib|db)/", pathNot: [test, outsideTheCode] },
    to: { path: actions },
  },
  {
    name: "jobs-are-for-the-worker",
    comment: "Only lib/jobs/registry.ts runs jobs. Add one with addJob(), in the transaction of the write.",
    from: { path: "^(app|components|lib|db)/", pathNot: [test, outsideTheCode, "^lib/jobs/"] },
    to: { path: `^lib/${everyDomain}/jobs\\.(ts|tsx)$` },
  },
  {
    name: "schema-and-labels-run-in-the-browser",
    comment:
      "schema.ts and labels.ts are sent to the browser: they know zod, the text fields of lib/platform/text.ts and " +
      "other schemas and labels. Take anything else as an argument, or move it to the verb.",
    from: { path: schemaAndLabels },
    to: {
      pathNot: ["(^|/)node_modules/zod/", "^lib/platform/text\\.ts$", schemaAndLabels],
      dependencyTypesNot: ["type-only"],
    },
  },
  ...domainOrder,
  {
    name: "listeners-only-read-the-domains",
    comment:
      "Whoever listens reads the domains and changes nothing there: use a query, a rule or words, or let the domain's " +
      "own verb do the writing. Only what an editor had typed of an issue goes with it.",
    from: { path: `^lib/${anyOf(listeners)}/`, pathNot: test },
    to: {
      path: `^lib/${anyOf(domains.flat())}/`,
      pathNot: [queries, schemaAndLabels, `^lib/(${everyDomain}/(policy|visibility|email)|drafts/drop-draft)\\.ts$`],
    },
  },
  {
    name: "platform-knows-no-domain",
    comment:
      "lib/platform and lib/serving know no domain: take what you need as an argument, and let server.ts, the verb or " +
      "the page hand it in.",
    from: { path: "^lib/(platform|serving)/", pathNot: test },
    to: { path: ["^(app|components)/", inDomain, "^lib/jobs/", "^server\\.ts$"] },
  },
  {
    name: "platform-knows-no-serving",
    comment: "lib/serving stands on lib/platform, not under it. Move what both need to lib/platform.",
    from: { path: "^lib/platform/", pathNot: [test, speaksWithThePage] },
    to: { path: "^lib/serving/" },
  },
  {
    name: "of-serving-only-the-page-context",
    comment:
      "This file may tell lib/serving/context.ts something, and knows nothing else of serving or of the domains.",
    from: { path: speaksWithThePage },
    to: { path: ["^lib/serving/", "^lib/jobs/", inDomain, "^app/"], pathNot: "^lib/serving/context\\.ts$" },
  },
  {
    name: "worker-runs-the-jobs-of-domains",
    comment: "lib/jobs lists and schedules. Give the domain a jobs.ts, or an erase-… verb for the nightly clean-up.",
    from: { path: "^lib/jobs/", pathNot: test },
    to: {
      path: ["^(app|components)/", inDomain, "^lib/serving/"],
      pathNot: [`^lib/${everyDomain}/jobs\\.(ts|tsx)$`, `^lib/${everyDomain}/erase-[a-z-]+\\.ts$`],
    },
  },
  {
    name: "domains-stay-in-lib",
    comment:
      "Code in lib is called by pages and by the server; it does not call them. Take what you need as an argument.",
    from: { path: "^lib/", pathNot: "^lib/testing/" },
    to: { path: "^(app|components|bin|bench|e2e)/|^server\\.ts$" },
  },
  {
    name: "db-imports-nothing",
    comment: "db/ is under everything else. Move the rule to a verb, or the value that both need to db/schema.",
    // The sample community is written as its authors would have: with the domains' own schemas and Markdown.
    from: { path: "^db/", pathNot: "^db/seed/" },
    to: { path: "^(app|bin|components|lib)/|^server\\.ts$" },
  },
  {
    name: "seed-is-a-command",
    comment: "The sample community and the migrations are run by bin/. Nothing that serves pages reads them.",
    from: { path: "^(app|components|lib|server\\.ts)", pathNot: [test, outsideTheCode] },
    to: { path: "^db/(seed/|migrate\\.ts)" },
  },
  {
    name: "tests-stay-out-of-the-product",
    comment: "lib/testing, e2e and bench are for tests: `npm start` runs without what they need.",
    from: { path: "^(app|components|lib|db|server\\.ts)", pathNot: [test, outsideTheCode] },
    to: { path: [test, "^(lib/testing|e2e|bench)/"] },
  },
  {
    name: "no-unresolved",
    comment: "This import leads nowhere: a misspelt path, or a package that is not in package.json.",
    from: {},
    to: { couldNotResolve: true },
  },
];

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: rules.map((rule) => ({ severity: "error", ...rule })),
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^\\.next|^\\.data" },
    tsConfig: { fileName: "tsconfig.json" },
    // Type-only imports are counted: they, too, say who knows whom.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
