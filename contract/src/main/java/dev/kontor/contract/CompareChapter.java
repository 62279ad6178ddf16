package dev.kontor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.model.EntityType;
import dev.kontor.spi.Ability;
import dev.kontor.spi.Connector;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Standing;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is not there, or otherwise, is seen before it is written, and no longer afterwards. */
public interface CompareChapter extends WriteChapter {

  @TestFactory
  default Stream<DynamicTest> whatAWriteWouldChangeIsSeenUntilItIsWritten() {
    return Stream.of(Write.Action.CREATE, Write.Action.UPDATE)
        .flatMap(
            action ->
                each(
                    CompareChapter.class,
                    List.of(Ability.valueOf(action.name()), Ability.COMPARE),
                    type -> seenUntilWritten(type, action)));
  }

  private void seenUntilWritten(EntityType type, Write.Action action) {
    List<TwinBench.Sample> samples = bench().right(type, action, 2);
    assertThat(standings(type, samples))
        .hasSize(2)
        .allMatch(s -> s instanceof Standing.Absent || isOther(s));
    assertThat(write(type, samples)).allMatch(o -> o instanceof Outcome.Written);
    assertThat(standings(type, samples)).hasSize(2).allMatch(s -> s instanceof Standing.Same);
  }

  private static boolean isOther(Standing standing) {
    return standing instanceof Standing.Other other && !other.fields().isEmpty();
  }

  private List<Standing> standings(EntityType type, List<TwinBench.Sample> samples) {
    try (Connector connector = connect()) {
      return writer(connector, type)
          .compare(
              samples.stream().map(TwinBench.Sample::write).map(CompareChapter::draft).toList());
    }
  }

  private static Writer.Draft draft(Write write) {
    return new Writer.Draft(write.content(), write.content(), write.targetId());
  }
}
