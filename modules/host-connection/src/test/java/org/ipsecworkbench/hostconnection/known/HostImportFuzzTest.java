package org.ipsecworkbench.hostconnection.known;

import static org.junit.jupiter.api.Assertions.assertFalse;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a list of hosts holds, either hosts or problems come of it. */
class HostImportFuzzTest {
    static Stream<byte[]> seeds() {
        return Stream.of(
                        "name;address;tags\na;winrm://b;\"c d\"\n",
                        "a[1:3] ansible_port=5985 # b\n[c:children]\nd\n[d]\na1 ansible_user='e f'\n[c:vars]\ng=h\n",
                        "---\nall:\n",
                        "all:\n  vars: {ansible_port: 5985}\n  children:\n    g:\n      hosts:\n        a[1:3]:\n          ansible_host: \"b\"\n",
                        "a: &x {hosts: {b: *x}}\nc: [d, {e: f}]\n...\n? [k]\n: v\n")
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("seeds")
    @FuzzTest
    void anyText(byte[] bytes) {
        HostImport.Result read = HostImport.parse(new String(bytes, StandardCharsets.UTF_8));
        assertFalse(read.hosts().isEmpty() && read.problems().isEmpty());
    }
}
