package io.github.distillmaven.experiment.settings;

import java.util.List;
import java.util.Set;

import io.github.distillmaven.experiment.run.RemoteTrust;
import io.github.distillmaven.experiment.run.Shard;
import io.github.distillmaven.experiment.run.StoreMode;
import io.github.distillmaven.experiment.run.StorePolicy;
import io.github.distillmaven.extension.option.ValueType;

/** The settings that say what is kept and where. None of them changes a result. */
public final class StoreSettings {

    private static final int DAY_IN_SECONDS = 86_400;

    private final Setting<String> store = new Setting<>(
            "store",
            UserPath.type("a folder"),
            null,
            "Folder of the store, which `mvn clean` does not touch; by default `distill-maven-plugin` in the user's cache folder.");
    private final Setting<StoreMode> storeMode = new Setting<>(
            "storeMode",
            ValueType.constantOf(StoreMode.class),
            "read-write",
            "What the build may do with the store: `read-write`, `read`, `write` or `none`.");
    private final Setting<Long> storeLimit = new Setting<>(
            "storeLimit",
            ValueType.bytes(),
            "20GB",
            "Largest size of the store, such as `500MB`. Beyond it a build removes the entries that were unused for"
                    + " the longest time, but never what a running build uses. `0` means no limit.");
    private final Setting<Set<String>> rerun = new Setting<>(
            "rerun",
            ValueType.setOf(
                    "goals",
                    List.of("fetch-data", "train-teacher", "mislabel", "train-student", StorePolicy.ALL_GOALS)),
            null,
            "Goals to run again even if a stored result exists, separated by commas: `fetch-data`,"
                    + " `train-teacher`, `mislabel`, `train-student`, or `all`. The log says whether they made the same"
                    + " bytes.");
    private final Setting<String> remote = new Setting<>(
            "remote",
            ValueType.text("an http or https address"),
            null,
            "Address of a remote store: a Maven repository or any HTTP server with GET and PUT. Credentials are those of"
                    + " the server `distill.remote` in settings.xml.");
    private final Setting<StoreMode> remoteMode = new Setting<>(
            "remoteMode",
            ValueType.constantOf(StoreMode.class),
            "read",
            "What the build may do with the remote store: `read-write`, `read`, `write` or `none`.");
    private final Setting<RemoteTrust> remoteTrust = new Setting<>(
            "remoteTrust",
            ValueType.constantOf(RemoteTrust.class),
            "lock",
            "Whom to trust for results of the remote store: `lock`, the digests in `distill.lock.json`, or `server`,"
                    + " everyone who can write there.");
    private final Setting<Boolean> lock = new Setting<>(
            "lock",
            ValueType.flag(),
            "false",
            "Write the digests of all results to `distill.lock.json` beside the POM.");
    private final Setting<Boolean> locked = new Setting<>(
            "locked", ValueType.flag(), "false", "Fail the build if a result is not the one in `distill.lock.json`.");
    private final Setting<Long> checkpointSeconds = new Setting<>(
            "checkpointSeconds",
            ValueType.wholeNumber(1, DAY_IN_SECONDS),
            "60",
            "Seconds between two checkpoints of a training within an epoch; there is always one after every epoch."
                    + " After a kill, the next build continues from the last one.");

    private final Setting<Shard> shard = new Setting<>(
            "shard",
            Shard.type(),
            "1/1",
            "Split the replicates among several builds, such as the jobs of a matrix: `2/5` makes the second of five"
                    + " shards and reports nothing; `all/5` makes nothing, takes all results from the store or the"
                    + " remote store, and reports.");
    private final Setting<Set<String>> attach = new Setting<>(
            "attach",
            ValueType.setOrNone("results", StorePolicy.ATTACHABLE),
            ValueType.NONE,
            "Results to attach to the project as zip files, which are installed and deployed with it, separated by"
                    + " commas: `teacher`, `transfer`, `student`, `report`, which are also their classifiers; or"
                    + " `none`. See"
                    + " [docs/audit.md](audit.md).");

    List<Setting<?>> all() {
        return List.of(
                store,
                storeMode,
                storeLimit,
                rerun,
                remote,
                remoteMode,
                remoteTrust,
                lock,
                locked,
                checkpointSeconds,
                shard,
                attach);
    }

    /** What these settings come to. */
    public StorePolicy read(ResolvedSettings values) {
        return new StorePolicy(
                values.find(store).orElse(null),
                values.get(storeMode),
                values.get(storeLimit),
                values.find(rerun).orElse(Set.of()),
                values.find(remote).orElse(null),
                values.get(remoteMode),
                values.get(remoteTrust),
                values.get(lock),
                values.get(locked),
                values.get(checkpointSeconds).intValue(),
                values.get(shard),
                values.get(attach));
    }
}
