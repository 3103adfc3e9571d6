package io.github.distillmaven.remote;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.Consumer;

import io.github.distillmaven.http.ConnectionSettings;
import io.github.distillmaven.http.ServerLogin;
import io.github.distillmaven.http.WebPage;
import org.apache.commons.io.FileUtils;

/**
 * One archive per key on a Maven repository or a plain HTTP server. A remote that is dead, slow, wrong or hostile costs a
 * few warnings, a bounded time, memory and place on the disk, and never makes a call fail: {@link RemoteLimits} has the
 * numbers. What it sends stands in a warning without anything that could pass for another line. Several threads may use it at
 * once.
 */
public final class HttpRemoteStore implements RemoteStore {

    private final RemoteAddress address;
    private final boolean offline;
    private final RemoteHealth health;
    private final Consumer<String> warnings;
    private final Consumer<String> details;
    private final RemoteLimits limits;
    private final ArchiveRequests requests;

    /**
     * Opens the remote without asking it anything.
     *
     * @param address where it is
     * @param settings how the network is reached; if Maven is offline the remote is never asked
     * @param login what the remote's host is shown, and no other
     * @param health what the build knows about this remote
     * @param warnings told in full sentences when the remote is of no use
     * @param news told how far an archive is that takes long
     * @param details told what is of interest only to those who look for a cause
     */
    public HttpRemoteStore(
            RemoteAddress address,
            ConnectionSettings settings,
            ServerLogin login,
            RemoteHealth health,
            Consumer<String> warnings,
            Consumer<String> news,
            Consumer<String> details) {
        this(address, settings, login, health, warnings, news, details, RemoteLimits.usual());
    }

    HttpRemoteStore(
            RemoteAddress address,
            ConnectionSettings settings,
            ServerLogin login,
            RemoteHealth health,
            Consumer<String> warnings,
            Consumer<String> news,
            Consumer<String> details,
            RemoteLimits limits) {
        this.address = address;
        this.offline = settings.offline();
        this.health = health;
        this.warnings = warnings;
        this.details = details;
        this.limits = limits;
        this.requests = new ArchiveRequests(
                address,
                settings,
                login,
                limits,
                health,
                moved -> news.accept("The remote store %s (distill.remote): %s so far".formatted(address, moved)));
    }

    @Override
    public boolean fetch(String key, Path folder) throws InterruptedException {
        URI archive = address.archive(key);
        if (isOffline() || !health.isReadable() || health.isBad(key)) {
            return false;
        }
        Path absolute = folder.toAbsolutePath();
        Path file = absolute.resolveSibling(folder.getFileName() + "." + UUID.randomUUID() + ".zip");
        boolean whole = false;
        try {
            whole = requests.get(archive, file) && unpack(file, absolute);
            lookBack(whole);
        } catch (RemoteFailure e) {
            failedToRead(key, e);
        } catch (IOException e) {
            failedHere("its archives cannot be unpacked into " + absolute, e);
        } finally {
            tidy(file, absolute, whole);
        }
        return whole;
    }

    private boolean unpack(Path file, Path folder) throws RemoteFailure, IOException, InterruptedException {
        try {
            new ArchiveReader(folder, limits).unpack(file);
            return true;
        } catch (RemoteFailure e) {
            if (Thread.interrupted()) {
                throw new InterruptedException(); // which closed the file under the reader
            }
            throw WebPage.isIn(file) ? RemoteFailure.outage("it sends " + WebPage.REASON) : e;
        }
    }

    @Override
    public boolean send(String key, Path folder) throws InterruptedException {
        URI archive = address.archive(key);
        if (isOffline() || !health.isWritable()) {
            return false;
        }
        boolean bad = health.isBad(key);
        try {
            if (!bad && requests.has(archive)) {
                lookBack(true);
                return true;
            }
        } catch (RemoteFailure e) {
            failedToRead(key, e);
            return false;
        }
        try {
            return put(key, archive, folder);
        } catch (RemoteFailure e) {
            return bad ? keptBad(key, e) : isThereAnyway(archive, e) || failedToWrite(key, e);
        } catch (IOException e) {
            failedHere(folder + " cannot be packed for it", e);
            return false;
        }
    }

    private boolean put(String key, URI archive, Path folder) throws RemoteFailure, IOException, InterruptedException {
        FolderArchive packed = new FolderArchive(folder);
        if (!packed.isWithin(limits)) {
            details.accept(
                    "The remote store %s (distill.remote) is not sent %s, which is too large.".formatted(address, key));
            return false;
        }
        requests.put(archive, packed);
        lookBack(true);
        return true;
    }

    /** Servers refuse what they have in many ways, so not the way is looked at. */
    private boolean isThereAnyway(URI archive, RemoteFailure failure) throws InterruptedException {
        try {
            return failure.kind() == RemoteFailure.Kind.REFUSAL && requests.has(archive);
        } catch (RemoteFailure e) {
            return false;
        }
    }

    @Override
    public void reject(String key, String reason) {
        failedToRead(key, RemoteFailure.badArchive(reason));
    }

    /** After a request that did not fail: whether the login seems right, and whether there is time for more. */
    private void lookBack(boolean letIn) {
        if (letIn) {
            health.letIn();
        }
        health.doubt()
                .ifPresent(times -> warnings.accept(
                        "The remote store %s (distill.remote) answered HTTP 403 to all %s requests. A bucket does so for what it does not have; if it should have something, the <server> distill.remote in settings.xml needs a user and a password that may read there."
                                .formatted(address, times)));
        if (health.lost().compareTo(limits.patienceOfBuild()) > 0) {
            stop("it is so slow that this build lost more than %s s with it"
                    .formatted(limits.patienceOfBuild().toSeconds()));
        }
    }

    private boolean isOffline() {
        if (offline && health.tellOffline()) {
            details.accept("The remote store %s (distill.remote) is not asked: Maven is offline.".formatted(address));
        }
        return offline;
    }

    private void failedToRead(String key, RemoteFailure failure) {
        if (failure.kind() != RemoteFailure.Kind.ARCHIVE) {
            stop(failure.getMessage());
        } else if (health.addBad(key)) {
            warnings.accept(
                    "The remote store %s (distill.remote) has a bad archive of %s: %s. The build goes on without it."
                            .formatted(address, key, failure.getMessage()));
        } else {
            stop("%s of its archives are bad, the last one, of %s, because %s"
                    .formatted(RemoteHealth.BAD_ARCHIVES, key, failure.getMessage()));
        }
    }

    /** Many repositories never let an artifact be replaced, which says nothing about the next one. */
    private boolean keptBad(String key, RemoteFailure failure) {
        if (failure.kind() != RemoteFailure.Kind.REFUSAL) {
            return failedToWrite(key, failure);
        }
        details.accept("The remote store %s (distill.remote) keeps its bad archive of %s: %s."
                .formatted(address, key, failure.getMessage()));
        return false;
    }

    private boolean failedToWrite(String key, RemoteFailure failure) {
        if (health.stopWriting()) {
            warnings.accept("The remote store %s (distill.remote) did not take %s: %s. Nothing more is sent to it."
                    .formatted(address, key, failure.getMessage()));
        }
        return false;
    }

    /** Closing a file under a thread is how an interruption shows, too. */
    private void failedHere(String what, IOException e) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        stop("%s: %s (%s)".formatted(what, e.getClass().getSimpleName(), e.getMessage()));
    }

    private void stop(String reason) {
        if (health.stop()) {
            warnings.accept("The remote store %s (distill.remote) cannot be used: %s. The build goes on without it."
                    .formatted(address, reason));
        }
    }

    private static void tidy(Path file, Path folder, boolean whole) {
        try {
            if (!whole) {
                FileUtils.cleanDirectory(folder.toFile());
            }
        } catch (IOException notEmptyAgain) {
            // The answer is no in any case.
        }
        try {
            Files.deleteIfExists(file);
        } catch (IOException leftForTheNextCleanUp) {
            // It lies outside every final name, so it can hurt nobody.
        }
    }

    /** Ends requests that are under way. */
    @Override
    public void close() {
        requests.close();
    }
}
