package org.ipsecworkbench.hostconnection.winrm;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipsecworkbench.hostconnection.ConnectionException;
import org.ipsecworkbench.hostconnection.ConnectionStep;
import org.ipsecworkbench.hostconnection.Credentials;
import org.ipsecworkbench.hostconnection.Failure;
import org.ipsecworkbench.hostconnection.FailureCause;

/** Errors of Kerberos by their numbers (RFC 4120 7.5.9), which Java tells within its texts. */
final class KerberosFailures {
    private static final Pattern NUMBER = Pattern.compile("\\((\\d{1,3})\\)");

    private KerberosFailures() {}

    static ConnectionException of(Exception e, Credentials credentials, Endpoint endpoint) {
        return new ConnectionException(failure(e, credentials, endpoint), null, e);
    }

    private static Failure failure(Exception e, Credentials credentials, Endpoint endpoint) {
        String text = text(e);
        Matcher number = NUMBER.matcher(text);
        String service = "HTTP/" + endpoint.address().host();
        return switch (number.find() ? Integer.parseInt(number.group(1)) : 0) {
            case 6 ->
                failure(
                        FailureCause.CREDENTIALS_REJECTED,
                        "Kerberos knows no user " + credentials.user() + ".",
                        "Check name and realm; the realm is the domain in capital letters.");
            case 24 ->
                failure(
                        FailureCause.CREDENTIALS_REJECTED,
                        "The password or key of " + credentials.user() + " is wrong.",
                        "Give it anew. It is not tried again, since that could lock the account.");
            case 18 ->
                failure(
                        FailureCause.ACCOUNT_LOCKED,
                        "The account " + credentials.user() + " is locked, disabled or expired.",
                        "An administrator of the domain can say which: net user NAME /domain, or Get-ADUser.");
            case 23 ->
                failure(
                        FailureCause.PASSWORD_EXPIRED,
                        "The password of " + credentials.user() + " has expired.",
                        "Change it by logging on to a machine of the domain, then give the new one.");
            case 37 ->
                failure(
                        FailureCause.CLOCK_SKEW,
                        "This machine's clock and that of the domain controller or host differ by more than 5 minutes.",
                        "Set the clock that is wrong; Kerberos accepts nothing until then.");
            case 7 ->
                failure(
                        FailureCause.SERVICE_NAME,
                        "Kerberos knows no service " + service + ".",
                        "Use the host's full name as its computer account has it, no IP address; setspn -Q " + service
                                + " says who has that name.");
            case 14 ->
                failure(
                        FailureCause.WEAK_KEY,
                        "Kerberos and this machine have no kind of encryption in common.",
                        "Let the accounts use AES; RC4 and DES are not used here.");
            default -> other(text, credentials);
        };
    }

    private static Failure other(String text, Credentials credentials) {
        boolean isUnreachable = text.contains("Cannot locate")
                || text.contains("KDC")
                || text.contains("timed out")
                || text.contains("refused")
                || text.contains("Unreachable")
                || text.contains("krb5.conf");
        if (isUnreachable) {
            return failure(
                    FailureCause.NO_KDC,
                    "No domain controller can be asked for a ticket of " + credentials.user() + ": " + text + ".",
                    "Check the realm in krb5.conf and the way to its KDC (port 88); --auth ntlm does without.");
        }
        boolean isLocal = credentials.kind() != Credentials.Kind.PASSWORD;
        return failure(
                isLocal ? FailureCause.LOCAL_CREDENTIALS : FailureCause.OTHER,
                isLocal
                        ? "The keys or tickets of this machine cannot be used: " + text + "."
                        : "Kerberos failed: " + text + ".",
                isLocal ? "See with klist what is there; kinit gets a new ticket." : "Try --auth ntlm.");
    }

    /** The first text that has a number, since what is outside of it says less. */
    private static String text(Throwable e) {
        String first = String.valueOf(e.getMessage());
        Throwable cause = e;
        for (int depth = 0; cause != null && depth < 10; depth++) {
            String text = String.valueOf(cause.getMessage());
            if (NUMBER.matcher(text).find()) {
                return text;
            }
            cause = cause.getCause();
        }
        return first;
    }

    private static Failure failure(FailureCause cause, String explanation, String nextStep) {
        return new Failure(ConnectionStep.AUTHENTICATE, cause, explanation, nextStep);
    }
}
