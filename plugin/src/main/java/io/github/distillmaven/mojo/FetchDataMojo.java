package io.github.distillmaven.mojo;

import javax.inject.Inject;

import io.github.distillmaven.pipeline.ExperimentPipeline;
import io.github.distillmaven.pipeline.StepFailedException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Brings the data sets of an experiment into the store and into {@code target}, checked against pinned SHA-256 digests. */
@Mojo(name = "fetch-data", defaultPhase = LifecyclePhase.PRE_INTEGRATION_TEST, threadSafe = true)
public final class FetchDataMojo extends ExperimentMojo {

    /**
     * Skips this goal.
     *
     * @since 0.1.0
     */
    @Parameter(property = "distill.skipFetchData", defaultValue = "false")
    private boolean skipFetchData;

    @Inject
    FetchDataMojo(PipelineFactory pipelines) {
        super(pipelines);
    }

    @Override
    boolean skipGoal() {
        return skipFetchData;
    }

    @Override
    void run(ExperimentPipeline pipeline) throws StepFailedException, InterruptedException {
        pipeline.fetchData();
    }
}
