package io.github.distillmaven.tensorflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.github.distillmaven.text.JsonProblem;
import io.github.distillmaven.worker.FailureKind;
import io.github.distillmaven.worker.PointRequest;
import io.github.distillmaven.worker.WorkerFailure;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Answers a {@link PointRequest}. */
final class PointTask {

    private static final String RESULT = "result.json";

    private final ProgressReporter progress;

    PointTask(ProgressReporter progress) {
        this.progress = progress;
    }

    void run(PointRequest request) throws IOException, WorkerFailure, InterruptedException {
        SeedProgress seeds = new SeedProgress(progress);
        if (request instanceof PointRequest.Teachers teachers) {
            new PointTeachers(teachers, seeds).run();
        } else if (request instanceof PointRequest.Transfers transfers) {
            new PointTransfers(transfers).run();
        } else if (request instanceof PointRequest.Students students) {
            new PointStudents(students, seeds).run();
        }
    }

    static void writeResult(Path output, Object result) throws IOException {
        Files.writeString(output.resolve(RESULT), JsonMapper.shared().writeValueAsString(result) + "\n");
    }

    static <T> T readResult(Path folder, Class<T> type) throws IOException {
        Path file = folder.resolve(RESULT);
        try {
            return JsonMapper.shared().readValue(Files.readAllBytes(file), type);
        } catch (JacksonException e) {
            throw new IOException(file + ": " + JsonProblem.of(e), e);
        }
    }

    /** The failure of a network whose loss is no number. */
    static void requireFinite(float loss, String whose, double learningRate) throws WorkerFailure {
        if (!Float.isFinite(loss)) {
            throw new WorkerFailure(
                    FailureKind.DIVERGED,
                    "training of the %s diverged: the loss became %s".formatted(whose, loss),
                    "lower the learning rate, which is " + learningRate);
        }
    }
}
