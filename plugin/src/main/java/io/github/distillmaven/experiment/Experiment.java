package io.github.distillmaven.experiment;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * One experiment, checked and complete.
 *
 * @param name its name: the id of the Maven execution
 * @param preset what it started from
 * @param seed the one seed that all its randomness derives from
 * @param dataset name of the data set that the teacher learns and the student is tested on
 * @param teacher how the teacher is trained
 * @param transfer how the transfer set is made
 * @param student how the student is trained
 * @param replicates number of pairs of a teacher and a student, at least 1
 * @param controls further students of every replicate, in the order in which they are declared
 * @param run where and on what it runs
 * @param store what is kept, where, and what may be taken from there
 * @param gate what it has to come to
 * @param settings every setting that has one value, with its origin, in the order of the reference
 */
public record Experiment(
        String name,
        Preset preset,
        long seed,
        String dataset,
        Training teacher,
        Transfer transfer,
        Training student,
        int replicates,
        Set<Control> controls,
        Run run,
        StorePolicy store,
        Gate gate,
        List<SettingValue> settings) {

    /**
     * One of the replicates: this experiment with a seed of its own, as if a user had run it with that seed alone.
     *
     * @param index from 0, which has the experiment's own seed; each further one has the next seed
     */
    public Experiment replicate(int index) {
        String own = Long.toString(seed + index);
        return new Experiment(
                name,
                preset,
                seed + index,
                dataset,
                teacher,
                transfer,
                student,
                1,
                controls,
                run,
                store,
                gate,
                settings.stream()
                        .map(setting -> setting.path().equals("seed")
                                ? new SettingValue(setting.path(), own, setting.origin())
                                : setting)
                        .toList());
    }

    /** Whether it is one with points, not with images. */
    public boolean isOfPoints() {
        return dataset.equals(KnownDatasets.RANDOM_POINTS);
    }

    /** The seeds of all replicates, the experiment's own first. */
    public List<Long> seeds() {
        return IntStream.range(0, replicates).mapToObj(index -> seed + index).toList();
    }
}
