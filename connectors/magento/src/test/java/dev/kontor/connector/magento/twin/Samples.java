package dev.kontor.connector.magento.twin;

import dev.kontor.contract.TwinBench.Sample;
import dev.kontor.spi.Write;
import java.util.Optional;

/** Writes of one entity type, and what became of them. */
interface Samples {

  /** Of a new effect. */
  Sample right(Write.Action action);

  /**
   * The same as one of several that go together.
   *
   * @param place among them
   */
  default Sample right(Write.Action action, int place) {
    return right(action);
  }

  Sample wrong(Write.Action action);

  int effects(Sample sample);

  default Optional<Sample> awkward(Write.Action action, String text) {
    return Optional.empty();
  }
}
