package org.ipsecworkbench.workbench;

/**
 * A capture that a window shows. Its window puts it into its Lookup, by which the actions of other views find the file.
 */
public interface OpenCapture extends ShownFile {}
