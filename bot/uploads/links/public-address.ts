/** Tells addresses of the public network from those inside a house or a machine. */

import ipaddr from "ipaddr.js";

/** Given only by tests, which have nothing but their own machine to fetch from. */
export interface AllowedAddress {
  readonly address: string;
  readonly port: number;
}

/**
 * Whether it may be connected to: a unicast address that everybody can reach. Private, loopback,
 * link-local, shared and special ranges are refused, and so are those that carry another address
 * within them, but for IPv4 mapped into IPv6, which is looked at as IPv4.
 *
 * @param address IPv4 or IPv6, as the resolver and the socket give it
 */
export function isPublicAddress(address: string): boolean {
  // A zone belongs to one link, and `isValid` takes forms such as 0x7f.1 that no resolver gives.
  if (address.includes("%") || !ipaddr.isValid(address)) return false;
  return ipaddr.process(address).range() === "unicast";
}
