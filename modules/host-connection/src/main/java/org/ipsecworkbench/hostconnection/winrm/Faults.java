package org.ipsecworkbench.hostconnection.winrm;

import org.ipsecworkbench.hostconnection.ConnectionStep;
import org.ipsecworkbench.hostconnection.Failure;
import org.ipsecworkbench.hostconnection.FailureCause;
import org.ipsecworkbench.hostconnection.wsman.Fault;

/** What faults of WinRM mean, told by their codes: texts are in the host's language (MS-WSMV 2.2.4.43, winerror.h). */
final class Faults {
    /** No output came within the time that was asked for: ask again. */
    static final long NO_OUTPUT_YET = 2150858793L;

    /** Shell or command are not known any more. */
    static final long UNKNOWN_SHELL = 2150858843L;

    private static final long ACCESS_DENIED = 5;
    private static final long ACCESS_DENIED_HRESULT = 2147942405L;
    private static final long FILE_NOT_FOUND = 2;
    private static final long FILE_NOT_FOUND_HRESULT = 2147942402L;
    private static final long TOO_MANY_SHELLS = 2150859173L;
    private static final long TOO_MANY_OPERATIONS = 2150859174L;

    private Faults() {}

    static Failure failure(Fault fault) {
        String said = fault.text().isEmpty() ? "" : " It says: " + fault.text();
        FailureCause cause = cause(fault);
        return switch (cause) {
            case ACCESS_DENIED ->
                failure(
                        cause,
                        "The host knows the user, but does not let it run commands (access denied)." + said,
                        "The user has to be an administrator there, or in Remote Management Users. For a local administrator"
                                + " other than the built-in one, set LocalAccountTokenFilterPolicy to 1 (DWORD, HKLM\\SOFTWARE\\"
                                + "Microsoft\\Windows\\CurrentVersion\\Policies\\System) on the host: Windows takes the rights of"
                                + " such accounts away over the network.");
            case SHELL_LOST ->
                failure(
                        cause,
                        "The host no longer knows the shell or the command: its service was restarted, or the shell was idle"
                                + " for too long." + said,
                        "Connect anew and run it again, if it may be run twice.");
            case QUOTA ->
                failure(
                        cause,
                        "The host takes no more shells, users or commands." + said,
                        "Close other sessions or wait until they end; see winrm get winrm/config/winrs on the host for"
                                + " MaxShellsPerUser and MaxProcessesPerShell.");
            case NOT_AVAILABLE ->
                failure(cause, "The host does not find the program." + said, "Check the name or give its whole path.");
            default ->
                failure(
                        FailureCause.OTHER,
                        "The host refuses, with code " + fault.code()
                                + (fault.subcode().isEmpty() ? "" : " (" + fault.subcode() + ")") + "." + said,
                        "Look the code up with: winrm helpmsg 0x" + Long.toHexString(fault.code()) + ".");
        };
    }

    private static Failure failure(FailureCause cause, String explanation, String nextStep) {
        return new Failure(ConnectionStep.SHELL, cause, explanation, nextStep);
    }

    private static FailureCause cause(Fault fault) {
        long code = fault.code();
        if (code == ACCESS_DENIED
                || code == ACCESS_DENIED_HRESULT
                || fault.subcode().equals("AccessDenied")) {
            return FailureCause.ACCESS_DENIED;
        }
        if (code == UNKNOWN_SHELL) {
            return FailureCause.SHELL_LOST;
        }
        boolean isQuota = code == TOO_MANY_SHELLS
                || code == TOO_MANY_OPERATIONS
                || fault.subcode().equals("QuotaLimit");
        if (isQuota) {
            return FailureCause.QUOTA;
        }
        return code == FILE_NOT_FOUND || code == FILE_NOT_FOUND_HRESULT
                ? FailureCause.NOT_AVAILABLE
                : FailureCause.OTHER;
    }
}
