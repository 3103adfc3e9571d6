package io.github.distillmaven.fetch;

import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Hosts that did not say a word when they were asked, so that nobody waits for the same host once more. */
final class SilentHosts {

    private final Set<String> hosts = ConcurrentHashMap.newKeySet();

    /** Remembers the host of an address. */
    void add(URI address) {
        hosts.add(address.getAuthority());
    }

    /** @throws SourceException if the host of this address is among them */
    void refuse(URI address) throws SourceException {
        if (hosts.contains(address.getAuthority())) {
            throw new SourceException("not asked, because " + address.getAuthority() + " did not answer before");
        }
    }
}
