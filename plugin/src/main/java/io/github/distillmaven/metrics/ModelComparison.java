package io.github.distillmaven.metrics;

import java.util.List;

import org.apache.commons.statistics.inference.BinomialTest;

/**
 * Whether one of two models of the same run is right more often, judged by the images that only one of them gets right
 * (McNemar, Psychometrika 12, 1947, 153-157, with the exact binomial distribution). It knows nothing of other seeds.
 *
 * @param onlyFirst number of images that the first model alone answers right
 * @param onlySecond number of images that the second model alone answers right
 * @param pValue probability, if both were equally good, of a split at least as uneven, in (0, 1]
 */
public record ModelComparison(int onlyFirst, int onlySecond, double pValue) {

    /**
     * Compares two models.
     *
     * @param first its answers
     * @param second its answers on the same images in the same order
     * @throws IllegalArgumentException if there are not as many of both
     */
    public static ModelComparison between(Predictions first, Predictions second) {
        List<Predictions.Row> firstRows = first.rows();
        List<Predictions.Row> secondRows = second.rows();
        if (firstRows.size() != secondRows.size()) {
            throw new IllegalArgumentException(
                    "one model answered %s images, the other %s".formatted(firstRows.size(), secondRows.size()));
        }
        int onlyFirst = 0;
        int onlySecond = 0;
        for (int index = 0; index < firstRows.size(); index++) {
            boolean firstRight = firstRows.get(index).right();
            boolean secondRight = secondRows.get(index).right();
            onlyFirst += firstRight && !secondRight ? 1 : 0;
            onlySecond += secondRight && !firstRight ? 1 : 0;
        }
        double pValue = BinomialTest.withDefaults()
                .test(onlyFirst + onlySecond, onlyFirst, 0.5)
                .getPValue();
        return new ModelComparison(onlyFirst, onlySecond, pValue);
    }
}
