package org.ipsecworkbench.ikelogbrowser.event;

import org.ipsecworkbench.ike.ExplainedEvent;

/**
 * An event of one of the files of a window.
 *
 * @param event what it says
 * @param ofNegotiation whether it is a step of a negotiation
 */
public record SeenEvent(ExplainedEvent event, boolean ofNegotiation) {}
