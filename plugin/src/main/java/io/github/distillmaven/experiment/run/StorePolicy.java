package io.github.distillmaven.experiment.run;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What is kept, where, and what may be taken from there. Nothing of it changes a result.
 *
 * @param folder of the store; null for the platform's default
 * @param mode what this build may do with it
 * @param limit bytes that the store's entries may take; 0 for no limit
 * @param rerun goals to run again even if a stored result exists
 * @param remote address of a remote store; null for none
 * @param remoteMode what this build may do with the remote store
 * @param remoteTrust who must vouch for what the remote store holds
 * @param lock whether the lock file is written
 * @param locked whether results must be those of the lock file
 * @param checkpointSeconds seconds between checkpoints within an epoch, at least 1
 * @param shard which replicates this build makes
 * @param attach results that become artifacts of the project, of {@link #ATTACHABLE}
 */
public record StorePolicy(
        @Nullable String folder,
        StoreMode mode,
        long limit,
        Set<String> rerun,
        @Nullable String remote,
        StoreMode remoteMode,
        RemoteTrust remoteTrust,
        boolean lock,
        boolean locked,
        int checkpointSeconds,
        Shard shard,
        Set<String> attach) {

    /** What can become an artifact of the project: the folders of an experiment's results. */
    public static final List<String> ATTACHABLE = List.of("teacher", "transfer", "student", "report");

    /** In {@link #rerun}, stands for all goals. */
    public static final String ALL_GOALS = "all";

    /** Whether a goal runs again even if a stored result exists. */
    public boolean reruns(String goal) {
        return rerun.contains(goal) || rerun.contains(ALL_GOALS);
    }

    /** The same for a cell of a sweep, before which other cells have so many replicates. */
    public StorePolicy after(int replicates) {
        return new StorePolicy(
                folder,
                mode,
                limit,
                rerun,
                remote,
                remoteMode,
                remoteTrust,
                lock,
                locked,
                checkpointSeconds,
                shard.after(replicates),
                attach);
    }
}
