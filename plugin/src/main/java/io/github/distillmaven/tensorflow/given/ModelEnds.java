package io.github.distillmaven.tensorflow.given;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.github.distillmaven.experiment.own.ModelUse;
import io.github.distillmaven.worker.process.WorkerFailure;
import org.tensorflow.Graph;
import org.tensorflow.GraphOperation;
import org.tensorflow.Output;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Signature;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

/**
 * Where a model is fed and asked.
 *
 * @param input takes images
 * @param output gives a number for each class
 */
record ModelEnds(Output<?> input, Output<?> output) {

    /** What initializes a model is no way to ask it. */
    private static final String INITIALIZER = "__saved_model_init_op";

    private static final String USUAL_OUTPUT = "logits";

    /** @throws WorkerFailure if the user's names do not say which, or there is no such thing */
    static ModelEnds of(SavedModelBundle bundle, ModelUse use, Unfit unfit) throws WorkerFailure {
        Map<String, Signature> signatures = new TreeMap<>();
        bundle.signatures().stream()
                .filter(each -> !each.key().equals(INITIALIZER))
                .forEach(each -> signatures.put(each.key(), each));
        if (signatures.isEmpty()) {
            throw unfit.because("has no signature by which it could be asked", "export it with one");
        }
        Signature signature = choose("signature", signatures, use.signature(), unfit);
        Map<String, Output<?>> inputs = new TreeMap<>();
        for (Map.Entry<String, Signature.TensorDescription> each :
                signature.getInputs().entrySet()) {
            inputs.put(each.getKey(), output(bundle.graph(), each.getValue().name, unfit));
        }
        Map<String, Output<?>> outputs = new TreeMap<>();
        for (Map.Entry<String, Signature.TensorDescription> each :
                signature.getOutputs().entrySet()) {
            outputs.put(each.getKey(), output(bundle.graph(), each.getValue().name, unfit));
        }
        return new ModelEnds(
                choose("input", inputs, use.input(), unfit),
                choose("output", candidates(outputs, use), use.output(), unfit));
    }

    /** Where nobody names one of several outputs: those that can have a number for each class, or of these the one with the usual name. */
    private static Map<String, Output<?>> candidates(Map<String, Output<?>> outputs, ModelUse use) {
        Map<String, Output<?>> scores = new TreeMap<>(outputs);
        scores.values()
                .removeIf(output -> output.type() != TFloat32.class
                        || output.shape().numDimensions() != Shape.UNKNOWN_SIZE
                                && output.shape().numDimensions() != 2);
        if (use.output().isPresent() || outputs.size() == 1 || scores.isEmpty()) {
            return outputs;
        }
        return scores.containsKey(USUAL_OUTPUT) ? Map.of(USUAL_OUTPUT, scores.get(USUAL_OUTPUT)) : scores;
    }

    private static <T> T choose(String what, Map<String, T> all, Optional<String> wanted, Unfit unfit)
            throws WorkerFailure {
        String names = names(all);
        if (wanted.isPresent()) {
            T found = all.get(wanted.get());
            if (found == null) {
                throw unfit.because(
                        "has no %s '%s', which <%s> names; there %s: %s"
                                .formatted(what, wanted.get(), what, all.size() == 1 ? "is" : "are", names),
                        "name one of these in <" + what + ">");
            }
            return found;
        }
        if (all.size() != 1) {
            throw unfit.because(
                    "has %s %ss, and <%s> names none; there are: %s".formatted(all.size(), what, what, names),
                    "name one of these in <" + what + ">");
        }
        return all.values().iterator().next();
    }

    private static String names(Map<String, ?> all) {
        List<String> names = new ArrayList<>(all.keySet());
        names.sort(Comparator.naturalOrder());
        return names.stream().collect(Collectors.joining(", "));
    }

    /** @param name of an operation, with the number of its output behind a colon */
    private static Output<?> output(Graph graph, String name, Unfit unfit) throws WorkerFailure {
        int colon = name.indexOf(':');
        GraphOperation operation = graph.operation(colon < 0 ? name : name.substring(0, colon));
        if (operation == null) {
            throw unfit.because("speaks of '" + name + "' in its signature, but has no such operation", "");
        }
        return operation.output(colon < 0 ? 0 : Integer.parseInt(name.substring(colon + 1)));
    }
}
