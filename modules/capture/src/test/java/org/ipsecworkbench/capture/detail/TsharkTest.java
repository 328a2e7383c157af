package org.ipsecworkbench.capture.detail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ipsecworkbench.capture.Detail;
import org.ipsecworkbench.capture.testing.LabCaptures;
import org.ipsecworkbench.capture.testing.SharedCaptures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values of the detail trees of every lab capture, held against what tshark reads from the same bytes. */
class TsharkTest {
    /** A path of names in the tree, and tshark's fields for it; where it needs several, one after the other. */
    private static final String TABLE = """
            Ethernet/Destination                    eth.dst
            Ethernet/Source                         eth.src
            Ethernet/Type                           eth.type
            VLAN tag/Priority                       ieee8021ad.priority vlan.priority
            VLAN tag/Drop eligible                  ieee8021ad.dei vlan.dei
            VLAN tag/VLAN                           ieee8021ad.id vlan.id
            ARP/Hardware type                       arp.hw.type
            ARP/Protocol type                       arp.proto.type
            ARP/Operation                           arp.opcode
            ARP/Sender hardware address             arp.src.hw_mac
            ARP/Sender protocol address             arp.src.proto_ipv4
            ARP/Target hardware address             arp.dst.hw_mac
            ARP/Target protocol address             arp.dst.proto_ipv4
            Linux cooked capture v2/Packet type or Linux cooked capture/Packet type  sll.pkttype
            Linux cooked capture v2/Hardware type or Linux cooked capture/Hardware type  sll.hatype
            Linux cooked capture v2/Interface index sll.ifindex
            Linux cooked capture v2/Address length or Linux cooked capture/Address length  sll.halen
            IPv4/Version or IPv6/Version            ip.version
            IPv4/Header length                      ip.hdr_len
            IPv4/Differentiated services            ip.dsfield.dscp
            IPv4/Congestion notification            ip.dsfield.ecn
            IPv4/Total length                       ip.len
            IPv4/Identification                     ip.id
            IPv4/Flags/Don't fragment               ip.flags.df
            IPv4/Flags/More fragments               ip.flags.mf
            IPv4/Time to live                       ip.ttl
            IPv4/Protocol                           ip.proto
            IPv4/Header checksum                    ip.checksum
            IPv4/Source                             ip.src
            IPv4/Destination                        ip.dst
            IPv6/Traffic class                      ipv6.tclass
            IPv6/Flow label                         ipv6.flow
            IPv6/Payload length                     ipv6.plen
            IPv6/Next header                        ipv6.nxt
            IPv6/Hop limit                          ipv6.hlim
            IPv6/Source                             ipv6.src
            IPv6/Destination                        ipv6.dst
            ICMP/Type                               icmp.type
            ICMP/Code                               icmp.code
            ICMP/Checksum                           icmp.checksum
            ICMP/Identifier                         icmp.ident
            ICMP/Sequence number                    icmp.seq
            ICMPv6/Type                             icmpv6.type
            ICMPv6/Code                             icmpv6.code
            ICMPv6/Checksum                         icmpv6.checksum
            UDP/Source port                         udp.srcport
            UDP/Destination port                    udp.dstport
            UDP/Length                              udp.length
            UDP/Checksum                            udp.checksum
            TCP/Source port                         tcp.srcport
            TCP/Destination port                    tcp.dstport
            TCP/Sequence number                     tcp.seq_raw
            TCP/Acknowledgment number               tcp.ack_raw
            TCP/Header length                       tcp.hdr_len
            TCP/Flags                               tcp.flags
            TCP/Window                              tcp.window_size_value
            TCP/Checksum                            tcp.checksum
            Maximum segment size/Maximum segment size tcp.options.mss_val
            Window scale/Shift                      tcp.options.wscale.shift
            Timestamps/Value                        tcp.options.timestamp.tsval
            Timestamps/Echo reply                   tcp.options.timestamp.tsecr
            ESP/SPI                                 esp.spi
            ESP/Sequence number                     esp.sequence
            AH/Next header                          ah.next_header
            AH/SPI                                  ah.spi
            AH/Sequence number                      ah.sequence
            AH/Integrity check value                ah.icv
            ISAKMP/Initiator cookie or ISAKMP/Initiator SPI  isakmp.ispi
            ISAKMP/Responder cookie or ISAKMP/Responder SPI  isakmp.rspi
            ISAKMP/Exchange type                    isakmp.exchangetype
            ISAKMP/Flags                            isakmp.flags
            ISAKMP/Message id                       isakmp.messageid
            ISAKMP/Length                           isakmp.length
            DNS/Transaction id                      dns.id
            DNS/Flags/Response                      dns.flags.response
            DNS/Flags/Operation                     dns.flags.opcode
            DNS/Flags/Response code                 dns.flags.rcode
            DNS/Questions                           dns.count.queries
            DNS/Answers                             dns.count.answers
            DNS/Additional records                  dns.count.add_rr
            Question/Name                           dns.qry.name
            Question/Type                           dns.qry.type
            Answer/Time to live or Authority/Time to live or Additional record/Time to live  dns.resp.ttl
            Data/Address                            dns.a
            DHCP/Operation                          dhcp.type
            DHCP/Transaction id                     dhcp.id
            DHCP/Client address                     dhcp.ip.client
            DHCP/Your address                       dhcp.ip.your
            DHCP/Server address                     dhcp.ip.server
            DHCP/Client hardware address or Client id/Hardware address  dhcp.hw.mac_addr
            Message type/Message type               dhcp.option.dhcp
            Requested address/Address               dhcp.option.requested_ip_address
            Server id/Address                       dhcp.option.dhcp_server_id
            Lease time/Time                         dhcp.option.ip_address_lease_time
            Kerberos/Protocol version or AP-REQ/Protocol version  kerberos.pvno
            Kerberos/Message type or AP-REQ/Message type  kerberos.msg_type
            Ticket/Realm or Request body/Realm      kerberos.realm
            Request body/Nonce                      kerberos.nonce
            Kerberos/Client realm                   kerberos.crealm
            Kerberos/Error code                     kerberos.error_code
            NetBIOS session/Length                  nbss.length
            SMB2/Header length                      smb2.header_len
            SMB2/Credit charge                      smb2.credit.charge
            SMB2/Status                             smb2.nt_status
            SMB2/Command                            smb2.cmd
            SMB2/Next command                       smb2.chain_offset
            SMB2/Flags                              smb2.flags
            SMB2/Message id                         smb2.msg_id
            SMB2/Tree id                            smb2.tid
            SMB2/Session id                         smb2.sesid
            SMB2/Signature                          smb2.signature
            """;

    private record Row(String path, List<String> fields) {}

    static List<Path> captures() throws IOException {
        return LabCaptures.all();
    }

    /** Link layers and tunnels that the lab has not, around packets of the lab. */
    static List<SharedCaptures.Row> derived() throws IOException {
        return SharedCaptures.index().stream()
                .filter(row -> row.file().matches(SharedCaptures.NONE + "|derived/(link|enc|authip)_.*"))
                .toList();
    }

    @Test
    void wordsBehindANumberAreNotPartOfIt() {
        assertEquals("64", plain("64 hops"));
        assertEquals("2048", plain("0x0800 (IPv4)"));
        assertEquals("1", plain("set"));
        assertEquals("::1", plain("::1"));
    }

    @ParameterizedTest
    @MethodSource("captures")
    void everyFieldOfTheTableIsWhatTsharkReads(Path file) throws IOException, InterruptedException {
        List<Row> rows = TABLE.lines()
                .map(line -> line.split(" {2,}| (?=[a-z0-9]+\\.)", 2))
                .map(parts -> new Row(parts[0].strip(), List.of(parts[1].strip().split(" "))))
                .toList();
        List<List<String>> theirs = tshark(file, rows);
        List<List<Detail>> ours = Trees.of(file, Integer.MAX_VALUE);
        assertEquals(theirs.size(), ours.size());
        TreeMap<String, List<String>> wrong = new TreeMap<>();
        for (int i = 0; i < ours.size(); i++) {
            for (int row = 0; row < rows.size(); row++) {
                String path = rows.get(row).path();
                List<Detail> tree = ours.get(i);
                String our = Stream.of(path.split(" or "))
                        .flatMap(way -> Trees.at(tree, way).stream())
                        .filter(detail -> detail.state() != Detail.State.CUT)
                        .map(detail -> plain(detail.value()))
                        .collect(Collectors.joining("|"));
                String their = theirs.get(i).get(row);
                // tshark shows nothing of a header that is cut, we show what is there.
                boolean cut = their.isEmpty() && isCut(tree);
                if (!our.equals(their) && !cut) {
                    wrong.computeIfAbsent(path, p -> new ArrayList<>())
                            .add("packet " + (i + 1) + ": we " + our + ", tshark " + their);
                }
            }
        }
        if (!wrong.isEmpty()) {
            fail(wrong.entrySet().stream()
                    .map(e -> e.getKey() + " " + e.getValue().size() + " times, "
                            + e.getValue().subList(0, Math.min(3, e.getValue().size())))
                    .collect(Collectors.joining("\n", file.getFileName() + "\n", "")));
        }
    }

    @ParameterizedTest
    @MethodSource("derived")
    void soIsEveryFieldBehindOtherLinkLayersAndTunnels(SharedCaptures.Row row)
            throws IOException, InterruptedException {
        everyFieldOfTheTableIsWhatTsharkReads(row.path());
    }

    private static boolean isCut(List<Detail> tree) {
        return !Trees.all(tree, detail -> detail.value().contains("cut: ")).isEmpty();
    }

    private static List<List<String>> tshark(Path file, List<Row> rows) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("tshark -n -r".split(" ")));
        command.add(file.toString());
        command.addAll(List.of(("-o tcp.desegment_tcp_streams:FALSE -o ip.defragment:FALSE -o ipv6.defragment:FALSE"
                        + " -o tcp.relative_sequence_numbers:FALSE -T fields -E separator=/t -E occurrence=a"
                        + " -E aggregator=|")
                .split(" ")));
        if (file.getFileName().toString().contains("esp_null")) {
            command.addAll(List.of("-o", "esp.enable_null_encryption_decode_heuristic:TRUE"));
        }
        for (Row row : rows) {
            for (String field : row.fields()) {
                command.add("-e");
                command.add(field);
            }
        }
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            assumeTrue(false, "not compared with tshark, which is not installed: " + e.getMessage());
            throw e;
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor());
        return output.lines().map(line -> values(line.split("\t", -1), rows)).toList();
    }

    private static List<String> values(String[] columns, List<Row> rows) {
        List<String> values = new ArrayList<>();
        int column = 0;
        for (Row row : rows) {
            List<String> parts = new ArrayList<>();
            for (int i = 0; i < row.fields().size(); i++) {
                parts.add(columns[column++]);
            }
            values.add(parts.stream()
                    .flatMap(part -> Stream.of(part.split("\\|")))
                    .filter(part -> !part.isEmpty())
                    .map(TsharkTest::plain)
                    .collect(Collectors.joining("|")));
        }
        return values;
    }

    /** A value without its words, numbers in decimal. */
    private static String plain(String value) {
        String first = value.split("[ ,]", 2)[0].toLowerCase(Locale.ROOT);
        if (value.startsWith("set") || value.startsWith("not set")) {
            return value.startsWith("set") ? "1" : "0";
        }
        if (first.matches("0x[0-9a-f]{1,16}|[0-9a-f]{16}")) {
            return Long.toUnsignedString(Long.parseUnsignedLong(first.replaceFirst("^0x", ""), 16));
        }
        return first;
    }
}
