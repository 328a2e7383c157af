package org.ipsecworkbench.ike.negotiate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.ipsecworkbench.capture.Datagram;
import org.ipsecworkbench.ike.ChildSa;
import org.ipsecworkbench.ike.Cookies;
import org.ipsecworkbench.ike.Decrypted;
import org.ipsecworkbench.ike.Evidence;
import org.ipsecworkbench.ike.IkeMessage;
import org.ipsecworkbench.ike.KeyModule;
import org.ipsecworkbench.ike.Payload;
import org.ipsecworkbench.ike.Proposal;
import org.ipsecworkbench.ike.SeenMessage;
import org.ipsecworkbench.ike.Source;
import org.ipsecworkbench.ike.Step;
import org.ipsecworkbench.ike.isakmp.Dissector;
import org.jspecify.annotations.Nullable;

/** A negotiation while its messages come. */
final class Building {
    private static final int FLAG_INITIATOR = 0x08;
    private static final int FLAG_RESPONSE = 0x20;

    /** Places that a step names. */
    private static final int MAX_EVIDENCE = 50;

    /** A step whose message may be repeated. */
    private static final class Draft {
        final Step.Direction direction;
        final String summary;
        final @Nullable IkeMessage message;
        final @Nullable Instant time;
        final List<Evidence> evidence = new ArrayList<>(1);

        @Nullable
        Instant lastTime;

        int repeats;

        Draft(Step.Direction direction, String summary, @Nullable IkeMessage message, @Nullable Instant time) {
            this.direction = direction;
            this.summary = summary;
            this.message = message;
            this.time = time;
            lastTime = time;
        }

        Step step() {
            return new Step(time, direction, summary, message, repeats, lastTime, evidence);
        }
    }

    private record Sent(Step.Direction direction, int exchange, int messageId, long length, int checksum) {}

    final KeyModule module;
    final String initiator;
    final String responder;
    /** The order of negotiations is that of their first packets. */
    final long firstPacket;

    final Map<Long, Exchange> exchanges = new LinkedHashMap<>();
    final Inside inside = new Inside();
    final NatCheck nat = new NatCheck();
    final List<Notice> notices = new ArrayList<>();
    /** Pairs of addresses that it was seen between, as {@link Pairs} names them. */
    final TreeSet<String> pairs = new TreeSet<>();

    final List<String> notes = new ArrayList<>();
    final List<ChildSa> children = new ArrayList<>();
    List<Proposal> offered = List.of();
    List<Proposal> chosen = List.of();
    boolean usesNatTraversal;
    boolean missesFragments;
    Datagram.@Nullable Quote quote;
    long quotedIn;
    long droppedSteps;

    private final Source source;
    private final Budget budget;
    private String lastSource = "";
    private final List<Draft> drafts = new ArrayList<>();
    private final Map<Sent, Draft> sent = new LinkedHashMap<>();
    private List<Step> steps = List.of();
    private Cookies cookies;

    /**
     * A notification that could be read, from one side.
     *
     * @param isInside whether a key opened it
     */
    record Notice(
            Step.Direction direction, int exchange, Payload.Notify payload, Evidence evidence, boolean isInside) {}

    Building(Source source, Budget budget, SeenMessage first) {
        this.source = source;
        this.budget = budget;
        IkeMessage message = first.message();
        module = message.major() == 2
                ? KeyModule.IKEV2
                : Dissector.isAuthIp(message.exchange()) ? KeyModule.AUTHIP : KeyModule.IKEV1;
        boolean isReversed = module == KeyModule.IKEV2 && (message.flags() & FLAG_INITIATOR) == 0;
        initiator = isReversed ? first.destination() : first.source();
        responder = isReversed ? first.source() : first.destination();
        firstPacket = first.packet();
        cookies = message.cookies();
    }

    Cookies cookies() {
        return cookies;
    }

    /** Until now only first messages went to and fro, so that another responder's cookie may still come. */
    boolean isBeginning() {
        for (Exchange exchange : exchanges.values()) {
            boolean isFirst = exchange.type == Exchange.IKE_SA_INIT
                    || exchange.messageId == 0 && exchange.asked.messages <= 1 && exchange.answered.messages == 0;
            if (!isFirst) {
                return false;
            }
        }
        return true;
    }

    /** Takes a message. */
    void add(SeenMessage seen) {
        IkeMessage message = seen.reassembled() != null ? seen.reassembled() : seen.message();
        if (message.cookies().isAnswered()) {
            cookies = message.cookies();
        }
        Step.Direction direction = direction(seen);
        if (seen.quote() != null) {
            quoted(seen);
            return;
        }
        if (!seen.source().equals(lastSource) && pairs.size() < MAX_EVIDENCE) {
            pairs.add(Pairs.name(seen.source(), seen.destination()));
            lastSource = seen.source();
        }
        usesNatTraversal |= seen.sourcePort() == 4500 || seen.destinationPort() == 4500;
        boolean isPiece = seen.pieces().isEmpty() && isPiece(seen.message());
        if (isPiece) {
            return;
        }
        Exchange exchange = exchange(message, direction);
        Sent key = new Sent(direction, message.exchange(), message.messageId(), message.length(), seen.checksum());
        Draft before = sent.get(key);
        if (before != null) {
            before.repeats++;
            before.lastTime = seen.time();
            note(before, seen);
            if (exchange != null) {
                exchange.side(direction).repeats++;
                exchange.side(direction).last = seen.time();
            }
            return;
        }
        if (exchange != null) {
            count(exchange, direction, seen, message);
        }
        facts(message, direction, seen);
        String translation = nat.add(message, seen, direction, chosen);
        if (message.decrypted() != null) {
            inside(message, message.decrypted(), exchange, direction, seen);
        }
        step(seen, message, direction, key, translation);
    }

    private static boolean isPiece(IkeMessage message) {
        for (Payload payload : message.payloads()) {
            if (payload instanceof Payload.Fragment fragment) {
                return fragment.total() != 1;
            }
        }
        return false;
    }

    private void count(Exchange exchange, Step.Direction direction, SeenMessage seen, IkeMessage message) {
        Exchange.Side side = exchange.side(direction);
        side.messages++;
        side.encrypted += message.encrypted() ? 1 : 0;
        // Of fragments the last one alone was counted; the others are about as long as the path allows.
        side.bytes += message.length() + 1000L * Math.max(0, seen.pieces().size() - 1);
        side.last = seen.time();
        if (direction != exchange.asker && exchange.answeredIn == 0) {
            exchange.answeredIn = seen.packet();
        }
    }

    private void step(SeenMessage seen, IkeMessage message, Step.Direction direction, Sent key, String translation) {
        if (!budget.hasStep(drafts.size())) {
            droppedSteps++;
            return;
        }
        String summary = Summaries.of(message, seen.pieces().size()) + translation;
        if (seen.extent() != SeenMessage.Extent.WHOLE) {
            summary += seen.extent() == SeenMessage.Extent.CUT ? " (cut off)" : " (IP fragments are missing)";
        }
        Draft draft = new Draft(direction, summary, budget.hasMessage() ? message : null, seen.time());
        note(draft, seen);
        drafts.add(draft);
        sent.put(key, draft);
    }

    private void note(Draft draft, SeenMessage seen) {
        for (long packet : seen.pieces().isEmpty() ? seen.packets() : seen.pieces()) {
            if (draft.evidence.size() < MAX_EVIDENCE) {
                draft.evidence.add(Evidence.of(source, packet));
            }
        }
    }

    private void quoted(SeenMessage seen) {
        if (quote == null) {
            quote = seen.quote();
            quotedIn = seen.packet();
        }
    }

    private Step.Direction direction(SeenMessage seen) {
        boolean toResponder;
        if (module == KeyModule.IKEV2) {
            toResponder = (seen.message().flags() & FLAG_INITIATOR) != 0;
        } else {
            toResponder = seen.source().equals(initiator);
        }
        return toResponder ? Step.Direction.TO_RESPONDER : Step.Direction.TO_INITIATOR;
    }

    private @Nullable Exchange exchange(IkeMessage message, Step.Direction direction) {
        Step.Direction asker = direction;
        if (module == KeyModule.IKEV2 && (message.flags() & FLAG_RESPONSE) != 0) {
            asker = direction == Step.Direction.TO_RESPONDER
                    ? Step.Direction.TO_INITIATOR
                    : Step.Direction.TO_RESPONDER;
        }
        // In IKEv2 each side counts its own requests; in IKEv1 the IDs are random.
        boolean isOther = module == KeyModule.IKEV2 && asker == Step.Direction.TO_INITIATOR;
        long key = (isOther ? 1L << 40 : 0) | (long) message.exchange() << 32 | message.messageId() & 0xffffffffL;
        Exchange known = exchanges.get(key);
        if (known == null && budget.hasExchange()) {
            known = new Exchange(message.exchange(), message.messageId(), asker);
            exchanges.put(key, known);
        }
        return known;
    }

    private void facts(IkeMessage message, Step.Direction direction, SeenMessage seen) {
        missesFragments |= seen.extent() == SeenMessage.Extent.FRAGMENTS_MISSING;
        boolean isFirst = message.exchange() == Exchange.MAIN
                || message.exchange() == Exchange.AGGRESSIVE
                || message.exchange() == Exchange.IKE_SA_INIT
                || message.exchange() == Exchange.AUTHIP_MAIN;
        for (Payload payload : message.payloads()) {
            if (payload instanceof Payload.SecurityAssociation sa && isFirst) {
                if (direction == Step.Direction.TO_RESPONDER) {
                    offered = sa.proposals();
                } else {
                    chosen = sa.proposals();
                }
            } else if (payload instanceof Payload.Notify notify) {
                notice(message, direction, notify, seen, false);
            }
        }
    }

    private void notice(
            IkeMessage message, Step.Direction direction, Payload.Notify notify, SeenMessage seen, boolean isInside) {
        if (notices.size() < MAX_EVIDENCE) {
            notices.add(
                    new Notice(direction, message.exchange(), notify, Evidence.of(source, seen.packet()), isInside));
        }
    }

    private void inside(
            IkeMessage message,
            Decrypted opened,
            @Nullable Exchange exchange,
            Step.Direction direction,
            SeenMessage seen) {
        for (Payload payload : opened.payloads()) {
            // What a host can do fills the list of a long negotiation, and no error is among it.
            if (payload instanceof Payload.Notify notify && notify.notifyType() < Exchange.FIRST_STATUS) {
                notice(message, direction, notify, seen, true);
            }
        }
        if (exchange != null) {
            inside.add(message, opened, exchange, direction, Evidence.of(source, seen.packet()));
        }
    }

    /** What a host says of itself, or what is missing. */
    void local(String summary, List<Evidence> evidence) {
        Draft draft = new Draft(Step.Direction.LOCAL, summary, null, null);
        draft.evidence.addAll(evidence);
        drafts.add(draft);
    }

    /** All steps; asked for when no more messages come. */
    List<Step> steps() {
        if (steps.size() != drafts.size()) {
            steps = drafts.stream().map(Draft::step).toList();
        }
        return steps;
    }

    /** The packets of all steps and of those that failed. */
    Evidence at(long packet) {
        return Evidence.of(source, packet);
    }

    /** The exchanges of a type, in their order. */
    List<Exchange> of(int type) {
        return exchanges.values().stream().filter(one -> one.type == type).toList();
    }
}
