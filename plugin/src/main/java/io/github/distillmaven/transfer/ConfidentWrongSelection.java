package io.github.distillmaven.transfer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.github.distillmaven.extension.Selection;
import io.github.distillmaven.extension.data.AnsweredInput;
import io.github.distillmaven.extension.data.TransferRow;
import io.github.distillmaven.extension.option.Choice;
import io.github.distillmaven.extension.option.Option;
import io.github.distillmaven.extension.option.ValueType;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.ListSampler;
import org.kohsuke.MetaInfServices;

/**
 * Some of the inputs that the teacher answers wrong, whatever their label: those of which it is most sure, as K. Jordan, Inverse-Subset
 * (2023) keeps them, or for comparison as many others.
 */
@MetaInfServices(Selection.class)
public final class ConfidentWrongSelection implements Selection {

    private static final Option<Double> SHARE = new Option<>(
            "share",
            ValueType.number("a number above 0, at most 1", share -> share > 0 && share <= 1),
            "0.5",
            "Share of the teacher's errors that is kept.");

    private static final Option<Confidence> CONFIDENCE = new Option<>(
            "confidence",
            ValueType.constantOf(Confidence.class),
            "highest",
            "Which of its errors are kept: those on which the teacher is most confident (`highest`), least confident"
                    + " (`lowest`), or as many drawn at random (`any`).");

    /** Of which errors. */
    private enum Confidence {
        HIGHEST {
            @Override
            void sort(List<AnsweredInput> errors, UniformRandomProvider random) {
                errors.sort(Comparator.comparing(AnsweredInput::confidence).reversed());
            }
        },
        LOWEST {
            @Override
            void sort(List<AnsweredInput> errors, UniformRandomProvider random) {
                errors.sort(Comparator.comparing(AnsweredInput::confidence));
            }
        },
        ANY {
            @Override
            void sort(List<AnsweredInput> errors, UniformRandomProvider random) {
                ListSampler.shuffle(random, errors);
            }
        };

        /** Brings those to the front that are kept first; of equals the first ones. */
        abstract void sort(List<AnsweredInput> errors, UniformRandomProvider random);
    }

    @Override
    public String id() {
        return "confident-wrong";
    }

    @Override
    public String meaning() {
        return "a `share` of the teacher's errors, whatever their given label";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(SHARE, CONFIDENCE);
    }

    @Override
    public List<TransferRow> select(List<AnsweredInput> candidates, Choice choice, UniformRandomProvider random) {
        List<AnsweredInput> errors = new ArrayList<>(
                candidates.stream().filter(AnsweredInput::mistaken).toList());
        int kept = (int) Math.round(choice.get(SHARE) * errors.size());
        choice.get(CONFIDENCE).sort(errors, random);
        return errors.subList(0, kept).stream()
                .map(AnsweredInput::row)
                .sorted(Comparator.comparingInt(TransferRow::index))
                .toList();
    }

    @Override
    public boolean keepsErrors() {
        return true;
    }

    @Override
    public boolean draws() {
        return true;
    }

    @Override
    public String adviceWhenFew(String share) {
        return "It keeps " + share
                + " of the inputs alone, a part of the teacher's errors. Keep more of them: a greater <transfer><share>; or let it err more: fewer <teacher><epochs>";
    }

    @Override
    public String adviceWhenAClassIsMissing() {
        return "No kept error has it as its label. Keep more of them: a greater <transfer><share>; another <seed> gives other errors.";
    }
}
