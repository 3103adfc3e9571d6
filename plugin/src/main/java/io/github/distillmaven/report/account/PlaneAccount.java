package io.github.distillmaven.report.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;

import io.github.distillmaven.experiment.ArmRole;
import io.github.distillmaven.extension.Components;
import io.github.distillmaven.extension.Perturbation;
import io.github.distillmaven.extension.option.Choice;
import io.github.distillmaven.metrics.statistics.Spread;
import io.github.distillmaven.report.text.NumberFormat;
import io.github.distillmaven.report.text.Numbers;
import io.github.distillmaven.results.arms.Advantage;
import io.github.distillmaven.results.arms.Arm;
import io.github.distillmaven.results.arms.Findings;
import io.github.distillmaven.results.evidence.Evidence;
import io.github.distillmaven.results.evidence.ReportRequest;

/** What is said of an experiment with points of the plane. */
record PlaneAccount(Evidence evidence, Findings findings) implements Account {

    private static final double[] SHARES = {0.05, 0.25, 0.5, 0.75, 0.95};

    @Override
    public String title() {
        return "learning from mislabelled points";
    }

    @Override
    public NumberFormat format() {
        return new NumberFormat.OutOf(points());
    }

    @Override
    public Answer answer() {
        String before = "Trained only on " + lesson() + ", on average "
                + Numbers.fixed(findings.transferSizes().average().orElse(0), 1) + " of " + points()
                + ", the students classify ";
        String after = " of the %s original points correctly; %s.".formatted(points(), rival());
        return new Answer(before, format().spread(student().spread()), after, reservation());
    }

    private String lesson() {
        if (!moved()) {
            return "points with the teacher's answers as labels";
        }
        return findings.allLabelsWrong()
                ? "points whose prediction an attack had flipped"
                : "points that an attack had moved, with the teacher's answers as labels";
    }

    private boolean moved() {
        return Components.load(Perturbation.class)
                .get(evidence.request().perturbation().id())
                .moves();
    }

    @Override
    public String measure() {
        return "Points answered right, of " + points() + ". "
                + (findings.replicated()
                        ? "Intervals are Student’s t over the seeds; differences are paired by seed."
                        : "Intervals are Wilson’s: they cover the choice of points, of one network.");
    }

    @Override
    public List<Caveat> caveats() {
        ReportRequest request = evidence.request();
        List<Caveat> caveats = new ArrayList<>();
        if (!findings.replicated()) {
            caveats.add(new Caveat(
                    "One seed.",
                    "Another seed gives other points and other networks, and the spread over seeds is wide: nothing is reproduced or"
                            + " refuted here."));
        }
        if (request.controls().stream().noneMatch(arm -> arm.role() == ArmRole.CONTROL)) {
            caveats.add(new Caveat(
                    "No control.",
                    "Neither shuffled labels nor unperturbed points were tried, so it is not known how much the match"
                            + " between a point and its label matters."));
        }
        Caveat.ofSettings(request.preset(), request.published(), request.settings())
                .ifPresent(caveats::add);
        if (moved()) {
            caveats.add(new Caveat(
                    "Epsilon.",
                    "In the article’s figure every moved point is at a corner of a box of half-side 0.06; the 0.12 of its text is the"
                            + " side of that box."));
        }
        caveats.add(
                new Caveat(
                        "Teacher.",
                        "Its points are drawn again until it answers all of them right, so its score was selected and is not a result."));
        caveats.add(new Caveat(
                "Recipe.",
                "The article gives neither network nor optimiser, and one number of one run; ours follow the example in two"
                        + " dimensions of Wong and Kolter (2018), whose plots its figure follows."));
        return caveats;
    }

    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (findings.replicated()) {
            lines.add(line(student()) + ".");
            findings.arms().advantages().forEach(advantage -> lines.add(line(advantage.arm()) + inWords(advantage)));
            lines.add(verdict());
        } else {
            findings.arms()
                    .students()
                    .forEach(arm -> lines.add("%s: %s of %s, one network."
                            .formatted(LogSummary.name(arm), arm.tests().get(0).successes(), points())));
        }
        lines.add("Teacher: %s of %s; the points of %s were drawn again until it learnt them all."
                .formatted(
                        format().spread(findings.arms().teacher().spread()),
                        points(),
                        evidence.redrawn() == 1 ? "1 seed" : evidence.redrawn() + " seeds"));
        return lines;
    }

    private String line(Arm arm) {
        StringBuilder quantiles = new StringBuilder();
        for (double share : SHARES) {
            quantiles.append(' ').append(arm.quantile(share));
        }
        return "%s: %s of %s (%s seeds), mean %s, quantiles of 5, 25, 50, 75, 95%%:%s"
                .formatted(
                        LogSummary.name(arm),
                        format().spread(arm.spread()),
                        points(),
                        arm.tests().size(),
                        format().interval(arm.meanInterval()),
                        quantiles);
    }

    private String inWords(Advantage advantage) {
        Spread difference = Objects.requireNonNull(advantage.difference(), "points are always tested")
                .spread();
        return "; student minus %s %s %s, p %s."
                .formatted(
                        LogSummary.rival(advantage.arm()),
                        format().difference(difference.mean()),
                        format().interval(difference.meanInterval()),
                        Numbers.pValue(advantage.adjustedPValue()));
    }

    private String attack(Choice perturbation) {
        SortedMap<String, String> options = perturbation.values();
        String epsilon = options.get("epsilon");
        String steps = options.get("attackSteps");
        if (!moved()) {
            return "No point was moved. ";
        }
        if (epsilon == null) {
            return "Attack: %s. ".formatted(perturbation.id());
        }
        boolean straight = "l2".equals(options.get("norm"));
        String single = straight ? "One gradient step" : "One sign step";
        return "%s, epsilon %s%s. "
                .formatted(steps == null ? single : "PGD of " + steps + " steps", epsilon, straight ? " (L2)" : "");
    }

    private String reservation() {
        ReportRequest request = evidence.request();
        String what = attack(request.perturbation());
        if (!findings.replicated()) {
            return (what + "One network, no verdict: seed " + request.seed() + " alone. "
                            + Reservation.difference(request.published()))
                    .strip();
        }
        List<Long> seeds = request.seeds();
        String runs = "%s seeds, %s to %s: mean and standard deviation; the 95%% interval of the mean is %s. "
                .formatted(
                        seeds.size(),
                        seeds.get(0),
                        seeds.get(seeds.size() - 1),
                        format().interval(student().meanInterval()));
        return what + runs + verdict();
    }

    /** What students of meaningless labels come to: those of the control shuffled, or chance where it was not run. */
    private String rival() {
        return findings.arms().controls().stream()
                .filter(arm -> arm.nullRank() > 0)
                .findFirst()
                .map(arm -> "students of the same labels shuffled " + format().spread(arm.spread()))
                .orElse("chance is " + Math.round(findings.chance() * points()));
    }

    /** What the seeds show, and where the published number lies among them. */
    private String verdict() {
        VerdictSentence sentence = new VerdictSentence(evidence.request().published(), student(), format());
        String reaching = student().published() == null
                ? ""
                : " %s of %s seeds reach it."
                        .formatted(student().reaching(), student().tests().size());
        return sentence.effect() + sentence.verdict() + reaching;
    }

    private Arm student() {
        return findings.arms().student();
    }

    private int points() {
        return student().tests().get(0).trials();
    }
}
