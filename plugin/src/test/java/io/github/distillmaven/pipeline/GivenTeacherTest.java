package io.github.distillmaven.pipeline;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.github.distillmaven.experiment.own.DataOrigin;
import io.github.distillmaven.experiment.own.ModelUse;
import io.github.distillmaven.experiment.own.OwnModel;
import io.github.distillmaven.pipeline.step.FoundModel;
import io.github.distillmaven.results.Results;
import org.apache.commons.io.file.PathUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Experiments whose teacher is a model that is not trained. */
class GivenTeacherTest extends InMemoryExperiment {

    private static final String DIGEST = "d1";

    private Path files;

    /** A teacher of an earlier build. */
    @BeforeEach
    void trainTheModel() throws Exception {
        try (ExperimentPipeline pipeline = pipeline(SMALL, Optional.empty())) {
            pipeline.fetchData();
            pipeline.trainTeacher();
        }
        files = root.resolve("model");
        PathUtils.copyDirectory(root.resolve("distill/x/teacher/model"), files);
        PathUtils.deleteDirectory(root.resolve("distill/x/teacher"));
        again();
    }

    @Test
    void replicatesShareTheTeacherAndDifferInTheirStudents() throws Exception {
        give("models/shop", DIGEST);

        build(written("replicates", "2"));

        assertThat(engine.done())
                .filteredOn(label -> label.startsWith("train-teacher"))
                .hasSize(1);
        assertThat(record("replicates/2/teacher").key())
                .isEqualTo(record("teacher").key());
        assertThat(record("replicates/2/student").key())
                .isNotEqualTo(record("student").key());
        Results results = results();
        assertThat(results.replicates())
                .allSatisfy(
                        replicate -> assertThat(replicate.independentTeacher()).isEmpty());
        assertThat(Files.readString(root.resolve("distill/x/report/index.html")))
                .contains("It was not trained here. All 2 replicates share it, and only their students differ. This"
                        + " says nothing about other models.")
                .contains(
                        "With only 500 answers of this model to images of Synthetic garments, an outsider gets a copy that answers")
                .contains("There is none here, because the teacher is one given model.")
                .contains("That of the teacher, one given model, is Wilson’s and covers the choice of test inputs.")
                .doesNotContain("teacher-curves");
        assertThat(Files.readString(root.resolve("distill/index.html"))).doesNotContain("± 0.0%");
    }

    @Test
    void theContentDecidesAndNotThePlace() throws Exception {
        give("models/shop", DIGEST);
        build(written());
        String teacher = record("teacher").key();
        assertThat(record("teacher").settings()).containsOnlyKeys("teacher.dataset");
        assertThat(record("teacher").inputs()).containsEntry("model/means.npy", DIGEST);

        again();
        give("elsewhere.zip", DIGEST);
        build(written());
        assertThat(record("teacher").key()).isEqualTo(teacher);
        assertThat(engine.done()).isEmpty();

        again();
        give("models/shop", "d2");
        build(written());
        assertThat(record("teacher").key()).isNotEqualTo(teacher);
    }

    @Test
    void howItIsAskedDecidesToo() throws Exception {
        give("models/shop", DIGEST);
        build(written());
        String teacher = record("teacher").key();

        again();
        build(written("teacher.scale", "255"));

        assertThat(record("teacher").key()).isNotEqualTo(teacher);
    }

    private void give(String path, String digest) {
        OwnModel declared = new OwnModel(
                new DataOrigin.InPlace(path),
                new ModelUse(
                        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of(), List.of()));
        model = Optional.of(new FoundModel(
                declared,
                new TreeMap<>(Map.of("means.npy", digest)),
                folder -> PathUtils.copyDirectory(files, Files.createDirectories(folder))));
    }

    private static Map<String, String> written(String... pairs) {
        Map<String, String> written = new HashMap<>(and(pairs));
        written.remove("teacher.examples");
        written.put("teacher.model", "models/shop");
        return written;
    }
}
