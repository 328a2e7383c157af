package org.ipsecworkbench.hostconnection.winrm;

/** A file of keys or certificates on this machine cannot be used. */
final class LocalFileException extends Exception {
    private static final long serialVersionUID = 1;

    LocalFileException(String message, Exception cause) {
        super(message, cause);
    }
}
