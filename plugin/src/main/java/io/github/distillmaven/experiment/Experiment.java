package io.github.distillmaven.experiment;

import java.util.List;

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
 * @param run where and on what it runs
 * @param store what is kept, where, and what may be taken from there
 * @param settings every setting with its origin, in the order of the reference
 */
public record Experiment(
        String name,
        Preset preset,
        long seed,
        String dataset,
        Training teacher,
        Transfer transfer,
        Training student,
        Run run,
        StorePolicy store,
        List<SettingValue> settings) {}
