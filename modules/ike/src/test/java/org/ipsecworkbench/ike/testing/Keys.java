package org.ipsecworkbench.ike.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.ipsecworkbench.ike.DecryptionKeys;

/** Keys of lab captures, which the hosts of the lab wrote down. */
public final class Keys {
    /** Of IKEv1, as a file. */
    public static final String VERSION1 = "ikev1_decryption_table";

    /** Of IKEv2. */
    public static final String VERSION2 = "ikev2_decryption_table";

    private Keys() {}

    /** The content of a file. */
    public static String text(String name) throws IOException {
        try (InputStream in = DecryptionKeys.class.getResourceAsStream("keys/" + name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** All of them. */
    public static DecryptionKeys all() throws IOException {
        return DecryptionKeys.read(VERSION1, text(VERSION1)).and(DecryptionKeys.read(VERSION2, text(VERSION2)));
    }
}
