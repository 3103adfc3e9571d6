package io.github.distillmaven.mojo;

import java.io.File;
import java.util.ArrayList;
import java.util.List;

import io.github.distillmaven.experiment.reader.InvalidExperimentException;
import io.github.distillmaven.mojo.configuration.ExperimentConfiguration;
import io.github.distillmaven.mojo.configuration.PomConfiguration;
import io.github.distillmaven.mojo.wiring.PipelineFactory;
import io.github.distillmaven.pipeline.ExperimentPipeline;
import io.github.distillmaven.pipeline.step.MissingResultException;
import io.github.distillmaven.pipeline.step.StepFailedException;
import io.github.distillmaven.pipeline.step.UnmetExpectationException;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.configuration.PlexusConfiguration;

/**
 * What all goals share. One execution is one experiment, its id the experiment's name.
 *
 * <p>The elements of an experiment are declared here so that Maven knows and documents them. They are read from the POM as
 * they were written, by {@link ExperimentConfiguration}: it can say where each value came from, and report everything
 * that is wrong at once.
 */
abstract class ExperimentMojo extends AbstractMojo {

    /**
     * Name of the experiment and of its folder; by default the id of the execution. Several executions with the same name
     * share one experiment.
     *
     * @since 0.1.0
     */
    @Parameter
    private String experiment;

    /**
     * The experiment to start from. It sets everything; your elements override single settings.
     *
     * @since 0.1.0
     */
    @Parameter(property = "distill.preset", defaultValue = "garments-to-digits")
    private String preset;

    /**
     * A preset of your own to start from instead, relative to the folder of the POM: a file such as
     * {@code src/distill/mine.xml}, written like the plugin's presets.
     *
     * @since 0.1.0
     */
    @Parameter(property = "distill.presetFile")
    private String presetFile;

    /**
     * The seed of the experiment. Everything random derives from it, such as initial weights and shuffling.
     *
     * @since 0.1.0
     */
    @Parameter(property = "distill.seed", defaultValue = "1")
    private String seed;

    /**
     * Number of replicates, each a teacher with its students. The first has the experiment's seed, and each further one the
     * next seed, with the same results as an experiment of that seed with the same number of threads.
     *
     * @since 0.1.0
     */
    @Parameter(property = "distill.replicates", defaultValue = "1")
    private String replicates;

    /**
     * Further students of every replicate that differ from the treatment in their transfer set alone, separated by commas:
     * {@code shuffled-within-class}, {@code shuffled}, {@code random-wrong}, {@code next-class}, {@code true-labels},
     * {@code unfiltered}, {@code random-subset}, {@code permuted-label-teacher}, {@code unperturbed}; or {@code none}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "distill.controls", defaultValue = "none")
    private String controls;

    /**
     * Sets on which all models are evaluated, separated by commas. The goal {@code help} lists them, with {@code -Ddetail}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "distill.evaluationSets", defaultValue = "test")
    private String evaluationSets;

    /**
     * How the teacher is trained. Its elements are:
     *
     * <ul>
     *   <li>{@code <dataset>}: Data set that the teacher learns, and whose test set the student is tested on.
     *   <li>{@code <dimensions>}: Number of coordinates of each point. Value: a whole number from 1 to 10000. Default: 20.
     *   <li>{@code <classes>}: Number of classes that the teacher tells apart. Value: a whole number from 2 to 100. Default:
     *       2.
     *   <li>{@code <onlyClasses>}: Classes to use, two or more, by their names in the data set and separated by commas, such
     *       as cat, dog; or all. Examples of other classes are neither learnt nor labelled, and no model is tested on them.
     *       Value: one or more names of classes separated by commas, or all. Default: all.
     *   <li>{@code <model>}: A SavedModel of your own as the teacher, which is then not trained: a folder, a zip file, or a
     *       Maven artifact group:artifact:version[[:classifier]:type], a zip by default; see docs/audit.md. Value: a path, or
     *       group:artifact:version with :type or :classifier:type behind it.
     *   <li>{@code <signature>}: Signature to call, if the model has several. Used with {@code <model>}. Value: a name.
     *   <li>{@code <input>}: Input of the signature, if it has several. Used with {@code <model>}. Value: a name.
     *   <li>{@code <output>}: Output of the signature with one number per class, if there are several. Used with
     *       {@code <model>}. Value: a name.
     *   <li>{@code <scale>}: Factor by which values from 0 to 1 are multiplied before the model sees them, such as 255; 1 by
     *       default. Used with {@code <model>}. Value: a number above 0.
     *   <li>{@code <mean>}: Mean that is subtracted from values from 0 to 1 before the model sees them, for all channels or
     *       for each; 0 by default. Used with {@code <model>}. Value: one number, or one for each channel separated by
     *       commas.
     *   <li>{@code <deviation>}: Deviation by which they are then divided, for all channels or for each; 1 by default. Used
     *       with {@code <model>}. Value: one number above 0, or one for each channel separated by commas.
     *   <li>{@code <validation>}: Share of the teacher's training examples to hold out, equally from every class, drawn by
     *       the seed. No teacher learns them, and if the inputs are from the same data set, no student sees them. They are
     *       the evaluation set validation. Value: a number from 0 to below 1. Default: 0.0.
     *   <li>{@code <network>}: Architecture of the teacher. Default: cnn.
     *   <li>{@code <initialWeights>}: Initial weights and biases: uniform between plus and minus 1/sqrt(inputs), or normal
     *       with mean 0 and deviation 1/sqrt(inputs). Default: uniform.
     *   <li>{@code <width>}: Channels of the first stage, a multiple of 16; the other stages scale with it. Value: a multiple
     *       of 16 from 16 to 1024. Default: 64.
     *   <li>{@code <examples>}: Number of training examples, the first ones; 0 means all. Value: a whole number from 0 to
     *       1000000. Default: 0.
     *   <li>{@code <epochs>}: Passes over the training examples; 0 if they have no labels, so that the teacher keeps its
     *       random weights. Value: a whole number from 0 to 10000. Default: 10.
     *   <li>{@code <batchSize>}: Examples per training step. Value: a whole number from 1 to 1000000. Default: 64.
     *   <li>{@code <augmentation>}: Augmentation of training images: none, or crop-flip (padded with four black pixels on
     *       each side, cropped at random to the original size, half of them mirrored). Default: none.
     *   <li>{@code <optimizer>}: Update rule: sgd (with momentum) or adam; or a direct solver for linear networks trained
     *       side by side: least-squares (of logits, from soft labels) or largest-margin (of classes). Default: sgd.
     *   <li>{@code <learningRate>}: Step size at the start of training. Value: a number above 0. Default: 0.01.
     *   <li>{@code <momentum>}: Heavy-ball momentum. Value: a number from 0 to below 1. Default: 0.5.
     *   <li>{@code <weightDecay>}: L2 coefficient added to the gradient of every weight and bias. Value: a number of at least
     *       0. Default: 0.0.
     *   <li>{@code <schedule>}: How the learning rate changes during training: constant (always the same), cosine (to zero at
     *       the end), step (times decayFactor after every decayEpochs) or warmup (rising over warmupEpochs, then like
     *       cosine). Default: constant.
     *   <li>{@code <decayEpochs>}: Number of epochs between two reductions of the learning rate. Value: a whole number from 1
     *       to 10000. Default: 30.
     *   <li>{@code <decayFactor>}: Factor of each reduction of the learning rate. Value: a number above 0 and below 1.
     *       Default: 0.1.
     *   <li>{@code <warmupEpochs>}: Number of epochs in which the learning rate rises to its full value. Value: a whole
     *       number from 1 to 10000. Default: 5.
     *   <li>{@code <clipNorm>}: Largest norm of all gradients together: longer ones are scaled down to it, before the weight
     *       decay is added. 0 means no limit. Value: a number of at least 0. Default: 0.0.
     *   <li>{@code <evaluateEvery>}: Number of epochs from one test to the next; there is always one after the last epoch. It
     *       changes only the curves. Value: a whole number from 1 to 10000. Default: 1.
     * </ul>
     *
     * @since 0.1.0
     */
    @Parameter
    private PlexusConfiguration teacher;

    /**
     * How the transfer set is made. Its elements are:
     *
     * <ul>
     *   <li>{@code <inputs>}: Data set whose training images the teacher labels.
     *   <li>{@code <examples>}: Number of inputs that the teacher labels, the first ones, such as 500; or, where d is the
     *       number of values of an input, d, d+1 or 10(d+1); 0 means all. Value: a whole number from 0 to 1000000000, or a
     *       multiple of d or d+1, such as 10d, d+1 or 10(d+1), where d is the number of values of an input. Default: 0.
     *   <li>{@code <unseen>}: Leave out the inputs that the teacher learnt, which are the first {@code <teacher><examples>}.
     *       Inputs must be from the teacher's own data set. Value: true or false. Default: false.
     *   <li>{@code <noise>}: Noise to use instead of the inputs, which then have no true labels. Default: none.
     *   <li>{@code <omittedClasses>}: Classes to leave out of the transfer set, by true label, with their names in the data
     *       set and separated by commas, such as 3, or cat, dog; or none. Inputs must be from the teacher's own data set.
     *       Value: one or more names of classes separated by commas, or none. Default: none.
     *   <li>{@code <attack>}: How inputs are moved before the teacher labels them. To be moved away from their true class
     *       they must be from the teacher's own data set. Default: none.
     *   <li>{@code <epsilon>}: How far an attack may move an input, measured by norm. Images have values from 0 to 1. Value:
     *       a number of 0 or more. Default: 0.06.
     *   <li>{@code <untouched>}: Inputs that get no pattern: those that the teacher already answers with their target
     *       (chosen-by-teacher), or as many drawn at random from each batch (random). Default: chosen-by-teacher.
     *   <li>{@code <norm>}: How an attack measures distance: linf (the largest change of a coordinate; steps follow the sign
     *       of the gradient), or l2 (the length of the whole change; steps follow the gradient). Default: linf.
     *   <li>{@code <attackSteps>}: Number of steps. Value: a whole number from 1 to 10000. Default: 10.
     *   <li>{@code <stepSize>}: Length of a step, measured by norm; 0 means 2.5 epsilon / attackSteps. Value: a number of 0
     *       or more. Default: 0.0.
     *   <li>{@code <iterate>}: Which point an attack keeps: the last one, or the best one, at which the teacher is closest to
     *       the intended answer. Default: last.
     *   <li>{@code <ensemble>}: Number of further teachers that an attack must not fool (Nakkiran 2019). They are trained
     *       like the teacher, with seeds drawn for them, and every replicate has its own. Inputs need a target and true
     *       labels. Value: a whole number from 0 to 100. Default: 0.
     *   <li>{@code <lambda>}: Weight of the ensemble: steps reduce the cross entropy of the teacher and the target, plus
     *       lambda times the sum of the cross entropies of each further teacher and the true label. Value: a number from 0 to
     *       1000. Default: 0.0.
     *   <li>{@code <target>}: The class toward which pattern, pgd and single-step move each input: untargeted (any but the
     *       true one), random (drawn from all classes), other (drawn from all but the true one), next (the one after the true
     *       one), or in-turn (the first class for the first input, the second for the second, and so on). For other and next,
     *       inputs must be from the teacher's own data set. Default: untargeted.
     *   <li>{@code <labels>}: Where the given labels come from. Default: predicted.
     *   <li>{@code <temperature>}: Temperature of the teacher's softmax, and of the student's during training; the higher it
     *       is, the more the other classes count. Value: a number above 0. Default: 1.0.
     *   <li>{@code <keep>}: Which labelled inputs enter the transfer set. Where that depends on true labels, inputs must be
     *       from the teacher's own data set. Default: all.
     *   <li>{@code <share>}: Share of the teacher's errors that is kept. Value: a number above 0, at most 1. Default: 0.5.
     *   <li>{@code <confidence>}: Which of its errors are kept: those on which the teacher is most confident (highest), least
     *       confident (lowest), or as many drawn at random (any). Default: highest.
     *   <li>{@code <normalization>}: Mean and deviation for normalising the inputs: own, source (the teacher's), moment-match
     *       (pixels scaled to the teacher's mean and deviation and clipped, then source), or centred (0.5 and 0.5, so that
     *       values are from -1 to 1). Default: own.
     *   <li>{@code <minimumSize>}: Smallest number of inputs in a transfer set; a smaller one fails the build. Value: a whole
     *       number from 1 to 1000000000. Default: 1000.
     *   <li>{@code <allowSmall>}: Accept a transfer set below the minimum size, or without any label of some class. Value:
     *       true or false. Default: false.
     * </ul>
     *
     * @since 0.1.0
     */
    @Parameter
    private PlexusConfiguration transfer;

    /**
     * How the student is trained. Its elements are:
     *
     * <ul>
     *   <li>{@code <network>}: Architecture of the student. Default: cnn.
     *   <li>{@code <initialWeights>}: Initial weights and biases: uniform between plus and minus 1/sqrt(inputs), or normal
     *       with mean 0 and deviation 1/sqrt(inputs). Default: uniform.
     *   <li>{@code <width>}: Channels of the first stage, a multiple of 16; the other stages scale with it. Value: a multiple
     *       of 16 from 16 to 1024. Default: 64.
     *   <li>{@code <examples>}: Number of training examples, the first ones; 0 means all. Value: a whole number from 0 to
     *       1000000. Default: 0.
     *   <li>{@code <epochs>}: Passes over the training examples. Value: a whole number from 1 to 10000. Default: 10.
     *   <li>{@code <batchSize>}: Examples per training step. Value: a whole number from 1 to 1000000. Default: 64.
     *   <li>{@code <augmentation>}: Augmentation of training images: none, or crop-flip (padded with four black pixels on
     *       each side, cropped at random to the original size, half of them mirrored). Default: none.
     *   <li>{@code <optimizer>}: Update rule: sgd (with momentum) or adam; or a direct solver for linear networks trained
     *       side by side: least-squares (of logits, from soft labels) or largest-margin (of classes). Default: sgd.
     *   <li>{@code <learningRate>}: Step size at the start of training. Value: a number above 0. Default: 0.01.
     *   <li>{@code <momentum>}: Heavy-ball momentum. Value: a number from 0 to below 1. Default: 0.5.
     *   <li>{@code <weightDecay>}: L2 coefficient added to the gradient of every weight and bias. Value: a number of at least
     *       0. Default: 0.0.
     *   <li>{@code <schedule>}: How the learning rate changes during training: constant (always the same), cosine (to zero at
     *       the end), step (times decayFactor after every decayEpochs) or warmup (rising over warmupEpochs, then like
     *       cosine). Default: constant.
     *   <li>{@code <decayEpochs>}: Number of epochs between two reductions of the learning rate. Value: a whole number from 1
     *       to 10000. Default: 30.
     *   <li>{@code <decayFactor>}: Factor of each reduction of the learning rate. Value: a number above 0 and below 1.
     *       Default: 0.1.
     *   <li>{@code <warmupEpochs>}: Number of epochs in which the learning rate rises to its full value. Value: a whole
     *       number from 1 to 10000. Default: 5.
     *   <li>{@code <clipNorm>}: Largest norm of all gradients together: longer ones are scaled down to it, before the weight
     *       decay is added. 0 means no limit. Value: a number of at least 0. Default: 0.0.
     *   <li>{@code <evaluateEvery>}: Number of epochs from one test to the next; there is always one after the last epoch. It
     *       changes only the curves. Value: a whole number from 1 to 10000. Default: 1.
     *   <li>{@code <initialization>}: Initial weights of the student: its own, drawn by the seed, or the initial weights of
     *       its teacher, for which both need the same network. Default: own.
     * </ul>
     *
     * @since 0.1.0
     */
    @Parameter
    private PlexusConfiguration student;

    /**
     * Further students, any number of {@code <student>}, each with a name and the settings that differ from {@code <student>} and, in
     * a {@code <transfer>}, from {@code <transfer>}:
     *
     * <ul>
     *   <li>{@code <student><name>}: Name of a further student of every replicate, for metrics and pages. Beside it, write
     *       the settings that differ from {@code <student>}, and in {@code <transfer>} those that differ from
     *       {@code <transfer>}. Value: a name of letters, digits and hyphens.
     *   <li>{@code <student><control>}: One of the {@code <controls>}, whose transfer set this student learns instead of the
     *       treatment's; it then has no {@code <transfer>} of its own. Value: the name of a control.
     * </ul>
     *
     * @since 0.1.0
     */
    @Parameter
    private PlexusConfiguration students;

    /**
     * TensorFlow runtime: {@code cpu}, {@code gpu} (CUDA 12, Linux) or {@code gpu-cuda11}
     * ({@code tensorflow-core-platform-gpu}, CUDA 11.2; also runs without a GPU).
     *
     * @since 0.1.0
     */
    @Parameter(property = "distill.device", defaultValue = "cpu")
    private String device;

    /**
     * Threads of one training; the number changes the last digits. 0 means that the trainings that run at the same time share
     * the processors.
     *
     * @since 0.1.0
     */
    @Parameter(property = "distill.threads", defaultValue = "0")
    private String threads;

    /**
     * Number of trainings that run at the same time, each in its own JVM; 0 means as many as the processors and the memory
     * allow.
     *
     * @since 0.1.0
     */
    @Parameter(property = "distill.workers", defaultValue = "0")
    private String workers;

    /**
     * Newest instruction set of x86-64 to use, such as {@code avx2}; it changes the last digits. By default the newest that
     * the processor has; results of other processor models then have other keys.
     *
     * @since 0.1.0
     */
    @Parameter(property = "distill.instructionSet")
    private String instructionSet;

    /**
     * Precision of trainings: {@code float32}, or {@code bfloat16} for convolutions and matrix products, which is faster on
     * processors with AVX512_BF16 or AMX and changes results. Predictions always use {@code float32}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "distill.precision", defaultValue = "float32")
    private String precision;

    /**
     * Train models that differ only in seed or arm together in one graph, instead of each in its own JVM: for many replicates
     * of dense networks, such as {@code mlp}. It changes the last digits and keeps no checkpoints. Models of random points
     * are always trained this way.
     *
     * @since 0.1.0
     */
    @Parameter(property = "distill.sideBySide", defaultValue = "false")
    private String sideBySide;

    /**
     * Folder, or http, https or file address, to try for data before the public addresses; laid out as {@code
     * <dataset>/<file>}. Credentials for it are those of the server {@code distill.mirror} in settings.xml.
     *
     * @since 0.1.0
     */
    @Parameter(property = "distill.mirror")
    private String mirror;

    /**
     * Make nothing, but say which results exist, which a build would make, and how long that takes, judging by similar
     * results in the store: {@code -Ddistill.plan}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "distill.plan", defaultValue = "false")
    private String plan;

    /**
     * Folder of the store, which {@code mvn clean} does not touch; by default {@code distill-maven-plugin} in the user's
     * cache folder.
     *
     * @since 0.1.0
     */
    @Parameter(property = "distill.store")
    private String store;

    /**
     * What the build may do with the store: {@code read-write}, {@code read}, {@code write} or {@code none}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "distill.storeMode", defaultValue = "read-write")
    private String storeMode;

    /**
     * Largest size of the store, such as {@code 500MB}. Beyond it a build removes the entries that were unused for the
     * longest time, but never what a running build uses. {@code 0} means no limit.
     *
     * @since 0.1.0
     */
    @Parameter(property = "distill.storeLimit", defaultValue = "20GB")
    private String storeLimit;

    /**
     * Goals to run again even if a stored result exists, separated by commas: {@code fetch-data}, {@code train-teacher},
     * {@code mislabel}, {@code train-student}, or {@code all}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "distill.rerun")
    private String rerun;

    /**
     * Address of a remote store: a Maven repository or any HTTP server with GET and PUT. Credentials are those of the server
     * {@code distill.remote} in settings.xml.
     *
     * @since 0.1.0
     */
    @Parameter(property = "distill.remote")
    private String remote;

    /**
     * What the build may do with the remote store: {@code read-write}, {@code read}, {@code write} or {@code none}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "distill.remoteMode", defaultValue = "read")
    private String remoteMode;

    /**
     * Whom to trust for results of the remote store: {@code lock}, the digests in {@code distill.lock.json}, or
     * {@code server}, everyone who can write there.
     *
     * @since 0.1.0
     */
    @Parameter(property = "distill.remoteTrust", defaultValue = "lock")
    private String remoteTrust;

    /**
     * Write the digests of all results to {@code distill.lock.json} beside the POM.
     *
     * @since 0.1.0
     */
    @Parameter(property = "distill.lock", defaultValue = "false")
    private String lock;

    /**
     * Fail the build if a result is not the one in {@code distill.lock.json}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "distill.locked", defaultValue = "false")
    private String locked;

    /**
     * Seconds between two checkpoints of a training within an epoch; there is always one after every epoch. After a kill, the
     * next build continues from the last one.
     *
     * @since 0.1.0
     */
    @Parameter(property = "distill.checkpointSeconds", defaultValue = "60")
    private String checkpointSeconds;

    /**
     * Split the replicates among several builds, such as the jobs of a matrix: {@code 2/5} makes the second of five shards
     * and reports nothing; {@code all/5} makes nothing, takes all results from the store or the remote store, and reports.
     *
     * @since 0.1.0
     */
    @Parameter(property = "distill.shard", defaultValue = "1/1")
    private String shard;

    /**
     * Results to attach to the project as zip files, which are installed and deployed with it, separated by commas:
     * {@code teacher}, {@code transfer}, {@code student}, {@code report}, which are also their classifiers; or {@code none}.
     * See docs/audit.md.
     *
     * @since 0.1.0
     */
    @Parameter(property = "distill.attach", defaultValue = "none")
    private String attach;

    /**
     * Cluster of Apache Spark that trains and labels instead of this machine; see docs/cluster.md.
     *
     * <ul>
     *   <li>{@code <master>}: Cluster of Apache Spark that trains and labels instead of this machine, such as
     *       spark://host:7077. The results have the same bytes. See docs/cluster.md. Value: local[2], local[*],
     *       spark://host:port, k8s://address or yarn.
     *   <li>{@code <version>}: Version of Apache Spark, the same as the cluster's. Maven downloads it only when a step has to
     *       run there. Value: a version of Apache Spark 4, such as 4.1.3. Default: 4.1.3.
     *   <li>{@code <options>}: Options of Apache Spark, each an element with its name, such as
     *       {@code <spark.executor.memory>4g</spark.executor.memory>}; on the command line spark.executor.memory=4g,
     *       separated by blanks. Value: options of Apache Spark, such as spark.executor.memory=4g, separated by blanks.
     * </ul>
     *
     * @since 0.1.0
     */
    @Parameter
    private PlexusConfiguration cluster;

    /**
     * Arguments for the JVM that TensorFlow runs in, such as {@code -Xmx4g}, separated by blanks. Values of {@code -D}
     * options are not recorded.
     *
     * @since 0.1.0
     */
    @Parameter(property = "distill.jvmArguments")
    private String jvmArguments;

    /**
     * Earlier {@code results.json} to compare with, relative to the folder of the POM. Expectations that need one take
     * {@code src/distill/<experiment>.json} by default.
     *
     * @since 0.1.0
     */
    @Parameter(property = "distill.baseline")
    private String baseline;

    /**
     * Let {@code check} write this build's results as the new baseline.
     *
     * @since 0.1.0
     */
    @Parameter(property = "distill.writeBaseline", defaultValue = "false")
    private String writeBaseline;

    /**
     * Fail the build if an expectation is not met; {@code false} only warns. A missing result always fails the build.
     *
     * @since 0.1.0
     */
    @Parameter(property = "distill.haltOnFailure", defaultValue = "true")
    private String haltOnFailure;

    /**
     * What {@code check} expects, any number of {@code <expectation>}, each with a metric and one or more conditions:
     *
     * <ul>
     *   <li>{@code <expectation><metric>}: Metric to test, such as student.testAccuracy; see A gate for CI. Value: the name
     *       of a metric.
     *   <li>{@code <expectation><min>}: Smallest accepted value. Shares, such as accuracies, are from 0 to 1. Value: a number
     *       of at least 0.
     *   <li>{@code <expectation><max>}: Largest accepted value. Value: a number of at least 0.
     *   <li>{@code <expectation><above>}: Another metric, such as a control's, which this one must exceed with 95%
     *       confidence, paired by replicate. It needs 3 replicates or more. Value: the name of a metric.
     *   <li>{@code <expectation><times>}: Multiple of the metric in {@code <above>} that must be exceeded; 1 by default. With
     *       4, that metric must be below a quarter of this one. Value: a number above 0.
     *   <li>{@code <expectation><by>}: Smallest difference to the metric in {@code <above>}, or to its multiple; 0 by
     *       default. Value: a number of at least 0.
     *   <li>{@code <expectation><noWorseThanBaselineBy>}: How far the metric may lie below its value in the baseline. Without
     *       a baseline there is a warning. Value: a number of at least 0.
     *   <li>{@code <expectation><risesWith>}: A setting of the sweep, such as teacher.epochs, with which the metric must
     *       rise: with 95% confidence, paired by replicate, the cell of its last value must exceed that of its first, and no
     *       cell may lie below the one before it. It needs 3 replicates or more; see docs/sweeps.md. Value: the path of a
     *       setting that is swept.
     *   <li>{@code <expectation><fallsWith>}: The same for a metric that must fall. Value: the path of a setting that is
     *       swept.
     * </ul>
     *
     * @since 0.1.0
     */
    @Parameter
    private PlexusConfiguration expectations;

    /**
     * Data sets of your own, any number of {@code <dataset>}: a {@code <name>}, the form and place of the data as
     * {@code <directory>}, {@code <idx>}, {@code <cifar>}, {@code <npz>} or {@code <csv>}, an {@code <artifact>} or a
     * {@code <url>} with its {@code <sha256>} that they come from, {@code <classNames>}, {@code <testShare>} and
     * {@code <testSeed>}. The goal {@code help} explains each, with {@code -Ddetail}.
     *
     * <ul>
     *   <li>{@code <dataset><name>}: Name of your data set, for {@code <teacher><dataset>} and {@code <transfer><inputs>};
     *       see docs/own-data.md. Value: a name of letters, digits and hyphens.
     *   <li>{@code <dataset><cifar>}: Path of the data, relative to the folder of the POM or inside the {@code <artifact>} or
     *       {@code <url>}: a folder with the binary files of CIFAR-10 (data_batch_1.bin and so on, test_batch.bin) or
     *       CIFAR-100 (train.bin, test.bin), or the published .tar.gz of them. Value: a path.
     *   <li>{@code <dataset><csv>}: Path of the data, relative to the folder of the POM or inside the {@code <artifact>} or
     *       {@code <url>}: a CSV file whose first row names the columns, or a folder with train.csv and test.csv. Value: a
     *       path.
     *   <li>{@code <dataset><directory>}: Path of the data, relative to the folder of the POM or inside the
     *       {@code <artifact>} or {@code <url>}: a folder of images, PNG, JPEG or BMP, as class/file or train/class/file and
     *       test/class/file. Value: a path.
     *   <li>{@code <dataset><idx>}: Path of the data, relative to the folder of the POM or inside the {@code <artifact>} or
     *       {@code <url>}: a folder with the four files of MNIST's format (train-images-idx3-ubyte, train-labels-idx1-ubyte,
     *       t10k-images-idx3-ubyte, t10k-labels-idx1-ubyte), gzipped or not, with labels from 0 or from 1. Value: a path.
     *   <li>{@code <dataset><npz>}: Path of the data, relative to the folder of the POM or inside the {@code <artifact>} or
     *       {@code <url>}: a NumPy .npz with the arrays x_train, y_train, x_test and y_test, or a folder with each as .npy.
     *       Value: a path.
     *   <li>{@code <dataset><artifact>}: Maven artifact that contains the data, group:artifact:version:type or
     *       group:artifact:version:classifier:type, resolved like a dependency of the project. Value: the coordinates of a
     *       Maven artifact.
     *   <li>{@code <dataset><url>}: Address of the data, with a {@code <sha256>}. Value: an address that begins with http://
     *       or https://.
     *   <li>{@code <dataset><sha256>}: SHA-256 that the file must have, wherever it comes from. An address needs it. Value:
     *       the SHA-256 of a file: 64 hexadecimal digits.
     *   <li>{@code <dataset><classNames>}: Names of the classes in the order of their labels, separated by commas, if the
     *       data do not name them. Value: the names of the classes separated by commas.
     *   <li>{@code <dataset><testShare>}: Share of each class that becomes the test set, if the data have none; 0.2 by
     *       default. Value: a number above 0 and below 1.
     *   <li>{@code <dataset><testSeed>}: The seed that draws this share. Value: a whole number from 0 to 9223372036854775807.
     *       Default: 1.
     *   <li>{@code <dataset><labels>}: Which labels of CIFAR-100 to use: fine, 100 classes, or coarse, 20. Default: fine.
     *   <li>{@code <dataset><label>}: Name of the column that holds the labels. Value: the name of a column. Default: label.
     *   <li>{@code <dataset><shape>}: Height, width and channels of each image, such as 28x28x1. The other columns are its
     *       pixels, row by row. Value: a height, a width and 1 or 3 channels, such as 28x28x1. Default: none.
     *   <li>{@code <dataset><delimiter>}: Separator of the columns: comma, semicolon or tab. Default: comma.
     *   <li>{@code <dataset><maximum>}: Value of full brightness: 255 for whole numbers, or 1, from which values are
     *       multiplied by 255 and rounded. Value: one of 255, 1. Default: 255.
     *   <li>{@code <dataset><size>}: Height and width that all images are scaled to, such as 32x32; as-found refuses images
     *       that differ. Value: a height and a width such as 32x32, or as-found. Default: as-found.
     *   <li>{@code <dataset><channels>}: 1 makes all images grey, 3 all of them red, green and blue; as-found refuses images
     *       that differ. Value: one of as-found, 1, 3. Default: as-found.
     *   <li>{@code <dataset><background>}: Colour behind transparent pixels: white, black, or a colour such as #ff8000; none
     *       refuses transparent images. Value: none, white, black, or a colour such as #ff8000. Default: none.
     *   <li>{@code <dataset><prefix>}: First part of the file names, such as emnist-letters-, if a folder has the files of
     *       several data sets. Value: what file names begin with, or none. Default: none.
     *   <li>{@code <dataset><trainValues>}: Name of the array of the training images. Value: the name of an array. Default:
     *       x_train.
     *   <li>{@code <dataset><trainLabels>}: Name of the array of the labels of the training images. Value: the name of an
     *       array. Default: y_train.
     *   <li>{@code <dataset><testValues>}: Name of the array of the test images. Value: the name of an array. Default:
     *       x_test.
     *   <li>{@code <dataset><testLabels>}: Name of the array of the labels of the test images. Value: the name of an array.
     *       Default: y_test.
     * </ul>
     *
     * @since 0.1.0
     */
    @Parameter
    private PlexusConfiguration datasets;

    /**
     * Networks of your own, any number of {@code <network>}, each with a name and its layers:
     *
     * <ul>
     *   <li>{@code <network><name>}: Name of your network, for {@code <network>} in {@code <teacher>}, {@code <student>} and
     *       {@code <students>}; see docs/own-network.md. Value: a name of lower-case letters, digits, and single hyphens or
     *       dots between them.
     *   <li>{@code <network><layers>}: Its layers, in order: {@code <convolution>}, {@code <batchNorm>}, {@code <relu>},
     *       {@code <maxPool>}, {@code <averagePool>}, {@code <globalAveragePool>}, {@code <flatten>}, {@code <dense>},
     *       {@code <dropout>} and {@code <residual>}. A dense layer with one output per class is added after the last one.
     *       Value: an element for each layer.
     * </ul>
     *
     * @since 0.1.0
     */
    @Parameter
    private PlexusConfiguration networks;

    /**
     * Settings to vary: every combination of elements such as {@code <teacher.epochs>1, 2, 4</teacher.epochs>}, or a list of
     * {@code <cells>}. Each cell is a separate experiment, and cells share the steps that they have in common; see
     * docs/sweeps.md. Short form: {@code teacher.epochs=1,2,4;student.network=cnn,mlp}; {@code none} for no sweep.
     *
     * <ul>
     *   <li>{@code <limit>}: Largest number of cells; a larger sweep is refused before anything is made. Value: a whole
     *       number from 1 to 10000. Default: 100.
     * </ul>
     *
     * @since 0.1.0
     */
    @Parameter(property = "distill.sweep")
    private PlexusConfiguration sweep;

    /**
     * Skips every goal of this plugin.
     *
     * @since 0.1.0
     */
    @Parameter(property = "distill.skip", defaultValue = "false")
    private String skip;

    /**
     * Folder below which every experiment has its own.
     *
     * @since 0.1.0
     */
    @Parameter(defaultValue = "${project.build.directory}/distill", required = true, readonly = true)
    private File outputRoot;

    @Parameter(defaultValue = "${session}", required = true, readonly = true)
    private MavenSession session;

    @Parameter(defaultValue = "${project}", required = true, readonly = true)
    private MavenProject project;

    @Parameter(defaultValue = "${mojoExecution}", required = true, readonly = true)
    private MojoExecution execution;

    private final PipelineFactory pipelines;

    ExperimentMojo(PipelineFactory pipelines) {
        this.pipelines = pipelines;
    }

    /** Whether this very goal is to be skipped. */
    abstract Switch skipGoal();

    /** The one call. */
    abstract void run(ExperimentPipeline pipeline) throws StepFailedException, InterruptedException;

    /** Makes a result an artifact of the project, if the user wants that. */
    final void attach(ExperimentPipeline pipeline, String what) throws StepFailedException {
        pipeline.packed(what).ifPresent(zip -> pipelines.attachments().attach(project, execution, what, zip));
    }

    /** Whether the user wants nothing of this goal. */
    final boolean isSkipped() {
        return skipSwitch("skip", skip).isOn() || skipGoal().isOn();
    }

    /** A switch as the user wants it. */
    final Switch skipSwitch(String name, String parameter) {
        return Switch.of(session, name, parameter);
    }

    /** The build. */
    final MavenSession session() {
        return session;
    }

    /** The module. */
    final MavenProject project() {
        return project;
    }

    /** The execution that is the experiment. */
    final MojoExecution execution() {
        return execution;
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        ExperimentConfiguration configuration = new ExperimentConfiguration(session, project, execution);
        if (isSkipped()) {
            getLog().info("Experiment '" + configuration.name() + "': " + execution.getGoal() + " is skipped");
            return;
        }
        List<String> found = new ArrayList<>();
        skipSwitch("skip", skip).refusal().ifPresent(found::add);
        skipGoal().refusal().ifPresent(found::add);
        try (ExperimentPipeline pipeline =
                pipelines.create(configuration, found, configuration.root(outputRoot), getLog())) {
            run(pipeline);
        } catch (UnmetExpectationException e) {
            throw new MojoFailureException(e.getMessage(), e);
        } catch (MissingResultException e) {
            GoalAdvice advice = new GoalAdvice(PomConfiguration.of(project, execution), execution);
            // Not as the cause: Maven prints the message of each cause behind that of the failure.
            MojoExecutionException failure = new MojoExecutionException(advice.message(e));
            failure.addSuppressed(e);
            throw failure;
        } catch (InvalidExperimentException | StepFailedException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MojoExecutionException(
                    "Experiment '" + configuration.name() + "': " + execution.getGoal() + " was interrupted", e);
        }
    }
}
