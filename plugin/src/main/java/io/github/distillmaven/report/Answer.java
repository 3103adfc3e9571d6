package io.github.distillmaven.report;

/**
 * What the experiment found, in one sentence around one number, and how much that is worth.
 *
 * @param before the sentence up to the number
 * @param number the student's accuracy on the test set
 * @param after the rest of the sentence
 * @param reservation what one run cannot show
 */
record Answer(String before, String number, String after, String reservation) {

    static Answer of(ReportRequest request, Findings findings) {
        String chance = "chance is " + Numbers.roundPercent(findings.chance()) + ".";
        int tests = findings.studentTest().trials();
        String before = "A student that saw nothing but " + lesson(request, findings) + " classifies ";
        String after = " of " + Numbers.count(tests) + " unseen test images of "
                + request.teacherData().title() + " correctly; " + chance;
        if (tests == 0) {
            return new Answer(
                    before, "nothing", ": there are no test images; " + chance, reservation(request, findings));
        }
        return new Answer(
                before, Numbers.percent(findings.studentTest().value(), 1), after, reservation(request, findings));
    }

    private static String lesson(ReportRequest request, Findings findings) {
        int size = findings.transferSize();
        String images = Numbers.count(size) + " images of " + request.inputs().title() + ", ";
        if (findings.wrong() == null) {
            return images + "each under a label of " + request.teacherData().title() + ",";
        }
        int wrong = findings.wrong();
        if (wrong == size) {
            return images + "every one under a wrong label,";
        }
        return images
                + (wrong == 0
                        ? "every one under its true label,"
                        : Numbers.count(wrong) + " of them under a wrong label,");
    }

    private static String reservation(ReportRequest request, Findings findings) {
        String run = "One run, no verdict: seed " + request.seed() + " alone. ";
        if (findings.studentTest().trials() == 0) {
            return run;
        }
        String place = switch (findings.studentAgainstChance()) {
            case 1 -> "lies above chance";
            case 0 -> "includes chance";
            default -> "lies below chance";
        };
        return run + "The student’s 95 % interval "
                + Numbers.interval(findings.studentTest().wilson(), 1) + " " + place
                + "; it covers the choice of test images, not the choice of seeds.";
    }

    /** The whole sentence. */
    String sentence() {
        return before + number + after;
    }
}
