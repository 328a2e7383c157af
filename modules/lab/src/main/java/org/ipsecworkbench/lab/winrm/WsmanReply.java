package org.ipsecworkbench.lab.winrm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.ipsecworkbench.hostconnection.wsman.Element;
import org.ipsecworkbench.hostconnection.wsman.Envelope;
import org.ipsecworkbench.hostconnection.wsman.Names;
import org.ipsecworkbench.hostconnection.wsman.XmlText;
import org.ipsecworkbench.lab.model.Domain;
import org.ipsecworkbench.lab.model.WindowsHost;
import org.ipsecworkbench.lab.model.WindowsVersion;

/** Makes the replies of the service, element by element as recorded from Windows Server 2008 R2 to 2016. */
final class WsmanReply {
    private static final String NOW = "P0DT0H0M0S";

    private WsmanReply() {}

    /** A whole reply to a request. Later releases give an activity's number. */
    static byte[] envelope(WindowsHost host, Envelope request, String action, Element body) {
        List<Element> headers = new ArrayList<>();
        headers.add(Element.text(Names.ADDRESSING, "Action", action));
        headers.add(Element.text(Names.ADDRESSING, "MessageID", "uuid:" + uuid()));
        if (host.version().compareTo(WindowsVersion.SERVER_2019) >= 0) {
            headers.add(Element.text(Names.MICROSOFT, "ActivityId", uuid()));
        }
        headers.add(Element.text(Names.ADDRESSING, "To", Names.ANONYMOUS));
        headers.add(Element.text(Names.ADDRESSING, "RelatesTo", request.messageId()));
        Element header = Element.of(Names.SOAP, "Header", headers.toArray(Element[]::new));
        return XmlText.write(Element.of(Names.SOAP, "Envelope", header, body)
                .with("xml:lang", host.language().tag()));
    }

    private static String uuid() {
        return UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
    }

    /** What the service says about itself; the release only to who is known (DSP0226, 11). */
    static Element identity(WindowsHost host, boolean isKnown) {
        boolean isOld = host.version().compareTo(WindowsVersion.SERVER_2008_R2) <= 0;
        return Element.of(
                Names.IDENTITY,
                "IdentifyResponse",
                Element.text(Names.IDENTITY, "ProtocolVersion", Names.WSMAN),
                Element.text(Names.IDENTITY, "ProductVendor", "Microsoft Corporation"),
                Element.text(
                        Names.IDENTITY,
                        "ProductVersion",
                        "OS: " + (isKnown ? host.version().number() : "0.0.0") + " SP: 0.0 Stack: "
                                + (isOld ? "2.0" : "3.0")));
    }

    /** The reply to who asks without saying who it is; it has no header. */
    static byte[] unauthenticatedIdentity(WindowsHost host) {
        return XmlText.write(Element.of(
                        Names.SOAP,
                        "Envelope",
                        Element.of(Names.SOAP, "Header"),
                        Element.of(Names.SOAP, "Body", identity(host, false)))
                .with("xml:lang", host.language().tag()));
    }

    /** The reply to Create. Windows 7, and so 2008 R2, does not describe the shell. */
    static Element created(WindowsHost host, String address, String id, String user, Duration idle, Element wanted) {
        Element reference = Element.of(
                Names.ADDRESSING,
                "ReferenceParameters",
                Element.text(Names.WSMAN, "ResourceURI", Names.SHELL_RESOURCE),
                Element.of(
                        Names.WSMAN,
                        "SelectorSet",
                        Element.text(Names.WSMAN, "Selector", id).with("Name", "ShellId")));
        Element created = Element.of(
                Names.TRANSFER, "ResourceCreated", Element.text(Names.ADDRESSING, "Address", address), reference);
        return host.version().compareTo(WindowsVersion.SERVER_2008_R2) <= 0
                ? Element.of(Names.SOAP, "Body", created)
                : Element.of(Names.SOAP, "Body", created, shell(id, user, idle, wanted));
    }

    private static Element shell(String id, String user, Duration idle, Element wanted) {
        List<Element> shell = new ArrayList<>();
        shell.add(Element.text(Names.SHELL, "ShellId", id));
        shell.add(Element.text(Names.SHELL, "ResourceUri", Names.SHELL_RESOURCE));
        shell.add(Element.text(Names.SHELL, "Owner", Domain.NETBIOS + "\\" + user));
        shell.add(Element.text(Names.SHELL, "ClientIP", "127.0.0.1"));
        wanted.child(Names.SHELL, "WorkingDirectory")
                .map(folder -> Element.text(Names.SHELL, "WorkingDirectory", folder.text()))
                .ifPresent(shell::add);
        wanted.child(Names.SHELL, "Environment").ifPresent(shell::add);
        shell.add(Element.text(Names.SHELL, "IdleTimeOut", String.format(Locale.ROOT, "PT%d.000S", idle.toSeconds())));
        shell.add(Element.text(Names.SHELL, "InputStreams", wanted.childText(Names.SHELL, "InputStreams")));
        shell.add(Element.text(Names.SHELL, "OutputStreams", wanted.childText(Names.SHELL, "OutputStreams")));
        shell.add(Element.text(Names.SHELL, "ShellRunTime", NOW));
        shell.add(Element.text(Names.SHELL, "ShellInactivity", NOW));
        return Element.of(Names.SHELL, "Shell", shell.toArray(Element[]::new));
    }

    static Element output(String command, RunningCommand.Output output) {
        List<Element> parts = new ArrayList<>();
        for (Map.Entry<String, byte[]> stream :
                List.of(Map.entry("stdout", output.stdout()), Map.entry("stderr", output.stderr()))) {
            if (stream.getValue().length > 0) {
                parts.add(stream(stream.getKey(), command, stream.getValue()));
            }
        }
        Element state = Element.of(Names.SHELL, "CommandState").with("CommandId", command);
        if (output.isDone()) {
            parts.add(stream("stdout", command, new byte[0]).with("End", "true"));
            parts.add(stream("stderr", command, new byte[0]).with("End", "true"));
            parts.add(state.with("State", Names.STATE_DONE)
                    .with(Element.text(Names.SHELL, "ExitCode", Integer.toUnsignedString(output.exitCode()))));
        } else {
            parts.add(state.with("State", Names.SHELL + "/CommandState/Running"));
        }
        return Element.of(Names.SHELL, "ReceiveResponse", parts.toArray(Element[]::new));
    }

    private static Element stream(String name, String command, byte[] bytes) {
        return Element.text(Names.SHELL, "Stream", Base64.getEncoder().encodeToString(bytes))
                .with("Name", name)
                .with("CommandId", command);
    }
}
