package io.github.distillmaven.experiment.own;

import java.util.List;
import java.util.Optional;

import io.github.distillmaven.evaluation.HeldOutShare;
import io.github.distillmaven.extension.Chosen;
import io.github.distillmaven.extension.format.DatasetFormat;
import io.github.distillmaven.extension.option.ValueType;

/**
 * A data set as the user declares it.
 *
 * @param name under which experiments use it
 * @param origin where it comes from
 * @param inside path in what the origin gives, where that is an archive or a folder; empty for the whole of it
 * @param format the form that it has there, with its options
 * @param sha256 what the digest of the file must be, if the user pins it
 * @param classNames in the order of the labels; empty where what is found says them
 * @param testShare share that becomes the test part where what is found is not divided; empty if the user says nothing of it
 * @param testSeed by which that share is drawn
 */
public record OwnDataset(
        String name,
        DataOrigin origin,
        String inside,
        Chosen<DatasetFormat> format,
        Optional<String> sha256,
        List<String> classNames,
        Optional<HeldOutShare> testShare,
        long testSeed) {

    private static final HeldOutShare USUAL = new HeldOutShare(0.2);

    public OwnDataset {
        classNames = List.copyOf(classNames);
    }

    /** The share of the test part where what is found is not divided. */
    public HeldOutShare share() {
        return testShare.orElse(USUAL);
    }

    /** Where it is written, for messages. */
    public String place() {
        return "<" + format.id() + "> of <dataset> '" + name + "'";
    }

    /** Everything but its name and origin that decides what is made of the files that are found. */
    public String reading() {
        return "format=%s\noptions=%s\ninside=%s\nclassNames=%s\ntestShare=%s\ntestSeed=%s\n"
                .formatted(
                        format.id(),
                        format.choice().values(),
                        origin instanceof DataOrigin.InPlace ? "" : inside,
                        classNames,
                        ValueType.canonical(share().value()),
                        testSeed);
    }
}
