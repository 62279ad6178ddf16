package dev.kontor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Outcome;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A document that someone else changes meanwhile is a conflict, and the next try succeeds. */
public interface ConflictChapter extends WriteChapter {

  @TestFactory
  default Stream<DynamicTest> aChangeMeanwhileIsAConflict() {
    return eachWrite(
        ConflictChapter.class,
        (type, action) -> {
          List<TwinBench.Sample> sample = bench().right(type, action, 1);
          Assumptions.assumeTrue(
              bench().interfere(type, sample.getFirst()),
              "no version to compare: nothing is there yet, or the last writer wins");
          assertThat(firstOutcome(type, sample)).isInstanceOf(Fault.Conflict.class);
          assertThat(write(type, sample)).allMatch(o -> o instanceof Outcome.Written);
          assertThat(bench().effects(type, sample.getFirst())).isEqualTo(1);
        });
  }

  private Outcome firstOutcome(dev.kontor.model.EntityType type, List<TwinBench.Sample> sample) {
    try {
      return write(type, sample).getFirst();
    } catch (FaultException e) {
      return e.fault();
    }
  }
}
