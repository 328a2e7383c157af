package org.ipsecworkbench.capture;

/** Says what stands in the place of an address. The same one for the same address; called by one thread at a time. */
public interface AddressMap {
    /** Another address of IP, of as many bytes: 4 or 16. */
    byte[] ip(byte[] address);

    /** Another address of a network adapter, 6 bytes. */
    byte[] adapter(byte[] address);
}
