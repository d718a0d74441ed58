import { describe, expect, it } from "vitest";
import { pageRequest } from "./capture";
import { acceptsGzip, mannerOf } from "./respond";

describe("acceptsGzip", () => {
  it.each([
    [undefined, false],
    ["", false],
    ["gzip", true],
    ["gzip, deflate, br, zstd", true],
    ["br;q=1.0, gzip;q=0.8, *;q=0.1", true],
    ["gzip;q=0", false],
    ["gzip; q=0.000, br", false],
    ["gzip;q=0.001", true],
    ["identity", false],
    ["x-gzipped", false],
  ])("%s: %s", (header, accepted) => {
    expect(acceptsGzip(pageRequest("/", header === undefined ? {} : { "accept-encoding": header }))).toBe(accepted);
  });
});

describe("mannerOf", () => {
  it("promises https only where people come by https", () => {
    expect(mannerOf({ development: false, secure: null }).common).not.toHaveProperty("strict-transport-security");
    const { common } = mannerOf({ development: false, secure: "max-age=31536000" });
    expect(common).toMatchObject({
      "strict-transport-security": "max-age=31536000",
      "x-content-type-options": "nosniff",
    });
  });
});
