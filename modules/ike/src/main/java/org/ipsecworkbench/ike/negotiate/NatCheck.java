package org.ipsecworkbench.ike.negotiate;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import org.ipsecworkbench.ike.Bytes;
import org.ipsecworkbench.ike.Cookies;
import org.ipsecworkbench.ike.IkeMessage;
import org.ipsecworkbench.ike.Payload;
import org.ipsecworkbench.ike.Proposal;
import org.ipsecworkbench.ike.SeenMessage;
import org.ipsecworkbench.ike.Step;
import org.jspecify.annotations.Nullable;

/**
 * Finds NATs by the hashes of addresses and ports that both sides send (RFC 3947 section 3.2, RFC 7296 section 2.23): a hash
 * that does not fit the packet is one of another address. Where the capture was taken decides which of the hashes that is.
 */
final class NatCheck {
    private static final int SOURCE_IP = 16388;
    private static final int DESTINATION_IP = 16389;
    private static final int MAX_HASHES = 16;

    /**
     * A hash that does not fit. Its words are made when they are asked for: a capture may have a hundred thousand.
     *
     * @param isOfSender whether it is that of the sender's own address
     * @param sender of the hash
     * @param receiver of it
     * @param packet that has it
     */
    private record Misfit(boolean isOfSender, String sender, String receiver, long packet) {
        String note() {
            return isOfSender
                    ? sender + " is behind a NAT, or claims so to force UDP encapsulation: its hash in packet " + packet
                            + " is of another address or port than the packet's."
                    : receiver + " is behind a NAT: by the hash in packet " + packet + ", " + sender
                            + " sees it at another address or port.";
        }
    }

    /** At most two of each side. */
    private List<Misfit> misfits = List.of();

    private boolean isInitiatorChecked;
    private boolean isResponderChecked;

    /** Takes a message; gives what it tells of a NAT, to stand behind its payloads, else an empty text. */
    String add(IkeMessage message, SeenMessage seen, Step.Direction direction, List<Proposal> chosen) {
        boolean isByInitiator = direction == Step.Direction.TO_RESPONDER;
        if (message.encrypted() || (isByInitiator ? isInitiatorChecked : isResponderChecked)) {
            return "";
        }
        List<Bytes> ofDestination = new ArrayList<>();
        List<Bytes> ofSource = new ArrayList<>();
        collect(message, ofDestination, ofSource);
        String algorithm = message.major() == 2 ? "SHA-1" : algorithm(chosen);
        if (ofDestination.isEmpty() || ofSource.isEmpty() || algorithm.isEmpty()) {
            return "";
        }
        isInitiatorChecked |= isByInitiator;
        isResponderChecked |= !isByInitiator;
        Bytes destination = hash(algorithm, message.cookies(), seen.destination(), seen.destinationPort());
        Bytes source = hash(algorithm, message.cookies(), seen.source(), seen.sourcePort());
        if (destination == null || source == null) {
            return "";
        }
        String words = "";
        if (!ofSource.contains(source)) {
            words += ", the sender's address is another one than it hashed";
            note(true, seen);
        }
        if (!ofDestination.contains(destination)) {
            words += ", the receiver's address is another one than the sender hashed";
            note(false, seen);
        }
        return words;
    }

    private void note(boolean isOfSender, SeenMessage seen) {
        misfits = misfits.isEmpty() ? new ArrayList<>(2) : misfits;
        misfits.add(new Misfit(isOfSender, seen.source(), seen.destination(), seen.packet()));
    }

    /** The first hash of IKEv1 is of the destination, further ones are of addresses that the sender has. */
    private static void collect(IkeMessage message, List<Bytes> ofDestination, List<Bytes> ofSource) {
        for (Payload payload : message.payloads()) {
            if (payload instanceof Payload.NatDetection detection) {
                boolean isFirst = ofDestination.isEmpty();
                List<Bytes> list = isFirst ? ofDestination : ofSource;
                if (list.size() < MAX_HASHES) {
                    list.add(detection.hash());
                }
            } else if (payload instanceof Payload.Notify notify && message.major() == 2) {
                if (notify.notifyType() == DESTINATION_IP && ofDestination.size() < MAX_HASHES) {
                    ofDestination.add(notify.data());
                } else if (notify.notifyType() == SOURCE_IP && ofSource.size() < MAX_HASHES) {
                    ofSource.add(notify.data());
                }
            }
        }
    }

    /** That of the IKE SA, which the responder chose; empty where it was not seen, or is not known here. */
    private static String algorithm(List<Proposal> chosen) {
        if (chosen.isEmpty() || chosen.get(0).transforms().isEmpty()) {
            return "";
        }
        return switch (chosen.get(0).transforms().get(0).attribute("hash").orElse("")) {
            case "md5" -> "MD5";
            case "sha1" -> "SHA-1";
            case "sha2-256" -> "SHA-256";
            case "sha2-384" -> "SHA-384";
            case "sha2-512" -> "SHA-512";
            default -> "";
        };
    }

    /** Of cookies, address and port; null where the address is none. */
    static @Nullable Bytes hash(String algorithm, Cookies cookies, String address, int port) {
        try {
            // Of digits alone, as captures have them: no name is looked up.
            byte[] octets = InetAddress.getByName(address).getAddress();
            return Bytes.wrap(MessageDigest.getInstance(algorithm)
                    .digest(ByteBuffer.allocate(18 + octets.length)
                            .putLong(cookies.initiator())
                            .putLong(cookies.responder())
                            .put(octets)
                            .putShort((short) port)
                            .array()));
        } catch (UnknownHostException e) {
            return null;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has it", e);
        }
    }

    /** Which side is behind a NAT; empty where none was found. */
    List<String> notes() {
        return misfits.stream().map(Misfit::note).toList();
    }

    /** Whether the hashes of both sides were compared, and all fit. */
    boolean isNone() {
        return isInitiatorChecked && isResponderChecked && misfits.isEmpty();
    }
}
