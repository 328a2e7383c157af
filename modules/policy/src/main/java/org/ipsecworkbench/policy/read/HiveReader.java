package org.ipsecworkbench.policy.read;

import java.util.regex.Pattern;

/** Reads the policies in a hive of the registry, such as a .wfw file; all other keys are passed over. */
final class HiveReader implements Hive.Listener {
    /** Keys below which a policy is, however the hive's root is placed. */
    private static final Pattern OURS =
            Pattern.compile("(?i).*\\\\(ConSecRules|MainModeRules|Phase[12](Authentication|Crypto)Sets?"
                    + "|IPSec\\\\.*|PolicyAgent|IPSEC)(\\\\.*)?");

    private final Reading reading;
    private final RegistryReader registry;

    private HiveReader(Reading reading) {
        this.reading = reading;
        registry = new RegistryReader(reading);
    }

    static void read(byte[] content, int length, Reading reading) {
        HiveReader reader = new HiveReader(reading);
        Hive.read(content, length, reader);
        reading.key("");
        reader.registry.finish();
    }

    @Override
    public boolean key(String path) {
        if (!OURS.matcher(path).matches()) {
            return false;
        }
        reading.key(path);
        registry.open(path, 0);
        return true;
    }

    @Override
    public void value(String name, String text) {
        registry.value(name, text, 0);
    }

    @Override
    public void damaged(String what) {
        reading.problem(0, what);
    }
}
