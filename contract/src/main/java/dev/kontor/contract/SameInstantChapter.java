package dev.kontor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.spi.Ability;
import dev.kontor.spi.Cursor;
import dev.kontor.spi.Document;
import dev.kontor.spi.Page;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Time alone does not tell documents apart: many change at one instant. */
public interface SameInstantChapter extends ChangesChapter {

  @TestFactory
  default Stream<DynamicTest> documentsChangedAtTheSameInstantAreAllSeen() {
    return each(
        SameInstantChapter.class,
        Ability.READ_CHANGES,
        type -> {
          Cursor before = follow(type, null, 100).cursor();
          List<TwinBench.Placed> together = bench().placeTogether(type, 7);
          assertThat(follow(type, before, 2).ids())
              .containsAll(together.stream().map(TwinBench.Placed::id).toList());
        });
  }

  /**
   * A place counted from the front would slip by one when a document read already moves on. The
   * others placed between keep what is read back for safety from showing them all the same.
   */
  @TestFactory
  default Stream<DynamicTest> aDocumentThatMovesOnHidesNoOther() {
    return each(
        SameInstantChapter.class,
        Ability.READ_CHANGES,
        type -> {
          List<TwinBench.Placed> together = bench().placeTogether(type, 7);
          List<String> ids = together.stream().map(TwinBench.Placed::id).toList();
          bench().place(type);
          Cursor at = follow(type, null, 100).cursor();
          bench().place(type);
          bench().changeTogether(type, together);
          TwinBench.Placed latest = bench().place(type);
          Set<String> seen = new LinkedHashSet<>();
          Page page = page(type, at, 2);
          for (int i = 0; i < MOST_PAGES && page.more(); i++) {
            moveOnOnce(type, together, page, seen);
            page.documents().stream().map(Document::id).forEach(seen::add);
            page = page(type, page.next(), 2);
          }
          page.documents().stream().map(Document::id).forEach(seen::add);
          assertThat(seen).containsAll(ids).contains(latest.id());
        });
  }

  /** One of those on the first page with any of them, far enough ahead not to be read back. */
  private void moveOnOnce(
      dev.kontor.model.EntityType type,
      List<TwinBench.Placed> together,
      Page page,
      Set<String> seen) {
    if (together.stream().noneMatch(one -> seen.contains(one.id()))) {
      together.stream()
          .filter(one -> page.documents().stream().anyMatch(d -> d.id().equals(one.id())))
          .findFirst()
          .ifPresent(
              one -> {
                bench().place(type);
                bench().changeTogether(type, List.of(one));
              });
    }
  }
}
