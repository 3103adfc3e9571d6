package io.github.distillmaven.cluster.task;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import io.github.distillmaven.dataset.ExampleFiles;
import io.github.distillmaven.dataset.Moments;
import io.github.distillmaven.worker.Together;
import io.github.distillmaven.worker.WorkerRequest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The paths in a request")
class RequestPathsTest {

    private final Path model = Path.of("model of größe").toAbsolutePath();
    private final Path values = Path.of("values.npy").toAbsolutePath();
    private final Path first = Path.of("first").toAbsolutePath();
    private final Path second = Path.of("second").toAbsolutePath();

    @Test
    void areFoundWhereverTheyStand() {
        assertThat(RequestPaths.of(together())).containsExactlyInAnyOrder(model, values, first, second);
        assertThat(RequestPaths.outputs(together())).containsExactly(first, second);
        assertThat(RequestPaths.checkpoints(together())).isEmpty();
    }

    @Test
    void areReplacedAndNothingElse() {
        WorkerRequest read =
                RequestPaths.read(RequestPaths.json(label(first)), path -> path.equals(model) ? values : path);

        assertThat(read)
                .isEqualTo(new WorkerRequest.Label(
                        values,
                        ExampleFiles.withoutTargets(values),
                        new Moments(List.of(0.5), List.of(0.25)),
                        true,
                        Optional.empty(),
                        first));
    }

    private Together together() {
        return Together.of(List.of(label(first), label(second)), false, 2);
    }

    private WorkerRequest.Label label(Path output) {
        return new WorkerRequest.Label(
                model,
                ExampleFiles.withoutTargets(values),
                new Moments(List.of(0.5), List.of(0.25)),
                true,
                Optional.empty(),
                output);
    }
}
