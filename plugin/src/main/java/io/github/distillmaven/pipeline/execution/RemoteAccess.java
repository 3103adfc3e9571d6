package io.github.distillmaven.pipeline.execution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import io.github.distillmaven.disk.Digests;
import io.github.distillmaven.experiment.StepRecord;
import io.github.distillmaven.experiment.run.RemoteTrust;
import io.github.distillmaven.experiment.run.StorePolicy;
import io.github.distillmaven.pipeline.step.StepDefinition;
import io.github.distillmaven.pipeline.step.StepFailedException;
import io.github.distillmaven.pipeline.step.StepFolder;
import io.github.distillmaven.provenance.LockFile;
import io.github.distillmaven.provenance.LockFileException;
import io.github.distillmaven.provenance.LockedStep;
import io.github.distillmaven.provenance.StepRecordFile;
import io.github.distillmaven.remote.RemoteStore;
import io.github.distillmaven.store.Store;
import io.github.distillmaven.store.StoreSession;
import org.apache.commons.io.FileUtils;
import org.apache.maven.plugin.logging.Log;

/**
 * What a build takes from a remote store, and what it sends there. Whatever comes from there counts as a result only if it
 * is whole, is that of the step, and somebody whom the user trusts vouches for its digests.
 */
public final class RemoteAccess implements AutoCloseable {

    private final Optional<RemoteStore> remote;
    private final StorePolicy policy;
    private final LockFile lockFile;
    private final StoreSession build;
    private final Instant buildStart;
    private final Log log;

    /**
     * @param remote the store, if the user named one
     * @param build what its goals share
     * @param buildStart when the build began: what comes from elsewhere was made before
     */
    public RemoteAccess(
            Optional<RemoteStore> remote,
            StorePolicy policy,
            LockFile lockFile,
            StoreSession build,
            Instant buildStart,
            Log log) {
        this.remote = remote;
        this.policy = policy;
        this.lockFile = lockFile;
        this.build = build;
        this.buildStart = buildStart;
        this.log = log;
    }

    /**
     * Brings the result of a step, if the remote store has it and it may be used.
     *
     * @param archive an empty folder for what comes
     * @param destination an empty folder for the step's files
     */
    boolean restore(StepDefinition definition, Path archive, Path destination)
            throws StepFailedException, IOException, InterruptedException {
        String key = definition.key();
        if (remote.isEmpty() || !policy.remoteMode().reads() || !somebodyMayVouchFor(key)) {
            return false;
        }
        if (!remote.get().fetch(key, archive)) {
            return false;
        }
        StepRecord said;
        try {
            Store.unpack(archive, key, destination);
            said = requireResultOf(definition, new StepFolder(destination));
        } catch (IOException | RuntimeException e) { // whatever a hostile archive makes its readers trip over
            remote.get().reject(key, String.valueOf(e.getMessage()));
            FileUtils.cleanDirectory(destination.toFile());
            return false;
        }
        if (!isVouchedFor(said)) {
            log.warn(
                    "The remote store (distill.remote) has a result for the step '%s' that differs from %s. It is not used."
                            .formatted(definition.name(), LockFile.NAME));
            FileUtils.cleanDirectory(destination.toFile());
            return false;
        }
        rewrite(definition, said, destination);
        return true;
    }

    /** Leaves nothing of what the remote says about the result that could pass for what is known of it. */
    private void rewrite(StepDefinition definition, StepRecord said, Path destination)
            throws StepFailedException, IOException {
        try {
            Optional<LockedStep> locked = policy.remoteTrust() == RemoteTrust.SERVER
                    ? Optional.empty()
                    : lockFile.voucher(said.key(), said.outputs());
            new StepFolder(destination).complete(new RemoteRecord(definition, said, buildStart).known(locked));
        } catch (LockFileException e) {
            throw new StepFailedException(e);
        }
        if (policy.remoteTrust() == RemoteTrust.LOCK) {
            Files.deleteIfExists(destination.resolve(StepExecutor.LOG));
        }
    }

    private boolean somebodyMayVouchFor(String key) throws StepFailedException {
        if (policy.remoteTrust() == RemoteTrust.SERVER) {
            return true;
        }
        if (!lockFile.exists() && !policy.lock() && build.isFirst("a remote store without a lock file")) {
            log.warn(
                    "Nothing is taken from the remote store (distill.remote): <remoteTrust> is 'lock', and there is no lock file %s. Write it with -Ddistill.lock and commit it, or trust whoever can write to the remote store with -Ddistill.remoteTrust=server."
                            .formatted(LockFile.NAME));
        }
        try {
            return lockFile.knows(key);
        } catch (LockFileException e) {
            throw new StepFailedException(e);
        }
    }

    private boolean isVouchedFor(StepRecord record) throws StepFailedException {
        try {
            return policy.remoteTrust() == RemoteTrust.SERVER || lockFile.vouchesFor(record.key(), record.outputs());
        } catch (LockFileException e) {
            throw new StepFailedException(e);
        }
    }

    /** The manifest was that of the key; the record and the files must be those of the step. @return the record */
    private static StepRecord requireResultOf(StepDefinition definition, StepFolder folder) throws IOException {
        if (!folder.holds(definition)) {
            throw new IOException("its " + StepRecordFile.NAME + " is not that of its files");
        }
        StepRecord said = folder.read().orElseThrow();
        Set<String> known = new TreeSet<>(said.outputs().keySet());
        known.add(StepRecordFile.NAME);
        known.add(StepExecutor.LOG);
        for (String file : Digests.ofFolder(folder.path()).keySet()) {
            if (!known.contains(file)) {
                throw new IOException("it holds a file that the step does not make, " + file);
            }
        }
        return said;
    }

    /** Whether results are sent there. */
    boolean isSentTo() {
        return remote.isPresent() && policy.remoteMode().writes();
    }

    /**
     * Sends an entry, unless the remote store has it.
     *
     * @param entry folder of the entry
     */
    void send(String key, Path entry) throws InterruptedException {
        if (isSentTo()) {
            remote.get().send(key, entry);
        }
    }

    /** Ends requests that are under way. */
    @Override
    public void close() {
        remote.ifPresent(RemoteStore::close);
    }
}
