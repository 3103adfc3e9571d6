package io.github.distillmaven.remote;

import java.util.HashSet;
import java.util.Set;

/**
 * What a build has learnt about its remote, so that it waits for a dead one once and warns once. All goals of a build that use
 * the same remote share it, from several threads.
 */
public final class RemoteHealth {

    /** Bad archives after which no further one is waited for. */
    static final int BAD_ARCHIVES = 3;

    private final Set<String> badKeys = new HashSet<>();
    private boolean readable = true;
    private boolean writable = true;
    private boolean offlineTold;

    /** Of a remote about which nothing is known: it is thought well of. */
    public RemoteHealth() {}

    synchronized boolean isReadable() {
        return readable;
    }

    synchronized boolean isWritable() {
        return writable;
    }

    /** Takes the remote out of use. @return whether it was in use until now */
    synchronized boolean stop() {
        boolean first = readable;
        readable = false;
        writable = false;
        return first;
    }

    /** Lets nothing more be sent. @return whether something could be until now */
    synchronized boolean stopWriting() {
        boolean first = writable;
        writable = false;
        return first;
    }

    /** Remembers that the archive of a key is bad. @return whether the remote is still in use */
    synchronized boolean addBad(String key) {
        badKeys.add(key);
        return badKeys.size() < BAD_ARCHIVES;
    }

    synchronized boolean isBad(String key) {
        return badKeys.contains(key);
    }

    /** Remembers that the user was told that Maven is offline. @return whether that is news */
    synchronized boolean tellOffline() {
        boolean first = !offlineTold;
        offlineTold = true;
        return first;
    }
}
