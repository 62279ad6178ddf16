package dev.kontor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.spi.Ability;
import dev.kontor.spi.Cursor;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A deleted document appears once more, marked as deleted. */
public interface DeletesChapter extends ChangesChapter {

  @TestFactory
  default Stream<DynamicTest> aDeletedDocumentIsSeen() {
    return each(
        DeletesChapter.class,
        Ability.SEE_DELETES,
        type -> {
          TwinBench.Placed placed = bench().place(type);
          Cursor before = follow(type, null, 100).cursor();
          bench().delete(type, placed);
          assertThat(follow(type, before, 100).documents())
              .anyMatch(document -> document.id().equals(placed.id()) && document.deleted());
        });
  }
}
