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
     * Name of the experiment and of its folder; by default the id of the execution. Executions that share the goals of one
     * experiment give the same.
     *
     * @since 0.1.0
     */
    @Parameter
    private String experiment;

    /**
     * The experiment to start from. It fills in everything; single elements override it.
     *
     * @since 0.1.0
     */
    @Parameter(property = "distill.preset", defaultValue = "garments-to-digits")
    private String preset;

    /**
     * A preset of your own to start from instead, relative to the folder of the POM: a file such as {@code src/distill/mine.xml},
     * written like the plugin's presets.
     *
     * @since 0.1.0
     */
    @Parameter(property = "distill.presetFile")
    private String presetFile;

    /**
     * The one seed of the experiment: initial weights, shuffling and all else derive from it.
     *
     * @since 0.1.0
     */
    @Parameter(property = "distill.seed", defaultValue = "1")
    private String seed;

    /**
     * Pairs of a teacher and a student. The first has the experiment's seed, each further one the next seed, and is what that
     * seed alone would give with the same number of threads.
     *
     * @since 0.1.0
     */
    @Parameter(property = "distill.replicates", defaultValue = "1")
    private String replicates;

    /**
     * Further students of every replicate that differ in their transfer set alone, with commas between them:
     * {@code shuffled-within-class}, {@code shuffled}, {@code random-wrong}, {@code next-class}, {@code true-labels},
     * {@code unfiltered}, {@code random-subset}, {@code permuted-label-teacher}; or {@code none}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "distill.controls", defaultValue = "none")
    private String controls;

    /**
     * Sets on which all models are evaluated, with commas between them. The goal {@code help} lists them, with {@code -Ddetail}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "distill.evaluationSets", defaultValue = "test")
    private String evaluationSets;

    /**
     * The teacher: its {@code <dataset>}, of which {@code <validation>} is held out; {@code <network>} with its options,
     * {@code <examples>}, {@code <epochs>}, {@code <batchSize>}, {@code <augmentation>}, {@code <optimizer>}, {@code <learningRate>},
     * {@code <momentum>}, {@code <weightDecay>} and {@code <schedule>}. The goal {@code help} explains each, with {@code -Ddetail}.
     *
     * @since 0.1.0
     */
    @Parameter
    private PlexusConfiguration teacher;

    /**
     * The transfer set: the {@code <inputs>} that the teacher labels, of which {@code <examples>}, in whose place {@code <noise>},
     * without which {@code <omittedClasses>}, after which {@code <attack>} toward which {@code <target>}, and under which
     * {@code <normalization>}; the {@code <labels>}, what of it to {@code <keep>}, its {@code <minimumSize>} and {@code <allowSmall>}.
     * The goal {@code help} explains each, with {@code -Ddetail}.
     *
     * @since 0.1.0
     */
    @Parameter
    private PlexusConfiguration transfer;

    /**
     * The student: its {@code <network>} with its options, {@code <examples>}, {@code <epochs>}, {@code <batchSize>},
     * {@code <augmentation>}, {@code <optimizer>}, {@code <learningRate>}, {@code <momentum>}, {@code <weightDecay>} and
     * {@code <schedule>}. The goal {@code help} explains each, with {@code -Ddetail}.
     *
     * @since 0.1.0
     */
    @Parameter
    private PlexusConfiguration student;

    /**
     * Further students, any number of {@code <student>}: a {@code <name>}, and whatever differs from {@code <student>} and, in a
     * {@code <transfer>}, from {@code <transfer>}.
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
     * Threads inside one TensorFlow operation; the number changes the last digits. 0 means that the trainings that run at the
     * same time share the processors.
     *
     * @since 0.1.0
     */
    @Parameter(property = "distill.threads", defaultValue = "0")
    private String threads;

    /**
     * Trainings that run at the same time, each in a JVM of its own; 0 means as many as the processors and the memory allow.
     *
     * @since 0.1.0
     */
    @Parameter(property = "distill.workers", defaultValue = "0")
    private String workers;

    /**
     * Newest instruction set of x86-64 that oneDNN computes with, such as {@code avx2}; it changes the last digits. By
     * default the newest that the processor has, and results of other processor models do not count as the same.
     *
     * @since 0.1.0
     */
    @Parameter(property = "distill.instructionSet")
    private String instructionSet;

    /**
     * What trainings compute with: {@code float32}, or {@code bfloat16} for convolutions and matrix products, which is faster on
     * processors with AVX512_BF16 or AMX and changes results. Predictions are always of {@code float32}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "distill.precision", defaultValue = "float32")
    private String precision;

    /**
     * Train models that differ in seed or arm alone in one graph, several at a time, instead of each in a JVM of its own: for many
     * replicates of dense networks, such as {@code mlp}. It changes the last digits and keeps no checkpoints. Models of examples that
     * are drawn always are trained so.
     *
     * @since 0.1.0
     */
    @Parameter(property = "distill.sideBySide", defaultValue = "false")
    private String sideBySide;

    /**
     * Folder, or http, https or file address, that is asked for data before the public addresses; laid out as
     * {@code <dataset>/<file>}. Credentials for it are those of the server {@code distill.mirror} in settings.xml.
     *
     * @since 0.1.0
     */
    @Parameter(property = "distill.mirror")
    private String mirror;

    /**
     * Folder of the store that outlives {@code clean}; by default {@code distill-maven-plugin} in the user's cache folder.
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
     * What the store's entries may take, such as {@code 500MB}. Beyond it a build removes what was unused for the longest
     * time, never what a running build uses. {@code 0} for no limit.
     *
     * @since 0.1.0
     */
    @Parameter(property = "distill.storeLimit", defaultValue = "20GB")
    private String storeLimit;

    /**
     * Goals, with commas between them, that run again even though their result is to be had: {@code fetch-data},
     * {@code train-teacher}, {@code mislabel}, {@code train-student}, or {@code all}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "distill.rerun")
    private String rerun;

    /**
     * Address of a remote store: a Maven repository or any HTTP server with GET and PUT. Credentials are those of the
     * server {@code distill.remote} in settings.xml.
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
     * Who vouches for what the remote store holds: {@code lock}, the digests in {@code distill.lock.json}, or
     * {@code server}, whoever may write there.
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
     * Seconds between two checkpoints of a training within an epoch; there is one after every epoch anyway. A build that was
     * killed goes on from the last one.
     *
     * @since 0.1.0
     */
    @Parameter(property = "distill.checkpointSeconds", defaultValue = "60")
    private String checkpointSeconds;

    /**
     * Arguments for the JVM that TensorFlow runs in, such as {@code -Xmx4g}, with blanks between them. Records show no values
     * of {@code -D} options.
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
     * Let {@code check} write this build's results where the baseline is looked for.
     *
     * @since 0.1.0
     */
    @Parameter(property = "distill.writeBaseline", defaultValue = "false")
    private String writeBaseline;

    /**
     * Fail the build if an expectation is not met; else warn. A missing result fails it anyway.
     *
     * @since 0.1.0
     */
    @Parameter(property = "distill.haltOnFailure", defaultValue = "true")
    private String haltOnFailure;

    /**
     * What {@code check} expects, any number of {@code <expectation>}: a {@code <metric>} and one or more of {@code <min>},
     * {@code <max>}, {@code <above>} another metric {@code <by>} so much, and {@code <noWorseThanBaselineBy>}.
     *
     * @since 0.1.0
     */
    @Parameter
    private PlexusConfiguration expectations;

    /**
     * Data sets of your own, any number of {@code <dataset>}: a {@code <name>}, the form and place of the data as {@code <directory>},
     * {@code <idx>}, {@code <cifar>}, {@code <npz>} or {@code <csv>}, an {@code <artifact>} or a {@code <url>} with its
     * {@code <sha256>} that they come from, {@code <classNames>}, {@code <testShare>} and {@code <testSeed>}. The goal {@code help}
     * explains each, with {@code -Ddetail}.
     *
     * @since 0.1.0
     */
    @Parameter
    private PlexusConfiguration datasets;

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
        try (ExperimentPipeline pipeline = pipelines.create(configuration, found, outputRoot, getLog())) {
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
