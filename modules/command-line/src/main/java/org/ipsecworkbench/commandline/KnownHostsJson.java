package org.ipsecworkbench.commandline;

import java.io.IOException;
import java.io.Writer;
import org.ipsecworkbench.hostconnection.known.KnownHost;
import org.ipsecworkbench.hostconnection.known.KnownHosts;

/** The known hosts as JSON, by the schema {@code ipsecwb/hosts/1}; what is not known is null. */
final class KnownHostsJson {
    private KnownHostsJson() {}

    static void write(KnownHosts known, Writer out) throws IOException {
        try (JsonDocument json = new JsonDocument(out, "ipsecwb/hosts/1")) {
            json.writeArrayFieldStart("hosts");
            for (KnownHost host : known.hosts()) {
                json.writeStartObject();
                json.writeStringField("name", host.name());
                json.writeStringField("address", host.address().toString());
                json.text("auth", host.method() == null ? "" : host.method().key());
                json.text("user", host.user());
                json.text("group", host.group());
                json.strings("tags", host.tags());
                json.text("pin", host.pin());
                json.text("certificate", host.files().certificate());
                json.text("authorities", host.files().authorities());
                json.text("notes", host.notes());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.strings("problems", known.problems());
        }
    }
}
