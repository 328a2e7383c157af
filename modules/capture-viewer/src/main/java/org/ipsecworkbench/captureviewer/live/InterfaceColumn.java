package org.ipsecworkbench.captureviewer.live;

import org.openide.util.NbBundle.Messages;

/** What is shown of an interface. */
@Messages({"COL_Interface=Interface", "COL_Addresses=Addresses", "COL_Link=Link layer", "COL_Traffic=Traffic now"})
enum InterfaceColumn {
    NAME(Bundle.COL_Interface()),
    ADDRESSES(Bundle.COL_Addresses()),
    LINK(Bundle.COL_Link()),
    TRAFFIC(Bundle.COL_Traffic());

    private final String title;

    InterfaceColumn(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
