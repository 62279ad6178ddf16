package dev.kontor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.model.EntityType;
import dev.kontor.spi.Connector;
import dev.kontor.spi.Fault;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each element of a batch gets its own answer, in order, and a refusal names the field. */
public interface WriteChapter extends Chapter {

  @TestFactory
  default Stream<DynamicTest> writesEachElementOnce() {
    return eachWrite(
        WriteChapter.class,
        (type, action) -> {
          List<TwinBench.Sample> samples = bench().right(type, action, 3);
          List<Outcome> outcomes = write(type, samples);
          assertThat(outcomes).hasSize(3).allMatch(o -> o instanceof Outcome.Written);
          assertThat(samples).allMatch(sample -> bench().effects(type, sample) == 1);
        });
  }

  /** Second of four, so that answers in another order are seen. */
  @TestFactory
  default Stream<DynamicTest> aRefusedElementNamesItsFieldAndTheOthersGoOn() {
    return eachWrite(
        WriteChapter.class,
        (type, action) -> {
          List<TwinBench.Sample> right = bench().right(type, action, 3);
          TwinBench.Sample wrong = bench().wrong(type, action);
          List<TwinBench.Sample> all = new ArrayList<>(right);
          all.add(1, wrong);
          List<Outcome> outcomes = write(type, all);
          assertThat(outcomes).hasSize(4);
          assertThat(outcomes.get(1))
              .isInstanceOfSatisfying(
                  Fault.Invalid.class,
                  invalid -> {
                    assertThat(invalid.field()).contains(wrong.field());
                    assertThat(invalid.problem()).isNotBlank();
                  });
          outcomes.remove(1);
          assertThat(outcomes).allMatch(o -> o instanceof Outcome.Written);
          assertThat(right).allMatch(sample -> bench().effects(type, sample) == 1);
          assertThat(bench().effects(type, wrong)).isZero();
        });
  }

  /** Splits by the writer's batch size, as the engine does. */
  default List<Outcome> write(EntityType type, List<TwinBench.Sample> samples) {
    List<Write> writes = samples.stream().map(TwinBench.Sample::write).toList();
    List<Outcome> outcomes = new ArrayList<>();
    try (Connector connector = connect()) {
      int size = writer(connector, type).maxBatch();
      for (int from = 0; from < writes.size(); from += size) {
        int to = Math.min(writes.size(), from + size);
        outcomes.addAll(writer(connector, type).write(writes.subList(from, to)));
      }
    }
    return outcomes;
  }
}
