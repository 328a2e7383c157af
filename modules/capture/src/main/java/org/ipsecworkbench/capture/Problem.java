package org.ipsecworkbench.capture;

/**
 * Something in the input that could not be read as its format asks. What came before it is kept.
 *
 * @param where the place, for people: a packet's number, an offset in bytes, or the file
 * @param what what is wrong there and what it means for the result, as one sentence
 */
public record Problem(String where, String what) {}
