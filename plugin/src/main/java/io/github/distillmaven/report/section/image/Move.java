package io.github.distillmaven.report.section.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.distillmaven.report.text.Numbers;
import io.github.distillmaven.results.evidence.MovedExamples;
import io.github.distillmaven.results.evidence.ReportRequest;

/**
 * One image before and after it was moved.
 *
 * @param place which image of the transfer set
 * @param given the given label as a number
 * @param label what is printed large: the same by its name
 * @param own its class in its own data set
 * @param distance how far it was moved
 */
public record Move(int place, int given, String label, String own, String distance) {

    /** How many labels are shown, the first ones in their order. */
    private static final int MOST = 10;

    /** The first image of each given label that was moved at all, by label. */
    static List<Move> firsts(ReportRequest request, MovedExamples moved) {
        Map<Integer, Integer> firsts = new TreeMap<>();
        for (int place = 0; place < moved.size(); place++) {
            int given = moved.after().label(place);
            if (!firsts.containsKey(given) && moved.distance(place) > 0) {
                firsts.put(given, place);
            }
        }
        List<Move> moves = new ArrayList<>();
        firsts.entrySet().stream()
                .limit(MOST)
                .forEach(first -> moves.add(new Move(
                        first.getValue(),
                        first.getKey(),
                        request.teacherData().classNames().get(first.getKey()),
                        request.inputs().classNames().get(moved.before().label(first.getValue())),
                        Numbers.fixed(moved.distance(first.getValue()), 2))));
        return moves;
    }

    /** File of the image as it was, relative to the page. */
    public String before() {
        return file("before");
    }

    /** File of the image as the student saw it, likewise. */
    public String after() {
        return file("after");
    }

    /** File of the difference, likewise. */
    public String difference() {
        return file("difference");
    }

    private String file(String what) {
        return "images/" + what + "-" + given + ".png";
    }
}
