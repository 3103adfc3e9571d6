package io.github.distillmaven.metrics.statistics;

/**
 * Cohen's kappa: how far two raters agree beyond what they would by chance, given how often each of them names every category
 * (Cohen, Educational and Psychological Measurement 20, 1960, 37-46).
 */
public final class Kappa {

    private Kappa() {}

    /**
     * Observed agreement {@code p} and that of chance {@code e}, the sum over the categories of the product of both raters' shares, come
     * to {@code (p - e) / (1 - e)}.
     *
     * @param first what one rater says of each case, a category in [0, {@code categories})
     * @param second what the other says of the same cases
     * @return in [-1, 1]; NaN without cases, and where both name the same one category in all of them
     * @throws IllegalArgumentException if there are not as many of both
     */
    public static double of(int[] first, int[] second, int categories) {
        if (first.length != second.length) {
            throw new IllegalArgumentException(
                    "one rater judged %s cases, the other %s".formatted(first.length, second.length));
        }
        long[] ofFirst = new long[categories];
        long[] ofSecond = new long[categories];
        long agreed = 0;
        for (int each = 0; each < first.length; each++) {
            ofFirst[first[each]]++;
            ofSecond[second[each]]++;
            agreed += first[each] == second[each] ? 1 : 0;
        }
        long cases = first.length;
        // All shares times the square of the number of cases, which leaves whole numbers.
        long chance = 0;
        for (int category = 0; category < categories; category++) {
            chance += ofFirst[category] * ofSecond[category];
        }
        return (agreed * cases - chance) / (double) (cases * cases - chance);
    }
}
