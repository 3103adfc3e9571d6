package io.github.distillmaven.tensorflow.stacked;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

import io.github.distillmaven.experiment.Augmentation;
import io.github.distillmaven.experiment.Training;
import io.github.distillmaven.experiment.run.Precision;
import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.network.NetworkPlan;
import io.github.distillmaven.tensorflow.graph.Architecture;
import io.github.distillmaven.worker.FailureKind;
import io.github.distillmaven.worker.WorkerRequest;
import io.github.distillmaven.worker.process.WorkerFailure;

/**
 * Trainings that go side by side.
 *
 * @param kind of their networks
 * @param places what stands in each place; null where nothing does
 */
record StackedGroup(StackedKind kind, List<StackedRequest> places) {

    private record Common(StackedKind kind, Training training, double temperature, int examples) {}

    /** One of the requests, to fill empty places with. */
    StackedRequest filling() {
        return places.stream().filter(Objects::nonNull).findFirst().orElseThrow();
    }

    /** Groups requests of one kind, one training and equal numbers of examples, at most one for each place. */
    static List<StackedGroup> of(List<StackedRequest> requests) throws IOException, WorkerFailure {
        Map<Common, SortedMap<Integer, Deque<StackedRequest>>> waiting = new LinkedHashMap<>();
        for (StackedRequest request : requests) {
            waiting.computeIfAbsent(common(request), common -> new TreeMap<>())
                    .computeIfAbsent(request.place(), place -> new ArrayDeque<>())
                    .add(request);
        }
        List<StackedGroup> groups = new ArrayList<>();
        waiting.forEach((common, byPlace) -> {
            while (!byPlace.isEmpty()) {
                StackedRequest[] places = new StackedRequest[byPlace.lastKey() + 1];
                byPlace.forEach((place, queue) -> places[place] = queue.remove());
                byPlace.values().removeIf(Deque::isEmpty);
                groups.add(new StackedGroup(common.kind(), Arrays.asList(places)));
            }
        });
        return groups;
    }

    private static Common common(StackedRequest request) throws IOException, WorkerFailure {
        WorkerRequest.Train train = request.train();
        Examples examples = request.examples();
        Architecture architecture = Architecture.of(train.training().network());
        boolean fits = NetworkPlan.find(
                        architecture.network(), architecture.choice(), examples.shape(), train.classes())
                .filter(NetworkPlan::dense)
                .isPresent();
        require(
                fits,
                "the network '%s' for examples of %s"
                        .formatted(architecture.choice().id(), examples.shape()));
        require(train.training().augmentation() == Augmentation.NONE, "augmentation");
        require(train.precision() == Precision.FLOAT32, "bfloat16");
        return new Common(
                new StackedKind(train.training().network(), examples.shape(), train.classes()),
                train.training(),
                train.temperature(),
                examples.size());
    }

    private static void require(boolean possible, String what) throws WorkerFailure {
        if (!possible) {
            throw new WorkerFailure(FailureKind.BAD_INPUT, "models cannot be trained side by side with " + what, "");
        }
    }
}
