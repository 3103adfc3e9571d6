package io.github.distillmaven.mojo;

import java.util.Set;
import javax.inject.Inject;

import io.github.distillmaven.mojo.wiring.PipelineFactory;
import io.github.distillmaven.pipeline.ExperimentPipeline;
import io.github.distillmaven.pipeline.step.StepFailedException;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Fetches the data sets of an experiment into the store and into {@code target}, and checks them against pinned SHA-256
 * digests. Called alone, it also fetches the TensorFlow runtime, so that everything else works offline afterwards.
 */
@Mojo(name = "fetch-data", defaultPhase = LifecyclePhase.PRE_INTEGRATION_TEST, threadSafe = true)
public final class FetchDataMojo extends ExperimentMojo {

    private static final Set<String> TRAINING = Set.of("train-teacher", "mislabel", "train-student");

    /**
     * Skips this goal.
     *
     * @since 0.1.0
     */
    @Parameter(property = "distill.skipFetchData", defaultValue = "false")
    private String skipFetchData;

    @Inject
    FetchDataMojo(PipelineFactory pipelines) {
        super(pipelines);
    }

    @Override
    Switch skipGoal() {
        return skipSwitch("skipFetchData", skipFetchData);
    }

    @Override
    void run(ExperimentPipeline pipeline) throws StepFailedException, InterruptedException {
        pipeline.fetchData();
        if (isByItself() && !session().isOffline()) {
            pipeline.fetchRuntime();
        }
    }

    /** Beside a training the runtime is fetched when something has to be trained. */
    private boolean isByItself() {
        PluginExecution bound =
                execution().getPlugin().getExecutionsAsMap().get(execution().getExecutionId());
        return execution().getSource() == MojoExecution.Source.CLI
                || bound != null && bound.getGoals().stream().noneMatch(TRAINING::contains);
    }
}
