package io.github.distillmaven.pipeline.execution;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

import io.github.distillmaven.pipeline.step.StepFailedException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("Steps that run side by side")
@Timeout(60)
class ParallelStepsTest {

    @Test
    void oneAtATimeRunInTheirOrder() throws Exception {
        List<Integer> done = new ArrayList<>();
        new ParallelSteps(1).run(calls(5, done::add));
        assertThat(done).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void allRun() throws Exception {
        List<Integer> done = Collections.synchronizedList(new ArrayList<>());
        new ParallelSteps(3).run(calls(20, done::add));
        assertThat(done).hasSize(20).doesNotHaveDuplicates();
    }

    @Test
    void runAtTheSameTime() throws Exception {
        CountDownLatch met = new CountDownLatch(2);
        ParallelSteps.Call meeting = () -> {
            met.countDown();
            assertThat(met.await(30, TimeUnit.SECONDS)).isTrue();
        };
        new ParallelSteps(2).run(List.of(meeting, meeting));
    }

    @Test
    void aFailureEndsTheOthersAndIsThrown() {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicBoolean interrupted = new AtomicBoolean();
        ParallelSteps.Call endless = () -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.set(true);
                throw e;
            }
        };
        ParallelSteps.Call failing = () -> {
            begun.await();
            throw new StepFailedException("seed 2 failed");
        };
        assertThatThrownBy(() -> new ParallelSteps(2).run(List.of(endless, failing, endless)))
                .isInstanceOf(StepFailedException.class)
                .hasMessage("seed 2 failed");
        assertThat(interrupted).isTrue();
    }

    private static List<ParallelSteps.Call> calls(int count, java.util.function.IntConsumer work) {
        return IntStream.range(0, count)
                .mapToObj(index -> (ParallelSteps.Call) () -> work.accept(index))
                .toList();
    }
}
