package org.ipsecworkbench.hostconnection.wsman;

import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Makes the requests of a client of the remote shell (MS-WSMV 3.1.4). Each call makes a message with an ID of its own.
 *
 * @param to the URL of the host's service
 * @param envelopeSize the most bytes that an answer may have
 * @param timeout how long the host may take for an answer, unless a request says something else
 */
public record ShellMessages(String to, int envelopeSize, Duration timeout) {

    /**
     * What a client knows a command by.
     *
     * @param shell the id of its shell
     * @param command its id there
     */
    public record CommandKey(String shell, String command) {}

    /** Asks for a shell, with options by name. */
    public Envelope create(Map<String, String> options) {
        Element shell = Element.of(
                Names.SHELL,
                "Shell",
                Element.text(Names.SHELL, "InputStreams", "stdin"),
                Element.text(Names.SHELL, "OutputStreams", "stdout stderr"));
        return envelope(Names.CREATE, "", options, timeout, shell);
    }

    /** Starts a command in a shell, with options by name. */
    public Envelope command(String shell, String line, Map<String, String> options) {
        Element command = Element.of(Names.SHELL, "CommandLine", Element.text(Names.SHELL, "Command", line));
        return envelope(Names.COMMAND, shell, options, timeout, command);
    }

    /** Sends standard input, the last piece with its end. */
    public Envelope send(CommandKey key, byte[] input, boolean isEnd) {
        Element stream = Element.text(Names.SHELL, "Stream", Base64.getEncoder().encodeToString(input))
                .with("Name", "stdin")
                .with("CommandId", key.command());
        Element send = Element.of(Names.SHELL, "Send", isEnd ? stream.with("End", "true") : stream);
        return envelope(Names.SEND, key.shell(), Map.of(), timeout, send);
    }

    /** Asks for output; where there is none the host answers with a fault when the wait is over. */
    public Envelope receive(CommandKey key, Duration wait) {
        Element receive = Element.of(
                Names.SHELL,
                "Receive",
                Element.text(Names.SHELL, "DesiredStream", "stdout stderr").with("CommandId", key.command()));
        return envelope(Names.RECEIVE, key.shell(), Map.of("WSMAN_CMDSHELL_OPTION_KEEPALIVE", "TRUE"), wait, receive);
    }

    /** Sends a signal, such as {@link Names#TERMINATE}. */
    public Envelope signal(CommandKey key, String code) {
        Element signal = Element.of(Names.SHELL, "Signal", Element.text(Names.SHELL, "Code", code))
                .with("CommandId", key.command());
        return envelope(Names.SIGNAL, key.shell(), Map.of(), timeout, signal);
    }

    /** Gives a shell up, with all that runs in it. */
    public Envelope delete(String shell) {
        return new Envelope(header(Names.DELETE, shell, Map.of(), timeout), Element.of(Names.SOAP, "Body"));
    }

    /** Asks who is there; answered without authentication. */
    public static Envelope identify() {
        return new Envelope(
                Element.of(Names.SOAP, "Header"),
                Element.of(Names.SOAP, "Body", Element.of(Names.IDENTITY, "Identify")));
    }

    private Envelope envelope(
            String action, String shell, Map<String, String> options, Duration wait, Element content) {
        return new Envelope(header(action, shell, options, wait), Element.of(Names.SOAP, "Body", content));
    }

    private Element header(String action, String shell, Map<String, String> options, Duration wait) {
        Element header = Element.of(
                Names.SOAP,
                "Header",
                Element.text(Names.ADDRESSING, "To", to),
                Element.of(
                        Names.ADDRESSING,
                        "ReplyTo",
                        understood(Element.text(Names.ADDRESSING, "Address", Names.ANONYMOUS))),
                understood(Element.text(Names.ADDRESSING, "Action", action)),
                understood(Element.text(Names.WSMAN, "MaxEnvelopeSize", Integer.toString(envelopeSize))),
                Element.text(Names.ADDRESSING, "MessageID", "uuid:" + UUID.randomUUID()),
                language("Locale", Names.WSMAN),
                language("DataLocale", Names.MICROSOFT),
                understood(Element.text(Names.WSMAN, "ResourceURI", Names.SHELL_RESOURCE)),
                Element.text(Names.WSMAN, "OperationTimeout", seconds(wait)));
        if (!shell.isEmpty()) {
            header = header.with(Element.of(
                    Names.WSMAN,
                    "SelectorSet",
                    Element.text(Names.WSMAN, "Selector", shell).with("Name", "ShellId")));
        }
        if (!options.isEmpty()) {
            List<Element> all = options.entrySet().stream()
                    .map(option -> Element.text(Names.WSMAN, "Option", option.getValue())
                            .with("Name", option.getKey()))
                    .toList();
            header = header.with(understood(new Element(Names.WSMAN, "OptionSet", Map.of(), "", all)));
        }
        return header;
    }

    private static Element understood(Element element) {
        return element.with("s:mustUnderstand", "true");
    }

    private static Element language(String name, String namespace) {
        return Element.of(namespace, name).with("s:mustUnderstand", "false").with("xml:lang", "en-US");
    }

    /** A duration of XML Schema. */
    private static String seconds(Duration duration) {
        return "PT" + Math.max(1, duration.toSeconds()) + "S";
    }
}
