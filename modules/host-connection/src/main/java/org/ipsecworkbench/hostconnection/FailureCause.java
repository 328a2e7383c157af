package org.ipsecworkbench.hostconnection;

import java.util.Locale;

/** Why a host could not be reached or asked: what to tell apart, since each has a next step of its own. */
public enum FailureCause {
    /** No address is known of the name. */
    NAME_NOT_RESOLVED,
    /** The host answers that nothing listens there. */
    REFUSED,
    /** Nothing answers: filtered, switched off, or another address. */
    NO_ANSWER,
    /** The network has no way to the address. */
    UNREACHABLE,
    /** The certificate is not trusted, or is for another name. */
    NOT_TRUSTED,
    /** No session of TLS came about, for another reason than trust. */
    TLS,
    /** Something else than WinRM answers. */
    NO_WINRM,
    /** WinRM is of a version that cannot be talked to. */
    UNSUPPORTED_VERSION,
    /** The host offers no authentication that is possible and allowed here. */
    NO_AUTHENTICATION,
    /** User name or password are wrong, or the account may not be used; NTLM does not say which. */
    CREDENTIALS_REJECTED,
    /** They were rejected before, and are not tried again: that would lock the account. */
    REJECTED_BEFORE,
    /** The account is locked. */
    ACCOUNT_LOCKED,
    /** The password has expired, or is to be changed first. */
    PASSWORD_EXPIRED,
    /** Who it is was accepted, what is asked for is not allowed. */
    ACCESS_DENIED,
    /** The clocks differ by more than Kerberos allows. */
    CLOCK_SKEW,
    /** Kerberos knows no such service. */
    SERVICE_NAME,
    /** Kerberos is not configured here, or no KDC can be reached. */
    NO_KDC,
    /** Something in the local files of Kerberos, keys or certificates cannot be used. */
    LOCAL_CREDENTIALS,
    /** Kerberos and this machine have no kind of encryption in common. */
    WEAK_KEY,
    /** The host takes no more shells, users or commands. */
    QUOTA,
    /** The host wants unsealed messages, or answers so. */
    NOT_SEALED,
    /** The host forgot the shell or the command. */
    SHELL_LOST,
    /** The connection ended before the answer did. */
    CONNECTION_LOST,
    /** It took longer than it may. */
    TIMED_OUT,
    /** The user ended it. */
    CANCELLED,
    /** The answer breaks the protocol. */
    PROTOCOL,
    /** The command does not fit into a line of Windows. */
    COMMAND_TOO_LONG,
    /** The workbench itself does not run on Windows, or a program or file is missing on the host. */
    NOT_AVAILABLE,
    /** The host says something that is not known here. */
    OTHER;

    /** The name in JSON. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
