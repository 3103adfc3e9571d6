package io.github.distillmaven.pipeline.step;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import io.github.distillmaven.dataset.ExampleFiles;
import io.github.distillmaven.extension.Components;
import io.github.distillmaven.extension.DataSource;
import io.github.distillmaven.worker.TrainSideBySide;
import io.github.distillmaven.worker.WorkerRequest;

/** What the request and the key of a model have besides where it is trained side by side with others. */
public record SideBySide(Workspace workspace) {

    /** The examples of a model that draws them. */
    public static final ExampleFiles NO_FILES = new ExampleFiles(ExampleFiles.Format.ARRAYS, List.of());

    /** Models side by side: with fewer, starting operations takes a larger part; with more, their weights fit no cache. */
    private static final int MODELS = 4;

    /** What a worker is asked for that model. */
    public WorkerRequest of(WorkerRequest.Train train, StepName step) {
        return new TrainSideBySide(
                train,
                place(step),
                source().map(source -> workspace.experiment().source()),
                evaluationSets());
    }

    /** A model's place may change the last bits of its weights, and the sets say on what it is evaluated. */
    SortedMap<String, String> settings(StepName step) {
        SortedMap<String, String> settings = new TreeMap<>();
        settings.put("place", Integer.toString(place(step)));
        settings.put("drawnEvaluationSets", String.join(",", evaluationSets()));
        return settings;
    }

    /** What is known to change its bits: every operation runs on one thread, and there are more of them for other models alone. */
    static SortedMap<String, String> environment(SortedMap<String, String> environment) {
        SortedMap<String, String> own = new TreeMap<>(environment);
        own.put("threads", "1");
        return own;
    }

    /**
     * Those with equally many examples are trained together, one in each place. All teachers have; of students of what a teacher learnt,
     * those of one replicate at best, which all fit; of inputs that are drawn for them, those of one arm; of others perhaps all.
     */
    private int place(StepName step) {
        int replicate = workspace.part().order();
        int arm = workspace.part().place();
        if (step == StepName.TEACHER) {
            return replicate % MODELS;
        }
        if (workspace.experiment().transfer().drawsInputs()) {
            return replicate % MODELS;
        }
        return workspace.source().drawn() ? arm : (replicate + arm) % MODELS;
    }

    private List<String> evaluationSets() {
        boolean first = workspace.part().order() == 0;
        return source().stream()
                .flatMap(source -> source.evaluationSets().stream().filter(set -> first || !source.isForShow(set)))
                .toList();
    }

    private Optional<DataSource> source() {
        return Components.load(DataSource.class).find(workspace.source().name());
    }
}
