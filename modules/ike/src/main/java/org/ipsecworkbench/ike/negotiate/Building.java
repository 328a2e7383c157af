package org.ipsecworkbench.ike.negotiate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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

    final KeyModule module;
    final String initiator;
    final String responder;
    /** The order of negotiations is that of their first packets. */
    final long firstPacket;

    final Exchanges exchanges;
    final Inside inside = new Inside();
    final NatCheck nat = new NatCheck();
    final List<Notice> notices = new ArrayList<>();
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
    /** Whether it was seen between its two hosts themselves, and between which others, as {@link Pairs} names them. */
    private boolean isBetweenHosts;

    private Set<String> otherPairs = Set.of();
    private final Drafts drafts = new Drafts();
    private List<Step> steps = List.of();
    private Cookies cookies;

    /**
     * What a notification that could be read says, from one side; not those that only tell what it can do.
     *
     * @param type notify message type
     * @param win32 as in {@link Payload.Notify}
     * @param isInside whether a key opened it
     */
    record Notice(Step.Direction direction, int exchange, int type, long win32, long packet, boolean isInside) {}

    Building(Source source, Budget budget, SeenMessage first) {
        this.source = source;
        this.budget = budget;
        IkeMessage message = first.message();
        module = message.major() == 2
                ? KeyModule.IKEV2
                : Dissector.isAuthIp(message.exchange()) ? KeyModule.AUTHIP : KeyModule.IKEV1;
        exchanges = new Exchanges(module == KeyModule.IKEV2);
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
        for (Exchange exchange : exchanges.all()) {
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
        // Not the same ones anew: what lives on costs the collector of garbage most.
        if (message.cookies().isAnswered() && !message.cookies().equals(cookies)) {
            cookies = message.cookies();
        }
        Step.Direction direction = direction(seen);
        if (seen.quote() != null) {
            quoted(seen);
            return;
        }
        notePair(seen.source(), seen.destination());
        usesNatTraversal |= seen.sourcePort() == 4500 || seen.destinationPort() == 4500;
        boolean isPiece = seen.pieces().isEmpty() && isPiece(seen.message());
        if (isPiece) {
            return;
        }
        Exchange exchange = exchange(message, direction);
        Drafts.Draft before = drafts.find(direction, message, seen.checksum());
        if (before != null) {
            before.repeat(seen.time());
            before.add(places(seen));
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
        step(seen, message, direction, translation);
    }

    private void notePair(String from, String to) {
        int known = otherPairs.size() + (isBetweenHosts ? 1 : 0);
        if (from.equals(lastSource) || known >= Drafts.MAX_EVIDENCE) {
            return;
        }
        lastSource = from;
        boolean isHosts =
                from.equals(initiator) && to.equals(responder) || from.equals(responder) && to.equals(initiator);
        if (isHosts) {
            isBetweenHosts = true;
        } else {
            otherPairs = otherPairs.isEmpty() ? new TreeSet<>() : otherPairs;
            otherPairs.add(Pairs.name(from, to));
        }
    }

    /** Pairs of addresses that it was seen between, as {@link Pairs} names them. */
    List<String> pairs() {
        List<String> all = new ArrayList<>(otherPairs);
        if (isBetweenHosts) {
            all.add(Pairs.name(initiator, responder));
        }
        return all;
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
        side.first = side.first == null ? seen.time() : side.first;
        if (direction != exchange.asker && exchange.answeredIn == 0) {
            exchange.answeredIn = seen.packet();
        }
    }

    private void step(SeenMessage seen, IkeMessage message, Step.Direction direction, String translation) {
        if (!budget.hasStep(drafts.size())) {
            droppedSteps++;
            return;
        }
        String summary = budget.shared(Summaries.of(message, seen.pieces().size()) + translation);
        if (seen.extent() != SeenMessage.Extent.WHOLE) {
            summary += seen.extent() == SeenMessage.Extent.CUT ? " (cut off)" : " (IP fragments are missing)";
        }
        List<Long> places = places(seen);
        Drafts.Draft draft = new Drafts.Draft(direction, summary, message, seen.time(), places.get(0));
        draft.add(places.subList(1, places.size()));
        if (budget.hasMessage()) {
            draft.keep(message);
        }
        drafts.add(draft, seen.checksum());
    }

    private static List<Long> places(SeenMessage seen) {
        return seen.pieces().isEmpty() ? seen.packets() : seen.pieces();
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
        Exchange known = exchanges.find(message.exchange(), message.messageId(), asker);
        if (known == null && budget.hasExchange()) {
            known = new Exchange(message.exchange(), message.messageId(), asker);
            exchanges.add(known);
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

    /** What a host can do fills the list of a long negotiation, and no error is among it. */
    private void notice(
            IkeMessage message, Step.Direction direction, Payload.Notify notify, SeenMessage seen, boolean isInside) {
        if (notify.notifyType() < Exchange.FIRST_STATUS && notices.size() < Drafts.MAX_EVIDENCE) {
            notices.add(new Notice(
                    direction, message.exchange(), notify.notifyType(), notify.win32(), seen.packet(), isInside));
        }
    }

    private void inside(
            IkeMessage message,
            Decrypted opened,
            @Nullable Exchange exchange,
            Step.Direction direction,
            SeenMessage seen) {
        for (Payload payload : opened.payloads()) {
            if (payload instanceof Payload.Notify notify) {
                notice(message, direction, notify, seen, true);
            }
        }
        if (exchange != null) {
            inside.add(message, opened, exchange, direction, Evidence.of(source, seen.packet()));
        }
    }

    /** What a host says of itself, or what is missing. */
    void local(String summary, List<Long> packets) {
        drafts.local(summary, packets);
    }

    /** All steps; asked for when no more messages come. */
    List<Step> steps() {
        if (steps.size() != drafts.size()) {
            steps = drafts.steps(source);
        }
        return steps;
    }

    /** The packets of all steps and of those that failed. */
    Evidence at(long packet) {
        return Evidence.of(source, packet);
    }

    /** When its first step was seen; null where that has no time. */
    @Nullable
    Instant start() {
        return drafts.start();
    }

    /** The exchanges of a type, in their order. */
    List<Exchange> of(int type) {
        List<Exchange> some = new ArrayList<>();
        for (Exchange exchange : exchanges.all()) {
            if (exchange.type == type) {
                some.add(exchange);
            }
        }
        return some;
    }
}
