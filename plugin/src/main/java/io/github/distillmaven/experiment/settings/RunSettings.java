package io.github.distillmaven.experiment.settings;

import java.util.List;
import java.util.Map;

import io.github.distillmaven.experiment.run.ClusterPolicy;
import io.github.distillmaven.experiment.run.Device;
import io.github.distillmaven.experiment.run.InstructionSet;
import io.github.distillmaven.experiment.run.JvmArguments;
import io.github.distillmaven.experiment.run.Precision;
import io.github.distillmaven.experiment.run.QuotedWords;
import io.github.distillmaven.experiment.run.RunPolicy;
import io.github.distillmaven.extension.option.ValueType;
import org.jspecify.annotations.Nullable;

/** The settings that say where and on what an experiment runs, not what it is. */
public final class RunSettings {

    private static final int MOST_THREADS = 1024;

    private final Setting<Device> device = new Setting<>(
            "device",
            ValueType.constantOf(Device.class),
            "cpu",
            "TensorFlow runtime: `cpu`, `gpu` (CUDA 12, Linux) or `gpu-cuda11` (`tensorflow-core-platform-gpu`, CUDA"
                    + " 11.2; also runs without a GPU).");
    private final Setting<Long> threads = new Setting<>(
            "threads",
            ValueType.wholeNumber(0, MOST_THREADS),
            "0",
            "Threads of one training; the number changes the last digits. 0 means that the trainings that run at the"
                    + " same time share the processors.");
    private final Setting<Long> workers = new Setting<>(
            "workers",
            ValueType.wholeNumber(0, MOST_THREADS),
            "0",
            "Number of trainings that run at the same time, each in its own JVM; 0 means as many as the processors and"
                    + " the memory allow.");
    private final Setting<InstructionSet> instructionSet = new Setting<>(
            "instructionSet",
            ValueType.constantOf(InstructionSet.class),
            null,
            "Newest instruction set of x86-64 to use, such as `avx2`; it changes the last digits. By default the"
                    + " newest that the processor has; results of other processor models then have other keys.");
    private final Setting<Precision> precision = new Setting<>(
            "precision",
            ValueType.constantOf(Precision.class),
            "float32",
            "Precision of trainings: `float32`, or `bfloat16` for convolutions and matrix products, which is faster on"
                    + " processors with AVX512_BF16 or AMX and changes results. Predictions always use `float32`.");
    private final Setting<Boolean> sideBySide = new Setting<>(
            "sideBySide",
            ValueType.flag(),
            "false",
            "Train models that differ only in seed or arm together in one graph, instead of each in its own JVM: for"
                    + " many replicates of dense networks, such as `mlp`. It changes the last digits and keeps no"
                    + " checkpoints. Models of random points are always trained this way.");
    private final Setting<String> mirror = new Setting<>(
            "mirror",
            UserPath.orAddress("a folder or an address"),
            null,
            "Folder, or `http`, `https` or `file` address, to try for data before the public addresses; laid out as"
                    + " `<dataset>/<file>`.");
    private final Setting<Boolean> plan = new Setting<>(
            "plan",
            ValueType.flag(),
            "false",
            "Make nothing, but say which results exist, which a build would make, and how long that takes, judging by"
                    + " similar results in the store: `-Ddistill.plan`.");
    private final Setting<String> master = new Setting<>(
            "cluster.master",
            ClusterPolicy.masterType(),
            null,
            "Cluster of Apache Spark that trains and labels instead of this machine, such as `spark://host:7077`. The"
                    + " results have the same bytes. See docs/cluster.md.");
    private final Setting<String> sparkVersion = new Setting<>(
            "cluster.version",
            ClusterPolicy.versionType(),
            ClusterPolicy.defaultVersion(),
            "Version of Apache Spark, the same as the cluster's. Maven downloads it only when a step has to run there.");
    private final Setting<Map<String, String>> sparkOptions = new Setting<>(
            "cluster.options",
            ClusterPolicy.optionsType(),
            null,
            "Options of Apache Spark, each an element with its name, such as"
                    + " `<spark.executor.memory>4g</spark.executor.memory>`; on the command line"
                    + " `spark.executor.memory=4g`, separated by blanks.");
    private final Setting<String> jvmArguments = new Setting<>(
            "jvmArguments",
            QuotedWords.type("arguments of the Java launcher, with every quote closed"),
            null,
            "Arguments for the JVM that TensorFlow runs in, such as `-Xmx4g`, separated by blanks; put quotes around"
                    + " an argument that contains blanks. Values of `-D` options are not recorded.");

    List<Setting<?>> all() {
        return List.of(
                device,
                threads,
                workers,
                instructionSet,
                precision,
                sideBySide,
                mirror,
                plan,
                master,
                sparkVersion,
                sparkOptions,
                jvmArguments);
    }

    /** What these settings come to. */
    public RunPolicy read(ResolvedSettings values) {
        return new RunPolicy(
                values.get(device),
                values.get(threads).intValue(),
                values.get(workers).intValue(),
                values.find(instructionSet).orElse(null),
                values.get(precision),
                values.get(sideBySide),
                values.find(mirror).orElse(null),
                values.get(plan),
                cluster(values),
                values.find(jvmArguments)
                        .map(JvmArguments::parse)
                        .map(JvmArguments::all)
                        .orElse(List.of()));
    }

    private @Nullable ClusterPolicy cluster(ResolvedSettings values) {
        return values.find(master)
                .map(named -> new ClusterPolicy(
                        named,
                        values.get(sparkVersion),
                        values.find(sparkOptions).orElse(Map.of())))
                .orElse(null);
    }
}
