package dev.kontor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.spi.Ability;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Outcome;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A write may be sent twice, and one whose answer was lost is never reported as not applied. */
public interface RepeatChapter extends WriteChapter {

  @TestFactory
  default Stream<DynamicTest> aRepeatedWriteHasOneEffect() {
    return eachWrite(
        RepeatChapter.class,
        Ability.REPEATABLE_WRITE,
        (type, action) -> {
          List<TwinBench.Sample> sample = bench().right(type, action, 1);
          assertThat(write(type, sample)).allMatch(o -> o instanceof Outcome.Written);
          assertThat(write(type, sample)).allMatch(o -> o instanceof Outcome.Written);
          assertThat(bench().effects(type, sample.getFirst())).isEqualTo(1);
        });
  }

  @TestFactory
  default Stream<DynamicTest> aLostAnswerIsOutcomeUnknown() {
    return eachWrite(
        RepeatChapter.class,
        (type, action) -> {
          List<TwinBench.Sample> sample = bench().right(type, action, 1);
          assertThat(troubled(TwinBench.Trouble.LOST_ANSWER, type, sample))
              .isInstanceOf(Fault.OutcomeUnknown.class);
          assertThat(bench().effects(type, sample.getFirst())).isEqualTo(1);
        });
  }

  @TestFactory
  default Stream<DynamicTest> whatNeverLeftIsUnavailable() {
    return eachWrite(
        RepeatChapter.class,
        (type, action) -> {
          List<TwinBench.Sample> sample = bench().right(type, action, 1);
          assertThat(troubled(TwinBench.Trouble.DOWN, type, sample))
              .isInstanceOf(Fault.Unavailable.class);
          assertThat(bench().effects(type, sample.getFirst())).isZero();
        });
  }

  /** The first outcome under that trouble, be it returned or thrown. */
  default Outcome troubled(
      TwinBench.Trouble trouble, dev.kontor.model.EntityType type, List<TwinBench.Sample> sample) {
    bench().trouble(trouble, type);
    try {
      return write(type, sample).getFirst();
    } catch (FaultException e) {
      return e.fault();
    } finally {
      bench().trouble(TwinBench.Trouble.NONE, type);
    }
  }
}
