import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { networkOf } from "./network";

describe("networkOf", () => {
  it.each([
    ["203.0.113.7", "203.0.113.7"],
    ["::ffff:203.0.113.7", "203.0.113.7"],
    ["::FFFF:203.0.113.7", "203.0.113.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:0DB8:0001:0002:0003:0004:0005:0006", "2001:db8:1:2::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["2001:db8:1:2:3::", "2001:db8:1:2::/64"],
    ["2001:db8:1::203.0.113.7", "2001:db8:1:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["::", "0:0:0:0::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["a socket", "unknown"],
    [undefined, "unknown"],
  ])("%s counts as %s", (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  it.each([
    ["198.51.100.4", "198.51.100.4"],
    ["10.0.0.1, 198.51.100.4", "198.51.100.4"],
    ["198.51.100.4,2001:db8::1 ", "2001:db8:0:0::/64"],
    ["198.51.100.4, nobody", "127.0.0.1"],
    ["198.51.100.4:5000", "127.0.0.1"],
    ["", "127.0.0.1"],
  ])("behind a proxy that wrote %s it is %s", (forwarded, network) => {
    expect(networkOf("127.0.0.1", forwarded)).toBe(network);
  });

  it("is the same for every address of a household and for every way to write it, and another next door", () => {
    const group = fc.integer({ min: 0, max: 0xffff }).map((number) => number.toString(16));
    const groups = (count: number) => fc.array(group, { minLength: count, maxLength: count });
    fc.assert(
      fc.property(groups(4), groups(4), groups(4), (net, one, other) => {
        const expected = `${net.join(":")}::/64`;
        const long = [...net, ...one].map((part) => part.padStart(4, "0").toUpperCase()).join(":");
        // The URL parser writes the zeros as "::", the way that addresses arrive.
        const short = new URL(`http://[${[...net, ...other].join(":")}]/`).hostname.slice(1, -1);
        expect(networkOf(long)).toBe(expected);
        expect(networkOf(short)).toBe(expected);
        const nextDoor = [...net.slice(0, 3), (Number.parseInt(net[3] ?? "", 16) ^ 1).toString(16)];
        expect(networkOf([...nextDoor, ...one].join(":"))).not.toBe(expected);
      }),
    );
  });
});
