package io.github.distillmaven.pipeline.execution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;

import io.github.distillmaven.disk.Digests;
import io.github.distillmaven.experiment.StepRecord;
import io.github.distillmaven.experiment.run.Shard;
import io.github.distillmaven.pipeline.execution.StoreAccess.Claim;
import io.github.distillmaven.pipeline.step.Scratch;
import io.github.distillmaven.pipeline.step.StepDefinition;
import io.github.distillmaven.pipeline.step.StepFailedException;
import io.github.distillmaven.pipeline.step.StepFolder;
import io.github.distillmaven.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * A step on its way into its folder: it is looked for, first without and then with the right to make it, and made if it is nowhere. To
 * be used by one thread at a time.
 */
final class StepRun implements AutoCloseable {

    private final StepExecutor with;
    private final StepDefinition definition;
    private final StepFolder folder;
    private final Scratch scratch;
    private final boolean again;
    private @Nullable Claim claim;
    private Optional<Store.Staged> staged = Optional.empty();

    /** @throws IOException if its work folder cannot be cleared */
    StepRun(StepExecutor with, StepDefinition definition) throws IOException {
        this.with = with;
        this.definition = definition;
        folder = with.workspace().step(definition.step());
        again = with.workspace().experiment().store().reruns(definition.step().goal());
        scratch = with.workspace().scratch(definition.name()).cleared();
    }

    /**
     * What the log says of it.
     *
     * @param started when it was begun
     */
    String news(Found found, Instant started) {
        return title() + ": " + found.text(started) + (found == Found.IN_PLACE ? "" : ", key " + definition.shortKey());
    }

    /** Looks in its folder and in the store. */
    Optional<Found> find() throws IOException {
        if (again) {
            return Optional.empty();
        }
        if (folder.holds(definition)) {
            return Optional.of(Found.IN_PLACE);
        }
        return restored() ? Optional.of(Found.STORED) : Optional.empty();
    }

    /** Waits until nobody else makes it, and looks in the stores once more. If there is nothing, it is this build's to make. */
    Optional<Found> claim() throws StepFailedException, IOException, InterruptedException {
        Claim own =
                with.store().claim(definition.key(), title(), with.workspace().holder(definition.step()));
        claim = own;
        if (again) {
            with.store().beginAgain(own);
            return Optional.empty();
        }
        if (restored()) {
            return Optional.of(Found.MADE_MEANWHILE);
        }
        return fetched() ? Optional.of(Found.REMOTE) : Optional.empty();
    }

    /** Tells the log why it is made again, if it was made before and nobody asked for that. */
    void explain() {
        if (!again) {
            with.history().explain(definition, folder);
        }
    }

    /**
     * Where it is to be made.
     *
     * @throws StepFailedException if this build makes nothing
     */
    StepPlace place() throws StepFailedException, IOException {
        Shard shard = with.workspace().experiment().store().shard();
        if (shard.gathers()) {
            int maker = shard.shardOf(with.workspace().part().index());
            throw new StepFailedException(
                    """
                    %s: no store has its result, and this build, with <shard> '%s', makes nothing.
                    Try: run shard %s with the same settings (-Ddistill.shard=%s/%s), and give this build its store.""".formatted(with.workspace().label(definition.step()), shard, maker, maker, shard.of()));
        }
        return new StepPlace(
                scratch.newFolder("output"),
                scratch.folder(StepExecutor.LOG),
                with.store().checkpoints(claimed(), with.workspace().checkpoints(definition.key())));
    }

    /**
     * Keeps what was made, here and in the store.
     *
     * @param machine facts about the machine that made it
     * @param origin who asked for it
     * @param started when that began
     */
    void keep(StepPlace place, SortedMap<String, String> machine, SortedMap<String, String> origin, Instant started)
            throws StepFailedException, IOException {
        stage(place, machine, origin, started);
        publish(place);
    }

    /**
     * The first half of {@link #keep}: where many steps are kept at once, all of them are staged before the first is published.
     *
     * @param machine facts about the machine that made it
     * @param origin who asked for it
     * @param started when that began
     */
    void stage(StepPlace place, SortedMap<String, String> machine, SortedMap<String, String> origin, Instant started)
            throws StepFailedException, IOException {
        Path output = place.output();
        StepRecord made = definition.record(Digests.ofFolder(output), machine, origin, started);
        if (Files.exists(place.log())) {
            Files.copy(place.log(), output.resolve(StepExecutor.LOG));
        }
        new StepFolder(output).complete(made);
        with.turn().require();
        if (again) {
            with.history().compare(definition, made);
        }
        staged = with.store().stage(claimed(), definition.name(), output);
    }

    /** The second half. */
    void publish(StepPlace place) throws StepFailedException, IOException {
        with.turn().require();
        with.store().keep(claimed(), staged);
        staged = Optional.empty();
        scratch.complete(place.output(), folder.path());
        new Scratch(with.workspace().checkpoints(definition.key())).delete();
    }

    /** To be called when it is in its folder: sends it elsewhere, if that is wanted, and remembers it. */
    void settle() throws StepFailedException, IOException, InterruptedException {
        close();
        if (with.remote().isSentTo()) {
            Path entry = scratch.newFolder("entry");
            with.store().write(definition.key(), definition.name(), folder.path(), entry);
            with.remote().send(definition.key(), entry);
        }
        scratch.delete();
        with.history().completed(definition, folder);
        with.locked().completed(definition.step(), folder);
    }

    /** Lets others make it, and leaves nothing but the log. */
    @Override
    public void close() throws IOException {
        staged.ifPresent(with.store()::discard);
        staged = Optional.empty();
        if (claim != null) {
            claim.close();
            claim = null;
        }
        scratch.keepLogs();
    }

    private String title() {
        return with.workspace().title(definition.step());
    }

    private Claim claimed() {
        if (claim == null) {
            throw new IllegalStateException(title() + " is not this build's to make");
        }
        return claim;
    }

    private boolean restored() throws IOException {
        Path restored = scratch.newFolder("restored");
        if (!with.store().restore(definition.key(), restored)) {
            return false;
        }
        scratch.complete(restored, folder.path());
        return true;
    }

    private boolean fetched() throws StepFailedException, IOException, InterruptedException {
        Path fetched = scratch.newFolder("fetched");
        if (!with.remote().restore(definition, scratch.newFolder("archive"), fetched)) {
            return false;
        }
        with.store().keep(claimed(), definition.name(), fetched);
        with.store().tidy();
        scratch.complete(fetched, folder.path());
        return true;
    }
}
