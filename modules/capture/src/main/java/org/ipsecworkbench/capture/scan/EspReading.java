package org.ipsecworkbench.capture.scan;

/**
 * How a packet reads as ESP-NULL (RFC 2410, RFC 4543): which lengths make sense of its trailer and inner header.
 *
 * @param vector bytes of initialisation vector behind the sequence number
 * @param check bytes of integrity check value at the end
 */
public record EspReading(int vector, int check) {}
