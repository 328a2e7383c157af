package org.ipsecworkbench.lab.winrm;

import org.ipsecworkbench.hostconnection.wsman.Element;
import org.ipsecworkbench.hostconnection.wsman.Names;

/** A request that the service refuses, with what the fault says. Texts are ours: clients tell faults by their codes. */
final class ShellFault extends Exception {
    private static final long serialVersionUID = 1;

    private final long code;
    private final String role;
    private final String subcode;
    private final String detail;
    private final boolean isOfProvider;

    private ShellFault(long code, String role, String subcode, String detail, boolean isOfProvider, String text) {
        super(text);
        this.code = code;
        this.role = role;
        this.subcode = subcode;
        this.detail = detail;
        this.isOfProvider = isOfProvider;
    }

    /** As recorded. */
    static ShellFault unknownCommand() {
        return new ShellFault(
                2150858843L, "Sender", "InvalidSelectors", "UnexpectedSelectors", false, "There is no such command.");
    }

    /** The code is documented, its form unverified. */
    static ShellFault unknownShell() {
        return new ShellFault(
                2150858843L, "Sender", "InvalidSelectors", "UnexpectedSelectors", false, "There is no such shell.");
    }

    /** As recorded. */
    static ShellFault badParameter() {
        return new ShellFault(87, "Sender", "InvalidParameter", "InvalidValue", true, "A parameter is not right.");
    }

    /** As recorded. */
    static ShellFault noSuchFile() {
        return new ShellFault(2147942402L, "Receiver", "InternalError", "", true, "There is no such file.");
    }

    /** The code is documented, its form unverified. */
    static ShellFault timedOut() {
        return new ShellFault(2150858793L, "Receiver", "TimedOut", "", false, "The command printed nothing in time.");
    }

    /** The code is documented, its form unverified. */
    static ShellFault tooManyShells(int limit) {
        return new ShellFault(
                2150859173L, "Receiver", "QuotaLimit", "", false, "This user has " + limit + " shells already.");
    }

    /** The code is documented, its form unverified. */
    static ShellFault tooManyCommands(int limit) {
        return new ShellFault(
                2150859174L, "Receiver", "QuotaLimit", "", false, "This shell has " + limit + " commands already.");
    }

    /** A fault that somebody wants to see; form unverified. */
    static ShellFault ordered(long code) {
        return new ShellFault(
                code, "Receiver", "InternalError", "", false, "The lab was told to answer by this fault.");
    }

    /** Form unverified. */
    static ShellFault unknownAction() {
        return new ShellFault(
                2150858817L, "Sender", "ActionNotSupported", "", false, "The lab does not know this action.");
    }

    /** Form unverified. */
    static ShellFault unknownResource() {
        return new ShellFault(
                2150858811L, "Sender", "InvalidResourceURI", "", false, "The lab has the command shell only.");
    }

    Element body(String language) {
        String text = String.valueOf(getMessage());
        Element message = isOfProvider
                ? Element.of(
                        Names.FAULT,
                        "Message",
                        Element.text(Names.FAULT, "ProviderFault", text)
                                .with("provider", "Shell cmd plugin")
                                .with("path", "%systemroot%\\system32\\winrscmd.dll"))
                : Element.text(Names.FAULT, "Message", text);
        Element wsman = Element.of(Names.FAULT, "WSManFault", message)
                .with("Code", Long.toString(code))
                .with("Machine", "127.0.0.1");
        Element details = Element.of(Names.SOAP, "Detail");
        if (!detail.isEmpty()) {
            details = details.with(Element.text(
                    Names.WSMAN, "FaultDetail", "http://schemas.dmtf.org/wbem/wsman/1/wsman/faultDetail/" + detail));
        }
        String prefix = subcode.equals("ActionNotSupported") ? "a:" : "w:";
        return Element.of(
                Names.SOAP,
                "Body",
                Element.of(
                        Names.SOAP,
                        "Fault",
                        Element.of(
                                Names.SOAP,
                                "Code",
                                Element.text(Names.SOAP, "Value", "s:" + role),
                                Element.of(Names.SOAP, "Subcode", Element.text(Names.SOAP, "Value", prefix + subcode))),
                        Element.of(
                                Names.SOAP,
                                "Reason",
                                Element.text(Names.SOAP, "Text", text).with("xml:lang", language)),
                        details.with(wsman)));
    }
}
