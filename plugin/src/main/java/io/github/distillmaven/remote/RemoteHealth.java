package io.github.distillmaven.remote;

import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a build has learnt about its remote, so that it waits for a dead one once and warns once. All goals of a build that use
 * the same remote share it, from several threads.
 */
public final class RemoteHealth {

    /** Bad archives after which no further one is waited for. */
    static final int BAD_ARCHIVES = 3;

    /** Archives that are forbidden before anything was allowed, after which the login is doubted. */
    static final int DOUBTS = 2;

    private final Set<String> badKeys = new HashSet<>();
    private boolean readable = true;
    private boolean writable = true;
    private final Set<URI> forbidden = new HashSet<>();
    private Duration lost = Duration.ZERO;
    private boolean letIn;
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

    /** Remembers that the remote forbade a request. */
    synchronized void addForbidden(URI archive) {
        forbidden.add(archive);
    }

    /** Remembers that the remote gave or took something, so that the login is right. */
    synchronized void letIn() {
        letIn = true;
    }

    /**
     * How many archives were forbidden to a build that was never let in; told once, when there are enough of them to doubt the
     * login. A bucket answers so for what it does not have.
     */
    synchronized OptionalInt doubt() {
        if (letIn || forbidden.size() < DOUBTS) {
            return OptionalInt.empty();
        }
        letIn = true; // what is told once is settled
        return OptionalInt.of(forbidden.size());
    }

    /** Adds time that requests lost. */
    synchronized void addLost(Duration time) {
        lost = lost.plus(time);
    }

    /** Time that the requests of the build lost so far. */
    synchronized Duration lost() {
        return lost;
    }

    /** Remembers that the user was told that Maven is offline. @return whether that is news */
    synchronized boolean tellOffline() {
        boolean first = !offlineTold;
        offlineTold = true;
        return first;
    }
}
