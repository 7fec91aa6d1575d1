import { describe, expect, test } from "vitest";
import { isPublicAddress } from "../../../../bot/uploads/links/public-address.ts";

describe("isPublicAddress", () => {
  test.each(["93.184.216.34", "1.1.1.1", "2606:4700::1111", "::ffff:93.184.216.34"])(
    "takes %s",
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  test.each([
    ["this machine", "127.0.0.1"],
    ["this machine", "127.8.8.8"],
    ["this machine", "::1"],
    ["this machine, mapped", "::ffff:127.0.0.1"],
    ["any address", "0.0.0.0"],
    ["any address", "::"],
    ["a private network", "10.1.2.3"],
    ["a private network", "172.16.0.1"],
    ["a private network", "192.168.1.1"],
    ["a private network, mapped", "::ffff:10.0.0.1"],
    ["a private network", "fd00::1"],
    ["a private network of old", "fec0::1"],
    ["a link", "169.254.1.1"],
    ["a cloud's metadata", "169.254.169.254"],
    ["a cloud's metadata", "fd00:ec2::254"],
    ["a link", "fe80::1"],
    ["a link with its zone", "fe80::1%eth0"],
    ["shared by a provider", "100.64.0.1"],
    ["benchmarks", "198.18.0.1"],
    ["examples", "203.0.113.1"],
    ["groups", "224.0.0.1"],
    ["groups", "ff02::1"],
    ["everybody near", "255.255.255.255"],
    ["translated", "64:ff9b::a00:1"],
    ["tunnelled", "2002:a00:1::1"],
    ["tunnelled", "2001::1"],
    ["no address", "localhost"],
    ["no address", ""],
  ])("refuses %s: %s", (_what, address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});
