package io.github.distillmaven.report.figure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import io.github.distillmaven.report.text.Numbers;

/**
 * An axis of numbers.
 *
 * @param smallest number on it; above 0 if it is logarithmic
 * @param largest number on it
 * @param logarithmic whether equal ratios have equal lengths; else equal differences have
 * @param whole whether there are whole numbers alone, such as epochs
 */
record NumberAxis(double smallest, double largest, boolean logarithmic, boolean whole) {

    private static final int MOST_TICKS = 5;

    /** Where a number stands, from 0 to 1; in the middle if it is the only one. */
    double position(double number) {
        if (smallest == largest) {
            return 0.5;
        }
        return logarithmic
                ? Math.log(number / smallest) / Math.log(largest / smallest)
                : (number - smallest) / (largest - smallest);
    }

    /** Round numbers on it; where there are fewer than two, its ends. */
    List<Double> ticks() {
        List<Double> ticks = logarithmic ? powers() : steps();
        return ticks.size() < 2 ? List.of(smallest, largest) : ticks;
    }

    static String label(double tick) {
        return tick == Math.rint(tick)
                ? Numbers.count(Math.round(tick))
                : new BigDecimal(Double.toString(tick)).stripTrailingZeros().toPlainString();
    }

    /** 1, 2 and 5 times powers of ten, or 1 and 5 times, or powers of ten alone, as room allows. */
    private List<Double> powers() {
        for (int[] factors : new int[][] {{1, 2, 5}, {1, 5}}) {
            List<Double> ticks = powers(factors);
            if (ticks.size() <= MOST_TICKS) {
                return ticks;
            }
        }
        return powers(new int[] {1});
    }

    private List<Double> powers(int... factors) {
        List<Double> ticks = new ArrayList<>();
        int last = (int) Math.floor(Math.log10(largest));
        for (int power = (int) Math.floor(Math.log10(smallest)); power <= last; power++) {
            for (int factor : factors) {
                add(BigDecimal.valueOf(factor).scaleByPowerOfTen(power), ticks);
            }
        }
        return ticks;
    }

    /** Multiples of 1, 2 or 5 times a power of ten. */
    private List<Double> steps() {
        List<Double> ticks = new ArrayList<>();
        if (smallest == largest) {
            return ticks;
        }
        int power = (int) Math.floor(Math.log10((largest - smallest) / (MOST_TICKS - 1)));
        power = whole ? Math.max(0, power) : power;
        for (int factor : new int[] {1, 2, 5, 10, 20}) {
            BigDecimal step = BigDecimal.valueOf(factor).scaleByPowerOfTen(power);
            ticks.clear();
            for (long multiple = (long) Math.ceil(smallest / step.doubleValue() - 1e-9);
                    multiple * step.doubleValue() <= largest + 1e-9 * step.doubleValue();
                    multiple++) {
                ticks.add(step.multiply(BigDecimal.valueOf(multiple)).doubleValue());
            }
            if (ticks.size() <= MOST_TICKS) {
                return ticks;
            }
        }
        return ticks;
    }

    private void add(BigDecimal number, List<Double> ticks) {
        double tick = number.doubleValue();
        if (tick >= smallest && tick <= largest) {
            ticks.add(tick);
        }
    }
}
